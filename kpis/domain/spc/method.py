"""How a series is looked at: whose rules, which way is better, and what people have agreed about its limits."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ..definition import Polarity

SHORTEST_RUN, LONGEST_RUN = 6, 8
USUAL_RUN = 7


class MethodRefused(ValueError):
    """A setting that the method does not have."""


class Profile(StrEnum):
    """Whose rules: NHS England's own tool, or the R package NHSRplotthedots, for comparison."""

    NHS_ENGLAND = "nhs_england"
    NHSR = "nhsr"


class Conflict(StrEnum):
    """What a point is called that is an improvement by one rule and a concern by another."""

    CONCERN = "concern"
    IMPROVEMENT = "improvement"


@dataclass(frozen=True, slots=True)
class Method:
    """The settings of one series.

    `recalculated_on` are the days of the points at which new limits begin. With `baseline_points` the limits
    are those of the first so many points; NHS England's then stand until the first recalculation, and the R
    tool's are fixed anew in each part. `screening` leaves freak moving ranges out of the limits; None is as
    the profile does. `shift` and `trend` are how many points make a run.
    """

    profile: Profile = Profile.NHS_ENGLAND
    polarity: Polarity = Polarity.NONE
    conflict: Conflict = Conflict.CONCERN
    recalculated_on: frozenset[date] = frozenset()
    baseline_points: int | None = None
    screening: bool | None = None
    shift: int = USUAL_RUN
    trend: int = USUAL_RUN

    def __post_init__(self):
        # Compared with the members themselves: a mere word must not slip past as another case.
        object.__setattr__(self, "profile", Profile(self.profile))
        object.__setattr__(self, "polarity", Polarity(self.polarity))
        object.__setattr__(self, "conflict", Conflict(self.conflict))
        if self.baseline_points is not None and self.baseline_points < 1:
            raise MethodRefused("A baseline has at least one point.")
        for name in ("shift", "trend"):
            if not SHORTEST_RUN <= getattr(self, name) <= LONGEST_RUN:
                raise MethodRefused(f"A {name} is {SHORTEST_RUN} to {LONGEST_RUN} points long.")

    @property
    def is_nhsr(self) -> bool:
        return self.profile is Profile.NHSR

    @property
    def screens(self) -> bool:
        return self.is_nhsr if self.screening is None else self.screening

    @property
    def has_direction(self) -> bool:
        return self.polarity in (Polarity.HIGHER, Polarity.LOWER)
