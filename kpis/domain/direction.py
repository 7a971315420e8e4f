"""Direction of travel: Kendall's S with its exact distribution, on the last figures of a series.

S counts pairs of figures in time order: one more for each pair that rises, one less for each that falls,
nothing for a tie. If order did not matter, every order of the same values would be equally likely. The
number of orders with a given S follows from how often each value occurs (the q-multinomial coefficient
counts them by their falls), so the chance of an S as large as the one seen is a ratio of whole numbers.
"""

from collections import Counter
from collections.abc import Sequence
from datetime import timedelta
from decimal import Decimal
from enum import StrEnum
from functools import cache
from itertools import combinations
from math import comb

from .definition import Polarity
from .periods import Period, year_containing

LOOKED_AT, FEWEST = 8, 4
ONE_IN = 20  # clear at a chance of 1 in 20 or less, on each side


class Direction(StrEnum):
    """Where the figures are heading, beyond what chance alone would often do."""

    IMPROVING = "improving"
    WORSENING = "worsening"
    RISING = "rising"
    FALLING = "falling"
    NO_CLEAR_CHANGE = "no_clear_change"
    TOO_LITTLE_DATA = "too_little_data"

    @property
    def words(self) -> str:
        return self.value.replace("_", " ").capitalize()


# Inside its range a value may go either way, and outside it which way is good depends on the side; so
# a range, like demand, is told as rising or falling and left to the reader and the rating.
_TOLD = {
    Polarity.HIGHER: (Direction.IMPROVING, Direction.WORSENING),
    Polarity.LOWER: (Direction.WORSENING, Direction.IMPROVING),
    Polarity.RANGE: (Direction.RISING, Direction.FALLING),
    Polarity.NONE: (Direction.RISING, Direction.FALLING),
}


def direction(values: Sequence[Decimal], polarity: Polarity) -> Direction:
    """Where values in time order are heading, by the last eight; fewer than four are too few to say.

    Give the values since the last break, without ghosted points and forecasts.
    """
    recent = list(values)[-LOOKED_AT:]
    if len(recent) < FEWEST:
        return Direction.TOO_LITTLE_DATA
    s = kendall_s(recent)
    ties = tuple(sorted(Counter(recent).values()))
    return told(s, polarity) if is_clear(abs(s), ties) else Direction.NO_CLEAR_CHANGE


def told(s: int, polarity: Polarity) -> Direction:
    """The word for a clear change, rising where S is above nought."""
    up, down = _TOLD[polarity]
    return up if s > 0 else down


def kendall_s(values: Sequence[Decimal]) -> int:
    """Pairs that rise less pairs that fall, in time order."""
    return sum((later > earlier) - (later < earlier) for earlier, later in combinations(values, 2))


@cache
def is_clear(s: int, ties: tuple[int, ...]) -> bool:
    """Whether a chance order gives an S of at least this in at most 1 of 20 cases."""
    orders = orders_by_s(ties)
    as_large = sum(number for seen, number in orders.items() if seen >= s)
    return as_large * ONE_IN <= sum(orders.values())


@cache
def orders_by_s(ties: tuple[int, ...]) -> dict[int, int]:
    """How many orders of the values have each S, where each distinct value occurs so often as `ties` says.

    The same S is as often above nought as below, so one table serves both sides.
    """
    by_falls, placed = [1], 0
    for size in ties:
        placed += size
        by_falls = _product(by_falls, _q_binomial(placed, size))
    pairs = comb(placed, 2) - sum(comb(size, 2) for size in ties)
    return {pairs - 2 * falls: number for falls, number in enumerate(by_falls)}


@cache
def _q_binomial(n: int, k: int) -> tuple[int, ...]:
    """Orders of k equal things among n by their inversions: Pascal's rule with a shift of k."""
    if k in (0, n):
        return (1,)
    with_last, without = _q_binomial(n - 1, k - 1), _q_binomial(n - 1, k)
    total = [0] * (k * (n - k) + 1)
    for falls, number in enumerate(with_last):
        total[falls] += number
    for falls, number in enumerate(without):
        total[falls + k] += number
    return tuple(total)


def _product(left: Sequence[int], right: Sequence[int]) -> list[int]:
    total = [0] * (len(left) + len(right) - 1)
    for i, a in enumerate(left):
        for j, b in enumerate(right):
            total[i + j] += a * b
    return total


# Cumulative figures

SHORTEST_MISSING = timedelta(days=28)  # a gap this long has room for a whole period


def de_accumulate(
    figures: Sequence[tuple[Period, Decimal | None]], year_start: tuple[int, int]
) -> list[tuple[Period, Decimal | None]]:
    """What each period added, from figures of the year so far, in time order.

    A year's first period adds its own figure. Later ones add the difference from the period just before;
    where that figure is missing, or the own one is, what the period added is not known: None.
    """
    added = []
    before: tuple[Period, Decimal | None] | None = None
    for period, value in figures:
        added.append((period, _added(period, value, before, year_start)))
        before = period, value
    return added


def _added(period: Period, value: Decimal | None, before, year_start: tuple[int, int]) -> Decimal | None:
    if value is None:
        return None
    first_day = year_containing(period.last_day, year_start)
    if period.start - first_day < SHORTEST_MISSING:
        return value
    if before is None or before[1] is None or period.start - before[0].end >= SHORTEST_MISSING:
        return None
    return value - before[1]
