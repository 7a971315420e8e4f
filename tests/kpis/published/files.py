"""Small files laid out as the published ones are, and where the published ones may be found."""

import csv
import io
import zipfile
from pathlib import Path

import openpyxl
import pytest

SHARED = Path(__file__).resolve().parents[3].parent / "shared" / "data"
OURS = "E09000021"

PLACE = {
    "time_period": "202425",
    "time_identifier": "Academic year",
    "geographic_level": "Local authority",
    "country_code": "E92000001",
    "country_name": "England",
    "region_code": "E12000007",
    "region_name": "London",
    "new_la_code": OURS,
    "old_la_code": "314",
    "la_name": "Kingston upon Thames",
}
ALL = {"breakdown_topic": "All EHC plans", "breakdown": "All EHC plans"}
NEEDS = ["asd", "hi", "mld", "msi", "pd", "pmld", "semh", "slcn", "sld", "spld", "vi", "oth", "need_unknown"]


def shared(path):
    """A file of the shared data, or a skip that says why."""
    found = SHARED / path
    if not found.exists():
        pytest.skip(f"the published file {path} is not beside the project")
    return found


def csv_of(rows, headings=None):
    out = io.StringIO()
    headings = headings or list(rows[0])
    writer = csv.writer(out)
    writer.writerow(headings)
    writer.writerows([row.get(h, "") for h in headings] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def zip_of(**files):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for name, content in files.items():
            packed.writestr(f"data/{name}.csv", content)
    return out.getvalue()


def workbook(**sheets):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def by_measure(reading, period=None):
    return {v.measure: v for v in reading.values if period in (None, v.period)}
