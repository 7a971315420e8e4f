"""Which edition of the Local Offer readers see: a new one begins whenever something is published.

What is worked out from published pages is kept in the cache under its edition, so that nothing has to be
looked for and thrown away. Editions have no order, only names: a cache that forgot them cannot return to one.
"""

import secrets
from collections.abc import Callable

from django.core.cache import cache
from django.db import transaction

KEY = "local_offer:edition"


def new_edition() -> None:
    """Begin an edition: at once for who reads in this transaction, and again when it is there for everybody."""
    _begin()
    transaction.on_commit(_begin)


def current_edition() -> str:
    return cache.get(KEY) or _begin()


def kept_for_this_edition(name: str, work_out: Callable[[], object]):
    """The value kept under this name, or worked out and kept until the next edition."""
    key = f"local_offer:{name}:{current_edition()}"
    return cache.get_or_set(key, work_out, timeout=24 * 60 * 60)


def _begin() -> str:
    name = secrets.token_hex(8)
    cache.set(KEY, name, timeout=None)
    return name
