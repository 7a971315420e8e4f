"""Balances as returns and papers state them, and what explains that two of them differ."""

from django.db import models
from django.db.models import F, Q

from kpis.domain.block import Basis, Fund
from kpis.domain.periods import year_name
from kpis.position.models.recorded import (
    Recorded,
    financial_year_field,
    in_bounds,
    is_financial_year,
    money_field,
)
from kpis.position.models.statements import BASES
from kpis.published.models import Area

FUNDS = [(fund.value, fund.words) for fund in Fund]


def share_field(name: str):
    """Per cent, signed as the balance is; as its source states it, never worked out."""
    return models.DecimalField(name, max_digits=6, decimal_places=2, null=True)


def share_in_bounds(name: str) -> Q:
    return Q(**{f"{name}__isnull": True}) | Q(**{f"{name}__gte": -100, f"{name}__lte": 100})


class Balance(Recorded):
    """One fund at the end of a financial year, as one source states it. A deficit is negative.

    What the source does not give is empty: the in-year amount is not worked out from its per cent. Where
    opening and in-year are given, they add up to closing.
    """

    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    financial_year = financial_year_field()
    fund = models.CharField("which fund", max_length=12, choices=FUNDS)
    basis = models.CharField(max_length=12, choices=BASES)
    opening_gbp = money_field("balance at the start of the year", null=True)
    in_year_gbp = money_field("in-year balance", null=True)
    closing_gbp = money_field("balance at the end of the year", null=True)
    dsg_gbp = money_field("Dedicated Schools Grant of the year", null=True)
    in_year_share = share_field("in-year balance, per cent")
    closing_share = share_field("balance at the end of the year, per cent")
    share_of = models.CharField("per cent of what", max_length=80, blank=True)

    class Meta:
        constraints = [
            *Recorded.Meta.constraints,
            models.UniqueConstraint(
                fields=["area", "financial_year", "fund", "basis", "source"],
                condition=Q(supersedes__isnull=True),
                name="balance_first_version_once",
            ),
            models.CheckConstraint(condition=is_financial_year(), name="balance_year_is_a_year"),
            models.CheckConstraint(
                condition=Q(fund__in=[f.value for f in Fund]), name="balance_fund_is_known"
            ),
            models.CheckConstraint(
                condition=Q(basis__in=[b.value for b in Basis]), name="balance_basis_is_known"
            ),
            models.CheckConstraint(
                condition=Q(closing_gbp__isnull=False)
                | Q(in_year_gbp__isnull=False)
                | Q(closing_share__isnull=False)
                | Q(in_year_share__isnull=False),
                name="balance_says_something",
            ),
            models.CheckConstraint(
                condition=Q(opening_gbp__isnull=True)
                | Q(in_year_gbp__isnull=True)
                | Q(closing_gbp__isnull=False, closing_gbp=F("opening_gbp") + F("in_year_gbp")),
                name="balance_opening_and_in_year_make_closing",
            ),
            models.CheckConstraint(
                condition=in_bounds("opening_gbp", "in_year_gbp", "closing_gbp"), name="balance_in_bounds"
            ),
            models.CheckConstraint(
                condition=Q(dsg_gbp__isnull=True) | Q(dsg_gbp__gt=0), name="balance_grant_is_positive"
            ),
            models.CheckConstraint(
                condition=share_in_bounds("in_year_share") & share_in_bounds("closing_share"),
                name="balance_shares_in_bounds",
            ),
            models.CheckConstraint(
                condition=Q(in_year_share__isnull=True, closing_share__isnull=True) | ~Q(share_of=""),
                name="balance_share_says_of_what",
            ),
        ]

    def __str__(self):
        return f"{self.get_fund_display()}, end of {self.year_label}: {self.source}"

    @property
    def year_label(self) -> str:
        return year_name(self.financial_year)


class Reconciliation(Recorded):
    """Two balances of one fund and year that different sources state, with the differences that are explained.

    What is left is worked out and never stored: other - reference - the sum of the differences.
    """

    reference = models.ForeignKey(Balance, on_delete=models.PROTECT, related_name="+")
    other = models.ForeignKey(Balance, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            *Recorded.Meta.constraints,
            models.UniqueConstraint(
                fields=["reference", "other"],
                condition=Q(supersedes__isnull=True),
                name="reconciliation_first_version_once",
            ),
            models.CheckConstraint(
                condition=~Q(reference=F("other")), name="reconciliation_is_of_two_balances"
            ),
        ]

    def __str__(self):
        return f"{self.reference.source} and {self.other.source}"


class ExplainedDifference(models.Model):
    """One reason why the other balance differs from the reference, and by how much, signed."""

    reconciliation = models.ForeignKey(Reconciliation, on_delete=models.CASCADE, related_name="differences")
    position = models.PositiveSmallIntegerField()
    words = models.CharField("what explains it", max_length=300)
    amount_gbp = money_field("by how much")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["reconciliation", "position"], name="explained_difference_place_once"
            ),
            models.CheckConstraint(condition=~Q(words=""), name="explained_difference_is_explained"),
            models.CheckConstraint(
                condition=in_bounds("amount_gbp") & ~Q(amount_gbp=0), name="explained_difference_in_bounds"
            ),
        ]
