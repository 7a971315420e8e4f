"""The workbook, read back as a spreadsheet program reads it: numbers as numbers, text never a formula."""

import csv
import io
import shutil
import subprocess
from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from python_calamine import CalamineWorkbook

from kpis.domain.block import AgeBand, PlacementCategory, PrimaryNeed
from kpis.domain.dsg_plan import ALL_PLANS, CATEGORIES, PlanTable, measure_of
from kpis.position import actions
from kpis.position.actions.plan_cells import record_narrative
from kpis.position.queries.dsg_plan import dsg_plan
from kpis.position.queries.dsg_workbook import sheets_of
from kpis.position.spreadsheets import Heading, Money, PlanSheet, write_workbook
from kpis.published.actions import import_values
from kpis.published.spreadsheets import FILE_KINDS, read_file
from kpis.savings.actions import add_initiative, record_plan
from kpis.workstreams.models import Plan, Workstream
from tests.kpis.published.files import OURS, by_measure, shared

from .dsg_plans import AGE_COUNTS, COUNTS, JUNE, NOW, forecast, publish

DEMO = Path(__file__).resolve().parents[3] / "portal" / "demo" / "data"
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


def test_money_movements_and_words_are_in_the_workbook(area, officer, person):
    """By hand: £14m of deficit, £2m and £1m more by growth; £120,000 in three months, so £480,000 a year later on.

    It is identified, so 25% of it is counted on.
    """
    million = Decimal(1_000_000)
    actions.record_unmitigated(
        opening_gbp=-14 * million,
        years={2025: (-2 * million, "growth"), 2026: (-1 * million, "growth")},
        source="Finance",
        by=officer,
        at=NOW,
    )
    actions.record_transfer(
        financial_year=2025,
        name="Places near home",
        amount_gbp=Decimal(600_000),
        schools_block_gbp=120 * million,
        who_bears="Special schools",
        decision="agreed",
        decided_on=NOW.date(),
        effects={},
        source="Schools Forum",
        by=officer,
        at=NOW,
    )
    workstream = Workstream.objects.create(
        plan=Plan.objects.create(name="Plan"), name="Local provision", slug="local", purpose="Near home"
    )
    record_narrative(workstream=workstream, text="=We build places", by=officer, at=NOW)
    initiative = add_initiative(
        code="LP-S1",
        workstream=workstream,
        owner=officer,
        name="Places near home",
        mechanism="Fewer long journeys",
        population="Children starting school",
        saving_type="cashable",
        recurrence="recurrent",
        starts_on=date(2026, 1, 1),
        by=officer,
        at=NOW,
    )
    monthly = {date(2026, month, 1): Decimal(40_000) for month in (1, 2, 3)}
    record_plan(initiative=initiative, kind="planned", amounts=monthly, by=officer, at=NOW)
    sheets = read(workbook())
    money = {row[0]: row[1:] for row in sheets["Money by year"]}
    assert money["A deficit is negative"][:2] == ["2025/26", "2026/27"]
    assert money["Unmitigated, in-year balance"][:2] == [-2_000_000, -1_000_000]
    assert money["Unmitigated, cumulative balance"][:2] == [-16_000_000, -17_000_000]
    assert money["Mitigation: identified"][:2] == [120_000, 480_000]
    assert money["Mitigated, in-year balance"][:2] == [-1_880_000, -520_000]
    assert money["Mitigated, cumulative balance"][:2] == [-15_880_000, -16_400_000]
    assert money["Counted on, in-year balance"][:2] == [-1_970_000, -880_000]
    saving, goes_on = sheets["Savings by initiative"][3:]
    assert saving[:7] == ["LP-S1", *saving[1:6], "2025/26"]
    assert saving[7:11] == [120_000, 120_000, 30_000, 0]
    assert goes_on[6:11] == ["2026/27", 0, 480_000, 120_000, 0]  # adds up to the money by year
    [movement] = sheets["Block movements"][2:]
    assert movement[:4] == ["2025/26", "Places near home", 600_000, 0.5]
    assert movement[6] == "Special schools"
    assert sheets["Workstreams"][2][:3] == ["Local provision", "Near home", "=We build places"]


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


def libreoffice(content, folder):
    """The sheets as LibreOffice writes them out; a skip where it is not installed."""
    office = shutil.which("soffice")
    if not office:
        pytest.skip("LibreOffice is not installed here")
    (folder / "plan.xlsx").write_bytes(content)
    every_sheet = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1"
    profile = f"-env:UserInstallation=file://{folder}/profile"
    where = ["--outdir", str(folder), str(folder / "plan.xlsx")]
    subprocess.run(
        [office, "--headless", profile, "--convert-to", every_sheet, *where],
        check=True,
        capture_output=True,
        timeout=180,
    )
    tables = {
        path.stem.removeprefix("plan-"): path.read_text(encoding="utf-8") for path in folder.glob("*.csv")
    }
    return {
        name: [[number(c) for c in row] for row in csv.reader(io.StringIO(t))] for name, t in tables.items()
    }


def number(text):
    return float(text) if text.replace(".", "", 1).replace("-", "", 1).isdigit() else text


@pytest.fixture(params=["as a library reads it", "as LibreOffice reads it"])
def sheets_read(request, tmp_path):
    """Both ways of reading the workbook back."""
    if "LibreOffice" in request.param:
        return lambda content: libreoffice(content, tmp_path)
    return read


def test_published_cells_of_the_workbook_are_those_of_the_release(imported, sheets_read):
    """Cell by cell against the file read apart: seven years of totals, ages of two, needs of one."""
    sheets = sheets_read(workbook())
    assert sorted(sheets) == sorted(SHEETS)
    assert sheets["EHCP by category"][1][1:] == [f"January {year}" for year in range(2019, 2026)]
    for year in range(2019, 2026):
        values = by_measure(imported, f"January {year}")
        for place, category in enumerate(PlacementCategory):
            expected = values[measure_of(PlanTable.TOTALS, ALL_PLANS, category)].value
            assert sheets["EHCP by category"][2 + place][year - 2018] == expected


@pytest.mark.parametrize(
    ("table", "sheet", "years"),
    [(PlanTable.AGES, "EHCP by age", (2024, 2025)), (PlanTable.NEEDS, "EHCP by need", (2025,))],
    ids=["ages", "needs"],
)
def test_ages_and_needs_are_those_of_the_release_and_the_rest_is_not_published(
    imported, sheets_read, table, sheet, years
):
    sheets = sheets_read(workbook())
    for year in range(2019, 2026):
        rows = block(sheets[sheet], f"EHC plans {table.words}, January {year}")
        values = by_measure(imported, f"January {year}")
        for row in table.rows:
            expected = (
                [values[measure_of(table, row, c)].value for c in CATEGORIES] if year in years else None
            )
            assert rows[row][:7] == (expected or ["not published"] * 7)


def test_the_workbook_warns_where_counting_changed(imported, area, officer):
    assert "how plans are counted" in str(read(workbook())["EHCP by category"])


def test_a_workbook_made_by_hand_opens_in_libreoffice_with_the_same_cells(area, officer, tmp_path):
    publish(area, officer, ages=AGE_COUNTS)
    sheets = libreoffice(workbook(), tmp_path)
    assert sorted(sheets) == sorted(SHEETS)
    assert [row[1] for row in sheets["EHCP by category"][2:9]] == COUNTS
    ages = block(sheets["EHCP by age"], "EHC plans by age band and placement category, January 2025")
    assert [ages[band][:7] for band in AgeBand] == AGE_COUNTS


def test_the_demonstrations_counts_are_those_of_the_release():
    reading = read_file("ehcp", "e.zip", shared("dfe/ehcp_2025.zip").read_bytes(), area_code=OURS)
    published = {(v.measure, v.period): v.value for v in reading.values if v.measure.startswith("EHC plans")}
    rows = csv.DictReader((DEMO / "plans_at_census.csv").read_text(encoding="utf-8").splitlines())
    assert {(row["measure"], row["census"]): Decimal(row["plans"]) for row in rows} == published
