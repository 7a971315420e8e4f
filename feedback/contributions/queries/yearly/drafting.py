"""What an edition of a year would hold, if it were published at a moment."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings
from django.db.models import Prefetch, Q
from django.utils import timezone

from feedback.contributions.models import (
    Contribution,
    Edition,
    EditionLine,
    NotPublishingReason,
    OutcomeAnswer,
    PublicationYear,
    Response,
)
from feedback.contributions.queries.clocks import answer_clock
from feedback.contributions.queries.yearly.tables import (
    DIFFERENCE,
    NOT_SHOWN,
    TABLES,
    Counted,
    counted,
    owing,
)
from feedback.contributions.queries.yearly.years import begins, received_in
from feedback.domain.lifecycle import State
from kpis.domain.disclosure import HeldBack, Release, Table, release
from kpis.workstreams.models import Workstream

BEING_READ, COUNTED_ONLY = "Still being read", "Asked to be counted and not shown"
WITHDRAWN, NO_LONGER_KEPT = "Withdrawn by whoever wrote it", "No longer kept"


@dataclass(frozen=True, slots=True)
class Draft:
    """An edition that could be published at a moment. Its lines are not saved."""

    year: PublicationYear
    lines: list[EditionLine]
    counts: dict[str, Release | HeldBack]

    @property
    def answered(self) -> list[EditionLine]:
        return [line for line in self.lines if line.response_version]

    @property
    def awaiting(self) -> list[EditionLine]:
        return [line for line in self.lines if not line.response_version]

    @property
    def owing(self) -> list[tuple[str, int]]:
        """Who owes how many answers, the most first."""
        owed = Counter(owing(line) for line in self.awaiting)
        return sorted(owed.items(), key=lambda item: (-item[1], item[0]))

    @property
    def released(self) -> dict[str, dict]:
        return {name: found.as_json() for name, found in self.counts.items() if isinstance(found, Release)}

    @property
    def held_back(self) -> dict[str, str]:
        return {name: found.reason for name, found in self.counts.items() if isinstance(found, HeldBack)}

    @property
    def held_back_words(self) -> list[tuple[str, str]]:
        return [(TABLES[name], reason) for name, reason in self.held_back.items()]

    @property
    def counted(self) -> list[Counted]:
        return counted(self.released)


def draft(year: PublicationYear, at: datetime) -> Draft:
    """Every comment that everybody may read, with its answer or who owes it one; and the counts of the others.

    Once the years before are published, what came in them and has stood in no edition is in it too, so that
    a comment that was read late is published nevertheless. A fixed number of queries.
    """
    editions = list(year.editions.order_by("number"))
    today = timezone.localdate(at)
    lines = [_line(c, position, today) for position, c in enumerate(_comments(year), start=1)]
    tables = {NOT_SHOWN: _not_shown(year), DIFFERENCE: _difference(year)}
    return Draft(year, lines, {name: _released(name, table, editions) for name, table in tables.items()})


def _comments(year: PublicationYear):
    theirs = Q(received_at__gte=begins(year.starts_on))
    before = PublicationYear.objects.filter(starts_on__lt=year.starts_on)
    if not before.filter(editions__isnull=True).exists():
        theirs |= ~Q(pk__in=EditionLine.objects.exclude(edition__year=year).values("contribution_id"))
    responses = Response.objects.select_related("published_version", "workstream").order_by("id")
    return (
        Contribution.objects.shown_in_public()
        .filter(theirs, received_at__lt=begins(year.ends_on))
        .select_related("approved_version", "workstream")
        .prefetch_related(Prefetch("responses", responses, to_attr="answers"))
        .oldest_first()
    )


def _line(contribution: Contribution, position: int, today: date) -> EditionLine:
    line = EditionLine(
        position=position,
        contribution=contribution,
        version=contribution.approved_version,
        shows_as=contribution.shows_as,
    )
    versions = [answer.published_version for answer in contribution.answers if answer.published_version]
    if versions:
        line.response_version = max(versions, key=lambda version: (version.published_at, version.pk))
    else:
        line.owed_by = _owed_by(contribution)
        line.waiting_since = timezone.localdate(contribution.received_at)
        line.due_on = answer_clock(contribution, today).due_on
    return line


def _owed_by(contribution: Contribution) -> Workstream | None:
    """The workstream it is about, else the one that has begun to draft an answer."""
    drafting = [answer.workstream for answer in contribution.answers if answer.workstream]
    return contribution.workstream or next(iter(drafting), None)


def _released(name: str, table: Table, editions: list[Edition]) -> Release | HeldBack:
    earlier = [Release.from_json(e.released_counts[name]) for e in editions if name in e.released_counts]
    return release(
        table, threshold=settings.SMALLEST_PUBLIC_COUNT, zero_tells_nothing=name == NOT_SHOWN, earlier=earlier
    )


def _not_shown(year: PublicationYear) -> Table:
    """Nobody is behind a nought, so one may be shown: no comment was kept back for this reason."""
    others = received_in(year).exclude(pk__in=Contribution.objects.shown_in_public().values("pk"))
    found = Counter(_why(contribution) for contribution in others.select_related("not_published_because"))
    reasons = NotPublishingReason.objects.order_by("position", "id")
    rows = [*(_reason(reason) for reason in reasons), COUNTED_ONLY, WITHDRAWN, NO_LONGER_KEPT, BEING_READ]
    return Table.of(found, rows=list(dict.fromkeys(rows)))


def _why(contribution: Contribution) -> str:
    state = contribution.shows_as
    if state == State.WITHDRAWN:
        return WITHDRAWN
    if state == State.NOT_PUBLISHED:
        return _reason(contribution.not_published_because)
    if state == State.EXPIRED:
        return NO_LONGER_KEPT
    return COUNTED_ONLY if state in (State.PRIVATE, State.ANSWERED, State.OUTCOME_ASKED) else BEING_READ


def _reason(reason: NotPublishingReason) -> str:
    return f"Not published: {reason.label}"


def _difference(year: PublicationYear) -> Table:
    """What authors said in the year; of each the last word."""
    told = OutcomeAnswer.objects.filter(told_at__gte=begins(year.starts_on), told_at__lt=begins(year.ends_on))
    latest = told.order_by("contribution_id", "-told_at", "-id").distinct("contribution_id")
    found = Counter(str(OutcomeAnswer.Difference(answer.difference).label) for answer in latest)
    return Table.of(found, rows=[str(label) for label in OutcomeAnswer.Difference.labels])
