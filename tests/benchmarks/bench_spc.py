"""A chart with process limits, signals and notes, beside the goal of every chart: one millisecond and 6 kB."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from kpis.domain import status as domain
from kpis.domain.definition import Polarity, Tolerance
from kpis.domain.periods import PeriodKind, parse, span
from kpis.domain.spc import Method, Note
from kpis.domain.trajectory import TargetPoint
from portal.design.charts import kpi_chart

DEFINITION = domain.Definition(
    polarity=Polarity.HIGHER, unit="per cent", decimals=1, tolerance=Tolerance(Decimal(5), is_per_cent=True)
)
MONTHS = list(span(parse("2021-01", PeriodKind.MONTH), parse("2025-12", PeriodKind.MONTH)))


def sixty_months():
    """Five years with a recalculation, a figure left out, a target, and about as many signals as not."""
    values = [Decimal(60 + n * 7 % 11 + (8 if n % 20 > 9 else 0)) for n in range(len(MONTHS))]
    figures = [
        domain.FigureValue(m, v, is_ghosted=m is MONTHS[20]) for m, v in zip(MONTHS, values, strict=True)
    ]
    judged = (domain.BaselineValue(Decimal(55), MONTHS[0]), [TargetPoint(date(2026, 3, 31), Decimal(85))])
    method = Method(polarity=Polarity.HIGHER, recalculated_on=frozenset([MONTHS[30].last_day]))
    found = domain.analysed(DEFINITION, method, *judged, figures)
    notes = [Note(MONTHS[20].last_day, 1, "Left out."), Note(MONTHS[30].last_day, 2, "New limits.")]
    series = domain.series(DEFINITION, *judged, figures, title="Plans issued in time")
    return replace(series, process=domain.process(DEFINITION, found, figures, notes))


def bench_chart_with_process_limits(measure):
    series = sixty_months()
    assert len(kpi_chart(series).encode()) < 6000
    measure(
        "chart with process limits",
        goal=1.0,
        work=lambda: [kpi_chart(series) for _ in range(1000)],
        unit="milliseconds each",
    )
