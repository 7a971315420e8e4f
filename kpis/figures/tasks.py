"""Background recompute of KPIs: each task loads, calls one action, and is done."""

from celery import shared_task
from django.utils import timezone

from kpis.figures.actions import recompute
from kpis.figures.actions.runs import stale_chunks
from kpis.figures.models import RecomputeRun


@shared_task
def recompute_nightly():
    run = recompute.open_kpi_run(why="Every night", by_id=None, at=timezone.now())
    share_out(run_id=run.pk)


@shared_task
def share_out(*, run_id):
    """Put every chunk of a run in the queue."""
    for number in range(1, RecomputeRun.objects.get(pk=run_id).chunk_count + 1):
        recompute_chunk.delay(run_id=run_id, number=number)


@shared_task
def recompute_chunk(*, run_id, number):
    recompute.recompute_chunk(run_id=run_id, number=number, at=timezone.now())


@shared_task
def sweep():
    """Put back in the queue what a dead worker left; name what has killed its workers too often."""
    at = timezone.now()
    recompute.abandon_hopeless_chunks(at=at)
    for run_id, number in stale_chunks(subject=RecomputeRun.Subject.KPIS, at=at):
        recompute_chunk.delay(run_id=run_id, number=number)


@shared_task
def recompute_after_change(*, why, by_id):
    run = recompute.open_kpi_run(why=why, by_id=by_id, at=timezone.now())
    share_out(run_id=run.pk)
