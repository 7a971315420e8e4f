"""The values that have been recorded about a KPI."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from ..periods import Period
from ..symbols import Symbol


class RepeatedPeriod(ValueError):
    """Two figures for one period, of which only one can be the Board's."""


@dataclass(frozen=True, slots=True)
class BaselineValue:
    """The value a KPI is judged from; it may be a forecast that was agreed as the baseline."""

    value: Decimal
    period: Period
    is_forecast: bool = False


@dataclass(frozen=True, slots=True)
class FigureValue:
    """The Board's figure of one period: a value, a value with a symbol beside it, or a symbol instead.

    The database holds the pairing. A ghosted point is left out of the direction of travel alone.
    """

    period: Period
    value: Decimal | None
    symbol: Symbol | None = None
    is_ghosted: bool = False

    @property
    def is_forecast(self) -> bool:
        return self.symbol is Symbol.FORECAST

    @property
    def symbol_words(self) -> str:
        return self.symbol.words if self.symbol else ""


def in_order(figures: Iterable[FigureValue]) -> list[FigureValue]:
    """The figures, oldest first; RepeatedPeriod where one period has two."""
    ordered = sorted(figures, key=lambda figure: figure.period)
    for earlier, later in pairwise(ordered):
        if earlier.period == later.period:
            raise RepeatedPeriod(f"There are two figures for {later.period.label}.")
    return ordered
