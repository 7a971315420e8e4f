"""The exception register: what was off track, why, what is being done about it, and what came of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from kpis.figures.models import ExceptionUpdate, Figure, Kpi, KpiException

OPEN, OVERDUE, CLOSED = "open", "overdue", "closed"
SHOWN = ((OPEN, "Open"), (OVERDUE, "Open, action overdue"), (CLOSED, "Closed"))

HEADINGS = [
    "kpi code",
    "name",
    "workstream",
    "period",
    "cause",
    "action",
    "owner",
    "due on",
    "state",
    "raised by",
    "raised on",
    "closed on",
    "outcome",
    "what was said since",
]


@dataclass(frozen=True, slots=True)
class RegisterEntry:
    """An exception as it was known on a day; `latest` is what held of action, owner and date by then."""

    exception: KpiException
    on: date
    is_open: bool

    @property
    def latest(self) -> KpiException | ExceptionUpdate:
        return self.exception.latest

    @property
    def updates(self) -> list[ExceptionUpdate]:
        """What was said since, oldest first."""
        return self.exception.known_updates

    @property
    def is_overdue(self) -> bool:
        return self.is_open and self.latest.due_on < self.on

    @property
    def days_overdue(self) -> int:
        return (self.on - self.latest.due_on).days

    @property
    def state_words(self) -> str:
        if not self.is_open:
            return "Closed"
        if not self.is_overdue:
            return "Open"
        return f"Open, action {self.days_overdue} day{'' if self.days_overdue == 1 else 's'} overdue"

    def stands(self, show: str) -> bool:
        """Whether it is among those of one of `SHOWN`; everything is among all."""
        return {OPEN: self.is_open, OVERDUE: self.is_overdue, CLOSED: not self.is_open}.get(show, True)


def register(
    user, moment: datetime, *, workstream: str = "", show: str = "", owner: str = ""
) -> list[RegisterEntry]:
    """The exceptions this person may read, as known at the moment: open ones first, by date. Two queries.

    `workstream` is a slug, `show` one of `SHOWN`, `owner` a part of a name.
    """
    rows = KpiException.objects.known_at(moment).filter(figure__kpi__in=Kpi.objects.readable_by(user))
    if workstream:
        rows = rows.filter(figure__kpi__workstream__slug=workstream)
    entries = [entry for entry in entries_of(rows, moment) if entry.stands(show)]
    entries = [entry for entry in entries if owner.casefold() in entry.latest.owner.casefold()]
    return sorted(entries, key=lambda e: (not e.is_open, e.latest.due_on, e.exception.pk))


def open_for_lead(user, at: datetime) -> list[RegisterEntry]:
    """The open exceptions of the workstreams this person leads, by date. Two queries."""
    rows = KpiException.objects.known_at(at).open_at(at).filter(figure__kpi__in=Kpi.objects.led_by(user))
    return sorted(entries_of(rows, at), key=lambda entry: (entry.latest.due_on, entry.exception.pk))


def entries_of(rows, moment: datetime) -> list[RegisterEntry]:
    """Exceptions with their people and their KPI, from `known_at`."""
    related = ("figure__kpi__workstream", "figure__definition", "raised_by", "closed_by", "reminds")
    on = timezone.localdate(moment)
    return [
        RegisterEntry(row, on, row.closed_at is None or row.closed_at > moment)
        for row in rows.select_related(*related).order_by("id")
    ]


def export_rows(entries: Iterable[RegisterEntry]) -> tuple[list[str], list[list[str]]]:
    return HEADINGS, [_export_row(entry) for entry in entries]


def _export_row(entry: RegisterEntry) -> list[str]:
    row, figure = entry.exception, entry.exception.figure
    return [
        figure.kpi.code,
        figure.definition.name,
        figure.kpi.workstream.name,
        figure.period.label,
        row.cause,
        entry.latest.action,
        entry.latest.owner,
        entry.latest.due_on.isoformat(),
        entry.state_words,
        str(row.raised_by),
        timezone.localdate(row.raised_at).isoformat(),
        "" if entry.is_open else timezone.localdate(row.closed_at).isoformat(),
        "" if entry.is_open else row.outcome,
        "; ".join(f"{timezone.localdate(u.written_at).isoformat()}: {u.words}" for u in entry.updates),
    ]


def said_before(figure: Figure) -> dict:
    """What was said of this period when it was last explained, to start from: a returned figure, or one it corrects."""
    rows = KpiException.objects.filter(
        figure__kpi=figure.kpi_id,
        figure__period_kind=figure.period_kind,
        figure__period_start=figure.period_start,
    )
    row = rows.exclude(figure=figure).order_by("-raised_at", "-id").first()
    if row is None:
        return {}
    held = row.updates.order_by("-written_at", "-id").first() or row
    return {"cause": row.cause} | {
        name: getattr(held, name) for name in ("action", "owner", "due_on", "reminds")
    }
