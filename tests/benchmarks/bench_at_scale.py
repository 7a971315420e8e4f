"""Recompute of 45,000 KPIs x 60 months, of 150 areas: two real workers beside one.

Each does one task at a time; they share the machine's cores with the database.
"""

import pytest
from django.conf import settings
from django.db import connection

from kpis.figures import tasks
from kpis.figures.models import RecomputeRun, Status
from tests.benchmarks.conftest import seconds
from tests.benchmarks.tracked import track
from tests.servers import url_of, wait_until, worker_processes

AREAS, KPIS = 150, 45_000
LONGEST = 600  # seconds that a run may take

# What was stored last beside what one worker had stored: KPIs or workstreams of which they say something else.
DIFFERENT = """
    SELECT count(*) FROM {0} FULL JOIN {0}_of_one ON {0}.{1} = {0}_of_one.{1}
    WHERE to_jsonb({0}) - 'computed_at' IS DISTINCT FROM to_jsonb({0}_of_one) - 'computed_at'
"""
STORED = {"figures_status": "kpi_id", "figures_workstreamstatus": "workstream_id"}


@pytest.fixture
def areas(transactional_db, person):
    """150 workstreams, each with 300 KPIs that have a baseline, a target and 60 approved months."""
    track(KPIS, by=person("data_officer"), workstreams=AREAS)


def execute(statement):
    with connection.cursor() as cursor:
        cursor.execute("SET statement_timeout = 0")
        cursor.execute(statement)
        return cursor.fetchone() if cursor.description else None


def recompute(*watched) -> int:
    """From asking for everything to the end of its roll-up, whoever works; the most memory that one of them held."""
    before, most = RecomputeRun.objects.count(), 0
    tasks.recompute_after_change.delay(why="bench", by_id=None)

    def is_done():
        nonlocal most
        most = max([most, *(worker.resident_bytes for worker in watched)])
        return RecomputeRun.objects.filter(finished_at__isnull=False).count() > before

    wait_until(is_done, within=LONGEST, every=0.2)
    return most


def forget():
    """Statuses that say nothing, so that each has to be written, over rows that are there as on any night."""
    Status.objects.update(rating="", reason="", variation="", direction="")
    execute("VACUUM ANALYZE figures_status")


def bench_recompute_at_scale(areas, compare, put_down):
    differing, held = [], []
    with worker_processes(settings.VAR_DIR, url_of(connection), "first", "second") as (first, second):
        first.start()
        held.append(recompute(first))
        for table in STORED:
            execute(f"CREATE TABLE {table}_of_one AS TABLE {table}")

        def take():
            forget()
            by_one = seconds(recompute)
            second.start()
            held.append(recompute(first, second))
            forget()
            by_two = seconds(recompute)
            second.stop()
            differing.append(sum(execute(DIFFERENT.format(*named))[0] for named in STORED.items()))
            return KPIS / by_two, KPIS / by_one

        compare(
            "recompute of 45,000 KPIs, two workers beside one",
            goal=1.6,
            take=take,
            unit="KPIs a second",
            higher_is_better=True,
        )
    put_down("recompute of 45,000 KPIs, a worker's memory", value=max(held) / 1e6, goal=400, unit="MB")
    put_down("recompute of 45,000 KPIs, other results by two", value=sum(differing), goal=0, unit="rows")
    for table in STORED:
        execute(f"DROP TABLE {table}_of_one")
    assert Status.objects.exclude(rating="not_rated").count() == KPIS
