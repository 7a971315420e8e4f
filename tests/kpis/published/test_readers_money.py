"""Files of money: units, merged headings, footnotes, dashes, missing amounts, names without codes."""

from decimal import Decimal
from fractions import Fraction

import pytest

from kpis.domain.block import PlacementCategory
from kpis.domain.dsg_plan import ALL_PLANS, PlanTable, measure_of
from kpis.published.spreadsheets import AmbiguousName, UnknownLayout, authorities, authority_of, read_file
from kpis.published.spreadsheets.benchmarking import lines
from kpis.published.spreadsheets.ehcp import category_values
from kpis.published.spreadsheets.sheets import Sheet, files_in, plain, sheets_of
from kpis.spreadsheets import UnreadableFile

from .files import OURS, by_measure, csv_of, shared, workbook

D = Decimal
BEFORE = (
    "{} DSG allocations, before recoupment and deductions for direct funding of high needs places by ESFA"
)
AFTER = "{} DSG allocations, after deductions for academies recoupment and direct funding by ESFA"


def allocations(amounts, *, year="2022 to 2023", unit="£s", block="High needs block ({})", code="314"):
    """A summary sheet with the four blocks and their total, before and after deductions."""
    names = ["Schools block ({})", "Central school services block ({})", block, "Early years block ({})"]
    headings = [name.format(unit) for name in [*names, "Total DSG allocation ({})"]]
    sheet = [
        [f"Dedicated schools grant: {year}", "", BEFORE.format(year), "", "", "", "", AFTER.format(year)],
        ["", "", *headings, *headings],
        ["", "", *"ABCDEFGHIJ"],
        ["ENGLAND", "", *[1] * 10],
        ["203", "Greenwich", *[2] * 10],
        [code, "Kingston upon Thames", *amounts, *amounts],
        ["LONDON", "", *[3] * 10],
    ]
    return workbook(Information=[["About this file"]], Allocations=sheet)


def grant(content, name="grant.xlsx"):
    return by_measure(read_file("allocations", name, content, area_code=OURS))


def test_a_sheet_in_pounds_and_one_in_millions_give_the_same_amounts():
    pounds = grant(allocations([100_000_000, 1_000_000, 23_286_831.26, 13_000_000, 137_286_831.26]))
    millions = grant(allocations([100, 1, 23.28683126, 13, 137.28683126], year="2019-20", unit="£ million"))
    blocks = ["High needs block, before deductions", "High needs block, after deductions"]
    assert [pounds[b].value for b in blocks] == [D("23286831.26")] * 2
    assert [millions[b].value for b in blocks] == [D("23286831.26")] * 2
    assert millions[blocks[0]].as_printed == "£23.28683126 million"
    assert (pounds[blocks[0]].period, millions[blocks[0]].period) == ("2022/23", "2019/20")


def test_a_total_that_its_blocks_do_not_come_to_is_doubted():
    """As a sheet in millions whose total is in pounds would be."""
    found = grant(allocations([100, 1, 23, 13, 137_000_000]))
    total = found["Total DSG, before deductions"]
    assert (total.value, total.doubt) == (None, "the blocks beside it add up to £137")
    assert found["High needs block, before deductions"].value == 23


@pytest.mark.parametrize(
    "heading", ["High needs block\n({})", "2022-23\nhigh needs block allocation  \n({})"]
)
def test_headings_over_several_lines_are_read(heading):
    found = grant(allocations([1, 2, 3, 4, 10], block=heading))
    assert found["High needs block, before deductions"].value == 3


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"block": "Moon block ({})"}, "sheet “Allocations”, E2: the heading “Moon block"),
        ({"unit": "$"}, "C2: the heading “Schools block"),
        ({"code": "999"}, "has 0 rows with the code 314"),
        ({"year": "2022 to 2027"}, "C1: "),
    ],
    ids=["block", "unit", "no-row", "years-apart"],
)
def test_what_is_not_known_in_allocations_is_named(options, message):
    with pytest.raises(UnknownLayout) as problem:
        grant(allocations([1, 2, 3, 4, 10], **options))
    assert message in str(problem.value)


def test_a_workbook_without_a_summary_is_refused():
    with pytest.raises(UnknownLayout, match="no summary of allocations"):
        grant(workbook(Sheet1=[["nothing", "here"]]))


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Early Years (1)", "early years"),
        ("Post School (2)", "post school"),
        ("Top up funding (non\u2013maintained\nand independent schools and colleges)", None),
    ],
)
def test_dashes_lines_and_footnotes_do_not_make_another_heading(text, read):
    assert plain(text) == (read or "top up funding (non-maintained and independent schools and colleges)")


MAIN = ["Place funding", "SEN support and inclusion services"]


def benchmark(row, *, heading="Primary (1)", code="314"):
    """The layout of six rows of headings: budget and outturn, each a line, one part of it, and a line."""
    rows = [
        [],
        ["Year", "2021-22", "", "", "", "", "", "Year", "2021-22"],
        ["", "", "", "Section 251 budget", "", "", "", "", "2020-21", "Section 251 outturn"],
        ["", "", "", "Place funding", heading, MAIN[1], "", "", "", "Place funding", "Primary", MAIN[1]],
        ["LA code", "LA name", "2-18 Population (ONS mid-2021 projection)", "Place funding", "of which"],
        ["", "", "2-18 Population (ONS mid-2021 projection)"],
        [],
        [code, "Kingston upon Thames", *row[:4], "", "", "", *row[4:], 0, 0],
    ]
    rows[3] += ["", "Table 3b: per head", "Place funding"]
    return read_file("benchmarking", "b.xlsx", workbook(Sheet1=rows), area_code=OURS)


def test_budget_and_outturn_of_one_line_are_told_apart_by_the_headings_above():
    reading = benchmark([1000, 5000, 300, 200, 4000, 100, 50])
    found = {(v.measure, v.basis): v.value for v in reading.values if v.unit == "pounds"}
    assert found == {
        ("Place funding", "budget"): 5000,
        ("Place funding: primary schools", "budget"): 300,
        ("SEN support and inclusion services", "budget"): 200,
        ("Place funding", "outturn"): 4000,
        ("Place funding: primary schools", "outturn"): 100,
        ("SEN support and inclusion services", "outturn"): 50,
    }


def test_place_funding_says_which_places_are_in_it():
    reading = benchmark([1000, 5000, 300, 200, 4000, 100, 50])
    scopes = {v.basis: v.coverage for v in reading.values if v.measure == "Place funding"}
    assert "academies included" in scopes["budget"]
    assert "academies not included" in scopes["outturn"]


def test_amounts_per_head_are_divided_by_the_population_of_the_sheet():
    reading = benchmark([1000, 5000, 300, 200, 4000, 100, 50])
    per_head = {
        v.basis: v.value for v in reading.values if v.measure == "Place funding, per head aged 2 to 18"
    }
    assert per_head == {"budget": 5, "outturn": 4}


def test_a_blank_amount_is_not_available_and_neither_is_it_per_head():
    reading = benchmark([1000, None, 300, 200, 4000, 100, 50])
    blank = [v for v in reading.values if v.basis == "budget" and v.measure.startswith("Place funding")][:2]
    assert [(v.value, v.symbol) for v in blank] == [(None, "x")] * 2


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"heading": "Moon"}, "sheet “Sheet1”, E4: the heading “Moon” is not known here"),
        ({"code": "999"}, "has 0 rows with the code 314"),
    ],
)
def test_what_is_not_known_in_benchmarking_is_named(options, message):
    with pytest.raises(UnknownLayout) as problem:
        benchmark([1] * 7, **options)
    assert message in str(problem.value)


SPENT = {"la_name": "Kingston upon Thames", "category": "State", "year": "2021-22", "region": "London"}


def special_places(*rows):
    headings = ["la_name", "category", "year", "Spend per head", "pop_est", "total_spend", "region"]
    content = csv_of([SPENT | row for row in rows], headings)
    return read_file("special_places", "s.csv", content, area_code=OURS)


def test_nought_per_head_of_a_spending_nobody_printed_is_not_available():
    printed = {"Spend per head": "160.09206", "pop_est": "37801.419", "total_spend": "6051707.0"}
    missing = {"Spend per head": "0.0", "category": "Total"}
    spent, each, no_sum, no_share = special_places(printed, missing).values
    assert (spent.value, each.value) == (6051707, D("160.09206"))
    assert [(v.value, v.symbol) for v in (no_sum, no_share)] == [(None, "x")] * 2


def test_a_kind_of_school_that_is_not_known_is_named():
    with pytest.raises(UnknownLayout, match="B2: “Moon schools” is not known here"):
        special_places({"category": "Moon schools"})


def balances(**cells):
    row = {
        "time_period": "201920",
        "geographic_level": "Local authority",
        "region_name": "London",
        "la_name": "Kingston upon Thames",
        "deficit": "13.69",
        "DSG cumulative balance as a % of the total income": "-13.69",
        "financial_year": "2019-20",
    } | cells
    content = workbook(Sheet1=[list(row), list(row.values())])
    return read_file("dsg_balances", "d.xlsx", content, area_code=OURS)


def test_a_deficit_is_below_nought():
    [value] = balances().values
    assert (value.value, value.period, value.unit) == (D("-13.69"), "2019/20", "per cent")


def test_two_columns_that_disagree_leave_a_doubt():
    [value] = balances(deficit="8.38").values
    assert (value.value, value.doubt) == (None, "the deficit beside it is printed as 8.38")


def test_two_columns_that_name_two_years_are_refused():
    with pytest.raises(UnknownLayout, match="two columns name two years"):
        balances(time_period="202021")


def test_a_name_that_two_authorities_had_is_not_guessed_at():
    headings = ["la_name", "category", "year", "Spend per head", "pop_est", "total_spend", "region"]
    content = csv_of([SPENT | {"la_name": "Dorset"}], headings)
    with pytest.raises(AmbiguousName, match="838 and 835"):
        read_file("special_places", "s.csv", content, area_code="E06000059")


@pytest.mark.parametrize(
    ("area", "ended"),
    [("E10000006", 2022), ("E10000021", 2020), ("E06000028", 2018), ("E06000029", 2018), (OURS, None)],
    ids=["Cumbria", "Northamptonshire", "Bournemouth", "Poole", "Kingston"],
)
def test_councils_that_ended_say_when(area, ended):
    assert authority_of(area).last_year == ended


def test_totals_by_year_come_from_a_sheet_a_year():
    headings = ["la_code", "la_name", "Total DSG allocation (£s)", "time_period"]
    content = workbook(
        a=[headings, ["314", "Kingston upon Thames", 140630828.366388, "201920"]],
        b=[headings, ["ENGLAND", "", 1, "202021"], ["314", "Kingston upon Thames", 148043118, "202021"]],
    )
    reading = read_file("dsg_totals", "y.xlsx", content, area_code=OURS)
    assert {v.period: v.value for v in reading.values} == {
        "2019/20": D("140630828.366388"),
        "2020/21": 148043118,
    }


# The published files


def published(kind, path, area=OURS):
    found = shared(path)
    return read_file(kind, found.name, found.read_bytes(), area_code=area)


def test_kingstons_place_funding_is_140_pounds_budgeted_and_21_spent_on_other_places():
    reading = published("benchmarking", "finance/Outturn data 202122.xlsx")
    found = {v.basis: v for v in reading.values if v.measure == "Place funding, per head aged 2 to 18"}
    assert round(found["budget"].value) == 140
    assert round(found["outturn"].value) == 21
    assert found["budget"].coverage != found["outturn"].coverage
    assert any("2020-21" in note for note in reading.notes)


def test_every_line_of_the_benchmarking_file_is_found_and_its_noughts_per_head_are_not():
    [sheet] = sheets_of("b.xlsx", shared("finance/Outturn data 202122.xlsx").read_bytes())
    found = lines(sheet)
    assert sheet.width == 119
    assert {basis: sum(line.basis == basis for line in found) for basis in ("budget", "outturn")} == {
        "budget": 27,
        "outturn": 27,
    }


def test_the_outturn_of_the_benchmarking_file_is_that_of_2021_22_whatever_its_note_says():
    """Its independent special schools spend what another file prints for 2021-22, to the pound."""
    benchmark_file = by_measure(published("benchmarking", "finance/Outturn data 202122.xlsx"))
    line = "Top-ups, non-maintained and independent schools and colleges: special schools and academies"
    spent = published("special_places", "finance/specialist_spend_per_head_2018-19_to_2021-22.csv")
    other = {v.period: v.value for v in spent.values if v.measure.endswith("independent or non-maintained")}
    assert round(benchmark_file[line].value) == other["2021/22"] == 9777350


def test_the_categories_of_the_census_are_those_the_department_counts_itself():
    """All authorities in January 2021; hospital schools that are special cannot be told apart in the release."""
    [sheet] = sheets_of("b.xlsx", shared("finance/Outturn data 202122.xlsx").read_bytes())
    census = census_of_2021()
    rows = [row for row in sheet.rows[7:] if row[7] and row[2] in census]
    assert len(rows) > 140
    for row in rows:
        theirs, ours = [int(n) for n in row[7:14]], census[row[2]]
        joined = [[n[0], n[1], n[2] + n[4], n[3], n[5], n[6]] for n in (theirs, ours)]
        assert joined[0] == joined[1], row[3]


def census_of_2021():
    """The seven categories of every authority in January 2021, by old code."""
    content = shared("dfe/ehcp_2025.zip").read_bytes()
    sheet = files_in("e.zip", content, ["caseload.csv"])["caseload.csv"]
    short = Sheet(sheet.name, [sheet.rows[0], *(row for row in sheet.rows[1:] if row[0] == "202021")])
    found = {}
    for authority in authorities():
        counts = {v.measure: v.value for v in category_values(short, authority)}
        if counts:
            found[authority.code] = [
                counts[measure_of(PlanTable.TOTALS, ALL_PLANS, c)] for c in PlacementCategory
            ]
    return found


@pytest.mark.parametrize(
    ("path", "year", "high_needs", "total"),
    [
        ("dedicated-schools-grant_2021_11_18.ods", "2020/21", 23268514, 147810320),
        ("dedicated-schools-grant_2022_07_18.ods", "2021/22", 25689882, 157615158),
        ("dedicated-schools-grant_2023_07_20.ods", "2022/23", 29018089, 164710571),
        ("dedicated-schools-grant_2024_07_20.ods", "2023/24", 31529540, 175095988),
    ],
)
def test_kingstons_allocations_before_deductions(path, year, high_needs, total):
    """Files without the entry that names their type, which the reader itself would refuse."""
    found = by_measure(published("allocations", f"finance/{path}"), year)
    assert found["High needs block, before deductions"].value == high_needs
    assert found["Total DSG, before deductions"].value == total


def test_one_file_holds_five_years_one_of_them_in_millions():
    reading = published("allocations", "finance/dedicated-schools-grant_2019_20_hardcoded.ods")
    found = {v.period: v.value for v in reading.values if v.measure == "High needs block, before deductions"}
    assert found == {
        "2019/20": D("23286831.260728"),
        "2020/21": 23268514,
        "2021/22": 25689882,
        "2022/23": 29018089,
        "2023/24": 31706540,
    }
    assert not any(v.doubt for v in reading.values)


def test_totals_by_year_agree_with_the_blocks_of_2019_20():
    reading = published("dsg_totals", "finance/DSG_by_year_dr.xlsx")
    blocks = published("allocations", "finance/dedicated-schools-grant_2019_20_hardcoded.ods")
    [total] = [
        v.value
        for v in blocks.values
        if v.measure == "Total DSG, before deductions" and v.period == "2019/20"
    ]
    by_year = {v.period: v.value for v in reading.values}
    assert round(by_year["2019/20"], 3) == round(total, 3)
    assert len(by_year) == 5


def test_kingstons_balances_by_year():
    reading = published("dsg_balances", "finance/dsg_deficit_derived.xlsx")
    found = {v.period: v.value for v in reading.values}
    assert found == {"2019/20": D("-13.69"), "2020/21": D("-8.38"), "2021/22": D("-6.23")}


def test_kingstons_spending_on_special_places():
    reading = published("special_places", "finance/specialist_spend_per_head_2018-19_to_2021-22.csv")
    found = {v.period: v.value for v in reading.values if v.measure.endswith("independent or non-maintained")}
    assert found == {"2018/19": 6699605, "2019/20": 8772394, "2020/21": 9210843, "2021/22": 9777350}


def test_an_authority_that_began_later_spent_nothing_known_before():
    reading = published(
        "special_places", "finance/specialist_spend_per_head_2018-19_to_2021-22.csv", area="E06000061"
    )
    early = [v for v in reading.values if v.period == "2018/19"]
    assert {(v.value, v.symbol) for v in early} == {(None, "x")}


def test_an_authority_without_a_return_has_no_amounts_and_no_noughts():
    reading = published("benchmarking", "finance/Outturn data 202122.xlsx", area="E10000021")
    amounts = [v for v in reading.values if v.unit != "count"]
    assert {(v.value, v.symbol) for v in amounts} == {(None, "x")}


@pytest.mark.parametrize(("name", "content"), [("x.ods", b"nothing"), ("x.xlsx", b"PK")])
def test_a_broken_workbook_is_refused_in_words(name, content):
    with pytest.raises(UnreadableFile, match="not an"):
        read_file("allocations", name, content, area_code=OURS)


def test_a_share_is_exact_to_six_decimals():
    reading = published("benchmarking", "finance/Outturn data 202122.xlsx")
    found = {v.basis: v.value for v in reading.values if v.measure == "Place funding, per head aged 2 to 18"}
    exact = Fraction("5309666.67") / Fraction("37801.419")
    assert abs(Fraction(found["budget"]) - exact) <= Fraction(1, 2_000_000)
