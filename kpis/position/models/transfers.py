"""Money moved from the Schools Block to the High Needs Block, and the limit it is judged against."""

from django.db import models
from django.db.models import F, Q

from kpis.domain.block import ForumDecision
from kpis.domain.periods import year_name
from kpis.position.models.recorded import (
    MOST_GBP,
    Recorded,
    financial_year_field,
    in_bounds,
    is_financial_year,
    money_field,
)

DECISIONS = [(decision.value, decision.words) for decision in ForumDecision]
DECIDED = [decision.value for decision in ForumDecision if decision.is_decided]


class TransferLimit(Recorded):
    """How much of the Schools Block may be moved from a financial year on, and on whose agreement."""

    financial_year = financial_year_field()
    per_cent = models.DecimalField("per cent of the Schools Block", max_digits=5, decimal_places=2)
    agreement = models.CharField("on whose agreement", max_length=200)

    class Meta:
        constraints = [
            *Recorded.Meta.constraints,
            models.UniqueConstraint(
                fields=["financial_year"],
                condition=Q(supersedes__isnull=True),
                name="transferlimit_first_version_once",
            ),
            models.CheckConstraint(condition=is_financial_year(), name="transferlimit_year_is_a_year"),
            models.CheckConstraint(
                condition=Q(per_cent__gte=0, per_cent__lte=100), name="transferlimit_in_bounds"
            ),
            models.CheckConstraint(condition=~Q(agreement=""), name="transferlimit_says_on_whose_agreement"),
        ]

    @property
    def year_label(self) -> str:
        return year_name(self.financial_year)

    def __str__(self):
        return f"{self.per_cent}% from {self.year_label}"


class BlockTransfer(Recorded):
    """One transfer of a year, asked for or made, with who bears the cost where it is refused."""

    financial_year = financial_year_field()
    name = models.CharField("what it is for", max_length=200)
    amount_gbp = money_field("amount")
    schools_block_gbp = money_field("Schools Block of the year")
    who_bears = models.TextField("who bears the cost if it is refused")
    decision = models.CharField("Schools Forum", max_length=10, choices=DECISIONS)
    decided_on = models.DateField(null=True)

    class Meta:
        constraints = [
            *Recorded.Meta.constraints,
            models.UniqueConstraint(
                fields=["financial_year", "name"],
                condition=Q(supersedes__isnull=True),
                name="blocktransfer_first_version_once",
            ),
            models.CheckConstraint(condition=is_financial_year(), name="blocktransfer_year_is_a_year"),
            models.CheckConstraint(
                condition=Q(amount_gbp__gt=0, amount_gbp__lte=F("schools_block_gbp"))
                & Q(schools_block_gbp__lte=MOST_GBP),
                name="blocktransfer_is_part_of_the_schools_block",
            ),
            models.CheckConstraint(condition=~Q(who_bears=""), name="blocktransfer_says_who_bears_the_cost"),
            models.CheckConstraint(
                condition=Q(decision__in=DECIDED, decided_on__isnull=False)
                | (
                    Q(decision__in=[d.value for d in ForumDecision if not d.is_decided])
                    & Q(decided_on__isnull=True)
                ),
                name="blocktransfer_decision_has_its_date",
            ),
        ]

    @property
    def year_label(self) -> str:
        return year_name(self.financial_year)

    def __str__(self):
        return f"{self.name}, {self.year_label}"


class TransferEffect(models.Model):
    """What a transfer does to the budget of one school: negative where the school has less."""

    transfer = models.ForeignKey(BlockTransfer, on_delete=models.CASCADE, related_name="effects")
    school = models.CharField(max_length=200)
    effect_gbp = money_field("effect on its budget")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["transfer", "school"], name="transfer_effect_once_a_school"),
            models.CheckConstraint(condition=~Q(school=""), name="transfer_effect_names_a_school"),
            models.CheckConstraint(condition=in_bounds("effect_gbp"), name="transfer_effect_in_bounds"),
        ]
