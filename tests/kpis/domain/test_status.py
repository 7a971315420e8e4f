"""The KPIs are Kingston's as the Board's paper of 2019 has them; targets and tolerances are illustrative."""

from datetime import date
from decimal import Decimal
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpis.domain.direction import Direction
from kpis.domain.periods import PeriodKind, from_start, parse
from kpis.domain.rating import Polarity, Rating, Tolerance
from kpis.domain.status import BaselineValue, Definition, FigureValue, RepeatedPeriod, assess, series
from kpis.domain.symbols import INSTEAD_OF_VALUE, Symbol
from kpis.domain.trajectory import Shape, TargetPoint

TIMELY = Definition(Polarity.HIGHER, "per cent", 1, Tolerance(Decimal(5), True), nature="timeliness")
PLANS = Definition(Polarity.NONE, "count", 0, Tolerance(Decimal(0), False), nature="demand")
PLACES = Definition(
    Polarity.RANGE,
    "per cent",
    0,
    Tolerance(Decimal(5), True),
    range_low=Decimal(90),
    range_high=Decimal(100),
)
TOP_UP = Definition(Polarity.LOWER, "pounds", 0, Tolerance(Decimal(5), True), nature="cost")
TRAINED = Definition(
    Polarity.HIGHER, "count", 0, Tolerance(Decimal(10), True), accumulation="cumulative", year_start=(4, 1)
)


def calendar_year(year):
    return from_start(PeriodKind.CALENDAR_YEAR, date(year, 1, 1))


def month(year, number):
    return from_start(PeriodKind.MONTH, date(year, number, 1))


def figure(period, value, symbol=None, **fields):
    return FigureValue(period, None if value is None else Decimal(value), symbol, **fields)


BASELINE = BaselineValue(Decimal("75.4"), calendar_year(2018))
TARGET = (TargetPoint(date(2022, 12, 31), Decimal(90)),)
TIMELY_FIGURES = (
    figure(calendar_year(2016), "92.1"),
    figure(calendar_year(2018), "75.4"),
    figure(calendar_year(2024), "93.5"),
)


def test_a_kpi_is_judged_by_its_latest_figure():
    found = assess(TIMELY, BASELINE, TARGET, TIMELY_FIGURES[::-1])
    assert found.rating is Rating.ON_TRACK
    assert found.reason == "93.5% is above the 90.0% expected, which is better."
    assert (found.actual, found.previous) == (TIMELY_FIGURES[2], TIMELY_FIGURES[1])
    assert found.expected == 90
    assert found.progress == Decimal("18.1") / Decimal("14.6")
    assert found.progress_words == "123% of the planned change"
    assert found.direction is Direction.TOO_LITTLE_DATA
    assert found.symbol_words == ""


def test_the_expected_value_is_that_of_the_periods_last_day():
    # two of the four years from the end of 2018 to the end of 2022: 731 of 1,461 days
    found = assess(TIMELY, BASELINE, TARGET, [figure(calendar_year(2020), "80")])
    assert found.expected == Decimal("75.4") + Decimal("14.6") * 731 / 1461
    assert found.rating is Rating.AT_RISK


def test_a_value_at_the_tolerances_edge_is_at_risk():
    line = (TargetPoint(date(2019, 12, 31), Decimal("32.0")),)
    of = BaselineValue(Decimal(30), calendar_year(2018))
    assert assess(TIMELY, of, line, [figure(calendar_year(2019), "30.4")]).rating is Rating.AT_RISK
    assert assess(TIMELY, of, line, [figure(calendar_year(2019), "30.39")]).rating is Rating.OFF_TRACK


@pytest.mark.parametrize(
    ("definition", "baseline", "targets", "figures", "reason"),
    [
        (
            PLANS,
            None,
            (),
            [figure(calendar_year(2019), 1161)],
            "Demand has no good direction, so it is not rated.",
        ),
        (TIMELY, None, (), [], "No figure yet."),
        (TIMELY, BASELINE, TARGET, [], "No figure yet."),
        (TIMELY, BASELINE, (), [figure(calendar_year(2019), 80)], "No target yet."),
        (TIMELY, None, (), [figure(calendar_year(2019), 80)], "No target yet."),
        (TIMELY, None, TARGET, [figure(calendar_year(2019), 80)], "No baseline yet."),
        (TIMELY, BASELINE, TARGET, [figure(calendar_year(2018), "75.4")], "This is the baseline."),
        (TIMELY, BASELINE, (), [figure(calendar_year(2018), "75.4")], "This is the baseline."),
        (
            TIMELY,
            BASELINE,
            TARGET,
            [figure(calendar_year(2016), "92.1")],
            "This is from before the baseline.",
        ),
        (
            TIMELY,
            BaselineValue(Decimal(80), calendar_year(2023)),
            TARGET,
            [figure(calendar_year(2024), 90)],
            "No target after the baseline yet.",
        ),
        (
            TIMELY,
            BASELINE,
            TARGET,
            [*TIMELY_FIGURES, figure(calendar_year(2025), None, Symbol.NOT_AVAILABLE)],
            "There is no value to rate: not available.",
        ),
        (
            TIMELY,
            BASELINE,
            TARGET,
            [figure(calendar_year(2025), 95, Symbol.FORECAST)],
            "The figure is a forecast.",
        ),
        (
            TRAINED,
            None,
            (TargetPoint(date(2021, 3, 31), Decimal(120)),),
            [figure(month(2019, 4), 5)],
            "No target for this year yet.",
        ),
    ],
    ids=[
        "demand",
        "nothing at all",
        "no figure",
        "no target",
        "neither baseline nor target",
        "no baseline",
        "the baseline",
        "the baseline without target",
        "before the baseline",
        "target spent",
        "symbol",
        "forecast alone",
        "no target this year",
    ],
)
def test_what_is_not_rated_says_why_and_claims_no_progress(definition, baseline, targets, figures, reason):
    found = assess(definition, baseline, targets, figures)
    assert (found.rating, found.reason) == (Rating.NOT_RATED, reason)
    assert (found.progress, found.progress_words) == (None, "")


def test_a_forecast_is_never_the_current_figure():
    forecast = figure(calendar_year(2025), "60", Symbol.FORECAST)
    found = assess(TIMELY, BASELINE, TARGET, [*TIMELY_FIGURES, forecast])
    assert found == assess(TIMELY, BASELINE, TARGET, TIMELY_FIGURES)


def test_a_forecast_may_be_the_baseline():
    baseline = BaselineValue(Decimal(15908), parse("2019/20", PeriodKind.FINANCIAL_YEAR), is_forecast=True)
    target = (TargetPoint(date(2021, 3, 31), Decimal(15000)),)
    found = assess(TOP_UP, baseline, target, [figure(parse("2020/21", PeriodKind.FINANCIAL_YEAR), 15454)])
    assert found.rating is Rating.AT_RISK
    assert found.progress == Decimal("0.5")


def test_a_symbol_beside_the_value_is_rated_and_said():
    found = assess(TIMELY, BASELINE, TARGET, [figure(calendar_year(2024), "93.5", Symbol.PROVISIONAL)])
    assert (found.rating, found.symbol_words) == (Rating.ON_TRACK, "provisional")


def test_a_range_needs_neither_target_nor_baseline_and_has_no_progress():
    found = assess(PLACES, None, (), [figure(parse("Autumn 2019/20", PeriodKind.TERM), 95)])
    assert found.rating is Rating.ON_TRACK
    assert (found.expected, found.progress, found.progress_words) == (None, None, "")


def test_where_no_change_is_planned_progress_says_hold():
    hold = (TargetPoint(date(2022, 12, 31), Decimal("75.4")),)
    found = assess(TIMELY, BASELINE, hold, [figure(calendar_year(2020), 80)])
    assert (found.progress, found.progress_words) == (None, "hold")
    assert found.rating is Rating.ON_TRACK


def test_a_cumulative_kpi_is_judged_by_its_year_so_far():
    target = (TargetPoint(date(2020, 3, 31), Decimal(366)),)
    found = assess(TRAINED, None, target, [figure(month(2019, 4), 20), figure(month(2019, 9), 183)])
    assert found.expected == 183
    assert found.rating is Rating.ON_TRACK
    assert found.progress == Decimal("0.5")
    assert found.progress_words == "50% of the target for the year"


def test_a_cumulative_kpis_direction_is_that_of_what_each_month_added():
    added = [50, 40, 30, 20, 10]
    so_far = [sum(added[: n + 1]) for n in range(5)]
    figures = [figure(month(2019, 4 + n), value) for n, value in enumerate(so_far)]
    assert assess(TRAINED, None, (), figures).direction is Direction.WORSENING


def test_direction_looks_back_to_the_last_break_only():
    values = [(2015, 90, None), (2016, 80, None), (2017, 70, None), (2018, 10, Symbol.BREAK)]
    values += [(2019, 11, None), (2020, 12, None)]
    figures = [figure(calendar_year(year), value, symbol) for year, value, symbol in values]
    assert assess(TIMELY, None, (), figures).direction is Direction.TOO_LITTLE_DATA
    figures.append(figure(calendar_year(2021), 13))
    assert assess(TIMELY, None, (), figures).direction is Direction.IMPROVING


def test_direction_leaves_out_ghosts_and_forecasts_and_missing_values():
    figures = [figure(calendar_year(2010 + n), n) for n in range(4)]
    figures += [
        figure(calendar_year(2014), 0, is_ghosted=True),
        figure(calendar_year(2015), None, Symbol.CONFIDENTIAL),
        figure(calendar_year(2016), 0, Symbol.FORECAST),
    ]
    assert assess(TIMELY, None, (), figures).direction is Direction.IMPROVING
    assert assess(PLANS, None, (), figures).direction is Direction.RISING


def test_two_figures_for_one_period_are_refused():
    with pytest.raises(RepeatedPeriod, match="two figures for 2024"):
        assess(TIMELY, BASELINE, TARGET, [*TIMELY_FIGURES, figure(calendar_year(2024), 1)])


DEFINITIONS = st.sampled_from([TIMELY, PLANS, PLACES, TOP_UP, TRAINED])
RECORDS = st.dictionaries(
    st.integers(2010, 2025),
    st.tuples(st.decimals(min_value=-500, max_value=500, places=2), st.sampled_from([None, *Symbol])),
).map(
    lambda rows: [
        FigureValue(calendar_year(year), None if symbol in INSTEAD_OF_VALUE else value, symbol)
        for year, (value, symbol) in rows.items()
    ]
)


@given(DEFINITIONS, st.sampled_from([None, BASELINE]), st.sampled_from([(), TARGET]), RECORDS)
def test_any_record_is_told_in_any_order(definition, baseline, targets, figures):
    found = assess(definition, baseline, targets, figures)
    assert found == assess(definition, baseline, targets, figures[::-1])
    assert found.reason.endswith(".")
    assert len(found.reason) <= 300
    assert found.actual is None or not found.actual.is_forecast
    assert definition is not PLANS or found.rating is Rating.NOT_RATED
    told = series(definition, baseline, targets, figures)
    assert [point.on for point in told.points] == sorted(f.period.last_day for f in figures)


def test_five_hundred_kpis_are_judged_well_within_two_seconds():
    figures = [figure(month(2019, n + 1), 80 + n * n % 7) for n in range(8)]
    began = perf_counter()
    for _ in range(500):
        assess(TIMELY, BASELINE, TARGET, figures)
    assert perf_counter() - began < 2


# The series


def test_a_series_says_in_one_sentence_what_it_shows():
    told = series(TIMELY, BASELINE, TARGET, TIMELY_FIGURES, title="EHC plans issued within 20 weeks")
    assert told.summary == "92.1% in 2016, 75.4% in 2018, 93.5% in 2024; the baseline is 75.4% (2018)."
    assert (told.title, told.unit) == ("EHC plans issued within 20 weeks", "per cent")


def test_a_long_series_names_its_ends_and_what_stands_out_between_them():
    values = [(2016, "92.1"), (2017, "80"), (2018, "75.4"), (2019, "79"), (2024, "93.5")]
    told = series(TIMELY, None, (), [figure(calendar_year(year), value) for year, value in values])
    assert told.summary == "92.1% in 2016, 75.4% in 2018, 93.5% in 2024."


def test_a_series_draws_expected_values_from_the_baseline_to_the_last_target_or_figure():
    told = series(TIMELY, BASELINE, TARGET, TIMELY_FIGURES)
    assert told.expected == (
        (date(2018, 12, 31), Decimal("75.4")),
        (date(2022, 12, 31), Decimal(90)),
        (date(2024, 12, 31), Decimal(90)),
    )
    assert told.baseline.text == "75.4%"
    assert not told.expected_is_stepped


def test_a_series_of_demand_has_no_expected_values_and_a_range_has_its_bounds():
    assert series(PLANS, BASELINE, TARGET, TIMELY_FIGURES).expected == ()
    told = series(PLACES, None, (), TIMELY_FIGURES)
    assert (told.range_low, told.range_high, told.expected) == (90, 100, ())


def test_a_stepped_series_says_so():
    stepped = Definition(
        Polarity.HIGHER, "per cent", 1, Tolerance(Decimal(5), True), trajectory_shape=Shape.STEPPED
    )
    assert series(stepped, BASELINE, TARGET, TIMELY_FIGURES).expected_is_stepped


def test_points_carry_their_symbols_in_words():
    figures = [
        figure(calendar_year(2020), 80, Symbol.BREAK),
        figure(calendar_year(2021), None, Symbol.CONFIDENTIAL),
        figure(calendar_year(2022), 82, Symbol.FORECAST),
    ]
    broken, missing, forecast = series(TIMELY, None, (), figures).points
    assert (broken.text, broken.note, broken.is_break) == ("80.0%", "break in series", True)
    assert (missing.value, missing.text, missing.note) == (None, "confidential", "")
    assert (forecast.text, forecast.note, forecast.is_forecast) == ("82.0%", "forecast", True)


@pytest.mark.parametrize(
    ("baseline", "figures", "sentence"),
    [
        (None, [], "No figures yet."),
        (BASELINE, [], "No figures yet; the baseline is 75.4% (2018)."),
        (
            BaselineValue(Decimal(80), calendar_year(2019), is_forecast=True),
            [],
            "No figures yet; the baseline is 80.0% (2019, forecast).",
        ),
        (
            None,
            [
                figure(calendar_year(2020), 80, Symbol.PROVISIONAL),
                figure(calendar_year(2021), None, Symbol.LOW),
            ],
            "80.0% in 2020 (provisional); 2021: rounds to zero.",
        ),
        (
            None,
            [figure(calendar_year(2020), 80, Symbol.BREAK), figure(calendar_year(2021), 90, Symbol.FORECAST)],
            "80.0% in 2020; forecast 90.0% for 2021; the series breaks at 2020.",
        ),
    ],
    ids=["nothing", "baseline alone", "forecast baseline", "missing last", "forecast and break"],
)
def test_the_sentence_says_what_is_missing_forecast_or_broken(baseline, figures, sentence):
    assert series(TIMELY, baseline, (), figures).summary == sentence
