"""Reporting periods: half-open `[start, end)` with a kind, read from and printed in the field's words."""

from .calendar import (
    containing,
    following,
    from_start,
    gaps,
    last_ended,
    preceding,
    span,
    year_containing,
    year_start_of,
)
from .errors import AmbiguousPeriod, ImpossiblePeriod, PeriodError, UnknownTerm, UnreadablePeriod, WrongLength
from .parsing import parse
from .period import Period, PeriodKind, census_day, year_name
from .terms import Term, standard_terms

__all__ = [
    "AmbiguousPeriod",
    "ImpossiblePeriod",
    "Period",
    "PeriodError",
    "PeriodKind",
    "Term",
    "UnknownTerm",
    "UnreadablePeriod",
    "WrongLength",
    "census_day",
    "containing",
    "following",
    "from_start",
    "gaps",
    "last_ended",
    "parse",
    "preceding",
    "span",
    "standard_terms",
    "year_containing",
    "year_name",
    "year_start_of",
]
