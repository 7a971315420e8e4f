"""The expected value on a day, between a baseline and dated targets. Exact: fractions, no rounding.

A line of levels starts at the baseline, passes the points, by days, and stays at the last one. A stepped
one holds each value until the next point's day. Before the baseline nothing is expected.

A cumulative line starts from nought in every year: nought at the end of the day before the year's first
day, so that a year's last day has the whole of it and April has 30/365 (or 30/366) of an April-to-March
year. Its points are totals for the year so far; the last point of a year is that year's target, and stays
until the year ends. A year after the last point has the last year's target again, at its own last day;
a year with no point of its own or before it expects nothing. The baseline's value plays no part.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from .definition import Shape, as_decimal
from .periods import year_containing

__all__ = ["RepeatedTarget", "Shape", "TargetPoint", "Trajectory"]

DAY = timedelta(days=1)
Corner = tuple[date, Decimal]


class RepeatedTarget(ValueError):
    """Two targets for one day."""


@dataclass(frozen=True, slots=True)
class TargetPoint:
    """The value to have reached at the end of a day."""

    on: date
    value: Decimal


@dataclass(frozen=True, slots=True)
class Trajectory:
    """Expected values from a baseline through points; points on or before the baseline's day are spent.

    `points` may come in any order. Without a baseline only a cumulative trajectory expects anything.
    """

    baseline_on: date | None
    baseline_value: Decimal | None
    points: tuple[TargetPoint, ...]
    shape: Shape = Shape.LINEAR
    is_cumulative: bool = False
    year_start: tuple[int, int] = (4, 1)

    def __post_init__(self):
        points = sorted(self.points, key=lambda point: point.on)
        if len({point.on for point in points}) < len(points):
            raise RepeatedTarget("There are two targets for the same day.")
        ahead = tuple(p for p in points if self.baseline_on is None or p.on > self.baseline_on)
        object.__setattr__(self, "points", ahead)

    def expected_on(self, day: date) -> Fraction | None:
        """The expected value at the end of this day; None where nothing is expected."""
        if self._is_before(day):
            return None
        line = self._year_line(day) if self.is_cumulative else self._level_line()
        return _value_at(day, line, self.shape) if line else None

    def target_for(self, day: date) -> TargetPoint | None:
        """What the line leads to as seen from a day: the last target, or the year's where cumulative."""
        if not self.is_cumulative:
            return self.points[-1] if self.points else None
        line = self._year_line(day)
        return TargetPoint(*line[-1]) if line else None

    def corners(self, until: date) -> tuple[Corner, ...]:
        """The corners to draw the line up to a day, in order.

        A stepped line holds each corner's value until the next one's day. A cumulative line has two
        corners on the last day of a year: the year's total, and the nought the next one starts from.
        """
        if self._is_before(until):
            return ()
        if not self.is_cumulative:
            return self._drawn(self._level_line(), until)
        return tuple(corner for line in self._year_lines(until) for corner in self._drawn(line, until))

    def _is_before(self, day: date) -> bool:
        return self.baseline_on is not None and day < self.baseline_on

    def _level_line(self) -> tuple[Corner, ...]:
        if self.baseline_on is None or not self.points:
            return ()
        return ((self.baseline_on, self.baseline_value), *((p.on, p.value) for p in self.points))

    def _year_line(self, day: date) -> tuple[Corner, ...]:
        first, end = self._year_of(day)
        nought = (first - DAY, Decimal(0))
        own = [(p.on, p.value) for p in self.points if first <= p.on < end]
        if own:
            return (nought, *own)
        earlier = [p.value for p in self.points if p.on < first]
        return (nought, (end - DAY, earlier[-1])) if earlier else ()

    def _year_of(self, day: date) -> tuple[date, date]:
        first = year_containing(day, self.year_start)
        return first, first.replace(year=first.year + 1)

    def _year_lines(self, until: date) -> Iterator[tuple[Corner, ...]]:
        first = self._year_of(self.points[0].on)[0] if self.points else until + DAY
        while first <= until:
            yield self._year_line(first)
            first = self._year_of(first)[1]

    def _drawn(self, line: tuple[Corner, ...], until: date) -> tuple[Corner, ...]:
        """The part of one line from the baseline's day to `until`, its ends worked out."""
        if not line:
            return ()
        last = min(until, self._year_of(line[-1][0])[1] - DAY) if self.is_cumulative else until
        first = max(line[0][0], self.baseline_on) if self.baseline_on else line[0][0]
        inner = [corner for corner in line if first < corner[0] < last]
        ends = [(day, as_decimal(_value_at(day, line, self.shape))) for day in (first, last)]
        return (ends[0], *inner, *([ends[1]] if last > first else []))


def _value_at(day: date, line: tuple[Corner, ...], shape: Shape) -> Fraction:
    at = bisect_right(line, day, key=lambda corner: corner[0])
    before, value = line[at - 1]
    if at == len(line) or shape is Shape.STEPPED:
        return Fraction(value)
    after, goal = line[at]
    return _between(value, goal, (day - before).days, (after - before).days)


def _between(start: Decimal, goal: Decimal, days: int, of: int) -> Fraction:
    """So many days of a line's days from its start, as one fraction: start + (goal - start) * days / of."""
    from_top, from_below = start.as_integer_ratio()
    to_top, to_below = goal.as_integer_ratio()
    top = from_top * to_below * (of - days) + to_top * from_below * days
    return Fraction(top, from_below * to_below * of)
