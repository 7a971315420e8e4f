"""A transfer from the Schools Block against the limit of its year."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class TransferAgainstLimit:
    """What a transfer is of the Schools Block. `limit` is in per cent, None where none is recorded for the year."""

    amount: Decimal
    schools_block: Decimal
    limit: Decimal | None

    @property
    def share(self) -> Fraction:
        """In per cent, exactly."""
        return Fraction(self.amount) * 100 / Fraction(self.schools_block)

    @property
    def most(self) -> Fraction | None:
        """The most that may be moved, in pounds, exactly."""
        return None if self.limit is None else Fraction(self.schools_block) * Fraction(self.limit) / 100

    @property
    def is_within(self) -> bool | None:
        return None if self.most is None else Fraction(self.amount) <= self.most
