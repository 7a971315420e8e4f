"""Everything that counted about some KPIs at a moment, read in a fixed number of queries."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import NamedTuple

from django.db.models import Prefetch

from kpis.domain import status as domain
from kpis.domain.definition import Accumulation, Polarity, Shape, Unit
from kpis.domain.periods import Period, PeriodKind, Term, standard_terms
from kpis.domain.symbols import Symbol
from kpis.domain.trajectory import TargetPoint
from kpis.figures.models import Baseline, Figure, Kpi, KpiDefinition, SchoolTerm, Target
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


@dataclass(frozen=True, slots=True)
class Record:
    """What counted about one KPI at a moment. `figures` are of its own frequency, oldest first."""

    kpi: Kpi
    definition: KpiDefinition
    baseline: Baseline | None
    target: Target | None
    figures: tuple[BoardFigure, ...]

    @property
    def meaning(self) -> domain.Definition:
        d = self.definition
        return domain.Definition(
            polarity=Polarity(d.polarity),
            unit=Unit(d.unit),
            decimals=d.decimals,
            tolerance=d.tolerance_band,
            range_low=d.range_low,
            range_high=d.range_high,
            accumulation=Accumulation(d.accumulation),
            trajectory_shape=Shape.STEPPED if d.trajectory_is_stepped else Shape.LINEAR,
            nature=d.nature,
        )

    @property
    def baseline_value(self) -> domain.BaselineValue | None:
        b = self.baseline
        if b is None:
            return None
        period = Period(PeriodKind(b.period_kind), b.period_start, b.period_end)
        return domain.BaselineValue(value=b.value, period=period, is_forecast=b.is_forecast)

    @property
    def target_points(self) -> tuple[TargetPoint, ...]:
        if self.target is None:
            return ()
        return tuple(TargetPoint(on=point.on, value=point.value) for point in self.target.points.all())

    @property
    def figure_values(self) -> tuple[domain.FigureValue, ...]:
        return tuple(
            domain.FigureValue(period=f.period, value=f.value, symbol=Symbol(f.symbol) if f.symbol else None)
            for f in self.figures
        )


def records_at(kpis: Iterable[Kpi], moment: datetime) -> list[Record]:
    """The record of each KPI that had a definition at the moment, in the order given. Five queries."""
    kpis = list(kpis)
    definitions = _latest(KpiDefinition.objects.select_related("checked_by"), kpis, moment)
    baselines = _latest(Baseline.objects.select_related("agreed_by"), kpis, moment)
    points = Prefetch("points", queryset=TargetPointRow.objects.order_by("on"))
    targets = _latest(Target.objects.prefetch_related(points), kpis, moment)
    figures = _board_figures(kpis, moment)
    return [
        Record(
            kpi=kpi,
            definition=definitions[kpi.pk],
            baseline=baselines.get(kpi.pk),
            target=targets.get(kpi.pk),
            figures=tuple(f for f in figures[kpi.pk] if f.period_kind == definitions[kpi.pk].frequency),
        )
        for kpi in kpis
        if kpi.pk in definitions
    ]


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
