"""What a point is called: NHS England's rules say improvement or concern, the R tool names the first rule that fits."""

from ..definition import Polarity
from .icons import Variation
from .method import Conflict, Method
from .result import Signal
from .signals import PointFlags

COMMON = "Common Cause"


def named(method: Method, point: PointFlags, following: PointFlags | None) -> tuple[str, Signal, bool]:
    """The rule (in the R tool's way), the signal, and whether rules are in conflict.

    `following` is the next point of the same part, where it comes right after this one.
    """
    if not method.is_nhsr:
        return "", *signal_of(method, high=point.is_high, low=point.is_low)
    rule = rule_of(point, following)
    high, low = ("Above" in rule or "Increasing" in rule), ("Below" in rule or "Decreasing" in rule)
    return rule, signal_of(method, high=high, low=low)[0], False


def signal_of(method: Method, *, high: bool, low: bool) -> tuple[Signal, bool]:
    """The signal of a point whose rules speak high, low or both, and whether that is a conflict."""
    if not (high or low):
        return Signal.COMMON_CAUSE, False
    if not method.has_direction:
        return (Signal.NEUTRAL_HIGH if high else Signal.NEUTRAL_LOW), False
    if high and low:
        return (Signal.CONCERN if method.conflict is Conflict.CONCERN else Signal.IMPROVEMENT), True
    is_good = high == (method.polarity is Polarity.HIGHER)
    return (Signal.IMPROVEMENT if is_good else Signal.CONCERN), False


_ICONS = {
    (Signal.COMMON_CAUSE, True): Variation.COMMON_CAUSE,
    (Signal.COMMON_CAUSE, False): Variation.COMMON_CAUSE,
    (Signal.IMPROVEMENT, True): Variation.IMPROVEMENT_HIGH,
    (Signal.IMPROVEMENT, False): Variation.IMPROVEMENT_LOW,
    (Signal.CONCERN, True): Variation.CONCERN_LOW,
    (Signal.CONCERN, False): Variation.CONCERN_HIGH,
    (Signal.NEUTRAL_HIGH, False): Variation.NEUTRAL_HIGH,
    (Signal.NEUTRAL_LOW, False): Variation.NEUTRAL_LOW,
}


def variation_of(method: Method, signal: Signal) -> Variation:
    """The icon of a signal. Improvement is high where higher is better, whichever rule it came by."""
    return _ICONS[signal, method.polarity is Polarity.HIGHER]


def rule_of(point: PointFlags, following: PointFlags | None) -> str:
    """The R tool's name of a point: outside, trend, two in three, one side of the mean, in that order.

    Where trends meet, the step to the next point names the trend, if that is in one too.
    """
    side = "Above" if point.side > 0 else "Below"
    if point.above_limit or point.below_limit:
        return f"{side} {'UCL' if point.side > 0 else 'LCL'}"
    if point.is_trend:
        step = following.step if following and following.is_trend else point.step
        return f"7 Point Trend ({'In' if step > 0 else 'De'}creasing)"
    if point.two_of_three_above or point.two_of_three_below:
        return f"2 in 3 {side} CL"
    if point.shift_above or point.shift_below:
        return f"7 Points {side} CL"
    return COMMON
