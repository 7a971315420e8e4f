"""Values as whole numbers of their smallest place, so that sums and comparisons are exact."""

from collections.abc import Sequence
from decimal import Decimal

import numpy as np

PLACES = (0, 1, 2, 4, 6, 9)  # of what people report; anything finer takes the slower way
EXACT_IN_FLOAT = 2.0**52
MACHINE = 2.0**62

Whole = tuple[np.ndarray, np.ndarray]


def whole_numbers(written: np.ndarray, starts: np.ndarray, lengths: np.ndarray) -> Whole | None:
    """The values of several series times ten to the power of the series' places, and these places.

    Series begin at `starts` and none is empty. Machine integers where they and what is worked out of them
    fit, else Python's own, which never overflow. None where floating point cannot hold the values as written.
    """
    numbers, places = np.zeros(len(written)), np.full(len(starts), -1)
    for candidate in PLACES:
        scaled = np.rint(written * 10.0**candidate)
        is_whole = (np.abs(scaled) < EXACT_IN_FLOAT) & (scaled / 10.0**candidate == written)
        found = (places < 0) & np.logical_and.reduceat(is_whole, starts)
        places[found] = candidate
        numbers = np.where(np.repeat(found, lengths), scaled, numbers)
        if (places >= 0).all():
            return as_integers(numbers, int(lengths.max())), places
    return None


def as_integers(numbers: np.ndarray, longest: int) -> np.ndarray:
    """Whole numbers as the machine keeps them where every product of theirs fits, else as Python does.

    The widest product in use: a difference, times the number of points twice, times 3,267.
    """
    widest = float(np.abs(numbers).max(initial=0)) * 2 * 3267 * (longest + 1) ** 2
    whole = numbers.astype(np.int64)
    return whole if widest < MACHINE else whole.astype(object)


def whole_decimals(values: Sequence[Decimal], starts: np.ndarray, lengths: np.ndarray) -> Whole:
    """The same with the places each series has, however many, in Python's own numbers."""
    exact = [Decimal(value) for value in values]
    numbers, places = np.empty(len(exact), dtype=object), []
    for start, length in zip(starts, lengths, strict=True):
        series = exact[start : start + length]
        places.append(max([0, *(-value.as_tuple().exponent for value in series)]))
        numbers[start : start + length] = [int(value.scaleb(places[-1])) for value in series]
    return numbers, np.array(places)
