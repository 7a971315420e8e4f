"""Rounding instead of hiding."""

from .released import Rounded
from .table import Table


def rounded(table: Table, *, to: int = 5) -> Rounded:
    """Every count and every total to the nearest `to`, halves upwards, each by itself: no total gives a part away."""
    nearest = tuple(tuple((2 * n + to) // (2 * to) * to for n in row) for row in table.with_totals)
    return Rounded(table.rows, table.columns, nearest, to=to)
