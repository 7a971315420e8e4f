"""Forecasts made whole so that age, need and total tie: the totals first, then each table on its own.

The number of all plans is the sum of the categories rounded to the nearest whole number, half up. The
categories are rounded up or down to add up to it. Each table is then rounded up or down so that its
columns are these categories, and its rows come to their sums rounded up or down wherever that can be.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import floor

from kpis.domain.rounding import NotRoundable, controlled_rounding, largest_remainder

HALF = Fraction(1, 2)
Table = Sequence[Sequence[Fraction]]


class NotWhole(ValueError):
    """The cells of a table do not come to its totals, so that no rounding makes them tie."""


@dataclass(frozen=True, slots=True)
class Forecast:
    """One year: the totals of the categories, and every table rounded, by the name it was given under."""

    totals: list[int]
    tables: dict[str, list[list[int]]]


def tie(totals: Sequence[Fraction], tables: Mapping[str, Table]) -> Forecast:
    """The year's totals and tables in whole numbers that tie; NotWhole names the table that cannot."""
    whole = largest_remainder(totals, floor(sum(totals) + HALF))
    return Forecast(whole, {name: _rounded(name, cells, whole) for name, cells in tables.items()})


def _rounded(name: str, cells: Table, columns: list[int]) -> list[list[int]]:
    try:
        return controlled_rounding(cells, columns=columns)
    except NotRoundable as problem:
        raise NotWhole(name) from problem
