"""What the Board's pages read, joined from every room. Each page has a fixed number of queries."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from django.utils import timezone

from feedback.contributions.queries import Waiting, open_counts, published_answers
from kpis.domain.periods import PeriodKind, containing
from kpis.domain.rating import Rating
from kpis.figures.models import Kpi, KpiException, Status
from kpis.figures.queries.rollup import counted
from kpis.figures.queries.rows import Change, KpiRow, board_rows, changes_between
from kpis.position.queries.board import BoardPosition, board_position
from kpis.published.queries import TopicTable, headlines_at, topics_at
from kpis.savings.queries import BoardSavings, WorkstreamSavings, board_savings, workstream_savings
from kpis.workstreams.models import Meeting, MilestoneReport, Workstream
from portal.local_offer.queries.pages import recently_published


@dataclass(frozen=True, slots=True)
class WorkstreamSection:
    """A workstream on the Board's page: its counts and rating, and its KPIs."""

    workstream: Workstream
    counts: dict
    rows: list[KpiRow]

    @property
    def with_figures(self) -> list[KpiRow]:
        return [row for row in self.rows if row.has_figure]

    @property
    def without_figures(self) -> list[KpiRow]:
        return [row for row in self.rows if not row.has_figure]

    @property
    def words(self) -> str:
        """How many KPIs stand where, in words: `1 off track, 2 at risk, 3 not rated`."""
        order = (Rating.OFF_TRACK, Rating.AT_RISK, Rating.ON_TRACK, Rating.NOT_RATED)
        return (
            ", ".join(f"{self.counts[r]} {r.words.lower()}" for r in order if self.counts[r]) or "no KPI yet"
        )


@dataclass(frozen=True, slots=True)
class Board:
    """The Board's page at a moment."""

    meeting: Meeting | None
    meetings: list[Meeting]
    previous: Meeting | None
    headlines: list
    sections: list[WorkstreamSection]
    exceptions: list[tuple[KpiRow, KpiException]]
    unexplained: list[KpiRow]
    overdue: list[KpiRow]
    changes: list[tuple[KpiRow, list[Change]]]
    topics: list[TopicTable]
    savings: BoardSavings
    position: BoardPosition
    answers: list
    waiting: Waiting

    @property
    def has_ratings(self) -> bool:
        return any(section.counts["rating"] != Rating.NOT_RATED for section in self.sections)

    @property
    def as_at(self) -> str:
        """What a link adds so that a KPI's page speaks of the same moment as this page."""
        return f"?meeting={self.meeting.held_on.isoformat()}" if self.meeting else ""


def board(moment: datetime, *, meeting: Meeting | None) -> Board:
    """Everything the Board sees, as known at the moment; without a meeting, now."""
    meetings = list(Meeting.objects.order_by("-held_on"))
    previous = next((m for m in meetings if m.starts_at < moment and m != meeting), None)
    kpis = Kpi.objects.current_on(timezone.localdate(moment)).in_order()
    shown = board_rows(_in_their_workstreams(kpis), moment, now=meeting is None)
    return Board(
        meeting=meeting,
        meetings=meetings,
        previous=previous,
        headlines=headlines_at(moment),
        sections=_sections(shown),
        exceptions=[(row, exception) for row in shown for exception in row.exceptions],
        unexplained=[row for row in shown if row.is_unexplained],
        overdue=sorted(filter(_is_overdue, shown), key=lambda row: (row.status.next_due_on, row.kpi.code)),
        changes=_changes(shown, previous, moment),
        topics=topics_at(moment),
        savings=board_savings(year=_financial_year(moment), as_at=moment if meeting else None),
        position=board_position(at=moment),
        answers=published_answers(limit=3, as_at=moment),
        waiting=open_counts(at=moment),
    )


def _in_their_workstreams(kpis: Iterable[Kpi]) -> list[Kpi]:
    """The KPIs, each with its workstream, of which there are few. Two queries."""
    kpis = list(kpis)
    workstreams = Workstream.objects.select_related("lead").in_bulk({kpi.workstream_id for kpi in kpis})
    for kpi in kpis:
        kpi.workstream = workstreams[kpi.workstream_id]
    return kpis


def _sections(shown: Iterable[KpiRow]) -> list[WorkstreamSection]:
    groups = groupby(shown, key=lambda row: row.kpi.workstream)
    return [_section(workstream, list(group)) for workstream, group in groups]


def _section(workstream: Workstream, group: list[KpiRow]) -> WorkstreamSection:
    return WorkstreamSection(workstream, counted([row.status.rating for row in group]), group)


def _is_overdue(row: KpiRow) -> bool:
    return row.is_overdue


def _financial_year(moment: datetime) -> int:
    """The year in which the financial year of this moment began."""
    return containing(timezone.localdate(moment), PeriodKind.FINANCIAL_YEAR).start.year


def _changes(shown: list[KpiRow], previous: Meeting | None, moment) -> list[tuple[KpiRow, list[Change]]]:
    """Per KPI, the figures that began to count between the previous meeting and the moment. One query."""
    if previous is None:
        return []
    found = changes_between([row.kpi.pk for row in shown], previous.starts_at, moment)
    return [(row, found[row.kpi.pk]) for row in shown if row.kpi.pk in found]


def workstream_cards() -> list[WorkstreamSection]:
    """Every workstream with its counts as they stand now. Two queries."""
    ratings: dict[int, list[str]] = {}
    rows = Status.objects.filter(kpi__in=Kpi.objects.current().shown_to_board()).order_by("kpi_id")
    for workstream_id, rating in rows.values_list("kpi__workstream_id", "rating"):
        ratings.setdefault(workstream_id, []).append(rating)
    workstreams = Workstream.objects.select_related("lead", "sponsor").in_order()
    return [WorkstreamSection(w, counted(ratings.get(w.pk, [])), []) for w in workstreams]


@dataclass(frozen=True, slots=True)
class WorkstreamPage:
    section: WorkstreamSection
    partners: list
    milestones: list
    savings: WorkstreamSavings
    answers: list
    may_report: bool

    @property
    def workstream(self) -> Workstream:
        return self.section.workstream


def workstream_page(workstream: Workstream, at: datetime, *, user) -> WorkstreamPage:
    """One workstream with its KPIs, milestones, savings and what families said of it."""
    kpis = Kpi.objects.current().filter(workstream=workstream).in_order()
    return WorkstreamPage(
        section=_section(workstream, board_rows(kpis, at, now=True)),
        partners=list(workstream.partners.order_by("name")),
        milestones=_milestones(workstream),
        savings=workstream_savings(workstream=workstream, year=_financial_year(at)),
        answers=published_answers(limit=5, as_at=at, workstream=workstream),
        may_report=Workstream.objects.led_by(user).filter(pk=workstream.pk).exists(),
    )


def _milestones(workstream: Workstream) -> list[tuple]:
    """(milestone, its latest report or None) by due date. Two queries."""
    milestones = list(workstream.milestones.select_related("owner").order_by("due_on", "id"))
    reports = MilestoneReport.objects.filter(milestone__in=milestones).select_related("reported_by")
    latest = {
        r.milestone_id: r
        for r in reports.order_by("milestone_id", "-reported_at", "-id").distinct("milestone_id")
    }
    return [(milestone, latest.get(milestone.pk)) for milestone in milestones]


def landing() -> dict:
    """The landing page: the newest answers and Local Offer pages."""
    return {"answers": published_answers(limit=2), "pages": recently_published(limit=4)}
