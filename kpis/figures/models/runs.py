"""Background runs that recompute what is derived: one row a run, one row a chunk.

All that matters about a run stands in these rows, so that no lost message and no dead worker can
lose work: a chunk without `done_at` is still to do, whoever was doing it.
"""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

USER = settings.AUTH_USER_MODEL


class RecomputeRun(models.Model):
    class Subject(models.TextChoices):
        KPIS = "kpis", "KPIs"
        SAVINGS = "savings", "Savings"

    subject = models.CharField(max_length=10, choices=Subject)
    why = models.CharField(max_length=200)
    requested_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")
    requested_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
    item_count = models.PositiveIntegerField()
    chunk_count = models.PositiveIntegerField()

    class Meta:
        indexes = [
            models.Index(
                fields=["subject"], condition=Q(finished_at__isnull=True), name="recompute_run_open"
            ),
        ]

    @property
    def is_finished(self) -> bool:
        return self.finished_at is not None

    @property
    def took_words(self) -> str:
        """How long it took from the request to the end; empty while it runs."""
        if self.finished_at is None:
            return ""
        seconds = (self.finished_at - self.requested_at).total_seconds()
        return f"{seconds:.1f} seconds" if seconds < 120 else f"{seconds / 60:.0f} minutes"


class RunChunk(models.Model):
    """A share of a run that one worker does in seconds. `item_ids` are what it recomputes."""

    run = models.ForeignKey(RecomputeRun, on_delete=models.CASCADE, related_name="chunks")
    number = models.PositiveIntegerField()
    item_ids = ArrayField(models.BigIntegerField())
    attempts = models.PositiveSmallIntegerField(default=0)
    claimed_at = models.DateTimeField(null=True)
    done_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["run", "number"], name="run_chunk_number_once"),
            models.CheckConstraint(
                condition=Q(done_at__isnull=True) | Q(claimed_at__isnull=False),
                name="run_chunk_claimed_before_done",
            ),
        ]
        indexes = [
            models.Index(fields=["run", "number"], condition=Q(done_at__isnull=True), name="run_chunk_to_do"),
        ]


class RunFailure(models.Model):
    """An item that could not be recomputed, and why; the others went on."""

    run = models.ForeignKey(RecomputeRun, on_delete=models.CASCADE, related_name="failures")
    item_id = models.BigIntegerField()
    item_name = models.CharField(max_length=120)
    reason = models.CharField(max_length=400)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["run", "item_id"], name="run_failure_named_once")]
