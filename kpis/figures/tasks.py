"""Background work on figures, recompute and imports: each task loads, calls one action, and is done."""

from celery import shared_task
from django.utils import timezone

from kpis.figures.actions import importing, recompute, reminding
from kpis.figures.actions.runs import stale_chunks
from kpis.figures.models import ImportState, RecomputeRun


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


@shared_task
def read_import(*, import_id):
    """Cut a file into parts and put each in the queue."""
    for number in importing.cut_import(import_id=import_id, at=timezone.now()):
        read_import_chunk.delay(import_id=import_id, number=number)


@shared_task
def read_import_chunk(*, import_id, number):
    importing.read_chunk(import_id=import_id, number=number, at=timezone.now())


@shared_task
def apply_import(*, import_id):
    if run := importing.apply_import(import_id=import_id, at=timezone.now()):
        share_out(run_id=run.pk)
    else:
        read_import.delay(import_id=import_id)  # where a KPI means something else by now


@shared_task
def take_back_import(*, import_id):
    if run := importing.take_back(import_id=import_id, at=timezone.now()):
        share_out(run_id=run.pk)


STEPS = {
    ImportState.STORED: read_import,
    ImportState.CONFIRMED: apply_import,
    ImportState.WITHDRAWING: take_back_import,
}


@shared_task
def sweep_imports():
    """Put back in the queue what a dead worker left; refuse what has killed its workers too often."""
    at = timezone.now()
    importing.abandon_hopeless_imports(at=at)
    for import_id, state, number in importing.stale_steps(at=at):
        if number is None:
            STEPS[state].delay(import_id=import_id)
        else:
            read_import_chunk.delay(import_id=import_id, number=number)


@shared_task
def remind():
    at = timezone.now()
    reminding.remind_of_figures(at=at)
    reminding.remind_of_actions(at=at)
    reminding.remind_of_approvals(at=at)
