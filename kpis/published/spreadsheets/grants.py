"""DfE, Dedicated Schools Grant: allocations by block, before and after deductions, and totals by year.

The allocations are in pounds in most sheets and in millions of pounds in that of 2019/20: each column says
which, and every amount is handed on in pounds. The same year differs between releases.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from kpis.domain.periods import PeriodError, PeriodKind, parse
from kpis.published.spreadsheets.authorities import Authority
from kpis.published.spreadsheets.sheets import Listing, Sheet, UnknownLayout, plain
from kpis.published.spreadsheets.values import STORED, FileReading, FileValue, Print

SOURCE = "DfE, Dedicated Schools Grant allocations"
GROUPS, HEADINGS = 0, 1
BLOCKS = {
    "schools block": "Schools block",
    "central school services block": "Central school services block",
    "central schools services block": "Central school services block",
    "central school service block": "Central school services block",
    "high needs block": "High needs block",
    "early years block": "Early years block",
    "total dsg": "Total DSG",
}
TOTAL = "Total DSG"
UNITS = {"£s": Decimal(1), "£": Decimal(1), "£ million": Decimal(1_000_000)}
_HEADING = re.compile(r"(?:\d{4}-\d{2} )?(?P<block>.+?)(?: allocation)? ?\((?P<unit>£[^)]*)\)")
_GROUP = re.compile(r"(?P<year>\d{4}(?:-\d{2}| to \d{4})) dsg allocations, (?P<scope>.+)")
BY_YEAR = ("la_code", "la_name", "Total DSG allocation (£s)", "time_period")
WIDEST_ROUNDING = Decimal(5)  # pounds by which blocks may miss the total through rounding


@dataclass(frozen=True, slots=True)
class Column:
    """A column of allocations: its year, block and scope, and what a number in it is worth in pounds."""

    number: int
    year: str
    block: str
    scope: str
    worth: Decimal

    @property
    def when(self) -> str:
        return "after deductions" if self.scope.startswith("after") else "before deductions"


def allocations(sheets: list[Sheet], authority: Authority) -> FileReading:
    """The blocks of every summary sheet in the file; sheets that show how a block was worked out are left out."""
    values: list[FileValue] = []
    for sheet in sheets:
        if _GROUP.fullmatch(plain(sheet.text(GROUPS, 2))):
            values += _checked(_of_sheet(sheet, authority))
    if not values:
        raise UnknownLayout("The file has no summary of allocations by authority.")
    return FileReading(tuple(values), ("Another release may give other amounts for the same year.",))


def columns(sheet: Sheet) -> list[Column]:
    """Its columns of money by their headings, the year and the scope taken from the title over each group."""
    found, year, scope = [], "", ""
    for number in range(2, sheet.width):
        if title := plain(sheet.text(GROUPS, number)):
            group = _GROUP.fullmatch(title)
            if not group:
                raise UnknownLayout(f"{sheet.place(GROUPS, number)} does not name a year of allocations.")
            year, scope = _year(group["year"], sheet.place(GROUPS, number)), group["scope"]
        heading = _HEADING.fullmatch(plain(sheet.text(HEADINGS, number)))
        if not heading or heading["block"] not in BLOCKS or heading["unit"] not in UNITS:
            words = sheet.text(HEADINGS, number)
            raise UnknownLayout(f"{sheet.place(HEADINGS, number)}: the heading “{words}” is not known here.")
        found.append(Column(number, year, BLOCKS[heading["block"]], scope, UNITS[heading["unit"]]))
    return found


def totals_by_year(sheets: list[Sheet], authority: Authority) -> FileReading:
    """The whole grant of each year, from a workbook with a sheet a year."""
    values = []
    for sheet in sheets:
        listing = Listing(sheet)
        listing.check(required=BY_YEAR, known=BY_YEAR)
        for record in listing.records(la_code=authority.code):
            year = _year(record["time_period"], record.place("time_period"))
            where = record.place(BY_YEAR[2])
            values.append(
                _value(authority, f"{TOTAL}, before deductions", year, Print.of(record[BY_YEAR[2]]), where)
            )
    if not values:
        raise UnknownLayout(f"The file has no row with the code {authority.code}.")
    return FileReading(tuple(values))


def _of_sheet(sheet: Sheet, authority: Authority) -> list[tuple[Column, FileValue]]:
    rows = [row for row in range(2, len(sheet.rows)) if sheet.text(row, 0) == authority.code]
    if len(rows) != 1:
        raise UnknownLayout(f"Sheet “{sheet.name}” has {len(rows)} rows with the code {authority.code}.")
    return [
        (
            column,
            _value(
                authority,
                f"{column.block}, {column.when}",
                column.year,
                _in_pounds(Print.of(sheet.text(rows[0], column.number)), column.worth),
                sheet.place(rows[0], column.number),
                column.scope[:200],
            ),
        )
        for column in columns(sheet)
    ]


def _in_pounds(printed: Print, worth: Decimal) -> Print:
    if printed.value is None or worth == 1:
        return printed
    exact = Decimal(printed.text.replace(",", "")) * worth
    return Print(f"£{printed.text} million", exact.quantize(STORED))


def _checked(cells: list[tuple[Column, FileValue]]) -> list[FileValue]:
    """The values; a total that its four blocks do not come to is doubted, as a wrong unit would be."""
    values = []
    for column, value in cells:
        parts = [v.value for c, v in cells if c.scope == column.scope and c.block != TOTAL]
        is_total = column.block == TOTAL and value.value is not None and None not in parts
        if is_total and abs(sum(parts) - value.value) > WIDEST_ROUNDING * max(1, column.worth / 1000):
            value = value.doubted(f"the blocks beside it add up to £{sum(parts):,.0f}")
        values.append(value)
    return values


def _year(text: str, place: str) -> str:
    try:
        return parse(re.sub(r" to \d{2}(?=\d{2}$)", "-", text), PeriodKind.FINANCIAL_YEAR).label
    except PeriodError as problem:
        raise UnknownLayout(f"{place}: {problem}") from problem


def _value(
    authority: Authority, measure: str, year: str, printed: Print, place: str, coverage: str = ""
) -> FileValue:
    return FileValue(
        area_code=authority.ons_code,
        measure=measure,
        period=year,
        unit="pounds",
        basis="allocation",
        place=place,
        source=SOURCE,
        coverage=coverage,
        **printed.read,
    )
