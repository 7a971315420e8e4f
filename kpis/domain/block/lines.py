"""The lines a High Needs Block position is made of, and who runs the places."""

from enum import StrEnum


class BlockLine(StrEnum):
    """One line of the position. Spending is positive, income and money moved in are negative in a sum of cost."""

    PLACEMENTS = "placements"
    TOP_UPS = "top_ups"
    PLACE_FUNDING = "place_funding"
    SEN_SUPPORT = "sen_support"
    THERAPIES = "therapies"
    ALTERNATIVE_PROVISION = "alternative_provision"
    OTHER = "other"
    INCOME = "income"
    BLOCK_MOVEMENTS = "block_movements"

    @property
    def words(self) -> str:
        return LINE_WORDS[self]

    @property
    def brings_money(self) -> bool:
        """Whether an amount on this line is money that comes in rather than money that is spent."""
        return self in (BlockLine.INCOME, BlockLine.BLOCK_MOVEMENTS)


LINE_WORDS = {
    BlockLine.PLACEMENTS: "Placements",
    BlockLine.TOP_UPS: "Top-ups",
    BlockLine.PLACE_FUNDING: "Place funding",
    BlockLine.SEN_SUPPORT: "SEN support services",
    BlockLine.THERAPIES: "Therapies",
    BlockLine.ALTERNATIVE_PROVISION: "Alternative provision",
    BlockLine.OTHER: "Other",
    BlockLine.INCOME: "Income",
    BlockLine.BLOCK_MOVEMENTS: "Block movements",
}


class Sector(StrEnum):
    """Who runs a school or college."""

    MAINTAINED = "maintained"
    ACADEMY = "academy"
    NON_MAINTAINED = "non_maintained"
    INDEPENDENT = "independent"
    FURTHER_EDUCATION = "further_education"
    OTHER = "other"

    @property
    def words(self) -> str:
        return self.value.replace("non_maintained", "non-maintained").replace("_", " ").capitalize()
