"""A run that two workers share: each does what the other has not taken, and the results are those of one."""

import pytest
from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone

from kpis.figures import tasks
from kpis.figures.actions import recompute
from kpis.figures.models import Kpi, RecomputeRun, RunChunk, Status, WorkstreamStatus
from tests.benchmarks.tracked import track
from tests.servers import url_of, wait_until, worker_processes

KPIS, IN_A_CHUNK = 120, 10


@pytest.fixture
def two_workers(transactional_db):
    with worker_processes(settings.VAR_DIR, url_of(connection), "first", "second") as workers:
        for worker in workers:
            worker.start()
        yield workers


def stored():
    """Everything that a run stores, but when."""
    statuses = Status.objects.order_by("kpi_id").values()
    roll_up = WorkstreamStatus.objects.order_by("workstream_id").values()
    return [{**row, "computed_at": None} for row in (*statuses, *roll_up)]


@pytest.mark.servers
def test_two_workers_store_what_one_stores(two_workers, person, monkeypatch):
    """One worker is held up by a KPI that somebody else holds, so that the other has to do all the rest."""
    monkeypatch.setattr(recompute, "CHUNK_SIZE", IN_A_CHUNK)
    track(KPIS, by=person("data_officer"), workstreams=3)
    before = in_this_process()
    Status.objects.all().delete()
    run = open_run()
    others = RunChunk.objects.filter(run=run).exclude(number=1)
    with transaction.atomic():
        Kpi.objects.select_for_update().get(pk=run.chunks.get(number=1).item_ids[0])
        tasks.share_out(run_id=run.pk)
        wait_until(lambda: not others.filter(done_at__isnull=True).exists())
        assert not RecomputeRun.objects.get(pk=run.pk).is_finished
    wait_until(lambda: RecomputeRun.objects.get(pk=run.pk).is_finished)
    assert stored() == before
    assert len(before) == KPIS + 3


def open_run():
    return recompute.open_kpi_run(why="test", by_id=None, at=timezone.now())


def in_this_process():
    run = open_run()
    for number in range(1, run.chunk_count + 1):
        recompute.recompute_chunk(run_id=run.pk, number=number, at=timezone.now())
    return stored()
