"""Amounts of money as savings store them: pounds, whole pence, never below nought."""

from collections.abc import Sequence
from decimal import Decimal

# Sums of thousands of amounts then stay within 64 bits, and most typing errors do not pass.
MOST_GBP = Decimal(1_000_000_000)


class SavingsError(ValueError):
    """What cannot be, in words that a person can act on."""


class NotAnAmount(SavingsError):
    """Said of money that is negative, finer than a penny, or beyond what any local area saves."""


class NotAPerCent(SavingsError):
    """Said of a share of a base that is nothing, more than the whole, or finer than a hundredth of a per cent."""


class SharesExceedTarget(SavingsError):
    """The workstreams' shares add up to more than the target they are shares of."""


def exact_amount(amount: Decimal) -> Decimal:
    """This amount in pounds, checked: whole pence, from 0 to MOST_GBP. NotAnAmount otherwise."""
    if not isinstance(amount, Decimal) or not amount.is_finite():
        raise NotAnAmount(f"{amount} is not an amount of money.")
    if amount < 0:
        raise NotAnAmount(f"{amount} is below zero; a saving is written as a positive amount.")
    if amount > MOST_GBP:
        raise NotAnAmount(f"{amount:,} is more than £1,000,000,000.")
    if amount != amount.quantize(Decimal("0.01")):
        raise NotAnAmount(f"{amount} is finer than a penny.")
    return amount


def exact_per_cent(per_cent: Decimal) -> Decimal:
    """This share of a base in per cent, checked: above 0, up to 100, two decimals. NotAPerCent otherwise."""
    if not isinstance(per_cent, Decimal) or not per_cent.is_finite() or not 0 < per_cent <= 100:
        raise NotAPerCent(f"{per_cent} is not a per cent above 0 and up to 100.")
    if per_cent != per_cent.quantize(Decimal("0.01")):
        raise NotAPerCent(f"{per_cent} has more than two decimals.")
    return per_cent


def not_yet_allocated(target: Decimal, shares: Sequence[Decimal]) -> Decimal:
    """What of the target no workstream has taken on yet; SharesExceedTarget where they took on more."""
    left = target - sum(shares, Decimal(0))
    if left < 0:
        raise SharesExceedTarget(
            f"The shares add up to £{-left:,.2f} more than the target of £{target:,.2f}. "
            "Lower a share or raise the target."
        )
    return left
