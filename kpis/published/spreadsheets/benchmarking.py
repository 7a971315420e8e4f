"""DfE, High needs benchmarking: what an authority budgeted and spent on high needs, by line and per head.

One sheet with six rows above its figures. Three of them hold headings: blocks (Section 251 budget, Section
251 outturn), with years among them; lines, whose parts repeat the same words under each line with a
footnote's number; and the same once more, cut into two rows. Columns are found by the first two.

A line's total is read, not added up: it counts special schools and alternative provision only, and takes
income off. A table per head stands at the right, in most columns filled with noughts that nobody measured;
it is not read. Amounts per head are divided by the population of the same sheet.
"""

from dataclasses import dataclass

from kpis.domain.periods import PeriodKind, parse
from kpis.published.spreadsheets.authorities import Authority
from kpis.published.spreadsheets.sheets import Sheet, UnknownLayout, plain
from kpis.published.spreadsheets.values import FileReading, FileValue, Print, per_head

SOURCE = "DfE, High needs benchmarking, Section 251 returns"
YEARS, BLOCKS, LINES, TITLES = 1, 2, 3, 4  # the rows of headings that are used, from nought
CODE, POPULATION = "la code", "2-18 population"
BASES = {"section 251 budget": "budget", "section 251 outturn": "outturn"}
PER_HEAD_TABLE = "table 3b"
PLACES = "Place funding"
LINE_NAMES = {
    "place funding": PLACES,
    "top up funding (maintained schools, academies, free schools and colleges)": (
        "Top-ups, maintained schools, academies, free schools and colleges"
    ),
    "top up funding (non-maintained and independent schools and colleges)": (
        "Top-ups, non-maintained and independent schools and colleges"
    ),
    "sen support and inclusion services": "SEN support and inclusion services",
    "alternative provision services": "Alternative provision services",
    "hospital education services": "Hospital education services",
    "therapies and other health related services": "Therapies and other health related services",
}
PARTS = {
    "early years": "early years",
    "primary": "primary schools",
    "secondary": "secondary schools",
    "special schools and academies": "special schools and academies",
    "prus and ap academies": "pupil referral units and AP academies",
    "post school": "post-school",
    "income": "income",
}
SCOPES = {
    ("budget", PLACES): "special schools and alternative provision, places in academies included",
    ("outturn", PLACES): "special schools and alternative provision, places in academies not included",
}


@dataclass(frozen=True, slots=True)
class Line:
    """A column of amounts: its basis, its line, and the part of the line or nothing for the line itself."""

    column: int
    basis: str
    name: str
    part: str = ""

    @property
    def measure(self) -> str:
        return f"{self.name}: {self.part}" if self.part else self.name

    @property
    def coverage(self) -> str:
        return "" if self.part else SCOPES.get((self.basis, self.name), "")


def benchmarking(sheet: Sheet, authority: Authority) -> FileReading:
    """The authority's population, and every line of budget and outturn in pounds and in pounds per head."""
    population, code = _title(sheet, POPULATION), _title(sheet, CODE)
    rows = [row for row in range(TITLES, len(sheet.rows)) if sheet.text(row, code) == authority.code]
    if len(rows) != 1:
        raise UnknownLayout(f"The file has {len(rows)} rows with the code {authority.code}.")
    people = Print.of(sheet.text(rows[0], population))
    about = {"area_code": authority.ons_code, "period": _year(sheet), "source": SOURCE}
    place = sheet.place(rows[0], population)
    values = [
        FileValue(
            measure="Population aged 2 to 18",
            unit="count",
            basis="projection",
            place=place,
            **about,
            **people.read,
        )
    ]
    for line in lines(sheet):
        values += _amounts(sheet, rows[0], line, people, about)
    return FileReading(tuple(values), _notes(sheet))


def lines(sheet: Sheet) -> list[Line]:
    """Every column of budget and outturn, by its headings; UnknownLayout names a heading that is not known."""
    found: list[Line] = []
    basis = name = ""
    for column in range(sheet.width):
        block, heading = plain(sheet.text(BLOCKS, column)), plain(sheet.text(LINES, column))
        if heading.startswith(PER_HEAD_TABLE):
            break
        basis = BASES.get(block, basis)
        if not heading:
            continue
        if heading not in LINE_NAMES and (heading not in PARTS or not name or not basis):
            words = sheet.text(LINES, column)
            raise UnknownLayout(f"{sheet.place(LINES, column)}: the heading “{words}” is not known here.")
        name = LINE_NAMES.get(heading, name)
        found.append(Line(column, basis, name, PARTS.get(heading, "")))
    if {line.basis for line in found} != set(BASES.values()):
        raise UnknownLayout("The file has no Section 251 budget, or no Section 251 outturn.")
    return found


def _amounts(sheet: Sheet, row: int, line: Line, people: Print, about: dict) -> list[FileValue]:
    amount = Print.of(sheet.text(row, line.column))
    same = {"basis": line.basis, "place": sheet.place(row, line.column), "coverage": line.coverage} | about
    return [
        FileValue(measure=line.measure, unit="pounds", **same, **amount.read),
        FileValue(
            measure=f"{line.measure}, per head aged 2 to 18",
            unit="pounds per head",
            **same,
            **per_head(amount, people).read,
        ),
    ]


def _title(sheet: Sheet, words: str) -> int:
    for column in range(sheet.width):
        if plain(sheet.text(TITLES, column)).startswith(words):
            return column
    raise UnknownLayout(f"Row {TITLES + 1} has no heading “{words}”.")


def _year(sheet: Sheet) -> str:
    """The year beside the word Year, as the other columns are headed by years of their own."""
    for column in range(sheet.width):
        if plain(sheet.text(YEARS, column)) == "year":
            return parse(sheet.text(YEARS, column + 1), PeriodKind.FINANCIAL_YEAR).label
    raise UnknownLayout(f"Row {YEARS + 1} does not say the year.")


def _notes(sheet: Sheet) -> tuple[str, ...]:
    texts = [sheet.text(YEARS, column) for column in range(sheet.width)]
    said = tuple(f"The file says of its outturn: “{text}”." for text in texts if len(text) > 20)
    guard = (
        "Place funding is budgeted with places in academies and spent without them: the two are not compared."
    )
    return (*said, guard)
