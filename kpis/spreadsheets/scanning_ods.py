"""The same look through an OpenDocument spreadsheet, whose one cell may say that it stands a million times."""

from kpis.spreadsheets.package import Package
from kpis.spreadsheets.scanning import local, parse
from kpis.spreadsheets.sheets import Marks

CELLS = ("table-cell", "covered-table-cell")
LARGEST_REPEAT = 1 << 21


def scan_ods(package: Package) -> dict[str, Marks]:
    """What is special about each sheet, by its name."""
    document = OdsDocument()
    parse(package.pieces("content.xml"), start=document.start, end=document.end, text=document.text)
    return document.sheets


class OdsDocument:
    """Handlers for content.xml. A row or cell that repeats reaches as far as its repeats where it is filled."""

    def __init__(self):
        self.sheets, self.marks = {}, None
        self.row = self.row_repeats = self.column = self.cell_repeats = 0
        self.is_error, self.error = False, ""

    def start(self, name: str, attributes: dict) -> None:
        element = local(name)
        given = {local(key): value for key, value in attributes.items()}
        if element == "table":
            self.marks = self.sheets.setdefault(given.get("name", ""), Marks())
            self.row = self.row_repeats = 0
        elif self.marks is None:
            return
        elif element == "table-row":
            self.row += self.row_repeats
            self.row_repeats = _repeats(given.get("number-rows-repeated"))
            self.column = self.cell_repeats = 0
        elif element in CELLS:
            self._cell(attributes, given)

    def _cell(self, attributes: dict, given: dict) -> None:
        self.column += self.cell_repeats
        self.cell_repeats = _repeats(given.get("number-columns-repeated"))
        place = (self.row, self.column)
        if any(local(key) == "value-type" for key in attributes) or "formula" in given:
            self.marks.reach(self.row + self.row_repeats - 1, self.column + self.cell_repeats - 1)
        if "formula" in given:
            self.marks.formulas.add(place)
        if "percentage" in _value_types(attributes):
            self._mark_percentages()
        wide, high = _repeats(given.get("number-columns-spanned")), _repeats(given.get("number-rows-spanned"))
        if wide > 1 or high > 1:
            self.marks.merged.append((place, (self.row + high - 1, self.column + wide - 1)))
        self.is_error, self.error = "error" in _value_types(attributes), ""

    def _mark_percentages(self) -> None:
        rows = range(self.row, self.row + self.row_repeats)
        columns = range(self.column, self.column + self.cell_repeats)
        self.marks.percentages.update((row, column) for row in rows for column in columns)

    def text(self, text: str) -> None:
        if self.is_error:
            self.error += text

    def end(self, name: str) -> None:
        if self.is_error and local(name) in CELLS:
            self.marks.errors[self.row, self.column] = self.error.strip()[:20] or "#N/A"
            self.is_error = False


def _value_types(attributes: dict) -> set[str]:
    """By the standard and by LibreOffice's own extension, which alone knows of errors."""
    return {value for key, value in attributes.items() if local(key) == "value-type"}


def _repeats(text: str | None) -> int:
    return min(int(text), LARGEST_REPEAT) if text and text.isdecimal() and len(text) < 10 else 1
