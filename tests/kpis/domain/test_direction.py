from collections import Counter
from datetime import date
from decimal import Decimal
from itertools import combinations_with_replacement, permutations
from math import comb, factorial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpis.domain.definition import Polarity
from kpis.domain.direction import Direction, de_accumulate, direction, is_clear, kendall_s, orders_by_s
from kpis.domain.periods import PeriodKind, Term, from_start

HIGHER, LOWER, RANGE, NONE = Polarity.HIGHER, Polarity.LOWER, Polarity.RANGE, Polarity.NONE


def ties(values):
    return tuple(sorted(Counter(values).values()))


TIE_PATTERNS = sorted({ties(v) for n in range(1, 7) for v in combinations_with_replacement(range(6), n)})


@pytest.mark.parametrize("pattern", TIE_PATTERNS, ids=str)
def test_the_distribution_of_s_is_that_of_every_order_of_the_values(pattern):
    values = [value for value, size in enumerate(pattern) for _ in range(size)]
    by_hand = Counter(kendall_s(order) for order in permutations(values))
    same = factorial(len(values)) // sum(orders_by_s(pattern).values())
    counted = {s: number * same for s, number in orders_by_s(pattern).items() if number}
    assert counted == by_hand


def test_the_distribution_for_eight_different_values_is_the_published_one():
    # Kendall, Rank Correlation Methods, table of upper probabilities of S, n = 8: S = 16 has 0.031, S = 14 has 0.054
    orders = orders_by_s((1,) * 8)
    assert sum(orders.values()) == factorial(8)
    assert round(sum(n for s, n in orders.items() if s >= 16) / factorial(8), 3) == 0.031
    assert round(sum(n for s, n in orders.items() if s >= 14) / factorial(8), 3) == 0.054


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ([1, 2, 3], Direction.TOO_LITTLE_DATA),
        ([], Direction.TOO_LITTLE_DATA),
        ([1, 2, 3, 4], Direction.IMPROVING),  # 1 order in 24
        ([1, 2, 4, 3], Direction.NO_CLEAR_CHANGE),  # 4 in 24
        ([1, 2, 3, 3], Direction.NO_CLEAR_CHANGE),  # the best there is with this tie: 1 in 12
        ([1, 1, 2, 2], Direction.NO_CLEAR_CHANGE),  # 1 in 6
        ([5, 5, 5, 5], Direction.NO_CLEAR_CHANGE),
        ([1, 2, 3, 5, 4], Direction.IMPROVING),  # 5 in 120
        ([1, 2, 4, 5, 3], Direction.NO_CLEAR_CHANGE),  # 14 in 120
        ([4, 3, 2, 1], Direction.WORSENING),
        ([1, 1, 2, 3, 3], Direction.IMPROVING),  # 1 in 30
        ([1, 1, 1, 2, 2, 2], Direction.IMPROVING),  # exactly 1 in 20
        ([9, 8, 1, 2, 3, 4, 5, 6, 7, 8], Direction.IMPROVING),  # only the last eight count
    ],
)
def test_direction_is_told_when_chance_gives_it_in_at_most_one_case_of_twenty(values, told):
    assert direction([Decimal(value) for value in values], HIGHER) is told


@pytest.mark.parametrize(
    ("polarity", "up", "down"),
    [
        (HIGHER, Direction.IMPROVING, Direction.WORSENING),
        (LOWER, Direction.WORSENING, Direction.IMPROVING),
        (RANGE, Direction.RISING, Direction.FALLING),
        (NONE, Direction.RISING, Direction.FALLING),
    ],
)
def test_rising_is_good_or_bad_by_polarity_and_neither_without_one(polarity, up, down):
    values = [Decimal(n) for n in range(5)]
    assert direction(values, polarity) is up
    assert direction(values[::-1], polarity) is down


@given(st.lists(st.integers(-3, 3).map(Decimal), max_size=12))
def test_turning_time_round_turns_the_direction_round(values):
    turned = {Direction.RISING: Direction.FALLING, Direction.FALLING: Direction.RISING}
    recent = values[-8:]
    told = direction(recent, NONE)
    assert direction(recent[::-1], NONE) is turned.get(told, told)


@given(st.lists(st.integers(-3, 3), min_size=1, max_size=8))
def test_orders_are_counted_once_each_and_evenly_on_both_sides(values):
    orders = orders_by_s(ties(values))
    number = factorial(len(values))
    for size in ties(values):
        number //= factorial(size)
    assert sum(orders.values()) == number
    assert all(orders[-s] == count for s, count in orders.items())
    assert max(orders) == comb(len(values), 2) - sum(comb(size, 2) for size in ties(values))


def test_nothing_is_clear_about_an_s_of_nought():
    assert not any(is_clear(0, pattern) for pattern in TIE_PATTERNS)


# Cumulative figures


def month(year, number):
    return from_start(PeriodKind.MONTH, date(year, number, 1))


def added(figures, year_start=(4, 1)):
    return [value for _, value in de_accumulate([(p, v and Decimal(v)) for p, v in figures], year_start)]


def test_each_month_of_a_year_so_far_adds_its_difference_and_april_starts_again():
    figures = [
        (month(2020, 2), "100"),
        (month(2020, 3), "130"),
        (month(2020, 4), "10"),
        (month(2020, 5), "25"),
    ]
    assert added(figures) == [None, 30, 10, 15]


def test_what_a_month_after_a_gap_added_is_not_known():
    assert added([(month(2019, 4), "10"), (month(2019, 6), "30"), (month(2019, 7), "40")]) == [10, None, 10]
    assert added([(month(2019, 4), "10"), (month(2019, 5), None), (month(2019, 6), "30")]) == [10, None, None]


def test_a_missing_february_is_a_gap_too():
    assert added([(month(2019, 1), "10"), (month(2019, 3), "30")]) == [None, None]


def test_a_years_total_is_what_the_year_added():
    years = [from_start(PeriodKind.FINANCIAL_YEAR, date(year, 4, 1)) for year in (2018, 2019)]
    assert added([(years[0], "100"), (years[1], "90")]) == [100, 90]


def test_holidays_between_terms_are_no_gap():
    autumn = Term("Autumn", 2019, date(2019, 9, 3), date(2019, 12, 21)).period
    spring = Term("Spring", 2019, date(2020, 1, 6), date(2020, 4, 4)).period
    assert added([(autumn, "10"), (spring, "25")], year_start=(9, 1)) == [10, 15]
