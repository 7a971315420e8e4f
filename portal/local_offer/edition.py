"""Which edition of the Local Offer readers see: a new one begins whenever something is published.

What is worked out from published pages is kept in the cache under its edition, so that nothing has to be
looked for and thrown away. Editions have no order, only names: a cache that forgot them cannot return to one.
"""

import secrets
import threading
import time
from collections.abc import Callable, Hashable

from django.core.cache import cache
from django.db import transaction

KEY = "local_offer:edition"
# What nobody begins an edition for, such as an answer to a comment, is a minute late at most.
KEPT_FOR_SECONDS = 60
# Readers cannot tell a page that is a fifth of a second old. Whoever publishes has a session, and asks anew.
ASKED_AGAIN_AFTER_SECONDS = 0.2


class OwnMemory:
    """What this process itself keeps of one edition: so many values, which all go when the next one is seen.

    Values are shared by everybody who asks, so they are not to be changed.
    """

    def __init__(self, *, most: int):
        self._most = most
        self._keeping = threading.Lock()
        self._held = (None, {})  # the edition and its values, replaced together

    def get(self, edition: Hashable, name: Hashable, *, at: float):
        """The value kept under this name; None where there is none for this edition at this second."""
        of, values = self._held
        value, until = values.get(name, (None, at))
        return value if of == edition and at < until else None

    def keep(self, edition: Hashable, name: Hashable, value, *, until: float) -> None:
        """Keep a value up to this second. The one that was kept first makes room."""
        with self._keeping:
            if self._held[0] != edition:
                self._held = (edition, {})
            values = self._held[1]
            values.pop(name, None)
            if len(values) >= self._most:
                del values[next(iter(values))]
            values[name] = (value, until)


class LastHeard:
    """The edition's name as this process heard it last."""

    def __init__(self):
        self.forget()

    def hear(self, name: str | None) -> str | None:
        self._name, self._until = name, time.monotonic() + ASKED_AGAIN_AFTER_SECONDS
        return name

    def forget(self) -> None:
        """Ask the cache next time: for whoever has cleared it."""
        self.hear(None)

    def name(self) -> str | None:
        """None where it was heard too long ago."""
        return self._name if time.monotonic() < self._until else None


_REMEMBERED = OwnMemory(most=10)
LAST_HEARD = LastHeard()


def new_edition() -> None:
    """Begin an edition: at once for who reads in this transaction, and again when it is there for everybody."""
    _begin()
    transaction.on_commit(_begin)


def current_edition() -> str:
    return LAST_HEARD.hear(cache.get(KEY)) or _begin()


def edition_just_now() -> str:
    """As `current_edition`, or as it was an instant ago: for readers without a session."""
    return LAST_HEARD.name() or current_edition()


def kept_for_this_edition(name: str, work_out: Callable[[], object]):
    """The value kept under this name, or worked out and kept until the next edition."""
    key = f"local_offer:{name}:{current_edition()}"
    return cache.get_or_set(key, work_out, timeout=24 * 60 * 60)


def remembered_for_this_edition(name: str, work_out: Callable[[], object]):
    """As `kept_for_this_edition`, but in this process's own memory, as what it is, and for a minute at most."""
    edition, now = current_edition(), time.time()
    value = _REMEMBERED.get(edition, name, at=now)
    if value is None:
        value = work_out()
        _REMEMBERED.keep(edition, name, value, until=now + KEPT_FOR_SECONDS)
    return value


def _begin() -> str:
    name = secrets.token_hex(8)
    cache.set(KEY, name, timeout=None)
    LAST_HEARD.forget()  # also where there is no cache that it could be heard of again
    return name
