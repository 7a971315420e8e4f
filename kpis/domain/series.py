"""One result object for a KPI's series: chart, table, alternative text and sentence all read it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from .spc import Process


@dataclass(frozen=True, slots=True)
class SeriesPoint:
    """One period of a series. `value` is None where a symbol stands instead of it.

    `on` is the day the point is drawn at (the period's last day); `text` is the value as it is
    shown, with its unit; `note` says in words what the symbol beside or instead of the value means.
    """

    label: str
    on: date
    value: Decimal | None
    text: str
    note: str = ""
    is_forecast: bool = False
    is_break: bool = False


@dataclass(frozen=True, slots=True)
class Series:
    """Points in date order, what they are judged from and against, and the sentence that says it.

    `expected` are the corners of the line of expected values (day, value), empty without a target. `process`
    is there where statistical process control applies; its points are these.
    """

    title: str
    unit: str
    points: tuple[SeriesPoint, ...]
    baseline: SeriesPoint | None = None
    expected: tuple[tuple[date, Decimal], ...] = ()
    expected_is_stepped: bool = False
    range_low: Decimal | None = None
    range_high: Decimal | None = None
    summary: str = ""
    process: Process | None = None
