"""Reminding leads of what is due, owners of overdue actions, and approvers of what waits. Each is told once."""

from collections.abc import Iterable
from datetime import datetime
from itertools import groupby

from django.contrib.auth import get_user_model
from django.db import transaction
from django.utils import timezone

from kpis.domain.due import Reminder
from kpis.figures.models import Figure, FigureReminder
from kpis.figures.queries.exceptions import RegisterEntry
from kpis.figures.queries.reminders import (
    ReminderDue,
    figures_to_remind_of,
    long_waiting,
    overdue_actions,
    waiting_before_papers,
)
from kpis.workstreams.actions import queue_mail
from kpis.workstreams.models import Workstream


@transaction.atomic
def remind_of_figures(*, at: datetime) -> int:
    """One mail to each lead about all that is due within a week, due now or a week late; how many figures.

    The sponsor has a copy of what is a week late. A figure is named once at each stage, and not at all when
    it has been submitted. Safe to run twice, also at the same time.
    """
    list(Workstream.objects.select_for_update().order_by("pk").values_list("pk"))  # one reminding at a time
    due = figures_to_remind_of(at=at)
    for mine in _by(due, lambda reminder: reminder.recipient):
        _remind(mine, at)
    return len(due)


def _by(items: Iterable, person) -> list[list]:
    """The items of each person, in the order they came."""
    ordered = sorted(items, key=lambda item: person(item).pk)
    return [list(group) for _, group in groupby(ordered, key=lambda item: person(item).pk)]


def _remind(mine: list[ReminderDue], at: datetime):
    rows = FigureReminder.objects.bulk_create(
        FigureReminder(
            kpi=r.kpi,
            period_kind=r.due.period.kind,
            period_start=r.due.period.start,
            stage=r.stage,
            recipient=r.recipient,
            reminded_at=at,
        )
        for r in mine
    )
    lead = mine[0].recipient
    context = {"stages": _stages(mine)}
    queue_mail(
        key=f"figures-due-{rows[0].pk}", template="figures_due", recipient=lead, context=context, at=at
    )
    late = [r for r in mine if r.stage is Reminder.WEEK_LATE and r.kpi.workstream.sponsor]
    for theirs in _by(late, lambda reminder: reminder.kpi.workstream.sponsor):
        queue_mail(
            key=f"figures-late-{rows[0].pk}-{theirs[0].kpi.workstream.sponsor_id}",
            template="figures_late",
            recipient=theirs[0].kpi.workstream.sponsor,
            context={"stages": _stages(theirs), "lead": str(lead)},
            at=at,
        )


def _stages(reminders: list[ReminderDue]) -> list[dict]:
    """The figures by stage, the latest stage first, as a mail lists them."""
    return [
        {"words": stage.words, "lines": [_line(r) for r in reminders if r.stage is stage]}
        for stage in reversed(Reminder)
        if any(r.stage is stage for r in reminders)
    ]


def _line(reminder: ReminderDue) -> str:
    name, period = reminder.record.definition.name, reminder.due.period.label
    return f"{reminder.kpi.code} {name}, {period}: due {reminder.due.due_on:%-d %B %Y}"


@transaction.atomic
def remind_of_actions(*, at: datetime) -> int:
    """A mail about each open exception whose action is overdue, once for each date it should be done by."""
    reporting = set(get_user_model().objects.with_perm("figures.add_figure"))
    overdue = [(entry, whom) for entry in overdue_actions(at=at) if (whom := _whom(entry, reporting))]
    for entry, whom in overdue:
        figure = entry.exception.figure
        queue_mail(
            key=f"action-overdue-{entry.exception.pk}-{entry.latest.due_on}",
            template="action_overdue",
            recipient=whom,
            context={
                "kpi": figure.kpi.code,
                "name": figure.definition.name,
                "period": figure.period.label,
                "action": entry.latest.action,
                "owner": entry.latest.owner,
                "due_on": f"{entry.latest.due_on:%-d %B %Y}",
                "link": entry.exception.get_absolute_url(),
            },
            at=at,
        )
    return len(overdue)


def _whom(entry: RegisterEntry, reporting: set):
    """The person named to be reminded, while their account is open; else the lead or deputy who still reports."""
    workstream = entry.exception.figure.kpi.workstream
    named = entry.latest.reminds
    if named and named.is_active:
        return named
    return next((user for user in (workstream.lead, workstream.deputy) if user in reporting), None)


@transaction.atomic
def remind_of_approvals(*, at: datetime) -> int:
    """Mail about figures that wait for approval; how many mails are owed.

    Once a week a sponsor hears of what has waited for a week. Before the papers of a Board meeting go out the
    deputy hears too of all that waits, each once for each meeting. Safe to run twice.
    """
    year, week, _ = timezone.localdate(at).isocalendar()
    sponsors = [(figure.approvers[0], figure) for figure in long_waiting(at=at) if figure.approvers]
    count = _tell_of_waiting(sponsors, key=f"approvals-{year}-{week}", meets_on="", at=at)
    meeting, waiting = waiting_before_papers(at=at)
    if meeting is None:
        return count
    everybody = [(person, figure) for figure in waiting for person in figure.approvers]
    meets_on = f"{meeting.held_on:%-d %B %Y}"
    return count + _tell_of_waiting(
        everybody, key=f"approvals-meeting-{meeting.pk}", meets_on=meets_on, at=at
    )


def _tell_of_waiting(pairs: list[tuple], *, key: str, meets_on: str, at: datetime) -> int:
    """One mail to each person about the figures that wait for them."""
    by_person = _by(pairs, lambda pair: pair[0])
    for theirs in by_person:
        person = theirs[0][0]
        queue_mail(
            key=f"{key}-{person.pk}",
            template="approvals_waiting",
            recipient=person,
            context={"lines": [_waiting_line(figure) for _, figure in theirs], "meets_on": meets_on},
            at=at,
        )
    return len(by_person)


def _waiting_line(figure: Figure) -> str:
    sent_on = f"{timezone.localdate(figure.submitted_at):%-d %B %Y}"
    name, period = figure.definition.name, figure.period.label
    return f"{figure.kpi.code} {name}, {period}: sent {sent_on} by {figure.submitted_by}"
