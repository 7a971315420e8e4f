"""A workbook to copy from: numbers are numbers, everything else is text, and no text ever runs."""

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

NOT_IN_A_WORKBOOK = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
LONGEST_TEXT = 32_767  # what a cell may hold
COUNT, POUNDS = "#,##0", "#,##0.00;[Red]-#,##0.00"
TITLE = Font(bold=True, size=14)
BOLD = Font(bold=True)
SHADED = PatternFill("solid", fgColor="E7ECF2")
WRAPPED = Alignment(wrap_text=True, vertical="top")


class Title(str):
    """The words over a table."""

    __slots__ = ()


class Heading(str):
    """The words over a column, or before a row that sums."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in pounds, to the penny."""

    amount: Decimal


@dataclass(frozen=True, slots=True)
class PlanSheet:
    """A sheet row by row. A number is written as one, `Money` as pounds, None as an empty cell."""

    name: str
    rows: Sequence[Sequence[object]]
    widths: Sequence[int] = field(default=(34,))
    frozen: str = ""


def write_workbook(sheets: Sequence[PlanSheet], *, title: str, made_at: datetime) -> bytes:
    """The sheets as XLSX."""
    book = Workbook()
    book.remove(book.active)
    book.properties.title = title
    book.properties.creator = ""
    book.properties.created = book.properties.modified = made_at.replace(tzinfo=None)
    for sheet in sheets:
        _write(book.create_sheet(sheet.name[:31]), sheet)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _write(page, sheet: PlanSheet) -> None:
    for number, width in enumerate(sheet.widths, start=1):
        page.column_dimensions[get_column_letter(number)].width = width
    if sheet.frozen:
        page.freeze_panes = sheet.frozen
    page.page_setup.orientation, page.page_setup.fitToHeight = "landscape", 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    for row, values in enumerate(sheet.rows, start=1):
        for column, value in enumerate(values, start=1):
            if value is not None:
                _fill(page.cell(row, column), value)


def _fill(cell, value) -> None:
    if isinstance(value, Money):
        cell.value, cell.number_format = value.amount, POUNDS
    elif isinstance(value, Decimal | int):
        cell.value, cell.number_format = value, COUNT if value == int(value) else "#,##0.###"
    else:
        _fill_text(cell, value)


def _fill_text(cell, text: str) -> None:
    cell.value = NOT_IN_A_WORKBOOK.sub("", str(text))[:LONGEST_TEXT]
    cell.data_type = "s"  # never a formula, whatever it begins with
    cell.quotePrefix = True
    if isinstance(text, Title):
        cell.font = TITLE
    elif isinstance(text, Heading):
        cell.font, cell.fill, cell.alignment = BOLD, SHADED, WRAPPED
    else:
        cell.alignment = WRAPPED
