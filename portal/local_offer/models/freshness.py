"""Keeping listings true: who may speak for a provider, reminders with links, what they confirmed or suggested."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from wagtail.admin.panels import FieldPanel

from kpis.workstreams.models import both_or_neither
from portal.local_offer.models.editing import ProviderMemberForm

USER = settings.AUTH_USER_MODEL


class ProviderMember(models.Model):
    """A person with an account who speaks for a provider."""

    user = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="provider_memberships")
    provider = models.ForeignKey("local_offer.Provider", on_delete=models.CASCADE, related_name="members")

    base_form_class = ProviderMemberForm
    panels = [FieldPanel("user"), FieldPanel("provider")]

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "provider"], name="provider_member_once"),
        ]

    def __str__(self):
        return f"{self.user} for {self.provider}"


class CheckReminder(models.Model):
    """A provider, or the owner's lead, was asked whether a page is still right."""

    class Stage(models.TextChoices):
        BEFORE = "before", "Before the check is due"
        DUE = "due", "On the day"
        LATE = "late", "When it was late"
        ESCALATED = "escalated", "To the partner that answers for the page"

    page = models.ForeignKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="check_reminders")
    stage = models.CharField(max_length=10, choices=Stage)
    for_check_on = models.DateField()  # the check that was due
    sent_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["page", "stage", "for_check_on"], name="check_reminder_once_a_stage"
            ),
        ]


class Check(models.Model):
    """Somebody said that a page is still right: through a link or signed in. Rows are added, never changed."""

    page = models.ForeignKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="checks")
    checked_at = models.DateTimeField()
    checked_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")
    by_link = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(by_link=True) | Q(checked_by__isnull=False), name="check_names_who_or_link"
            ),
        ]

    @property
    def checked_on(self):
        return timezone.localdate(self.checked_at)


class SuggestionQuerySet(models.QuerySet):
    def open(self):
        return self.filter(decided_at__isnull=True)


class Suggestion(models.Model):
    """A provider's change to a listing. The published page stays until an editor has decided."""

    page = models.ForeignKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="suggestions")
    changes = models.JSONField()  # name of a field -> what it should say
    note = models.CharField(max_length=500, blank=True)
    suggested_at = models.DateTimeField()
    suggested_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")
    is_accepted = models.BooleanField(null=True)
    decided_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    why = models.CharField(max_length=300, blank=True)

    objects = SuggestionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=both_or_neither("is_accepted", "decided_by", "decided_at"),
                name="suggestion_decided_by_and_at_together",
            ),
            models.CheckConstraint(
                condition=~Q(is_accepted=False) | ~Q(why=""), name="suggestion_declined_says_why"
            ),
        ]
