"""The release on EHC plans: categories, ages and needs, symbols that stay symbols, vintages, codes and labels."""

from decimal import Decimal

import pytest

from kpis.domain.block import AgeBand, PlacementCategory, PrimaryNeed
from kpis.domain.dsg_plan import ALL_PLANS, PlanTable, measure_of, total_measure
from kpis.published.spreadsheets import UnknownLayout, read_file
from kpis.published.spreadsheets.ehcp import age_band
from kpis.published.spreadsheets.ehcp_labels import CATEGORY_COLUMNS
from kpis.spreadsheets import UnreadableFile

from .files import ALL, NEEDS, OURS, PLACE, by_measure, csv_of, shared, zip_of

MAINSTREAM, RESOURCED, SPECIAL, INDEPENDENT, HOSPITAL, POST_16, OTHER = PlacementCategory
COLUMNS = [column for columns in CATEGORY_COLUMNS.values() for column in columns]


def row(total, about=ALL, **cells):
    """A row of the caseload: noughts but for the cells named."""
    return PLACE | about | {"ehcplans": str(total)} | dict.fromkeys(COLUMNS, "0") | cells


def need_row(label, topic="Type of placement", total="0", **needs):
    numbers = {f"number_{need}": str(needs.get(need, 0)) for need in NEEDS}
    return PLACE | {"breakdown_topic": topic, "breakdown": label, "ehc_plans": total} | numbers


def age(label, total, **cells):
    return row(total, {"breakdown_topic": "Child or young persons age", "breakdown": label}, **cells)


def read(name="caseload.csv", area=OURS, rows=()):
    return read_file("ehcp", name, csv_of(list(rows)), area_code=area)


def totals(reading, period="January 2025"):
    values = by_measure(reading, period)
    return {c: values[measure_of(PlanTable.TOTALS, ALL_PLANS, c)] for c in PlacementCategory}


def test_columns_are_added_up_to_the_seven_categories():
    found = totals(read(rows=[row(12, mainstream_academy="7", mainstream_independent="2", neet="3")]))
    assert {c: v.value for c, v in found.items() if v.value} == {MAINSTREAM: 7, INDEPENDENT: 2, OTHER: 3}
    assert found[MAINSTREAM].place == "caseload.csv, N2"
    assert found[MAINSTREAM].as_printed == "0 + 7 + 0"


def test_a_school_that_became_an_academy_stays_in_its_category():
    """As printed for an authority: maintained special 239 to 21, academy special 9 to 285, in one year."""
    before = totals(read(rows=[row(248, special_la_maintained="239", special_academy_free="9")]))
    after = totals(read(rows=[row(306, special_la_maintained="21", special_academy_free="285")]))
    assert (before[SPECIAL].value, after[SPECIAL].value) == (248, 306)


def test_what_a_year_did_not_collect_is_left_out_where_the_rest_makes_up_all_plans():
    found = totals(
        read(rows=[row(10, neet="4", mainstream_academy="6", online_provider="x", w_settings="x")])
    )
    assert (found[OTHER].value, found[OTHER].symbol) == (4, "")


def test_a_missing_part_stays_missing_where_the_rest_does_not_make_up_all_plans():
    found = totals(read(rows=[row(11, neet="4", mainstream_academy="6", online_provider="x")]))
    assert (found[OTHER].value, found[OTHER].symbol) == (None, "x")
    assert found[MAINSTREAM].value == 6


@pytest.mark.parametrize("marker", ["x", "z", "c", "~", ":", "low", "..", "k"])
def test_a_marker_is_never_nought(marker):
    found = totals(read(rows=[row(10, **dict.fromkeys(COLUMNS, marker))]))
    assert {v.value for v in found.values()} == {None}
    assert "" not in {v.symbol for v in found.values()}


def test_ages_are_added_up_to_bands_and_an_age_without_a_row_has_no_plans():
    rows = [
        row(9, mainstream_academy="9"),
        age("under 3", 1, mainstream_academy="1"),
        age("age 4", 2, mainstream_academy="2"),
        age("age 10", 6, mainstream_academy="6"),
    ]
    values = by_measure(read(rows=rows))
    banded = {band: values[measure_of(PlanTable.AGES, band, MAINSTREAM)].value for band in AgeBand}
    assert banded == dict(zip(AgeBand, [3, 6, 0, 0, 0], strict=True))


def test_where_the_ages_do_not_make_up_all_plans_no_band_is_nought():
    rows = [row(9, mainstream_academy="9"), age("age 4", 2, mainstream_academy="2")]
    values = by_measure(read(rows=rows))
    assert values[measure_of(PlanTable.AGES, AgeBand.AGE_20_TO_25, MAINSTREAM)].symbol == "x"


def test_needs_are_added_up_over_placements_and_totals_of_groups_are_not_counted_twice():
    rows = [
        need_row("All EHC plans", topic="All EHC plans", total="5", asd=3, vi=2),
        need_row("Mainstream - academy", asd=1, vi=2),
        need_row("Special - independent", asd=2),
        need_row("Special - total", asd=2),
        need_row("Mainstream - total", asd=1, vi=2),
    ]
    values = by_measure(read("sen_needs_all_plans.csv", rows=rows))
    asd = {c: values[measure_of(PlanTable.NEEDS, PrimaryNeed.ASD, c)].value for c in PlacementCategory}
    assert asd == dict.fromkeys(PlacementCategory, 0) | {MAINSTREAM: 1, INDEPENDENT: 2}
    assert len(values) == 13 * 7


@pytest.mark.parametrize(
    ("label", "band"),
    [
        ("under 3", AgeBand.UNDER_5),
        ("age 2 and under", AgeBand.UNDER_5),
        ("age 4", AgeBand.UNDER_5),
        ("under 5", AgeBand.UNDER_5),
        ("age 5", AgeBand.AGE_5_TO_10),
        ("age 10", AgeBand.AGE_5_TO_10),
        ("Aged 10", AgeBand.AGE_5_TO_10),
        ("11", AgeBand.AGE_11_TO_15),
        ("age 15", AgeBand.AGE_11_TO_15),
        ("age 16", AgeBand.AGE_16_TO_19),
        ("age 19", AgeBand.AGE_16_TO_19),
        ("age 20 and over", AgeBand.AGE_20_TO_25),
        ("age 25", AgeBand.AGE_20_TO_25),
    ],
)
def test_an_age_is_read_however_it_is_written(label, band):
    assert age_band(label, "L2") is band


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ([row(1, new_column="1")], "headings that are not known here: “new_column” in caseload.csv, "),
        ([row(1) | {"time_period": "2025"}], "caseload.csv, A2: “2025” is no school year"),
        ([row(1) | {"time_period": "202426"}], "“202426” is no school year"),
        ([row(1), age("teenager", 1)], "caseload.csv, L3: “teenager” is no age"),
        ([{k: v for k, v in row(1).items() if k != "ehcplans"}], "there is no heading “ehcplans”"),
        ([row(1) | {"new_la_code": "E06000001", "old_la_code": "805"}], "no rows for Kingston upon Thames"),
    ],
    ids=["unknown-column", "no-school-year", "years-apart", "no-age", "no-total", "not-in-it"],
)
def test_what_is_not_as_expected_is_named_with_its_place(rows, message):
    with pytest.raises(UnknownLayout) as problem:
        read(rows=rows)
    assert message in str(problem.value)


def test_an_unknown_placement_is_named():
    rows = [
        need_row("All EHC plans", topic="All EHC plans", total="1", asd=1),
        need_row("On the moon", asd=1),
    ]
    with pytest.raises(UnknownLayout, match="L3: the placement “On the moon” is not known here"):
        read("sen_needs_all_plans.csv", rows=rows)


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("x.zip", b"no zip", "not a ZIP file"),
        ("other.csv", b"a\n1\n", "holds none of caseload.csv"),
        ("x.zip", zip_of(something=b"a\n1\n"), "holds none of caseload.csv"),
    ],
)
def test_a_file_of_another_kind_is_refused(name, content, message):
    with pytest.raises(UnreadableFile, match=message):
        read_file("ehcp", name, content, area_code=OURS)


@pytest.mark.parametrize("area", ["", "E12000007", "E92000001"])
def test_only_an_authority_can_be_read_for(area):
    with pytest.raises(UnreadableFile, match="no local authority"):
        read(area=area, rows=[row(1)])


def test_an_authority_is_found_by_its_old_code_where_its_new_one_changed():
    """Buckinghamshire is 825 under two ONS codes in one release."""
    rows = [
        row(5, mainstream_academy="5") | {"new_la_code": "E10000002", "old_la_code": "825"},
        row(6, mainstream_academy="6")
        | {"new_la_code": "E06000060", "old_la_code": "825", "time_period": "202324"},
    ]
    reading = read(area="E06000060", rows=rows)
    counts = {v.period: v.value for v in reading.values if v.measure == total_measure()}
    assert counts == {"January 2024": 6, "January 2025": 5}


def test_two_authorities_of_one_name_are_not_joined():
    """Dorset was 835 until 2019 and is 838 since."""
    rows = [
        row(5, mainstream_academy="5")
        | {"new_la_code": "E10000009", "old_la_code": "835", "la_name": "Dorset"},
        row(6, mainstream_academy="6")
        | {"new_la_code": "E06000059", "old_la_code": "838", "la_name": "Dorset"},
    ]
    reading = read(area="E06000059", rows=rows)
    assert {v.value for v in reading.values if v.measure == total_measure()} == {6}


REVIEWS = PLACE | {
    "time_period": "2024",
    "breakdown_topic": "All annual reviews",
    "breakdown": "All annual reviews",
}


def reviews(headings, cells):
    table = csv_of([REVIEWS]).decode("utf-8-sig").splitlines()
    return read_file(
        "ehcp",
        "annual_reviews.csv",
        f"{table[0]},{headings}\n{table[1]},{cells}\n".encode(),
        area_code=OURS,
    ).values[0]


def test_a_count_below_nought_is_doubted_and_never_taken_as_nought():
    value = reviews("review_decision_outstanding", "-2")
    assert (value.value, value.symbol, value.as_printed) == (None, "", "-2")
    assert "not below nought" in value.doubt


def test_a_column_printed_twice_is_read_once_where_both_say_the_same():
    headings = "review_meeting_prior_24,review_meeting_prior_24,review_decision_outstanding"
    assert reviews(headings, "400,400,12").value == 12
    with pytest.raises(
        UnknownLayout, match=r"“review_meeting_prior_24” stands twice, in annual_reviews\.csv, M1"
    ):
        reviews(headings, "400,401,12")


# The published files


@pytest.fixture(scope="module")
def release():
    return read_file("ehcp", "ehcp_2025.zip", shared("dfe/ehcp_2025.zip").read_bytes(), area_code=OURS)


@pytest.mark.parametrize(
    ("year", "expected"),
    [
        # Added up by hand from Kingston's rows; 2019 and 2025 also stand in the published placement mix.
        (2019, [377, 115, 306, 158, 0, 172, 33]),
        (2020, [414, 136, 344, 163, 10, 205, 42]),
        (2021, [458, 156, 351, 173, 9, 213, 64]),
        (2022, [518, 165, 359, 172, 2, 249, 85]),
        (2023, [556, 178, 389, 158, 41, 192, 116]),
        (2024, [581, 200, 456, 153, 49, 227, 116]),
        (2025, [736, 172, 472, 136, 65, 256, 121]),
    ],
)
def test_kingstons_categories_are_those_of_the_release(release, year, expected):
    found = totals(release, f"January {year}")
    assert [found[c].value for c in PlacementCategory] == expected
    assert by_measure(release, f"January {year}")[total_measure()].value == sum(expected)


@pytest.mark.parametrize("year", [2024, 2025])
def test_kingstons_ages_add_up_to_its_categories(release, year):
    values = by_measure(release, f"January {year}")
    by_category = totals(release, f"January {year}")
    for category in PlacementCategory:
        ages = [values[measure_of(PlanTable.AGES, band, category)].value for band in AgeBand]
        assert sum(ages) == by_category[category].value


def test_kingstons_age_bands_of_2025_by_hand(release):
    """Single years of age added up by hand: mainstream, and post 16 and further education."""
    values = by_measure(release, "January 2025")
    bands = {
        category: [values[measure_of(PlanTable.AGES, band, category)].value for band in AgeBand]
        for category in (MAINSTREAM, POST_16)
    }
    assert bands == {MAINSTREAM: [28, 407, 262, 39, 0], POST_16: [0, 0, 3, 178, 75]}


def test_kingstons_needs_of_2025_by_hand(release):
    values = by_measure(release, "January 2025")
    found = {
        need: [int(values[measure_of(PlanTable.NEEDS, need, c)].value) for c in PlacementCategory]
        for need in (PrimaryNeed.ASD, PrimaryNeed.VI, PrimaryNeed.NONE)
    }
    assert found == {
        PrimaryNeed.ASD: [305, 94, 228, 57, 34, 109, 59],
        PrimaryNeed.VI: [6, 0, 7, 2, 0, 2, 0],
        PrimaryNeed.NONE: [0] * 7,
    }
    published = [886, 28, 133, 9, 68, 27, 211, 403, 32, 94, 17, 50, 0]  # its row for all plans, in our order
    sums = [
        sum(values[measure_of(PlanTable.NEEDS, need, c)].value for c in PlacementCategory)
        for need in PrimaryNeed
    ]
    assert sums == published


def test_only_what_is_published_is_read(release):
    """Seven years of totals, ages of two years, needs of one: nothing is made up for the rest."""
    counts = [v for v in release.values if v.measure.startswith("EHC plans")]
    assert len(counts) == 7 * 8 + 2 * 35 + 91
    assert all(v.value is not None for v in counts)


def test_the_two_vintages_of_one_release_differ(release):
    revised = read_file(
        "ehcp", "r.zip", shared("dfe/ehcp_2025_revised_2026-01.zip").read_bytes(), area_code=OURS
    )
    measure = "Annual reviews with a decision outstanding"
    first, second = by_measure(release)[measure], by_measure(revised)[measure]
    assert (first.as_printed, first.value) == ("-2", None)
    assert (second.as_printed, second.value) == ("12", Decimal(12))


@pytest.mark.parametrize(
    "area", ["E06000012", "E10000003"], ids=["North East Lincolnshire", "Cambridgeshire"]
)
def test_an_authority_that_returned_no_placements_has_none_and_not_nought(area):
    reading = read_file("ehcp", "e.zip", shared("dfe/ehcp_2025.zip").read_bytes(), area_code=area)
    assert {(v.value, v.symbol) for v in totals(reading).values()} == {(None, "x")}
    assert by_measure(reading, "January 2025")[total_measure()].value > 0


def test_an_authority_whose_needs_by_placement_are_withheld_has_symbols():
    reading = read_file("ehcp", "e.zip", shared("dfe/ehcp_2025.zip").read_bytes(), area_code="E10000030")
    needs = [v for v in reading.values if v.measure.startswith("EHC plans, primary need ASD")]
    assert {(v.value, v.symbol) for v in needs} == {(None, "x")}
