"""Why something is not published: reasons are data, with the words the author and the public read."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from feedback.contributions.models.contribution import Contribution
from kpis.workstreams.models import both_or_neither

USER = settings.AUTH_USER_MODEL


class NotPublishingReasonQuerySet(models.QuerySet):
    def current(self):
        """What may be chosen now."""
        return self.filter(ended_at__isnull=True)

    def in_order(self):
        return self.order_by("position", "id")


class NotPublishingReason(models.Model):
    """A reason in the words it had when it was chosen. Other words are a further row that replaces this one.

    Rows that the product brings along have nobody who wrote them.
    """

    slug = models.SlugField(unique=True)
    label = models.CharField(max_length=120)
    public_wording = models.TextField()
    needs_second_person = models.BooleanField(default=True)
    position = models.PositiveSmallIntegerField(default=0)
    replaces = models.OneToOneField("self", on_delete=models.PROTECT, null=True, related_name="replaced_by")
    written_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")
    written_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)

    objects = NotPublishingReasonQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=both_or_neither("written_by", "written_at"),
                name="not_publishing_reason_written_by_and_at_together",
            ),
            models.CheckConstraint(
                condition=both_or_neither("ended_by", "ended_at"),
                name="not_publishing_reason_ended_by_and_at_together",
            ),
            models.CheckConstraint(
                condition=~Q(replaces=F("id")), name="not_publishing_reason_replaces_another"
            ),
            models.UniqueConstraint(
                fields=["label"], condition=Q(ended_at__isnull=True), name="not_publishing_reason_label_once"
            ),
            models.CheckConstraint(
                condition=~Q(public_wording=""), name="not_publishing_reason_has_public_wording"
            ),
        ]

    def __str__(self):
        return self.label


class WithholdingQuerySet(models.QuerySet):
    def open(self):
        return self.filter(decided_at__isnull=True)


class Withholding(models.Model):
    """A proposal not to publish, and what a second person decided: no one voice is silenced by one voice."""

    contribution = models.ForeignKey(Contribution, on_delete=models.CASCADE, related_name="withholdings")
    reason = models.ForeignKey(NotPublishingReason, on_delete=models.PROTECT, related_name="+")
    needs_second_person = models.BooleanField()
    proposed_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField()
    is_agreed = models.BooleanField(null=True)
    decided_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)

    objects = WithholdingQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=both_or_neither("is_agreed", "decided_by", "decided_at"),
                name="withholding_decided_by_and_at_together",
            ),
            models.CheckConstraint(
                condition=Q(needs_second_person=False)
                | Q(is_agreed__isnull=True)
                | Q(is_agreed=False)
                | ~Q(decided_by=F("proposed_by")),
                name="withholding_second_person_agrees",
            ),
            models.UniqueConstraint(
                fields=["contribution"], condition=Q(decided_at__isnull=True), name="withholding_open_once"
            ),
        ]
