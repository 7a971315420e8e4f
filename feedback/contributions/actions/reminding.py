"""Clocks that nobody watches: reminders with counts and links only, and the question what an answer changed."""

from collections import Counter
from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from feedback.contributions.actions.alerting import tell_the_leads
from feedback.contributions.actions.steps import locked, take
from feedback.contributions.models import Contact, Contribution
from feedback.contributions.queries.clocks import closed_days
from feedback.contributions.queries.reminders import (
    answers_due,
    answers_due_by_workstream,
    leads_who_answer,
    people_who_answer,
    readings_due,
)
from feedback.contributions.queries.reminders import outcomes_to_ask as waiting_to_be_asked
from feedback.contributions.queries.safeguarding import LaneRow, lane
from feedback.domain import lifecycle
from feedback.domain.lifecycle import Step
from feedback.domain.working_time import is_working_day
from kpis.workstreams.actions import queue_mail
from kpis.workstreams.models import Workstream


@transaction.atomic
def remind_safeguarding_leads(*, at: datetime) -> int:
    """Remind every lead of each alert and hold that is late; of how many.

    Once an hour while nobody has opened it, once a day when somebody has and it is neither settled nor
    handed over. Safe to run as often as one likes.
    """
    late = [row for row in lane(at) if row.is_late]
    for row in late:
        tell_the_leads(template="contributions/still_at_risk", once=f"late-{_once(row, at)}", at=at)
    return len(late)


def _once(row: LaneRow, at: datetime) -> str:
    """Of what is set aside as possible abuse one mail in all, so that nobody can flood the leads."""
    which = "set-aside" if row.contribution.set_aside else row.contribution.pk
    return f"{which}-{timezone.localtime(at):{'%Y-%m-%d' if row.is_opened else '%Y-%m-%dT%H'}}"


@transaction.atomic
def remind_of_what_is_due(*, at: datetime) -> int:
    """One mail a person and working day to whoever has something to read or to answer; to how many.

    Moderators: what is to be read today or is late, and answers that no workstream owes. Leads and
    deputies: answers of their workstreams that are due within five working days or late.
    """
    today = timezone.localdate(at)
    if not is_working_day(today, closed_days(today)):
        return 0
    owed = {user: Counter() for user in get_user_model().objects.with_perm("contributions.moderate")}
    for counts in owed.values():
        counts.update(to_read=readings_due(today), to_answer=answers_due(today))
    for user, count in _owed_by_leads(today):
        owed.setdefault(user, Counter()).update(to_answer=count)
    reminded = {user: counts for user, counts in owed.items() if counts.total()}
    for user, counts in reminded.items():
        _remind(user, counts, today=today, at=at)
    return len(reminded)


def _owed_by_leads(today):
    """(person, answers that are due) for the leads and deputies who may draft answers."""
    due = answers_due_by_workstream(today)
    people = people_who_answer()
    for workstream in Workstream.objects.filter(pk__in=due).select_related("lead", "deputy").in_order():
        for user in leads_who_answer(workstream, people):
            yield user, due[workstream.pk]


def _remind(user, counts: Counter, *, today, at):
    queue_mail(
        key=f"feedback-due-{today}-{user.pk}",
        template="contributions/due",
        recipient=user,
        context={
            "to_read": counts["to_read"],
            "to_answer": counts["to_answer"],
            "queue": reverse("contributions:queue"),
            "answers": reverse("contributions:responses"),
        },
        at=at,
    )


def ask_outcomes(*, at: datetime) -> int:
    """Ask the authors of what was answered some time ago whether it made a difference; how many.

    A safeguarding hold changes nothing about it: its author must not notice one.
    """
    answered_before = at - timedelta(days=settings.ASK_OUTCOME_AFTER_DAYS)
    return sum(_ask_outcome(contribution, at=at) for contribution in waiting_to_be_asked(answered_before))


@transaction.atomic
def _ask_outcome(contribution: Contribution, *, at: datetime) -> bool:
    """Whether they are asked now; not, where it has moved on meanwhile."""
    contribution = locked(contribution)
    if not lifecycle.allows(contribution.position, Step.ASK_OUTCOME):
        return False
    event = take(contribution, Step.ASK_OUTCOME, by=None, at=at)
    contact = Contact.objects.filter(contribution=contribution).first()
    if contact:
        queue_mail(
            key=f"ask-outcome-{event.pk}",
            template="contributions/what_changed",
            addressee=contact,
            context={"link": reverse("contributions:receipt")},
            at=at,
        )
    return True
