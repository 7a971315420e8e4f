"""The record of what personal data is used for, and why that is lawful: one row a version, never changed."""

from django.conf import settings
from django.db import models
from django.db.models import Q


class Activity(models.TextChoices):
    """What this site does with personal data. Each needs a record."""

    CONTRIBUTIONS = "contributions", "What people tell us"
    CONTACT = "contact", "Where an answer can reach them"
    BANDS = "bands", "What people tell about themselves, in bands"
    SAFEGUARDING = "safeguarding", "When somebody may be at risk"
    PUBLISHING = "publishing", "What is published, and answered"
    ABUSE = "abuse", "Receipt codes, and limits against abuse"
    ACCOUNTS = "accounts", "People who sign in to work here"
    TOP_UPS = "top-ups", "Lists of top-ups that officers upload"
    SERVICES = "services", "People named as a service's contact"


class ProcessingRecord(models.Model):
    """One activity as somebody recorded it. The highest number is in force; the earlier ones stay to be read."""

    activity = models.CharField(max_length=20, choices=Activity)
    number = models.PositiveSmallIntegerField()
    purpose = models.TextField()
    whose_data = models.TextField()
    lawful_basis = models.TextField()
    special_condition = models.TextField(blank=True)
    who_sees = models.TextField()
    how_long = models.TextField()
    safeguards = models.TextField()
    assessed_on = models.DateField(null=True)
    assessed_by = models.CharField(max_length=120, blank=True)
    next_review_on = models.DateField()
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["activity", "number"], name="processing_record_number_once_an_activity"
            ),
            models.CheckConstraint(
                condition=Q(activity__in=Activity.values), name="processing_record_activity_is_known"
            ),
            models.CheckConstraint(
                condition=~Q(purpose="")
                & ~Q(whose_data="")
                & ~Q(lawful_basis="")
                & ~Q(who_sees="")
                & ~Q(how_long="")
                & ~Q(safeguards=""),
                name="processing_record_is_whole",
            ),
            models.CheckConstraint(
                condition=Q(assessed_on__isnull=True, assessed_by="")
                | Q(assessed_on__isnull=False) & ~Q(assessed_by=""),
                name="processing_record_assessed_on_and_by_together",
            ),
        ]
