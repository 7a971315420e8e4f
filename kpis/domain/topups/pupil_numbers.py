"""How the cost of a setting changes with the number of its pupils: a fixed part and a part for each."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from .stays import TopUpError


class NotACost(TopUpError):
    """Said of numbers of pupils or amounts that cannot be."""


@dataclass(frozen=True, slots=True)
class CostOfPupils:
    """Pounds a year: `fixed` is spent whatever the number (leadership, premises), `per_pupil` for each one.

    `pupils` is the number now, at least one, because an average of none is none. NotACost otherwise.
    """

    fixed: Decimal
    per_pupil: Decimal
    pupils: int

    def __post_init__(self):
        if self.pupils < 1:
            raise NotACost("There is at least one pupil now: an average of none is none.")
        if self.fixed < 0 or self.per_pupil < 0:
            raise NotACost("A cost is not below nought.")

    @property
    def total(self) -> Decimal:
        return self.fixed + self.per_pupil * self.pupils

    @property
    def average(self) -> Fraction:
        """What one pupil costs now, the fixed part shared by all."""
        return Fraction(self.total) / self.pupils

    @property
    def marginal(self) -> Decimal:
        """What one more costs, and one fewer saves, while the fixed part stays."""
        return self.per_pupil

    def average_of(self, pupils: int) -> Fraction:
        return Fraction(self.fixed + self.per_pupil * self._checked(pupils)) / pupils

    def extra_cost(self, pupils: int) -> Decimal:
        """What so many in all cost more than the number now; below nought for fewer."""
        return self.per_pupil * (self._checked(pupils) - self.pupils)

    def extra_paid(self, pupils: int) -> Fraction:
        """What is paid more where each is paid for at the average of now."""
        return self.average * (self._checked(pupils) - self.pupils)

    def beyond_cost(self, pupils: int) -> Fraction:
        """How much more is paid than it costs; for fewer, how much of the fixed part is no longer covered."""
        return self.extra_paid(pupils) - Fraction(self.extra_cost(pupils))

    @staticmethod
    def _checked(pupils: int) -> int:
        if pupils < 1:
            raise NotACost("Enter at least one pupil.")
        return pupils
