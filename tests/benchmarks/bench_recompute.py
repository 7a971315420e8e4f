"""Recompute of 300 KPIs x 60 months, beside reading the same rows, numpy alone, and one raw upsert."""

from datetime import UTC, date, datetime
from decimal import Decimal

import numpy as np
import pytest
from django.db import connection
from django.utils import timezone

from kpis.domain.periods import PeriodKind, span
from kpis.domain.periods import parse as parse_period
from kpis.domain.series import Series, SeriesPoint
from kpis.figures.actions.recompute import open_kpi_run, recompute_chunk
from kpis.figures.models import Figure, Kpi, KpiDefinition, Status, Target, TargetPoint
from kpis.figures.models.judged import Baseline
from kpis.workstreams.models import Plan, Workstream
from portal.design.charts import kpi_chart
from tests.benchmarks.raw import read_binary

KPIS, MONTHS = 300, 60
START = datetime(2021, 1, 1, tzinfo=UTC)
FIELDS = {
    "name": "A KPI",
    "meaning": "Measured.",
    "nature": "timeliness",
    "polarity": "higher",
    "numerator": "done",
    "unit": "per cent",
    "decimals": 1,
    "frequency": "month",
    "source": "Made up",
    "shown_to_board": True,
}


@pytest.fixture
def record(person):
    """300 KPIs with a baseline, a target and 60 approved months each."""
    by = person("data_officer")
    workstream = Workstream.objects.create(
        plan=Plan.objects.create(name="P"), name="W", slug="w", purpose="p"
    )
    kpis = Kpi.objects.bulk_create(Kpi(code=f"AB{n}", workstream=workstream) for n in range(KPIS))
    made = {"set_by": by, "set_at": START, "counts_from": START, "version": 1}
    definitions = KpiDefinition.objects.bulk_create(KpiDefinition(kpi=kpi, **made, **FIELDS) for kpi in kpis)
    months = list(span(parse_period("2021-01", PeriodKind.MONTH), parse_period("2025-12", PeriodKind.MONTH)))
    first = {"period_kind": "month", "period_start": months[0].start, "period_end": months[0].end}
    Baseline.objects.bulk_create(
        Baseline(kpi=kpi, value=50, method="m", source="s", **first, **made) for kpi in kpis
    )
    targets = Target.objects.bulk_create(Target(kpi=kpi, **made) for kpi in kpis)
    TargetPoint.objects.bulk_create(TargetPoint(target=t, on=date(2026, 12, 31), value=90) for t in targets)
    Figure.objects.bulk_create(
        Figure(
            kpi=definition.kpi,
            definition=definition,
            period_kind="month",
            period_start=month.start,
            period_end=month.end,
            value=Decimal(50 + (row * 7 + column * 3) % 40),
            state="approved",
            recorded_by=by,
            recorded_at=START,
            known_from=START,
            counts_from=START,
        )
        for row, definition in enumerate(definitions)
        for column, month in enumerate(months)
    )


def recompute():
    run = open_kpi_run(why="bench", by_id=None, at=timezone.now())
    for number in range(1, run.chunk_count + 1):
        recompute_chunk(run_id=run.pk, number=number, at=timezone.now())


def read_figures():
    read_binary("SELECT kpi_id, period_start, value::float8 FROM figures_figure ORDER BY 1, 2")


VALUES = np.arange(KPIS * MONTHS, dtype=float).reshape(KPIS, MONTHS)


def numpy_alone():
    last = VALUES[:, -8:]
    return np.sign(last[:, :, None] - last[:, None, :]).sum(axis=(1, 2)), (VALUES[:, -1] - 50) / 40 >= 0.95


def upsert_raw():
    rows = [(pk, timezone.now()) for pk in Kpi.objects.values_list("pk", flat=True)]
    with connection.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO figures_status (kpi_id, rating, reason, progress_words, direction, next_period, computed_at)"
            " VALUES (%s, 'not_rated', '', '', '', '', %s)"
            " ON CONFLICT (kpi_id) DO UPDATE SET computed_at = excluded.computed_at",
            rows,
        )


def bench_recompute_all(record, measure):
    measure("recompute all", goal=2.5, work=recompute, floors=[read_figures, numpy_alone, upsert_raw])
    assert Status.objects.exclude(rating="not_rated").count() == KPIS


def bench_chart(measure):
    points = tuple(
        SeriesPoint(
            label=str(n), on=date(2020 + n // 12, n % 12 + 1, 28), value=Decimal(n % 17), text=f"{n % 17}%"
        )
        for n in range(MONTHS)
    )
    series = Series(title="A KPI", unit="per cent", points=points, summary="It moved.")
    measure(
        "chart", goal=1.0, work=lambda: [kpi_chart(series) for _ in range(1000)], unit="milliseconds each"
    )
    assert len(kpi_chart(series)) < 6000
