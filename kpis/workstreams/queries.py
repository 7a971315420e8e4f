"""What is read across workstreams: the mails that are owed."""

from datetime import timedelta

from django.db.models import Q

from kpis.workstreams.models import OutboxMail

# How long after it was written a mail is tried again, by the number of attempts so far.
TRY_AGAIN_AFTER = (
    timedelta(0),
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=15),
    timedelta(hours=1),
    timedelta(hours=3),
    timedelta(hours=8),
    timedelta(hours=24),
)
GIVE_UP_AFTER = len(TRY_AGAIN_AFTER)


def mails_due(*, at):
    """Mails to be tried at this moment, oldest first."""
    due = Q()
    for attempts, delay in enumerate(TRY_AGAIN_AFTER):
        due |= Q(attempts=attempts, created_at__lte=at - delay)
    return OutboxMail.objects.filter(due, sent_at__isnull=True).select_related("recipient").order_by("id")


def mails_given_up():
    """Mails that could not be delivered, newest first."""
    given_up = OutboxMail.objects.filter(sent_at__isnull=True, attempts__gte=GIVE_UP_AFTER)
    return given_up.select_related("recipient").order_by("-created_at", "-id")
