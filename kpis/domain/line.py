"""A record as a line the size of a word: the least that is needed to draw it and to say it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Line:
    """Periods in date order, without forecasts; each list has an entry for every one of them.

    `days` are the days they are drawn at, counted as `date.toordinal` counts. `values` are exact and of any one
    scale, None where a symbol stands instead; `scale` turns one into the number that is drawn. `said(n)` are the
    n-th in words, asked for the few that are named: `16.9% in January 2014`.
    """

    days: Sequence[int]
    values: Sequence[int | Decimal | None]
    is_break: Sequence[bool]
    said: Callable[[int], str]
    scale: Callable[[int | Decimal], float] = float
