"""On track, at risk, off track, or not rated and why. Exact at the boundary: no rounding before judging."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from .definition import Definition, NegativeTolerance, Polarity, Tolerance
from .symbols import INSTEAD_OF_VALUE, Symbol

__all__ = ["NegativeTolerance", "Polarity", "Rated", "Rating", "Tolerance", "rate"]


class Rating(StrEnum):
    """How a figure stands against what was expected of it; RAG only as an abbreviation."""

    ON_TRACK = "on_track"
    AT_RISK = "at_risk"
    OFF_TRACK = "off_track"
    NOT_RATED = "not_rated"

    @property
    def words(self) -> str:
        return self.value.replace("_", " ").capitalize()


@dataclass(frozen=True, slots=True)
class Rated:
    """A rating and the sentence that gives its reason."""

    rating: Rating
    reason: str


def rate(
    definition: Definition,
    *,
    value: Decimal | None,
    symbol: Symbol | None = None,
    expected: Fraction | Decimal | None = None,
    no_comparison: str = "",
) -> Rated:
    """Rate one figure.

    With `e` expected, `a` the value and `t` the tolerance, where higher is better: on track at a >= e, at
    risk at e - t <= a, off track below; mirrored where lower is better. A range needs no expected value:
    inside on track, within t of the nearer bound at risk, further out off track.

    `no_comparison` is the caller's sentence for why there is nothing to compare with, such as "This is
    the baseline."; it does not apply to ranges.
    """
    reason = _nothing_to_rate(definition, value, symbol)
    if reason:
        return Rated(Rating.NOT_RATED, reason)
    if definition.polarity is Polarity.RANGE:
        return _rate_in_range(definition, Fraction(value))
    if no_comparison or expected is None:
        return Rated(Rating.NOT_RATED, no_comparison or "No target yet.")
    return _rate_against(definition, Fraction(value), Fraction(expected))


def _nothing_to_rate(definition: Definition, value: Decimal | None, symbol: Symbol | None) -> str:
    if definition.polarity is Polarity.NONE:
        subject = "Demand" if definition.nature == "demand" else "This KPI"
        return f"{subject} has no good direction, so it is not rated."
    if symbol is Symbol.FORECAST:
        return "The figure is a forecast."
    if symbol in INSTEAD_OF_VALUE:
        return f"There is no value to rate: {symbol.words}."
    if value is None:
        return "No figure yet."
    if definition.polarity is Polarity.RANGE and None in (definition.range_low, definition.range_high):
        return "No range yet."
    return ""


def _rate_against(definition: Definition, value: Fraction, expected: Fraction) -> Rated:
    higher = definition.polarity is Polarity.HIGHER
    short = expected - value if higher else value - expected
    shown, goal = definition.shown(value), definition.shown(expected)
    if short == 0:
        return Rated(Rating.ON_TRACK, f"{shown} is exactly what was expected.")
    # A difference that rounding hides would read as a contradiction without "just".
    just = "just " if shown == goal else ""
    side = "above" if value > expected else "below"
    compared = f"{shown} is {just}{side} the {goal} expected"
    if short < 0:
        return Rated(Rating.ON_TRACK, f"{compared}, which is better.")
    return _by_tolerance(definition, short, definition.tolerance.allowed(expected), compared)


def _rate_in_range(definition: Definition, value: Fraction) -> Rated:
    low, high = Fraction(definition.range_low), Fraction(definition.range_high)
    words = f"the range {definition.shown(low)} to {definition.shown(high)}"
    shown = definition.shown(value)
    if low <= value <= high:
        return Rated(Rating.ON_TRACK, f"{shown} is inside {words}.")
    bound = low if value < low else high
    just = "just " if shown == definition.shown(bound) else ""
    compared = f"{shown} is {just}{'below' if value < low else 'above'} {words}"
    return _by_tolerance(definition, abs(value - bound), definition.tolerance.allowed(bound), compared)


def _by_tolerance(definition: Definition, short: Fraction, allowed: Fraction, compared: str) -> Rated:
    """At risk or off track for a value that is `short` of what it should be."""
    words = definition.tolerance.words(definition.unit)
    if short <= allowed:
        return Rated(Rating.AT_RISK, f"{compared}, within the tolerance of {words}.")
    if allowed == 0:
        return Rated(Rating.OFF_TRACK, f"{compared}.")
    return Rated(Rating.OFF_TRACK, f"{compared}, by more than the tolerance of {words}.")
