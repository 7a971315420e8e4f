"""What may mean that somebody is at risk: who said so, and what a safeguarding lead did."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from feedback.contributions.models.contribution import Contribution
from feedback.contributions.models.sealed import SealedTextField

USER = settings.AUTH_USER_MODEL


class AlertQuerySet(models.QuerySet):
    def open(self):
        return self.filter(settled_at__isnull=True)


class SafeguardingAlert(models.Model):
    """The leads were told at once. It stays open until one of them holds the contribution or says it is no risk.

    While it is open the contribution is on top of the queue, and nothing of it can be published.
    """

    class RaisedBy(models.TextChoices):
        BOX = "box", "The author says that someone may be at risk"
        WORDS = "words", "Words in the text suggest that someone may be at risk"

    class Verdict(models.TextChoices):
        HELD = "held", "Put on safeguarding hold"
        NO_RISK = "no_risk", "No risk seen"

    contribution = models.ForeignKey(Contribution, on_delete=models.CASCADE, related_name="alerts")
    raised_by = models.CharField(max_length=10, choices=RaisedBy)
    raised_at = models.DateTimeField()
    verdict = models.CharField(max_length=10, choices=Verdict, blank=True)
    settled_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")
    settled_at = models.DateTimeField(null=True)

    objects = AlertQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(verdict="", settled_by__isnull=True, settled_at__isnull=True)
                | Q(verdict__in=["held", "no_risk"], settled_by__isnull=False, settled_at__isnull=False),
                name="safeguarding_alert_settled_with_who_and_when",
            ),
            models.CheckConstraint(
                condition=Q(raised_by__in=["box", "words"]), name="safeguarding_alert_raised_by_is_known"
            ),
            models.UniqueConstraint(
                fields=["contribution"],
                condition=Q(settled_at__isnull=True),
                name="safeguarding_alert_open_once",
            ),
        ]


class SafeguardingReferral(models.Model):
    """A hand-over: to whom, when, by which lead. Rows are added, never changed."""

    contribution = models.ForeignKey(Contribution, on_delete=models.PROTECT, related_name="referrals")
    handed_to = models.CharField(max_length=200)
    note = SealedTextField(null=True)
    recorded_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(handed_to=""), name="safeguarding_referral_names_to_whom"),
        ]
