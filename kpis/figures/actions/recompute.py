"""Working out again what is derived from the record: the status of each KPI and its roll-up per workstream."""

import json
from collections.abc import Sequence
from datetime import datetime

from django.db import connection, transaction

from kpis.domain.rating import Rating
from kpis.figures.actions.runs import claim_chunk, finish_chunk, give_up, open_run
from kpis.figures.models import Kpi, RecomputeRun, RunChunk, RunFailure
from kpis.figures.queries.rollup import COUNTS
from kpis.figures.queries.statuses import StatusRow, worked_out

CHUNK_SIZE = 500  # KPIs: a fraction of a second of work


def _over(columns: Sequence[str]) -> str:
    return ", ".join(f"{column} = excluded.{column}" for column in columns)


# All rows as one parameter: the driver and the database take each row of its own several times as long.
UPSERT = f"""
    INSERT INTO figures_status ({", ".join(StatusRow._fields)})
    SELECT {", ".join(StatusRow._fields)} FROM json_populate_recordset(NULL::figures_status, %s)
    ON CONFLICT (kpi_id) DO UPDATE SET {_over(StatusRow._fields[1:])}
"""  # noqa: S608 - put together from names of our own
HOLD_KPIS = """
    WITH held AS MATERIALIZED (SELECT id FROM figures_kpi WHERE id = ANY(%s) ORDER BY id FOR UPDATE)
    SELECT count(*), clock_timestamp() FROM held
"""
HOLD_WORKSTREAMS = """
    SELECT id FROM workstreams_workstream WHERE id = %(workstream)s OR %(workstream)s IS NULL ORDER BY id FOR UPDATE
"""
ROLLED_UP = ("workstream_id", *map(str, Rating), "rating")
ROLL_UP = f"""
    INSERT INTO figures_workstreamstatus ({", ".join(ROLLED_UP)}, computed_at)
    SELECT {", ".join(ROLLED_UP)}, %(at)s FROM ({COUNTS}) counts
    ON CONFLICT (workstream_id) DO UPDATE SET {_over((*ROLLED_UP[1:], "computed_at"))}
"""  # noqa: S608 - put together from names of our own


class BrokenRecord(ValueError):
    """What is recorded of a KPI contradicts itself, so nothing can follow from it."""


@transaction.atomic(savepoint=False)
def recompute_kpi(*, kpi: Kpi, at: datetime) -> None:
    """Bring one KPI and its workstream up to date, in the request that changed it.

    BrokenRecord where nothing can follow from what is recorded: the change that made it so is then undone.
    """
    at = _lock([kpi.pk], at)
    worked = worked_out([kpi.pk], at=at)
    if worked.broken:
        raise BrokenRecord(f"{kpi.code}: {worked.broken[kpi.pk]}")
    _write(worked.statuses)
    roll_up(at=at, workstream_id=kpi.workstream_id)


def _lock(kpi_ids: Sequence[int], at: datetime) -> datetime:
    """Hold the KPIs' rows, so that no figure is approved between our reading and our writing.

    Gives back the moment to read as at: whatever was approved while we waited counts by then.
    """
    with connection.cursor() as cursor:
        cursor.execute(HOLD_KPIS, [list(kpi_ids)])
        return max(at, cursor.fetchone()[1])


def _write(statuses: Sequence[StatusRow]):
    """Store the statuses, each over the one before it."""
    rows = json.dumps([row._asdict() for row in statuses], default=str)
    with connection.cursor() as cursor:
        cursor.execute(UPSERT, [rows])


def open_kpi_run(*, why: str, by_id: int | None, at: datetime) -> RecomputeRun:
    """A run over every KPI that has not been retired."""
    ids = list(Kpi.objects.current().order_by("pk").values_list("pk", flat=True))
    return open_run(
        subject=RecomputeRun.Subject.KPIS, item_ids=ids, why=why, by_id=by_id, at=at, chunk_size=CHUNK_SIZE
    )


def recompute_chunk(*, run_id: int, number: int, at: datetime) -> bool:
    """Do one chunk of a run; doing it again changes nothing. True when it closed the run.

    The claim is committed on its own, so that an attempt which dies is counted.
    """
    chunk = claim_chunk(run_id=run_id, number=number, at=at)
    return chunk is not None and _do(chunk, at)


@transaction.atomic
def _do(chunk: RunChunk, at: datetime) -> bool:
    at = _lock(chunk.item_ids, at)
    worked = worked_out(chunk.item_ids, at=at)
    _write(worked.statuses)
    is_last = finish_chunk(chunk=chunk, failures=_failures(chunk.run_id, worked.broken), at=at)
    if is_last:
        roll_up(at=at)
    return is_last


@transaction.atomic
def abandon_hopeless_chunks(*, at: datetime):
    """Close what has killed its workers too often, so that its run can end with the failures named."""
    if give_up(subject=RecomputeRun.Subject.KPIS, at=at):
        roll_up(at=at)


def _failures(run_id: int, broken: dict[int, str]) -> list[RunFailure]:
    codes = dict(Kpi.objects.filter(pk__in=broken).values_list("pk", "code")) if broken else {}
    return [
        RunFailure(run_id=run_id, item_id=kpi_id, item_name=codes[kpi_id], reason=reason[:400])
        for kpi_id, reason in broken.items()
    ]


@transaction.atomic(savepoint=False)
def roll_up(*, at: datetime, workstream_id: int | None = None):
    """Count the ratings of this workstream, or of all, and take the worst of them as its own.

    One roll-up of a workstream at a time, or the later one might not see what the earlier one counted.
    """
    with connection.cursor() as cursor:
        cursor.execute(HOLD_WORKSTREAMS, {"workstream": workstream_id})
        held = [pk for (pk,) in cursor.fetchall()]
        cursor.execute(ROLL_UP, {"workstreams": held, "at": at})
