"""Background recompute of savings: each task loads, calls one action, and is done."""

from celery import shared_task
from django.utils import timezone

from kpis.figures.actions.runs import stale_chunks
from kpis.figures.models import RecomputeRun
from kpis.savings import actions


@shared_task
def recompute_all_savings(*, why="Every night", by_id=None):
    run = actions.open_savings_run(why=why, by_id=by_id, at=timezone.now())
    share_out(run_id=run.pk)


@shared_task
def share_out(*, run_id):
    """Put every chunk of a run in the queue."""
    for number in range(1, RecomputeRun.objects.get(pk=run_id).chunk_count + 1):
        recompute_chunk.delay(run_id=run_id, number=number)


@shared_task
def recompute_chunk(*, run_id, number):
    actions.recompute_chunk(run_id=run_id, number=number, at=timezone.now())


@shared_task
def remind_finance():
    actions.remind_finance(at=timezone.now())


@shared_task
def sweep():
    """Put back in the queue what a dead worker left; name what has killed its workers too often."""
    at = timezone.now()
    actions.abandon_hopeless_chunks(at=at)
    for run_id, number in stale_chunks(subject=actions.SUBJECT, at=at):
        recompute_chunk.delay(run_id=run_id, number=number)
