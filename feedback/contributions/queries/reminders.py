"""What reminders are about: what is due or late, and whom to ask what an answer changed."""

from datetime import date, datetime

from django.contrib.auth import get_user_model
from django.db.models import Max, Q

from feedback.contributions.models import Contribution
from feedback.contributions.models.contribution import seen_as
from feedback.contributions.queries.clocks import answer_clock, closed_days
from feedback.contributions.queries.queue import READ_NOW, to_answer, to_read, with_clocks
from feedback.domain.lifecycle import State, Step
from feedback.domain.working_time import add_working_days
from kpis.workstreams.models import Workstream

SOON = 5  # working days before an answer is due


def readings_due(today: date) -> int:
    """What must be read today, or should have been."""
    unread = to_read().filter(Q(state__in=READ_NOW, set_aside="") | Q(added_at__isnull=False))
    return sum(row.clock.due_on <= today for row in with_clocks(unread, today))


def answers_due(today: date) -> int:
    """Answers that are due soon or late and that no workstream owes: moderators see to them."""
    return answers_due_by_workstream(today).get(None, 0)


def answers_due_by_workstream(today: date) -> dict[int | None, int]:
    """How many answers are due within five working days or late, by the workstream that owes them."""
    soon, due = add_working_days(today, SOON, closed_days(today)), {}
    for contribution in to_answer().select_related(None):
        if answer_clock(contribution, today).due_on <= soon:
            due[contribution.workstream_id] = due.get(contribution.workstream_id, 0) + 1
    return due


def outcomes_to_ask(answered_before: datetime):
    """What was last answered before a moment and whose author has not been asked what it changed."""
    answered = Contribution.objects.filter(seen_as(State.ANSWERED))
    latest = Max("events__at", filter=Q(events__step=Step.ANSWER))
    return answered.annotate(answered_at=latest).filter(answered_at__lte=answered_before).order_by("id")


def people_who_answer() -> frozenset:
    """Everybody whose role lets them draft answers now."""
    return frozenset(get_user_model().objects.with_perm("contributions.draft_response"))


def leads_who_answer(workstream: Workstream | None, people: frozenset) -> list:
    """The workstream's lead and deputy, as far as they still may answer: who has gone is not written to."""
    named = dict.fromkeys((workstream.lead, workstream.deputy)) if workstream else ()
    return [user for user in named if user in people]
