"""The recompute: same results however often and by whomever, nothing lost, broken ones named."""

from datetime import timedelta
from decimal import Decimal

import pytest

from kpis.figures.actions import recompute, runs
from kpis.figures.models import Figure, Kpi, RecomputeRun, RunChunk, Status, WorkstreamStatus
from kpis.figures.queries.rollup import counted
from kpis.figures.queries.runs import latest_runs
from kpis.workstreams.models import Workstream

from .conftest import NOW, START

LATER = NOW + timedelta(minutes=5)


@pytest.fixture
def three_kpis(team, make_kpi, judged_kpi, publish):
    """AP1 at 50% is far off track; AP2 has no figure; AP3 is demand."""
    publish(judged_kpi, "2025", "50", known="2026-02-01")
    make_kpi("AP2")
    demand = {"nature": "demand", "polarity": "none", "counter_measures": ["AP2"]}
    make_kpi("AP3", **demand)
    Status.objects.all().delete()
    WorkstreamStatus.objects.all().delete()


def stored():
    fields = ("kpi__code", "rating", "reason", "actual", "expected", "progress", "direction", "next_due_on")
    return list(Status.objects.order_by("kpi__code").values_list(*fields))


def run_all(at=NOW, chunk_size=None):
    run = recompute.open_kpi_run(why="test", by_id=None, at=at)
    closed = [recompute.recompute_chunk(run_id=run.pk, number=n + 1, at=at) for n in range(run.chunk_count)]
    return run, closed


def test_a_run_works_out_every_kpi_and_rolls_up_once(three_kpis, monkeypatch):
    monkeypatch.setattr(recompute, "CHUNK_SIZE", 1)
    _, closed = run_all()
    assert [(code, rating) for code, rating, *_ in stored()] == [
        ("AP1", "off_track"),
        ("AP2", "not_rated"),
        ("AP3", "not_rated"),
    ]
    assert closed == [False, False, True]
    rollup = WorkstreamStatus.objects.get()
    assert (rollup.rating, rollup.off_track, rollup.not_rated) == ("off_track", 1, 2)


def test_doing_a_chunk_again_changes_nothing(three_kpis):
    run, _ = run_all()
    once = stored()
    assert recompute.recompute_chunk(run_id=run.pk, number=1, at=LATER) is False
    assert stored() == once
    assert RunChunk.objects.get().attempts == 1


def test_one_chunk_or_many_give_the_same(three_kpis, monkeypatch):
    run_all()
    together = stored()
    monkeypatch.setattr(recompute, "CHUNK_SIZE", 1)
    Status.objects.all().delete()
    run_all()
    assert stored() == together


def test_the_request_and_the_run_give_the_same(three_kpis, judged_kpi):
    run_all()
    by_the_run = stored()[0]
    recompute.recompute_kpi(kpi=judged_kpi, at=NOW)
    assert stored()[0] == by_the_run


def test_a_chunk_whose_worker_died_is_found_and_finished(three_kpis):
    run = recompute.open_kpi_run(why="test", by_id=None, at=NOW)
    runs.claim_chunk(run_id=run.pk, number=1, at=NOW)  # and its worker is gone
    assert runs.stale_chunks(subject="kpis", at=NOW + timedelta(seconds=59)) == []
    assert runs.stale_chunks(subject="kpis", at=LATER) == [(run.pk, 1)]
    assert recompute.recompute_chunk(run_id=run.pk, number=1, at=LATER) is True
    assert runs.stale_chunks(subject="kpis", at=LATER + timedelta(hours=1)) == []
    assert [code for code, *_ in stored()] == ["AP1", "AP2", "AP3"]


def test_a_chunk_that_nobody_took_is_found(three_kpis):
    run = recompute.open_kpi_run(why="test", by_id=None, at=NOW)
    assert runs.stale_chunks(subject="kpis", at=LATER) == [(run.pk, 1)]


def test_a_chunk_that_kills_its_workers_is_named_and_the_run_ends(three_kpis):
    run = recompute.open_kpi_run(why="test", by_id=None, at=NOW)
    for _ in range(runs.GIVE_UP_AFTER):
        runs.claim_chunk(run_id=run.pk, number=1, at=NOW)
    assert runs.stale_chunks(subject="kpis", at=LATER) == []
    recompute.abandon_hopeless_chunks(at=LATER)
    run.refresh_from_db()
    assert run.is_finished
    assert run.failures.count() == 3
    assert "died 5 times" in run.failures.first().reason


def test_a_broken_kpi_is_named_and_the_others_go_on(three_kpis, team, judged_kpi):
    """A tolerance that contradicts the unit's arithmetic: two figures for one period, forced past the actions."""
    figure = Figure.objects.get()
    figure.pk, figure.period_start = None, figure.period_start.replace(day=2)
    figure.save(force_insert=True)  # 2 January to 1 January is no calendar year
    run, _ = run_all()
    assert [(f.item_name, "calendar year" in f.reason.lower()) for f in run.failures.all()] == [("AP1", True)]
    assert [code for code, *_ in stored()] == ["AP2", "AP3"]


def test_a_run_without_kpis_is_finished_at_once(db):
    run = recompute.open_kpi_run(why="empty", by_id=None, at=NOW)
    assert run.is_finished


def test_the_run_page_reads_progress_in_two_queries(three_kpis, monkeypatch, django_assert_num_queries):
    monkeypatch.setattr(recompute, "CHUNK_SIZE", 2)
    run_all()
    recompute.open_kpi_run(why="second", by_id=None, at=LATER)
    with django_assert_num_queries(2):
        found = [(run.why, run.done_count, run.chunk_count) for run in latest_runs()]
    assert found == [("second", 0, 2), ("test", 2, 2)]


def test_recompute_reads_and_writes_with_as_many_queries_for_thirty_kpis_as_for_three(
    three_kpis, make_kpi, django_assert_max_num_queries, django_assert_num_queries
):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as three:
        run_all()
    for number in range(10, 37):
        make_kpi(f"AP{number}")
    with django_assert_num_queries(len(three)):
        run_all(at=LATER)
    assert RecomputeRun.objects.count() == 2
    assert Decimal(Status.objects.count()) == 30


def test_the_database_counts_a_workstream_as_the_pages_count_one(three_kpis, team, make_kpi, judged_kpi):
    """AP4, out of the Board's sight, and AP5, retired, are off track, and a workstream has no KPI at all."""
    make_kpi("AP4", shown_to_board=False)
    Kpi.objects.filter(pk=make_kpi("AP5").pk).update(retired_on=NOW.date())
    empty = Workstream.objects.create(plan=team.workstream.plan, name="Empty", slug="empty", purpose="p")
    run_all()
    Status.objects.filter(kpi__code__in=["AP4", "AP5"]).update(rating="off_track")
    for ratings in (
        ["off_track", "not_rated", "at_risk"],
        ["on_track", "not_rated", "at_risk"],
        ["not_rated"] * 3,
    ):
        for code, rating in zip(("AP1", "AP2", "AP3"), ratings, strict=True):
            Status.objects.filter(kpi__code=code).update(rating=rating)
        recompute.roll_up(at=LATER)
        found = WorkstreamStatus.objects.values("on_track", "at_risk", "off_track", "not_rated", "rating")
        assert found.get(workstream=team.workstream) == counted(ratings)
        assert found.get(workstream=empty) == counted([])


def test_a_request_rolls_up_its_own_workstream_alone(three_kpis, team, judged_kpi):
    run_all()
    other = Workstream.objects.create(plan=team.workstream.plan, name="Other", slug="other", purpose="p")
    recompute.recompute_kpi(kpi=judged_kpi, at=LATER)
    assert WorkstreamStatus.objects.get().workstream == team.workstream
    assert not WorkstreamStatus.objects.filter(workstream=other).exists()


def test_a_recompute_reads_as_at_the_moment_it_held_the_kpi(three_kpis, judged_kpi, publish):
    """What was approved while it waited counts: this figure became known after the moment that was asked for."""
    publish(judged_kpi, "2020", "60", known="2021-06-30")
    recompute.recompute_kpi(kpi=judged_kpi, at=START)
    status = Status.objects.get(kpi=judged_kpi)
    assert status.actual is not None
    assert status.computed_at > START
