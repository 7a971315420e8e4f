"""What a KPI is judged from and against: baselines and targets, each a version with who, when and why."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from kpis.figures.models.definitions import PERIOD_KINDS, Kpi
from kpis.workstreams.models import both_or_neither

USER = settings.AUTH_USER_MODEL


class Baseline(models.Model):
    """The value a KPI is judged from. Provisional until somebody other than its author has agreed it."""

    kpi = models.ForeignKey(Kpi, on_delete=models.PROTECT, related_name="baselines")
    version = models.PositiveSmallIntegerField()
    reason = models.CharField("reason for the change", max_length=400, blank=True)
    value = models.DecimalField(max_digits=18, decimal_places=6)
    numerator = models.DecimalField(max_digits=18, decimal_places=6, null=True, blank=True)
    denominator = models.DecimalField(max_digits=18, decimal_places=6, null=True, blank=True)
    period_kind = models.CharField(max_length=20, choices=PERIOD_KINDS)
    period_start = models.DateField()
    period_end = models.DateField()
    is_forecast = models.BooleanField("the value is a forecast", default=False)
    method = models.CharField("how it was arrived at", max_length=300)
    source = models.CharField(max_length=200)
    set_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    set_at = models.DateTimeField()
    agreed_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    agreed_at = models.DateTimeField(null=True, blank=True)
    counts_from = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kpi", "version"], name="baseline_version_once"),
            models.CheckConstraint(
                condition=Q(version=1, reason="") | (Q(version__gt=1) & ~Q(reason="")),
                name="baseline_change_has_reason",
            ),
            models.CheckConstraint(
                condition=both_or_neither("agreed_by", "agreed_at"), name="baseline_agreed_by_and_at_together"
            ),
            models.CheckConstraint(
                condition=Q(agreed_by__isnull=True) | ~Q(agreed_by=F("set_by")),
                name="baseline_agreed_by_another",
            ),
            models.CheckConstraint(
                condition=both_or_neither("numerator", "denominator"), name="baseline_parts_together"
            ),
            models.CheckConstraint(
                condition=Q(period_start__lt=F("period_end")), name="baseline_period_not_empty"
            ),
        ]

    @property
    def is_agreed(self) -> bool:
        return self.agreed_at is not None


class Target(models.Model):
    """One version of where a KPI should be by when; its points are dated values."""

    kpi = models.ForeignKey(Kpi, on_delete=models.PROTECT, related_name="targets")
    version = models.PositiveSmallIntegerField()
    reason = models.CharField("reason for the change", max_length=400, blank=True)
    note = models.CharField(max_length=200, blank=True, help_text="For example: illustrative.")
    set_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    set_at = models.DateTimeField()
    counts_from = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kpi", "version"], name="target_version_once"),
            models.CheckConstraint(
                condition=Q(version=1, reason="") | (Q(version__gt=1) & ~Q(reason="")),
                name="target_change_has_reason",
            ),
        ]


class TargetPoint(models.Model):
    target = models.ForeignKey(Target, on_delete=models.CASCADE, related_name="points")
    on = models.DateField("by when")
    value = models.DecimalField(max_digits=18, decimal_places=6)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["target", "on"], name="target_point_once_a_day")]
