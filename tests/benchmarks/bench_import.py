"""Import of 100,000 rows of CSV, beside COPY into the same indexed table and csv reading the same file."""

import csv
import io
from datetime import UTC, datetime

import pytest
from django.db import connection
from django.utils import timezone

from kpis.domain.periods import PeriodKind, parse, span
from kpis.figures.actions import importing
from kpis.figures.models import Figure, FigureImport, Kpi, KpiDefinition
from kpis.workstreams.models import Plan, Workstream

KPIS = 1_000
START = datetime(2017, 1, 1, tzinfo=UTC)
MONTHS = list(span(parse("2017-01", PeriodKind.MONTH), parse("2025-04", PeriodKind.MONTH)))  # a hundred
FIELDS = {
    "name": "A KPI",
    "meaning": "Counted.",
    "nature": "timeliness",
    "polarity": "higher",
    "numerator": "done",
    "denominator": "all",
    "is_share": True,
    "unit": "per cent",
    "decimals": 1,
    "frequency": "month",
    "source": "Made up",
}
HEAD = "kpi code,period,numerator,denominator,value,symbol,remark\n"
CONTENT = (
    HEAD
    + "".join(
        f"AB{n},{month.label},{(n + place) % 90},100,,,row {n}\n"
        for n in range(KPIS)
        for place, month in enumerate(MONTHS)
    )
).encode()
COPY = (
    "COPY plain_figure (id, kpi_id, definition_id, period_kind, period_start, period_end, value, numerator,"
    " denominator, remark, symbol, source, basis, state, recorded_by_id, recorded_at, returned_because,"
    " correction_reason) FROM STDIN"
)


@pytest.fixture
def lead(person):
    """A lead with a thousand monthly KPIs."""
    by = person("workstream_lead")
    workstream = Workstream.objects.create(
        plan=Plan.objects.create(name="P"), name="W", slug="w", purpose="p", lead=by
    )
    kpis = Kpi.objects.bulk_create(Kpi(code=f"AB{n}", workstream=workstream) for n in range(KPIS))
    made = {"set_by": by, "set_at": START, "counts_from": START, "version": 1}
    KpiDefinition.objects.bulk_create(KpiDefinition(kpi=kpi, **made, **FIELDS) for kpi in kpis)
    return by


def execute(statement):
    with connection.cursor() as cursor:
        cursor.execute(statement)


def plain_table(lead):
    """A table with the columns, checks and indexes of figures but no foreign keys, and its rows as COPY takes them."""
    execute("CREATE TABLE plain_figure (LIKE figures_figure INCLUDING ALL)")
    definitions = dict(KpiDefinition.objects.values_list("kpi_id", "id"))
    lines = (
        f"{n * 100 + place + 1}\t{kpi}\t{definition}\tmonth\t{month.start}\t{month.end}\t{(n + place) % 90}\t"
        f"{(n + place) % 90}\t100\trow {n}\t\t\t\tdraft\t{lead.pk}\t{START}\t\t\n"
        for n, (kpi, definition) in enumerate(sorted(definitions.items()))
        for place, month in enumerate(MONTHS)
    )
    return "".join(lines)


def bring(lead, client):
    """Sent, read part by part, its preview asked for, confirmed, applied: all but the queue in between."""
    row = importing.store_file(name="f.csv", content=CONTENT, by=lead, at=timezone.now())
    for number in importing.cut_import(import_id=row.pk, at=timezone.now()):
        importing.read_chunk(import_id=row.pk, number=number, at=timezone.now())
    assert client.get(row.get_absolute_url()).status_code == 200
    importing.confirm_import(figure_import=row, reason="", by=lead, at=timezone.now())
    importing.apply_import(import_id=row.pk, at=timezone.now())


def read_csv():
    return list(csv.reader(io.StringIO(CONTENT.decode(), newline="")))


def bench_import(transactional_db, lead, client_as, measure):
    rows, client = plain_table(lead), client_as(lead)

    def copy():
        with connection.cursor() as cursor, cursor.copy(COPY) as target:
            target.write(rows)

    def clear():
        execute("TRUNCATE plain_figure")
        execute("TRUNCATE figures_figure, figures_figureimport CASCADE")

    measure(
        "import of 100,000 rows",
        goal=12,
        work=lambda: bring(lead, client),
        floors=[copy, read_csv],
        before=clear,
    )
    assert Figure.objects.filter(state="draft", file=FigureImport.objects.get()).count() == KPIS * len(MONTHS)
    execute("DROP TABLE plain_figure")
