"""What is known of a series: one object, of which chart, icon, table, export and words are made."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from .icons import FEWEST_IN_PART, Assurance, Icons, Variation
from .method import Method


class Signal(StrEnum):
    """What one point is: by all its rules, or in the R tool's way by the first that fits."""

    COMMON_CAUSE = "common_cause"
    IMPROVEMENT = "improvement"
    CONCERN = "concern"
    NEUTRAL_HIGH = "neutral_high"
    NEUTRAL_LOW = "neutral_low"
    NOT_COUNTED = "not_counted"


@dataclass(frozen=True, slots=True)
class Limits:
    """Mean and limits of the points from one day to another; no limits where there is no moving range.

    Nothing is clamped. `made_of` are the points behind the mean, which may be a baseline's before this part.
    """

    first_on: date
    last_on: date
    made_of: int
    mean: Decimal | None
    lower: Decimal | None
    upper: Decimal | None

    @property
    def is_enough(self) -> bool:
        """Whether a page may draw them."""
        return self.upper is not None and self.made_of >= FEWEST_IN_PART


@dataclass(frozen=True, slots=True)
class Point:
    """One point with every rule as a flag. One that is left out, or has no value, has no flag and does not count."""

    on: date
    value: Decimal | None
    target: Decimal | None
    is_ghosted: bool
    limits: Limits
    side: int = 0
    above_limit: bool = False
    below_limit: bool = False
    shift_above: bool = False
    shift_below: bool = False
    trend_up: bool = False
    trend_down: bool = False
    two_of_three_above: bool = False
    two_of_three_below: bool = False
    rule: str = ""  # the R tool's one name for it
    signal: Signal = Signal.NOT_COUNTED
    is_conflict: bool = False

    @property
    def is_counted(self) -> bool:
        return self.signal is not Signal.NOT_COUNTED

    @property
    def is_marked_out(self) -> bool:
        """Left out although it has a value."""
        return self.is_ghosted and self.value is not None

    @property
    def is_signal(self) -> bool:
        return self.signal not in (Signal.NOT_COUNTED, Signal.COMMON_CAUSE)

    @property
    def is_high(self) -> bool:
        """Whether a rule of the upper side speaks; the side decides how a signal is drawn."""
        return self.above_limit or self.shift_above or self.trend_up or self.two_of_three_above

    @property
    def is_low(self) -> bool:
        return self.below_limit or self.shift_below or self.trend_down or self.two_of_three_below


@dataclass(frozen=True, slots=True)
class Spc:
    """A series worked out, for any number of points; `icons.is_enough` says whether a page may show it as such."""

    method: Method
    points: tuple[Point, ...]
    parts: tuple[Limits, ...]
    icons: Icons

    @property
    def variation(self) -> Variation | None:
        return self.icons.variation

    @property
    def assurance(self) -> Assurance | None:
        return self.icons.assurance

    @property
    def counted(self) -> int:
        return self.icons.counted

    @property
    def last(self) -> Point | None:
        """The last point that counts."""
        return next((point for point in reversed(self.points) if point.is_counted), None)
