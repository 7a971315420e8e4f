"""The text that everybody may read, in versions: each is edited by somebody, one is approved."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from feedback.contributions.models.contribution import Contribution
from feedback.contributions.models.sealed import SealedTextField
from kpis.workstreams.models import both_or_neither

USER = settings.AUTH_USER_MODEL


class PublicVersion(models.Model):
    """A wording without anything personal. A change is a new version; approval is set once.

    `needs_second_person` is the contribution's at the moment of editing or approval, so that the rule
    about two people stands in this row. It is sealed like the original: before its approval a wording
    may still say what must not be read.
    """

    contribution = models.ForeignKey(Contribution, on_delete=models.CASCADE, related_name="public_versions")
    number = models.PositiveSmallIntegerField()
    text = SealedTextField()
    needs_second_person = models.BooleanField(default=False)
    edited_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    edited_at = models.DateTimeField()
    approved_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")
    approved_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["contribution", "number"], name="public_version_number_once_a_contribution"
            ),
            models.CheckConstraint(
                condition=both_or_neither("approved_by", "approved_at"),
                name="public_version_approved_by_and_at_together",
            ),
            models.CheckConstraint(
                condition=Q(needs_second_person=False)
                | Q(approved_by__isnull=True)
                | ~Q(approved_by=F("edited_by")),
                name="public_version_second_person_approves",
            ),
        ]
