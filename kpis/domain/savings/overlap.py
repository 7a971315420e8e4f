"""Savings made from the same money are counted once.

Initiatives on the same children or the same cost line share a base: what is spent there in a month. In
the order of their positions each counts min(stated, what is left of the base); one that states a per cent
counts that per cent of what is left, in whole pence, half a penny upwards. What is stated and not counted
is the overlap. So a group never counts more than its base, and nothing depends on who was entered first.

The base is money and has no type: it is used up by initiatives of every type alike. What they count is
still added up by type only.

Worked example: a base of £1,000,000, and £600,000 stated twice. The first counts £600,000, the second
the £400,000 that is left: £1,000,000 together, and £200,000 of overlap removed.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

NO_GROUP = -1
WHOLE = 10_000  # hundredths of a per cent in the whole


@dataclass(frozen=True, slots=True)
class SharedBases:
    """The bases of one year, and who shares them; whole pence.

    `group` and `position` have a value for each initiative: the row of its group in `pence`, or NO_GROUP,
    and its place in the order, unique within a group. `pence` and `is_stated` have a row a group and a
    column a month. Where no base is stated nothing is known to overlap: pounds count in full there, and a
    per cent of it comes to nothing.
    """

    group: NDArray[np.int64]
    position: NDArray[np.int64]
    pence: NDArray[np.int64]
    is_stated: NDArray[np.bool_]

    def of_the_year(self) -> "SharedBases":
        """The same in one column, a base being that of all twelve months; none where a month has none stated."""
        pence = self.pence.sum(axis=1, keepdims=True)
        return SharedBases(self.group, self.position, pence, self.is_stated.all(axis=1, keepdims=True))

    def turns(self) -> list[NDArray[np.intp]]:
        """The initiatives that come first in their groups, then all that come second, and so on."""
        rows = np.lexsort((self.position, self.group))
        rows = rows[self.group[rows] != NO_GROUP]
        groups = self.group[rows]
        turn = np.arange(len(rows)) - np.searchsorted(groups, groups)
        return [rows[turn == n] for n in range(turn.max(initial=-1) + 1)]


@dataclass(frozen=True, slots=True)
class Counted:
    """A row an initiative and a column a month, in whole pence: what it states, and what of it is counted.

    `left` has a row a group: what of each base nobody has used.
    """

    stated: NDArray[np.int64]
    counted: NDArray[np.int64]
    left: NDArray[np.int64]

    @property
    def overlap(self) -> NDArray[np.int64]:
        return self.stated - self.counted


def count_once(
    amounts: NDArray[np.int64],
    shared: SharedBases,
    *,
    per_cents: NDArray[np.int64] | None = None,
    left: NDArray[np.int64] | None = None,
) -> Counted:
    """Let each initiative use its group's base in turn.

    `per_cents`, in hundredths of a per cent, takes the place of an amount where it is above nought. `left`
    is what an earlier counting left of the bases; without it they are whole.
    """
    stated, counted = amounts.copy(), amounts.copy()
    if per_cents is not None:
        stated[per_cents > 0] = counted[per_cents > 0] = 0
    left = (shared.pence if left is None else left).copy()
    for rows in shared.turns():
        group = shared.group[rows]
        if per_cents is not None:
            part = np.where(shared.is_stated[group], _part(left[group], per_cents[rows]), 0)
            stated[rows] = np.where(per_cents[rows] > 0, part, stated[rows])
        capped = np.minimum(stated[rows], left[group])
        counted[rows] = np.where(shared.is_stated[group], capped, stated[rows])
        left[group] -= np.where(shared.is_stated[group], counted[rows], 0)
    return Counted(stated, counted, left)


def _part(left: NDArray[np.int64], per_cents: NDArray[np.int64]) -> NDArray[np.int64]:
    """That many hundredths of a per cent of what is left, half a penny upwards."""
    return (2 * left * per_cents + WHOLE) // (2 * WHOLE)
