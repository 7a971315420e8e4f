"""A promise whose day is over: whoever leads the workstream is told, once."""

from datetime import datetime

from django.contrib.auth import get_user_model
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from feedback.contributions.models import Outcome, Response
from kpis.workstreams.actions import queue_mail


@transaction.atomic
def remind_of_promises(*, at: datetime) -> list[Response]:
    """Tell the lead and the deputy of the workstream that a promise of theirs is late; of one of no workstream,
    whoever publishes answers. Once for each version of an answer."""
    late = list(
        Response.objects.filter(
            published_version__outcome=Outcome.WILL, published_version__due_on__lt=timezone.localdate(at)
        )
        .select_related("published_version", "workstream__lead", "workstream__deputy")
        .order_by("id")
    )
    for response in late:
        for user in _answering_for(response):
            queue_mail(
                key=f"promise-late-{response.published_version_id}-{user.pk}",
                template="contributions/promise_late",
                recipient=user,
                context={
                    "due_on": f"{response.published_version.due_on:%-d %B %Y}",
                    "link": reverse("contributions:response", args=[response.pk]),
                },
                at=at,
            )
    return late


def _answering_for(response: Response):
    workstream = response.workstream
    leads = [user for user in (workstream.lead, workstream.deputy) if user] if workstream else []
    return leads or get_user_model().objects.with_perm("contributions.publish_response")
