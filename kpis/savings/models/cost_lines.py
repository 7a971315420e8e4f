"""What a saving is judged from: the agreed cost of a line now, and the cost that would have come."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from kpis.domain.block import Basis, BlockLine, PriceBase
from kpis.domain.periods import year_name
from kpis.domain.savings import MOST_GBP
from kpis.savings.models.initiatives import Initiative, until
from kpis.savings.models.targets import financial_year_field, is_financial_year
from kpis.workstreams.models import both_or_neither

USER = settings.AUTH_USER_MODEL
LINES = [(line.value, line.words) for line in BlockLine]
BASES = [(basis.value, basis.words.capitalize()) for basis in Basis]
PRICE_BASES = [(prices.value, prices.words.capitalize()) for prices in PriceBase]


def values(choices) -> list[str]:
    return [value for value, _ in choices]


class CostOfALine(models.Model):
    """A version of what something costs in a financial year. Never edited: a change is the next version."""

    version = models.PositiveSmallIntegerField()
    covers = models.TextField("what it covers")
    financial_year = financial_year_field()
    amount_gbp = models.DecimalField("amount", max_digits=14, decimal_places=2)
    basis = models.CharField(max_length=20, choices=BASES)
    funding_scope = models.CharField("what money it is about", max_length=200)
    price_base = models.CharField("prices", max_length=10, choices=PRICE_BASES)
    source = models.CharField("where it is written down", max_length=300)
    reason = models.CharField("reason for the change", max_length=400, blank=True)
    recorded_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        abstract = True
        constraints = [
            models.UniqueConstraint(fields=["initiative", "version"], name="%(class)s_version_once"),
            models.CheckConstraint(condition=is_financial_year(), name="%(class)s_year_is_a_year"),
            models.CheckConstraint(
                condition=Q(amount_gbp__gt=0, amount_gbp__lte=MOST_GBP), name="%(class)s_in_bounds"
            ),
            models.CheckConstraint(condition=Q(basis__in=values(BASES)), name="%(class)s_basis_is_known"),
            models.CheckConstraint(
                condition=Q(price_base__in=values(PRICE_BASES)), name="%(class)s_prices_are_known"
            ),
            models.CheckConstraint(
                condition=~Q(covers="") & ~Q(funding_scope="") & ~Q(source=""),
                name="%(class)s_says_what_and_whence",
            ),
            models.CheckConstraint(
                condition=Q(version=1, reason="") | (Q(version__gt=1) & ~Q(reason="")),
                name="%(class)s_change_has_reason",
            ),
        ]

    @property
    def year_label(self) -> str:
        return year_name(self.financial_year)


class CostBaselineQuerySet(models.QuerySet):
    def agreed_at(self, moment):
        """The agreed versions at this moment, None being now; the last of an initiative is the one that counts."""
        return self.filter(until("agreed_at", moment), agreed_at__isnull=False).order_by(
            "initiative_id", "-version"
        )

    def to_agree(self):
        """The last version of each initiative where it is not agreed yet."""
        later = CostBaseline.objects.filter(
            initiative=models.OuterRef("initiative"), version__gt=models.OuterRef("version")
        )
        return self.filter(~models.Exists(later), agreed_at__isnull=True)


class CostBaseline(CostOfALine):
    """What the cost line an initiative reduces costs without it. Provisional until somebody else has agreed it."""

    initiative = models.ForeignKey(Initiative, on_delete=models.PROTECT, related_name="baselines")
    line = models.CharField("line of the High Needs Block", max_length=30, choices=LINES)
    agreed_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")
    agreed_at = models.DateTimeField(null=True)

    objects = CostBaselineQuerySet.as_manager()

    class Meta(CostOfALine.Meta):
        constraints = [
            *CostOfALine.Meta.constraints,
            models.CheckConstraint(condition=Q(line__in=values(LINES)), name="costbaseline_line_is_known"),
            models.CheckConstraint(
                condition=both_or_neither("agreed_by", "agreed_at"),
                name="costbaseline_agreed_by_and_at_together",
            ),
            models.CheckConstraint(
                condition=Q(agreed_by__isnull=True) | ~Q(agreed_by=F("recorded_by")),
                name="costbaseline_agreed_by_another",
            ),
        ]

    @property
    def is_agreed(self) -> bool:
        return self.agreed_at is not None


class Counterfactual(CostOfALine):
    """What would have been spent without a cost avoidance: what its saving is measured against.

    Frozen when its plan is approved, which then names the version; triggers (in the migration) refuse a
    later version, and the approval of a cost avoidance that names none.
    """

    initiative = models.ForeignKey(Initiative, on_delete=models.PROTECT, related_name="counterfactuals")

    class Meta(CostOfALine.Meta):
        pass
