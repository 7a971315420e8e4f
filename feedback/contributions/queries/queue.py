"""The moderators' queue: its lanes, and the clock that runs for each row."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, OuterRef, Q, Subquery

from feedback.contributions.models import (
    Addition,
    Contribution,
    ContributionEvent,
    PublicVersion,
    SafeguardingAlert,
    Withholding,
)
from feedback.contributions.queries.clocks import TO_BE_READ, author_clock, clock_of, reading_clock_since
from feedback.domain import lifecycle
from feedback.domain.lifecycle import ENDED, State, Step
from feedback.domain.working_time import WorkingDayClock

READ_NOW = tuple(sorted(TO_BE_READ))
ANSWERED_NOW = (State.PUBLISHED, State.PRIVATE)
DONE = (State.ANSWERED, State.OUTCOME_ASKED, State.NOT_PUBLISHED, State.WITHDRAWN, State.EXPIRED)


@dataclass(frozen=True, slots=True)
class QueueRow:
    """A contribution in a lane. `clock` is None where nothing is owed.

    `proposal` is there in the lane of proposals not to publish, with the `words` to decide about.
    """

    contribution: Contribution
    clock: WorkingDayClock | None
    stage: str
    proposal: Withholding | None = None
    words: str = ""

    @property
    def is_alerted(self) -> bool:
        return getattr(self.contribution, "has_alert", False)

    @property
    def has_addition(self) -> bool:
        return getattr(self.contribution, "added_at", None) is not None

    @property
    def may_be_withheld(self) -> bool:
        """Whether it can be ticked for one reason not to publish many."""
        is_read = self.contribution.state in (State.RECEIVED, State.SCREENING)
        return is_read and not self.is_alerted and not getattr(self.contribution, "has_withholding", False)

    @property
    def may_be_held(self) -> bool:
        return lifecycle.allows(self.contribution.position, Step.HOLD)


@dataclass(frozen=True, slots=True)
class QueueCounts:
    to_read: int
    proposed: int
    with_author: int
    to_answer: int
    set_aside: int


IS_TO_READ = (
    Q(state__in=READ_NOW, set_aside="")
    | Q(has_alert=True) & ~Q(state__in=ENDED)
    | Q(added_at__isnull=False) & ~Q(state__in=ENDED)
)
IS_SET_ASIDE = Q(state__in=READ_NOW) & ~Q(set_aside="")


def to_read():
    """Contributions to be read, what may be about somebody at risk first, then the oldest."""
    return _in_queue().filter(IS_TO_READ)


def proposed():
    """What somebody proposes not to publish, with the words that a second person decides about."""
    return _in_queue().filter(has_withholding=True).select_related("original")


def with_author():
    """What waits for its author's agreement."""
    return _in_queue().filter(state=State.NEEDS_AGREEMENT)


def set_aside():
    """What waits apart as possible abuse."""
    return _in_queue().filter(IS_SET_ASIDE)


def to_answer():
    """What is read and waits for an answer, oldest first; what is on hold is not among it."""
    waiting = Contribution.objects.for_moderators().awaiting_answer()
    return waiting.select_related("approved_version").oldest_first()


def done():
    """What needs nothing more from a moderator, newest first."""
    return Contribution.objects.for_moderators().filter(state__in=DONE).order_by("-state_since", "-id")


def queue_counts() -> QueueCounts:
    """How many are in each lane. One query."""
    counts = _marked(Contribution.objects.for_moderators()).aggregate(
        to_read=Count("id", filter=IS_TO_READ),
        proposed=Count("id", filter=Q(has_withholding=True)),
        with_author=Count("id", filter=Q(state=State.NEEDS_AGREEMENT)),
        to_answer=Count("id", filter=Q(state__in=ANSWERED_NOW)),
        set_aside=Count("id", filter=IS_SET_ASIDE),
    )
    return QueueCounts(**counts)


def with_clocks(
    contributions, today: date, proposals: dict[int, Withholding] | None = None
) -> list[QueueRow]:
    """Rows with the clock that runs for them: to be read, agreed or answered; with what is proposed of them."""
    proposals = proposals or {}
    return [
        QueueRow(
            c,
            clock_owed(c, today),
            _stage(c),
            proposals.get(c.pk),
            readable_words(c) if c.pk in proposals else "",
        )
        for c in contributions
    ]


def open_proposals(contributions) -> dict[int, Withholding]:
    """The open proposal of each contribution of a page, by its id. One query."""
    rows = Withholding.objects.open().filter(contribution__in=[c.pk for c in contributions])
    return {row.contribution_id: row for row in rows.select_related("reason", "proposed_by")}


def _in_queue():
    return _marked(Contribution.objects.for_moderators()).order_by("-has_alert", "received_at", "id")


def _marked(contributions):
    """With what the queue says of a contribution beside its state."""
    here = {"contribution": OuterRef("pk")}
    unread = Addition.objects.filter(read_at=None, **here).order_by("added_at")
    asked = ContributionEvent.objects.filter(step=Step.ASK_AUTHOR, **here).order_by("-at", "-id")
    return contributions.annotate(
        has_alert=Exists(SafeguardingAlert.objects.open().filter(**here)),
        has_version=Exists(PublicVersion.objects.filter(**here)),
        has_withholding=Exists(Withholding.objects.open().filter(**here)),
        added_at=Subquery(unread.values("added_at")[:1]),
        asked_at=Subquery(asked.values("at")[:1]),
    )


def clock_owed(contribution: Contribution, today: date) -> WorkingDayClock | None:
    """What is owed next: reading, the author's word, an answer, or reading what was added."""
    asked_at = getattr(contribution, "asked_at", None)
    added_at = getattr(contribution, "added_at", None)
    if contribution.state in TO_BE_READ:
        return clock_of(contribution, today)
    if added_at is not None:
        return reading_clock_since(added_at, today)
    if contribution.state == State.NEEDS_AGREEMENT and asked_at is not None:
        return author_clock(asked_at, today)
    return clock_of(contribution, today) if contribution.state in ANSWERED_NOW else None


def _stage(contribution: Contribution) -> str:
    if getattr(contribution, "has_withholding", False):
        return "Not to be published? A second person decides"
    if getattr(contribution, "has_version", False) and contribution.state == State.SCREENING:
        second = contribution.needs_second_person
        return "Edited; a second person approves" if second else "Edited; to be approved"
    return {
        State.RECEIVED: "New",
        State.SCREENING: "Being read",
        State.READY: "The author agreed; to be published",
        State.NEEDS_AGREEMENT: "Waits for the author",
        State.PUBLISHED: "Published",
        State.PRIVATE: "Counted only",
    }.get(State(contribution.state), State(contribution.state).value.capitalize())


def readable_words(contribution: Contribution) -> str:
    """The original while it is being read; empty where it is sealed, gone, or nobody has begun."""
    original = getattr(contribution, "original", None)
    if original is None or original.is_sealed or contribution.state != State.SCREENING:
        return ""
    return original.text
