"""What a moderator reads: the queue with its clocks, and one contribution."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef
from django.utils import timezone

from feedback.contributions.models import (
    Contribution,
    NotPublishingReason,
    PublicVersion,
    Withholding,
)
from feedback.domain import lifecycle
from feedback.domain.difference import Piece, difference
from feedback.domain.lifecycle import State, Step
from feedback.domain.working_time import (
    ANSWER_WITHIN_WORKING_DAYS,
    SCREEN_WITHIN_WORKING_DAYS,
    WorkingDayClock,
)


@dataclass(frozen=True, slots=True)
class QueueRow:
    contribution: Contribution
    clock: WorkingDayClock
    stage: str


@dataclass(frozen=True, slots=True)
class QueueCounts:
    to_screen: int
    set_aside: int
    to_answer: int


def to_screen():
    """Contributions to be read, oldest first. A queryset, for pages of it."""
    return _with_proposals(Contribution.objects.to_screen()).oldest_first()


def set_aside():
    """What waits apart as possible abuse, oldest first."""
    waiting = Contribution.objects.for_moderators().filter(state=State.RECEIVED).exclude(set_aside="")
    return _with_proposals(waiting).oldest_first()


def to_answer():
    """What is read and waits for an answer, oldest first; what is on hold is not among it."""
    waiting = Contribution.objects.for_moderators().awaiting_answer()
    return waiting.select_related("approved_version").oldest_first()


def done():
    """What needs nothing more from a moderator, newest first."""
    ended = (State.ANSWERED, State.OUTCOME_ASKED, State.NOT_PUBLISHED, State.WITHDRAWN, State.EXPIRED)
    return Contribution.objects.for_moderators().filter(state__in=ended).order_by("-state_since", "-id")


def queue_counts() -> QueueCounts:
    return QueueCounts(
        to_screen=Contribution.objects.to_screen().count(),
        set_aside=set_aside().count(),
        to_answer=to_answer().count(),
    )


def with_clocks(contributions, today: date) -> list[QueueRow]:
    """Rows with the clock that runs for them: to be read, or to be answered, since the day they came."""
    return [QueueRow(c, _clock(c, today), _stage(c)) for c in contributions]


def _with_proposals(contributions):
    versions = PublicVersion.objects.filter(contribution=OuterRef("pk"))
    withholdings = Withholding.objects.open().filter(contribution=OuterRef("pk"))
    return contributions.annotate(has_version=Exists(versions), has_withholding=Exists(withholdings))


def _clock(contribution: Contribution, today: date) -> WorkingDayClock:
    is_read = contribution.state in (State.PUBLISHED, State.PRIVATE)
    within = ANSWER_WITHIN_WORKING_DAYS if is_read else SCREEN_WITHIN_WORKING_DAYS
    return WorkingDayClock.started(timezone.localdate(contribution.received_at), within, today)


def _stage(contribution: Contribution) -> str:
    if getattr(contribution, "has_withholding", False):
        return "Not to be published? A second person decides"
    if getattr(contribution, "has_version", False) and contribution.state == State.SCREENING:
        second = contribution.needs_second_person
        return "Edited; a second person approves" if second else "Edited; to be approved"
    return {
        State.RECEIVED: "New",
        State.SCREENING: "Being read",
        State.PUBLISHED: "Published",
        State.PRIVATE: "Counted only",
    }.get(State(contribution.state), State(contribution.state).value.capitalize())


@dataclass(frozen=True, slots=True)
class Item:
    """One contribution on a moderator's page. `original` is empty where it is sealed or nobody reads it yet."""

    contribution: Contribution
    clock: WorkingDayClock | None
    original: str
    is_sealed: bool
    latest: PublicVersion | None
    pieces: list[Piece]
    withholding: Withholding | None
    history: list
    openings: list
    responses: list
    may_answer: bool
    may_take_back: bool
    may_hold: bool

    @property
    def is_new(self) -> bool:
        return self.contribution.state == State.RECEIVED

    @property
    def is_being_read(self) -> bool:
        return self.contribution.state == State.SCREENING

    @property
    def starting_text(self) -> str:
        """What the editor starts from: the latest version, else the original."""
        return self.latest.text if self.latest else self.original

    def may_approve(self, user) -> bool:
        """A version waits, and this person may approve it: where it is about a person, only a second one."""
        if self.latest is None or not self.is_being_read:
            return False
        return not self.contribution.needs_second_person or self.latest.edited_by_id != user.pk


def item(contribution: Contribution, today: date, *, opened: str = "") -> Item:
    """`opened` is a sealed original that this person has opened just now, with a reason."""
    original = getattr(contribution, "original", None)
    latest = contribution.public_versions.select_related("edited_by").order_by("-number").first()
    is_sealed = bool(original and original.is_sealed)
    readable = contribution.state == State.SCREENING and original and not is_sealed
    text = original.text if readable else opened
    running = contribution.state in (State.RECEIVED, State.SCREENING, State.PUBLISHED, State.PRIVATE)
    return Item(
        contribution=contribution,
        clock=_clock(contribution, today) if running else None,
        original=text,
        is_sealed=is_sealed,
        latest=latest,
        pieces=difference(text, latest.text) if text and latest else [],
        withholding=contribution.withholdings.open().select_related("reason", "proposed_by").first(),
        history=list(contribution.events.for_moderators().select_related("by").in_order()),
        openings=list(contribution.openings.for_moderators().select_related("opened_by").in_order()),
        responses=list(contribution.responses.order_by("id")),
        may_answer=lifecycle.allows(contribution.position, Step.ANSWER),
        may_take_back=lifecycle.allows(contribution.position, Step.TAKE_BACK),
        may_hold=lifecycle.allows(contribution.position, Step.HOLD),
    )


def reasons():
    return NotPublishingReason.objects.in_order()
