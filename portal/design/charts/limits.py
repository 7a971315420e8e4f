"""Process limits as they are drawn."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from kpis.domain.series import Series
from kpis.domain.spc import FEWEST
from portal.design.charts import scale


class DrawnPart(NamedTuple):
    """A stretch with limits of its own."""

    first_on: date
    last_on: date
    mean: float
    lower: float
    upper: float


def limits_to_draw(series: Series) -> Iterator[DrawnPart]:
    """Every part with enough points. Drawn limits stay at or above nought, and at or below 100%, where figures do."""
    process = series.process
    if process is None or process.spc.counted < FEWEST:
        return
    low, high = _bounds(series)
    for part in process.spc.parts:
        if part.is_enough:
            lower, upper = max(float(part.lower), low), min(float(part.upper), high)
            yield DrawnPart(part.first_on, part.last_on, float(part.mean), lower, upper)


def _bounds(series: Series) -> tuple[float, float]:
    values = [point.value for point in series.points if point.value is not None]
    is_share = scale.is_per_cent(series.unit) and max(values, default=0) <= 100
    return (0.0 if min(values, default=0) >= 0 else float("-inf")), (100.0 if is_share else float("inf"))
