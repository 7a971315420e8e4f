"""Reminders that were sent: a figure's lead hears of each stage once."""

from django.conf import settings
from django.db import models

from kpis.domain.due import Reminder
from kpis.figures.models.definitions import PERIOD_KINDS, Kpi

STAGES = [(str(stage), stage.words) for stage in Reminder]


class FigureReminder(models.Model):
    """Somebody was reminded of a KPI's figure for a period, at one stage."""

    kpi = models.ForeignKey(Kpi, on_delete=models.PROTECT, related_name="reminders")
    period_kind = models.CharField(max_length=20, choices=PERIOD_KINDS)
    period_start = models.DateField()
    stage = models.CharField(max_length=12, choices=STAGES)
    recipient = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    reminded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["kpi", "period_kind", "period_start", "stage"], name="figure_reminded_once_a_stage"
            )
        ]
