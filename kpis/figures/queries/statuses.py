"""How many KPIs stand by their latest figures, worked out all at once. For one with its words see `standing`."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cache, partial
from typing import NamedTuple

import numpy as np
from django.utils import timezone

from kpis.domain import status as domain
from kpis.domain.column_limits import ColumnLimits
from kpis.domain.columns import FigureColumns, directions, misfits
from kpis.domain.due import due_on
from kpis.domain.periods import Period, PeriodKind, Term
from kpis.domain.trajectory import TargetPoint
from kpis.figures.models import Baseline, ChartMark, KpiDefinition, MarkKind, Status, Target
from kpis.figures.models import TargetPoint as TargetPointRow
from kpis.figures.queries.columns import figure_columns
from kpis.figures.queries.due import first_owed
from kpis.figures.queries.record import baseline_value_of, meaning_of, method_of, school_terms

# What a record that contradicts itself may raise in exact arithmetic. Named on the run, the others go on.
BROKEN_RECORD = (ValueError, ArithmeticError)


class Defined(NamedTuple):
    """A KPI's definition as far as judging needs it."""

    kpi_id: int
    polarity: str
    unit: str
    decimals: int
    tolerance: Decimal
    tolerance_is_per_cent: bool
    range_low: Decimal | None
    range_high: Decimal | None
    accumulation: str
    trajectory_is_stepped: bool
    nature: str
    frequency: str
    collected_from: date | None
    due_days: int
    spc_conflict: str
    spc_screens: bool
    spc_shift: int
    spc_trend: int
    spc_baseline_points: int | None


class Started(NamedTuple):
    """A KPI's baseline as far as judging needs it."""

    kpi_id: int
    value: Decimal
    period_kind: str
    period_start: date
    period_end: date
    is_forecast: bool


class Case(NamedTuple):
    """What a KPI's figures are judged by."""

    defined: Defined
    meaning: domain.Definition
    kind: PeriodKind
    baseline: domain.BaselineValue | None
    targets: tuple[TargetPoint, ...]


@dataclass(frozen=True, slots=True)
class Worked:
    """Statuses that were worked out, and the KPIs whose record contradicts itself, with why."""

    statuses: list[Status]
    broken: dict[int, str]


def worked_out(kpi_ids: Iterable[int], *, at: datetime) -> Worked:
    """The status of each of these KPIs that had a definition at the moment. At most six queries.

    The same as `standing.status_of` gives for one, but the figures are read and compared as columns.
    """
    broken: dict[int, str] = {}
    cases = _each_whole(_case, _judged_by(list(kpi_ids), at), broken)
    figures = figure_columns([c.defined.kpi_id for c in cases], [c.kind for c in cases], at)
    ghosted, recalculated = _marked(cases, figures, at)
    figures.is_ghosted[ghosted] = True
    statuses = _Statuses(cases, figures, recalculated, at)
    places = [(case.defined.kpi_id, place) for place, case in enumerate(cases)]
    return Worked(_each_whole(statuses.of, places, broken), broken)


def _each_whole(work, items, broken: dict[int, str]) -> list:
    """What `work` makes of each item; where it is a contradiction, why, by KPI."""
    done = []
    for kpi_id, item in items:
        try:
            done.append(work(item))
        except BROKEN_RECORD as problem:
            broken[kpi_id] = str(problem)
    return done


def _judged_by(kpi_ids: list[int], at: datetime) -> list[tuple]:
    """(KPI, (definition, baseline or None, target points)) as they counted at the moment. Three queries."""
    baselines = {row[0]: Started._make(row) for row in _latest(Baseline, kpi_ids, at, Started._fields)}
    targets = defaultdict(list)
    points = TargetPointRow.objects.filter(target__in=_latest(Target, kpi_ids, at, ["pk"]))
    for kpi_id, on, value in points.order_by("target__kpi_id", "on").values_list(
        "target__kpi_id", "on", "value"
    ):
        targets[kpi_id].append(TargetPoint(on, value))
    definitions = map(Defined._make, _latest(KpiDefinition, kpi_ids, at, Defined._fields))
    return [(d.kpi_id, (d, baselines.get(d.kpi_id), tuple(targets[d.kpi_id]))) for d in definitions]


def _marked(cases: Sequence[Case], figures: FigureColumns, at: datetime) -> tuple[np.ndarray, np.ndarray]:
    """The rows that are left out by agreement, and those at which process limits begin anew. One query."""
    place = {(case.defined.kpi_id, str(case.kind)): place for place, case in enumerate(cases)}
    marks = ChartMark.objects.agreed_at(at).filter(kpi__in=[case.defined.kpi_id for case in cases])
    found = {MarkKind.GHOST: [], MarkKind.RECALCULATE: [], MarkKind.ANNOTATE: []}
    rows = marks.order_by("pk").values_list("kpi_id", "period_kind", "period_start", "kind")
    for kpi_id, period_kind, period_start, kind in rows:
        if (kpi_id, period_kind) in place:
            found[kind].append((place[kpi_id, period_kind], period_start))
    return figures.rows_of(found[MarkKind.GHOST]), figures.rows_of(found[MarkKind.RECALCULATE])


def _latest(versions, kpi_ids: list[int], at: datetime, fields):
    """These fields of the version of each KPI that counted at the moment: the highest one."""
    rows = versions.objects.filter(kpi__in=kpi_ids, counts_from__lte=at)
    return rows.order_by("kpi_id", "-version").distinct("kpi_id").values_list(*fields)


def _case(read) -> Case:
    defined, started, targets = read
    return Case(
        defined=defined,
        meaning=meaning_of(defined),
        kind=PeriodKind(defined.frequency),
        baseline=started and baseline_value_of(started),
        targets=targets,
    )


class _Statuses:
    """The statuses of cases by their figures. What many KPIs share, such as a period, is worked out once."""

    def __init__(self, cases: Sequence[Case], figures: FigureColumns, recalculated: np.ndarray, at: datetime):
        kinds = [case.kind for case in cases]
        self.cases, self.figures, self.at = cases, figures, at
        self.wrong = misfits(figures, kinds)
        self.latest = figures.latest()
        meanings = [case.meaning for case in cases]
        self.headed = directions(figures, meanings, kinds)
        self.processes = ColumnLimits(
            figures, meanings, kinds, [method_of(case.defined) for case in cases], recalculated
        )
        self.period = cache(Period)
        self.next_period = cache(partial(first_owed, terms=_terms(cases, figures, at)))

    def of(self, place: int) -> Status:
        """The unsaved status of one KPI; WrongLength where one of its figures is for no whole period."""
        case, row = self.cases[place], self.latest[place]
        if place in self.wrong:
            self._period(case, self.wrong[place])
        figure = self._figure(case, row if row >= 0 else self._forecast(place))
        judged = domain.judge(case.meaning, case.baseline, case.targets, figure, case.kind)
        owed = self._owed(case, figure if row >= 0 else None)
        variation, assurance = domain.stored(
            self.processes.icons(place, partial(self._goal, case, figure, judged))
        )
        return Status(
            kpi_id=case.defined.kpi_id,
            rating=judged.rating,
            reason=judged.reason,
            figure_id=int(self.figures.id[row]) if row >= 0 else None,
            actual=figure.value if row >= 0 else None,
            expected=judged.expected,
            progress=judged.progress,
            progress_words=judged.progress_words,
            direction=self.headed[place],
            variation=variation,
            assurance=assurance,
            next_due_on=due_on(owed, case.defined.due_days) if owed else None,
            next_period=owed.label if owed else "",
            computed_at=self.at,
        )

    def _goal(self, case: Case, figure, judged: domain.Judgement, day: date) -> Decimal | None:
        """What the process is held against on a day: mostly that of the figure which was judged just now."""
        if day == figure.period.last_day and not case.meaning.is_cumulative:
            return judged.expected
        return domain.goal_on(case.meaning, case.baseline, case.targets, case.kind, day)

    def _forecast(self, place: int) -> int:
        """The row of the last forecast of a KPI that has no other figures; -1 without one."""
        first, end = self.figures.first[place : place + 2]
        return int(end) - 1 if end > first else -1

    def _figure(self, case: Case, row: int) -> domain.FigureValue | None:
        if row < 0:
            return None
        period = self._period(case, row)
        return domain.FigureValue(period, self.figures.value_of(row), self.figures.symbol_of(row))

    def _period(self, case: Case, row: int) -> Period:
        return self.period(case.kind, self.figures.start[row].item(), self.figures.end[row].item())

    def _owed(self, case: Case, reported: domain.FigureValue | None) -> Period | None:
        if reported:
            return self.next_period(case.kind, reported.period, None)
        return self.next_period(case.kind, None, case.defined.collected_from)


def _terms(cases: Sequence[Case], figures: FigureColumns, at: datetime) -> tuple[Term, ...]:
    """The school terms that these KPIs' periods may fall in; none where nothing is reported by term."""
    by_term = [case for case in cases if case.kind is PeriodKind.TERM]
    if not by_term:
        return ()
    this_year = timezone.localdate(at).year
    first = [this_year - 2] + [c.defined.collected_from.year - 1 for c in by_term if c.defined.collected_from]
    if len(figures.start):
        first.append(figures.start.min().item().year - 1)
    return school_terms(range(min(first), this_year + 2))
