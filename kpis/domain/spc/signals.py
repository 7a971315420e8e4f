"""The rules that tell a signal from noise, for every counted point of a sheet. Each rule is a flag of its own."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from .limits import Reckoned
from .method import Method
from .sheet import Sheet


class PointFlags(NamedTuple):
    """One point by each rule and side.

    `side` is 1 above the mean, -1 below and 0 on it; `step` is the direction of the move from the point before.
    """

    side: int
    step: int
    above_limit: bool
    below_limit: bool
    shift_above: bool
    shift_below: bool
    trend_up: bool
    trend_down: bool
    two_of_three_above: bool
    two_of_three_below: bool

    @property
    def is_high(self) -> bool:
        return self.above_limit or self.shift_above or self.trend_up or self.two_of_three_above

    @property
    def is_low(self) -> bool:
        return self.below_limit or self.shift_below or self.trend_down or self.two_of_three_below

    @property
    def is_trend(self) -> bool:
        return self.trend_up or self.trend_down


def flags(sheet: Sheet, reckoned: Reckoned, methods: Sequence[Method]) -> PointFlags:
    """The flags of all counted points at once: an array in each field."""
    n, m = reckoned.n[reckoned.place], reckoned.m[reckoned.place]
    ranges = reckoned.ranges[reckoned.place]
    away = sheet.y * n - reckoned.total[reckoned.place]
    side, distance = _sign(away), np.abs(away)
    is_outside = (distance * 100 * m > 266 * ranges * n).astype(bool)
    is_near = (distance * 300 * m > 532 * ranges * n).astype(bool) & ~is_outside
    shift = np.array([method.shift for method in methods])[sheet.series]
    trend = np.array([method.trend for method in methods])[sheet.series]
    is_shift = (_run_lengths(side, sheet.next_to) >= shift) & (side != 0)
    step, trend_up, trend_down = _trends(sheet, trend)
    return PointFlags(
        side=side,
        step=step,
        above_limit=is_outside & (side > 0),
        below_limit=is_outside & (side < 0),
        shift_above=is_shift & (side > 0),
        shift_below=is_shift & (side < 0),
        trend_up=trend_up,
        trend_down=trend_down,
        two_of_three_above=_two_of_three(is_near, side > 0, sheet.next_to),
        two_of_three_below=_two_of_three(is_near, side < 0, sheet.next_to),
    )


def at(places: Sequence[int], all_flags: PointFlags) -> list[PointFlags]:
    """The flags of these counted points, one by one."""
    columns = (column[places].tolist() for column in all_flags)
    return [PointFlags(*values) for values in zip(*columns, strict=True)]


def _sign(numbers: np.ndarray) -> np.ndarray:
    """-1, 0 or 1 as small integers, also of Python's own numbers."""
    return (numbers > 0).astype(np.int8) - (numbers < 0).astype(np.int8)


def _run_lengths(kind: np.ndarray, joins: np.ndarray) -> np.ndarray:
    """For each point how many neighbours of its kind stand together, itself included."""
    begins = np.ones(len(kind), dtype=bool)
    begins[1:] = ~joins[1:] | (kind[1:] != kind[:-1])
    run = np.cumsum(begins) - 1
    return np.bincount(run)[run] if len(run) else run


def _trends(sheet: Sheet, length: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The step to each point, and the points of steps that go strictly one way, their first point included."""
    step = np.zeros(len(sheet.y), dtype=np.int8)
    step[1:] = _sign(sheet.y[1:] - sheet.y[:-1]) * sheet.after[1:]
    is_trend = (_run_lengths(step, sheet.after) >= length - 1) & (step != 0)
    up, down = is_trend & (step > 0), is_trend & (step < 0)
    return step, _with_first(up), _with_first(down)


def _with_first(steps: np.ndarray) -> np.ndarray:
    """A step belongs to two points: the one it leads to and the one it leaves."""
    points = steps.copy()
    points[:-1] |= steps[1:]
    return points


def _two_of_three(is_near: np.ndarray, is_on_side: np.ndarray, next_to: np.ndarray) -> np.ndarray:
    """The near points among three neighbours on one side of the mean of which at least two are near."""
    near = is_near & is_on_side
    is_signal = np.zeros(len(near), dtype=bool)
    if len(near) < 3:
        return is_signal
    together = next_to[1:-1] & next_to[2:] & is_on_side[:-2] & is_on_side[1:-1] & is_on_side[2:]
    enough = (near[:-2].astype(np.int8) + near[1:-1] + near[2:]) >= 2
    window = together & enough
    for shift in range(3):
        is_signal[shift : len(near) - 2 + shift] |= window
    return is_signal & near
