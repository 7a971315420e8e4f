"""Two balances stated for the same thing, and how much of their difference is explained."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Reconciled:
    """reference + explained + left = other, exactly."""

    reference: Decimal
    other: Decimal
    explanations: tuple[Decimal, ...]

    @property
    def difference(self) -> Decimal:
        return self.other - self.reference

    @property
    def explained(self) -> Decimal:
        return sum(self.explanations, Decimal(0))

    @property
    def left(self) -> Decimal:
        """What nobody has explained yet."""
        return self.difference - self.explained

    @property
    def is_complete(self) -> bool:
        return self.left == 0
