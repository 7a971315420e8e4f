"""A bridge as one sentence, whose amounts add up as they are written."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from ..rounding import largest_remainder
from .arithmetic import Bridge, Part

PENCE_A_POUND = 100
MILLION = 1_000_000 * PENCE_A_POUND
HUNDREDTH_OF_A_MILLION = MILLION // 100
PENNIES_BELOW = 100 * PENCE_A_POUND  # smaller amounts are told to the penny


def in_words(bridge: Bridge, *, before: str, after: str, is_later: bool, thing: str = "plan") -> str:
    """`Cost rose by £3.08m: £0.14m because there were 3 more plans, £2.94m because each cost more.`

    `is_later` where one year follows another; otherwise the two are named: `Outturn 2019/20 is £7.20m more
    than budget 2019/20: …`. What works the other way follows as "offset by". Told in hundredths of a
    million, in pounds or in pence, whichever the largest part needs; the parts add up to the whole.
    """
    step = _step(bridge)
    parts = _in_steps(bridge, step)
    opening = _opening(bridge, step, before=before, after=after, is_later=is_later)
    sign = -1 if bridge.change < 0 else 1
    with_it = [_because(part, n, step, bridge, thing) for part, n in parts.items() if n * sign > 0]
    against = [_because(part, n, step, bridge, thing) for part, n in parts.items() if n * sign < 0]
    reasons = with_it + [f"offset by {text}" for text in against]
    return f"{opening}: {', '.join(reasons)}." if reasons else f"{opening}."


def money(pence: int, step: int) -> str:
    """£3.08m, £141,549 or £12.34, as fine as the step asks for; without a sign."""
    pounds = Decimal(abs(pence)) / PENCE_A_POUND
    if step == HUNDREDTH_OF_A_MILLION:
        return f"£{pounds / 1_000_000:.2f}m"
    return f"£{pounds:,.0f}" if step == PENCE_A_POUND else f"£{pounds:,.2f}"


def _step(bridge: Bridge) -> int:
    largest = max(abs(n) for n in (*bridge.pence.values(), bridge.change))
    if largest >= MILLION:
        return HUNDREDTH_OF_A_MILLION
    return PENCE_A_POUND if largest >= PENNIES_BELOW else 1


def _in_steps(bridge: Bridge, step: int) -> dict[Part, int]:
    """The parts in pence, each a whole number of steps, adding up to the change as it is told."""
    told = largest_remainder([part / step for part in bridge.exact.values()], _told(bridge.change, step))
    return {part: n * step for part, n in zip(bridge.exact, told, strict=True)}


def _told(pence: int, step: int) -> int:
    return int((Decimal(pence) / step).quantize(Decimal(1), rounding=ROUND_HALF_UP))


def _opening(bridge: Bridge, step: int, *, before: str, after: str, is_later: bool) -> str:
    if not bridge.change:
        return "Cost did not change" if is_later else f"{after} is the same as {before}"
    told = _told(bridge.change, step) * step
    by = money(told, step) if told else money(bridge.change, 1)
    if is_later:
        return f"Cost {'rose' if bridge.change > 0 else 'fell'} by {by}"
    return f"{after} is {by} {'more' if bridge.change > 0 else 'less'} than {before}"


def _because(part: Part, pence: int, step: int, bridge: Bridge, thing: str) -> str:
    return f"{money(pence, step)} because {_reason(part, pence > 0, bridge, thing)}"


def _reason(part: Part, is_more: bool, bridge: Bridge, thing: str) -> str:
    if part is Part.VOLUME:
        number = counted(abs(bridge.more), thing)
        was = "was" if abs(bridge.more) == 1 else "were"
        return f"there {was} {number.replace(' ', ' more ' if bridge.more > 0 else ' fewer ', 1)}"
    return REASONS[part][is_more]


REASONS = {
    Part.MIX: {
        True: "more of them were in dearer categories",
        False: "more of them were in cheaper categories",
    },
    Part.PRICE: {True: "each cost more", False: "each cost less"},
    Part.NEW: {
        True: "of categories that had none before",
        False: "of categories that had none before and brought money back",
    },
    Part.WITHOUT_PLACES: {
        True: "more was spent beside which no number of places stands",
        False: "less was spent beside which no number of places stands",
    },
}


def counted(number: Fraction, thing: str) -> str:
    """`3 plans`, `1 plan`, `2.5 plans`: at most one decimal."""
    shown = Decimal(number.numerator) / number.denominator
    text = f"{shown:,.0f}" if number.denominator == 1 else f"{shown:,.1f}"
    return f"{text} {thing}" if text == "1" else f"{text} {thing}s"
