"""A worked-out series as pages show it: with its words, and silent where there are too few points."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from .icons import FEWEST, Assurance, Variation
from .result import Point, Signal, Spc

SIGNAL_WORDS = {
    Signal.COMMON_CAUSE: "Common cause",
    Signal.IMPROVEMENT: "Improvement",
    Signal.CONCERN: "Concern",
    Signal.NEUTRAL_HIGH: "Higher than usual",
    Signal.NEUTRAL_LOW: "Lower than usual",
}


@dataclass(frozen=True, slots=True)
class Note:
    """A numbered mark under the chart: what was agreed there, by whom, and why."""

    on: date
    number: int
    words: str


@dataclass(frozen=True)
class Process:
    """An Spc with its words. Fewer points than pages may judge by are told as too few, and nothing is flagged.

    `remarks` are sentences to stand under the chart, `notes` the marks that people agreed.
    """

    spc: Spc
    sentence: str
    remarks: tuple[str, ...]
    notes: tuple[Note, ...] = ()

    @property
    def is_enough(self) -> bool:
        return self.spc.icons.is_enough

    @property
    def variation(self) -> Variation | None:
        return self.spc.variation if self.is_enough else None

    @property
    def assurance(self) -> Assurance | None:
        return self.spc.assurance if self.is_enough else None

    @cached_property
    def by_signal(self) -> dict[Signal, list[Point]]:
        """The points that are told apart: judged ones by their signal, and those left out despite a value."""
        found: dict[Signal, list[Point]] = {}
        if self.spc.counted < FEWEST:
            return (
                {Signal.NOT_COUNTED: out} if (out := [p for p in self.spc.points if p.is_marked_out]) else {}
            )
        enough = {id(part) for part in self.spc.parts if part.is_enough}
        for point in self.spc.points:
            if point.is_marked_out or (point.is_counted and id(point.limits) in enough):
                found.setdefault(point.signal, []).append(point)
        return found

    @cached_property
    def told(self) -> dict[date, Point]:
        """The points of `by_signal` by their day; the others are drawn as plain figures."""
        return {point.on: point for points in self.by_signal.values() for point in points}

    def has_limits(self, point: Point) -> bool:
        """Whether a page may show the limits at this point."""
        return self.spc.counted >= FEWEST and point.limits.is_enough

    def point_words(self, point: Point) -> str:
        """`Concern: below the lower limit`; why it is left out; empty where there are too few points to say."""
        if point.on not in self.told:
            return ""
        if not point.is_counted:
            return "Left out"
        rules = ", ".join(rules_of(point, self.spc))
        return f"{SIGNAL_WORDS[point.signal]}: {rules}" if rules else SIGNAL_WORDS[point.signal]

    @cached_property
    def by_day(self) -> dict[date, Point]:
        return {point.on: point for point in self.spc.points}


def rules_of(point: Point, spc: Spc) -> list[str]:
    """Every rule that a point breaks, in words."""
    shift, trend = spc.method.shift, spc.method.trend
    said = (
        (point.above_limit, "above the upper limit"),
        (point.below_limit, "below the lower limit"),
        (point.shift_above, f"one of {shift} or more in a row above the mean"),
        (point.shift_below, f"one of {shift} or more in a row below the mean"),
        (point.trend_up, f"one of {trend} or more in a row that rise"),
        (point.trend_down, f"one of {trend} or more in a row that fall"),
        (point.two_of_three_above, "two of three close to the upper limit"),
        (point.two_of_three_below, "two of three close to the lower limit"),
    )
    return [words for is_so, words in said if is_so]
