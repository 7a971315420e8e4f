"""The five parts of a change in cost."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from ..rounding import largest_remainder

NOUGHT = Fraction(0)


class BridgeError(ValueError):
    """What cannot be compared, in words that a person can act on."""


class NotAVolume(BridgeError):
    """A number of places below nought."""


class Part(StrEnum):
    VOLUME = "volume"
    MIX = "mix"
    PRICE = "price"
    NEW = "new"
    WITHOUT_PLACES = "without_places"

    @property
    def words(self) -> str:
        return PART_WORDS[self]

    @property
    def meaning(self) -> str:
        return PART_MEANINGS[self]


PART_WORDS = {
    Part.VOLUME: "Volume",
    Part.MIX: "Mix",
    Part.PRICE: "Price",
    Part.NEW: "New categories",
    Part.WITHOUT_PLACES: "Cost without places",
}
PART_MEANINGS = {
    Part.VOLUME: "more or fewer of them, at the average cost of before",
    Part.MIX: "the same number, in dearer or cheaper categories",
    Part.PRICE: "the same number in the same categories, each at another cost",
    Part.NEW: "categories that had none before, so that there is no cost to compare with",
    Part.WITHOUT_PLACES: "cost beside which no number of places stands",
}
PARTS = tuple(Part)


@dataclass(frozen=True, slots=True)
class Category:
    """One category in both statements. Cost in whole pence, below nought for a correction.

    A volume is 0 or more and may be a fraction (full-time equivalents); None where it is not known.
    Where a statement has no row for the category, its cost and volume are 0. NotAVolume below 0.
    """

    name: str
    volume_before: Fraction | int | None
    cost_before: int
    volume_after: Fraction | int | None
    cost_after: int

    def __post_init__(self):
        if any(volume is not None and volume < 0 for volume in (self.volume_before, self.volume_after)):
            raise NotAVolume(f"{self.name}: a number of places cannot be below nought.")

    @property
    def is_counted(self) -> bool:
        """Whether both volumes are known."""
        return self.volume_before is not None and self.volume_after is not None

    @property
    def had_places(self) -> bool:
        return self.is_counted and self.volume_before > 0

    @property
    def has_places(self) -> bool:
        return self.is_counted and self.volume_after > 0

    @property
    def is_new(self) -> bool:
        return self.has_places and not self.had_places

    @property
    def is_gone(self) -> bool:
        return self.had_places and not self.has_places

    @property
    def price_before(self) -> Fraction | None:
        """Pence for each; None where there is no volume to divide by."""
        return Fraction(self.cost_before, self.volume_before) if self.volume_before else None

    @property
    def price_after(self) -> Fraction | None:
        return Fraction(self.cost_after, self.volume_after) if self.volume_after else None

    @property
    def change(self) -> int:
        return self.cost_after - self.cost_before

    @property
    def without_places(self) -> int:
        """What of the change no places explain."""
        after = 0 if self.has_places else self.cost_after
        before = 0 if self.had_places else self.cost_before
        return after - before


@dataclass(frozen=True, slots=True)
class Bridge:
    """The way from one cost to the other. `exact` are pence as fractions, `pence` the same in whole pence."""

    categories: tuple[Category, ...]
    volume_before: Fraction
    volume_after: Fraction
    exact: dict[Part, Fraction]
    pence: dict[Part, int]

    @property
    def cost_before(self) -> int:
        return sum(category.cost_before for category in self.categories)

    @property
    def cost_after(self) -> int:
        return sum(category.cost_after for category in self.categories)

    @property
    def change(self) -> int:
        return self.cost_after - self.cost_before

    @property
    def more(self) -> Fraction:
        """How many more there are, of the categories that had any before; below nought there are fewer."""
        return self.volume_after - self.volume_before

    @property
    def uncounted(self) -> tuple[Category, ...]:
        """Categories with a cost of which a volume is not known."""
        return tuple(c for c in self.categories if not c.is_counted and (c.cost_before or c.cost_after))


def bridge(categories: Iterable[Category]) -> Bridge:
    """What changed the cost of these categories, each of which stands once."""
    categories = tuple(categories)
    compared = [category for category in categories if category.had_places]
    before = Fraction(sum(c.volume_before for c in compared))
    after = Fraction(sum(c.volume_after for c in compared))
    exact = {
        **_compared_parts(compared, before, after),
        Part.NEW: Fraction(sum(c.cost_after for c in categories if c.is_new)),
        Part.WITHOUT_PLACES: Fraction(sum(c.without_places for c in categories)),
    }
    whole = largest_remainder(list(exact.values()), sum(c.change for c in categories))
    return Bridge(categories, before, after, exact, dict(zip(exact, whole, strict=True)))


def _compared_parts(compared: list[Category], before: Fraction, after: Fraction) -> dict[Part, Fraction]:
    """Volume, mix and price of the categories that had places before; nought where none had.

    The price part is the sum of c1 - v1 x p0 over those that still have places: where v1 = 0 there is none.
    """
    mean = Fraction(sum(c.cost_before for c in compared), before) if before else NOUGHT
    at_prices_of_before = sum(
        (Fraction(c.volume_after * c.cost_before, c.volume_before) for c in compared), NOUGHT
    )
    return {
        Part.VOLUME: (after - before) * mean,
        Part.MIX: at_prices_of_before - after * mean,
        Part.PRICE: sum(c.cost_after for c in compared if c.has_places) - at_prices_of_before,
    }
