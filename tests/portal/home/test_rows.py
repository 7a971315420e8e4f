"""The Board's rows, read as columns, say what the whole record of each KPI says."""

import pytest
from django.utils import timezone

from kpis.figures.models import Kpi, Status
from kpis.figures.queries.rows import board_rows
from kpis.figures.queries.standing import Standing, standings
from kpis.workstreams.models import Meeting
from portal.design.charts import sparkline


def said_by_row(row) -> dict:
    return {
        "kpi": row.kpi.code,
        "name": row.name,
        "period": row.period,
        "figure": row.figure_words,
        "from": (row.basis, row.source) if row.has_figure else None,
        "expected": row.expected_words,
        "rating": (row.status.rating, row.status.reason),
        "process": (row.status.direction, row.status.variation, row.status.assurance),
        "due": (row.status.next_due_on, row.status.next_period),
        "baseline": row.baseline,
        "newer": row.newer_waits,
        "needs": (row.needs, row.is_unexplained),
        "overdue": row.is_overdue and row.days_overdue,
        "exceptions": row.exceptions,
        "line": sparkline(row.line) if row.line else "",
    }


def said_by_standing(standing: Standing) -> dict:
    shown, baseline, status = standing.shown_figure, standing.record.baseline_value, standing.status
    return {
        "kpi": standing.kpi.code,
        "name": standing.definition.name,
        "period": shown.period.label if shown else "",
        "figure": standing.actual_words,
        "from": (shown.basis, shown.source or standing.definition.source) if shown else None,
        "expected": standing.expected_words,
        "rating": (status.rating, status.reason),
        "process": (status.direction, status.variation, status.assurance),
        "due": (status.next_due_on, status.next_period),
        "baseline": baseline.period.label if baseline else "",
        "newer": standing.newer_waiting is not None,
        "needs": (standing.needs, standing.is_unexplained),
        "overdue": standing.is_overdue and standing.days_overdue,
        "exceptions": standing.exceptions,
        "line": sparkline(standing.series) if len(standing.series.points) > 1 else "",
    }


@pytest.fixture
def moments(demo):
    """Every meeting, and now both as it is stored and worked out."""
    meetings = Meeting.objects.order_by("held_on").values_list("starts_at", flat=True)
    return [*((at, False) for at in meetings), (timezone.now(), True), (timezone.now(), False)]


def test_each_row_says_what_the_kpis_record_says(moments):
    kpis = list(Kpi.objects.in_order())
    for moment, now in moments:
        whole = [s for s in standings(kpis, moment, now=now) if s.definition.shown_to_board]
        rows = board_rows(kpis, moment, now=now)
        assert list(map(said_by_row, rows)) == list(map(said_by_standing, whole))
        assert rows


def test_a_status_that_is_not_there_yet_is_worked_out(demo):
    at = timezone.now()
    before = list(map(said_by_row, board_rows(Kpi.objects.in_order(), at, now=True)))
    Status.objects.all().delete()
    assert list(map(said_by_row, board_rows(Kpi.objects.in_order(), at, now=True))) == before
