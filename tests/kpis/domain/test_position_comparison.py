"""The like-for-like guard on the comparisons that Kingston's published figures invite."""

from dataclasses import replace
from decimal import Decimal as D

import pytest

from kpis.domain.block import Inclusion, ScopePart
from kpis.domain.position import Apart, Comparable, NotLikeForLike, adjusted, differences, variance

INCLUDED, LEFT_OUT, NOT_STATED = Inclusion.INCLUDED, Inclusion.LEFT_OUT, Inclusion.NOT_STATED
ACADEMIES, COLLEGES = ScopePart.ACADEMY_PLACES, ScopePart.COLLEGES


def scope(academies=INCLUDED, colleges=INCLUDED, mainstream=INCLUDED):
    return {ACADEMIES: academies, COLLEGES: colleges, ScopePart.INDEPENDENT_MAINSTREAM: mainstream}


BUDGET = Comparable(
    name="budget",
    amount=D("22600000"),
    scope="Placements, academies and colleges included",
    inclusions=scope(),
    coverage="placement costs",
    line="Placements",
    unit="pounds",
    prices="cash prices",
)
FORECAST = replace(BUDGET, name="forecast outturn", amount=D("29800000"))


def test_amounts_that_count_the_same_have_a_variance():
    # The paper's budget and forecast outturn of 2019/20: 29.8 - 22.6
    assert variance(FORECAST, BUDGET) == D("7200000")
    assert differences(FORECAST, BUDGET) == ()
    assert adjusted(FORECAST, BUDGET) == ()


# Section 251, 2021-22: place funding per head of 37,801.419 people aged 2 to 18. The budget of £5,309,666.67
# holds the places of academies, the outturn of £811,932.00 does not: £140 against £21.
PLACES_BUDGET = replace(
    BUDGET,
    amount=D("140.46"),
    scope="Place funding, academies included",
    inclusions=scope(NOT_STATED, NOT_STATED, NOT_STATED) | {ACADEMIES: INCLUDED},
    coverage="place funding",
    line="Place funding",
    unit="pounds per head of people aged 2 to 18",
)
PLACES_OUTTURN = replace(
    PLACES_BUDGET,
    name="final outturn",
    amount=D("21.48"),
    scope="Place funding, maintained schools only",
    inclusions=scope(NOT_STATED, NOT_STATED, NOT_STATED) | {ACADEMIES: LEFT_OUT},
)


def test_place_funding_with_and_without_academies_is_refused():
    with pytest.raises(NotLikeForLike) as refused:
        variance(PLACES_OUTTURN, PLACES_BUDGET)
    assert {difference.kind for difference in refused.value.differences} == {Apart.SCOPE}
    assert "The budget includes place funding of academies, the final outturn leaves this out." in str(
        refused.value
    )


# Top-ups of 2018-19 per head: the paper prints the budget, DfE's file gives £8,185,762 over 36,570 people.
TOP_UPS_BUDGET = replace(
    BUDGET,
    amount=D("278"),
    scope="Top-ups to maintained schools, academies, free schools and colleges",
    inclusions=scope(INCLUDED, INCLUDED, LEFT_OUT),
    coverage="top-up funding",
    line="Top-ups",
    unit="pounds per head of people aged 2 to 18",
)
TOP_UPS_OUTTURN = replace(
    TOP_UPS_BUDGET,
    name="final outturn",
    amount=D("223.84"),
    scope="State-funded specialist spending, schools not stated",
    inclusions=scope(NOT_STATED, NOT_STATED, NOT_STATED),
)


def test_278_against_224_per_head_is_refused_because_the_outturn_does_not_say_what_it_counts():
    apart = differences(TOP_UPS_OUTTURN, TOP_UPS_BUDGET)
    assert {difference.kind for difference in apart} == {Apart.SCOPE}
    assert apart[0].words == ("It is not stated whether the final outturn counts place funding of academies.")
    assert adjusted(TOP_UPS_OUTTURN, TOP_UPS_BUDGET) == ()


@pytest.mark.parametrize(
    ("change", "kind", "words"),
    [
        (
            {"unit": "pounds per head of people aged 2 to 18"},
            Apart.UNIT,
            "The forecast outturn is in pounds per head of people aged 2 to 18, the budget is in pounds.",
        ),
        (
            {"prices": "constant prices of 2018/19"},
            Apart.PRICES,
            "The forecast outturn is in constant prices of 2018/19, the budget is in cash prices.",
        ),
        (
            {"coverage": "the whole High Needs Block"},
            Apart.COVERAGE,
            "The forecast outturn covers the whole High Needs Block, the budget covers placement costs.",
        ),
        (
            {"line": "Top-ups"},
            Apart.LINE,
            "The forecast outturn is the line Top-ups, the budget is the line Placements.",
        ),
        (
            {"scope": "Placements as the ledger has them"},
            Apart.SCOPE,
            "The forecast outturn counts “Placements as the ledger has them”, "
            "the budget “Placements, academies and colleges included”.",
        ),
    ],
    ids=["unit", "prices", "coverage", "line", "another scope with the same parts"],
)
def test_each_difference_has_its_name_and_its_sentence(change, kind, words):
    [difference] = differences(replace(FORECAST, **change), BUDGET)
    assert (difference.kind, difference.words) == (kind, words)


def test_every_difference_is_said_and_not_only_the_first():
    apart = differences(replace(FORECAST, unit="days", prices="other prices", line="Therapies"), BUDGET)
    assert [difference.kind for difference in apart] == [Apart.UNIT, Apart.PRICES, Apart.LINE]


SMALLER = replace(
    BUDGET,
    name="final outturn",
    amount=D("900"),
    scope="Academies left out",
    inclusions=scope(LEFT_OUT),
)
LARGER = replace(BUDGET, amount=D("1000"), scope="Academies included")


def test_the_part_that_only_one_side_counts_is_taken_off_where_it_is_known():
    larger = replace(LARGER, known_parts={ACADEMIES: D("150.25")})
    [without] = adjusted(SMALLER, larger)
    assert without.words == "Both without place funding of academies"
    assert (without.judged, without.against, without.variance) == (D("900"), D("849.75"), D("50.25"))


def test_the_part_that_one_side_left_out_is_added_where_it_is_known():
    smaller = replace(SMALLER, known_parts={ACADEMIES: D("120")})
    [together] = adjusted(smaller, LARGER)
    assert together.words == "Both with place funding of academies"
    assert (together.judged, together.against, together.variance) == (D("1020"), D("1000"), D("20"))


def test_both_adjustments_are_offered_where_both_are_known():
    larger = replace(LARGER, known_parts={ACADEMIES: D("150")})
    smaller = replace(SMALLER, known_parts={ACADEMIES: D("120")})
    assert [way.variance for way in adjusted(smaller, larger)] == [D("50"), D("20")]


def test_a_part_known_on_the_other_basis_only_is_never_borrowed():
    # What the budget holds for colleges says nothing about what was spent on them.
    smaller = replace(SMALLER, inclusions=scope(LEFT_OUT, LEFT_OUT), known_parts={ACADEMIES: D("120")})
    larger = replace(LARGER, known_parts={ACADEMIES: D("150")})
    assert adjusted(smaller, larger) == ()


def test_parts_in_different_sides_are_brought_to_one_scope():
    one = replace(
        LARGER, inclusions=scope(INCLUDED, LEFT_OUT), known_parts={ACADEMIES: D("100"), COLLEGES: D("30")}
    )
    other = replace(
        SMALLER, inclusions=scope(LEFT_OUT, INCLUDED), known_parts={COLLEGES: D("40"), ACADEMIES: D("60")}
    )
    without, together = adjusted(other, one)
    assert (without.judged, without.against) == (D("860"), D("900"))  # 900 - 40, 1000 - 100
    assert (together.judged, together.against) == (D("960"), D("1030"))  # 900 + 60, 1000 + 30


@pytest.mark.parametrize(
    "change",
    [{"unit": "pounds per head"}, {"line": "Top-ups"}, {"inclusions": scope(LEFT_OUT, NOT_STATED)}],
    ids=["another unit", "another line", "a part in doubt"],
)
def test_nothing_is_adjusted_where_more_than_a_known_part_is_different(change):
    smaller = replace(SMALLER, known_parts={ACADEMIES: D("120")}, **change)
    assert adjusted(smaller, replace(LARGER, known_parts={ACADEMIES: D("150")})) == ()
