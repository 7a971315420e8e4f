"""Why a table cannot be read: as a whole, or in one cell."""

from dataclasses import dataclass


class UnreadableFile(Exception):
    """The file as a whole cannot be read; the message says what is wrong and what would do."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a table, and in which cell."""

    place: str
    text: str
    message: str
