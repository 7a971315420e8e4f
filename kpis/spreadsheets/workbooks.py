"""XLSX and ODS workbooks as text: looked through first, then read by their stored values."""

import io
from datetime import date, datetime, time, timedelta

from python_calamine import CalamineError, CalamineWorkbook, PasswordError

from kpis.spreadsheets.package import BROKEN, Package
from kpis.spreadsheets.refusals import UnreadableFile
from kpis.spreadsheets.scanning import scan_xlsx
from kpis.spreadsheets.scanning_ods import scan_ods
from kpis.spreadsheets.sheets import Marks, Sheet

ODS_TYPE = b"application/vnd.oasis.opendocument.spreadsheet"
OTHER = "This is not an XLSX or ODS workbook. Save it as XLSX, ODS or CSV and try again."
UNREADABLE = (CalamineError, PasswordError, OSError, ValueError)


def read_workbook(content: bytes) -> list[Sheet]:
    """The sheets that hold anything, in their order; UnreadableFile says why not."""
    package = Package(content)
    package.check()
    marks = _scanned(package)
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(content)) as book:
            sheets = [_sheet(book, name, marks[name]) for name in book.sheet_names if name in marks]
    except UNREADABLE as problem:
        raise UnreadableFile(BROKEN) from problem
    filled = [sheet for sheet in sheets if any(any(row) for row in sheet.rows)]
    if not filled:
        raise UnreadableFile("The workbook is empty.")
    return filled


def _scanned(package: Package) -> dict[str, Marks]:
    if "xl/workbook.xml" in package.entries:
        return scan_xlsx(package)
    if "content.xml" in package.entries and ODS_TYPE in package.read("mimetype")[:100]:
        return scan_ods(package)
    raise UnreadableFile(OTHER)


def _sheet(book: CalamineWorkbook, name: str, marks: Marks) -> Sheet:
    values = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
    rows = [[as_text(cell) for cell in row] for row in values]
    return Sheet(
        name,
        rows,
        frozenset(marks.formulas),
        frozenset(marks.percentages),
        marks.errors,
        tuple(marks.merged),
    )


def as_text(value) -> str:
    """A stored value as text: whole numbers without a point, others as short as they are exact, days in ISO form."""
    match value:
        case str():
            return value
        case float():
            return str(int(value)) if value.is_integer() else repr(value)
        case datetime():
            return value.isoformat(sep=" ")
        case date():
            return f"{value.isoformat()} 00:00:00"
        case bool() | int() | time() | timedelta():
            return str(value)
    raise UnreadableFile(BROKEN)
