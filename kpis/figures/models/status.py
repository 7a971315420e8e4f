"""What the recompute last worked out. Derived; safe to delete and rebuild."""

from django.db import models

from kpis.domain.rating import Rating
from kpis.figures.models.definitions import Kpi
from kpis.workstreams.models import Workstream

RATINGS = [(str(rating), rating.words) for rating in Rating]


class Status(models.Model):
    """How a KPI stands now. Derived; safe to delete and rebuild. For past moments see `queries.standing`."""

    kpi = models.OneToOneField(Kpi, on_delete=models.CASCADE, primary_key=True, related_name="status")
    rating = models.CharField(max_length=10, choices=RATINGS)
    reason = models.CharField(max_length=300)
    figure_id = models.BigIntegerField(null=True)
    actual = models.DecimalField(max_digits=18, decimal_places=6, null=True)
    expected = models.DecimalField(max_digits=24, decimal_places=6, null=True)
    progress = models.DecimalField(max_digits=24, decimal_places=6, null=True)
    progress_words = models.CharField(max_length=200, blank=True)
    direction = models.CharField(max_length=20)
    variation = models.CharField(max_length=20, blank=True, db_default="")
    assurance = models.CharField(max_length=20, blank=True, db_default="")
    next_due_on = models.DateField(null=True)
    next_period = models.CharField(max_length=40, blank=True)
    computed_at = models.DateTimeField()


class WorkstreamStatus(models.Model):
    """How many KPIs of a workstream stand where. Derived; safe to delete and rebuild."""

    workstream = models.OneToOneField(
        Workstream, on_delete=models.CASCADE, primary_key=True, related_name="status"
    )
    on_track = models.PositiveSmallIntegerField()
    at_risk = models.PositiveSmallIntegerField()
    off_track = models.PositiveSmallIntegerField()
    not_rated = models.PositiveSmallIntegerField()
    rating = models.CharField(max_length=10, choices=RATINGS)
    computed_at = models.DateTimeField()
