"""Exact fractions on their way to a page."""

from decimal import Decimal
from fractions import Fraction


def as_decimal(fraction: Fraction) -> Decimal:
    """To 28 digits, far beyond what any page shows; it is rounded where it is shown."""
    return Decimal(fraction.numerator) / Decimal(fraction.denominator)
