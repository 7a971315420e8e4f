"""One reporting period and the seven kinds there are."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from functools import total_ordering

from .errors import WrongLength


class PeriodKind(StrEnum):
    """How long a period is and where it may begin."""

    MONTH = "month"
    QUARTER = "quarter"
    TERM = "term"
    FINANCIAL_YEAR = "financial_year"
    ACADEMIC_YEAR = "academic_year"
    CALENDAR_YEAR = "calendar_year"
    CENSUS = "census"

    @property
    def label(self) -> str:
        return _KIND_LABELS[self]


_KIND_LABELS = {
    PeriodKind.MONTH: "Month",
    PeriodKind.QUARTER: "Quarter",
    PeriodKind.TERM: "Term",
    PeriodKind.FINANCIAL_YEAR: "Financial year",
    PeriodKind.ACADEMIC_YEAR: "Academic year",
    PeriodKind.CALENDAR_YEAR: "Calendar year",
    PeriodKind.CENSUS: "January census",
}

MONTH_NAMES = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)

A_DAY = timedelta(days=1)

# Kinds the calendar fixes: the months they may begin in and how many months they last.
FIXED = {
    PeriodKind.MONTH: (frozenset(range(1, 13)), 1),
    PeriodKind.QUARTER: (frozenset({1, 4, 7, 10}), 3),
    PeriodKind.FINANCIAL_YEAR: (frozenset({4}), 12),
    PeriodKind.ACADEMIC_YEAR: (frozenset({9}), 12),
    PeriodKind.CALENDAR_YEAR: (frozenset({1}), 12),
}

# Terms are data, so only their plausibility is checked: from a half-term to almost half a year.
SHORTEST_TERM, LONGEST_TERM = timedelta(days=28), timedelta(days=160)


@total_ordering
@dataclass(frozen=True, slots=True)
class Period:
    """The days from `start` up to but not including `end`; checked to be one whole period of its kind.

    Periods are equal when kind, start and end are; they sort by start, then end, then kind. `name` is
    what a council calls a term where it is not the season ("Term 1"); it takes no part in comparison.
    """

    kind: PeriodKind
    start: date
    end: date
    name: str = field(default="", compare=False)

    def __post_init__(self):
        object.__setattr__(self, "kind", PeriodKind(self.kind))
        _check(self.kind, self.start, self.end)

    def __lt__(self, other: "Period") -> bool:
        if not isinstance(other, Period):
            return NotImplemented
        return (self.start, self.end, self.kind) < (other.start, other.end, other.kind)

    @property
    def last_day(self) -> date:
        """The day the period stands at when it is compared with a trajectory."""
        return self.end - A_DAY

    @property
    def label(self) -> str:
        """The period in words; `parse(period.label, period.kind)` gives the period back."""
        return _LABELS[self.kind](self)

    @property
    def short_label(self) -> str:
        """The label where room is short, as on the axis of a chart."""
        if self.kind is PeriodKind.ACADEMIC_YEAR:
            return year_name(self.start.year)
        return self.label.replace(self._month, self._month[:3])

    @property
    def _month(self) -> str:
        return MONTH_NAMES[self.start.month - 1]


def year_name(first: int) -> str:
    """`2019` as the year that begins in it and ends in the next: "2019/20"."""
    return f"{first}/{(first + 1) % 100:02d}"


def add_months(day: date, months: int) -> date:
    """The first of the month so many months from a first of the month."""
    years, month = divmod(day.month - 1 + months, 12)
    return date(day.year + years, month + 1, 1)


def census_day(year: int) -> date:
    """The January school census day, by the Department for Education's rule: the third Thursday."""
    first = date(year, 1, 1)
    to_thursday = (3 - first.weekday()) % 7
    return first + timedelta(days=to_thursday + 14)


def _check(kind: PeriodKind, start: date, end: date) -> None:
    if kind in FIXED:
        months, length = FIXED[kind]
        right = start.day == 1 and start.month in months and end == add_months(start, length)
    elif kind is PeriodKind.TERM:
        right = SHORTEST_TERM <= end - start <= LONGEST_TERM
    else:
        # 1 January is a bank holiday, never a census: it is what spreadsheets make of "Jan 2019".
        right = start.month == 1 and start.day > 1 and end - start == timedelta(days=1)
    if not right:
        raise WrongLength(f"From {start.isoformat()} up to {end.isoformat()} is not {_WHOLE[kind]}.")


_WHOLE = {
    PeriodKind.MONTH: "one whole month",
    PeriodKind.QUARTER: "one quarter beginning in April, July, October or January",
    PeriodKind.TERM: f"a term of {SHORTEST_TERM.days} to {LONGEST_TERM.days} days",
    PeriodKind.FINANCIAL_YEAR: "a financial year from 1 April to 31 March",
    PeriodKind.ACADEMIC_YEAR: "an academic year from 1 September to 31 August",
    PeriodKind.CALENDAR_YEAR: "a calendar year from 1 January to 31 December",
    PeriodKind.CENSUS: "a census, which is one day in January after New Year's Day",
}


def _term_label(period: Period) -> str:
    start = period.start
    # A term may begin in the last days of August; it belongs to the academic year that follows.
    academic_year = start.year if start.month >= 8 else start.year - 1
    return f"{period.name or _season(start.month)} {year_name(academic_year)}"


def _season(month: int) -> str:
    if month >= 8:
        return "Autumn"
    return "Spring" if month <= 3 else "Summer"


def _quarter_label(period: Period) -> str:
    number, year = (period.start.month - 4) % 12 // 3 + 1, period.start.year
    return f"Q{number} {year_name(year if period.start.month >= 4 else year - 1)}"


def _census_label(period: Period) -> str:
    month = f"{MONTH_NAMES[0]} {period.start.year}"
    return month if period.start == census_day(period.start.year) else f"{period.start.day} {month}"


_LABELS = {
    PeriodKind.MONTH: lambda period: f"{period._month} {period.start.year}",
    PeriodKind.QUARTER: _quarter_label,
    PeriodKind.TERM: _term_label,
    PeriodKind.FINANCIAL_YEAR: lambda period: year_name(period.start.year),
    PeriodKind.ACADEMIC_YEAR: lambda period: f"{year_name(period.start.year)} academic year",
    PeriodKind.CALENDAR_YEAR: lambda period: str(period.start.year),
    PeriodKind.CENSUS: _census_label,
}
