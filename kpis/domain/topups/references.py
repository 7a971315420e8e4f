"""The council's own code of a place or a top-up, which must never be a child's name."""

import re

from .stays import TopUpError

# With a digit and without spaces or small letters nothing that passes reads like a name.
PATTERN = r"^(?=.*[0-9])[A-Z0-9][A-Z0-9/-]{1,19}$"


class NotAReference(TopUpError):
    """Said of what is no code, which may be a name."""


def checked_reference(text: str) -> str:
    """The code as typed; NotAReference for everything that might be a name."""
    if not re.fullmatch(PATTERN, text):
        raise NotAReference(
            "A reference has capital letters, digits, hyphens and strokes, at least one digit, and 2 to 20 "
            "characters. Never use a child's name."
        )
    return text
