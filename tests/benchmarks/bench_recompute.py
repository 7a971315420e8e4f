"""Recompute of 300 KPIs x 60 months, beside reading the same rows, numpy alone, and one raw upsert."""

from datetime import date

import numpy as np
import pytest
from django.db import connection
from django.utils import timezone

from kpis.figures.actions.recompute import STATUS_COLUMNS, UPSERT, open_kpi_run, recompute_chunk
from kpis.figures.models import Status
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


def upsert_raw(rows):
    with connection.cursor() as cursor:
        cursor.executemany(UPSERT, rows)


def bench_recompute_all(record, measure):
    recompute()
    rows = list(Status.objects.values_list(*STATUS_COLUMNS))
    floors = [read_the_same_rows, numpy_alone, lambda: upsert_raw(rows)]
    measure("recompute all", goal=2.5, work=recompute, floors=floors)
    assert Status.objects.exclude(rating="not_rated").count() == KPIS
