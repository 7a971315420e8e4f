"""The same money is counted once: sums done by hand, and a slow plain reading of the rule as the oracle."""

from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpis.domain import savings
from kpis.domain.savings import NO_GROUP, Progress, SharedBases, YearOfSavings, count_once

MILLION = 100_000_000  # pence
MOST = 10**11  # a billion pounds


def table(*rows):
    """A row a list of amounts; months missing at the end are nought."""
    return np.array([[*row, *[0] * (12 - len(row))] for row in rows], dtype=np.int64).reshape(-1, 12)


def sharing(group, position, *bases):
    """Initiatives in groups; a base is a list of pence, None where a month has none stated."""
    pence = table(*[[amount or 0 for amount in base] for base in bases])
    stated = np.zeros(pence.shape, dtype=bool)
    for row, base in zip(stated, bases, strict=True):
        row[: len(base)] = [amount is not None for amount in base]
    return SharedBases(np.array(group), np.array(position), pence, stated)


def year(planned, shared, **more):
    count = len(planned)
    none = np.zeros((count, 12), dtype=np.int64)
    given = {
        "forecast": planned,
        "delivered": none,
        "reported": none.astype(bool),
        "weight": np.full(count, 80),
        "live_months": np.full(count, 12),
        "goes_on": np.ones(count, dtype=bool),
    }
    return YearOfSavings(planned=planned, shared=shared, **{**given, **more})


def come_to(lines, *, elapsed=0):
    return [Progress.from_units(row) for row in savings.work_out(lines, elapsed=elapsed)]


def test_600_000_twice_on_a_base_of_a_million_is_a_million():
    twice = table([60_000_000], [60_000_000])
    first, second = come_to(year(twice, sharing([0, 0], [1, 2], [MILLION])))
    assert (first.planned, first.planned_overlap) == (600_000, 0)
    assert (second.planned, second.planned_overlap) == (400_000, 200_000)
    assert first.planned + second.planned == 1_000_000
    assert (second.planned_stated, second.forecast_stated) == (600_000, 600_000)
    assert (second.forecast, second.forecast_overlap, second.risk_adjusted) == (400_000, 200_000, 320_000)


def test_full_year_effects_never_come_to_more_than_the_base_of_a_year():
    """By hand: £10,000 a month is spent. The first takes all of it from October on, so a year from then is £120,000;
    nothing is left of it for the second, although it has six months of £10,000 before."""
    monthly = 1_000_000
    lines = table([0] * 6 + [monthly] * 6, [monthly] * 12)
    first, second = come_to(year(lines, sharing([0, 0], [1, 2], [monthly] * 12)))
    assert (first.forecast, second.forecast) == (60_000, 60_000)
    assert (first.full_year_effect, second.full_year_effect) == (120_000, 0)
    once = year(lines, sharing([0, 0], [1, 2], [monthly] * 12), goes_on=np.array([False, True]))
    assert [progress.full_year_effect for progress in come_to(once)] == [0, 60_000]


def test_full_year_effects_have_no_cap_where_a_month_has_no_base():
    monthly = 1_000_000
    lines = table([0] * 6 + [monthly] * 6, [monthly] * 12)
    first, second = come_to(year(lines, sharing([0, 0], [1, 2], [monthly] * 11 + [None])))
    assert (first.full_year_effect, second.full_year_effect) == (120_000, 70_000)


@pytest.mark.parametrize(
    ("position", "counted"),
    [([1, 2, 3], [50, 30, 20]), ([3, 2, 1], [0, 30, 70]), ([9, 4, 7], [0, 30, 70])],
    ids=["as entered", "turned round", "with gaps"],
)
def test_the_position_decides_and_not_the_order_of_entry(position, counted):
    shared = sharing([0, 0, 0], position, [100])
    assert count_once(table([50], [30], [70]), shared).counted[:, 0].tolist() == counted


def test_a_per_cent_is_of_what_those_before_have_left():
    shared = sharing([0, 0, 0], [2, 1, 3], [1_000])
    counted = count_once(table([0], [400], [999]), shared, per_cents=table([1_250], [0], [0]))
    assert counted.stated[:, 0].tolist() == [75, 400, 999]  # 12.5% of £6.00
    assert counted.counted[:, 0].tolist() == [75, 400, 525]
    assert counted.left[0, 0] == 0


@pytest.mark.parametrize(
    ("base", "hundredths", "pence"),
    [(1, 5_000, 1), (1, 4_999, 0), (3, 5_000, 2), (100, 10_000, 100), (0, 10_000, 0), (MOST, 1, 10**7)],
    ids=["half a penny up", "less than half down", "one and a half", "all of it", "of nothing", "the most"],
)
def test_a_per_cent_is_rounded_to_whole_pence_half_upwards(base, hundredths, pence):
    counted = count_once(table([0]), sharing([0], [1], [base]), per_cents=table([hundredths]))
    assert counted.counted[0, 0] == pence


def test_without_a_base_pounds_count_in_full_and_a_per_cent_is_of_nothing():
    shared = sharing([0, 0], [1, 2], [100, None])
    counted = count_once(table([80, 80], [0, 0]), shared, per_cents=table([0, 0], [5_000, 5_000]))
    assert counted.counted[:, :2].tolist() == [[80, 80], [10, 0]]


def test_a_base_of_nought_leaves_nothing_to_count():
    counted = count_once(table([80]), sharing([0], [1], [0]))
    assert (counted.counted[0, 0], counted.overlap[0, 0]) == (0, 80)


def test_a_per_cent_outside_any_group_is_of_nothing():
    counted = count_once(table([0]), sharing([NO_GROUP], [0]), per_cents=table([5_000]))
    assert (counted.stated[0, 0], counted.counted[0, 0]) == (0, 0)


def test_what_is_evidenced_is_counted_before_what_is_forecast():
    """The second reports £600,000; the first, not reported yet, may still forecast what that leaves."""
    lines = year(
        table([60_000_000], [60_000_000]),
        sharing([0, 0], [1, 2], [MILLION]),
        delivered=table([0], [60_000_000]),
        reported=np.array([[False] * 12, [True] + [False] * 11]),
    )
    first, second = come_to(lines, elapsed=1)
    assert (second.delivered, second.delivered_overlap) == (600_000, 0)
    assert (first.forecast, first.forecast_overlap, first.unreported) == (400_000, 200_000, 400_000)
    assert (first.planned, second.planned) == (600_000, 400_000)  # the plans by themselves


def test_deliveries_never_count_more_than_their_base():
    delivered = table([60_000_000], [60_000_000])
    reported = np.array([[True] + [False] * 11] * 2)
    lines = year(table([], []), sharing([0, 0], [1, 2], [MILLION]), delivered=delivered, reported=reported)
    assert [p.delivered for p in come_to(lines, elapsed=1)] == [600_000, 400_000]


def test_an_initiative_that_stopped_leaves_its_base_to_the_others_but_not_in_the_first_plan():
    lines = year(
        table([60_000_000], [60_000_000]),
        sharing([0, 0], [1, 2], [MILLION]),
        live_months=np.array([0, 12]),
    )
    first, second = come_to(lines)
    assert (first.planned, first.first_plan) == (0, 600_000)
    assert (second.planned, second.first_plan) == (600_000, 400_000)


# ---- any initiatives at all, against the rule read aloud one initiative after the other ----

PER_CENT = st.integers(0, 10_000)
AMOUNT = st.integers(0, MOST)
MONTHS = 2  # months do not know of one another, so two that differ are enough


@st.composite
def groups(draw):
    """(stated, per cents, shared) of up to nine initiatives in up to three groups, or in none."""
    count = draw(st.integers(1, 9))
    group = draw(st.lists(st.integers(NO_GROUP, 2), min_size=count, max_size=count))
    position = draw(st.permutations(range(1, count + 1)))
    rows = st.lists(st.lists(AMOUNT, min_size=MONTHS, max_size=MONTHS), min_size=count, max_size=count)
    shares = st.lists(st.lists(PER_CENT, min_size=MONTHS, max_size=MONTHS), min_size=count, max_size=count)
    base = st.lists(st.one_of(st.none(), AMOUNT), min_size=MONTHS, max_size=MONTHS)
    bases = draw(st.lists(base, min_size=3, max_size=3))
    per_cents = (
        table(*draw(shares))
        * np.array(draw(st.lists(st.booleans(), min_size=count, max_size=count)))[:, None]
    )
    return table(*draw(rows)), per_cents, sharing(group, position, *bases)


def read_aloud(stated, per_cents, shared):
    """What is counted, month by month and in the order of position, in fractions of a penny until it is rounded."""
    counted = [[0] * 12 for _ in stated]
    for month in range(12):
        left = {g: int(p[month]) for g, p in enumerate(shared.pence) if shared.is_stated[g, month]}
        for row in sorted(range(len(stated)), key=lambda n: shared.position[n]):
            group, per_cent = int(shared.group[row]), Fraction(int(per_cents[row, month]), 10_000)
            share = int(per_cent * left.get(group, 0) + Fraction(1, 2))
            wanted = share if per_cent else int(stated[row, month])
            counted[row][month] = min(wanted, left[group]) if group in left else wanted
            if group in left:
                left[group] -= counted[row][month]
    return counted


@given(groups())
def test_any_groups_count_what_the_rule_says(given):
    stated, per_cents, shared = given
    assert count_once(stated, shared, per_cents=per_cents).counted.tolist() == read_aloud(*given)


@given(groups())
def test_a_group_never_counts_more_than_its_base(given):
    stated, per_cents, shared = given
    done = count_once(stated, shared, per_cents=per_cents)
    for group, base in enumerate(shared.pence):
        together = done.counted[shared.group == group].sum(axis=0)
        assert (together <= base)[shared.is_stated[group]].all()
        assert (base - together == done.left[group])[shared.is_stated[group]].all()
    assert (done.overlap >= 0).all()


@given(groups(), st.randoms())
def test_the_order_of_entry_changes_nothing(given, random):
    stated, per_cents, shared = given
    turned = list(range(len(stated)))
    random.shuffle(turned)
    other = replace(shared, group=shared.group[turned], position=shared.position[turned])
    before = count_once(stated, shared, per_cents=per_cents).counted
    assert (count_once(stated[turned], other, per_cents=per_cents[turned]).counted == before[turned]).all()


@given(AMOUNT, AMOUNT)
def test_a_single_member_is_cut_only_above_the_base(amount, base):
    assert count_once(table([amount]), sharing([0], [1], [base])).counted[0, 0] == min(amount, base)


@given(groups())
def test_initiatives_in_no_group_are_left_alone(given):
    stated, _, shared = given
    alone = shared.group == NO_GROUP
    assert (count_once(stated, shared).counted[alone] == stated[alone]).all()


@given(groups(), st.integers(-2, 16), st.data())
def test_plans_deliveries_and_forecasts_each_stay_within_the_base(given, elapsed, data):
    planned, per_cents, shared = given
    reported = np.array(data.draw(st.lists(st.booleans(), min_size=planned.size, max_size=planned.size)))
    reported = reported.reshape(planned.shape)
    lines = year(
        planned,
        shared,
        planned_per_cent=per_cents,
        forecast_per_cent=per_cents,
        delivered=np.where(reported, planned[::-1], 0),
        reported=reported,
    )
    months = savings.count_months(lines, elapsed=elapsed)
    for group, base in enumerate(shared.pence):
        members, known = shared.group == group, shared.is_stated[group]
        for amounts in (months.planned.counted, months.delivered.counted, months.forecast):
            assert (amounts[members].sum(axis=0) <= base)[known].all()
    for progress in come_to(lines, elapsed=elapsed):
        assert progress.forecast == progress.delivered + progress.remaining
        assert 0 <= progress.remaining <= progress.forecast
