"""What is missing: heard in searches that found nothing, in comments, and seen where no service fits."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from kpis.workstreams.models import both_or_neither
from portal.local_offer.models.choices import Area, Need

USER = settings.AUTH_USER_MODEL


class GapQuerySet(models.QuerySet):
    def open(self):
        return self.filter(closed_at__isnull=True)


class Gap(models.Model):
    """Something that families look for and do not find, with somebody who does something about it."""

    class Kind(models.TextChoices):
        SEARCH = "search", "Searches that found nothing"
        COMMENT = "comment", "Something missing, as somebody told us"
        MATRIX = "matrix", "No service for a need and an age"

    kind = models.CharField(max_length=10, choices=Kind)
    subject = models.CharField(max_length=200)  # the term, the page, or the need and age in words
    need = models.CharField(max_length=4, choices=Need, blank=True)
    age_band = models.CharField(max_length=20, blank=True)
    area = models.CharField(max_length=10, choices=Area, blank=True)
    times = models.PositiveIntegerField(default=1)
    opened_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")
    opened_at = models.DateTimeField()
    owner = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")
    due_on = models.DateField(null=True)
    plan = models.TextField(blank=True)
    # What came of it in the partnership's plan: a proposal, as it was called and where it is found.
    proposal_title = models.CharField(max_length=200, blank=True)
    proposal_url = models.CharField(max_length=500, blank=True)
    closed_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")
    closed_at = models.DateTimeField(null=True)
    closed_because = models.CharField(max_length=300, blank=True)

    objects = GapQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "subject"], condition=Q(closed_at__isnull=True), name="gap_open_once"
            ),
            models.CheckConstraint(
                condition=both_or_neither("closed_by", "closed_at"), name="gap_closed_by_and_at_together"
            ),
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True) | ~Q(closed_because=""), name="gap_closed_says_why"
            ),
            models.CheckConstraint(condition=both_or_neither("owner", "due_on"), name="gap_owner_has_a_day"),
            models.CheckConstraint(
                condition=Q(proposal_title="", proposal_url="")
                | (~Q(proposal_title="") & Q(proposal_url__regex=r"^/[^/\\]")),
                name="gap_proposal_has_title_and_address",
            ),
        ]
