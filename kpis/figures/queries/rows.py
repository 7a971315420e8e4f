"""The KPIs that the Board sees, as rows of a list: what each says, worked out for all of them at once.

The figures are read as columns, and only what stands on the page is made into words. One KPI with its whole
record, its charts and what follows from it is a `standing`; a test holds both to the same words.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cache, partial
from typing import NamedTuple

from django.utils import timezone

from kpis.domain.columns import DECIMAL_PLACES, NO_VALUE, FigureColumns
from kpis.domain.direction import Direction
from kpis.domain.line import Line
from kpis.domain.numbers import format_value
from kpis.domain.periods import Period, PeriodKind
from kpis.domain.rating import Rating
from kpis.domain.symbols import Symbol, shown_with
from kpis.figures.models import (
    Baseline,
    ChartMark,
    Figure,
    Kpi,
    KpiDefinition,
    KpiException,
    MarkKind,
    Status,
)
from kpis.figures.queries.columns import figure_columns
from kpis.figures.queries.standing import CONCERNS, open_exceptions
from kpis.figures.queries.statuses import worked_out

BREAK, FORECAST = (ord(symbol) for symbol in (Symbol.BREAK, Symbol.FORECAST))
FIRST_DAY = date(1970, 1, 1).toordinal()  # columns count days from here
WHOLE = 10**DECIMAL_PLACES


class Described(NamedTuple):
    """A KPI's definition as far as a row needs it."""

    kpi_id: int
    name: str
    source: str
    unit: str
    decimals: int
    frequency: str
    shown_to_board: bool


class Judged(NamedTuple):
    """A KPI's stored status as far as a row needs it."""

    kpi_id: int
    rating: str
    reason: str
    figure_id: int | None
    expected: Decimal | None
    direction: str
    variation: str
    assurance: str
    next_due_on: date | None
    next_period: str


class Provenance(NamedTuple):
    """Where a shown figure is from."""

    basis: str
    source: str


@dataclass(frozen=True, slots=True)
class KpiRow:
    """One KPI in a list, at a moment. `figure_words` and `period` are empty where there is no figure yet."""

    kpi: Kpi
    name: str
    address: str
    period: str
    figure_words: str
    basis: str
    source: str
    expected_words: str
    status: Judged | Status
    line: Line | None  # None where there is nothing to compare
    baseline: str  # its period; empty without one
    newer_waits: bool  # a figure for a later period than the shown one waits for approval
    needs: str  # what about the current figure needs an exception, in words; empty where nothing does
    exceptions: tuple[KpiException, ...]
    on: date

    @property
    def has_figure(self) -> bool:
        return bool(self.period)

    @property
    def is_overdue(self) -> bool:
        due_on = self.status.next_due_on
        return due_on is not None and due_on < self.on and not self.newer_waits

    @property
    def days_overdue(self) -> int:
        return (self.on - self.status.next_due_on).days

    @property
    def is_unexplained(self) -> bool:
        """The current figure needs an exception, and nobody has given it one yet."""
        return bool(self.needs) and all(e.figure_id != self.status.figure_id for e in self.exceptions)


def board_rows(kpis: Iterable[Kpi], moment: datetime, *, now: bool) -> list[KpiRow]:
    """Those of these KPIs that the Board saw at a moment, in the order given; `now` reads the stored status.

    A fixed number of queries, whether for one KPI or for hundreds.
    """
    kpis = list(kpis)
    described = _described(kpis, moment)
    shown = [kpi for kpi in kpis if kpi.pk in described]
    return list(_Rows(shown, described, moment, now=now))


class _Rows:
    """The rows of some KPIs. What several of them share, such as the words of a period, is worked out once."""

    def __init__(self, kpis: Sequence[Kpi], described: dict[int, Described], moment: datetime, *, now: bool):
        ids = [kpi.pk for kpi in kpis]
        self.kpis, self.described, self.on = kpis, described, timezone.localdate(moment)
        self.statuses = _statuses(ids, moment, now=now)
        self.baselines = _baselines(ids, moment)
        self.waiting = dict(
            Figure.objects.filter(kpi__in=ids).waiting_at(moment).values_list("kpi_id", "period_start")
        )
        self.left_out = _left_out(ids, moment)
        self.exceptions = open_exceptions(ids, moment)
        self.figures = _Figures(figure_columns(ids, [described[pk].frequency for pk in ids], moment))
        self.current = [self.figures.place_of(n, self.statuses[pk].figure_id) for n, pk in enumerate(ids)]
        self.shown = [self.figures.shown(n, current) for n, current in enumerate(self.current)]
        self.provenance = self.figures.provenance(self.shown)

    def __iter__(self) -> Iterator[KpiRow]:
        return (self._row(place, kpi) for place, kpi in enumerate(self.kpis))

    def _row(self, place: int, kpi: Kpi) -> KpiRow:
        described, status, at = self.described[kpi.pk], self.statuses[kpi.pk], self.shown[place]
        said = partial(format_value, unit=described.unit, decimals=described.decimals)
        from_where = self.provenance.get(at, Provenance("", ""))
        return KpiRow(
            kpi=kpi,
            name=described.name,
            address=kpi.get_absolute_url(),
            period="" if at is None else self.figures.label(described.frequency, at),
            figure_words="" if at is None else self.figures.words(described, at),
            basis=from_where.basis,
            source=from_where.source or described.source,
            expected_words="" if status.expected is None else said(status.expected),
            status=status,
            line=self.figures.line(place, described),
            baseline=self.baselines.get(kpi.pk, ""),
            newer_waits=self._newer_waits(place, kpi.pk),
            needs=self._needs(place, described, status),
            exceptions=tuple(self.exceptions.get(kpi.pk, ())),
            on=self.on,
        )

    def _newer_waits(self, place: int, kpi_id: int) -> bool:
        waiting, current = self.waiting.get(kpi_id), self.current[place]
        return waiting is not None and (current is None or waiting > self.figures.start(current))

    def _needs(self, place: int, described: Described, status: Judged | Status) -> str:
        """`off track`, `a special cause for concern`, or both: see `standing.needs_words`."""
        words = ["off track"] if status.rating == Rating.OFF_TRACK else []
        if status.variation in CONCERNS and self._counts_for_limits(self.current[place], described):
            words.append("a special cause for concern")
        return " and ".join(words)

    def _counts_for_limits(self, at: int | None, described: Described) -> bool:
        if at is None or self.figures.values[at] is None:
            return False
        return (described.kpi_id, described.frequency, self.figures.start(at)) not in self.left_out


class _Figures:
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
        self._label = cache(_label)

    def start(self, at: int) -> date:
        return date.fromordinal(self.starts[at] + FIRST_DAY)

    def label(self, frequency: str, at: int) -> str:
        return self._label(frequency, self.starts[at], self.ends[at])

    def words(self, described: Described, at: int) -> str:
        """The value with its unit, and what its symbol says."""
        symbol, value = self.columns.symbol_of(at) or "", self.columns.value_of(at)
        return shown_with(symbol, value, unit=described.unit, decimals=described.decimals)

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
        rows = Figure.objects.filter(pk__in=places).values_list("pk", "basis", "source")
        return {places[pk]: Provenance(basis, source) for pk, basis, source in rows.order_by("pk")}

    def line(self, kpi: int, described: Described) -> Line | None:
        """What is drawn beside a KPI; None where it has at most one figure."""
        first, end = self.first[kpi : kpi + 2]
        if end - first < 2:
            return None
        rows = [at for at in range(first, end) if self.symbols[at] != FORECAST]
        return Line(
            days=[self.days[at] for at in rows],
            values=[self.values[at] for at in rows],
            is_break=[self.symbols[at] == BREAK for at in rows],
            said=lambda place: self._named(described, rows[place]),
            scale=_whole,
        )

    def _named(self, described: Described, at: int) -> str:
        value = format_value(self.columns.value_of(at), described.unit, described.decimals)
        return f"{value} in {self.label(described.frequency, at)}"


def _whole(value: int) -> float:
    return value / WHOLE


def _label(frequency: str, start: int, end: int) -> str:
    days = (date.fromordinal(day + FIRST_DAY) for day in (start, end))
    return Period(PeriodKind(frequency), *days).label


def _latest(versions, kpi_ids: Iterable[int], moment: datetime, *fields):
    """These fields of the version of each KPI that counted at the moment: the highest one."""
    rows = versions.objects.filter(kpi__in=kpi_ids, counts_from__lte=moment)
    return rows.order_by("kpi_id", "-version").distinct("kpi_id").values_list(*fields)


def _described(kpis: Sequence[Kpi], moment: datetime) -> dict[int, Described]:
    """The definitions of those that the Board saw at the moment."""
    rows = _latest(KpiDefinition, [kpi.pk for kpi in kpis], moment, *Described._fields)
    return {row.kpi_id: row for row in map(Described._make, rows) if row.shown_to_board}


def _statuses(ids: Sequence[int], moment: datetime, *, now: bool) -> dict[int, Judged | Status]:
    """How each stood: for now as it is stored, where that is not there yet or for the past as worked out."""
    stored = Status.objects.filter(pk__in=ids).order_by("pk").values_list(*Judged._fields) if now else ()
    found = {row[0]: Judged._make(row) for row in stored}
    missing = [pk for pk in ids if pk not in found]
    if missing:
        worked = worked_out(missing, at=moment)
        found |= {status.kpi_id: status for status in worked.statuses}
        found |= {kpi_id: _contradicts_itself(kpi_id, why) for kpi_id, why in worked.broken.items()}
    return found


def _contradicts_itself(kpi_id: int, why: str) -> Judged:
    """What is said of a KPI whose record cannot be judged, so that the page of all others still stands."""
    return Judged(
        kpi_id,
        Rating.NOT_RATED,
        f"Its record cannot be judged: {why}",
        None,
        None,
        Direction.TOO_LITTLE_DATA,
        "",
        "",
        None,
        "",
    )


def _baselines(ids: Sequence[int], moment: datetime) -> dict[int, str]:
    """The period of each baseline, in words."""
    rows = _latest(Baseline, ids, moment, "kpi_id", "period_kind", "period_start", "period_end")
    label = cache(lambda kind, start, end: Period(PeriodKind(kind), start, end).label)
    return {kpi_id: label(*period) for kpi_id, *period in rows}


def _left_out(ids: Sequence[int], moment: datetime) -> set[tuple]:
    """(KPI, kind and first day of a period) that process limits leave out by agreement."""
    marks = ChartMark.objects.filter(kpi__in=ids, kind=MarkKind.GHOST).agreed_at(moment).order_by("pk")
    return set(marks.values_list("kpi_id", "period_kind", "period_start"))


@dataclass(frozen=True, slots=True)
class Change:
    """A figure that began to count, in words; `before` is what it corrects, empty where it is the first."""

    period: str
    words: str
    before: str


def changes_between(ids: Iterable[int], after: datetime, until: datetime) -> dict[int, list[Change]]:
    """By KPI, the figures that began to count after one moment and up to another, oldest period first. One query."""
    new = Figure.objects.filter(kpi__in=list(ids), counts_from__gt=after, counts_from__lte=until)
    shown = ("value", "symbol", "definition__unit", "definition__decimals")
    rows = new.order_by("period_start", "counts_from", "id").values_list(
        "kpi_id",
        "period_kind",
        "period_start",
        "period_end",
        *shown,
        "corrects",
        *(f"corrects__{n}" for n in shown),
    )
    label = cache(lambda kind, start, end: Period(PeriodKind(kind), start, end).label)
    found: dict[int, list[Change]] = {}
    for kpi_id, kind, start, end, *figures in rows:
        now, before = figures[:4], figures[5:] if figures[4] else None
        change = Change(
            label(kind, start, end), _figure_words(*now), _figure_words(*before) if before else ""
        )
        found.setdefault(kpi_id, []).append(change)
    return found


def _figure_words(value: Decimal | None, symbol: str, unit: str, decimals: int) -> str:
    return shown_with(symbol, value, unit=unit, decimals=decimals)
