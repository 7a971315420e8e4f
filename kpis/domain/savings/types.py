"""The types of saving, and which of them may be added up."""

from enum import StrEnum


class SavingType(StrEnum):
    CASHABLE = "cashable"
    INCOME = "income"
    NON_CASHABLE = "non_cashable"
    COST_AVOIDANCE = "cost_avoidance"
    SCOPE_REDUCTION = "scope_reduction"

    @property
    def words(self) -> str:
        words = self.value.replace("_", "-" if self is SavingType.NON_CASHABLE else " ")
        return words.capitalize()

    @property
    def meaning(self) -> str:
        return TYPE_MEANINGS[self]


TYPE_MEANINGS = {
    SavingType.CASHABLE: "money that is no longer spent",
    SavingType.INCOME: "money that is received, such as a partner's share of a placement",
    SavingType.NON_CASHABLE: "time or capacity gained, but no money",
    SavingType.COST_AVOIDANCE: "spending that would otherwise have come",
    SavingType.SCOPE_REDUCTION: "somebody gets less than now",
}


class TypeGroup(StrEnum):
    """What may be added up. Only the first group counts towards the target; no sum crosses two groups."""

    TOWARDS_TARGET = "towards_target"
    NON_CASHABLE = "non_cashable"
    COST_AVOIDANCE = "cost_avoidance"
    SCOPE_REDUCTION = "scope_reduction"

    @classmethod
    def of(cls, saving_type: SavingType) -> "TypeGroup":
        counts = saving_type in (SavingType.CASHABLE, SavingType.INCOME)
        return cls.TOWARDS_TARGET if counts else cls(saving_type.value)

    @property
    def counts_towards_target(self) -> bool:
        return self is TypeGroup.TOWARDS_TARGET

    @property
    def words(self) -> str:
        return "Cashable and income" if self.counts_towards_target else SavingType(self.value).words

    @property
    def meaning(self) -> str:
        return GROUP_MEANINGS[self]


GROUP_MEANINGS = {
    TypeGroup.TOWARDS_TARGET: (
        "Money the High Needs Block no longer spends, or receives. Counts towards the target."
    ),
    TypeGroup.NON_CASHABLE: (
        "Time or capacity gained; no money leaves the budget. Does not count towards the target."
    ),
    TypeGroup.COST_AVOIDANCE: (
        "Spending that would otherwise have come; the deficit grows less but does not fall. "
        "Does not count towards the target."
    ),
    TypeGroup.SCOPE_REDUCTION: (
        "Less is provided to somebody; who loses is stated on each. Does not count towards the target."
    ),
}
