"""Forecasts made whole so that age, need and total tie: the totals first, then each table on its own.

The number of all plans is the sum of the categories rounded to the nearest whole number, half up. The
categories are rounded up or down to add up to it. Each table is then rounded up or down so that its
columns are these categories, and its rows come to their sums rounded up or down wherever that can be.

Two categories of 10.4 and 20.4 make 30.8, so 31 plans: 11 and 20, the earlier of two equals going up.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import floor

from kpis.domain.rounding import NotRoundable, controlled_rounding, largest_remainder

HALF = Fraction(1, 2)
Table = Sequence[Sequence[Fraction]]


@dataclass(frozen=True, slots=True)
class Tied:
    """One year in whole numbers: its categories, and of the tables given each that comes to them.

    `apart` names the tables whose cells no rounding brings to the categories.
    """

    totals: list[int]
    tables: dict[str, list[list[int]]]
    apart: tuple[str, ...]


def tie(totals: Sequence[Fraction], tables: Mapping[str, Table]) -> Tied:
    """Round a year's categories, and each table of rows by category to them."""
    whole = largest_remainder(totals, floor(sum(totals) + HALF))
    rounded = {name: _rounded(cells, whole) for name, cells in tables.items()}
    return Tied(
        whole,
        {name: cells for name, cells in rounded.items() if cells is not None},
        tuple(name for name, cells in rounded.items() if cells is None),
    )


def _rounded(cells: Table, columns: list[int]) -> list[list[int]] | None:
    """None where the cells of some column are a whole plan or more away from its total."""
    try:
        return controlled_rounding(cells, columns=columns)
    except NotRoundable:
        return None
