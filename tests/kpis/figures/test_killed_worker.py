"""A worker killed in the middle of a recompute: the run ends after a restart, with the same results."""

import pytest
from django.db import transaction
from django.utils import timezone

from kpis.figures import tasks
from kpis.figures.actions import recompute, runs
from kpis.figures.models import Kpi, RecomputeRun, RunChunk, Status
from tests.servers import wait_until

from .test_recompute import stored

KPIS = 8


@pytest.fixture
def many_kpis(celery_worker_process, make_kpi, judged_kpi, publish):
    """Eight KPIs, one of them rated; made in the worker's database."""
    publish(judged_kpi, "2025", "50", known="2026-02-01")
    for number in range(2, KPIS + 1):
        make_kpi(f"AP{number}")


def open_run(at):
    ids = list(Kpi.objects.order_by("pk").values_list("pk", flat=True))
    return runs.open_run(subject="kpis", item_ids=ids, why="test", by_id=None, at=at, chunk_size=1)


@pytest.mark.servers
def test_a_run_survives_a_killed_worker(celery_worker_process, many_kpis):
    worker, before = celery_worker_process, stored()
    Status.objects.all().delete()
    run = open_run(timezone.now())
    with transaction.atomic():  # holds one KPI, so that the worker is caught in the middle of its chunk
        held = Kpi.objects.select_for_update().get(code="AP5")
        tasks.share_out(run_id=run.pk)
        stuck = RunChunk.objects.filter(run=run, item_ids=[held.pk])
        wait_until(lambda: stuck.get().claimed_at)
        wait_until(lambda: RunChunk.objects.filter(run=run, done_at__isnull=False).count() >= 3)
        worker.kill()
    assert not RecomputeRun.objects.get(pk=run.pk).is_finished
    worker.start()
    for run_id, number in runs.stale_chunks(subject="kpis", at=timezone.now() + 2 * runs.STALE_AFTER):
        tasks.recompute_chunk.delay(run_id=run_id, number=number)
    wait_until(lambda: RecomputeRun.objects.get(pk=run.pk).is_finished)
    assert stored() == before
    assert not run.failures.exists()
    assert recompute.recompute_chunk(run_id=run.pk, number=1, at=timezone.now()) is False
