"""The DSG management plan: published cells as published, others filled or missing, forecasts that tie."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from kpis.domain.block import AgeBand, PlacementCategory
from kpis.domain.dsg_plan import ALL_PLANS, CATEGORIES, CellKey
from kpis.position.actions.plan_cells import (
    CellRefused,
    CellsRefused,
    fill_cells,
    read_plan_cells,
    record_narrative,
    upload_cells,
)
from kpis.position.actions.refusals import NotAllowed, NothingRecorded, ReasonMissing
from kpis.position.models import PlanCell, PlanNarrative
from kpis.position.queries.dsg_plan import dsg_plan
from kpis.position.queries.plan_numbers import MISSING, NOT_PUBLISHED, Origin, plan_numbers
from kpis.published.models import Area
from kpis.spreadsheets import write_csv
from kpis.workstreams.models import Plan, Workstream

from .dsg_plans import (
    AGE_COUNTS,
    AGES,
    COUNTS,
    JUNE,
    MAINSTREAM,
    NEEDS,
    NOW,
    TOTALS,
    D,
    fill,
    forecast,
    publish,
)


def year(area, of, at=NOW):
    return next(numbers for numbers in plan_numbers(area=area, at=at) if numbers.year == of)


def values(cells):
    return [cell.value for cell in cells]


def test_published_cells_are_shown_as_published_and_the_rest_says_so(area, officer):
    publish(area, officer)
    numbers = year(area, 2025)
    assert values(numbers.totals.rows[ALL_PLANS]) == COUNTS
    assert numbers.totals.total.value == sum(COUNTS)
    assert {cell.words for cell in numbers.ages.cells} == {NOT_PUBLISHED}
    assert numbers.ages.origins == "Not published"


def test_a_census_between_two_that_are_known_is_there_and_missing(area, officer):
    publish(area, officer, year=2023)
    publish(area, officer, year=2025)
    assert [n.year for n in plan_numbers(area=area, at=NOW)] == [2023, 2024, 2025]
    assert set(year(area, 2024).totals.cells) == {MISSING}


def test_a_revised_count_takes_its_place_from_its_day_on(area, officer):
    publish(area, officer)
    later = JUNE + timedelta(days=60)
    publish(area, officer, known_from=later, counts=[n + 1 for n in COUNTS])
    before = year(area, 2025, at=later - timedelta(days=1))
    assert values(before.totals.totals) == COUNTS
    assert values(year(area, 2025).totals.totals) == [n + 1 for n in COUNTS]


def test_what_is_published_of_another_area_is_not_ours(area, officer):
    publish(Area.objects.create(name="Sutton", code="E09000029"), officer)
    assert plan_numbers(area=area, at=NOW) == []


def test_a_symbol_stays_a_symbol_and_can_be_filled(area, officer):
    publish(area, officer, symbol="x")
    assert [cell.shown for cell in year(area, 2025).totals.totals] == ["not available"] * 7
    assert year(area, 2025).totals.total == MISSING
    fill(officer, TOTALS, 2025, {ALL_PLANS: COUNTS}, is_forecast=False)
    assert {cell.origin for cell in year(area, 2025).totals.totals} == {Origin.COUNTED}


def test_the_councils_count_goes_before_its_forecast(area, officer):
    fill(officer, TOTALS, 2025, {ALL_PLANS: [9] * 7})
    fill(officer, TOTALS, 2025, {ALL_PLANS: [8] * 7}, is_forecast=False)
    assert values(year(area, 2025).totals.totals) == [8] * 7


def test_forecasts_are_whole_and_age_and_total_tie(area, officer):
    totals, ages = forecast(officer)
    numbers = year(area, 2027)
    table = numbers.ages
    by_category = zip(*(values(cells) for cells in table.rows.values()), strict=True)
    assert [sum(column) for column in by_category] == values(numbers.totals.totals)
    assert all(value == int(value) for value in values(table.cells))
    assert abs(sum(values(numbers.totals.totals)) - sum(totals)) <= D("0.5")
    given = [value for row in ages.values() for value in row]
    assert all(abs(new - old) < 1 for new, old in zip(values(table.cells), given, strict=True))
    assert "controlled rounding" in table.said


def test_a_forecast_that_does_not_come_to_its_totals_is_shown_as_given_and_says_so(area, officer):
    forecast(officer)
    fill(officer, AGES, 2027, {AgeBand.UNDER_5: [D("9.7")] * 7}, reason="Typed twice")
    table = year(area, 2027).ages
    assert "do not come to the totals" in table.said
    assert values(table.rows[AgeBand.UNDER_5]) == [D("9.7")] * 7


def test_a_table_that_is_not_complete_is_not_rounded_and_says_how_much_is_missing(area, officer):
    fill(officer, TOTALS, 2027, {ALL_PLANS: [D("1.5")] * 7})
    fill(officer, AGES, 2027, {AgeBand.UNDER_5: [D("0.5")] * 7})
    table = year(area, 2027).ages
    assert table.said == "28 of 35 cells are missing, so nothing is added up or rounded in this table."
    assert values(table.rows[AgeBand.UNDER_5]) == [D("0.5")] * 7


def test_counts_that_do_not_add_up_are_not_changed(area, officer):
    wrong = [[n + 5 for n in AGE_COUNTS[0]], *AGE_COUNTS[1:]]
    publish(area, officer, ages=wrong)
    table = year(area, 2025).ages
    assert values(table.rows[AgeBand.UNDER_5]) == wrong[0]
    assert "do not come to the totals" in table.said


# Filling


def test_a_change_needs_a_reason_and_keeps_what_was_said(area, officer):
    fill(officer, TOTALS, 2027, {ALL_PLANS: [1] * 7})
    with pytest.raises(ReasonMissing, match="7 of these cells said something else before"):
        fill(officer, TOTALS, 2027, {ALL_PLANS: [2] * 7})
    later = NOW + timedelta(hours=1)
    done = fill(officer, TOTALS, 2027, {ALL_PLANS: [1, 2, 2, 2, 2, 2, 2]}, reason="A new model", at=later)
    assert (done.recorded, done.unchanged) == (6, 1)
    assert PlanCell.objects.count() == 13
    assert values(year(area, 2027, at=NOW).totals.totals) == [1] * 7
    assert values(year(area, 2027, at=later).totals.totals) == [1, 2, 2, 2, 2, 2, 2]


@pytest.mark.parametrize(
    ("table", "of", "row", "value", "is_forecast", "message"),
    [
        (TOTALS, 2025, ALL_PLANS, "5", False, "is published. The plan uses what is published"),
        (TOTALS, 2025, ALL_PLANS, "5", True, "is published"),
        (TOTALS, 2026, ALL_PLANS, "5", False, "January 2026 is still to come"),
        (AGES, 2025, AgeBand.UNDER_5, "5.5", False, "whole number"),
        (AGES, 2027, AgeBand.UNDER_5, "-1", True, "from 0 to 1,000,000"),
        (AGES, 2027, AgeBand.UNDER_5, "1000001", True, "from 0 to 1,000,000"),
        (AGES, 2027, AgeBand.UNDER_5, "1.0001", True, "three decimals"),
        (AGES, 2027, "ASD", "1", True, "no such cell"),
    ],
    ids=[
        "published",
        "published-forecast",
        "to-come",
        "half-a-plan",
        "below",
        "above",
        "decimals",
        "no-cell",
    ],
)
def test_a_number_that_cannot_be_is_refused(area, officer, table, of, row, value, is_forecast, message):
    publish(area, officer)
    key = CellKey(table, of, row, MAINSTREAM)
    with pytest.raises(CellRefused, match=message):
        fill_cells(numbers={key: D(value)}, is_forecast=is_forecast, source="x", by=officer, at=NOW)
    assert not PlanCell.objects.exists()


def test_nothing_to_record_is_refused(officer):
    with pytest.raises(NothingRecorded):
        fill_cells(numbers={}, is_forecast=True, source="x", by=officer, at=NOW)


@pytest.mark.parametrize("role", ["board_member", "workstream_lead"])
def test_only_finance_and_data_officers_fill_the_plan(person, role):
    key = CellKey(TOTALS, 2027, ALL_PLANS, MAINSTREAM)
    with pytest.raises(NotAllowed):
        fill_cells(numbers={key: D(1)}, is_forecast=True, source="x", by=person(role), at=NOW)


@pytest.mark.parametrize(
    ("change", "constraint"),
    [
        ({"row": "ASD"}, "plancell_row_is_of_its_table"),
        ({"column": "Somewhere"}, "plancell_column_is_a_category"),
        ({"census_year": 1999}, "plancell_year_is_a_year"),
        ({"value": -1}, "plancell_value_in_bounds"),
        ({"value": D("1.5"), "is_forecast": False}, "plancell_count_is_whole"),
        ({"source": ""}, "plancell_has_a_source"),
    ],
)
def test_the_database_holds_the_same_rules(officer, change, constraint):
    fields = {
        "table": "ages",
        "census_year": 2027,
        "row": "Under 5",
        "column": str(MAINSTREAM),
        "value": 1,
        "is_forecast": True,
        "source": "x",
        "known_from": NOW,
        "recorded_by": officer,
        "recorded_at": NOW,
    }
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        PlanCell.objects.create(**fields | change)


# Files


def file_of(*rows):
    headings = ["table", "census", "row", "placement category", "plans", "counted or forecast"]
    return read_plan_cells("cells.csv", write_csv(headings, [list(row) for row in rows]))


GOOD = ("ages", "January 2027", "Under 5", str(MAINSTREAM), "12.5", "forecast")


def upload(officer, *rows):
    return upload_cells(rows=file_of(*rows), source="Return", by=officer, at=NOW)


def test_a_file_is_recorded_row_by_row_and_rows_without_a_number_are_passed_over(area, officer):
    done = upload(
        officer,
        GOOD,
        ("by primary need and placement category", "2025", "none recorded", str(MAINSTREAM), "3", ""),
        ("totals", "January 2027", "all ehc plans", str(MAINSTREAM), "", "forecast"),
    )
    assert (done.recorded, done.unchanged) == (2, 0)
    assert set(PlanCell.objects.values_list("table", "census_year", "row", "value", "is_forecast")) == {
        ("ages", 2027, "Under 5", D("12.5"), True),
        ("needs", 2025, "none recorded", 3, False),
    }


@pytest.mark.parametrize(
    ("bad", "place", "message"),
    [
        (("moon", *GOOD[1:]), "A3", "The tables are called totals, ages, needs."),
        ((GOOD[0], "soon", *GOOD[2:]), "B3", "Write a census as January 2026."),
        ((*GOOD[:2], "Under 50", *GOOD[3:]), "C3", "The rows of this table are: Under 5, "),
        ((*GOOD[:3], "mainstream", *GOOD[4:]), "D3", "none of the seven placement categories"),
        ((*GOOD[:4], "1,251,2090", GOOD[5]), "E3", "digits are not grouped in threes"),
        ((*GOOD[:4], "x", GOOD[5]), "E3", "not a number"),
        ((*GOOD[:5], "guessed"), "F3", "Write counted or forecast."),
        ((*GOOD[:5], "counted"), "E3", "whole number"),
        (GOOD, "C3", "This cell stands in row 2 already."),
        (("totals", "2025", ALL_PLANS, str(MAINSTREAM), "7", ""), "row 3", "is published"),
    ],
    ids=["table", "census", "row", "category", "misprint", "marker", "nature", "half", "twice", "published"],
)
def test_every_bad_cell_is_named_and_nothing_is_stored(area, officer, bad, place, message):
    publish(area, officer)
    with pytest.raises(CellsRefused) as refused:
        upload(officer, GOOD, bad)
    [problem] = refused.value.problems
    assert (problem.place, message in problem.message) == (place, True)
    assert not PlanCell.objects.exists()


def test_a_file_without_a_number_is_refused(area, officer):
    with pytest.raises(NothingRecorded, match="no number in this file"):
        upload(officer, (*GOOD[:4], "", GOOD[5]))


# The whole plan


@pytest.fixture
def workstream(person):
    return Workstream.objects.create(
        plan=Plan.objects.create(name="Plan"),
        name="Local provision",
        slug="local-provision",
        purpose="Places near home",
        lead=person("workstream_lead"),
    )


def test_words_are_kept_when_they_change(officer, workstream):
    record_narrative(workstream=workstream, text="First", by=officer, at=NOW)
    with pytest.raises(ReasonMissing):
        record_narrative(workstream=workstream, text="Second", by=officer, at=NOW)
    later = NOW + timedelta(hours=1)
    record_narrative(workstream=workstream, text="Second", by=officer, at=later, reason="Agreed since")
    assert PlanNarrative.objects.count() == 2
    assert [words.narrative.text for words in dsg_plan(at=later).words] == ["Second"]
    assert [words.narrative.text for words in dsg_plan(at=NOW).words] == ["First"]


def test_the_plan_is_read_with_a_fixed_number_of_queries(
    area, officer, workstream, django_assert_max_num_queries
):
    publish(area, officer, ages=AGE_COUNTS)
    with django_assert_max_num_queries(20):
        small = dsg_plan(at=NOW)
    assert len(small.censuses) == 1
    forecast(officer)
    forecast(officer, year=2028)
    with django_assert_max_num_queries(20):
        assert len(dsg_plan(at=NOW).censuses) == 4


def test_an_empty_plan_is_empty_and_no_error(area):
    plan = dsg_plan(at=NOW)
    assert (plan.censuses, plan.money, plan.savings, plan.movements) == ([], None, [], [])


def test_rows_of_the_plan_are_categories_by_census(area, officer):
    publish(area, officer)
    plan = dsg_plan(at=NOW)
    assert [name for name, _ in plan.totals_by_year] == [*CATEGORIES, ALL_PLANS]
    assert plan.totals_by_year[0][0] == PlacementCategory.MAINSTREAM
    assert plan.sources == ["DfE release"]
    assert NEEDS.rows[0] == "ASD"
