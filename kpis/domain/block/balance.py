"""Which fund a balance is of."""

from enum import StrEnum


class Fund(StrEnum):
    """A deficit is stated for the High Needs Block or for the whole grant; the two are not the same number."""

    HIGH_NEEDS = "high_needs"
    DSG = "dsg"

    @property
    def words(self) -> str:
        return "High Needs Block" if self is Fund.HIGH_NEEDS else "Dedicated Schools Grant"


class ForumDecision(StrEnum):
    """Where a request to move money between blocks stands with the Schools Forum."""

    NOT_ASKED = "not_asked"
    ASKED = "asked"
    AGREED = "agreed"
    REFUSED = "refused"

    @property
    def words(self) -> str:
        return self.value.replace("_", " ").capitalize()

    @property
    def is_decided(self) -> bool:
        return self in (ForumDecision.AGREED, ForumDecision.REFUSED)
