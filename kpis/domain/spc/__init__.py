"""Statistical process control: whether a series does what it usually does, and whether that meets its target.

The XmR chart as the NHS draws it ("Making Data Count"). One result comes out, and chart, icon, table, export
and words are all made of it. Everything is decided on whole numbers, so rounding never makes a signal.
"""

from .analysis import analyse, icons_of
from .icons import FEWEST, FEWEST_IN_PART, Assurance, Icons, Variation
from .method import Conflict, Method, MethodRefused, Profile
from .observed import DaysOutOfOrder, NotInTheData, Observed
from .result import Limits, Point, Signal, Spc
from .shown import SIGNAL_WORDS, Note, Process, rules_of

__all__ = [
    "FEWEST",
    "FEWEST_IN_PART",
    "SIGNAL_WORDS",
    "Assurance",
    "Conflict",
    "DaysOutOfOrder",
    "Icons",
    "Limits",
    "Method",
    "MethodRefused",
    "NotInTheData",
    "Note",
    "Observed",
    "Point",
    "Process",
    "Profile",
    "Signal",
    "Spc",
    "Variation",
    "analyse",
    "icons_of",
    "rules_of",
]
