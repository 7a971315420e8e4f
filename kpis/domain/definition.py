"""How a KPI's values are to be read and judged: what all arithmetic about a KPI takes as given."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache

from .numbers import Unit, format_value


class Polarity(StrEnum):
    """Which way is better. Demand has no good direction."""

    HIGHER = "higher"
    LOWER = "lower"
    RANGE = "range"
    NONE = "none"

    @property
    def words(self) -> str:
        return _POLARITY_WORDS[self]


_POLARITY_WORDS = {
    Polarity.HIGHER: "higher is better",
    Polarity.LOWER: "lower is better",
    Polarity.RANGE: "stay in range",
    Polarity.NONE: "no good direction",
}


class Accumulation(StrEnum):
    """What a value covers: how things stand, what happened in the period, or the year so far."""

    SNAPSHOT = "snapshot"
    IN_PERIOD = "in_period"
    CUMULATIVE = "cumulative"


class Shape(StrEnum):
    """How the expected value moves between dated targets."""

    LINEAR = "linear"
    STEPPED = "stepped"


class NegativeTolerance(ValueError):
    """A tolerance below nought would call a figure on target off track."""


@dataclass(frozen=True, slots=True)
class Tolerance:
    """How far from the expected value is still "at risk": in the KPI's unit, or per cent of that value."""

    amount: Decimal
    is_per_cent: bool

    def __post_init__(self):
        if self.amount < 0:
            raise NegativeTolerance(f"A tolerance of {self.amount} is below nought.")

    def allowed(self, expected: Fraction | Decimal) -> Fraction:
        """The distance allowed from `expected`, exactly. Per cent of nought allows none."""
        amount = Fraction(self.amount)
        if not self.is_per_cent:
            return amount
        top, below = expected.as_integer_ratio()
        return Fraction(abs(top) * amount.numerator, below * amount.denominator * 100)

    def words(self, unit: str) -> str:
        """ "5% of that", "2 percentage points", "£500": to stand after "within the tolerance of"."""
        return _tolerance_words(self.amount, self.is_per_cent, unit)


@lru_cache(maxsize=1000)  # few tolerances are used, each by many KPIs
def _tolerance_words(amount: Decimal, is_per_cent: bool, unit: str) -> str:
    plain = amount.normalize()
    decimals = max(0, -plain.as_tuple().exponent)
    number = format_value(plain, Unit.COUNT, decimals)
    if is_per_cent:
        return f"{number}% of that"
    if unit == Unit.PER_CENT:
        return f"{number} percentage point{'' if plain == 1 else 's'}"
    return format_value(plain, unit, decimals)


@dataclass(frozen=True, slots=True)
class Definition:
    """One version of a KPI's definition, as far as arithmetic needs it.

    `year_start` (month, day) is when a cumulative KPI starts again from nought; without it the kind of
    the figures' periods says so. `nature` is the word of the KPI's nature, used in sentences alone.
    """

    polarity: Polarity
    unit: str
    decimals: int
    tolerance: Tolerance
    range_low: Decimal | None = None
    range_high: Decimal | None = None
    accumulation: str = Accumulation.SNAPSHOT
    trajectory_shape: Shape = Shape.LINEAR
    nature: str = ""
    year_start: tuple[int, int] | None = None

    def __post_init__(self):
        # Judging compares with the members themselves: a mere word must not slip past as another case.
        object.__setattr__(self, "polarity", Polarity(self.polarity))
        object.__setattr__(self, "trajectory_shape", Shape(self.trajectory_shape))
        object.__setattr__(self, "accumulation", Accumulation(self.accumulation))

    @property
    def is_cumulative(self) -> bool:
        return self.accumulation is Accumulation.CUMULATIVE

    @property
    def has_targets(self) -> bool:
        """Whether values are judged against dated targets; a range and demand are not."""
        return self.polarity in (Polarity.HIGHER, Polarity.LOWER)

    def shown(self, value: Decimal | Fraction) -> str:
        """A value in the KPI's unit and decimals, rounded once."""
        return format_value(as_decimal(value), self.unit, self.decimals)


def as_decimal(number: Decimal | Fraction) -> Decimal:
    """An exact number as a decimal of 28 significant digits, for storing and showing but not for judging."""
    if isinstance(number, Decimal):
        return number
    return Decimal(number.numerator) / Decimal(number.denominator)
