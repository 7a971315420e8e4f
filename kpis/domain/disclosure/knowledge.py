"""What an attacker knows: numbers that are published, totals that are sums, and that no count is below nought."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, linprog, milp

from .table import Quantity

ENTRIES = 200_000  # of the matrix of one solve: more questions at once are slower than one after the other
NEAR = 1e-6


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Equations `sums @ x = 0` over named counts, their values where they are known (else NaN), and limits
    `limits @ x <= at_most` where there are any.
    """

    names: tuple
    sums: np.ndarray
    values: np.ndarray
    limits: np.ndarray | None = None
    at_most: np.ndarray | None = None

    @property
    def hidden(self) -> np.ndarray:
        return np.flatnonzero(np.isnan(self.values))

    def ceiling(self, threshold: int) -> float:
        """Taken as known too: no count is above it. That can only make the attacker stronger."""
        return 10 * float(np.nanmax(self.values, initial=0)) + 1000 * threshold


def equations(totals: Iterable[tuple[Quantity, Sequence[Quantity]]], names: Sequence[Quantity]) -> np.ndarray:
    """One row for each total: its parts less itself."""
    place = {name: i for i, name in enumerate(names)}
    rows = []
    for total, parts in totals:
        row = np.zeros(len(names))
        for part in parts:
            row[place[part]] += 1
        row[place[total]] -= 1
        rows.append(row)
    return np.unique(np.array(rows).reshape(-1, len(names)), axis=0)


class Range(NamedTuple):
    """The least and the largest that a hidden count can be; `is_whole` where whole counts reach both ends."""

    low: float
    high: float
    is_whole: bool = True

    @property
    def width(self) -> float:
        return self.high - self.low


def ranges(known: Knowledge, wanted: Sequence[int], ceiling: float) -> list[Range] | None:
    """How far each wanted hidden count can be narrowed; None where nothing fits what is known.

    Exact bounds of the linear programme, many at a time.
    """
    hidden = known.hidden
    sums, right = _reduced(known.sums, known, hidden)
    limits, at_most = (None, None) if known.limits is None else _limits(known, hidden)
    tasks = [(int(np.searchsorted(hidden, k)), sign) for k in wanted for sign in (1, -1)]
    size = max(sums.size + (0 if limits is None else limits.size), 1)
    at_once = max(1, int((ENTRIES / size) ** 0.5))
    found = []
    for start in range(0, len(tasks), at_once):
        part = tasks[start : start + at_once]
        copies, cost = np.eye(len(part)), np.zeros((len(part), len(hidden)))
        for row, (k, sign) in enumerate(part):
            cost[row, k] = sign
        solved = linprog(
            cost.ravel(),
            A_eq=np.kron(copies, sums) if len(sums) else None,
            b_eq=np.tile(right, len(part)) if len(sums) else None,
            A_ub=None if limits is None else np.kron(copies, limits),
            b_ub=None if limits is None else np.tile(at_most, len(part)),
            bounds=(0, ceiling),
            method="highs",
        )
        if solved.x is None:
            return None
        x = solved.x.reshape(len(part), len(hidden))
        whole = np.abs(x - x.round()).max(axis=1, initial=0) < NEAR
        found += [(float(x[row, k]), bool(whole[row])) for row, (k, _) in enumerate(part)]
    ends = zip(found[::2], found[1::2], strict=True)
    return [Range(low, high, low_whole and high_whole) for (low, low_whole), (high, high_whole) in ends]


def whole_range(known: Knowledge, k: int, ceiling: float) -> Range:
    """The same of one count, knowing too that all are whole numbers. Never wider than `ranges`."""
    hidden = known.hidden
    constraints = [
        LinearConstraint(sums, right, right) for sums, right in [_reduced(known.sums, known, hidden)]
    ]
    if known.limits is not None:
        limits, at_most = _limits(known, hidden)
        constraints.append(LinearConstraint(limits, -np.inf, at_most))
    ends = []
    for sign in (1, -1):
        cost = np.zeros(len(hidden))
        cost[np.searchsorted(hidden, k)] = sign
        solved = milp(
            cost,
            constraints=constraints,
            integrality=np.ones(len(hidden)),
            bounds=Bounds(0, ceiling),
            options={"mip_rel_gap": 0},
        )
        ends.append(sign * solved.fun)
    return Range(*ends)


def _reduced(rows: np.ndarray, known: Knowledge, hidden: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The rows that say something about hidden counts, with what is known on the right."""
    left = rows[:, hidden]
    telling = np.abs(left).sum(axis=1) > 0
    right = -(rows @ np.where(np.isnan(known.values), 0, known.values))
    return left[telling], right[telling]


def _limits(known: Knowledge, hidden: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    shown = known.limits @ np.where(np.isnan(known.values), 0, known.values)
    return known.limits[:, hidden], known.at_most - shown
