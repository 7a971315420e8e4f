"""Which edition of what the Board reads the database holds: a new one begins with every statement that writes to it.

Triggers on the tables that the Board's pages read (`migrations`) first take a lock that many may hold at once, which
PostgreSQL gives back when the writing transaction has ended, and then count the edition up. So whoever reads the
number, and after it finds that nobody holds the lock, knows that everything up to that number can be read by
everybody. What is worked out after that may be kept under it, in whichever way and process a row was written.
"""

import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.conf import settings
from django.db import connection

NOW = "SELECT edition, is_being_written FROM board_edition_now()"
MAKES_A_PAGE = frozenset({".py", ".html", ".css", ".js", ".svg", ".txt"})


@dataclass(frozen=True, slots=True)
class Edition:
    """An edition by its name. While it is being written to, nothing may be kept under it."""

    name: str
    is_being_written: bool


def current_edition() -> Edition:
    """The edition that the database holds; read it before what is to be kept under it. One query."""
    with connection.cursor() as cursor:
        cursor.execute(NOW)
        name, is_being_written = cursor.fetchone()
    return Edition(name, is_being_written)


def software() -> tuple[str, ...]:
    """What else than rows makes a page: other code, templates or names of the partnership make another page."""
    return _fingerprint(), settings.PARTNERSHIP_NAME, settings.AREA_NAME, str(settings.DEMO)


@cache
def _fingerprint() -> str:
    folders = (settings.BASE_DIR / package for package in ("portal", "feedback", "kpis"))
    files = [file for folder in folders for file in folder.rglob("*") if file.suffix in MAKES_A_PAGE]
    return hashlib.sha256(b"".join(map(Path.read_bytes, sorted(files)))).hexdigest()[:16]
