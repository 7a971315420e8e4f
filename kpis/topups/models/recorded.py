"""What every amount of this feature has: basis, prices, funding scope, source, who recorded it and when."""

from decimal import Decimal

from django.conf import settings
from django.db import models
from django.db.models import Q

from kpis.domain.block import Basis, PriceBase

USER = settings.AUTH_USER_MODEL
MOST_GBP = Decimal(
    100_000_000
)  # more than any council's top-ups of a year; a slip of the keyboard is above it
BASES = [(basis.value, basis.words.capitalize()) for basis in Basis]
PRICE_BASES = [(base.value, base.words.capitalize()) for base in PriceBase]


def money_field(name: str):
    """Pounds and pence, from nought to MOST_GBP; the model adds the constraint."""
    return models.DecimalField(name, max_digits=12, decimal_places=2)


def in_bounds(name: str) -> Q:
    return Q(**{f"{name}__gte": 0, f"{name}__lte": MOST_GBP})


def financial_year_field():
    """2019 is 2019/20."""
    return models.PositiveSmallIntegerField("financial year, by the calendar year it begins in")


def is_financial_year() -> Q:
    return Q(financial_year__gte=2000, financial_year__lte=2100)


class Recorded(models.Model):
    """Never edited: a change is a further row with its reason."""

    basis = models.CharField(max_length=12, choices=BASES)
    price_base = models.CharField("prices", max_length=4, choices=PRICE_BASES, default=PriceBase.CASH.value)
    funding_scope = models.CharField("what money it is", max_length=200)
    source = models.CharField("where it is written down", max_length=300)
    note = models.CharField(max_length=300, blank=True)
    recorded_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(basis__in=[b.value for b in Basis]), name="%(class)s_basis_is_known"
            ),
            models.CheckConstraint(
                condition=Q(price_base__in=[p.value for p in PriceBase]), name="%(class)s_prices_are_known"
            ),
            models.CheckConstraint(
                condition=~Q(funding_scope="") & ~Q(source=""), name="%(class)s_says_what_and_where_from"
            ),
        ]

    @property
    def basis_words(self) -> str:
        return Basis(self.basis).words

    @property
    def prices_words(self) -> str:
        return PriceBase(self.price_base).words
