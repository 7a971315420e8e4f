"""An attacker's look at what was released: can a hidden count be narrowed below the threshold?

What the attacker has: every number that is shown, in this release and in earlier ones; that totals are the sums of
their parts; that no count is below nought. Nothing that only the publisher knows is used here.

Bounds are those of a linear programme, where counts need not be whole. They contain every table that the attacker
must reckon with, and for one table of rows by columns no others: its matrix is totally unimodular, so both ends are
whole and are reached by a real table. Tables that share totals are asked again with whole numbers, because
there the whole range can be shorter than the bounds, and it is the range that must be wide enough.

Of several editions the attacker supposes that as little as possible has changed between them. Where they can be of
the same counts they are read as one. Else the least total change that explains what is shown is worked out, and
bounds are taken among the tables that need no more change than that. That is a guess and no knowledge, so whole
numbers are not asked for there.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import linprog

from .knowledge import NEAR, Knowledge, equations, ranges, whole_range
from .released import Release
from .table import Quantity, quantities, sums

Edition = Sequence[Release]


@dataclass(frozen=True, slots=True)
class Narrow:
    """A hidden count that can be narrowed too far: what it counts, and between which values it must be."""

    quantity: Quantity
    low: float
    high: float

    @property
    def words(self) -> str:
        """Its labels, as `Under 5, spring`; without any, the total."""
        labels = [found[0] if len(found) == 1 else "total" for _, found in self.quantity]
        return ", ".join(labels) or "the total"


class Contradiction(ValueError):
    """What is shown cannot be the counts of any table."""


def audit(
    released: Release | Edition, *, threshold: int, earlier: Sequence[Release | Edition] = ()
) -> list[Narrow]:
    """Every hidden count, of this release and of the earlier editions, that can be narrowed below the threshold.

    Shown shares add nothing to this: a share is shown only where both its counts are.

    `released` is a table, or all tables of one release; `earlier` the editions before it, oldest first.
    Raises Contradiction where the shown numbers fit no table.
    """
    editions = [_edition(one) for one in (*earlier, released)]
    known = joined(editions)
    ceiling = known.ceiling(threshold)
    wanted = [int(k) for k in known.hidden if known.names[k] is not None]
    found = ranges(known, wanted, ceiling)
    if found is None:
        raise Contradiction("The numbers shown do not add up.")
    if known.limits is None and not _are_one_table(editions):
        # Whole numbers can only narrow: what is too narrow already, or reaches both ends with them, is known.
        found = [
            r if r.is_whole or r.width < threshold - NEAR else whole_range(known, k, ceiling)
            for k, r in zip(wanted, found, strict=True)
        ]
    return _shown_elsewhere(editions, known) + [
        Narrow(known.names[k], r.low, r.high)
        for k, r in zip(wanted, found, strict=True)
        if r.width < threshold - NEAR
    ]


def _shown_elsewhere(editions: Sequence[Edition], known: Knowledge) -> list[Narrow]:
    """Counts that one edition hides and another shows, where both can be of the same."""
    if known.limits is not None:
        return []
    hidden = {name for edition in editions for name, n in shown_counts(edition).items() if n is None}
    pairs = zip(known.names, known.values, strict=True)
    return [Narrow(name, float(n), float(n)) for name, n in pairs if name in hidden and not np.isnan(n)]


def _are_one_table(editions: Sequence[Edition]) -> bool:
    """Whether nothing but one table, in whatever editions, was published."""
    first = editions[0][0]
    return all(len(e) == 1 and (e[0].rows, e[0].columns) == (first.rows, first.columns) for e in editions)


def _edition(one: Release | Edition) -> list[Release]:
    return [one] if isinstance(one, Release) else list(one)


def shown_counts(edition: Edition) -> dict[Quantity, int | None]:
    """Each count of an edition by name: a number, or None where it is hidden in every table it stands in."""
    found: dict[Quantity, int | None] = {}
    for table in edition:
        for names, line in zip(quantities(table.rows, table.columns), table.shown, strict=True):
            for name, count in zip(names, line, strict=True):
                if found.get(name) is None:
                    found[name] = count
                elif count is not None and count != found[name]:
                    raise Contradiction(f"{name} is shown as {found[name]} and as {count}.")
    return found


def joined(editions: Sequence[Edition]) -> Knowledge:
    """All editions as one attacker's knowledge; names that are None are steps of the calculation, not counts."""
    if len(editions) > 1:
        same = _as_if_unchanged(editions)
        if same is None:
            return _least_changed(editions)
        return same
    return _of_one(editions[0])


def _of_one(edition: Edition) -> Knowledge:
    return _knowledge(shown_counts(edition), _totals(edition))


def _totals(edition: Edition):
    return [
        line
        for table in edition
        for line in sums(quantities(table.rows, table.columns), has_columns=table.columns is not None)
    ]


def _knowledge(counts: dict[Quantity, int | None], totals) -> Knowledge:
    names = tuple(counts)
    values = np.array([np.nan if n is None else n for n in counts.values()], dtype=float)
    return Knowledge(names, equations(totals, names), values)


def _as_if_unchanged(editions: Sequence[Edition]) -> Knowledge | None:
    """Every edition read as one of the same counts; None where they cannot be."""
    counts: dict[Quantity, int | None] = {}
    for edition in editions:
        for name, count in shown_counts(edition).items():
            if counts.get(name) is None:
                counts[name] = count
            elif count is not None and count != counts[name]:
                return None
    known = _knowledge(counts, [line for edition in editions for line in _totals(edition)])
    wrong = np.isnan(known.values @ np.abs(known.sums).T) == 0
    if (np.abs(known.sums[wrong] @ np.nan_to_num(known.values)) > NEAR).any():
        return None
    some = known.hidden[:1]
    return known if not len(some) or ranges(known, some, known.ceiling(1)) is not None else None


def _least_changed(editions: Sequence[Edition]) -> Knowledge:
    """Each edition with counts of its own, and as little change from one to the next as explains them."""
    parts = [_of_one(edition) for edition in editions]
    names = [name for part in parts for name in part.names]
    starts = np.cumsum([0, *(len(part.names) for part in parts)])
    pairs = _successive(parts, starts)
    n, steps = len(names), len(pairs)
    block = np.zeros((sum(len(part.sums) for part in parts), n + steps))
    row = 0
    for part, start in zip(parts, starts[:-1], strict=True):
        block[row : row + len(part.sums), start : start + len(part.names)] = part.sums
        row += len(part.sums)
    limits = np.zeros((2 * steps + 1, n + steps))
    for i, (before, after) in enumerate(pairs):
        limits[2 * i, [before, after, n + i]] = 1, -1, -1
        limits[2 * i + 1, [before, after, n + i]] = -1, 1, -1
    limits[-1, n:] = 1
    values = np.concatenate([*(part.values for part in parts), np.full(steps, np.nan)])
    at_most = np.zeros(len(limits))
    at_most[-1] = _least_change(block, values, limits[:-1], limits[-1]) + NEAR
    return Knowledge((*names, *[None] * steps), block, values, limits, at_most)


def _successive(parts, starts) -> list[tuple[int, int]]:
    """The places of each count in an edition and in the next edition that has it."""
    last: dict[Quantity, int] = {}
    pairs = []
    for part, start in zip(parts, starts[:-1], strict=True):
        for i, name in enumerate(part.names):
            if name in last:
                pairs.append((last[name], start + i))
            last[name] = start + i
    return pairs


def _least_change(block, values, limits, change) -> float:
    fixed = np.where(np.isnan(values), 0, values)
    solved = linprog(
        change,
        A_eq=block,
        b_eq=np.zeros(len(block)),
        A_ub=limits,
        b_ub=np.zeros(len(limits)),
        bounds=np.column_stack([fixed, np.where(np.isnan(values), np.inf, fixed)]),
        method="highs",
    )
    if solved.x is None:
        raise Contradiction("The numbers shown do not add up.")
    return solved.fun
