"""The rows of an uploaded table, read cell by cell."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from kpis.domain.block import PlacementCategory, Sector
from kpis.domain.numbers import NotANumber, parse_number
from kpis.domain.topups import NotAReference, Stay, checked_reference
from kpis.spreadsheets import Problem, SheetRow, read_rows
from kpis.topups.models import MOST_GBP
from kpis.topups.spreadsheets import COLUMNS, REQUIRED

DAY_FORMATS = ("%Y-%m-%d", "%d/%m/%Y", "%d %B %Y", "%d %b %Y")
SECTORS = {sector.words.lower(): sector for sector in Sector} | {sector.value: sector for sector in Sector}
CATEGORIES = {category.value.lower(): category for category in PlacementCategory}


class BadCell(Exception):
    """A cell that has to be mended."""

    def __init__(self, heading: str, message: str):
        super().__init__(message)
        self.heading = heading


@dataclass(frozen=True, slots=True)
class TopUpRow:
    """A row as it is to be stored; `category` is None where the cell was empty."""

    row: SheetRow
    stay: Stay
    category: PlacementCategory | None

    def problem(self, heading: str, message: str) -> Problem:
        return Problem(self.row.place(heading), self.row.cells.get(heading, ""), message)


def read_top_ups(name: str, content: bytes) -> list[SheetRow]:
    """The rows of a table of top-ups in file order; UnreadableFile says why not."""
    return read_rows(name, content, columns=COLUMNS, required=REQUIRED)


def understood(rows: Iterable[SheetRow]) -> tuple[list[TopUpRow], list[Problem]]:
    """The rows that can be read, and the first bad cell of each of the others."""
    good, problems = [], []
    for row in rows:
        try:
            good.append(_row(row))
        except BadCell as bad:
            problems.append(Problem(row.place(bad.heading), row.cells.get(bad.heading, ""), str(bad)))
    return good, problems


def _row(row: SheetRow) -> TopUpRow:
    start, last = _day(row, "from"), _day(row, "to") if row.cells.get("to") else None
    if last and last < start:
        raise BadCell("to", "The last day comes before the first.")
    stay = Stay(
        reference=_reference(row),
        setting=_text(row, "setting", longest=120),
        sector=_one_of(row, "sector", SECTORS),
        band=row.cells.get("band", "") and _text(row, "band", longest=20),
        annual_pence=int(_money(row) * 100),
        start=start,
        end=last and last + timedelta(days=1),
    )
    category = _one_of(row, "category", CATEGORIES) if row.cells.get("category") else None
    return TopUpRow(row, stay, category)


def _reference(row: SheetRow) -> str:
    try:
        return checked_reference(row.cells["reference"].upper())
    except NotAReference as problem:
        raise BadCell("reference", str(problem)) from problem


def _text(row: SheetRow, heading: str, *, longest: int) -> str:
    text = " ".join(row.cells.get(heading, "").split())
    if not text or len(text) > longest:
        raise BadCell(heading, f"Write 1 to {longest} characters.")
    return text


def _one_of(row: SheetRow, heading: str, choices: dict):
    found = choices.get(row.cells.get(heading, "").lower())
    if found is None:
        names = ", ".join(dict.fromkeys(getattr(c, "words", None) or c.value for c in choices.values()))
        raise BadCell(heading, f"Write one of: {names}.")
    return found


def _money(row: SheetRow) -> Decimal:
    if "%" in row.cells["annual top-up"]:
        raise BadCell("annual top-up", "This is a per cent. Write pounds and pence.")
    try:
        amount = parse_number(row.cells["annual top-up"])
    except NotANumber as problem:
        raise BadCell("annual top-up", str(problem)) from problem
    if not 0 <= amount <= MOST_GBP or amount != amount.quantize(Decimal("0.01")):
        raise BadCell("annual top-up", f"Write pounds and pence, from 0 to £{MOST_GBP:,}.")
    return amount


def _day(row: SheetRow, heading: str) -> date:
    text = re.sub(r"[ T]00:00:00$", "", row.cells.get(heading, ""))
    for form in DAY_FORMATS:
        try:
            day = datetime.strptime(text, form).date()  # noqa: DTZ007 - a day has no time zone
        except ValueError:
            continue
        if 2000 <= day.year <= 2100:
            return day
    raise BadCell(heading, "Write a day as 2019-09-02, 02/09/2019 or 2 September 2019.")
