"""Tell "a server we need is away" from every other error."""

import sys

import psycopg
from django.db import InterfaceError, OperationalError

# Classes of SQLSTATE for "no connection now": 08 broken, 53 none left, 57P the server stops or starts.
NO_CONNECTION = ("08", "53", "57P")
# The same from broker and cache, by name: their libraries are reached through Celery and Django only.
BROKER_ERRORS = {("redis.exceptions", "ConnectionError"), ("kombu.exceptions", "OperationalError")}


def current_error() -> BaseException | None:
    """The error being handled now, as an error view finds it."""
    return sys.exc_info()[1]


def is_away(error: BaseException | None) -> bool:
    """True where the database or the broker could not be reached; a slow or wrong statement is not that."""
    if isinstance(error, OperationalError | InterfaceError):
        return _is_connection_lost(error.__cause__)
    return any((kind.__module__, kind.__name__) in BROKER_ERRORS for kind in type(error).__mro__)


def _is_connection_lost(cause: BaseException | None) -> bool:
    """A connection that failed or broke carries no SQLSTATE, or one that says so."""
    if not isinstance(cause, psycopg.Error):
        return False
    return cause.sqlstate is None or cause.sqlstate.startswith(NO_CONNECTION)
