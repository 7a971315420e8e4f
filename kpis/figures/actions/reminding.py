"""Reminding leads of figures that are due, and owners of actions that are overdue. Each is reminded once."""

from collections.abc import Iterable
from datetime import datetime
from itertools import groupby

from django.db import transaction

from kpis.domain.due import Reminder
from kpis.figures.models import FigureReminder
from kpis.figures.queries.exceptions import RegisterEntry
from kpis.figures.queries.reminders import ReminderDue, figures_to_remind_of, overdue_actions
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
    overdue = [entry for entry in overdue_actions(at=at) if _whom(entry)]
    for entry in overdue:
        figure = entry.exception.figure
        queue_mail(
            key=f"action-overdue-{entry.exception.pk}-{entry.latest.due_on}",
            template="action_overdue",
            recipient=_whom(entry),
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


def _whom(entry: RegisterEntry):
    """The person who is named to be reminded, else the workstream's lead or deputy."""
    workstream = entry.exception.figure.kpi.workstream
    return entry.latest.reminds or workstream.lead or workstream.deputy
