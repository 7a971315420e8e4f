"""What kind of amount it is: agreed, expected or spent; and in the prices of which year."""

from enum import StrEnum


class Basis(StrEnum):
    """How an amount came about. Amounts of two bases are compared only where the screen names both."""

    BUDGET = "budget"
    PLANNED = "planned"
    FORECAST = "forecast"
    PROVISIONAL = "provisional"
    OUTTURN = "outturn"

    @property
    def words(self) -> str:
        return BASIS_WORDS[self]


BASIS_WORDS = {
    Basis.BUDGET: "budget",
    Basis.PLANNED: "planned",
    Basis.FORECAST: "forecast outturn",
    Basis.PROVISIONAL: "provisional outturn",
    Basis.OUTTURN: "final outturn",
}


class PriceBase(StrEnum):
    """Whether inflation is in an amount."""

    CASH = "cash"
    REAL = "real"

    @property
    def words(self) -> str:
        return "cash prices" if self is PriceBase.CASH else "constant prices"
