"""Days a place was occupied, and what they cost."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise

from ..rounding import largest_remainder


class TopUpError(ValueError):
    """What cannot be, in words that a person can act on."""


class EndsBeforeItStarts(TopUpError):
    """A stay of no day."""


def year_of_days(year: int) -> tuple[date, date]:
    """The first day of a financial year and the first day after it."""
    return date(year, 4, 1), date(year + 1, 4, 1)


def days_of_year(year: int) -> int:
    """365, or 366 where 29 February falls into it."""
    start, end = year_of_days(year)
    return (end - start).days


@dataclass(frozen=True, slots=True)
class Stay:
    """One top-up: `reference` is the place's own code, `setting` whoever is paid, pence a year of 365 or 366 days.

    From `start` up to, but not including, `end`; None while it goes on. EndsBeforeItStarts where that is no day.
    """

    reference: str
    setting: str
    sector: str
    band: str
    annual_pence: int
    start: date
    end: date | None = None

    def __post_init__(self):
        if self.end is not None and self.end <= self.start:
            raise EndsBeforeItStarts("The last day comes before the first.")

    @property
    def last_day(self) -> date | None:
        return self.end and self.end - timedelta(days=1)

    def days_in(self, year: int) -> int:
        """How many days of the financial year it was occupied; 0 where it lies outside."""
        first, after = year_of_days(year)
        return max(0, (min(self.end or after, after) - max(self.start, first)).days)

    def cost_in(self, year: int, *, annual_pence: int | None = None) -> Fraction:
        """Pence of the year, pro rata to its days; at another annual rate where one is given."""
        rate = self.annual_pence if annual_pence is None else annual_pence
        return Fraction(rate * self.days_in(year), days_of_year(year))


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two stays of one reference that share days: a place is occupied by one child at a time."""

    first: Stay
    second: Stay

    @property
    def shared_days(self) -> tuple[date, date | None]:
        """The first day they share, and the first they do not; None where neither ends."""
        ends = [stay.end for stay in (self.first, self.second) if stay.end]
        return self.second.start, min(ends, default=None)


def overlaps(stays: Iterable[Stay]) -> list[Overlap]:
    """Every stay that begins before an earlier one of its reference has ended, with the one that ends last."""
    by_reference: dict[str, list[Stay]] = {}
    for stay in stays:
        by_reference.setdefault(stay.reference, []).append(stay)
    return [overlap for group in by_reference.values() for overlap in _overlaps_of(group)]


def _overlaps_of(stays: list[Stay]) -> Iterable[Overlap]:
    ordered = sorted(stays, key=lambda stay: stay.start)
    longest = ordered[0]
    for _, stay in pairwise(ordered):
        if longest.end is None or stay.start < longest.end:
            yield Overlap(longest, stay)
        if longest.end is not None and (stay.end is None or stay.end > longest.end):
            longest = stay


def shared_out(costs: Mapping[str, Fraction], *, total: int | None = None) -> dict[str, int]:
    """Each cost in whole pence, so that together they are `total`: by itself the sum to the nearest penny."""
    if total is None:
        total = (2 * sum(costs.values(), Fraction(0)) + 1) // 2
    return dict(zip(costs, largest_remainder(list(costs.values()), total), strict=True))
