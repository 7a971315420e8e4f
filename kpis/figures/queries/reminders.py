"""Whom to remind of which figures and which actions today."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone

from kpis.domain.due import A_WEEK, Reminder, reminder_on
from kpis.figures.models import Figure, FigureReminder, Kpi, KpiException
from kpis.figures.queries.due import Due, owed
from kpis.figures.queries.entry import AT_MOST_PERIODS
from kpis.figures.queries.exceptions import RegisterEntry, entries_of
from kpis.figures.queries.record import Record, records_at
from kpis.figures.queries.standing import terms_around
from kpis.workstreams.models import Meeting

BEFORE_PAPERS = timedelta(
    days=14
)  # papers go out a week before the Board meets; approvers have the week before


@dataclass(frozen=True, slots=True)
class ReminderDue:
    """A figure that nobody has submitted, at a stage of which nobody has been reminded."""

    record: Record
    due: Due
    stage: Reminder

    @property
    def kpi(self) -> Kpi:
        return self.record.kpi

    @property
    def recipient(self):
        """The lead of the KPI's workstream, else the deputy; None where there is neither."""
        return self.kpi.workstream.lead or self.kpi.workstream.deputy

    @property
    def key(self) -> tuple:
        return self.kpi.pk, str(self.due.period.kind), self.due.period.start


def figures_to_remind_of(*, at: datetime) -> list[ReminderDue]:
    """What is due within a week, due or late, and not submitted nor reminded of. A fixed number of queries."""
    today = timezone.localdate(at)
    soon = Kpi.objects.current().filter(status__next_due_on__lte=today + A_WEEK)
    people = ("workstream__lead", "workstream__deputy", "workstream__sponsor")
    records = records_at(soon.select_related(*people).in_order(), at)
    terms = terms_around(records, today)
    kpi_ids = [record.kpi.pk for record in records]
    period = ("kpi_id", "period_kind", "period_start")
    submitted = set(Figure.objects.waiting().filter(kpi__in=kpi_ids).values_list(*period))
    reminded = set(FigureReminder.objects.filter(kpi__in=kpi_ids).values_list(*period, "stage"))
    found = [
        ReminderDue(record, due, stage)
        for record in records
        for due in list(owed(record, on=today + A_WEEK, terms=terms))[-AT_MOST_PERIODS:]
        if (stage := reminder_on(today, due.due_on))
    ]
    return [
        r for r in found if r.recipient and r.key not in submitted and (*r.key, str(r.stage)) not in reminded
    ]


def overdue_actions(*, at: datetime) -> list[RegisterEntry]:
    """Open exceptions whose action should have been done by now. Two queries."""
    rows = KpiException.objects.known_at(at).open_at(at)
    people = ("figure__kpi__workstream__lead", "figure__kpi__workstream__deputy")
    return [entry for entry in entries_of(rows.select_related(*people), at) if entry.is_overdue]


def long_waiting(*, at: datetime) -> list[Figure]:
    """What has waited for approval for a week or more, the oldest first."""
    return list(_waiting().filter(submitted_at__lte=at - A_WEEK))


def waiting_before_papers(*, at: datetime) -> tuple[Meeting | None, list[Figure]]:
    """The Board's next meeting once its papers are about to go out, and all that waits for approval then."""
    soon = Meeting.objects.filter(starts_at__gt=at, starts_at__lte=at + BEFORE_PAPERS)
    meeting = soon.order_by("starts_at").first()
    return meeting, list(_waiting()) if meeting else []


def _waiting():
    people = ("kpi__workstream__sponsor", "kpi__workstream__deputy", "submitted_by", "definition")
    return Figure.objects.waiting().select_related(*people).order_by("submitted_at", "id")
