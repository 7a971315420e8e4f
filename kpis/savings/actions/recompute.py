"""Keeping the stored progress true: in the request for what changed, by runs of chunks for everything."""

from collections.abc import Iterable
from datetime import datetime

from django.db import connection, transaction
from django.db.models import Max

from kpis.domain.savings import AMOUNT_NAMES
from kpis.figures.actions import runs
from kpis.figures.models import RecomputeRun, RunChunk
from kpis.savings.models import SavingsProgress
from kpis.savings.queries.years import YearProgress, worked_out_years, years_with_savings

SUBJECT = RecomputeRun.Subject.SAVINGS
TURN = 20190  # the first key of this feature's advisory locks; the second is the year
WORKED_OUT = ("target", "tolerance", *AMOUNT_NAMES, "computed_at")


@transaction.atomic
def recompute_progress(*, at: datetime, years: Iterable[int] | None = None) -> None:
    """Work out these years, or all that have savings, and store them. Safe to repeat, also at the same time.

    Never goes back: where a later moment is stored for one of them, they are worked out as at that one.
    """
    years = sorted(years_with_savings() if years is None else set(years))
    for year in years:
        take_turn(year)
    last = SavingsProgress.objects.filter(financial_year__in=years).aggregate(at=Max("computed_at"))["at"]
    _store(worked_out_years(years=years, at=max(at, last or at)))


def take_turn(year: int) -> None:
    """Until this transaction ends nobody else changes the year's target or stores its progress.

    Without it, two changes at the same moment would each work out the year without the other's, and
    the slower one would leave its answer.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [TURN, year])


def open_savings_run(*, why: str, by_id: int | None, at: datetime) -> RecomputeRun:
    """A run over every year that has savings, a chunk each."""
    years = years_with_savings()
    return runs.open_run(subject=SUBJECT, item_ids=years, why=why, by_id=by_id, at=at, chunk_size=1)


def recompute_chunk(*, run_id: int, number: int, at: datetime) -> None:
    """Do one chunk of a run; nothing where it is done already."""
    chunk = runs.claim_chunk(run_id=run_id, number=number, at=at)
    if chunk is not None:
        _finish(chunk, at=at)


@transaction.atomic
def _finish(chunk: RunChunk, *, at: datetime) -> None:
    recompute_progress(years=chunk.item_ids, at=at)
    if runs.finish_chunk(chunk=chunk, at=at):
        forget_empty_years()


@transaction.atomic
def abandon_hopeless_chunks(*, at: datetime) -> None:
    """Close what has killed its workers too often, so that its run can end with the failures named."""
    if runs.give_up(subject=SUBJECT, at=at):
        forget_empty_years()


def forget_empty_years() -> None:
    """The last step of a run: what is stored of years that have no savings any more goes."""
    SavingsProgress.objects.exclude(financial_year__in=years_with_savings()).delete()


def _store(years: list[YearProgress]) -> None:
    rows = [
        SavingsProgress(
            financial_year=year.year,
            workstream_id=workstream_id,
            type_group=group,
            target=progress.target,
            tolerance=progress.tolerance,
            computed_at=year.at,
            **{name: getattr(progress, name) for name in AMOUNT_NAMES},
        )
        for year in years
        for (workstream_id, group), progress in year.by_key.items()
    ]
    SavingsProgress.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["financial_year", "workstream", "type_group"],
        update_fields=WORKED_OUT,
    )
