"""What is in an amount: how much of the block, which schools, and in what unit it is given."""

from enum import StrEnum


class AmountUnit(StrEnum):
    """Whether an amount is a sum of money or what a sum comes to for each person of a population."""

    POUNDS = "pounds"
    POUNDS_PER_HEAD = "per_head"

    @property
    def words(self) -> str:
        return "pounds" if self is AmountUnit.POUNDS else "pounds per head"


class Extent(StrEnum):
    """Whether amounts are about the whole High Needs Block. A part of it is never shown as the whole."""

    WHOLE_BLOCK = "whole"
    PART = "part"

    @property
    def words(self) -> str:
        return (
            "the whole High Needs Block" if self is Extent.WHOLE_BLOCK else "a part of the High Needs Block"
        )


class Inclusion(StrEnum):
    """Whether something is in an amount. What the source does not state is not guessed."""

    INCLUDED = "included"
    LEFT_OUT = "left_out"
    NOT_STATED = "not_stated"

    @property
    def words(self) -> str:
        return self.value.replace("_", " ")


class ScopePart(StrEnum):
    """What one return counts and another leaves out; the field of a funding scope has the same name."""

    ACADEMY_PLACES = "academy_places"
    COLLEGES = "colleges"
    INDEPENDENT_MAINSTREAM = "independent_mainstream"

    @property
    def words(self) -> str:
        return PART_WORDS[self]


PART_WORDS = {
    ScopePart.ACADEMY_PLACES: "place funding of academies",
    ScopePart.COLLEGES: "further education colleges",
    ScopePart.INDEPENDENT_MAINSTREAM: "independent mainstream schools",
}
