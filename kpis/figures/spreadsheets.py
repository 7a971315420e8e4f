"""Tables that people bring: CSV and XLSX read as text, with the place of every cell."""

import csv
import io
import re
import zipfile
from dataclasses import dataclass
from decimal import Decimal
from xml.etree import ElementTree

import pandas as pd

COLUMNS = ("kpi code", "period", "numerator", "denominator", "value", "symbol", "remark")
REQUIRED = ("kpi code", "period")
MAX_UNPACKED_BYTES = 200_000_000
NOT_IN_A_WORKBOOK = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
RUNS_AS_FORMULA = ("=", "+", "-", "@", "\t", "\r")


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


def read_figures(name: str, content: bytes) -> list[SheetRow]:
    """The rows of a long table of figures, in file order, blank rows left out."""
    tables = _read_xlsx(content) if name.lower().endswith(".xlsx") else {"": _read_csv(content)}
    rows = [row for sheet, table in tables.items() for row in _rows(sheet, table)]
    if not rows:
        raise UnreadableFile("The file has headings but no figures below them.")
    return rows


def _read_xlsx(content: bytes) -> dict[str, list[list[str]]]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            if sum(entry.file_size for entry in packed.infolist()) > MAX_UNPACKED_BYTES:
                raise UnreadableFile("The workbook unpacks to more than 200 MB. Send fewer rows at a time.")
        sheets = pd.read_excel(
            io.BytesIO(content), sheet_name=None, header=None, dtype=str, keep_default_na=False
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


def _rows(sheet: str, table: list[list[str]]) -> list[SheetRow]:
    texts = [[cell.strip() for cell in row] for row in table]
    top = next((i for i, row in enumerate(texts) if _headings(row).issuperset(REQUIRED)), None)
    if top is None:
        where = f"Sheet “{sheet}” has" if sheet else "The file has"
        raise UnreadableFile(
            f"{where} no row of headings with “kpi code” and “period”. Start from the template."
        )
    headings = [cell.lower() for cell in texts[top]]
    unknown = [h for h in headings if h and h not in COLUMNS]
    if unknown:
        raise UnreadableFile(f"Unknown heading “{unknown[0]}”. The headings are: {', '.join(COLUMNS)}.")
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


def harmless(text: str) -> str:
    """A cell that a spreadsheet would run as a formula is led by an apostrophe; plain numbers stay."""
    if text.startswith(RUNS_AS_FORMULA) and not text.lstrip("+-").replace(".", "", 1).isdigit():
        return f"'{text}"
    return text


def as_typed(number: Decimal | None) -> str:
    """A stored number as a person would type it: 92.1 and not 92.100000; empty for none."""
    return "" if number is None else f"{number.normalize():f}"


def write_csv(headings: list[str], rows: list[list[str]]) -> bytes:
    """A table as CSV that Excel opens as UTF-8."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(headings)
    writer.writerows([harmless(str(cell)) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def write_xlsx(headings: list[str], rows: list[list[str]], *, sheet: str) -> bytes:
    """The same table as a workbook with one sheet; every cell is text."""
    out = io.BytesIO()
    plain = [[NOT_IN_A_WORKBOOK.sub("", harmless(str(cell))) for cell in row] for row in rows]
    table = pd.DataFrame(plain, columns=headings)
    table.to_excel(out, index=False, sheet_name=sheet[:31], engine="openpyxl")
    return out.getvalue()
