"""Static files gathered in one folder for the web server, and only when they changed."""

import hashlib

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command

STAMP = ".collected"


def collect() -> bool:
    """Gather, name by content and compress the static files; False when those gathered last are the same."""
    stamp = settings.STATIC_ROOT / STAMP
    wanted = _fingerprint()
    if stamp.exists() and stamp.read_text() == wanted:
        return False
    call_command("collectstatic", interactive=False, verbosity=0)
    stamp.write_text(wanted)
    return True


def _fingerprint() -> str:
    """Changes with the name, size or time of any source file."""
    state = hashlib.sha256(settings.STORAGES["staticfiles"]["BACKEND"].encode())
    for finder in get_finders():
        for path, storage in finder.list(ignore_patterns=None):
            found = (storage.path(path), storage.size(path), storage.get_modified_time(path).timestamp())
            state.update(repr(found).encode())
    return state.hexdigest()
