"""Readers of files that others publish: strict about layout, every value with its place, no marker ever nought.

`read_file` reads one area out of a file of a known kind and hands on plain values; storing them is an
action. UnreadableFile, or one of its kinds, says what about a file is not as expected and where.
"""

from collections.abc import Callable
from dataclasses import dataclass

from kpis.published.spreadsheets.authorities import (
    AmbiguousName,
    Authority,
    UnknownAuthority,
    authorities,
    authority_of,
)
from kpis.published.spreadsheets.benchmarking import benchmarking
from kpis.published.spreadsheets.ehcp import category_values, need_values
from kpis.published.spreadsheets.grants import allocations, totals_by_year
from kpis.published.spreadsheets.reviews import review_values
from kpis.published.spreadsheets.sheets import UnknownLayout, files_in, sheets_of
from kpis.published.spreadsheets.spending import balances, special_places
from kpis.published.spreadsheets.values import FileReading, FileValue

CENSUS = {
    "caseload.csv": category_values,
    "sen_needs_all_plans.csv": need_values,
    "annual_reviews.csv": review_values,
}


def read_census(name: str, content: bytes, authority: Authority) -> FileReading:
    """The release on EHC plans as its ZIP, or one of the CSV files out of it under its own name."""
    files = files_in(name, content, tuple(CENSUS))
    if not files:
        raise UnknownLayout(f"The file holds none of {', '.join(CENSUS)}.")
    values = [
        value for csv, reader in CENSUS.items() if csv in files for value in reader(files[csv], authority)
    ]
    if not values:
        raise UnknownLayout(f"The file has no rows for {authority.name}.")
    return FileReading(tuple(values))


@dataclass(frozen=True, slots=True)
class FileKind:
    """A kind of published file: what to call it and its values, the endings it may have, and who reads it."""

    key: str
    label: str
    topic: str
    endings: tuple[str, ...]
    read: Callable[[str, bytes, Authority], FileReading]


def _first_sheet(reader):
    return lambda name, content, authority: reader(sheets_of(name, content)[0], authority)


def _all_sheets(reader):
    return lambda name, content, authority: reader(sheets_of(name, content), authority)


CENSUS_TOPIC, GRANT_TOPIC = "EHC plans at the January census", "Dedicated Schools Grant"
SPENDING_TOPIC = "High needs budget and spending"
FILE_KINDS = {
    kind.key: kind
    for kind in (
        FileKind("ehcp", "EHC plans: the release as a ZIP", CENSUS_TOPIC, ("zip", "csv"), read_census),
        FileKind(
            "benchmarking",
            "High needs benchmarking (XLSX)",
            SPENDING_TOPIC,
            ("xlsx",),
            _first_sheet(benchmarking),
        ),
        FileKind(
            "allocations",
            "DSG allocations by block (ODS or XLSX)",
            GRANT_TOPIC,
            ("ods", "xlsx"),
            _all_sheets(allocations),
        ),
        FileKind(
            "dsg_totals", "DSG totals by year (XLSX)", GRANT_TOPIC, ("xlsx",), _all_sheets(totals_by_year)
        ),
        FileKind(
            "dsg_balances", "DSG balances by year (XLSX)", GRANT_TOPIC, ("xlsx",), _first_sheet(balances)
        ),
        FileKind(
            "special_places",
            "Spending on special places (CSV)",
            SPENDING_TOPIC,
            ("csv",),
            _first_sheet(special_places),
        ),
    )
}


def read_file(kind: str, name: str, content: bytes, *, area_code: str) -> FileReading:
    """The values of one area, by its ONS code, in a file of this kind."""
    return FILE_KINDS[kind].read(name, content, authority_of(area_code))


__all__ = [
    "CENSUS_TOPIC",
    "FILE_KINDS",
    "AmbiguousName",
    "FileKind",
    "FileReading",
    "FileValue",
    "UnknownAuthority",
    "UnknownLayout",
    "authorities",
    "authority_of",
    "read_file",
]
