"""What a safeguarding lead did with a held contribution."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from feedback.contributions.models.contribution import Contribution


class SafeguardingReferral(models.Model):
    """A hand-over: to whom, when, by which lead. Rows are added, never changed."""

    contribution = models.ForeignKey(Contribution, on_delete=models.PROTECT, related_name="referrals")
    handed_to = models.CharField(max_length=200)
    note = models.TextField(blank=True)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(handed_to=""), name="safeguarding_referral_names_to_whom"),
        ]
