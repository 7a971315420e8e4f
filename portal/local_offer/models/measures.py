"""KPIs whose figures the portal counts from the Local Offer."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from kpis.figures.models import Kpi
from kpis.workstreams.models import both_or_neither

USER = settings.AUTH_USER_MODEL


class OfferMeasure(models.TextChoices):
    """What the portal can count about the Local Offer; defined in `queries.measures`."""

    COVERAGE_MUST = "coverage_must", "What must be covered and is"
    COVERAGE_SHOULD = "coverage_should", "What should be covered and is"
    IN_DATE = "in_date", "Pages whose check is in date"
    COMPLETENESS = "completeness", "How complete listings are"
    READING_GRADE = "reading_grade", "Reading grade, median"
    EASYREAD = "easyread", "Pages on what must be covered that have EasyRead"
    ZERO_RESULTS = "zero_results", "Searches that found nothing"


class OfferMeasureKpi(models.Model):
    """This KPI's figures are counted by the portal from `switched_on_at` on, in the name of who switched it on."""

    measure = models.CharField(max_length=20, choices=OfferMeasure)
    kpi = models.ForeignKey(Kpi, on_delete=models.PROTECT, related_name="+")
    switched_on_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    switched_on_at = models.DateTimeField()
    switched_off_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")
    switched_off_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["measure"],
                condition=Q(switched_off_at__isnull=True),
                name="offer_measure_feeds_one_kpi",
            ),
            models.UniqueConstraint(
                fields=["kpi"], condition=Q(switched_off_at__isnull=True), name="offer_kpi_has_one_measure"
            ),
            models.CheckConstraint(
                condition=Q(measure__in=OfferMeasure.values), name="offer_measure_is_known"
            ),
            models.CheckConstraint(
                condition=both_or_neither("switched_off_by", "switched_off_at"),
                name="offer_measure_switched_off_by_and_at_together",
            ),
        ]
