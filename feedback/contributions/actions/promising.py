"""A promise whose day is over: whoever leads the workstream is told, once."""

from datetime import datetime

from django.contrib.auth import get_user_model
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from feedback.contributions.models import Outcome, Response
from feedback.contributions.queries.reminders import leads_who_answer, people_who_answer
from kpis.workstreams.actions import queue_mail


@transaction.atomic
def remind_of_promises(*, at: datetime) -> list[Response]:
    """Tell the lead and the deputy of the workstream that a promise of theirs is late; where there is nobody,
    whoever publishes answers. Once for each version of an answer."""
    late = list(
        Response.objects.filter(
            published_version__outcome=Outcome.WILL, published_version__due_on__lt=timezone.localdate(at)
        )
        .select_related("published_version", "workstream__lead", "workstream__deputy")
        .order_by("id")
    )
    people = people_who_answer()
    for response in late:
        for user in _answering_for(response, people):
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


def _answering_for(response: Response, people: frozenset):
    leads = leads_who_answer(response.workstream, people)
    return leads or get_user_model().objects.with_perm("contributions.publish_response")
