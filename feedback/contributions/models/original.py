"""The author's own words, in a table of their own: read while screening, sealed after it."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from feedback.contributions.models.contribution import Contribution
from feedback.contributions.models.sealed import SealedTextField
from kpis.workstreams.models import both_or_neither

USER = settings.AUTH_USER_MODEL


class Original(models.Model):
    """What was sent, unchanged. Withdrawal, erasure and expiry delete the row; nothing else touches its text."""

    contribution = models.OneToOneField(Contribution, on_delete=models.CASCADE, primary_key=True)
    text = SealedTextField()
    sealed_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")
    sealed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=both_or_neither("sealed_by", "sealed_at"), name="original_sealed_by_and_at_together"
            ),
        ]

    @property
    def is_sealed(self) -> bool:
        return self.sealed_at is not None


class Addition(models.Model):
    """What the author added later with the receipt code: an original of its own, read and sealed like one."""

    contribution = models.ForeignKey(Contribution, on_delete=models.CASCADE, related_name="additions")
    text = SealedTextField()
    added_at = models.DateTimeField()
    read_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")
    read_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=both_or_neither("read_by", "read_at"), name="addition_read_by_and_at_together"
            ),
        ]


# Reasons of openings that the site writes itself. Those that people write go with the words.
SAFEGUARDING = "Safeguarding"
SUBJECT_ACCESS = "Subject access request"
FORGOTTEN = "The reason was deleted with the words."
SAID_BY_THE_SITE = (SAFEGUARDING, SUBJECT_ACCESS, FORGOTTEN)


class OpeningQuerySet(models.QuerySet):
    def for_moderators(self):
        """Without what safeguarding leads opened during a hold: that there was one is not for moderators."""
        return self.filter(while_held=False)

    def in_order(self):
        return self.order_by("opened_at", "id")


class OriginalOpening(models.Model):
    """Somebody opened a sealed or held original: who, when and why. Outlives the text."""

    contribution = models.ForeignKey(Contribution, on_delete=models.CASCADE, related_name="openings")
    opened_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField()
    reason = models.CharField(max_length=300)
    while_held = models.BooleanField()

    objects = OpeningQuerySet.as_manager()

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(reason=""), name="original_opening_has_reason")]
