"""Sheets of published files: found by their headings, every cell with its place, whatever the program that wrote them.

Some publishers' ODS files lack the entry that names their type, which Excel and LibreOffice put up with and
our reader does not; it is added before reading.
"""

import io
import re
import zipfile
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from kpis.spreadsheets import UnreadableFile, column_letter, read_tables

ODS_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
MAX_UNPACKED_BYTES = 200_000_000
_FOOTNOTE = re.compile(r"\s*\(\d\)$")


class UnknownLayout(UnreadableFile):
    """The file is readable, but not laid out as this kind of file is known to be; the message names the place."""


@dataclass(frozen=True)
class Sheet:
    """A sheet as text. Rows and columns count from nought; places are named as spreadsheets do."""

    name: str
    rows: list[list[str]]

    def text(self, row: int, column: int) -> str:
        inside = row < len(self.rows) and column < len(self.rows[row])
        return self.rows[row][column].strip() if inside else ""

    def place(self, row: int, column: int) -> str:
        cell = f"{column_letter(column)}{row + 1}"
        if self.name.endswith(".csv"):
            return f"{self.name}, {cell}"
        return f"sheet “{self.name}”, {cell}" if self.name else cell

    @property
    def width(self) -> int:
        return max(map(len, self.rows), default=0)


@dataclass(frozen=True)
class Listing:
    """A sheet whose first row holds the headings and each further row one record."""

    sheet: Sheet

    @cached_property
    def columns(self) -> dict[str, int]:
        """Column by heading. A heading that stands twice is accepted where both columns say the same."""
        found: dict[str, int] = {}
        for column, text in enumerate(self.sheet.rows[0]):
            if text.strip() and text.strip() in found:
                self._check_twice(text.strip(), found[text.strip()], column)
            elif text.strip():
                found[text.strip()] = column
        return found

    def _check_twice(self, heading: str, first: int, second: int) -> None:
        rows = range(1, len(self.sheet.rows))
        if any(self.sheet.text(row, first) != self.sheet.text(row, second) for row in rows):
            places = f"{self.sheet.place(0, first)} and {self.sheet.place(0, second)}"
            raise UnknownLayout(f"The heading “{heading}” stands twice, in {places}, over different numbers.")

    def check(self, *, required: Collection[str], known: Collection[str] = ()) -> None:
        """UnknownLayout names the headings that are missing; and those unknown, where the known ones are given."""
        missing = [heading for heading in required if heading not in self.columns]
        if missing:
            raise UnknownLayout(f"{_of(self.sheet)}: there is no heading “{missing[0]}”.")
        unknown = [heading for heading in self.columns if known and heading not in known]
        if unknown:
            places = ", ".join(f"“{h}” in {self.sheet.place(0, self.columns[h])}" for h in unknown)
            raise UnknownLayout(f"{_of(self.sheet)} has headings that are not known here: {places}.")

    def records(self, **equal: str) -> Iterator["Record"]:
        """The rows whose cells under these headings are exactly these."""
        wanted = [(self.columns[heading], text) for heading, text in equal.items()]
        for number in range(1, len(self.sheet.rows)):
            if all(self.sheet.text(number, column) == text for column, text in wanted):
                yield Record(self, number)


@dataclass(frozen=True)
class Record:
    listing: Listing
    row: int

    def __getitem__(self, heading: str) -> str:
        return self.listing.sheet.text(self.row, self.listing.columns[heading])

    def place(self, heading: str) -> str:
        return self.listing.sheet.place(self.row, self.listing.columns[heading])


def plain(text: str) -> str:
    """A heading in small letters on one line, dashes as hyphens, without a footnote's number at its end."""
    joined = re.sub(r"\s+", " ", text).strip().replace("–", "-").replace("—", "-").lower()
    return _FOOTNOTE.sub("", joined)


def sheets_of(name: str, content: bytes) -> list[Sheet]:
    """The sheets of a workbook, or the one of a CSV; UnreadableFile where it is neither."""
    if name.lower().endswith(".ods"):
        content = _named_ods(content)
    return [Sheet(sheet, rows) for sheet, rows in read_tables(name, content).items()]


def _named_ods(content: bytes) -> bytes:
    try:
        packed = zipfile.ZipFile(io.BytesIO(content))
    except zipfile.BadZipFile as problem:
        raise UnreadableFile("This is not an ODS file.") from problem
    with packed:
        if "mimetype" in packed.namelist() or "content.xml" not in packed.namelist():
            return content
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as named:
            named.writestr("mimetype", ODS_TYPE, zipfile.ZIP_STORED)
            for path, data in _unpacked(packed, packed.namelist()).items():
                named.writestr(path, data)
    return out.getvalue()


def files_in(name: str, content: bytes, wanted: Sequence[str]) -> dict[str, Sheet]:
    """Those of the wanted CSV files that a ZIP holds, in whatever folder, by name; or a CSV sent by itself."""
    if not name.lower().endswith(".zip"):
        own = name.replace("\\", "/").rsplit("/", 1)[-1]
        return {own: Sheet(own, sheets_of(own, content)[0].rows)} if own in wanted else {}
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            paths = [path for path in packed.namelist() if path.rsplit("/", 1)[-1] in wanted]
            unpacked = _unpacked(packed, paths)
    except zipfile.BadZipFile as problem:
        raise UnreadableFile("This is not a ZIP file.") from problem
    own = {path.rsplit("/", 1)[-1]: data for path, data in unpacked.items()}
    return {csv: Sheet(csv, sheets_of(csv, data)[0].rows) for csv, data in own.items()}


def _unpacked(packed: zipfile.ZipFile, paths: Sequence[str]) -> dict[str, bytes]:
    if sum(packed.getinfo(path).file_size for path in paths) > MAX_UNPACKED_BYTES:
        raise UnreadableFile("The file unpacks to more than 200 MB.")
    return {path: packed.read(path) for path in paths}


def _of(sheet: Sheet) -> str:
    return f"Sheet “{sheet.name}”" if sheet.name else "The file"
