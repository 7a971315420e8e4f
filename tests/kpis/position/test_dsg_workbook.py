"""The workbook, read back as a spreadsheet program reads it: numbers as numbers, text never a formula."""

import io
import shutil
import subprocess
from decimal import Decimal

import openpyxl
import pytest
from python_calamine import CalamineWorkbook

from kpis.domain.block import AgeBand, PlacementCategory, PrimaryNeed
from kpis.domain.dsg_plan import ALL_PLANS, CATEGORIES, PlanTable, measure_of
from kpis.position.queries.dsg_plan import dsg_plan
from kpis.position.queries.dsg_workbook import sheets_of
from kpis.position.spreadsheets import Heading, Money, PlanSheet, write_workbook
from kpis.published.actions import import_values
from kpis.published.spreadsheets import FILE_KINDS, read_file
from tests.kpis.published.files import OURS, by_measure, shared

from .dsg_plans import AGE_COUNTS, COUNTS, JUNE, NOW, forecast, publish

SHEETS = [
    "About",
    "EHCP by category",
    "EHCP by age",
    "EHCP by need",
    "Money by year",
    "Savings by initiative",
    "Block movements",
    "Workstreams",
]


def workbook():
    return write_workbook(sheets_of(dsg_plan(at=NOW)), title="DSG management plan", made_at=NOW)


def read(content):
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def block(rows, title):
    """The table under a title: its rows by label, up to the next empty row."""
    start = next(n for n, row in enumerate(rows) if row[0] == title)
    table = {}
    for row in rows[start + 1 :]:
        if not row[0]:
            break
        table[row[0]] = row[1:]
    return table


def test_every_sheet_is_there_with_the_official_labels(area, officer):
    publish(area, officer)
    sheets = read(workbook())
    assert list(sheets) == SHEETS
    assert [row[0] for row in sheets["EHCP by category"][2:10]] == [*CATEGORIES, ALL_PLANS]
    needs = block(sheets["EHCP by need"], "EHC plans by primary need and placement category, January 2025")
    assert list(needs)[1:14] == [str(need) for need in PrimaryNeed]
    assert needs["Primary need"][:7] == list(CATEGORIES)


def test_numbers_are_numbers_and_what_is_missing_is_words(area, officer):
    publish(area, officer, ages=AGE_COUNTS)
    sheets = read(workbook())
    assert [row[1] for row in sheets["EHCP by category"][2:10]] == [*COUNTS, sum(COUNTS)]
    ages = block(sheets["EHCP by age"], "EHC plans by age band and placement category, January 2025")
    assert [ages[band][:7] for band in AgeBand] == AGE_COUNTS
    assert ages[AgeBand.UNDER_5][7] == sum(AGE_COUNTS[0])
    needs = block(sheets["EHCP by need"], "EHC plans by primary need and placement category, January 2025")
    assert needs["ASD"] == ["not published"] * 8


def test_forecasts_tie_in_the_workbook_and_it_says_so(area, officer):
    forecast(officer)
    sheets = read(workbook())
    ages = block(sheets["EHCP by age"], "EHC plans by age band and placement category, January 2027")
    columns = zip(*(ages[band] for band in AgeBand), strict=True)
    totals = [row[1] for row in sheets["EHCP by category"][2:10]]
    assert [sum(column) for column in columns] == ages[ALL_PLANS] == totals
    assert all(value == int(value) for value in totals)
    assert "controlled rounding" in " ".join(row[0] for row in sheets["About"])
    assert any("controlled rounding" in str(row[0]) for row in sheets["EHCP by age"])


@pytest.mark.parametrize("text", ["=1+1", "+44", "-2", "@SUM(A1)", "=HYPERLINK(0)", "\x07bell"])
def test_no_text_runs_as_a_formula(text):
    content = write_workbook([PlanSheet("A", [[text, Heading(text)]])], title="t", made_at=NOW)
    page = openpyxl.load_workbook(io.BytesIO(content))["A"]
    for cell in page[1]:
        assert cell.data_type == "s"
        assert cell.value == text.replace("\x07", "")


def test_amounts_keep_their_pennies():
    content = write_workbook(
        [PlanSheet("A", [[Money(Decimal("-14000000.07")), Decimal("12.5"), 3, None, "x"]])],
        title="t",
        made_at=NOW,
    )
    page = openpyxl.load_workbook(io.BytesIO(content))["A"]
    assert [cell.value for cell in page[1]] == [-14000000.07, 12.5, 3, None, "x"]
    assert [cell.data_type for cell in page[1]] == ["n", "n", "n", "n", "s"]


@pytest.fixture
def imported(area, officer):
    """Kingston's release as a data officer imports it, and what it says."""
    reading = read_file("ehcp", "e.zip", shared("dfe/ehcp_2025.zip").read_bytes(), area_code=OURS)
    import_values(
        kind=FILE_KINDS["ehcp"],
        values=reading.values,
        area=area,
        source="DfE",
        known_from=JUNE,
        by=officer,
        at=NOW,
    )
    return reading


def test_published_cells_of_the_workbook_are_those_of_the_release(imported):
    """Cell by cell against the file read apart: seven years of totals, ages of two, needs of one."""
    sheets = read(workbook())
    assert sheets["EHCP by category"][1][1:] == [f"January {year}" for year in range(2019, 2026)]
    checked = 0
    for year in range(2019, 2026):
        values = by_measure(imported, f"January {year}")
        for place, category in enumerate(PlacementCategory):
            expected = values[measure_of(PlanTable.TOTALS, ALL_PLANS, category)].value
            assert sheets["EHCP by category"][2 + place][year - 2018] == expected
            checked += 1
    for table, sheet, years in (
        (PlanTable.AGES, "EHCP by age", (2024, 2025)),
        (PlanTable.NEEDS, "EHCP by need", (2025,)),
    ):
        for year in range(2019, 2026):
            rows = block(sheets[sheet], f"EHC plans {table.words}, January {year}")
            values = by_measure(imported, f"January {year}")
            for row in table.rows:
                for place, category in enumerate(PlacementCategory):
                    shown = rows[row][place]
                    if year in years:
                        assert shown == values[measure_of(table, row, category)].value
                        checked += 1
                    else:
                        assert shown == "not published"
    assert checked == 49 + 70 + 91


def test_it_opens_in_libreoffice_with_the_same_cells(area, officer, tmp_path):
    office = shutil.which("soffice")
    if not office:
        pytest.skip("LibreOffice is not installed here")
    publish(area, officer, ages=AGE_COUNTS)
    (tmp_path / "plan.xlsx").write_bytes(workbook())
    every_sheet = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
    subprocess.run(
        [
            office,
            "--headless",
            f"-env:UserInstallation=file://{tmp_path}/profile",
            "--convert-to",
            every_sheet,
        ]
        + ["--outdir", str(tmp_path), str(tmp_path / "plan.xlsx")],
        check=True,
        capture_output=True,
        timeout=120,
    )
    lines = (tmp_path / "plan-EHCP by category.csv").read_text(encoding="utf-8").splitlines()
    assert [line.rpartition(",")[2] for line in lines[2:9]] == [str(n) for n in COUNTS]
    assert len(list(tmp_path.glob("plan-*.csv"))) == len(SHEETS)
