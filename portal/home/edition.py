"""Which edition of what the Board reads the database holds: a new one begins with every statement that writes to it.

Triggers on the tables that the Board's pages read (`migrations`) first take a lock that many may hold at once, which
PostgreSQL gives back when the writing transaction has ended, and then count the edition up. So whoever reads the
number, and after it finds that nobody holds the lock, knows that everything up to that number can be read by
everybody. What is worked out after that may be kept under it, in whichever way and process a row was written.
"""

import hashlib
from functools import cache
from pathlib import Path

from django.conf import settings
from django.db import connection

MAKES_A_PAGE = frozenset({".py", ".html", ".css", ".js", ".svg", ".txt"})


def current_edition() -> str | None:
    """The name of the edition that the database holds; None while it is being written to, and nothing may be kept.

    Ask before reading what is to be kept under it. One query.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT board_edition_now()")
        return cursor.fetchone()[0]


def software() -> tuple[str, ...]:
    """What else than rows makes a page: other code, templates or names of the partnership make another page."""
    return _fingerprint(), settings.PARTNERSHIP_NAME, settings.AREA_NAME, str(settings.DEMO)


@cache
def _fingerprint() -> str:
    folders = (settings.BASE_DIR / package for package in ("portal", "feedback", "kpis"))
    files = [file for folder in folders for file in folder.rglob("*") if file.suffix in MAKES_A_PAGE]
    return hashlib.sha256(b"".join(map(Path.read_bytes, sorted(files)))).hexdigest()[:16]
