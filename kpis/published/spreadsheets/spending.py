"""Two files worked out by the DfE that name authorities without codes: DSG balances, and spending on special places."""

from kpis.domain.periods import PeriodKind, parse
from kpis.published.spreadsheets.authorities import Authority, name_of
from kpis.published.spreadsheets.sheets import Listing, Record, Sheet, UnknownLayout
from kpis.published.spreadsheets.values import FileReading, FileValue, Print

BALANCES = "DfE, Dedicated Schools Grant balances"
SPENDING = "DfE, specialist spending by authority, Section 251 outturn"
DEFICIT, BALANCE = "deficit", "DSG cumulative balance as a % of the total income"
BALANCE_COLUMNS = (
    "time_period",
    "geographic_level",
    "region_name",
    "la_name",
    DEFICIT,
    BALANCE,
    "financial_year",
)
SPENT, PEOPLE, PER_HEAD = "total_spend", "pop_est", "Spend per head"
SPENDING_COLUMNS = ("la_name", "category", "year", PER_HEAD, PEOPLE, SPENT, "region")
SCHOOLS = {
    "State": "state-funded",
    "Independent or non-maintained": "independent or non-maintained",
    "Total": "all",
}


def balances(sheet: Sheet, authority: Authority) -> FileReading:
    """The cumulative balance as a share of income by year; a deficit is negative. The two columns must agree."""
    listing = _listing(sheet, BALANCE_COLUMNS)
    records = listing.records(geographic_level="Local authority", la_name=name_of(authority))
    return _reading([_balance(record, authority) for record in records], authority)


def _balance(record: Record, authority: Authority) -> FileValue:
    printed, deficit = Print.of(record[BALANCE]), Print.of(record[DEFICIT])
    year = _year(record["financial_year"])
    if _year(record["time_period"]) != year:
        raise UnknownLayout(f"{record.place('financial_year')}: two columns name two years.")
    value = FileValue(
        area_code=authority.ons_code,
        measure="Cumulative DSG balance as a share of income",
        period=year,
        unit="per cent",
        decimals=2,
        basis="published",
        place=record.place(BALANCE),
        source=BALANCES,
        coverage="a deficit is below nought",
        **printed.read,
    )
    agrees = None in (printed.value, deficit.value) or deficit.value == -printed.value
    return value if agrees else value.doubted(f"the deficit beside it is printed as {deficit.text}")


def special_places(sheet: Sheet, authority: Authority) -> FileReading:
    """What was spent on places in special schools and per head, by year.

    Where no spending is printed the file shows nought per head for it: that is not available, not nought.
    """
    listing = _listing(sheet, SPENDING_COLUMNS)
    values = []
    for record in listing.records(la_name=name_of(authority)):
        if record["category"] not in SCHOOLS:
            raise UnknownLayout(f"{record.place('category')}: “{record['category']}” is not known here.")
        values += _spending(record, authority)
    return _reading(values, authority)


def _spending(record: Record, authority: Authority) -> list[FileValue]:
    spent, each = Print.of(record[SPENT]), Print.of(record[PER_HEAD])
    measure = f"Spending on special places, {SCHOOLS[record['category']]}"
    same = {
        "area_code": authority.ons_code,
        "period": _year(record["year"]),
        "basis": "outturn",
        "source": SPENDING,
        "coverage": "which schools it covers is not stated in the source",
    }
    by_head = Print(each.text, symbol=spent.symbol) if spent.value is None else each
    return [
        FileValue(measure=measure, unit="pounds", place=record.place(SPENT), **same, **spent.read),
        FileValue(
            measure=f"{measure}, per head aged 2 to 18",
            unit="pounds per head",
            place=record.place(PER_HEAD),
            **same,
            **by_head.read,
        ),
    ]


def _listing(sheet: Sheet, columns: tuple[str, ...]) -> Listing:
    listing = Listing(sheet)
    listing.check(required=columns, known=columns)
    return listing


def _reading(values: list[FileValue], authority: Authority) -> FileReading:
    if not values:
        raise UnknownLayout(f"The file has no row for {authority.name}.")
    return FileReading(tuple(values))


def _year(text: str) -> str:
    return parse(text, PeriodKind.FINANCIAL_YEAR).label
