"""What the background jobs leave behind to show that they work."""

from django.db import models
from django.db.models import F, Q


class Heartbeat(models.Model):
    """The latest round trip of a queue: asked by the scheduler, answered by a worker. One row a queue.

    Derived; safe to delete, the next beat writes it again.
    """

    queue = models.CharField(max_length=30, primary_key=True)
    asked_at = models.DateTimeField()
    answered_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(answered_at__gte=F("asked_at")), name="heartbeat_answered_after_asked"
            ),
        ]
