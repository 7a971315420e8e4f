"""What was done because somebody asked what we hold about them, or asked for it to go."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from feedback.contributions.models.contribution import Contribution

USER = settings.AUTH_USER_MODEL


class DataRequest(models.Model):
    """An export or an erasure of one contribution: who did it, when, and on what ground.

    An erasure waits (`carried_out_at` is empty) while the law makes us keep the words; nobody but safeguarding
    leads may learn that it does, so no page shows that moment.
    """

    class What(models.TextChoices):
        EXPORT = "export", "A copy of what we hold"
        ERASE = "erase", "Erasure"

    class Ground(models.TextChoices):
        AUTHOR = "author", "Whoever wrote it asks for it"
        NAMED = "named", "Somebody whom it is about asks for it"
        LAW = "law", "A court or a regulator requires it"
        MISTAKE = "mistake", "It should never have been collected"

    contribution = models.ForeignKey(Contribution, on_delete=models.PROTECT, related_name="data_requests")
    what = models.CharField(max_length=10, choices=What)
    ground = models.CharField(max_length=10, choices=Ground, blank=True)
    handled_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    handled_at = models.DateTimeField()
    carried_out_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(what="export", ground="", carried_out_at__isnull=False)
                | Q(what="erase", ground__in=["author", "named", "law", "mistake"]),
                name="data_request_erasure_has_ground",
            ),
            models.UniqueConstraint(
                fields=["contribution"], condition=Q(what="erase"), name="data_request_erased_once"
            ),
        ]
