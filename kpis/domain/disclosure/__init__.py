"""Small numbers: which counts of a table may be shown, so that no small one can be read or worked out.

`release` is the one door: what it gives back holds no count that must not be read, and whoever renders it
cannot reach the rest. `audit` looks at what was released with an attacker's eyes.
"""

from .auditing import Narrow, audit
from .released import HIDDEN, HIDDEN_WORDS, HeldBack, Release, Rounded
from .releasing import release, release_together
from .rounding import rounded
from .table import Axis, NotATable, Table

__all__ = [
    "HIDDEN",
    "HIDDEN_WORDS",
    "Axis",
    "HeldBack",
    "Narrow",
    "NotATable",
    "Release",
    "Rounded",
    "Table",
    "audit",
    "release",
    "release_together",
    "rounded",
]
