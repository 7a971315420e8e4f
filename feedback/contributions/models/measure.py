"""What the portal counts about itself, and the KPIs that take these numbers as their figures."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from kpis.figures.models import Kpi
from kpis.workstreams.models import both_or_neither

USER = settings.AUTH_USER_MODEL


class Measure(models.TextChoices):
    RECEIVED = "received", "Contributions received"
    IN_TIME = "in_time", "Share answered in time"
    DAYS_TO_ANSWER = "days_to_answer", "Median working days to an answer"
    CHANGED = "changed", "Share of answers to concerns that changed something"
    DAYS_SINCE_YEARLY = "days_since_yearly", "Days since the yearly publication"
    BANDS_HEARD = "bands_heard", "Groups heard from in four quarters"


class MeasureKpi(models.Model):
    """This KPI's figures are counted by the portal from `switched_on_at` on, in the name of who switched it on."""

    measure = models.CharField(max_length=20, choices=Measure)
    kpi = models.ForeignKey(Kpi, on_delete=models.PROTECT, related_name="+")
    switched_on_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    switched_on_at = models.DateTimeField()
    switched_off_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")
    switched_off_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["measure"], condition=Q(switched_off_at__isnull=True), name="measure_feeds_one_kpi"
            ),
            models.UniqueConstraint(
                fields=["kpi"], condition=Q(switched_off_at__isnull=True), name="measure_kpi_has_one_measure"
            ),
            models.CheckConstraint(
                condition=Q(measure__in=Measure.values), name="measure_kpi_measure_is_known"
            ),
            models.CheckConstraint(
                condition=both_or_neither("switched_off_by", "switched_off_at"),
                name="measure_kpi_switched_off_by_and_at_together",
            ),
        ]
