from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpis.domain.definition import Definition
from kpis.domain.rating import NegativeTolerance, Polarity, Rated, Rating, Tolerance, rate
from kpis.domain.symbols import INSTEAD_OF_VALUE, Symbol

ON, RISK, OFF, NOT = Rating.ON_TRACK, Rating.AT_RISK, Rating.OFF_TRACK, Rating.NOT_RATED


def definition(polarity, tolerance="5", is_per_cent=True, **fields):
    fields = {"unit": "per cent", "decimals": 1, **fields}
    return Definition(polarity=polarity, tolerance=Tolerance(Decimal(tolerance), is_per_cent), **fields)


def rating(of, value, expected):
    return rate(of, value=Decimal(value), expected=Fraction(expected)).rating


@pytest.mark.parametrize(
    ("value", "expected", "tolerance", "is_per_cent", "rated"),
    [
        ("32.0", "32.0", "5", True, ON),
        ("32.1", "32.0", "5", True, ON),
        ("31.9", "32.0", "5", True, RISK),
        ("30.4", "32.0", "5", True, RISK),  # exactly 5% below
        ("30.399999", "32.0", "5", True, OFF),
        ("90", "90", "0", True, ON),
        ("89.999999", "90", "0", True, OFF),
        ("88", "90", "2", False, RISK),
        ("87.999999", "90", "2", False, OFF),
        ("0.3", "0.3", "0", False, ON),  # 0.1 + 0.2 in floats would miss it
        ("0", "0", "5", True, ON),
        ("-0.000001", "0", "5", True, OFF),  # per cent of nought allows nothing
        ("-0.5", "0", "0.5", False, RISK),
        ("-105", "-100", "5", True, RISK),
        ("-105.000001", "-100", "5", True, OFF),
        ("-99", "-100", "5", True, ON),
    ],
)
def test_higher_is_better_exactly_at_each_boundary(value, expected, tolerance, is_per_cent, rated):
    assert rating(definition(Polarity.HIGHER, tolerance, is_per_cent), value, expected) is rated


@pytest.mark.parametrize(
    ("value", "expected", "rated"),
    [
        ("32.0", "32.0", ON),
        ("31.9", "32.0", ON),
        ("32.000001", "32.0", RISK),
        ("33.6", "32.0", RISK),
        ("33.600001", "32.0", OFF),
        ("-95", "-100", RISK),
        ("-94.999999", "-100", OFF),
        ("0", "0", ON),
        ("0.000001", "0", OFF),
    ],
)
def test_lower_is_better_is_its_mirror(value, expected, rated):
    assert rating(definition(Polarity.LOWER), value, expected) is rated


def test_a_third_of_a_day_is_judged_exactly():
    of = definition(Polarity.HIGHER, "0")
    assert rate(of, value=Decimal("0.3333333333333333333333333333"), expected=Fraction(1, 3)).rating is OFF
    assert rate(of, value=Decimal("0.3333333333333333333333333334"), expected=Fraction(1, 3)).rating is ON


VALUES = st.decimals(min_value=-1000, max_value=1000, places=3)
AMOUNTS = st.decimals(min_value=0, max_value=50, places=2)


@given(VALUES, VALUES, AMOUNTS, st.booleans())
def test_turning_every_sign_round_turns_higher_into_lower(value, expected, amount, is_per_cent):
    higher = definition(Polarity.HIGHER, amount, is_per_cent)
    lower = definition(Polarity.LOWER, amount, is_per_cent)
    assert rating(higher, value, expected) is rating(lower, -value, -expected)


@given(VALUES, VALUES, VALUES, AMOUNTS, st.booleans())
def test_a_better_value_never_has_a_worse_rating(one, other, expected, amount, is_per_cent):
    of = definition(Polarity.HIGHER, amount, is_per_cent)
    worst_first = [OFF, RISK, ON]
    low, high = (worst_first.index(rating(of, value, expected)) for value in sorted([one, other]))
    assert low <= high


@pytest.mark.parametrize(
    ("value", "is_per_cent", "rated"),
    [
        ("90", True, ON),
        ("95", True, ON),
        ("100", True, ON),
        ("85.5", True, RISK),  # 5% of 90 below 90
        ("85.499999", True, OFF),
        ("105", True, RISK),  # 5% of 100 above 100
        ("105.000001", True, OFF),
        ("85", False, RISK),
        ("84.999999", False, OFF),
    ],
)
def test_a_range_takes_its_tolerance_from_the_nearer_bound_and_needs_no_target(value, is_per_cent, rated):
    of = definition(Polarity.RANGE, "5", is_per_cent, range_low=Decimal(90), range_high=Decimal(100))
    assert rate(of, value=Decimal(value)).rating is rated


def test_a_range_is_rated_in_its_baselines_period_too():
    of = definition(Polarity.RANGE, range_low=Decimal(90), range_high=Decimal(100))
    assert rate(of, value=Decimal(95), no_comparison="This is the baseline.").rating is ON


@pytest.mark.parametrize(
    ("of", "given_", "reason"),
    [
        (
            definition(Polarity.NONE, nature="demand"),
            {"value": Decimal(1), "expected": Decimal(1)},
            "Demand has no good direction, so it is not rated.",
        ),
        (
            definition(Polarity.NONE, nature="provision_mix"),
            {"value": None},
            "This KPI has no good direction, so it is not rated.",
        ),
        (definition(Polarity.HIGHER), {"value": Decimal(1)}, "No target yet."),
        (definition(Polarity.HIGHER), {"value": None, "expected": Decimal(1)}, "No figure yet."),
        (
            definition(Polarity.HIGHER),
            {"value": Decimal(1), "symbol": Symbol.FORECAST, "expected": Decimal(1)},
            "The figure is a forecast.",
        ),
        (
            definition(Polarity.HIGHER),
            {"value": Decimal(1), "expected": Decimal(1), "no_comparison": "This is the baseline."},
            "This is the baseline.",
        ),
        (
            definition(Polarity.HIGHER),
            {"value": None, "symbol": Symbol.CONFIDENTIAL, "expected": Decimal(1)},
            "There is no value to rate: confidential.",
        ),
        (definition(Polarity.RANGE), {"value": Decimal(1)}, "No range yet."),
    ],
    ids=["demand", "no direction", "no target", "no figure", "forecast", "baseline", "symbol", "no range"],
)
def test_what_is_not_rated_says_why(of, given_, reason):
    assert rate(of, **given_) == Rated(NOT, reason)


@pytest.mark.parametrize("symbol", sorted(INSTEAD_OF_VALUE))
def test_a_symbol_instead_of_a_value_is_never_rated(symbol):
    assert rate(definition(Polarity.HIGHER), value=None, symbol=symbol, expected=Decimal(1)).rating is NOT


@pytest.mark.parametrize("symbol", [Symbol.PROVISIONAL, Symbol.REVISED, Symbol.ESTIMATED, Symbol.UNRELIABLE])
def test_a_symbol_beside_a_value_does_not_stop_the_rating(symbol):
    assert (
        rate(definition(Polarity.HIGHER), value=Decimal(1), symbol=symbol, expected=Decimal(1)).rating is ON
    )


@pytest.mark.parametrize(
    ("of", "value", "expected", "reason"),
    [
        (definition(Polarity.HIGHER), "93.5", "90", "93.5% is above the 90.0% expected, which is better."),
        (definition(Polarity.HIGHER), "90", "90", "90.0% is exactly what was expected."),
        (
            definition(Polarity.HIGHER, "5.0000"),
            "88",
            "90",
            "88.0% is below the 90.0% expected, within the tolerance of 5% of that.",
        ),
        (
            definition(Polarity.HIGHER, "2.50", is_per_cent=False),
            "80",
            "90",
            "80.0% is below the 90.0% expected, by more than the tolerance of 2.5 percentage points.",
        ),
        (
            definition(Polarity.LOWER, "500", is_per_cent=False, unit="pounds", decimals=0),
            "16408",
            "15908",
            "£16,408 is above the £15,908 expected, within the tolerance of £500.",
        ),
        (definition(Polarity.HIGHER, "0"), "89.99", "90", "90.0% is just below the 90.0% expected."),
    ],
    ids=["better", "equal", "at risk", "off track", "pounds", "hidden by rounding"],
)
def test_a_rating_gives_its_reason_in_words(of, value, expected, reason):
    assert rate(of, value=Decimal(value), expected=Decimal(expected)).reason == reason


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("95", "95.0% is inside the range 90.0% to 100.0%."),
        ("88", "88.0% is below the range 90.0% to 100.0%, within the tolerance of 5% of that."),
        ("89.99", "90.0% is just below the range 90.0% to 100.0%, within the tolerance of 5% of that."),
        ("120", "120.0% is above the range 90.0% to 100.0%, by more than the tolerance of 5% of that."),
    ],
)
def test_a_range_gives_its_reason_in_words(value, reason):
    of = definition(Polarity.RANGE, range_low=Decimal(90), range_high=Decimal(100))
    assert rate(of, value=Decimal(value)).reason == reason


def test_a_tolerance_below_nought_is_refused():
    with pytest.raises(NegativeTolerance):
        Tolerance(Decimal("-1"), is_per_cent=True)


def test_a_definition_made_from_plain_words_is_judged_like_any_other():
    assert rate(definition("none", nature="demand"), value=Decimal(1)).rating is NOT


def test_ratings_and_polarities_have_the_words_of_the_glossary():
    assert [r.words for r in Rating] == ["On track", "At risk", "Off track", "Not rated"]
    assert [p.words for p in Polarity] == [
        "higher is better",
        "lower is better",
        "stay in range",
        "no good direction",
    ]
