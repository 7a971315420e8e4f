"""DfE, Education, health and care plans: the January census by placement category, age band and primary need.

Which columns make up a category is worked out from the release's own variable list and agrees with the
counts of the DfE's high needs benchmarking for January 2021. Hospital schools that are special schools
cannot be told apart in this release: they are in the special category.

Columns change from year to year and `x` stands in those a year did not have. A sum leaves such cells out
only where everything else adds up to the published number of plans; otherwise the sum is `x` itself.
"""

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from kpis.domain.block import AgeBand, PlacementCategory
from kpis.domain.dsg_plan import ALL_PLANS, PlanTable, census_words, measure_of, total_measure
from kpis.published.spreadsheets.authorities import Authority
from kpis.published.spreadsheets.ehcp_labels import (
    CATEGORY_COLUMNS,
    KNOWN_COLUMNS,
    NEED_COLUMNS,
    NOT_PLACEMENTS,
    PLACEMENT_ROWS,
)
from kpis.published.spreadsheets.sheets import Listing, Record, Sheet, UnknownLayout
from kpis.published.spreadsheets.values import FileValue, Print

SOURCE = "DfE, Education, health and care plans"
LEVEL, TOPIC, LABEL, TIME = "geographic_level", "breakdown_topic", "breakdown", "time_period"
ALL, AGE, PLACEMENT = "All EHC plans", "Child or young persons age", "Type of placement"
OLD, NEW = "old_la_code", "new_la_code"
TOTAL = "ehcplans"
TOTAL_OF_NEEDS = "ehc_plans"
_AGE = re.compile(
    r"(?:aged?\s+)?(?:(under)\s+)?(?:aged?\s+)?(\d{1,2})(?:\s+and\s+(?:under|over))?", re.IGNORECASE
)
_OLDEST = {5: AgeBand.UNDER_5, 11: AgeBand.AGE_5_TO_10, 16: AgeBand.AGE_11_TO_15, 20: AgeBand.AGE_16_TO_19}


def category_values(sheet: Sheet, authority: Authority) -> list[FileValue]:
    """Categories of every January in the file, and age bands of those that have ages."""
    listing = Listing(sheet)
    listing.check(required=[LEVEL, TOPIC, LABEL, TIME, OLD, NEW, TOTAL], known=KNOWN_COLUMNS)
    rows = rows_of(listing, authority)
    values = []
    for year, record in sorted((census_year(r), r) for r in rows if r[TOPIC] == ALL):
        values += _totals(record, year, authority)
        ages = [r for r in rows if r[TOPIC] == AGE and r[TIME] == record[TIME]]
        values += _by_age(ages, record, year, authority) if ages else []
    return values


def need_values(sheet: Sheet, authority: Authority) -> list[FileValue]:
    """Primary needs by category, of the Januaries in the file."""
    listing = Listing(sheet)
    listing.check(required=[LEVEL, TOPIC, LABEL, TIME, OLD, NEW, TOTAL_OF_NEEDS, *NEED_COLUMNS.values()])
    rows = rows_of(listing, authority)
    values = []
    for year, record in sorted((census_year(r), r) for r in rows if r[TOPIC] == ALL):
        placed = [r for r in rows if r[TOPIC] == PLACEMENT and r[TIME] == record[TIME]]
        values += _by_need(placed, record, year, authority)
    return values


def census_year(record: Record) -> int:
    """The January inside a school year: 202425 is January 2025."""
    text = record[TIME]
    if not re.fullmatch(r"20\d{4}", text) or int(text[4:]) != (int(text[:4]) + 1) % 100:
        raise UnknownLayout(f"{record.place(TIME)}: “{text}” is no school year such as 202425.")
    return int(text[:4]) + 1


def age_band(label: str, place: str) -> AgeBand:
    """The band of a single year of age however it is written: “age 10”, “Aged 10”, “under 3”, “age 2 and under”."""
    found = _AGE.fullmatch(label.strip())
    if not found:
        raise UnknownLayout(f"{place}: “{label}” is no age.")
    age = int(found[2]) - bool(found[1])
    return next((band for end, band in _OLDEST.items() if age < end), AgeBand.AGE_20_TO_25)


def rows_of(listing: Listing, authority: Authority) -> list[Record]:
    """The area's own rows by either of its codes: regions have different codes in different files."""
    column_old, column_new = listing.columns[OLD], listing.columns[NEW]
    rows = range(1, len(listing.sheet.rows))
    found = [
        Record(listing, row)
        for row in rows
        if listing.sheet.text(row, column_old) == authority.code
        or listing.sheet.text(row, column_new) in authority.ons_codes
    ]
    return [record for record in found if record[LEVEL] == "Local authority"]


class _Sum:
    """Cells added up; what is missing among them is left out only where the sum is known to be whole."""

    def __init__(self, parts: Sequence[Print], *, complete: bool):
        self.parts, self.complete = parts, complete

    @property
    def print(self) -> Print:
        doubt = next((p.doubt for p in self.parts if p.doubt), "")
        missing = [p for p in self.parts if p.symbol]
        if doubt:
            return Print(self.text, doubt=doubt)
        if missing and (not self.complete or len(missing) == len(self.parts)):
            return Print(self.text, symbol=missing[0].symbol)
        if not self.parts and not self.complete:
            return Print("", symbol="x")
        return Print(self.text, sum((p.value for p in self.parts if not p.symbol), Decimal(0)))

    @property
    def text(self) -> str:
        printed = " + ".join(p.text for p in self.parts)
        return printed if printed and len(printed) <= 60 else f"sum of {len(self.parts)} cells"


def _counts(record: Record, columns: Iterable[str]) -> list[Print]:
    return [Print.count(record[column]) for column in columns if column in record.listing.columns]


def _adds_up(record: Record) -> bool:
    """Whether the cells of a row that have a number come to the row's published number of plans."""
    cells = _counts(record, (column for columns in CATEGORY_COLUMNS.values() for column in columns))
    return Print.count(record[TOTAL]).value == sum(c.value for c in cells if c.value is not None)


def _totals(record: Record, year: int, authority: Authority) -> list[FileValue]:
    complete = _adds_up(record)
    total = _value(authority, total_measure(), year, Print.count(record[TOTAL]), record.place(TOTAL))
    return [total] + [
        _value(
            authority,
            measure_of(PlanTable.TOTALS, ALL_PLANS, category),
            year,
            _Sum(_counts(record, columns), complete=complete).print,
            record.place(columns[0]),
        )
        for category, columns in CATEGORY_COLUMNS.items()
    ]


def _by_age(ages: list[Record], total: Record, year: int, authority: Authority) -> list[FileValue]:
    """Ages that have no row have no plans, which is known only where the others add up to all plans."""
    counted = [Print.count(record[TOTAL]).value for record in ages]
    whole = None not in counted and sum(counted) == Print.count(total[TOTAL]).value
    rows = [(age_band(r[LABEL], r.place(LABEL)), r, _adds_up(r)) for r in ages]
    values = []
    for band in AgeBand:
        for category, columns in CATEGORY_COLUMNS.items():
            in_band = [(r, adds) for of, r, adds in rows if of == band]
            cells = [_Sum(_counts(r, columns), complete=adds).print for r, adds in in_band]
            place = in_band[0][0].place(columns[0]) if in_band else total.place(TOTAL)
            values.append(
                _value(
                    authority,
                    measure_of(PlanTable.AGES, band, category),
                    year,
                    _Sum(cells, complete=whole and not any(c.symbol for c in cells)).print,
                    place,
                )
            )
    return values


def _by_need(placed: list[Record], total: Record, year: int, authority: Authority) -> list[FileValue]:
    """Placements that have no row have no plans, which is known only where the others add up to all plans."""
    by_category: dict[PlacementCategory, list[Record]] = {category: [] for category in PlacementCategory}
    for record in placed:
        if record[LABEL] not in NOT_PLACEMENTS:
            by_category[_category(record)].append(record)
    return [
        _value(
            authority,
            measure_of(PlanTable.NEEDS, need, category),
            year,
            _Sum(_counts_of(records, column), complete=_needs_add_up(by_category, total, column)).print,
            (records[0] if records else total).place(column),
        )
        for need, column in NEED_COLUMNS.items()
        for category, records in by_category.items()
    ]


def _category(record: Record) -> PlacementCategory:
    if record[LABEL] not in PLACEMENT_ROWS:
        raise UnknownLayout(f"{record.place(LABEL)}: the placement “{record[LABEL]}” is not known here.")
    return PLACEMENT_ROWS[record[LABEL]]


def _counts_of(records: Iterable[Record], column: str) -> list[Print]:
    return [Print.count(record[column]) for record in records]


def _needs_add_up(by_category, total: Record, column: str) -> bool:
    counts = _counts_of((record for records in by_category.values() for record in records), column)
    return Print.count(total[column]).value == sum(c.value for c in counts if c.value is not None)


def _value(authority: Authority, measure: str, year: int, printed: Print, place: str) -> FileValue:
    return FileValue(
        area_code=authority.ons_code,
        measure=measure,
        period=census_words(year),
        unit="count",
        basis="census count",
        place=place,
        source=SOURCE,
        **printed.read,
    )
