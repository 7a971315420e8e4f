"""What was taken out and put in between two texts, word by word."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum


class Change(StrEnum):
    SAME = "same"
    OUT = "taken out"
    IN = "put in"


@dataclass(frozen=True, slots=True)
class Piece:
    change: Change
    text: str


def difference(before: str, after: str) -> list[Piece]:
    """Pieces in reading order. Without what was put in they spell `before`; without what was taken out, `after`.

    Words repeated all over a long text are no anchors (difflib's "junk"): without that rule a few
    thousand equal words take minutes.
    """
    old, new = _words(before), _words(after)
    pieces = []
    for kind, i, j, k, m in SequenceMatcher(None, old, new, autojunk=True).get_opcodes():
        if kind == "equal":
            pieces.append(Piece(Change.SAME, "".join(old[i:j])))
            continue
        if i < j:
            pieces.append(Piece(Change.OUT, "".join(old[i:j])))
        if k < m:
            pieces.append(Piece(Change.IN, "".join(new[k:m])))
    return pieces


def _words(text: str) -> list[str]:
    """Words with the spaces after them; joined they are the text again."""
    return re.findall(r"^\s+|\S+\s*", text)
