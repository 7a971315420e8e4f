"""Everything that counted about some KPIs at a moment, read in a fixed number of queries."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cached_property, lru_cache
from typing import NamedTuple

from django.db.models import Prefetch

from kpis.domain import spc
from kpis.domain import status as domain
from kpis.domain.definition import Accumulation, Polarity, Shape, Tolerance, Unit
from kpis.domain.periods import Period, PeriodKind, Term, standard_terms
from kpis.domain.symbols import Symbol
from kpis.domain.trajectory import TargetPoint
from kpis.figures.models import Baseline, ChartMark, Figure, Kpi, KpiDefinition, MarkKind, SchoolTerm, Target
from kpis.figures.models import TargetPoint as TargetPointRow


class BoardFigure(NamedTuple):
    """The Board's figure of one period, as plain columns."""

    kpi_id: int
    id: int
    period_kind: str
    period_start: date
    period_end: date
    value: Decimal | None
    symbol: str
    numerator: Decimal | None
    denominator: Decimal | None
    source: str
    basis: str
    remark: str
    counts_from: datetime
    known_from: datetime | None

    @property
    def period(self) -> Period:
        return Period(PeriodKind(self.period_kind), self.period_start, self.period_end)


@dataclass(frozen=True)
class Record:
    """What counted about one KPI at a moment. `figures` are of its own frequency, oldest first."""

    kpi: Kpi
    definition: KpiDefinition
    baseline: Baseline | None
    target: Target | None
    figures: tuple[BoardFigure, ...]
    marks: tuple[ChartMark, ...] = ()  # agreed ones, of its own frequency, oldest period first

    @cached_property
    def meaning(self) -> domain.Definition:
        return meaning_of(self.definition)

    @property
    def baseline_value(self) -> domain.BaselineValue | None:
        return self.baseline and baseline_value_of(self.baseline)

    @cached_property
    def target_points(self) -> tuple[TargetPoint, ...]:
        if self.target is None:
            return ()
        return tuple(TargetPoint(on=point.on, value=point.value) for point in self.target.points.all())

    @cached_property
    def figure_values(self) -> tuple[domain.FigureValue, ...]:
        ghosted = {mark.period_start for mark in self.marks if mark.kind == MarkKind.GHOST}
        return tuple(
            domain.FigureValue(
                period=f.period,
                value=f.value,
                symbol=Symbol(f.symbol) if f.symbol else None,
                is_ghosted=f.period_start in ghosted,
            )
            for f in self.figures
        )

    @property
    def method(self) -> spc.Method:
        """How its process limits are worked out."""
        recalculated = (mark.period.last_day for mark in self.marks if mark.kind == MarkKind.RECALCULATE)
        return method_of(self.definition, recalculated_on=frozenset(recalculated))


def meaning_of(d) -> domain.Definition:
    """What arithmetic takes from a definition: of a row, or of a tuple with these columns."""
    return domain.Definition(
        polarity=Polarity(d.polarity),
        unit=Unit(d.unit),
        decimals=d.decimals,
        tolerance=Tolerance(d.tolerance, d.tolerance_is_per_cent),
        range_low=d.range_low,
        range_high=d.range_high,
        accumulation=Accumulation(d.accumulation),
        trajectory_shape=Shape.STEPPED if d.trajectory_is_stepped else Shape.LINEAR,
        nature=d.nature,
    )


def method_of(d, *, recalculated_on: frozenset[date] = frozenset()) -> spc.Method:
    """How process limits follow from a definition: of a row, or of a tuple with these columns."""
    return spc.Method(
        polarity=d.polarity,
        conflict=d.spc_conflict,
        recalculated_on=recalculated_on,
        baseline_points=d.spc_baseline_points,
        screening=d.spc_screens,
        shift=d.spc_shift,
        trend=d.spc_trend,
    )


def baseline_value_of(b) -> domain.BaselineValue:
    """What arithmetic takes from a baseline: of a row, or of a tuple with these columns."""
    period = _whole_period(b.period_kind, b.period_start, b.period_end)
    return domain.BaselineValue(value=b.value, period=period, is_forecast=b.is_forecast)


@lru_cache(maxsize=1000)  # few periods are baselines, each of many KPIs
def _whole_period(kind: str, start: date, end: date) -> Period:
    return Period(PeriodKind(kind), start, end)


def records_at(kpis: Iterable[Kpi], moment: datetime) -> list[Record]:
    """The record of each KPI that had a definition at the moment, in the order given. Six queries."""
    kpis = list(kpis)
    definitions = _latest(KpiDefinition.objects.select_related("checked_by"), kpis, moment)
    baselines = _latest(Baseline.objects.select_related("agreed_by"), kpis, moment)
    points = Prefetch("points", queryset=TargetPointRow.objects.order_by("on"))
    targets = _latest(Target.objects.prefetch_related(points), kpis, moment)
    figures = _board_figures(kpis, moment)
    marks = _agreed_marks(kpis, moment)
    return [
        Record(
            kpi=kpi,
            definition=definitions[kpi.pk],
            baseline=baselines.get(kpi.pk),
            target=targets.get(kpi.pk),
            figures=_of_kind(figures[kpi.pk], definitions[kpi.pk].frequency),
            marks=_of_kind(marks[kpi.pk], definitions[kpi.pk].frequency),
        )
        for kpi in kpis
        if kpi.pk in definitions
    ]


def _of_kind(rows: Iterable, kind: str) -> tuple:
    return tuple(row for row in rows if row.period_kind == kind)


def _agreed_marks(kpis: list[Kpi], moment) -> dict[int, list[ChartMark]]:
    found = defaultdict(list)
    rows = (
        ChartMark.objects.filter(kpi__in=kpis).agreed_at(moment).select_related("proposed_by", "decided_by")
    )
    for row in rows.order_by("period_start", "id"):
        found[row.kpi_id].append(row)
    return found


def _latest(versions, kpis: list[Kpi], moment) -> dict:
    """The version of each KPI that counted at the moment: the highest one."""
    rows = versions.filter(kpi__in=kpis, counts_from__lte=moment)
    return {row.kpi_id: row for row in rows.order_by("kpi_id", "-version").distinct("kpi_id")}


def _board_figures(kpis: list[Kpi], moment) -> dict[int, list[BoardFigure]]:
    rows = Figure.objects.filter(kpi__in=kpis).board_values(moment)
    found = defaultdict(list)
    for row in rows.values_list(*BoardFigure._fields):
        found[row[0]].append(BoardFigure._make(row))
    return found


def school_terms(years: Iterable[int] = ()) -> tuple[Term, ...]:
    """The council's own term dates, and the standard calendar for years it has given none. One query."""
    own = [row.as_term() for row in SchoolTerm.objects.order_by("start_on")]
    known = {term.academic_year_start for term in own}
    standard = [term for year in years if year not in known for term in standard_terms(year)]
    return tuple(sorted([*own, *standard], key=lambda term: term.start))
