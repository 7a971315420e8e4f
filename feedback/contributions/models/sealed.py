"""Text that is sealed at rest: encrypted under a key from the environment, which can be rotated."""

import base64
import functools
import hashlib

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.db import models


class CannotOpen(Exception):
    """No key that we have opens this: PORTAL_SEALING_KEYS_BEFORE lacks the one that sealed it."""


def seal_text(text: str) -> bytes:
    """Sealed under the newest key; the same words never look the same twice. Raises ValueError without words."""
    if not text:
        raise ValueError("There are no words to seal.")
    return _box(tuple(settings.SEALING_KEYS)).encrypt(text.encode())


def open_text(sealed: bytes) -> str:
    """The words again. Raises CannotOpen."""
    try:
        return _box(tuple(settings.SEALING_KEYS)).decrypt(bytes(sealed)).decode()
    except InvalidToken as wrong:
        raise CannotOpen("PORTAL_SEALING_KEY has changed: name the earlier key too.") from wrong


def reseal(sealed: bytes) -> bytes:
    """The same words under the newest key. Raises CannotOpen."""
    try:
        return _box(tuple(settings.SEALING_KEYS)).rotate(bytes(sealed))
    except InvalidToken as wrong:
        raise CannotOpen("PORTAL_SEALING_KEY has changed: name the earlier key too.") from wrong


def is_sealed_by_newest(sealed: bytes) -> bool:
    """Whether the newest key alone opens this."""
    try:
        _box(tuple(settings.SEALING_KEYS[:1])).decrypt(bytes(sealed))
    except InvalidToken:
        return False
    return True


@functools.lru_cache(maxsize=4)
def _box(keys: tuple[str, ...]) -> MultiFernet:
    """Secrets of any length make keys of 32 bytes. They are random already: nothing to stretch."""
    return MultiFernet(
        [Fernet(base64.urlsafe_b64encode(hashlib.sha256(key.encode()).digest())) for key in keys]
    )


class SealedTextField(models.BinaryField):
    """Text in Python, bytes that only the key opens in the database. It cannot be searched or compared there."""

    def get_prep_value(self, value):
        return seal_text(value) if isinstance(value, str) else value

    def from_db_value(self, value, expression, connection):
        return None if value is None else open_text(value)

    def to_python(self, value):
        return value

    def get_lookup(self, lookup_name):
        return super().get_lookup(lookup_name) if lookup_name == "isnull" else None

    def value_to_string(self, obj):
        raise NotImplementedError("Sealed text is never written to a fixture.")
