"""Savings arithmetic against sums done by hand; every table is one financial year, April to March."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest

from kpis.domain import savings
from kpis.domain.rating import Rating
from kpis.domain.savings import Progress, SavingType, Stage, TypeGroup, YearOfSavings

NOT_STOPPED = 12
NOVEMBER = 7  # on 14 November seven months are over


def pounds(*months):
    """A row of a table: so many pounds a month, in pence; missing months at the end are nought."""
    return np.array([[round(p * 100) for p in months] + [0] * (12 - len(months))], dtype=np.int64)


def one(planned, *, forecast=None, delivered=None, weight=80, live_months=NOT_STOPPED, goes_on=True):
    """A year with one initiative. `delivered` maps a month's place (April is 0) to pounds."""
    delivered = delivered or {}
    row, reported = np.zeros((1, 12), dtype=np.int64), np.zeros((1, 12), dtype=bool)
    for place, amount in delivered.items():
        row[0, place], reported[0, place] = round(amount * 100), True
    return YearOfSavings(
        planned=planned,
        forecast=planned if forecast is None else forecast,
        delivered=row,
        reported=reported,
        weight=np.array([weight]),
        live_months=np.array([live_months]),
        goes_on=np.array([goes_on]),
    )


def come_to(lines, *, elapsed=NOVEMBER):
    return Progress.from_units(savings.work_out(lines, elapsed=elapsed)[0])


FROM_SEPTEMBER = pounds(0, 0, 0, 0, 0, *[10_000] * 7)


def test_the_worked_example():
    progress = come_to(one(FROM_SEPTEMBER, delivered={5: 8_000}))
    assert progress.planned == 70_000
    assert progress.delivered == 8_000
    assert progress.remaining == 60_000
    assert progress.forecast == 68_000
    assert progress.risk_adjusted == 56_000
    assert progress.expected == 20_000
    assert progress.behind == 12_000
    assert progress.unreported == 10_000
    assert progress.slippage == 2_000
    assert progress.full_year_effect == Decimal("116571.43")


@pytest.mark.parametrize(
    ("weight", "expected"),
    [(25, "23000"), (50, "38000"), (80, "56000"), (100, "68000"), (0, "8000")],
    ids=["identified", "planned", "in delivery", "delivered", "stopped"],
)
def test_only_what_remains_is_weighted_by_the_stage(weight, expected):
    assert come_to(one(FROM_SEPTEMBER, delivered={5: 8_000}, weight=weight)).risk_adjusted == Decimal(
        expected
    )


def test_a_weight_of_single_pence_is_kept_exactly():
    progress = come_to(one(pounds(*[0.01] * 12), weight=25), elapsed=0)
    assert progress.risk_adjusted == Decimal("0.03")
    assert come_to(one(pounds(0, 0.01), weight=25), elapsed=0).risk_adjusted == Decimal("0.0025")


@pytest.mark.parametrize(
    ("elapsed", "remaining", "unreported"),
    [
        (-3, 1200, 0),
        (0, 1200, 0),
        (1, 1200, 100),
        (3, 1200, 300),
        (4, 1100, 400),
        (14, 100, 1200),
        (15, 0, 1200),
    ],
    ids=[
        "before the year",
        "in April",
        "in May",
        "July still waits for April",
        "August no longer does",
        "June after the year waits for March",
        "July after the year waits for nothing",
    ],
)
def test_a_month_that_is_over_is_waited_for_three_months(elapsed, remaining, unreported):
    progress = come_to(one(pounds(*[100] * 12)), elapsed=elapsed)
    assert progress.remaining == remaining
    assert progress.unreported == unreported


def test_a_month_reported_as_nothing_differs_from_one_not_reported():
    october = pounds(0, 0, 0, 0, 0, 0, 100)
    assert come_to(one(october, delivered={6: 0})).forecast == 0
    assert come_to(one(october)).forecast == 100


def test_a_stopped_initiative_keeps_its_past_and_has_no_future():
    lines = one(pounds(*[100] * 12), delivered={0: 90, 1: 90}, weight=0, live_months=4, goes_on=False)
    progress = come_to(lines)
    assert progress.planned == 400
    assert progress.expected == 400
    assert progress.delivered == progress.forecast == progress.risk_adjusted == 180
    assert progress.slippage == 1_020
    assert progress.full_year_effect == 0


def test_the_full_year_effect_of_a_one_off_is_nothing():
    assert come_to(one(pounds(0, 500), goes_on=False)).full_year_effect == 0


@pytest.mark.parametrize(
    ("months", "effect"),
    [
        (pounds(*[100] * 12), "1200"),
        (pounds(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 50), "600"),
        (pounds(0, 0, 0, 0, 0, 300, 0, 0, 300, 0, 0, 0), "1028.57"),
        (pounds(), "0"),
    ],
    ids=["all year", "March alone", "two payments from September: 600 / 7 x 12", "nothing"],
)
def test_a_part_year_is_brought_to_a_full_one(months, effect):
    assert come_to(one(months), elapsed=0).full_year_effect == Decimal(effect)


def test_a_forecast_below_the_plan_is_slippage_and_above_it_is_not():
    assert come_to(one(pounds(*[100] * 12), forecast=pounds(*[80] * 12)), elapsed=0).slippage == 240
    assert come_to(one(pounds(*[100] * 12), forecast=pounds(*[110] * 12)), elapsed=0).slippage == -120


def test_sums_are_the_same_in_any_order():
    rng = np.random.default_rng(14)
    units = rng.integers(0, 10**13, (300, len(savings.AMOUNT_NAMES)))
    keys = rng.integers(0, 7, 300)
    turned = rng.permutation(300)
    assert (savings.add_up(units, keys, 7) == savings.add_up(units[turned], keys[turned], 7)).all()
    by_hand = [sum(int(u) for u, k in zip(units[:, 0], keys, strict=True) if k == key) for key in range(7)]
    assert savings.add_up(units, keys, 7)[:, 0].tolist() == by_hand


def test_no_initiatives_come_to_nothing():
    empty = np.zeros((0, 12), dtype=np.int64)
    none = np.zeros(0, dtype=np.int64)
    lines = YearOfSavings(empty, empty, empty, empty.astype(bool), none, none, none.astype(bool))
    assert (
        savings.add_up(savings.work_out(lines, elapsed=3), [], 2).tolist()
        == [[0] * len(savings.AMOUNT_NAMES)] * 2
    )


@pytest.mark.parametrize(
    ("saving_type", "group"),
    [
        (SavingType.CASHABLE, TypeGroup.TOWARDS_TARGET),
        (SavingType.INCOME, TypeGroup.TOWARDS_TARGET),
        (SavingType.NON_CASHABLE, TypeGroup.NON_CASHABLE),
        (SavingType.COST_AVOIDANCE, TypeGroup.COST_AVOIDANCE),
        (SavingType.SCOPE_REDUCTION, TypeGroup.SCOPE_REDUCTION),
    ],
)
def test_only_cashable_and_income_count_towards_the_target(saving_type, group):
    assert TypeGroup.of(saving_type) is group


# 5% of £2,400,000 is £120,000: at risk down to £2,280,000, which is still at risk
@pytest.mark.parametrize(
    ("risk_adjusted", "rating"),
    [
        ("2400000", Rating.ON_TRACK),
        ("2399999.9999", Rating.AT_RISK),
        ("2280000", Rating.AT_RISK),
        ("2279999.9999", Rating.OFF_TRACK),
    ],
)
def test_the_risk_adjusted_forecast_is_rated_exactly_at_the_boundary(risk_adjusted, rating):
    progress = Progress(risk_adjusted=Decimal(risk_adjusted), target=Decimal(2_400_000))
    assert progress.rated.rating is rating


def test_the_rating_says_why():
    progress = Progress(risk_adjusted=Decimal(900_000), target=Decimal(2_400_000))
    assert progress.rated.reason == (
        "£900,000 is below the £2,400,000 expected, by more than the tolerance of 5% of that."
    )
    assert progress.gap == 1_500_000


@pytest.mark.parametrize(
    ("target", "why"),
    [(None, "No savings target is set."), (Decimal(0), "The savings target is nought.")],
    ids=["no target", "a share of nought"],
)
def test_without_a_target_nothing_is_rated(target, why):
    rated = Progress(risk_adjusted=Decimal(5), target=target).rated
    assert (rated.rating, rated.reason) == (Rating.NOT_RATED, why)


def test_delivery_is_rated_against_its_profile_apart_from_the_target():
    progress = Progress(delivered=Decimal(95), expected=Decimal(100), target=Decimal(10_000))
    assert progress.delivery_rated.rating is Rating.AT_RISK
    assert progress.rated.rating is Rating.OFF_TRACK
    assert Progress(delivered=Decimal(5)).delivery_rated.rating is Rating.NOT_RATED


@pytest.mark.parametrize(
    ("day", "year"),
    [
        (date(2019, 4, 1), 2019),
        (date(2020, 3, 31), 2019),
        (date(2020, 4, 1), 2020),
        (date(2019, 3, 31), 2018),
    ],
)
def test_a_day_falls_in_its_financial_year(day, year):
    assert savings.year_of(day) == year


def test_the_months_of_a_year_run_from_april_to_march():
    months = savings.months_of(2019)
    assert (months[0], months[8], months[9], months[11]) == (
        date(2019, 4, 1),
        date(2019, 12, 1),
        date(2020, 1, 1),
        date(2020, 3, 1),
    )
    assert [savings.month_index(2019, month) for month in months] == list(range(12))


@pytest.mark.parametrize(
    ("stopped_on", "live"),
    [
        (None, 12),
        (date(2019, 11, 14), 7),
        (date(2018, 5, 1), 0),
        (date(2020, 4, 1), 12),
        (date(2019, 4, 30), 0),
    ],
    ids=["not stopped", "in November", "the year before", "the year after", "in April"],
)
def test_months_before_the_month_it_stopped_are_live(stopped_on, live):
    assert savings.live_months(2019, stopped_on) == live


@pytest.mark.parametrize(
    "amount",
    [Decimal("-0.01"), Decimal("0.001"), Decimal("1000000000.01"), Decimal("NaN"), Decimal("Infinity"), 12.5],
    ids=["negative", "tenths of a penny", "beyond a billion", "not a number", "infinite", "a float"],
)
def test_what_is_no_amount_of_money_is_refused(amount):
    with pytest.raises(savings.NotAnAmount):
        savings.exact_amount(amount)


def test_what_no_workstream_has_taken_on_is_not_yet_allocated():
    assert savings.not_yet_allocated(Decimal(100), [Decimal("33.33"), Decimal("33.33")]) == Decimal("33.34")
    assert savings.not_yet_allocated(Decimal(100), []) == 100
    with pytest.raises(savings.SharesExceedTarget, match=r"0\.01 more than"):
        savings.not_yet_allocated(Decimal(100), [Decimal("50.01"), Decimal(50)])


def test_every_move_is_known_from_every_stage():
    assert savings.reachable(Stage.IDENTIFIED) == (Stage.PLANNED, Stage.STOPPED)
    assert savings.reachable(Stage.STOPPED) == (Stage.IDENTIFIED,)
    assert all(stage not in savings.reachable(stage) for stage in Stage)


def test_tables_of_random_amounts_agree_with_sums_in_fractions():
    """An oracle in plain Python: the definitions read aloud, one month after the other."""
    rng = np.random.default_rng(2019)
    for elapsed in range(-2, 17):
        planned, forecast = (rng.integers(0, 10**7, (1, 12)) for _ in range(2))
        reported = {int(m): int(rng.integers(0, 10**5)) for m in rng.choice(12, 4, replace=False)}
        live, weight = int(rng.integers(0, 13)), int(rng.integers(0, 101))
        progress = come_to(
            one(planned, forecast=forecast, delivered=reported, weight=weight, live_months=live),
            elapsed=elapsed,
        )
        remaining = Fraction(0)
        for month in range(12):
            if month not in reported and month < live and month + 3 >= elapsed:
                remaining += Fraction(int(forecast[0, month]), 100)
        delivered = Fraction(sum(reported.values()))
        assert Fraction(progress.remaining) == remaining
        assert Fraction(progress.risk_adjusted) == delivered + Fraction(weight, 100) * remaining
        assert Fraction(progress.planned) == Fraction(int(planned[0, :live].sum()), 100)
        assert Fraction(progress.expected) == Fraction(
            int(planned[0, : max(0, min(live, elapsed))].sum()), 100
        )
