"""Whether a process meets its target: the target against the limits of the last part, exactly."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from ..definition import Polarity
from .icons import Assurance
from .method import Method

WIDTH = 266  # hundredths: how many mean moving ranges the limits are away from the mean


@dataclass(frozen=True, slots=True)
class Sums:
    """n points that add up to `total`, m moving ranges that add up to `ranges`, in units of 1/`scale`."""

    n: int
    total: int
    m: int
    ranges: int
    scale: int

    @property
    def mean(self) -> Fraction | None:
        return Fraction(self.total, self.n * self.scale) if self.n else None

    @property
    def has_limits(self) -> bool:
        return bool(self.n and self.m)

    @property
    def width(self) -> Fraction:
        """From the mean to either limit."""
        return Fraction(WIDTH * self.ranges, 100 * self.m * self.scale)

    def side_of(self, target: Decimal) -> tuple[int, int]:
        """Where a target lies: against the lower limit and against the upper one, -1 below, 0 on it, 1 above."""
        numerator, denominator = target.as_integer_ratio()
        whole = 100 * self.m * self.n
        away = numerator * self.scale * whole - self.total * 100 * self.m * denominator
        width = WIDTH * self.ranges * self.n * denominator
        return _sign(away + width), _sign(away - width)


def _sign(number: int) -> int:
    return (number > 0) - (number < 0)


def assurance_of(method: Method, target: Decimal | None, sums: Sums | None) -> Assurance | None:
    """None without a target or a good direction.

    A target on a limit counts as beyond it by NHS England's rules, and not in the R tool, which also says hit
    or miss where there are no limits at all.
    """
    if target is None or not method.has_direction:
        return None
    if sums is None or not sums.has_limits:
        return Assurance.HIT_OR_MISS if method.is_nhsr else None
    to_lower, to_upper = sums.side_of(target)
    is_above = to_upper > 0 or (to_upper == 0 and not method.is_nhsr)
    is_below = to_lower < 0 or (to_lower == 0 and not method.is_nhsr)
    reached, missed = (is_below, is_above) if method.polarity is Polarity.HIGHER else (is_above, is_below)
    if reached:
        return Assurance.PASSES
    return Assurance.FAILS if missed else Assurance.HIT_OR_MISS
