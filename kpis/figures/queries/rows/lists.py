"""The figures of many KPIs as lists, for looking at one after the other."""

from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import NamedTuple

from django.db import connection

from kpis.domain.columns import DECIMAL_PLACES, NO_VALUE, FigureColumns
from kpis.domain.line import Line
from kpis.domain.symbols import Symbol, shown_with
from kpis.figures.queries.rows.known import Known, label

BREAK, FORECAST = (ord(symbol) for symbol in (Symbol.BREAK, Symbol.FORECAST))
FIRST_DAY = date(1970, 1, 1).toordinal()  # columns count days from here
WHOLE = 10**DECIMAL_PLACES
WHERE_FROM = "SELECT id, basis, source FROM figures_figure WHERE id = ANY(%s)"


class Provenance(NamedTuple):
    """Where a shown figure is from."""

    basis: str
    source: str


class FigureLists:
    """Columns of figures as lists, for looking at one after the other. Without a figure a place is None."""

    def __init__(self, columns: FigureColumns):
        self.first = columns.first.tolist()
        self.ids = columns.id.tolist()
        self.starts = columns.start.astype(int).tolist()
        self.ends = columns.end.astype(int).tolist()
        self.days = (columns.end.astype(int) + (FIRST_DAY - 1)).tolist()
        self.symbols = columns.symbol.tolist()
        self.values = [None if value == NO_VALUE else value for value in columns.value.tolist()]
        self.columns = columns
        self._label = cache(_of_days)

    def start(self, at: int) -> date:
        return date.fromordinal(self.starts[at] + FIRST_DAY)

    def label(self, known: Known, at: int) -> str:
        return self._label(known.frequency, self.starts[at], self.ends[at])

    def words(self, known: Known, at: int) -> str:
        """The value with its unit, and what its symbol says."""
        symbol, value = self.columns.symbol_of(at) or "", self.columns.value_of(at)
        return shown_with(symbol, value, unit=known.unit, decimals=known.decimals)

    def place_of(self, kpi: int, figure_id: int | None) -> int | None:
        """Where the figure of this id stands among those of a KPI: mostly last."""
        first, end = self.first[kpi : kpi + 2]
        if first == end or figure_id is None:
            return None
        if self.ids[end - 1] == figure_id:
            return end - 1
        return next((at for at in range(first, end) if self.ids[at] == figure_id), None)

    def shown(self, kpi: int, current: int | None) -> int | None:
        """What stands in the row of a KPI: its current figure, else a forecast that comes last."""
        first, end = self.first[kpi : kpi + 2]
        if current is not None or first == end or self.symbols[end - 1] != FORECAST:
            return current
        return end - 1

    def provenance(self, shown: Iterable[int | None]) -> dict[int, Provenance]:
        """Where each of these figures is from, by its place. One query."""
        places = {self.ids[at]: at for at in shown if at is not None}
        with connection.cursor() as cursor:
            cursor.execute(WHERE_FROM, [list(places)])
            return {places[row[0]]: Provenance(*row[1:]) for row in cursor.fetchall()}

    def line(self, kpi: int, known: Known) -> Line | None:
        """What is drawn beside a KPI; None where it has at most one figure."""
        first, end = self.first[kpi : kpi + 2]
        if end - first < 2:
            return None
        rows = [at for at in range(first, end) if self.symbols[at] != FORECAST]
        return Line(
            days=[self.days[at] for at in rows],
            values=[self.values[at] for at in rows],
            is_break=[self.symbols[at] == BREAK for at in rows],
            said=lambda place: self._named(known, rows[place]),
            scale=_whole,
        )

    def _named(self, known: Known, at: int) -> str:
        return f"{known.shown(self.columns.value_of(at))} in {self.label(known, at)}"


def _whole(value: int) -> float:
    return value / WHOLE


def _of_days(kind: str, start: int, end: int) -> str:
    return label(kind, date.fromordinal(start + FIRST_DAY), date.fromordinal(end + FIRST_DAY))
