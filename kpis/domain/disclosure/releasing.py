"""Releasing a table: what is small is hidden, what would give it away is hidden too, and the result is audited."""

from collections.abc import Iterable, Sequence

import numpy as np

from .auditing import Edition, audit, shown_counts
from .hiding import Choice, Counts, choose
from .knowledge import equations
from .released import HeldBack, Release
from .table import Quantity, Table, quantities, sums

TOO_SMALL = "Every number in it is too small to be shown, or would give away one that is."
NO_WAY = (
    "What was published before leaves no way to show it without giving away something about a few people."
)


def release(
    table: Table,
    *,
    threshold: int,
    zero_tells_nothing: bool = False,
    earlier: Sequence[Release] = (),
) -> Release | HeldBack:
    """One table, ready to be shown: no count from 1 to the threshold less 1 can be read or narrowed from it.

    A nought is hidden as well, unless a nought tells nothing about a person. `earlier` are the editions of
    the same table that were published before, oldest first; they are audited together with this one.
    """
    found = release_together(
        [table],
        threshold=threshold,
        zero_tells_nothing=zero_tells_nothing,
        earlier=[[one] for one in earlier],
    )
    return found if isinstance(found, HeldBack) else found[0]


def release_together(
    tables: Sequence[Table],
    *,
    threshold: int,
    zero_tells_nothing: bool = False,
    earlier: Sequence[Edition] = (),
    hide_too: Iterable[Release] = (),
) -> list[Release] | HeldBack:
    """Tables about the same people, which may share totals; a count of the same name is the same in all of them.

    `hide_too`: a release of the same tables for readers who may see more. What they do not see is hidden here
    too, so that both together tell no more than theirs.
    """
    counts = _counts(tables)
    small = (counts.values < threshold) & ((counts.values > 0) | (not zero_tells_nothing))
    small |= _hidden_in(counts, [shown_counts(list(hide_too))])
    if change := _small_change(counts, earlier, threshold):
        return HeldBack(change)
    tries = [(small, np.ones_like(small))]
    if earlier:
        tries.append(_as_before(counts, small, earlier))
    for attempt, (must_hide, may_hide) in enumerate(tries):
        choice = choose(counts, threshold=threshold, must_hide=must_hide, may_hide=may_hide)
        if choice is None:
            continue
        if choice.hidden.all():
            return HeldBack(TOO_SMALL)
        found = _shown(tables, counts, choice, threshold, is_first=attempt == 0)
        if not _derived_change(found, earlier, threshold) and not audit(
            found, threshold=threshold, earlier=earlier
        ):
            return found
    return HeldBack(NO_WAY)


def _counts(tables: Sequence[Table]) -> Counts:
    values: dict[Quantity, int] = {}
    totals = []
    for table in tables:
        names = quantities(table.rows, table.columns)
        totals += sums(names, has_columns=table.columns is not None)
        for line, numbers in zip(names, table.with_totals, strict=True):
            for name, number in zip(line, numbers, strict=True):
                if values.setdefault(name, number) != number:
                    raise ValueError(f"Two tables do not agree on {name or 'the total'}.")
    names = tuple(values)
    return Counts(names, equations(totals, names), np.array(list(values.values()), float), len(tables) == 1)


def _hidden_in(counts: Counts, editions: Sequence[dict[Quantity, int | None]]) -> np.ndarray:
    hidden = {name for shown in editions for name, number in shown.items() if number is None}
    return np.array([name in hidden for name in counts.names])


def _latest(earlier: Sequence[Edition]) -> dict[Quantity, int]:
    """Every number that was shown before, as it was shown last."""
    return {
        name: number
        for edition in earlier
        for name, number in shown_counts(edition).items()
        if number is not None
    }


def _small_change(counts: Counts, earlier: Sequence[Edition], threshold: int) -> str:
    """Why a count that was shown before cannot be published anew: it changed by a few. Empty where none did."""
    before = _latest(earlier)
    for name, number in zip(counts.names, counts.values, strict=True):
        if name in before and 0 < abs(number - before[name]) < threshold:
            return (
                f"The count of “{words(name)}” differs by fewer than {threshold} from an earlier edition. Whoever "
                "compares the two would learn something about those few people."
            )
    return ""


def _derived_change(released: Sequence[Release], earlier: Sequence[Edition], threshold: int) -> bool:
    """Whether the hidden counts of one line together are known to have changed by a few since an earlier edition."""
    now = _hidden_sums(released)
    return any(
        0 < abs(now[line] - before) < threshold
        for edition in earlier
        for line, before in _hidden_sums(edition).items()
        if line in now
    )


def _hidden_sums(edition: Edition) -> dict[frozenset, int]:
    """What hidden counts of a line come to together, where its total is shown; by the counts that are hidden."""
    shown = shown_counts(edition)
    found = {}
    for table in edition:
        for total, parts in sums(
            quantities(table.rows, table.columns), has_columns=table.columns is not None
        ):
            hidden = frozenset(part for part in parts if shown[part] is None)
            if hidden and shown[total] is not None:
                found[hidden] = shown[total] - sum(shown[part] or 0 for part in parts)
    return found


def _as_before(counts: Counts, small: np.ndarray, earlier: Sequence[Edition]):
    """What must and what may be hidden so that the choice agrees with earlier ones, where a count has not changed."""
    before = _latest(earlier)
    same = [before.get(name) == number for name, number in zip(counts.names, counts.values, strict=True)]
    shown_last = np.array(same) & ~small
    hidden = _hidden_in(counts, [shown_counts(edition) for edition in earlier]) & ~shown_last
    return small | hidden, ~shown_last


def _shown(tables, counts: Counts, choice: Choice, threshold: int, *, is_first: bool) -> list[Release]:
    hidden = dict(zip(counts.names, choice.hidden, strict=True))
    return [
        Release(
            table.rows,
            table.columns,
            tuple(
                tuple(None if hidden[name] else number for name, number in zip(names, numbers, strict=True))
                for names, numbers in zip(
                    quantities(table.rows, table.columns), table.with_totals, strict=True
                )
            ),
            threshold=threshold,
            is_least=choice.is_least and is_first,
        )
        for table in tables
    ]


def words(name: Quantity) -> str:
    """What a count counts: its labels, or “total”."""
    return ", ".join(labels[0] if len(labels) == 1 else "total" for _, labels in name) or "total"
