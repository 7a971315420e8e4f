"""Who pays for jointly funded placements, without saying anything about one child."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

SMALLEST_SHOWN = 5


class Payer(StrEnum):
    EDUCATION = "education"
    HEALTH = "health"
    SOCIAL_CARE = "social_care"

    @property
    def words(self) -> str:
        return self.value.replace("_", " ").capitalize()


@dataclass(frozen=True, slots=True)
class PayerShare:
    """What one of them pays, in pounds and in per cent of what all pay; None where nobody pays anything."""

    payer: Payer
    amount: Decimal
    per_cent: Fraction | None


class DisputeAge(StrEnum):
    """How long the oldest dispute has been open, in steps too wide to point at one placement."""

    UNDER_3_MONTHS = "less than 3 months"
    UNDER_6_MONTHS = "3 to 6 months"
    UNDER_A_YEAR = "6 to 12 months"
    OVER_A_YEAR = "more than a year"


def payer_shares(paid: dict[Payer, Decimal]) -> tuple[PayerShare, ...]:
    """The shares in the order of `Payer`; they add up to 100 exactly."""
    total = Fraction(sum(paid.values(), Decimal(0)))
    return tuple(
        PayerShare(payer, paid[payer], Fraction(paid[payer]) * 100 / total if total else None)
        for payer in Payer
    )


def count_words(count: int) -> str:
    """A number of children as it may be shown: none, fewer than 5, or the number."""
    if count == 0:
        return "none"
    return f"fewer than {SMALLEST_SHOWN}" if count < SMALLEST_SHOWN else f"{count:,}"


def dispute_age(began_on: date, *, on: date) -> DisputeAge:
    """The age on a day, in whole months."""
    months = (on.year - began_on.year) * 12 + on.month - began_on.month - (on.day < began_on.day)
    if months < 3:
        return DisputeAge.UNDER_3_MONTHS
    if months < 6:
        return DisputeAge.UNDER_6_MONTHS
    return DisputeAge.UNDER_A_YEAR if months < 12 else DisputeAge.OVER_A_YEAR
