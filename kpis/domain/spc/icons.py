"""The two icons of a series: what it has been doing, and whether that meets its target. Words first."""

from enum import StrEnum
from typing import NamedTuple


class Variation(StrEnum):
    """What the last point says about the process."""

    COMMON_CAUSE = "common_cause"
    IMPROVEMENT_HIGH = "improvement_high"
    IMPROVEMENT_LOW = "improvement_low"
    CONCERN_HIGH = "concern_high"
    CONCERN_LOW = "concern_low"
    NEUTRAL_HIGH = "neutral_high"
    NEUTRAL_LOW = "neutral_low"

    @property
    def words(self) -> str:
        return _VARIATION[self]

    @property
    def is_concern(self) -> bool:
        return self in (Variation.CONCERN_HIGH, Variation.CONCERN_LOW)


class Assurance(StrEnum):
    """Whether the process, left as it is, will meet its target."""

    PASSES = "pass"
    FAILS = "fail"
    HIT_OR_MISS = "hit_or_miss"

    @property
    def words(self) -> str:
        return _ASSURANCE[self]


_VARIATION = {
    Variation.COMMON_CAUSE: "Common cause: no significant change",
    Variation.IMPROVEMENT_HIGH: "Special cause: improvement, higher than before",
    Variation.IMPROVEMENT_LOW: "Special cause: improvement, lower than before",
    Variation.CONCERN_HIGH: "Special cause: concern, higher than before",
    Variation.CONCERN_LOW: "Special cause: concern, lower than before",
    Variation.NEUTRAL_HIGH: "Special cause: higher than before",
    Variation.NEUTRAL_LOW: "Special cause: lower than before",
}
_ASSURANCE = {
    Assurance.PASSES: "Will meet the target",
    Assurance.FAILS: "Will not meet the target without a change",
    Assurance.HIT_OR_MISS: "May meet or miss the target by chance",
}


class Icons(NamedTuple):
    """Both icons of a series, for any number of points; how many count, and how many the last limits are made of.

    `assurance` is None without a target, without a good direction, and where NHS England's rules have no limits.
    """

    variation: Variation | None
    assurance: Assurance | None
    counted: int
    made_of: int

    @property
    def is_enough(self) -> bool:
        """Whether a page may show them: fewer points are drawn as a plain line and said to be too few."""
        return self.counted >= FEWEST and self.made_of >= FEWEST_IN_PART


FEWEST, FEWEST_IN_PART = 15, 12
NOTHING_YET = Icons(None, None, 0, 0)
