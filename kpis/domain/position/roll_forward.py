"""Balances from year to year: opening + in-year = closing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction


class PositionError(ValueError):
    """What cannot be, in words that a person can act on."""


class ClosingDoesNotFollow(PositionError):
    """Opening and in-year balance do not make the closing one."""


class GapInYears(PositionError):
    """A year is missing between the first and the last."""


@dataclass(frozen=True, slots=True)
class BlockYear:
    """One financial year of the block; a deficit is negative."""

    year: int
    opening: Decimal
    in_year: Decimal

    @property
    def closing(self) -> Decimal:
        return self.opening + self.in_year

    @property
    def is_in_balance(self) -> bool:
        """Whether the year itself costs no more than it brings, whatever it began with."""
        return self.in_year >= 0


@dataclass(frozen=True, slots=True)
class GrowthCheck:
    """By how much the in-year balance worsens from the first year to the last, and what growth alone would make."""

    first_year: int
    last_year: int
    worsens: Decimal
    pressure: Decimal

    @property
    def beyond(self) -> Decimal:
        """How much more the line worsens than growth explains; below 0 it worsens less."""
        return self.worsens - self.pressure

    @property
    def short(self) -> Decimal:
        return -self.beyond


def closing_of(
    *, opening: Decimal | None, in_year: Decimal | None, closing: Decimal | None
) -> Decimal | None:
    """The closing balance: as given, or opening + in-year where it is not. Nothing else is worked out.

    ClosingDoesNotFollow where all three are given and do not add up.
    """
    if opening is None or in_year is None:
        return closing
    if closing is not None and closing != opening + in_year:
        raise ClosingDoesNotFollow(
            f"{opening:,.2f} at the start and {in_year:,.2f} in the year make {opening + in_year:,.2f}, "
            f"and not {closing:,.2f}."
        )
    return opening + in_year


def roll_forward(opening: Decimal, in_years: Mapping[int, Decimal]) -> tuple[BlockYear, ...]:
    """Year after year from an opening balance; each closing opens the next. GapInYears where one is missing."""
    years = []
    for year in sorted(in_years):
        if years and year != years[-1].year + 1:
            raise GapInYears(f"The year after {years[-1].year} is missing.")
        years.append(BlockYear(year, years[-1].closing if years else opening, in_years[year]))
    return tuple(years)


def first_in_balance(years: Sequence[BlockYear]) -> int | None:
    """The first year whose in-year balance is not a deficit; None where there is none among them."""
    return next((year.year for year in years if year.is_in_balance), None)


def growth_check(years: Sequence[BlockYear], *, pressure: Decimal) -> GrowthCheck | None:
    """The sense check of an unmitigated line against a pressure a year; None for fewer than two years."""
    if len(years) < 2:
        return None
    first, last = years[0], years[-1]
    steps = last.year - first.year
    return GrowthCheck(first.year, last.year, first.in_year - last.in_year, pressure * steps)


def share_of_grant(balance: Decimal, grant: Decimal) -> Fraction:
    """A balance in per cent of the grant, exactly, signed as the balance is."""
    return Fraction(balance) * 100 / Fraction(grant)
