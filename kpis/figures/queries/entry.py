"""What a lead's entry page, the approvals page and the upload template read."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Exists, OuterRef
from django.utils import timezone

from kpis.domain.numbers import format_value
from kpis.domain.periods import Period
from kpis.figures.models import Figure, FigureState, Kpi
from kpis.figures.queries.due import Due, owed
from kpis.figures.queries.record import BoardFigure, Record, records_at
from kpis.figures.queries.standing import terms_around

AT_MOST_PERIODS = 6  # of one KPI on the entry page: the one that is late for longest, and the latest
AT_MOST_OTHERS = 50  # drafts beside those that are due: a file may bring a hundred thousand


@dataclass(frozen=True, slots=True)
class DueFigure:
    """One figure a lead owes: its period, what was reported before, and what is typed so far."""

    record: Record
    due: Due
    draft: Figure | None
    returned: Figure | None
    on: date
    later_left_out: int = 0  # periods after it that have ended without a figure and do not stand on the page

    @property
    def kpi(self) -> Kpi:
        return self.record.kpi

    @property
    def definition(self):
        return self.record.definition

    @property
    def period(self) -> Period:
        return self.due.period

    @property
    def key(self) -> str:
        """Names this figure's inputs on the page."""
        return f"{self.kpi.code}-{self.period.start.isoformat()}"

    @property
    def previous(self) -> BoardFigure | None:
        return self.record.figures[-1] if self.record.figures else None

    @property
    def previous_words(self) -> str:
        if self.previous is None:
            return "No figure yet"
        if self.previous.value is None:
            return f"{self.previous.period.label}: no value"
        value = format_value(self.previous.value, self.definition.unit, self.definition.decimals)
        return f"{self.previous.period.label}: {value}"

    @property
    def is_overdue(self) -> bool:
        return self.due.due_on < self.on

    @property
    def is_waiting(self) -> bool:
        return self.draft is not None and self.draft.state == FigureState.SUBMITTED


def due_from(user, *, at: datetime) -> list[DueFigure]:
    """Everything this lead owes by now, the latest period first. A fixed number of queries."""
    on = timezone.localdate(at)
    kpis = Kpi.objects.led_by(user).current().select_related("workstream").in_order()
    records = records_at(kpis, at)
    terms = terms_around(records, on)
    dues = [
        (record, due, left_out)
        for record in records
        for due, left_out in _offered(list(owed(record, on=on, terms=terms)))
    ]
    of_these = Figure.objects.filter(
        kpi__in={record.kpi for record, *_ in dues},
        period_start__in={due.period.start for _, due, _ in dues},
    )
    drafts = _by_period(of_these.open().select_related("recorded_by"))
    returned = _by_period(_returned(of_these))
    found = [
        DueFigure(record, due, drafts.get(_key(record, due)), returned.get(_key(record, due)), on, left_out)
        for record, due, left_out in dues
    ]
    return sorted(found, key=lambda item: (-item.due.due_on.toordinal(), item.kpi.code, item.period.start))


def _offered(dues: list[Due]) -> list[tuple[Due, int]]:
    """Of one KPI the period that everybody is told is late, and the latest; with how many are left out after it."""
    left_out = max(0, len(dues) - AT_MOST_PERIODS)
    latest = [(due, 0) for due in dues[1 + left_out :]]
    return [(dues[0], left_out), *latest] if dues else []


def _returned(figures):
    rows = figures.filter(state=FigureState.RETURNED)
    return rows.select_related("decided_by", "definition").order_by("decided_at", "id")


def _key(record: Record, due: Due):
    return record.kpi.pk, due.period.kind, due.period.start


def _by_period(figures) -> dict:
    return {(f.kpi_id, f.period_kind, f.period_start): f for f in figures}


def other_drafts(user, items: list[DueFigure]) -> tuple[list[Figure], int]:
    """This lead's latest open figures that are not among those due, and how many there are in all.

    They are corrections, and periods that were left out before.
    """
    listed = [item.draft.pk for item in items if item.draft]
    rows = Figure.objects.open().filter(kpi__in=Kpi.objects.led_by(user)).exclude(pk__in=listed)
    latest = rows.select_related("kpi", "definition").order_by("-recorded_at", "id")[:AT_MOST_OTHERS]
    return list(latest), rows.count()


def returned_corrections(user) -> list[Figure]:
    """Corrections that came back to this lead and that nobody has begun anew: no due figure stands for them."""
    later = Figure.objects.filter(
        kpi=OuterRef("kpi"), period_kind=OuterRef("period_kind"), period_start=OuterRef("period_start")
    ).filter(
        pk__gt=OuterRef("pk"), state__in=(FigureState.DRAFT, FigureState.SUBMITTED, FigureState.APPROVED)
    )
    rows = Figure.objects.filter(
        kpi__in=Kpi.objects.led_by(user), state=FigureState.RETURNED, corrects__isnull=False
    )
    rows = rows.exclude(Exists(later)).select_related("kpi", "definition", "decided_by")
    return list(rows.order_by("-decided_at", "id")[:AT_MOST_OTHERS])


def sent_to(user):
    """What was ever sent for this person's approval; their own figures are not theirs to approve."""
    rows = Figure.objects.filter(kpi__in=Kpi.objects.approved_by(user), submitted_at__isnull=False)
    rows = rows.exclude(submitted_by=user).exclude(recorded_by=user)
    return rows.select_related("kpi__workstream", "definition", "submitted_by", "corrects", "decided_by")


def to_approve(user):
    """What waits for this person's approval, the oldest first."""
    rows = sent_to(user).filter(state=FigureState.SUBMITTED)
    return rows.prefetch_related("exceptions", "commentaries").order_by("submitted_at", "id")
