"""What a top-up costs on average, and how many it is an average of."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fractions import Fraction

from .stays import Stay, days_of_year

FEW = 5  # below this an average says more about single children than about a price


@dataclass(frozen=True, slots=True)
class Average:
    """The top-ups of a group that had a day in the year. `cost` is pence, exact; `days` those occupied."""

    top_ups: int
    days: int
    cost: Fraction
    days_of_year: int

    @property
    def each(self) -> Fraction:
        """Pence spent in the year for each top-up, however long it lasted."""
        return self.cost / self.top_ups

    @property
    def full_year(self) -> Fraction:
        """Pence for a place that is occupied the whole year."""
        return self.cost / self.places

    @property
    def places(self) -> Fraction:
        """Places occupied on the average day."""
        return Fraction(self.days, self.days_of_year)

    @property
    def is_of_few(self) -> bool:
        return self.top_ups < FEW


def averages(stays: Iterable[Stay], *, year: int, by: Callable[[Stay], str]) -> dict[str, Average]:
    """The averages of each group of stays, in order of their names; stays without a day in the year left out.

    A top-up is a reference: a place taken twice in a year counts once.
    """
    groups: dict[str, list[Stay]] = {}
    for stay in stays:
        if stay.days_in(year):
            groups.setdefault(by(stay), []).append(stay)
    return {name: _average(groups[name], year) for name in sorted(groups)}


def _average(stays: list[Stay], year: int) -> Average:
    return Average(
        top_ups=len({stay.reference for stay in stays}),
        days=sum(stay.days_in(year) for stay in stays),
        cost=sum((stay.cost_in(year) for stay in stays), Fraction(0)),
        days_of_year=days_of_year(year),
    )
