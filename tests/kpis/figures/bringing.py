"""Files of figures for tests, and an import taken through all its steps as the tasks take it."""

import io

import openpyxl

from kpis.figures.actions import importing
from kpis.figures.models import FigureImport

from .conftest import NOW

HEAD = "kpi code,period,numerator,denominator,value,symbol,remark\n"


def csv(body, *, head=HEAD, encoding="utf-8"):
    return (head + body).encode(encoding)


def xlsx(rows, *, sheet="My figures", after=None):
    """A workbook of these rows; `after` may change the sheet before it is saved."""
    book = openpyxl.Workbook()
    book.active.title = sheet
    for row in rows:
        book.active.append(row)
    if after:
        after(book.active)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def read(content, by, *, name="figures.csv", at=NOW, at_once=5_000) -> FigureImport:
    """Sent and read, up to its preview or its refusal."""
    return taken_in(importing.store_file(name=name, content=content, by=by, at=at), at=at, at_once=at_once)


def taken_in(row, *, at=NOW, at_once=5_000) -> FigureImport:
    """A sent file, read as the worker does."""
    for number in importing.cut_import(import_id=row.pk, at=at, at_once=at_once):
        importing.read_chunk(import_id=row.pk, number=number, at=at)
    row.refresh_from_db()
    return row


def apply(row, by, *, reason="", at=NOW) -> FigureImport:
    """Confirmed, and stored by the worker."""
    importing.confirm_import(figure_import=row, reason=reason, by=by, at=at)
    importing.apply_import(import_id=row.pk, at=at)
    row.refresh_from_db()
    return row


def withdraw(row, by, *, why="Sent by mistake.", at=NOW) -> FigureImport:
    importing.withdraw_import(figure_import=row, why=why, by=by, at=at)
    importing.take_back(import_id=row.pk, at=at)
    row.refresh_from_db()
    return row


def said(row) -> list[tuple[str, str]]:
    """(place, message) of every cell to be mended."""
    return [(p.place, p.message) for p in row.problems.order_by("position", "row", "id")]
