"""The figures of many KPIs at once, as columns of whole numbers: what a recompute of all reads and compares.

A value is kept in millionths, since six decimal places is what is stored, so comparing and subtracting
are exact here as they are in `Decimal`. One KPI's figures on a page go through `kpis.domain.status`
instead; both give the same, and a test compares them on random series.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache

import numpy as np

from .definition import Definition
from .direction import FEWEST, LOOKED_AT, SHORTEST_MISSING, Direction, is_clear, told
from .periods import PeriodKind, year_start_of
from .periods.period import FIXED, LONGEST_TERM, SHORTEST_TERM
from .symbols import Symbol

NO_VALUE = np.iinfo(np.int64).min  # a symbol stands instead; below every value
NO_SYMBOL = 0
DECIMAL_PLACES = 6
A_DAY = np.timedelta64(1, "D")

# Symbols are told apart by their first letter, which is how the column is read.
_SYMBOLS = {ord(symbol.value[0]): symbol for symbol in Symbol}


@dataclass(frozen=True, slots=True)
class FigureColumns:
    """The Board's figures of KPIs 0, 1, 2 ..., of their own frequency, by KPI and oldest first.

    `first[n]` to `first[n + 1]` are the rows of the n-th KPI. `start` and `end` are days, half-open.
    """

    first: np.ndarray
    owner: np.ndarray
    id: np.ndarray
    start: np.ndarray
    end: np.ndarray
    symbol: np.ndarray
    value: np.ndarray
    is_ghosted: np.ndarray

    @property
    def is_forecast(self) -> np.ndarray:
        return self.symbol == ord(Symbol.FORECAST)

    def latest(self) -> list[int]:
        """Per KPI the row of its latest figure that is not a forecast; -1 where there is none."""
        return last_of_each(self.owner, ~self.is_forecast, len(self.first) - 1).tolist()

    def rows_of(self, marks: Sequence[tuple[int, date]]) -> np.ndarray:
        """The rows of these (KPI, first day of a period), as far as there are figures for them."""
        asked = set(marks)
        if not asked:
            return np.zeros(0, dtype=int)
        owners = {kpi for kpi, _ in asked}
        rows = np.flatnonzero(np.isin(self.owner, list(owners)))
        pairs = zip(self.owner[rows].tolist(), self.start[rows].tolist(), strict=True)
        return rows[[pair in asked for pair in pairs]]

    def value_of(self, row: int) -> Decimal | None:
        value = int(self.value[row])
        return None if value == NO_VALUE else Decimal(value).scaleb(-DECIMAL_PLACES)

    def symbol_of(self, row: int) -> Symbol | None:
        return _SYMBOLS.get(int(self.symbol[row]))


def in_columns(rows: Sequence[np.ndarray], *, kpis: int) -> FigureColumns:
    """The last figure to count of each KPI and period, from all that counted.

    `rows` are seven arrays of whole numbers: KPI, id, first day and day after the last (days since 1970),
    symbol, value and when it began to count (any unit).
    """
    owner, ids, start, end, symbol, value, counts_from = rows
    order = np.lexsort((ids, counts_from, start, owner))
    owner, start = owner[order], start[order]
    is_last = np.ones(len(order), dtype=bool)
    is_last[:-1] = (owner[1:] != owner[:-1]) | (start[1:] != start[:-1])
    order, owner, start = order[is_last], owner[is_last], start[is_last]
    return FigureColumns(
        first=np.searchsorted(owner, np.arange(kpis + 1)),
        owner=owner,
        id=ids[order],
        start=start.astype("M8[D]"),
        end=end[order].astype("M8[D]"),
        symbol=symbol[order],
        value=value[order],
        is_ghosted=np.zeros(len(order), dtype=bool),
    )


def misfits(columns: FigureColumns, kinds: Sequence[PeriodKind]) -> dict[int, int]:
    """The KPIs, of these kinds of period, that have a figure for days that are no whole period: the first such row."""
    is_wrong = np.zeros(len(columns.owner), dtype=bool)
    known = list(PeriodKind)
    of_kind = np.array([known.index(kind) for kind in kinds], dtype=int)[columns.owner]
    for kind in set(kinds):
        rows = np.flatnonzero(of_kind == known.index(kind))
        is_wrong[rows] = ~_is_whole(kind, columns.start[rows], columns.end[rows])
    return {int(columns.owner[row]): int(row) for row in reversed(np.flatnonzero(is_wrong))}


def _is_whole(kind: PeriodKind, start: np.ndarray, end: np.ndarray) -> np.ndarray:
    """Which of these days are one whole period: the rule of `periods.Period`, for columns."""
    if kind is PeriodKind.TERM:
        return (end - start >= SHORTEST_TERM) & (end - start <= LONGEST_TERM)
    month = start.astype("M8[M]")
    number = month.astype(int) % 12 + 1
    if kind is PeriodKind.CENSUS:
        return (number == 1) & (start > month) & (end - start == A_DAY)
    begins_in, months = FIXED[kind]
    return (start == month) & np.isin(number, list(begins_in)) & (end == month + months)


def directions(
    columns: FigureColumns, definitions: Sequence[Definition], kinds: Sequence[PeriodKind]
) -> list[Direction]:
    """Where each KPI is heading: `direction.direction` of all of them together."""
    recent = _recent(columns, definitions, kinds)
    has_value = recent != NO_VALUE
    rises = np.sign(recent[:, None, :] - recent[:, :, None])  # a later place less an earlier one
    pairs = (
        has_value[:, None, :] & has_value[:, :, None] & np.triu(np.ones((LOOKED_AT, LOOKED_AT), bool), k=1)
    )
    ordered = np.sort(recent, axis=1)
    is_tied = (ordered[:, 1:] == ordered[:, :-1]) & (ordered[:, 1:] != NO_VALUE)
    told_by = zip(
        (rises * pairs).sum(axis=(1, 2)).tolist(),
        has_value.sum(axis=1).tolist(),
        (is_tied @ (1 << np.arange(LOOKED_AT - 1))).tolist(),
        definitions,
        strict=True,
    )
    return [_direction(s, count, tied, definition.polarity) for s, count, tied, definition in told_by]


def _direction(s: int, count: int, tied: int, polarity) -> Direction:
    if count < FEWEST:
        return Direction.TOO_LITTLE_DATA
    if not is_clear(abs(s), _ties(count, tied)):
        return Direction.NO_CLEAR_CHANGE
    return told(s, polarity)


@cache
def _ties(count: int, tied: int) -> tuple[int, ...]:
    """How often each value occurs, smallest first, from which of the ordered values equals the one before it."""
    sizes = []
    for place in range(LOOKED_AT - count, LOOKED_AT):
        if sizes and tied >> (place - 1) & 1:
            sizes[-1] += 1
        else:
            sizes.append(1)
    return tuple(sorted(sizes))


def _recent(columns: FigureColumns, definitions: Sequence[Definition], kinds) -> np.ndarray:
    """Per KPI the last eight comparable values, the newest in the last place; NO_VALUE in front of fewer."""
    kpis = len(columns.first) - 1
    rows = np.flatnonzero(~columns.is_forecast)
    since = last_of_each(columns.owner, columns.symbol == ord(Symbol.BREAK), kpis)
    rows = rows[rows >= since[columns.owner[rows]]]
    values = comparable(columns, rows, definitions, kinds)
    is_known = (values != NO_VALUE) & ~columns.is_ghosted[rows]
    owner, values = columns.owner[rows][is_known], values[is_known]
    from_the_end = np.searchsorted(owner, owner, side="right") - np.arange(len(owner))
    is_recent = from_the_end <= LOOKED_AT
    recent = np.full((kpis, LOOKED_AT), NO_VALUE)
    recent[owner[is_recent], LOOKED_AT - from_the_end[is_recent]] = values[is_recent]
    return recent


def comparable(
    columns: FigureColumns, rows: np.ndarray, definitions: Sequence[Definition], kinds: Sequence[PeriodKind]
) -> np.ndarray:
    """Each of these rows' own value: of a cumulative KPI what its period added, of any other the value itself."""
    values = columns.value[rows]
    is_cumulative = np.array([definition.is_cumulative for definition in definitions], dtype=bool)
    if is_cumulative.any():
        values = np.where(is_cumulative[columns.owner[rows]], _added(columns, rows, kinds), values)
    return values


def _added(columns: FigureColumns, rows: np.ndarray, kinds: Sequence[PeriodKind]) -> np.ndarray:
    """What each of these rows' periods added to its year so far: `direction.de_accumulate` for columns."""
    owner, start, end, value = (c[rows] for c in (columns.owner, columns.start, columns.end, columns.value))
    year_begins = np.array([year_start_of(kind)[0] for kind in kinds])[owner]
    month = (end - A_DAY).astype("M8[M]")
    year = month - (month.astype(int) + 1 - year_begins) % 12
    is_first = start - year.astype("M8[D]") < SHORTEST_MISSING
    follows = np.zeros(len(rows), dtype=bool)
    follows[1:] = (owner[1:] == owner[:-1]) & (start[1:] - end[:-1] < SHORTEST_MISSING)
    before = np.concatenate([[NO_VALUE], value[:-1]])
    is_known = (value != NO_VALUE) & (is_first | (follows & (before != NO_VALUE)))
    return np.where(is_known, np.where(is_first, value, value - before), NO_VALUE)


def last_of_each(owner: np.ndarray, wanted: np.ndarray, kpis: int) -> np.ndarray:
    """Per KPI the last row that is wanted, -1 without one."""
    rows = np.flatnonzero(wanted)
    last = np.full(kpis, -1)
    last[owner[rows]] = rows  # rows ascend, so the last one stays
    return last
