"""Tables that people bring and others publish: CSV, XLSX and ODS read as text, with the place of every cell."""

import csv
import io
import zipfile
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from xml.etree import ElementTree

import pandas as pd

MAX_UNPACKED_BYTES = 200_000_000
WORKBOOKS = (".xlsx", ".ods")


class UnreadableFile(Exception):
    """The file as a whole cannot be read; the message says what is wrong and what would do."""


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


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a table, and in which cell."""

    place: str
    text: str
    message: str


def read_rows(
    name: str, content: bytes, *, columns: Sequence[str], required: Collection[str]
) -> list[SheetRow]:
    """The rows below a row of headings, in file order, blank rows left out.

    `columns` are the headings that are known, in small letters; those `required` must be there. Titles
    above the headings do no harm.
    """
    rows = [
        row
        for sheet, table in read_tables(name, content).items()
        for row in _rows(sheet, table, columns, required)
    ]
    if not rows:
        raise UnreadableFile("The file has headings but nothing below them.")
    return rows


def read_tables(name: str, content: bytes) -> dict[str, list[list[str]]]:
    """Every sheet with its cells as text, empty cells as empty text; a CSV is one sheet without a name."""
    return _read_workbook(content) if name.lower().endswith(WORKBOOKS) else {"": _read_csv(content)}


def _read_workbook(content: bytes) -> dict[str, list[list[str]]]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            if sum(entry.file_size for entry in packed.infolist()) > MAX_UNPACKED_BYTES:
                raise UnreadableFile("The workbook unpacks to more than 200 MB. Send fewer rows at a time.")
        sheets = pd.read_excel(
            io.BytesIO(content),
            sheet_name=None,
            header=None,
            dtype=str,
            keep_default_na=False,
            engine="calamine",
        )
    except (zipfile.BadZipFile, ElementTree.ParseError, KeyError, ValueError) as problem:
        raise UnreadableFile(
            "This is not an XLSX workbook. Save it as XLSX or CSV and try again."
        ) from problem
    filled = {name: table.astype(str).values.tolist() for name, table in sheets.items() if not table.empty}
    if not filled:
        raise UnreadableFile("The workbook is empty.")
    return filled


def _read_csv(content: bytes) -> list[list[str]]:
    if b"\0" in content:
        raise UnreadableFile("This is not a text file. Save the table as CSV or XLSX and try again.")
    try:
        rows = list(csv.reader(io.StringIO(_decoded(content), newline=""), strict=True))
    except csv.Error as problem:
        raise UnreadableFile(
            "A quotation mark is opened and not closed. Save the table as CSV again."
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


def column_letter(index: int) -> str:
    """0 is A, 25 is Z, 26 is AA, as spreadsheets name their columns."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
