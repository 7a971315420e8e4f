"""Tables that people bring and others publish: CSV, XLSX and ODS read as text, with the place of every cell."""

import csv
import io
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from kpis.spreadsheets.refusals import UnreadableFile
from kpis.spreadsheets.sheets import MOST_CELLS, Sheet, column_letter
from kpis.spreadsheets.workbooks import read_workbook

WORKBOOK, OLD_WORKBOOK = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
UTF_16 = (b"\xff\xfe", b"\xfe\xff")
LONGEST_CELL = 100_000


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row below the headings. `cells` maps a heading to its text; `place` names a cell for a message."""

    sheet: str
    number: int
    letters: dict[str, str]
    cells: dict[str, str]

    def place(self, heading: str = "") -> str:
        cell = f"{self.letters[heading]}{self.number}" if heading in self.letters else f"row {self.number}"
        return f"sheet “{self.sheet}”, {cell}" if self.sheet else cell


def read_rows(
    name: str, content: bytes, *, columns: Sequence[str], required: Collection[str]
) -> list[SheetRow]:
    """The rows below a row of headings, in file order, blank rows left out.

    `columns` are the headings that are known, in small letters; those `required` must be there. Titles
    above the headings do no harm. A cell that a workbook shows as 12% is read as "12%", not as 0.12.
    """
    rows = [
        row
        for sheet in read_sheets(name, content)
        for row in _rows(sheet.name, _as_seen(sheet), columns, required)
    ]
    if not rows:
        raise UnreadableFile("The file has headings but nothing below them.")
    return rows


def _as_seen(sheet: Sheet) -> list[list[str]]:
    rows = [list(row) for row in sheet.rows] if sheet.percentages else sheet.rows
    for row, column in sheet.percentages:
        if row < len(rows) and column < len(rows[row]):
            rows[row][column] = sheet.as_seen(row, column, rows[row][column])
    return rows


def read_tables(name: str, content: bytes) -> dict[str, list[list[str]]]:
    """Every sheet with its cells as text, empty cells as empty text; a CSV is one sheet without a name."""
    return {sheet.name: sheet.rows for sheet in read_sheets(name, content)}


def read_sheets(name: str, content: bytes) -> list[Sheet]:
    """Every sheet that holds anything. What the file is, is seen from its content; its name helps only to say so."""
    if content.startswith(WORKBOOK):
        return read_workbook(content)
    if content.startswith(OLD_WORKBOOK):
        raise UnreadableFile(
            "This is a workbook in the old XLS form, or locked. Save it as XLSX or CSV and try again."
        )
    if name.lower().endswith((".xlsx", ".ods")):
        raise UnreadableFile("This is not an XLSX workbook. Save it as XLSX or CSV and try again.")
    return [Sheet("", _read_csv(content))]


def _read_csv(content: bytes) -> list[list[str]]:
    if content.startswith(UTF_16):
        raise UnreadableFile("The text is in UTF-16. Save the table as “CSV UTF-8” and try again.")
    if b"\0" in content:
        raise UnreadableFile("This is not a text file. Save the table as CSV or XLSX and try again.")
    if content.count(b",") > MOST_CELLS:
        raise UnreadableFile(f"The file has more than {MOST_CELLS:,} cells. Delete the empty columns.")
    csv.field_size_limit(LONGEST_CELL)
    try:
        rows = list(csv.reader(io.StringIO(_decoded(content), newline=""), strict=True))
    except csv.Error as problem:
        raise UnreadableFile(
            "A quotation mark is opened and not closed, or stands inside a cell. Save the table as CSV again."
        ) from problem
    if not any(any(cell.strip() for cell in row) for row in rows):
        raise UnreadableFile("The file is empty.")
    return rows


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _rows(
    sheet: str, table: list[list[str]], columns: Sequence[str], required: Collection[str]
) -> list[SheetRow]:
    texts = [[cell.strip() for cell in row] for row in table]
    top = next((i for i, row in enumerate(texts) if _headings(row).issuperset(required)), None)
    if top is None:
        where = f"Sheet “{sheet}” has" if sheet else "The file has"
        wanted = " and ".join(f"“{heading}”" for heading in required)
        raise UnreadableFile(f"{where} no row of headings with {wanted}. Start from the template.")
    headings = [cell.lower() for cell in texts[top]]
    unknown = [h for h in headings if h and h not in columns]
    if unknown:
        raise UnreadableFile(f"Unknown heading “{unknown[0]}”. The headings are: {', '.join(columns)}.")
    twice = next((h for h in headings if h and headings.count(h) > 1), None)
    if twice:
        raise UnreadableFile(f"The heading “{twice}” stands twice.")
    empty = dict.fromkeys(filter(None, headings), "")
    letters = {h: column_letter(i) for i, h in enumerate(headings) if h}
    return [
        SheetRow(
            sheet, number, letters, empty | {h: cell for h, cell in zip(headings, row, strict=False) if h}
        )
        for number, row in enumerate(texts[top + 1 :], start=top + 2)
        if any(row)
    ]


def _headings(row: list[str]) -> set[str]:
    return {cell.lower() for cell in row}
