"""Looking through the XML of a workbook before its values are read: how far it reaches, formulas, merged cells.

The reader of values takes a whole box of cells into memory, so that one cell at XFD1048576 would take the
machine's; and it shows nothing of what makes a cell special. Both are seen here, in one pass.
"""

import re
from collections.abc import Iterable
from xml.parsers import expat

from kpis.spreadsheets.package import BROKEN, Package
from kpis.spreadsheets.refusals import UnreadableFile
from kpis.spreadsheets.sheets import Marks, Place, column_index

ADDRESS = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
PERCENT_FORMATS = frozenset({"9", "10"})  # "0%" and "0.00%", which every workbook knows without being told


def local(name: str) -> str:
    """An element's or attribute's name without its namespace."""
    return name.rpartition(" ")[2]


def parse(pieces: Iterable[bytes], *, start, end=None, text=None) -> None:
    """Feed XML to handlers; UnreadableFile where it is no XML or declares a document type of its own."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = _refuse_doctype
    try:
        for piece in pieces:
            parser.Parse(bytes(piece), False)
        parser.Parse(b"", True)
    except expat.ExpatError as problem:
        raise UnreadableFile(BROKEN) from problem


def _refuse_doctype(*_):
    raise UnreadableFile(BROKEN)


def place_of(address: str) -> Place:
    found = ADDRESS.fullmatch(address)
    if not found or found[2].strip("0") == "":
        raise UnreadableFile(BROKEN)
    return int(found[2]) - 1, column_index(found[1])


class XlsxSheet:
    """Handlers for the XML of one worksheet."""

    def __init__(self, percent_styles: frozenset[str]):
        self.marks, self.percent_styles = Marks(), percent_styles
        self.row, self.column, self.is_error, self.error = -1, -1, False, ""

    def start(self, name: str, attributes: dict) -> None:
        match local(name):
            case "c":
                self._cell(attributes)
            case "f":
                self.marks.formulas.add((self.row, self.column))
            case "row":
                self.row = _whole(attributes.get("r"), self.row + 2) - 1
                self.column = -1
            case "mergeCell":
                first, _, last = attributes.get("ref", "").partition(":")
                self.marks.merged.append((place_of(first), place_of(last or first)))

    def _cell(self, attributes: dict) -> None:
        if "r" in attributes:
            self.row, self.column = place_of(attributes["r"])
        else:
            self.column += 1
        self.marks.reach(self.row, self.column)
        self.is_error, self.error = attributes.get("t") == "e", ""
        if attributes.get("s") in self.percent_styles:
            self.marks.percentages.add((self.row, self.column))

    def text(self, text: str) -> None:
        if self.is_error:
            self.error += text

    def end(self, name: str) -> None:
        if self.is_error and local(name) == "c":
            self.marks.errors[self.row, self.column] = self.error.strip()[-20:] or "#N/A"
            self.is_error = False


def _whole(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isdecimal() and len(text) <= 7 else otherwise


def scan_xlsx(package: Package) -> dict[str, Marks]:
    """What is special about each worksheet, by the sheet's name."""
    styles = _percent_styles(package)
    found = {}
    for name, path in _worksheets(package).items():
        sheet = XlsxSheet(styles)
        parse(package.pieces(path), start=sheet.start, end=sheet.end, text=sheet.text)
        found[name] = sheet.marks
    return found


def _percent_styles(package: Package) -> frozenset[str]:
    """The numbers of the cell styles that show a value as a percentage."""
    if "xl/styles.xml" not in package.entries:
        return frozenset()
    formats, styles, inside = set(PERCENT_FORMATS), [], []

    def start(name, attributes):
        inside.append(local(name))
        if inside[-1] == "numFmt" and "%" in attributes.get("formatCode", ""):
            formats.add(attributes.get("numFmtId"))
        elif inside[-1] == "xf" and "cellXfs" in inside:
            styles.append(attributes.get("numFmtId"))

    parse(package.pieces("xl/styles.xml"), start=start, end=lambda name: inside.pop())
    return frozenset(str(number) for number, shown_as in enumerate(styles) if shown_as in formats)


def _worksheets(package: Package) -> dict[str, str]:
    """Where each worksheet's XML stands, by the sheet's name."""
    if "xl/_rels/workbook.xml.rels" not in package.entries:
        raise UnreadableFile(BROKEN)
    targets, sheets = {}, {}

    def relation(name, attributes):
        if local(name) == "Relationship":
            targets[attributes.get("Id")] = attributes.get("Target", "")

    def sheet(name, attributes):
        if local(name) == "sheet":
            identity = next((value for key, value in attributes.items() if local(key) == "id"), None)
            sheets[attributes.get("name", "")] = targets.get(identity, "")

    parse(package.pieces("xl/_rels/workbook.xml.rels"), start=relation)
    parse(package.pieces("xl/workbook.xml"), start=sheet)
    placed = {name: _resolved(target) for name, target in sheets.items()}
    return {name: path for name, path in placed.items() if path in package.entries and "sheets/" in path}


def _resolved(target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else f"xl/{target}"
