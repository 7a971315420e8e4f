"""Opening, sharing out and closing a recompute run. Safe to call twice, from several workers at once."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q

from kpis.figures.models import RecomputeRun, RunChunk, RunFailure

STALE_AFTER = timedelta(seconds=60)  # a chunk takes seconds: one claimed longer ago was left behind
GIVE_UP_AFTER = 5  # attempts: a chunk that kills its worker five times is named, not tried for ever


@transaction.atomic
def open_run(
    *, subject: str, item_ids: Sequence[int], why: str, by_id: int | None, at: datetime, chunk_size: int
) -> RecomputeRun:
    """A new run over these items, cut into chunks of `chunk_size`; without items it is finished at once."""
    shares = [list(item_ids[i : i + chunk_size]) for i in range(0, len(item_ids), chunk_size)]
    run = RecomputeRun.objects.create(
        subject=subject,
        why=why,
        requested_by_id=by_id,
        requested_at=at,
        item_count=len(item_ids),
        chunk_count=len(shares),
        finished_at=None if shares else at,
    )
    RunChunk.objects.bulk_create(
        RunChunk(run=run, number=number, item_ids=share) for number, share in enumerate(shares, start=1)
    )
    return run


CLAIM = """
    UPDATE figures_runchunk SET claimed_at = %s, attempts = attempts + 1
    WHERE run_id = %s AND number = %s AND done_at IS NULL RETURNING *
"""


def claim_chunk(*, run_id: int, number: int, at: datetime) -> RunChunk | None:
    """The chunk to do now, marked as taken; None when it is already done."""
    return next(iter(RunChunk.objects.raw(CLAIM, [at, run_id, number])), None)


@transaction.atomic(savepoint=False)
def finish_chunk(*, chunk: RunChunk, failures: Iterable[RunFailure] = (), at: datetime) -> bool:
    """Mark the chunk done and keep its failures. True exactly once a run: for whoever finished the last chunk.

    The caller that gets True does the roll-up in the same transaction, so that a run is either
    finished with its roll-up or still open for the sweep.
    """
    run = RecomputeRun.objects.select_for_update().get(pk=chunk.run_id)
    RunFailure.objects.bulk_create(failures, ignore_conflicts=True)
    RunChunk.objects.filter(pk=chunk.pk, done_at__isnull=True).update(done_at=at)
    still_open = RunChunk.objects.filter(run=run, done_at__isnull=True).exists()
    if still_open or run.is_finished:
        return False
    run.finished_at = at
    run.save(update_fields=["finished_at"])
    return True


def stale_chunks(*, subject: str, at: datetime) -> list[tuple[int, int]]:
    """(run id, chunk number) of the work that nobody is doing any more, for the sweep to enqueue again."""
    left = RunChunk.objects.filter(run__subject=subject, run__finished_at__isnull=True, done_at__isnull=True)
    never_started = Q(claimed_at__isnull=True, run__requested_at__lt=at - STALE_AFTER)
    left_behind = Q(claimed_at__lt=at - STALE_AFTER)
    waiting = left.filter(never_started | left_behind, attempts__lt=GIVE_UP_AFTER)
    return list(waiting.order_by("run_id", "number").values_list("run_id", "number"))


def give_up(*, subject: str, at: datetime) -> bool:
    """Close the stale chunks that have had all their attempts, naming their items as failures.

    True when that closed a run: the caller then does the roll-up.
    """
    stale = RunChunk.objects.filter(
        run__subject=subject,
        run__finished_at__isnull=True,
        done_at__isnull=True,
        claimed_at__lt=at - STALE_AFTER,
    )
    hopeless = stale.filter(attempts__gte=GIVE_UP_AFTER).select_related("run").order_by("run_id", "number")
    closed = [finish_chunk(chunk=chunk, failures=_named(chunk), at=at) for chunk in hopeless]
    return any(closed)


def _named(chunk: RunChunk) -> list[RunFailure]:
    why = f"Its worker died {chunk.attempts} times on these {len(chunk.item_ids)} items."
    return [RunFailure(run=chunk.run, item_id=i, item_name=f"item {i}", reason=why) for i in chunk.item_ids]
