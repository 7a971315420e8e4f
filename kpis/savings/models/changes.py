"""What was changed in the words about an initiative: before, after, by whom, when and why."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from kpis.savings.models.initiatives import Initiative

USER = settings.AUTH_USER_MODEL


class WordsChange(models.Model):
    """One field of an initiative, as it was and as it became, both as a person reads them."""

    initiative = models.ForeignKey(Initiative, on_delete=models.PROTECT, related_name="words_changes")
    field = models.CharField("what was changed", max_length=60)
    before = models.TextField(blank=True)
    after = models.TextField(blank=True)
    reason = models.CharField(max_length=400)
    changed_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    changed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(before=F("after")), name="words_change_changes_something"),
            models.CheckConstraint(condition=~Q(reason="") & ~Q(field=""), name="words_change_has_reason"),
        ]
        indexes = [models.Index(fields=["initiative", "-changed_at"], name="words_change_latest")]
