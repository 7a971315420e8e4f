"""Moving along the calendar: the period a day falls in, the next one, the one before."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from .errors import ImpossiblePeriod, UnknownTerm
from .period import FIXED, Period, PeriodKind, add_months, census_day
from .terms import Term, terms_around


def from_start(kind: PeriodKind, start: date, *, terms: Sequence[Term] = ()) -> Period:
    """The period of this kind that begins on `start`; WrongLength or UnknownTerm where none does."""
    kind = PeriodKind(kind)
    if kind in FIXED:
        _, months = FIXED[kind]
        return Period(kind, start, add_months(start, months))
    if kind is PeriodKind.CENSUS:
        return Period(kind, start, start + timedelta(days=1))
    for term in terms_around(start, terms):
        if term.start == start:
            return term.period
    raise UnknownTerm(f"No term begins on {start.isoformat()}.")


def containing(day: date, kind: PeriodKind, *, terms: Sequence[Term] = ()) -> Period:
    """The period of this kind a day falls in; UnknownTerm for a day in no recorded term.

    A census stands until the next one, so the answer for a census is the latest at or before the day.
    """
    kind = PeriodKind(kind)
    if kind in FIXED:
        return from_start(kind, _start_before(day, kind))
    if kind is PeriodKind.CENSUS:
        this_year = census_day(day.year)
        return from_start(kind, this_year if this_year <= day else census_day(day.year - 1))
    for term in terms_around(day, terms):
        if term.start <= day < term.end:
            return term.period
    raise UnknownTerm(f"{day.isoformat()} falls in no recorded term.")


def last_ended(day: date, kind: PeriodKind, *, terms: Sequence[Term] = ()) -> Period:
    """The latest period of this kind whose last day is before `day`: the newest a figure can be due for."""
    kind = PeriodKind(kind)
    if kind is PeriodKind.TERM:
        ended = [term for term in terms_around(day, terms) if term.end <= day]
        if not ended:
            raise UnknownTerm(f"No recorded term has ended by {day.isoformat()}.")
        return ended[-1].period
    period = containing(day, kind)
    return period if period.end <= day else preceding(period)


def following(period: Period, *, terms: Sequence[Term] = ()) -> Period:
    """The next period of the same kind; UnknownTerm where no later term is recorded."""
    if period.kind in FIXED:
        return from_start(period.kind, period.end)
    if period.kind is PeriodKind.CENSUS:
        return from_start(period.kind, census_day(period.start.year + 1))
    later = [term for term in terms_around(period.end, terms) if term.start > _middle(period)]
    if not later:
        raise UnknownTerm(f"No term after {period.label} is recorded.")
    return later[0].period


def preceding(period: Period, *, terms: Sequence[Term] = ()) -> Period:
    """The period of the same kind before this one; UnknownTerm where no earlier term is recorded."""
    if period.kind in FIXED:
        _, months = FIXED[period.kind]
        return from_start(period.kind, add_months(period.start, -months))
    if period.kind is PeriodKind.CENSUS:
        return from_start(period.kind, census_day(period.start.year - 1))
    earlier = [term for term in terms_around(period.start, terms) if term.end <= _middle(period)]
    if not earlier:
        raise UnknownTerm(f"No term before {period.label} is recorded.")
    return earlier[-1].period


def span(first: Period, last: Period, *, terms: Sequence[Term] = ()) -> Iterator[Period]:
    """Every period from `first` to `last`, both included; nothing where `last` comes before `first`."""
    if first.kind is not last.kind:
        raise ImpossiblePeriod(f"{first.label} and {last.label} are periods of different kinds.")
    period = first
    while period.start <= last.start:
        yield period
        if period.start == last.start:
            return
        period = following(period, terms=terms)


def gaps(periods: Iterable[Period], *, terms: Sequence[Term] = ()) -> list[list[Period]]:
    """What lies between these periods of one kind and is not among them: one list for each gap, oldest first."""
    return [
        missing
        for before, after in pairwise(sorted(periods))
        if before.end < after.start and (missing := _between(before, after, terms))
    ]


def _between(before: Period, after: Period, terms: Sequence[Term]) -> list[Period]:
    """A term that was moved by days since it was reported is not missing."""
    inner = span(before, after, terms=terms)
    return [period for period in inner if before.end <= _middle(period) < after.start]


def _middle(period: Period) -> date:
    """A day to tell terms before from terms after, even where term dates were moved or overlap by days."""
    return period.start + (period.end - period.start) / 2


def _start_before(day: date, kind: PeriodKind) -> date:
    months, _ = FIXED[kind]
    start = day.replace(day=1)
    while start.month not in months:
        start = add_months(start, -1)
    return start


# When a KPI that adds up over a year starts again, where its definition does not say: with the year its
# periods are parts of. Months and quarters are counted in financial years.
_YEAR_STARTS = {
    PeriodKind.TERM: (9, 1),
    PeriodKind.ACADEMIC_YEAR: (9, 1),
    PeriodKind.CALENDAR_YEAR: (1, 1),
    PeriodKind.CENSUS: (1, 1),
}


def year_start_of(kind: PeriodKind) -> tuple[int, int]:
    """Month and day on which the year begins that periods of this kind are parts of."""
    return _YEAR_STARTS.get(kind, (4, 1))


def year_containing(day: date, year_start: tuple[int, int]) -> date:
    """The first day of the year a day falls in, for years that begin on this month and day."""
    year = day.year if (day.month, day.day) >= year_start else day.year - 1
    return date(year, *year_start)
