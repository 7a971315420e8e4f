"""How a KPI stood at a moment: its record, what follows from it, and what is said about it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property

from django.db.models.expressions import RawSQL
from django.utils import timezone

from kpis.domain import spc
from kpis.domain import status as domain
from kpis.domain.numbers import format_value
from kpis.domain.rating import Rating
from kpis.domain.series import Series
from kpis.domain.symbols import Symbol, shown_with
from kpis.figures.models import Figure, Kpi, KpiException, Status
from kpis.figures.queries.due import next_due
from kpis.figures.queries.record import BoardFigure, Record, records_at, school_terms

CONCERNS = {str(variation) for variation in spc.Variation if variation.is_concern}


@dataclass(frozen=True)
class Standing:
    """One KPI at a moment, as pages show it. `status` is stored for now and worked out for the past."""

    record: Record
    status: Status
    waiting: Figure | None
    exceptions: tuple[KpiException, ...]
    on: date

    @property
    def kpi(self) -> Kpi:
        return self.record.kpi

    @property
    def definition(self):
        return self.record.definition

    @cached_property
    def figure(self) -> BoardFigure | None:
        """The current figure: the one that is rated."""
        return next((f for f in reversed(self.record.figures) if f.id == self.status.figure_id), None)

    @cached_property
    def forecast(self) -> BoardFigure | None:
        """A forecast that is shown, and said to be one, where no figure counts yet."""
        latest = self.record.figures[-1] if self.record.figures else None
        return latest if latest and latest.symbol == Symbol.FORECAST else None

    @property
    def shown_figure(self) -> BoardFigure | None:
        """What stands in the row of this KPI: its current figure, else a forecast."""
        return self.figure or self.forecast

    @cached_property
    def series(self) -> Series:
        """The record as it is drawn in a line of a table: without process limits."""
        return series_of(self.record)

    @cached_property
    def charts(self) -> tuple[Series, ...]:
        """What the page of the KPI draws: the record, and beside a cumulative one what each period added."""
        return charts_of(self.record)

    @property
    def process(self) -> spc.Process | None:
        """What statistical process control says of it; None where it does not apply."""
        return self.charts[-1].process

    @property
    def actual_words(self) -> str:
        """The value that is shown, with what its symbol says; empty where there is nothing to show."""
        shown = self.shown_figure
        if shown is None:
            return ""
        definition = self.definition
        return shown_with(shown.symbol, shown.value, unit=definition.unit, decimals=definition.decimals)

    @property
    def expected_words(self) -> str:
        return "" if self.status.expected is None else self.shown(self.status.expected)

    @property
    def newer_waiting(self) -> Figure | None:
        """A figure that waits for approval and is for a later period than the current one."""
        is_newer = self.waiting and (not self.figure or self.waiting.period_start > self.figure.period_start)
        return self.waiting if is_newer else None

    @property
    def is_overdue(self) -> bool:
        due_on = self.status.next_due_on
        return due_on is not None and due_on < self.on and self.newer_waiting is None

    @property
    def needs(self) -> str:
        """What about the current figure needs an exception, in words: see `needs_words`."""
        return needs_words(self.record, self.status)

    @property
    def is_unexplained(self) -> bool:
        """The current figure needs an exception, and nobody has given it one yet."""
        return bool(self.needs) and all(e.figure_id != self.status.figure_id for e in self.exceptions)

    @property
    def days_overdue(self) -> int:
        return (self.on - self.status.next_due_on).days

    def shown(self, value) -> str:
        return format_value(value, self.definition.unit, self.definition.decimals)


@dataclass(frozen=True, slots=True)
class Outlook:
    """What submitting a figure would make of its KPI, before anybody approves it."""

    figure: Figure
    status: Status
    needs: str  # what about this figure itself needs an exception, in words; empty where nothing does


def needs_words(record: Record, status: Status) -> str:
    """`off track`, `a special cause for concern`, or both, of the figure that is rated; empty where it is neither.

    A figure that does not count for process limits (no value, left out by agreement) is no special cause.
    """
    words = ["off track"] if status.rating == Rating.OFF_TRACK else []
    values = {f.period.start: v for f, v in zip(record.figures, record.figure_values, strict=True)}
    current = next((f for f in record.figures if f.id == status.figure_id), None)
    counts = current and current.value is not None and not values[current.period_start].is_ghosted
    if counts and status.variation in CONCERNS:
        words.append("a special cause for concern")
    return " and ".join(words)


def status_of(record: Record, *, at: datetime, terms=()) -> Status:
    """What follows from a record: an unsaved Status. Pure: the same record and day always give the same."""
    judged = domain.assess(record.meaning, record.baseline_value, record.target_points, record.figure_values)
    due = next_due(record, terms=terms)
    current = judged.actual
    variation, assurance = domain.stored(_icons_of(record))
    return Status(
        kpi_id=record.kpi.pk,
        rating=judged.rating,
        reason=judged.reason,
        figure_id=_figure_id(record, current),
        actual=current.value if current else None,
        expected=judged.expected,
        progress=judged.progress,
        progress_words=judged.progress_words,
        direction=judged.direction,
        variation=variation,
        assurance=assurance,
        next_due_on=due.due_on if due else None,
        next_period=due.period.label if due else "",
        computed_at=at,
    )


def _icons_of(record: Record) -> spc.Icons | None:
    observed = domain.observed(
        record.meaning, record.baseline_value, record.target_points, record.figure_values, all_targets=False
    )
    return spc.icons_of([(observed, domain.within(record.method, observed))])[0] if observed else None


def _figure_id(record: Record, current) -> int | None:
    if current is None:
        return None
    return next(f.id for f in record.figures if f.period_start == current.period.start)


def series_of(record: Record) -> Series:
    return domain.series(
        record.meaning,
        record.baseline_value,
        record.target_points,
        record.figure_values,
        title=record.definition.name,
    )


def charts_of(record: Record) -> tuple[Series, ...]:
    """The series of a record, the last of them with its process limits where they apply."""
    series, meaning = series_of(record), record.meaning
    found = process_of(record)
    if found is None:
        return (series,)
    if not meaning.is_cumulative:
        return (replace(series, process=found),)
    labels = {figure.period.last_day: figure.period.label for figure in record.figures}
    title = f"{record.definition.name}: what each period added"
    return series, domain.own_series(meaning, found, labels, title=title)


def process_of(record: Record) -> spc.Process | None:
    """The record's process limits and signals in words; None where SPC does not apply."""
    figures = record.figure_values
    found = domain.analysed(
        record.meaning, record.method, record.baseline_value, record.target_points, figures
    )
    return found and domain.process(record.meaning, found, figures, _notes(record))


def _notes(record: Record) -> list[spc.Note]:
    """The agreed marks at periods that are on the chart, numbered along it."""
    drawn = {figure.period_start for figure in record.figures}
    marks = [mark for mark in record.marks if mark.period_start in drawn]
    return [
        spc.Note(mark.period.last_day, number, f"{mark.period.label}: {mark.words}")
        for number, mark in enumerate(marks, start=1)
    ]


def standings(kpis: Iterable[Kpi], moment: datetime, *, now: bool) -> list[Standing]:
    """How KPIs stood at a moment, in the order given; `now` reads the stored status. A fixed number of queries."""
    records = records_at(kpis, moment)
    ids = [record.kpi.pk for record in records]
    stored = Status.objects.in_bulk(ids) if now else {}
    on = timezone.localdate(moment)
    terms = terms_around(records, on)
    waiting = {f.kpi_id: f for f in Figure.objects.filter(kpi__in=ids).waiting_at(moment)}
    exceptions = open_exceptions(ids, moment)
    return [
        Standing(
            record=record,
            status=stored.get(record.kpi.pk) or status_of(record, at=moment, terms=terms),
            waiting=waiting.get(record.kpi.pk),
            exceptions=tuple(exceptions[record.kpi.pk]),
            on=on,
        )
        for record in records
    ]


def terms_around(records: Iterable[Record], on: date):
    """The school terms that these records' periods may fall in."""
    records = list(records)
    first_years = [r.figures[0].period_start.year - 1 for r in records if r.figures]
    first_years += [r.definition.collected_from.year - 1 for r in records if r.definition.collected_from]
    return school_terms(range(min([on.year - 2, *first_years]), on.year + 2))


def open_exceptions(kpi_ids: Iterable[int], moment: datetime) -> dict[int, list[KpiException]]:
    """The exceptions of approved figures that were open at the moment, oldest first, by KPI."""
    found = defaultdict(list)
    of_these = RawSQL(
        "SELECT unnest(%s::bigint[])", [list(kpi_ids)]
    )  # one array costs less than its hundreds of ids
    rows = KpiException.objects.known_at(moment).open_at(moment).filter(figure__kpi__in=of_these)
    for row in rows.select_related("figure").order_by("due_on", "id"):
        found[row.figure.kpi_id].append(row)
    return found


def would_be(figure: Figure, *, at: datetime) -> Outlook:
    """How the KPI would stand if this draft counted: for the words beside the form, and to ask for a cause."""
    return outlooks([figure], at=at)[0]


def outlooks(figures: Iterable[Figure], *, at: datetime) -> list[Outlook]:
    """How each KPI would stand if its draft counted, in the order given. A fixed number of queries."""
    figures = list(figures)
    records = {record.kpi.pk: record for record in records_at({f.kpi for f in figures}, at)}
    terms = terms_around(records.values(), timezone.localdate(at))
    return [_outlook(figure, records[figure.kpi_id], terms, at) for figure in figures]


def _outlook(draft: Figure, record: Record, terms, at: datetime) -> Outlook:
    figure = BoardFigure._make(getattr(draft, name) for name in BoardFigure._fields)
    upto = [f for f in record.figures if f.period_start < figure.period_start]
    with_draft = replace(record, figures=(*upto, figure))
    status = status_of(with_draft, at=at, terms=terms)
    return Outlook(draft, status, needs_words(with_draft, status) if status.figure_id == draft.pk else "")
