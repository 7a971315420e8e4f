"""Monthly KPIs with a baseline, a target and approved figures, as many as asked for: made by the database itself."""

import contextlib
from datetime import UTC, date, datetime

from django.db import connection

from kpis.domain.periods import PeriodKind, parse, span
from kpis.figures.models import Baseline, Kpi, KpiDefinition, Target, TargetPoint
from kpis.workstreams.models import Plan, Workstream

MONTHS = list(span(parse("2021-01", PeriodKind.MONTH), parse("2025-12", PeriodKind.MONTH)))
START = datetime(2021, 1, 1, tzinfo=UTC)
FIELDS = {
    "name": "A KPI",
    "meaning": "Measured.",
    "nature": "timeliness",
    "polarity": "higher",
    "numerator": "done",
    "unit": "per cent",
    "decimals": 1,
    "frequency": "month",
    "source": "Made up",
    "shown_to_board": True,
}
FIGURES = """
    INSERT INTO figures_figure (
        kpi_id, definition_id, period_kind, period_start, period_end, value, symbol, remark, source, basis, state,
        recorded_by_id, recorded_at, returned_because, known_from, counts_from, correction_reason
    )
    SELECT d.kpi_id, d.id, 'month', m::date, (m + interval '1 month')::date,
        50 + (d.kpi_id * 7 + extract(month FROM m)::int * 3 + extract(year FROM m)::int * 5) %% 40,
        '', '', '', '', 'approved', %s, %s, '', %s, %s, ''
    FROM figures_kpidefinition d, generate_series(%s::date, %s::date, interval '1 month') m
    ORDER BY d.kpi_id, m
"""


def track(kpis: int, *, by, workstreams: int = 1, **people) -> list[Workstream]:
    """So many KPIs x 60 months, shared among workstreams; `people` are the workstreams' lead, sponsor, deputy."""
    plan = Plan.objects.create(name="P")
    found = Workstream.objects.bulk_create(
        Workstream(plan=plan, name=f"W{n}", slug=f"w{n}", purpose="p", **people) for n in range(workstreams)
    )
    letters = [f"{a}{b}" for a in "ABCDEFGHIJ" for b in "ABCDEFGHIJ"]
    rows = Kpi.objects.bulk_create(
        Kpi(code=f"{letters[n // 1000]}{n % 1000}", workstream=found[n % workstreams]) for n in range(kpis)
    )
    made = {"set_by": by, "set_at": START, "counts_from": START, "version": 1}
    KpiDefinition.objects.bulk_create(
        (KpiDefinition(kpi=kpi, **made, **FIELDS) for kpi in rows), batch_size=1000
    )
    first = {"period_kind": "month", "period_start": MONTHS[0].start, "period_end": MONTHS[0].end}
    Baseline.objects.bulk_create(
        (Baseline(kpi=kpi, value=50, method="m", source="s", **first, **made) for kpi in rows),
        batch_size=1000,
    )
    targets = Target.objects.bulk_create((Target(kpi=kpi, **made) for kpi in rows), batch_size=1000)
    TargetPoint.objects.bulk_create(
        (TargetPoint(target=t, on=date(2026, 12, 31), value=90) for t in targets), batch_size=1000
    )
    with connection.cursor() as cursor:
        cursor.execute("SET statement_timeout = 0")
        with bare(cursor, "figures_figure"):
            cursor.execute(FIGURES, [by.pk, START, START, START, MONTHS[0].start, MONTHS[-1].start])
        cursor.execute("ANALYZE")
        cursor.execute("RESET statement_timeout")
    return found


FOREIGN_KEYS = """
    SELECT format('ALTER TABLE %%s DROP CONSTRAINT %%I', conrelid::regclass, conname),
        format('ALTER TABLE %%s ADD CONSTRAINT %%I %%s', conrelid::regclass, conname, pg_get_constraintdef(oid))
    FROM pg_constraint WHERE conrelid = %s::regclass AND contype = 'f'
"""
INDEXES = """
    SELECT format('DROP INDEX %%s', indexrelid::regclass), pg_get_indexdef(indexrelid)
    FROM pg_index WHERE indrelid = %s::regclass AND NOT indisunique
"""


@contextlib.contextmanager
def bare(cursor, table: str):
    """The table without foreign keys and plain indexes; both are back, and checked, afterwards.

    Looking each row up while millions come in takes several times as long as looking all of them up at the end.
    """
    cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    statements = []
    for query in (FOREIGN_KEYS, INDEXES):
        cursor.execute(query, [table])
        statements += cursor.fetchall()
    for drop, _ in statements:
        cursor.execute(drop)
    yield
    for _, add in reversed(statements):
        cursor.execute(add)
    cursor.execute("SET CONSTRAINTS ALL DEFERRED")
