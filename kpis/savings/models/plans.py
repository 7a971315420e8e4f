"""What an initiative is planned and forecast to save, month by month, each in versions."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from kpis.domain.savings import MOST_GBP
from kpis.savings.models.cost_lines import Counterfactual
from kpis.savings.models.initiatives import Initiative
from kpis.workstreams.models import both_or_neither

USER = settings.AUTH_USER_MODEL


class PlanKind(models.TextChoices):
    PLANNED = "planned", "Planned"
    FORECAST = "forecast", "Forecast"


class MonthlyPlanQuerySet(models.QuerySet):
    def known_at(self, moment):
        """The version of each kind that counted for each initiative at this moment."""
        known = self.filter(recorded_at__lte=moment)
        return known.order_by("initiative_id", "kind", "-version").distinct("initiative_id", "kind")

    def latest_first(self):
        return self.order_by("-recorded_at", "-id")


class MonthlyPlan(models.Model):
    """One version of the planned or the forecast saving; it holds all months, not only the changed ones.

    A planned version that is approved is frozen: it is the last of its kind, and what changes
    afterwards is a forecast. An approved cost avoidance names the counterfactual it is measured against.
    """

    initiative = models.ForeignKey(Initiative, on_delete=models.PROTECT, related_name="plans")
    kind = models.CharField(max_length=10, choices=PlanKind)
    version = models.PositiveSmallIntegerField()
    reason = models.CharField("reason for the change", max_length=400, blank=True)
    recorded_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()
    approved_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")
    approved_at = models.DateTimeField(null=True)
    measured_against = models.ForeignKey(
        Counterfactual, on_delete=models.PROTECT, null=True, related_name="frozen_by"
    )

    objects = MonthlyPlanQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["initiative", "kind", "version"], name="monthly_plan_version_once"
            ),
            models.UniqueConstraint(
                fields=["initiative"],
                condition=Q(approved_at__isnull=False),
                name="monthly_plan_approved_once",
            ),
            models.CheckConstraint(condition=Q(kind__in=PlanKind.values), name="monthly_plan_kind_is_known"),
            models.CheckConstraint(
                condition=Q(version=1, reason="") | (Q(version__gt=1) & ~Q(reason="")),
                name="monthly_plan_change_has_reason",
            ),
            models.CheckConstraint(
                condition=both_or_neither("approved_by", "approved_at"),
                name="monthly_plan_approved_by_and_at_together",
            ),
            models.CheckConstraint(
                condition=Q(approved_by__isnull=True)
                | (Q(kind=PlanKind.PLANNED) & ~Q(approved_by=F("recorded_by"))),
                name="monthly_plan_approved_by_another",
            ),
            models.CheckConstraint(
                condition=Q(measured_against__isnull=True) | Q(approved_at__isnull=False),
                name="monthly_plan_counterfactual_frozen_when_approved",
            ),
        ]

    @property
    def is_frozen(self) -> bool:
        return self.approved_at is not None


class MonthlyAmount(models.Model):
    """What a version says of one month: pounds, or a per cent of what is left of the base its group shares.

    A month without a row has no saving in that version.
    """

    plan = models.ForeignKey(MonthlyPlan, on_delete=models.CASCADE, related_name="amounts")
    month = models.DateField()
    amount_gbp = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    per_cent = models.DecimalField("per cent of the base left", max_digits=5, decimal_places=2, null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["plan", "month"], name="monthly_amount_once_a_month"),
            models.CheckConstraint(condition=Q(month__day=1), name="monthly_amount_on_the_first"),
            models.CheckConstraint(
                condition=Q(amount_gbp__gte=0, amount_gbp__lte=MOST_GBP), name="monthly_amount_in_bounds"
            ),
            models.CheckConstraint(
                condition=Q(per_cent__gt=0, per_cent__lte=100), name="monthly_amount_per_cent_in_bounds"
            ),
            models.CheckConstraint(
                condition=Q(amount_gbp__isnull=False, per_cent__isnull=True)
                | Q(amount_gbp__isnull=True, per_cent__isnull=False),
                name="monthly_amount_pounds_or_per_cent",
            ),
        ]
