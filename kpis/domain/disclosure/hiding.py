"""Which further counts must be hidden so that none of the hidden ones can be worked out.

A count is protected where its largest and its smallest possible value are at least the threshold apart. That
holds for every hidden count, those that are hidden only to protect others too: nobody can tell which is which.
"""

from dataclasses import dataclass

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, linprog, milp

from .knowledge import NEAR, Knowledge, Range, ranges, whole_range

EXACT_UP_TO = 13 * 13  # counts with their totals: a table of 12 x 12
LARGEST_EXACT_SUM = 1_000_000  # with totals; up to here the solver surely sees a difference of one in a sum
LARGEST_SUM_AT_ONCE = 100_000  # the same where it weighs the number of hidden counts too
ROUNDS = 300
SLIGHT = (
    1e-5  # how far a shown count may give in the search for a cut: enough to name it, too little to matter
)


@dataclass(frozen=True, slots=True)
class Counts:
    """What is to be published: real counts, with the sums among them. `is_one_table`: of rows by columns."""

    names: tuple
    sums: np.ndarray
    values: np.ndarray
    is_one_table: bool

    def known(self, hidden: np.ndarray) -> Knowledge:
        return Knowledge(self.names, self.sums, np.where(hidden, np.nan, self.values))

    def reach(self, threshold: int) -> int:
        """How far a count need be moved to show that another one is wide enough.

        In one table of rows by columns every possible change is made of loops that change each count by the
        same amount, so that nothing moves further than what is asked about. Tables that share totals
        have no such rule; 20 times is far more than any seen, and less would only hide too much.
        """
        return threshold if self.is_one_table else 20 * threshold


@dataclass(frozen=True, slots=True)
class Choice:
    hidden: np.ndarray
    is_least: bool


def choose(counts: Counts, *, threshold: int, must_hide: np.ndarray, may_hide: np.ndarray) -> Choice | None:
    """What to hide: the fewest counts, among those with the least sum; None where there is no way.

    Exact up to a table of 12 x 12, by a rule of thumb above.
    """
    if (must_hide & ~may_hide).any():
        return None
    if not must_hide.any():
        return Choice(must_hide, is_least=True)
    small = len(counts.names) <= EXACT_UP_TO and counts.values.sum() <= LARGEST_EXACT_SUM
    least = _least(counts, threshold, must_hide, may_hide) if small else None
    if least is not None:
        return Choice(least, is_least=True)
    found = _by_rule_of_thumb(counts, threshold, must_hide.copy(), may_hide)
    return None if found is None else Choice(found, is_least=False)


def narrow(counts: Counts, hidden: np.ndarray, threshold: int) -> list[int]:
    """The hidden counts that can be narrowed below the threshold.

    The matrix of one table is totally unimodular: its bounds are whole numbers, and knowing that counts are
    whole tells nothing more. Where tables share totals that is not so, and it is asked for each count.
    """
    known, wanted = counts.known(hidden), np.flatnonzero(hidden)
    ceiling = known.ceiling(threshold)
    found = ranges(known, wanted, ceiling)
    if found is None:
        raise ValueError("The counts do not add up to their totals.")
    if not counts.is_one_table:
        found = [_whole(known, int(k), ceiling, r, threshold) for k, r in zip(wanted, found, strict=True)]
    return [int(k) for k, r in zip(wanted, found, strict=True) if r.width < threshold - NEAR]


def _whole(known: Knowledge, k: int, ceiling: float, found: Range, threshold: int) -> Range:
    """With whole numbers, where that can make a difference: not where they reach both ends, nor where it is narrow."""
    if found.is_whole or found.width < threshold - NEAR:
        return found
    return whole_range(known, k, ceiling)


def _least(counts: Counts, threshold: int, must_hide, may_hide) -> np.ndarray | None:
    """Branch and cut after Fischetti and Salazar (2001): hide the least that all cuts known so far ask for, look for
    counts that are too narrow, learn a cut from each, and start again.
    """
    cuts, at_least = _cuts_of_lines(counts, threshold), [0.0]
    at_least *= len(cuts)
    hidden = None
    for cost in _costs(counts.values):
        hidden = _cheapest(counts, threshold, cost, cuts, at_least, must_hide, may_hide)
        if hidden is None:
            return None
        cuts.append(-np.ones(len(hidden)))  # what comes next hides no more than this
        at_least.append(-float(hidden.sum()))
    return hidden


def _costs(values: np.ndarray) -> list[np.ndarray]:
    """What is made least, one after the other: how many, then their sum; both at once where that is exact."""
    if values.sum() <= LARGEST_SUM_AT_ONCE:
        return [values.sum() + 1 + values]
    return [np.ones(len(values)), values]


def _cheapest(
    counts: Counts, threshold: int, cost, cuts: list, at_least: list, must_hide, may_hide
) -> np.ndarray | None:
    """The choice of least cost; the cuts that were learned on the way are added to those given."""
    for _ in range(ROUNDS):
        solved = milp(
            cost,
            constraints=LinearConstraint(np.array(cuts), np.array(at_least), np.inf),
            integrality=np.ones(len(cost)),
            bounds=Bounds(must_hide.astype(float), may_hide.astype(float)),
            options={"mip_rel_gap": 0},
        )
        if solved.x is None:
            return None
        hidden = solved.x > 0.5
        too_narrow = narrow(counts, hidden, threshold)
        if not too_narrow:
            return hidden
        learned = [_cut(counts, hidden, threshold, k) for k in too_narrow]
        cuts += learned
        at_least += [0.0] * len(learned)
    return None


def _cuts_of_lines(counts: Counts, threshold: int) -> list[np.ndarray]:
    """What every line asks for: one hidden count needs another; a small part needs the total, or parts of enough."""
    cuts = []
    for line in counts.sums:
        members = np.flatnonzero(line)
        for k in members:
            company = np.zeros(len(line))
            company[members] = 1
            company[k] = -1
            cuts.append(company)
            missing = threshold - counts.values[k]
            if line[k] > 0 and missing > 0:
                size = np.zeros(len(line))
                size[members] = np.where(
                    line[members] < 0, missing, np.minimum(counts.values[members], missing)
                )
                size[k] = -missing
                cuts.append(size)
    return cuts


def _cut(counts: Counts, hidden: np.ndarray, threshold: int, k: int) -> np.ndarray:
    """What any choice that hides `k` must hide too, as weights w with w @ hidden >= 0 (Benders, by duality).

    How far `k` can move is bounded by how far others can move that are hidden; the dual prices say which
    ones. A weight above what is missing counts as what is missing. Where that does not rule out this
    choice, anything else must be hidden beside it.
    """
    reach = counts.reach(threshold)
    room = np.where(hidden, 1.0, SLIGHT)
    down, up = np.minimum(counts.values, reach), np.full(len(hidden), float(reach))
    weights = np.zeros(len(hidden))
    for sign in (1, -1):
        cost = np.zeros(len(hidden))
        cost[k] = sign
        solved = linprog(
            cost,
            A_eq=counts.sums,
            b_eq=np.zeros(len(counts.sums)),
            bounds=np.column_stack([-down * room, up * room]),
            method="highs",
        )
        weights += np.abs(solved.upper.marginals) * up + np.abs(solved.lower.marginals) * down
    missing = threshold - weights[k]
    weights = np.where(weights < NEAR, 0, np.minimum(weights, missing))
    weights[k] = -missing
    if weights @ hidden < -NEAR:
        return weights
    anything_else = (~hidden).astype(float)
    anything_else[k] = -1
    return anything_else


def _by_rule_of_thumb(counts: Counts, threshold: int, hidden: np.ndarray, may_hide) -> np.ndarray | None:
    """For one narrow count after the other, hide what the cheapest way to widen it moves, until none is narrow."""
    while too_narrow := narrow(counts, hidden, threshold):
        before = hidden.sum()
        for k in too_narrow:
            moved = _cheapest_way(counts, threshold, k, hidden, may_hide)
            if moved is None:
                return None
            hidden |= moved
        if hidden.sum() == before and not _hide_a_neighbour(counts, hidden, may_hide, too_narrow):
            return None
    return hidden


def _cheapest_way(counts: Counts, threshold: int, k: int, hidden, may_hide) -> np.ndarray | None:
    """The counts that move between two tables that differ by the threshold in `k`, at the least cost of hiding."""
    reach, n = counts.reach(threshold), len(hidden)
    price = np.where(hidden, NEAR, 1 + counts.values / (1 + counts.values.sum()))
    free = may_hide.astype(float)
    room = np.concatenate([free * reach, free * np.minimum(counts.values, reach)])  # upwards, then downwards
    nothing, ways = np.zeros_like(counts.sums), np.hstack([counts.sums, -counts.sums])
    still = np.zeros_like(ways)
    apart = np.zeros(4 * n)
    apart[[k, 3 * n + k]], apart[[n + k, 2 * n + k]] = 1, -1
    solved = linprog(
        np.tile(price, 4),
        A_eq=np.vstack([np.hstack([ways, still]), np.hstack([still, ways]), apart]),
        b_eq=np.concatenate([np.zeros(2 * len(nothing)), [threshold]]),
        bounds=np.column_stack([np.zeros(4 * n), np.tile(room, 2)]),
        method="highs",
    )
    if solved.x is None:
        return None
    return (solved.x.reshape(4, n) > NEAR).any(axis=0)


def _hide_a_neighbour(counts: Counts, hidden, may_hide, too_narrow) -> bool:
    """Where only whole numbers make a count narrow: hide the smallest other one of a line it stands in."""
    beside = (counts.sums[np.abs(counts.sums[:, too_narrow]).sum(axis=1) > 0] != 0).any(axis=0)
    left = np.flatnonzero(beside & may_hide & ~hidden)
    if not len(left):
        left = np.flatnonzero(may_hide & ~hidden)
    if not len(left):
        return False
    hidden[left[np.argmin(counts.values[left])]] = True
    return True
