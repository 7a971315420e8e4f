"""How long what families told us is kept: rules as data, because a council decides them."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from feedback.contributions.models.contribution import Kind
from kpis.workstreams.models import both_or_neither


class RetentionRule(models.Model):
    """Days from the day a contribution was received: bands and contact go first, then the original.

    The public version and the counts stay.
    """

    kind = models.CharField(max_length=20, choices=Kind, unique=True)
    bands_days = models.PositiveIntegerField()
    contact_days = models.PositiveIntegerField()
    original_days = models.PositiveIntegerField()
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    changed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(contact_days__lte=F("original_days"), bands_days__lte=F("original_days")),
                name="retention_rule_original_goes_last",
            ),
            models.CheckConstraint(
                condition=Q(bands_days__gt=0, contact_days__gt=0), name="retention_rule_keeps_for_a_while"
            ),
            models.CheckConstraint(
                condition=both_or_neither("changed_by", "changed_at"),
                name="retention_rule_changed_by_and_at_together",
            ),
        ]
