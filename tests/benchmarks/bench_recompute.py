"""Recompute of 300 KPIs x 60 months, beside reading the same rows, numpy alone, and one raw upsert.

And beside LibreOffice, where it is installed, which works the same out of the same figures as formulas.
"""

from datetime import date
from decimal import Decimal

import numpy as np
import pytest
from django.db import connection
from django.utils import timezone

from kpis.figures.actions.recompute import open_kpi_run, recompute_chunk
from kpis.figures.models import Baseline, Figure, KpiDefinition, Status, TargetPoint
from tests.benchmarks import workbook
from tests.benchmarks.conftest import alternating
from tests.benchmarks.raw import read_binary
from tests.benchmarks.tracked import MONTHS, track

KPIS = 300


@pytest.fixture
def record(person):
    """300 KPIs with a baseline, a target and 60 approved months each."""
    track(KPIS, by=person("data_officer"))


def recompute():
    run = open_kpi_run(why="bench", by_id=None, at=timezone.now())
    for number in range(1, run.chunk_count + 1):
        recompute_chunk(run_id=run.pk, number=number, at=timezone.now())


def read_the_same_rows():
    """All that a status follows from: the figures, and what they are judged by."""
    read_binary("SELECT kpi_id, period_start, value::float8 FROM figures_figure ORDER BY 1, 2")
    read_binary(
        "SELECT kpi_id, polarity, unit, decimals, tolerance::float8, tolerance_is_per_cent, accumulation, nature,"
        " trajectory_is_stepped, frequency, collected_from, due_days FROM figures_kpidefinition ORDER BY 1"
    )
    read_binary("SELECT kpi_id, value::float8, period_start, period_end FROM figures_baseline ORDER BY 1")
    read_binary(
        "SELECT kpi_id, p.on, p.value::float8 FROM figures_target t JOIN figures_targetpoint p ON p.target_id = t.id"
        " ORDER BY 1, 2"
    )


VALUES = np.arange(KPIS * len(MONTHS), dtype=float).reshape(KPIS, len(MONTHS)) % 97
BASELINE, TARGET = np.full(KPIS, 50.0), np.full(KPIS, 90.0)
DAYS = np.arange(len(MONTHS)) * 30.4
TO_TARGET = (date(2026, 12, 31) - MONTHS[0].last_day).days


def numpy_alone():
    """Expected value, rating and progress of the latest figure, the direction of the last eight, process limits."""
    last, latest = VALUES[:, -8:], VALUES[:, -1]
    expected = BASELINE + (TARGET - BASELINE) * DAYS[-1] / TO_TARGET
    rating = np.select([latest >= expected, latest >= expected * 0.95], [2, 1], 0)
    later = np.triu(np.sign(last[:, None, :] - last[:, :, None]), k=1).sum(axis=(1, 2))
    ordered = np.sort(last, axis=1)
    centre = VALUES.mean(axis=1, keepdims=True)
    limit = 2.66 * np.abs(np.diff(VALUES, axis=1)).mean(axis=1, keepdims=True)
    outside = np.abs(VALUES - centre) > limit
    shift = np.lib.stride_tricks.sliding_window_view(np.sign(VALUES - centre), 7, axis=1).sum(axis=2)
    trend = np.lib.stride_tricks.sliding_window_view(np.sign(np.diff(VALUES, axis=1)), 6, axis=1).sum(axis=2)
    progress = (latest - BASELINE) / (TARGET - BASELINE)
    return rating, progress, later, ordered[:, 1:] == ordered[:, :-1], outside, shift, trend


COLUMNS = [field.column for field in Status._meta.concrete_fields]
UPSERT = (
    f"INSERT INTO figures_status ({', '.join(COLUMNS)}) VALUES ({', '.join(['%s'] * len(COLUMNS))})"  # noqa: S608
    f" ON CONFLICT (kpi_id) DO UPDATE SET {', '.join(f'{c} = excluded.{c}' for c in COLUMNS[1:])}"
)


def upsert_raw(rows):
    """One statement for all rows, as the driver sends one: prepared once, and a line of parameters for each."""
    with connection.cursor() as cursor:
        cursor.executemany(UPSERT, rows)


def bench_recompute_all(record, measure):
    recompute()
    rows = list(Status.objects.values_list(*COLUMNS))
    floors = [read_the_same_rows, numpy_alone, lambda: upsert_raw(rows)]
    measure("recompute all", goal=2.5, work=recompute, floors=floors)
    assert Status.objects.exclude(rating="not_rated").count() == KPIS


def half_are_better_low():
    """So that the formulas, too, have both cases to tell apart."""
    low = KpiDefinition.objects.order_by("kpi_id").values_list("pk", flat=True)[: KPIS // 2]
    KpiDefinition.objects.filter(pk__in=list(low)).update(polarity="lower")


def as_rows() -> list[workbook.Row]:
    """What each KPI is judged by, and its figures, as the workbook takes them."""
    values = {}
    for kpi_id, value in Figure.objects.order_by("kpi_id", "period_start").values_list("kpi_id", "value"):
        values.setdefault(kpi_id, []).append(value)
    baselines = {baseline.kpi_id: baseline for baseline in Baseline.objects.all()}
    points = {point.target.kpi_id: point for point in TargetPoint.objects.select_related("target")}
    return [
        workbook.Row(
            polarity=definition.polarity,
            tolerance=definition.tolerance,
            due_days=definition.due_days,
            baseline_on=MONTHS[0].last_day,
            baseline=baselines[definition.kpi_id].value,
            target_on=points[definition.kpi_id].on,
            target=points[definition.kpi_id].value,
            values=values[definition.kpi_id],
        )
        for definition in KpiDefinition.objects.order_by("kpi_id")
    ]


AS_TOLD = ("rating", "direction", "variation", "assurance")


def as_told(row: dict[str, str]) -> tuple:
    """A line of the workbook as a status has it; numbers as far as floating point is to be trusted."""
    numbers = [round(Decimal(row[name]), 4) for name in ("latest", "expected", "progress")]
    return (*(row[name] for name in AS_TOLD), *numbers, date.fromisoformat(row["next due"]))


def stored() -> list[tuple]:
    rows = Status.objects.order_by("kpi_id")
    columns = (*AS_TOLD, "actual", "expected", "progress", "next_due_on")
    return [
        tuple(round(found, 4) if isinstance(found, Decimal) else found for found in row)
        for row in rows.values_list(*columns)
    ]


def bench_recompute_beside_libreoffice(record, put_down, tmp_path):
    """The office's time is from opening the file to the written results, without what an empty file takes."""
    name, goal = "recompute all, times as fast as LibreOffice", 30
    if not workbook.OFFICE:
        put_down(
            name,
            value=None,
            goal=goal,
            unit="LibreOffice is not here (libreoffice-calc)",
            higher_is_better=True,
        )
        return
    half_are_better_low()
    days = [month.last_day for month in MONTHS]
    statuses = workbook.write_statuses(tmp_path / "statuses.xlsx", as_rows(), days)
    empty = workbook.write_empty(tmp_path / "empty.xlsx")
    profile = tmp_path / "profile"
    recompute()
    assert [as_told(row) for row in workbook.recalculate(statuses, profile)] == stored()
    office, start_up, ours = alternating(
        lambda: workbook.recalculate(statuses, profile),
        lambda: workbook.recalculate(empty, profile),
        recompute,
    )
    put_down(name, value=office - start_up, floor=ours, goal=goal, unit="seconds", higher_is_better=True)
