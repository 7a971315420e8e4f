"""How many KPIs stand by their latest figures, worked out all at once. For one with its words see `standing`."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cache, partial
from typing import NamedTuple

import numpy as np
from django.utils import timezone

from kpis.domain import spc
from kpis.domain import status as domain
from kpis.domain.column_limits import ColumnLimits
from kpis.domain.columns import FigureColumns, directions, misfits
from kpis.domain.due import due_on
from kpis.domain.periods import Period, PeriodKind, Term
from kpis.domain.trajectory import TargetPoint
from kpis.figures.queries.columns import figure_columns
from kpis.figures.queries.due import first_owed
from kpis.figures.queries.judged_by import Defined, JudgedBy, judged_by
from kpis.figures.queries.record import baseline_value_of, meaning_of, method_of, school_terms

# What a record that contradicts itself may raise in exact arithmetic. Named on the run, the others go on.
BROKEN_RECORD = (ValueError, ArithmeticError)


class StatusRow(NamedTuple):
    """The columns of a `Status`, in their order."""

    kpi_id: int
    rating: str
    reason: str
    figure_id: int | None
    actual: Decimal | None
    expected: Decimal | None
    progress: Decimal | None
    progress_words: str
    direction: str
    variation: str
    assurance: str
    next_due_on: date | None
    next_period: str
    computed_at: datetime


class Meant(NamedTuple):
    """What a definition says to arithmetic; many KPIs share one."""

    meaning: domain.Definition
    method: spc.Method
    kind: PeriodKind


class Case(NamedTuple):
    """What a KPI's figures are judged by."""

    defined: Defined
    meant: Meant
    baseline: domain.BaselineValue | None
    targets: tuple[TargetPoint, ...]


@dataclass(frozen=True, slots=True)
class Worked:
    """Statuses that were worked out, and the KPIs whose record contradicts itself, with why."""

    statuses: list[StatusRow]
    broken: dict[int, str]


def worked_out(kpi_ids: Iterable[int], *, at: datetime) -> Worked:
    """The status of each of these KPIs that had a definition at the moment. At most three queries.

    The same as `standing.status_of` gives for one, but the figures are read and compared as columns.
    """
    broken: dict[int, str] = {}
    read = judged_by(list(kpi_ids), at)
    case = partial(_case, cache(_meant))
    cases = _each_whole(case, [(row.defined.kpi_id, row) for row in read], broken)
    figures = figure_columns([c.defined.kpi_id for c in cases], [c.meant.kind for c in cases], at)
    marks = {row.defined.kpi_id: row for row in read if row.ghosted or row.recalculated}
    marked = [(place, marks[c.defined.kpi_id]) for place, c in enumerate(cases) if c.defined.kpi_id in marks]
    figures.is_ghosted[figures.rows_of([(place, day) for place, row in marked for day in row.ghosted])] = True
    recalculated = figures.rows_of([(place, day) for place, row in marked for day in row.recalculated])
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


def _case(meant, read: JudgedBy) -> Case:
    defined, started = read.defined, read.started
    return Case(
        defined=defined,
        meant=meant(defined._replace(kpi_id=0, collected_from=None, due_days=0)),
        baseline=started and baseline_value_of(started),
        targets=read.targets,
    )


def _meant(defined: Defined) -> Meant:
    return Meant(meaning_of(defined), method_of(defined), PeriodKind(defined.frequency))


class _Statuses:
    """The statuses of cases by their figures. What many KPIs share, such as a period, is worked out once."""

    def __init__(self, cases: Sequence[Case], figures: FigureColumns, recalculated: np.ndarray, at: datetime):
        kinds = [case.meant.kind for case in cases]
        self.cases, self.figures, self.at = cases, figures, at
        self.wrong = misfits(figures, kinds)
        self.latest = figures.latest()
        meanings = [case.meant.meaning for case in cases]
        self.headed = directions(figures, meanings, kinds)
        self.processes = ColumnLimits(
            figures, meanings, kinds, [case.meant.method for case in cases], recalculated
        )
        self.period = cache(Period)
        self.next_period = cache(partial(first_owed, terms=_terms(cases, figures, at)))

    def of(self, place: int) -> StatusRow:
        """The status of one KPI; WrongLength where one of its figures is for no whole period."""
        case, row = self.cases[place], self.latest[place]
        if place in self.wrong:
            self._period(case, self.wrong[place])
        figure = self._figure(case, row if row >= 0 else self._forecast(place))
        judged = domain.judge(case.meant.meaning, case.baseline, case.targets, figure, case.meant.kind)
        owed = self._owed(case, figure if row >= 0 else None)
        variation, assurance = domain.stored(
            self.processes.icons(place, partial(self._goal, case, figure, judged))
        )
        return StatusRow(
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
        if day == figure.period.last_day and not case.meant.meaning.is_cumulative:
            return judged.expected
        return domain.goal_on(case.meant.meaning, case.baseline, case.targets, case.meant.kind, day)

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
        return self.period(case.meant.kind, self.figures.start[row].item(), self.figures.end[row].item())

    def _owed(self, case: Case, reported: domain.FigureValue | None) -> Period | None:
        if reported:
            return self.next_period(case.meant.kind, reported.period, None)
        return self.next_period(case.meant.kind, None, case.defined.collected_from)


def _terms(cases: Sequence[Case], figures: FigureColumns, at: datetime) -> tuple[Term, ...]:
    """The school terms that these KPIs' periods may fall in; none where nothing is reported by term."""
    by_term = [case for case in cases if case.meant.kind is PeriodKind.TERM]
    if not by_term:
        return ()
    this_year = timezone.localdate(at).year
    first = [this_year - 2] + [c.defined.collected_from.year - 1 for c in by_term if c.defined.collected_from]
    if len(figures.start):
        first.append(figures.start.min().item().year - 1)
    return school_terms(range(min(first), this_year + 2))
