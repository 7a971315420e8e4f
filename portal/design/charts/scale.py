"""Round numbers for an axis, and how they are written.

Floats are for drawing only: whatever is said in words keeps its Decimal.
"""

import math
from decimal import Decimal

from portal.design import formats

NEAR_ZERO = 0.4  # an axis whose lowest value is within this share of its highest starts at zero
STEPS = (1, 2, 5, 10)


def ticks(low: float, high: float, *, at_most: int = 5) -> list[float]:
    """Two to `at_most` round numbers; the first is at or below `low`, the last at or above `high`.

    Starts at zero where that costs little room; values that are not negative never get a negative tick.
    """
    if low == high:
        low, high = _around(low)
    if 0 < low <= NEAR_ZERO * high:
        low = 0.0
    step = _step((high - low) / (at_most - 1))
    while math.ceil(high / step) - math.floor(low / step) >= at_most:
        step = _step(step * 1.5)
    return [n * step for n in range(math.floor(low / step), math.ceil(high / step) + 1)]


def _around(value: float) -> tuple[float, float]:
    """Room above and below a single value."""
    room = abs(value) / 10 or 1.0
    return (0.0, 1.0) if value == 0 else (value - room, value + room)


def _step(at_least: float) -> float:
    """The smallest of 1, 2, 5 times a power of ten that is not smaller."""
    power = 10.0 ** math.floor(math.log10(at_least))
    return next(n * power for n in STEPS if n * power >= at_least * (1 - 1e-9))


def tick_labels(values: list[float], unit: str) -> list[str]:
    """The ticks as they are written: pounds and per cent carry their sign, other units stand once above."""
    step = values[1] - values[0]
    places = max(0, -math.floor(math.log10(step) + 1e-9))
    exact = [formats.rounded(Decimal(repr(value)), places) for value in values]
    if is_money(unit):
        write = formats.gbp_short if step >= formats.EXACT_BELOW else formats.gbp
        return [formats.gbp(value, places) if places else write(value) for value in exact]
    sign = "%" if is_per_cent(unit) else ""
    return [formats.number(value, places) + sign for value in exact]


def needs_its_word(unit: str) -> bool:
    """Days and weeks stand above the axis; pounds and per cent have signs, a count is what the title says."""
    return not (is_money(unit) or is_per_cent(unit) or unit.lower() in ("", "count", "number", "ratio"))


def is_money(unit: str) -> bool:
    return unit.startswith("£") or unit.lower().startswith("pound")


def is_per_cent(unit: str) -> bool:
    return unit.startswith("%") or unit.lower().startswith(("per cent", "percent"))
