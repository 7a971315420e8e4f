"""Statistical process control by hand: limits from sums a reader can do, and each rule alone."""

import random
from datetime import date, timedelta
from decimal import Decimal

import pytest

from kpis.domain.definition import Polarity
from kpis.domain.spc import (
    Assurance,
    Conflict,
    DaysOutOfOrder,
    Method,
    MethodRefused,
    NotInTheData,
    Observed,
    Profile,
    Signal,
    Variation,
    analyse,
    icons_of,
)

HIGHER = Method(polarity=Polarity.HIGHER)


def day(number: int) -> date:
    return date(2024, 1, 1) + timedelta(days=number)


def observed(*values, target=None, ghosted=()) -> Observed:
    numbers = tuple(None if value is None else Decimal(str(value)) for value in values)
    goal = None if target is None else Decimal(str(target))
    return Observed(
        days=tuple(day(n) for n in range(len(numbers))),
        values=numbers,
        targets=(goal,) * len(numbers) if target is not None else (),
        ghosted=frozenset(day(n) for n in ghosted),
    )


def marked(spc, name: str) -> list[int]:
    return [place for place, point in enumerate(spc.points) if getattr(point, name)]


def test_limits_are_the_mean_and_2_66_mean_moving_ranges():
    # 10, 12, 11, 15: mean 48/4 = 12, ranges 2, 1, 4, their mean 7/3, so 2.66 x 7/3 = 6.20666...
    [part] = analyse(observed(10, 12, 11, 15), HIGHER).parts
    assert (part.mean, part.made_of) == (12, 4)
    assert part.upper == Decimal("18.20666666666666666666666667")
    assert part.lower == Decimal("5.793333333333333333333333333")


@pytest.mark.parametrize("profile", Profile)
@pytest.mark.parametrize("count", [1, 2, 12, 14, 15])
def test_a_constant_series_of_any_length_flags_nothing(profile, count):
    spc = analyse(observed(*["0.1"] * count), Method(profile=profile, polarity=Polarity.LOWER))
    assert spc.variation is Variation.COMMON_CAUSE
    assert {point.signal for point in spc.points} == {Signal.COMMON_CAUSE}
    assert {point.side for point in spc.points} == {0}
    assert spc.parts[0].mean == Decimal("0.1")


def test_one_point_has_a_mean_and_no_limits():
    [part] = analyse(observed(7, target=5), HIGHER).parts
    assert (part.mean, part.lower, part.upper) == (7, None, None)


def test_without_a_point_nothing_is_said():
    for nothing in (observed(), observed(None, None), observed(5, ghosted=[0])):
        spc = analyse(nothing, HIGHER)
        assert (spc.variation, spc.assurance, spc.last) == (None, None, None)


def test_a_constant_97_passes_95():
    assert analyse(observed(*[97] * 15, target=95), HIGHER).assurance is Assurance.PASSES


# 10 and 12 in turn, sixteen times: mean 11, every range 2, limits 11 -+ 5.32.
TURNS = [10, 12] * 8


@pytest.mark.parametrize(
    ("polarity", "target", "expected"),
    [
        (Polarity.HIGHER, "5.68", Assurance.PASSES),
        (Polarity.HIGHER, "5.680001", Assurance.HIT_OR_MISS),
        (Polarity.HIGHER, "16.32", Assurance.FAILS),
        (Polarity.LOWER, "16.32", Assurance.PASSES),
        (Polarity.LOWER, "5.68", Assurance.FAILS),
        (Polarity.LOWER, "16.319999", Assurance.HIT_OR_MISS),
        (Polarity.NONE, "16.32", None),
        (Polarity.RANGE, "16.32", None),
    ],
)
def test_a_target_on_a_limit_counts(polarity, target, expected):
    assert analyse(observed(*TURNS, target=target), Method(polarity=polarity)).assurance is expected


def test_in_the_r_tool_a_target_on_a_limit_is_hit_or_miss():
    method = Method(profile=Profile.NHSR, polarity=Polarity.HIGHER, screening=False)
    assert analyse(observed(*TURNS, target="5.68"), method).assurance is Assurance.HIT_OR_MISS


def test_assurance_takes_the_target_of_the_last_point_that_counts():
    dated = Observed(
        days=tuple(day(n) for n in range(17)),
        values=tuple(map(Decimal, [*TURNS, 12])),
        targets=(*[Decimal(5)] * 15, Decimal(17), Decimal(5)),
        ghosted=frozenset([day(16)]),
    )
    assert analyse(dated, HIGHER).assurance is Assurance.FAILS


def test_a_point_on_its_limit_is_inside():
    # The limits of the first sixteen are 5.68 and 16.32.
    method = Method(polarity=Polarity.HIGHER, baseline_points=16)
    spc = analyse(observed(*TURNS, "16.32", 11, "16.33", 11, "5.67"), method)
    assert (marked(spc, "above_limit"), marked(spc, "below_limit")) == ([18], [20])


def test_seven_on_one_side_are_a_shift_and_one_on_the_mean_breaks_it():
    method = Method(polarity=Polarity.HIGHER, baseline_points=16)
    assert marked(analyse(observed(*TURNS, *[12] * 7), method), "shift_above") == [*range(16, 23)]
    assert marked(analyse(observed(*TURNS, *[12] * 4, 11, *[12] * 4), method), "shift_above") == []


def test_six_steps_one_way_are_a_trend_and_a_tie_breaks_it():
    assert marked(analyse(observed(9, 9, 10, 11, 12, 13, 14, 15, 15), HIGHER), "trend_up") == [*range(1, 8)]
    assert marked(analyse(observed(9, 10, 11, 12, 12, 13, 14, 15), HIGHER), "trend_up") == []


def test_trends_run_across_a_recalculation_and_shifts_do_not():
    series = observed(5, 6, 7, 8, 9, 10, 11, 12)
    recalculated = Method(polarity=Polarity.HIGHER, recalculated_on=frozenset([day(4)]))
    assert marked(analyse(series, recalculated), "trend_up") == [*range(8)]
    nhsr = Method(profile=Profile.NHSR, polarity=Polarity.HIGHER, recalculated_on=frozenset([day(4)]))
    assert marked(analyse(series, nhsr), "trend_up") == []


def test_two_of_three_near_a_limit_are_marked_and_the_third_is_not():
    # Near is beyond 11 + 3.5466...: 14.6 is, 12 only on the same side, 10 on the other.
    method = Method(polarity=Polarity.LOWER, baseline_points=16)
    spc = analyse(observed(*TURNS, "14.6", 12, "14.6"), method)
    assert marked(spc, "two_of_three_above") == [16, 18]
    assert spc.variation is Variation.CONCERN_HIGH
    assert marked(analyse(observed(*TURNS, "14.6", 10, "14.6"), method), "two_of_three_above") == []


def test_what_is_left_out_is_skipped_everywhere():
    spc = analyse(observed(10, 90, 12, None, 11, 15, ghosted=[1]), HIGHER)
    assert spc.parts[0].mean == 12
    assert [point.is_counted for point in spc.points] == [True, False, True, False, True, True]
    assert spc.counted == 4


def test_an_icon_sits_on_the_last_point_that_counts():
    method = Method(polarity=Polarity.HIGHER, baseline_points=16)
    assert analyse(observed(*TURNS, 30, 11, ghosted=[17]), method).variation is Variation.IMPROVEMENT_HIGH


@pytest.mark.parametrize(
    ("conflict", "signal"), [("concern", Signal.CONCERN), ("improvement", Signal.IMPROVEMENT)]
)
def test_a_point_that_is_both_is_what_the_kpi_says(conflict, signal):
    # Seven rising steps that stay below the baseline's mean of 11.
    series = observed(*TURNS, "8.1", "8.2", "8.3", "8.4", "8.5", "8.6", "8.7")
    method = Method(polarity=Polarity.HIGHER, baseline_points=16, conflict=Conflict(conflict))
    last = analyse(series, method).points[-1]
    assert (last.trend_up, last.shift_below, last.is_conflict, last.signal) == (True, True, True, signal)


def test_without_a_good_direction_a_signal_is_high_or_low():
    method = Method(baseline_points=16)
    assert analyse(observed(*TURNS, 30), method).variation is Variation.NEUTRAL_HIGH
    assert analyse(observed(*TURNS, 2), method).variation is Variation.NEUTRAL_LOW


def test_a_baseline_carries_on_until_the_first_recalculation():
    method = Method(polarity=Polarity.HIGHER, baseline_points=4, recalculated_on=frozenset([day(6)]))
    first, second, third = analyse(observed(10, 12, 11, 15, 90, 90, 20, 22), method).parts
    assert (first.mean, second.mean, third.mean) == (12, 12, 21)
    assert first.upper == second.upper


def test_screening_drops_freak_ranges_and_their_points():
    # Ranges 2 seven times, 30, then 30 and 2: with a mean of 7.6 the limit is 24.8, so both 30s are freaks.
    values = [10, 12, 10, 12, 10, 12, 10, 12, 42, 12, 10]
    england = analyse(observed(*values), Method(screening=True)).parts[0]
    r_tool = analyse(observed(*values), Method(profile=Profile.NHSR)).parts[0]
    assert england.upper - england.mean == r_tool.upper - r_tool.mean == Decimal("5.32")
    assert (england.made_of, r_tool.made_of) == (9, 11)


def test_a_day_that_is_not_in_the_data_is_named():
    missing = frozenset([date(2030, 5, 1)])
    with pytest.raises(NotInTheData, match="no point on 1 May 2030, so it cannot be recalculated there"):
        analyse(observed(1, 2, 3), Method(recalculated_on=missing))
    with pytest.raises(NotInTheData, match="left out"):
        Observed(days=(day(0),), values=(Decimal(1),), ghosted=missing)


def test_days_in_the_wrong_order_are_named():
    with pytest.raises(DaysOutOfOrder, match="1 January 2024 does not come after 2 January 2024"):
        Observed(days=(day(1), day(0)), values=(Decimal(1), Decimal(2)))


@pytest.mark.parametrize("wrong", [{"shift": 5}, {"trend": 9}, {"baseline_points": 0}])
def test_a_setting_the_method_does_not_have_is_refused(wrong):
    with pytest.raises(MethodRefused):
        Method(**wrong)


def random_series(pick: random.Random) -> tuple[Observed, Method]:
    count = pick.randint(0, 40)
    values = [pick.choice([None, pick.randint(0, 30), pick.gauss(50, 9)]) for _ in range(count)]
    values = [value if value is None else round(value, pick.choice([0, 2])) for value in values]
    ghosted = [n for n in range(count) if pick.random() < 0.1]
    moved = frozenset(day(n) for n in range(count) if pick.random() < 0.05)
    method = Method(
        profile=pick.choice(list(Profile)),
        polarity=pick.choice(list(Polarity)),
        recalculated_on=moved,
        baseline_points=pick.choice([None, None, 5, 12]),
        screening=pick.choice([None, True, False]),
        shift=pick.choice([6, 7, 8]),
    )
    return observed(*values, target=pick.choice([None, 20, 50]), ghosted=ghosted), method


def test_many_together_are_what_each_is_alone():
    pick = random.Random(20191114)  # noqa: S311 - the same series every time
    asked = [random_series(pick) for _ in range(300)]
    alone = [analyse(*one) for one in asked]
    assert icons_of(asked) == [spc.icons for spc in alone]


@pytest.mark.parametrize("factor", [Decimal("1e11"), Decimal("1e-15"), Decimal("1.000000000000000001")])
def test_size_and_places_of_the_values_change_nothing(factor):
    pick = random.Random(7)  # noqa: S311 - the same series every time
    for _ in range(40):
        series, method = random_series(pick)
        scaled = Observed(
            series.days,
            tuple(v if v is None else v * factor for v in series.values),
            tuple(t * factor for t in series.targets if t is not None),
            series.ghosted,
        )
        plain, large = analyse(series, method), analyse(scaled, method)
        assert [point.signal for point in plain.points] == [point.signal for point in large.points]
        assert (plain.variation, plain.assurance) == (large.variation, large.assurance)
