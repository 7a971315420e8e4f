"""Process limits of many KPIs at once, from columns: what a recompute of all keeps of statistical process control."""

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal

import numpy as np

from .columns import A_DAY, NO_VALUE, FigureColumns, comparable, last_of_each
from .definition import Definition
from .periods import PeriodKind
from .spc import Icons, Method
from .spc.analysis import LastPoint, lasts_of
from .spc.icons import NOTHING_YET
from .spc.sheet import Rows, lay_rows
from .spc.whole import as_integers
from .status.control import ONCE_A_YEAR
from .symbols import Symbol

MILLIONTHS = 10**6


class ColumnLimits:
    """The icons of each KPI by its place. `recalculated` are the rows at which new limits begin."""

    def __init__(
        self,
        columns: FigureColumns,
        definitions: Sequence[Definition],
        kinds: Sequence[PeriodKind],
        methods: Sequence[Method],
        recalculated: np.ndarray,
    ):
        applies = np.array([kind not in ONCE_A_YEAR for kind in kinds], dtype=bool)
        self.rows = np.flatnonzero(~columns.is_forecast & applies[columns.owner])
        self.methods, self.applies = methods, applies
        owner = columns.owner[self.rows]
        self.first = np.searchsorted(owner, np.arange(len(kinds) + 1))
        values = comparable(columns, self.rows, definitions, kinds)
        since = last_of_each(columns.owner, columns.symbol == ord(Symbol.BREAK), len(kinds))
        is_counted = (values != NO_VALUE) & ~columns.is_ghosted[self.rows] & (self.rows >= since[owner])
        rows = Rows(np.diff(self.first), is_counted, np.isin(self.rows, recalculated))
        y, scale = _whole(values[is_counted], owner[is_counted], len(kinds))
        self.lasts: list[LastPoint | None] = lasts_of(lay_rows(rows, methods, y, scale), methods)
        self.last_on = self._days_of_the_last(columns)

    def icons(self, place: int, target_on: Callable[[object], Decimal | None]) -> Icons | None:
        """The icons of one KPI, None where SPC does not apply; its target is asked for by day where it is needed."""
        if not self.applies[place] or self.first[place] == self.first[place + 1]:
            return None
        last, method = self.lasts[place], self.methods[place]
        if last is None:
            return NOTHING_YET
        target = target_on(self.last_on[place]) if method.has_direction else None
        return last.icons(method, target)

    def _days_of_the_last(self, columns: FigureColumns) -> dict[int, date]:
        """The last day of the period that the icons of a KPI sit on, by its place."""
        places = [place for place, last in enumerate(self.lasts) if last is not None]
        rows = self.rows[[self.first[place] + self.lasts[place].place for place in places]]
        return dict(zip(places, (columns.end[rows] - A_DAY).tolist(), strict=True))


def _whole(values: np.ndarray, owner: np.ndarray, count: int) -> tuple[np.ndarray, list[int]]:
    """Values in millionths as small as they can be: each KPI's are divided by what divides all of them."""
    scale = [MILLIONTHS] * count
    if not len(values):
        return values, scale
    starts = np.flatnonzero(np.diff(owner, prepend=-1))
    lengths = np.diff(starts, append=len(owner))
    shared = np.gcd(np.gcd.reduceat(values, starts), MILLIONTHS)
    for kpi, divisor in zip(owner[starts].tolist(), shared.tolist(), strict=True):
        scale[kpi] = MILLIONTHS // divisor
    return as_integers(values // np.repeat(shared, lengths), int(lengths.max())), scale
