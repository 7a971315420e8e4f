"""What looks odd about a figure as it is typed. Warnings never block."""

from collections.abc import Sequence
from decimal import Decimal

from kpis.domain.definition import Accumulation
from kpis.domain.numbers import Unit
from kpis.figures.models import KpiDefinition
from kpis.figures.queries.record import BoardFigure

ENOUGH_HISTORY = 4
LATEST = 8


def warnings_about(
    definition: KpiDefinition, value: Decimal | None, history: Sequence[BoardFigure]
) -> list[str]:
    """Plain sentences about a value against the figures before it; empty where nothing looks odd."""
    past = [f.value for f in history if f.value is not None][-LATEST:]
    if value is None or not past:
        return []
    checks = (_same_as_last(value, past), _scale(definition, value, past) or _far(definition, value, past))
    return [words for words in checks if words]


def _same_as_last(value: Decimal, past: list[Decimal]) -> str:
    return "This is exactly the same as last time." if value == past[-1] else ""


def _scale(definition: KpiDefinition, value: Decimal, past: list[Decimal]) -> str:
    if definition.unit != Unit.PER_CENT or not value:
        return ""
    typical = sorted(past)[len(past) // 2]
    if typical and Decimal("0.3") < value * 100 / typical < 3 and value <= 1 < typical:
        return "This looks 100 times too small: write 92.1 for 92.1%."
    if typical and Decimal("0.3") < value / (typical * 100) < 3 and value > 100:
        return "This looks 100 times too big: write 92.1 for 92.1%."
    return ""


def _far(definition: KpiDefinition, value: Decimal, past: list[Decimal]) -> str:
    """Outside the range of the latest figures by more than that range is wide."""
    if len(past) < ENOUGH_HISTORY:
        return ""
    low, high = min(past), max(past)
    width = high - low
    if low - width <= value <= high + width:
        return ""
    if definition.accumulation != Accumulation.SNAPSHOT and value < low / 2:
        return "This is less than half of the lowest of the latest figures: is the period complete?"
    return "This is far from the latest figures: please check it."
