"""Forecasts made whole: totals first, then each table, so that age, need and total tie."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kpis.domain.block import AgeBand, PlacementCategory, PrimaryNeed
from kpis.domain.dsg_plan import ALL_PLANS, CATEGORIES, PlanTable, measure_of, tie

F = Fraction
tenths = st.integers(0, 3000).map(lambda n: F(n, 10))


def table(rows):
    return st.lists(st.lists(tenths, min_size=7, max_size=7), min_size=rows, max_size=rows)


def totals_of(cells):
    return [sum(column) for column in zip(*cells, strict=True)]


@settings(max_examples=40, deadline=None)
@given(table(5), st.randoms(use_true_random=False))
def test_age_need_and_total_tie(ages, random):
    """Needs are other parts of the same totals: each category cut into thirteen by chance."""
    totals = totals_of(ages)
    cuts = [sorted(random.randint(0, int(total * 10)) for _ in range(12)) for total in totals]
    edges = [[0, *cut, int(total * 10)] for cut, total in zip(cuts, totals, strict=True)]
    needs = [[F(edge[n + 1] - edge[n], 10) for edge in edges] for n in range(13)]
    tied = tie(totals, {"ages": ages, "needs": needs})
    assert tied.apart == ()
    assert totals_of(tied.tables["ages"]) == totals_of(tied.tables["needs"]) == tied.totals
    assert abs(sum(tied.totals) - sum(totals)) <= F(1, 2)
    for name, cells in (("ages", ages), ("needs", needs)):
        for old, new in zip(cells, tied.tables[name], strict=True):
            assert all(abs(b - a) < 1 for a, b in zip(old, new, strict=True))


def test_the_total_is_rounded_half_up_and_the_categories_add_up_to_it():
    assert tie([F("10.4"), F("20.4"), F(0)], {}).totals == [11, 20, 0]
    assert tie([F("0.25")] * 2, {}).totals == [1, 0]


def test_whole_numbers_stay_as_they_are():
    cells = [[F(3), F(4)], [F(1), F(0)]]
    assert tie([F(4), F(4)], {"ages": cells}).tables["ages"] == [[3, 4], [1, 0]]


def test_a_table_that_does_not_come_to_the_totals_is_named_and_the_others_are_rounded():
    tied = tie([F("4.5"), F("4.5")], {"ages": [[F(9), F(9)]], "needs": [[F("4.5"), F("4.5")]]})
    assert tied.apart == ("ages",)
    assert tied.tables == {"needs": [[5, 4]]}


@pytest.mark.parametrize(
    ("table", "row", "measure"),
    [
        (PlanTable.TOTALS, ALL_PLANS, "EHC plans: Mainstream schools or academies"),
        (PlanTable.AGES, AgeBand.UNDER_5, "EHC plans, aged under 5: Mainstream schools or academies"),
        (PlanTable.AGES, AgeBand.AGE_5_TO_10, "EHC plans, aged 5 to 10: Mainstream schools or academies"),
        (PlanTable.NEEDS, PrimaryNeed.ASD, "EHC plans, primary need ASD: Mainstream schools or academies"),
    ],
)
def test_a_cell_is_called_the_same_in_every_vintage(table, row, measure):
    assert measure_of(table, row, PlacementCategory.MAINSTREAM) == measure


def test_the_labels_are_those_of_the_official_plan():
    assert CATEGORIES == (
        "Mainstream schools or academies",
        "Resourced provision or SEN Units",
        "Maintained special schools or special academies",
        "Non-maintained special schools or independent",
        "Hospital schools or alternative provision",
        "Post 16 and further education",
        "Other placements or direct payments",
    )
    assert PlanTable.AGES.rows == ("Under 5", "5 to 10", "11 to 15", "16 to 19", "20 to 25")
    assert " ".join(PlanTable.NEEDS.rows) == "ASD HI MLD MSI PD PMLD SEMH SLCN SLD SPLD VI OTH none recorded"


def test_no_number_stays_a_float():
    assert all(isinstance(n, int) for n in tie([F(Decimal("1.5"))], {}).totals)
