"""A table of figures becomes drafts, all of them or none."""

from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal

from django.db import transaction

from kpis.domain.numbers import NotANumber, parse_number
from kpis.domain.periods import PeriodError, PeriodKind, parse
from kpis.domain.symbols import UnknownMarker, from_marker
from kpis.figures.actions.entries import Entry, FigureRefused
from kpis.figures.actions.figures import save_draft
from kpis.figures.models import Figure, Kpi
from kpis.figures.queries.record import school_terms
from kpis.spreadsheets import Problem, SheetRow, read_rows

COLUMNS = ("kpi code", "period", "numerator", "denominator", "value", "symbol", "remark")
LONGEST_REMARK = 400
MOST_ROWS = 2000  # in one request; every KPI a lead has, monthly for years, is a fraction of it
NUMBERS = ("numerator", "denominator", "value")


class UploadRefused(Exception):
    """Nothing was stored; `problems` names every cell that has to be mended."""

    def __init__(self, problems: list[Problem]):
        super().__init__(f"{len(problems)} problems")
        self.problems = problems


class _BadCell(Exception):
    def __init__(self, heading: str, message: str):
        super().__init__(message)
        self.heading = heading


def read_figures(name: str, content: bytes) -> list[SheetRow]:
    """The rows of a long table of figures, in file order, blank rows left out; UnreadableFile says why not."""
    return read_rows(name, content, columns=COLUMNS, required=COLUMNS[:2])


@transaction.atomic
def upload_drafts(*, rows: Iterable[SheetRow], by, at: datetime) -> list[Figure]:
    """Save every row as a draft of the person's own KPIs; UploadRefused names the bad cells and stores nothing."""
    rows = list(rows)
    if len(rows) > MOST_ROWS:
        message = f"The file has {len(rows):,} figures; send at most {MOST_ROWS:,} at a time."
        raise UploadRefused([Problem(rows[MOST_ROWS].place(), "", message)])
    kpis = _held(Kpi.objects.led_by(by).current(), {row.cells["kpi code"].upper() for row in rows})
    terms = school_terms(range(at.year - 10, at.year + 2))
    drafts, problems, seen = [], [], {}
    for row in rows:
        try:
            drafts.append(_save(row, kpis, terms, seen, by, at))
        except _BadCell as bad:
            problems.append(Problem(row.place(bad.heading), row.cells.get(bad.heading, ""), str(bad)))
    if problems:
        raise UploadRefused(problems)
    return drafts


def _held(kpis, codes: set[str]) -> dict[str, Kpi]:
    """These KPIs by code, all held at once and in one order, so that two uploads never wait for each other."""
    rows = kpis.filter(code__in=codes).select_for_update(of=("self",)).order_by("pk")
    return {kpi.code: kpi for kpi in rows.prefetch_related("definitions")}


def _save(row: SheetRow, kpis: dict[str, Kpi], terms, seen: dict, by, at) -> Figure:
    kpi = kpis.get(row.cells["kpi code"].upper())
    if kpi is None:
        raise _BadCell("kpi code", f"“{row.cells['kpi code']}” is not one of the KPIs you report.")
    period = _period(row, kpi, terms)
    first = seen.setdefault((kpi.code, period.start), row.place())
    if first != row.place():
        raise _BadCell("period", f"{kpi.code} for {period.label} stands in {first} already.")
    try:
        return save_draft(
            kpi=kpi,
            period=period,
            entry=_entry(row),
            by=by,
            at=at,
        )
    except FigureRefused as refused:
        raise _BadCell(refused.field, str(refused)) from refused


def _period(row: SheetRow, kpi: Kpi, terms):
    frequency = max(kpi.definitions.all(), key=lambda d: d.version).frequency
    try:
        return parse(row.cells["period"], PeriodKind(frequency), terms=terms)
    except PeriodError as problem:
        raise _BadCell("period", str(problem)) from problem


def _entry(row: SheetRow) -> Entry:
    numbers = {name: _number(row, name) for name in NUMBERS}
    remark = row.cells.get("remark", "")
    if len(remark) > LONGEST_REMARK:
        raise _BadCell(
            "remark", f"A remark has at most {LONGEST_REMARK} characters; this one has {len(remark)}."
        )
    entry = Entry(**numbers, symbol=_symbol(row), remark=remark)
    if entry.is_empty:
        raise _BadCell("value", "There is no figure in this row.")
    return entry


def _number(row: SheetRow, heading: str) -> Decimal | None:
    text = row.cells.get(heading, "")
    if not text:
        return None
    try:
        return parse_number(text)
    except NotANumber as problem:
        raise _BadCell(heading, str(problem)) from problem


def _symbol(row: SheetRow) -> str:
    try:
        return str(from_marker(row.cells.get("symbol", "")) or "")
    except UnknownMarker as problem:
        raise _BadCell("symbol", str(problem)) from problem
