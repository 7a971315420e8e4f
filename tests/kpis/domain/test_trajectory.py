from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpis.domain.trajectory import RepeatedTarget, Shape, TargetPoint, Trajectory

BASELINE_DAY = date(2019, 3, 31)
TARGETS = (TargetPoint(date(2021, 3, 31), Decimal(90)), TargetPoint(date(2020, 3, 31), Decimal(80)))
LINEAR = Trajectory(BASELINE_DAY, Decimal("75.4"), TARGETS)
STEPPED = Trajectory(BASELINE_DAY, Decimal("75.4"), TARGETS, Shape.STEPPED)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2019, 3, 30), None),
        (date(2019, 3, 31), Fraction(754, 10)),
        # 183 of the 366 days from 31 March 2019 to 31 March 2020, which hold 29 February
        (date(2019, 9, 30), Fraction(754 + 800, 20)),
        # one day of 366
        (date(2019, 4, 1), Fraction(754, 10) + Fraction(46, 10) / 366),
        (date(2020, 3, 31), Fraction(80)),
        # 73 of 365 days on from there: a fifth of the next ten points
        (date(2020, 6, 12), Fraction(82)),
        (date(2021, 3, 31), Fraction(90)),
        (date(2030, 1, 1), Fraction(90)),
    ],
)
def test_a_linear_trajectory_moves_by_days_and_stays_after_the_last_point(day, expected):
    assert LINEAR.expected_on(day) == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2019, 3, 30), None),
        (date(2019, 3, 31), "75.4"),
        (date(2020, 3, 30), "75.4"),
        (date(2020, 3, 31), "80"),
        (date(2021, 3, 30), "80"),
        (date(2021, 3, 31), "90"),
        (date(2030, 1, 1), "90"),
    ],
)
def test_a_stepped_trajectory_holds_its_value_until_the_next_points_day(day, expected):
    assert STEPPED.expected_on(day) == (None if expected is None else Fraction(expected))


def test_thirds_are_exact():
    line = Trajectory(date(2019, 1, 1), Decimal(0), (TargetPoint(date(2019, 1, 4), Decimal(1)),))
    assert line.expected_on(date(2019, 1, 2)) == Fraction(1, 3)


def test_targets_up_to_the_baselines_day_are_spent():
    line = Trajectory(date(2020, 3, 31), Decimal(85), TARGETS)
    assert [point.value for point in line.points] == [90]
    assert line.expected_on(date(2020, 3, 31)) == 85


def test_without_a_target_ahead_or_a_baseline_nothing_is_expected():
    assert Trajectory(BASELINE_DAY, Decimal(1), ()).expected_on(BASELINE_DAY) is None
    assert Trajectory(date(2022, 1, 1), Decimal(1), TARGETS).expected_on(date(2022, 6, 1)) is None
    assert Trajectory(None, None, TARGETS).expected_on(date(2020, 6, 1)) is None


def test_two_targets_for_one_day_are_refused():
    with pytest.raises(RepeatedTarget):
        Trajectory(BASELINE_DAY, Decimal(1), (TARGETS[0], TargetPoint(TARGETS[0].on, Decimal(1))))


def test_the_corners_are_the_baseline_the_points_and_the_end():
    assert LINEAR.corners(date(2022, 3, 31)) == (
        (date(2019, 3, 31), Decimal("75.4")),
        (date(2020, 3, 31), Decimal(80)),
        (date(2021, 3, 31), Decimal(90)),
        (date(2022, 3, 31), Decimal(90)),
    )
    assert LINEAR.corners(date(2020, 6, 12))[1:] == (
        (date(2020, 3, 31), Decimal(80)),
        (date(2020, 6, 12), Decimal(82)),
    )
    assert LINEAR.corners(BASELINE_DAY) == ((BASELINE_DAY, Decimal("75.4")),)
    assert LINEAR.corners(date(2019, 1, 1)) == ()
    assert Trajectory(BASELINE_DAY, Decimal(1), ()).corners(date(2020, 1, 1)) == ()


def test_the_corners_of_a_stepped_line_hold_each_value_from_its_day():
    assert STEPPED.corners(date(2020, 6, 12)) == (
        (date(2019, 3, 31), Decimal("75.4")),
        (date(2020, 3, 31), Decimal(80)),
        (date(2020, 6, 12), Decimal(80)),
    )


# Cumulative in the year

YEARS = (
    TargetPoint(date(2020, 3, 31), Decimal(366)),
    TargetPoint(date(2021, 3, 31), Decimal(730)),
)
SAVED = Trajectory(BASELINE_DAY, Decimal(200), YEARS, is_cumulative=True)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2019, 3, 30), None),
        (date(2019, 4, 1), 1),
        (date(2019, 4, 30), 30),
        (date(2019, 9, 30), 183),
        (date(2020, 3, 31), 366),
        (date(2020, 4, 1), 2),
        (date(2020, 4, 30), 60),
        (date(2021, 3, 31), 730),
        # the year after the last point has the last year's target again
        (date(2021, 4, 30), 60),
        (date(2022, 3, 31), 730),
    ],
)
def test_a_cumulative_trajectory_starts_from_nought_in_every_year(day, expected):
    assert SAVED.expected_on(day) == expected


def test_a_cumulative_trajectory_needs_no_baseline():
    line = Trajectory(None, None, YEARS, is_cumulative=True)
    assert line.expected_on(date(2019, 4, 30)) == 30
    assert line.expected_on(date(2019, 3, 31)) is None


def test_a_point_within_the_year_is_passed_and_the_last_one_stays_until_the_year_ends():
    points = (TargetPoint(date(2019, 9, 30), Decimal(100)), TargetPoint(date(2019, 12, 31), Decimal(300)))
    line = Trajectory(None, None, points, is_cumulative=True)
    assert line.expected_on(date(2019, 9, 30)) == 100
    assert line.expected_on(date(2019, 11, 15)) == 200
    assert line.expected_on(date(2020, 3, 31)) == 300


def test_a_stepped_cumulative_trajectory_expects_nothing_saved_until_the_points_day():
    line = Trajectory(None, None, YEARS, Shape.STEPPED, is_cumulative=True)
    assert line.expected_on(date(2020, 3, 30)) == 0
    assert line.expected_on(date(2020, 3, 31)) == 366


def test_a_year_may_start_in_september():
    line = Trajectory(
        None, None, (TargetPoint(date(2020, 8, 31), Decimal(366)),), is_cumulative=True, year_start=(9, 1)
    )
    assert line.expected_on(date(2019, 9, 30)) == 30
    assert line.expected_on(date(2019, 8, 31)) is None


def test_progress_is_towards_the_years_target_where_cumulative_and_the_last_one_otherwise():
    assert SAVED.target_for(date(2019, 6, 30)) == YEARS[0]
    assert SAVED.target_for(date(2020, 6, 30)) == YEARS[1]
    assert SAVED.target_for(date(2021, 6, 30)) == TargetPoint(date(2022, 3, 31), Decimal(730))
    assert LINEAR.target_for(date(2019, 6, 30)) == TARGETS[0]


def test_the_corners_of_a_cumulative_line_are_a_saw():
    assert SAVED.corners(date(2020, 4, 30)) == (
        (date(2019, 3, 31), 0),
        (date(2020, 3, 31), 366),
        (date(2020, 3, 31), 0),
        (date(2020, 4, 30), 60),
    )


def test_a_saw_is_drawn_from_the_baselines_day():
    line = Trajectory(date(2019, 9, 30), Decimal(0), YEARS[:1], is_cumulative=True)
    assert line.corners(date(2020, 3, 31)) == ((date(2019, 9, 30), 183), (date(2020, 3, 31), 366))


DAYS = st.dates(min_value=date(2019, 1, 1), max_value=date(2023, 12, 31))
VALUES = st.decimals(min_value=-1000, max_value=1000, places=2)
POINTS = st.dictionaries(DAYS, VALUES, max_size=5).map(
    lambda points: tuple(TargetPoint(on, value) for on, value in points.items())
)


@given(DAYS, VALUES, POINTS, DAYS)
def test_a_linear_trajectory_never_leaves_the_span_of_its_values(baseline_on, value, points, day):
    line = Trajectory(baseline_on, value, points)
    expected = line.expected_on(day)
    if expected is not None:
        values = [value, *(point.value for point in line.points)]
        assert min(values) <= expected <= max(values)


@given(DAYS, VALUES, POINTS, DAYS, st.sampled_from(Shape), st.booleans())
def test_every_corner_but_the_noughts_lies_on_the_trajectory(
    baseline_on, value, points, until, shape, cumulative
):
    line = Trajectory(baseline_on, value, points, shape, cumulative)
    corners = line.corners(until)
    assert list(corners) == sorted(corners, key=lambda corner: corner[0])
    assert all(day <= until for day, _ in corners)
    first_days = {day for day, _ in corners if (day + timedelta(days=1)).timetuple()[1:3] == (4, 1)}
    for day, corner in corners:
        if not (cumulative and day in first_days):
            assert abs(line.expected_on(day) - Fraction(corner)) < Fraction(1, 10**20)
