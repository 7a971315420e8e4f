"""What it costs to pay for places while nobody occupies them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import pairwise

from .stays import Stay, days_of_year, year_of_days


@dataclass(frozen=True, slots=True)
class PlacesPaidFor:
    """So many places of a setting, and the pence a year paid for each while it is empty, from `start` up to `end`."""

    places: int
    annual_pence: int
    start: date
    end: date | None = None


@dataclass(frozen=True, slots=True)
class EmptyPlaces:
    """A setting's year. Place-days are places times days; costs are pence, exact."""

    paid_place_days: int
    occupied_place_days: int
    empty_place_days: int
    pro_rata: Fraction
    for_empty: Fraction
    days_of_year: int

    @property
    def in_full(self) -> Fraction:
        """What is paid where empty places are paid for too."""
        return self.pro_rata + self.for_empty

    @property
    def empty_places(self) -> Fraction:
        """On the average day of the year."""
        return Fraction(self.empty_place_days, self.days_of_year)


def empty_places(paid_for: Iterable[PlacesPaidFor], stays: Iterable[Stay], *, year: int) -> EmptyPlaces:
    """One setting's places against its stays, day by day. More stays than places leave none empty.

    Where several commitments run side by side their places add up, and an empty place costs the mean of
    their rates, weighted by places.
    """
    paid_for, stays = list(paid_for), list(stays)
    paid_days = empty_days = 0
    for_empty = Fraction(0)
    for start, end in _spans(paid_for, stays, year):
        length = (end - start).days
        running = [c for c in paid_for if c.start <= start and (c.end is None or c.end > start)]
        places = sum(c.places for c in running)
        empty = max(0, places - sum(_covers(stay, start) for stay in stays))
        paid_days += places * length
        empty_days += empty * length
        if empty:
            rate = Fraction(sum(c.places * c.annual_pence for c in running), places)
            for_empty += rate * empty * length / days_of_year(year)
    return EmptyPlaces(
        paid_place_days=paid_days,
        occupied_place_days=sum(stay.days_in(year) for stay in stays),
        empty_place_days=empty_days,
        pro_rata=sum((stay.cost_in(year) for stay in stays), Fraction(0)),
        for_empty=for_empty,
        days_of_year=days_of_year(year),
    )


def _spans(paid_for: list[PlacesPaidFor], stays: list[Stay], year: int) -> Iterable[tuple[date, date]]:
    """The year cut wherever something begins or ends, so that nothing changes inside a span."""
    first, after = year_of_days(year)
    turns = {day for thing in (*paid_for, *stays) for day in (thing.start, thing.end) if day}
    return pairwise(sorted({first, after} | {day for day in turns if first < day < after}))


def _covers(stay: Stay, day: date) -> bool:
    return stay.start <= day and (stay.end is None or stay.end > day)
