"""What a moderator reads of one contribution."""

from dataclasses import dataclass, field
from datetime import date, datetime

from feedback.contributions.models import Contact, Contribution, PublicVersion, SafeguardingAlert, Withholding
from feedback.contributions.queries.clocks import author_clock
from feedback.contributions.queries.queue import clock_owed, readable_words
from feedback.domain import lifecycle
from feedback.domain.coach import Finding, find_personal_details
from feedback.domain.difference import Piece, difference
from feedback.domain.lifecycle import State, Step
from feedback.domain.working_time import WorkingDayClock


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One contribution on a moderator's page. `original` is empty where it is sealed or nobody reads it yet."""

    contribution: Contribution
    clock: WorkingDayClock | None
    original: str
    is_sealed: bool
    latest: PublicVersion | None
    pieces: list[Piece]
    withholding: Withholding | None
    alert: SafeguardingAlert | None
    additions: list = field(default_factory=list)  # with words, oldest first
    unread: list = field(default_factory=list)  # without words yet
    asked_at: datetime | None
    has_contact: bool
    author_objected: bool
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
    def may_be_decided(self) -> bool:
        """It is being read, and no safeguarding lead must look at it first."""
        return self.is_being_read and self.alert is None

    @property
    def may_be_published(self) -> bool:
        return self.contribution.state == State.READY and self.alert is None

    @property
    def waits_for_author(self) -> bool:
        return self.contribution.state == State.NEEDS_AGREEMENT

    @property
    def starting_text(self) -> str:
        """What the editor starts from: the latest version, else the original."""
        return self.latest.text if self.latest else self.original

    @property
    def findings(self) -> list[Finding]:
        """What in the version that waits for approval may still show who somebody is."""
        waits = self.is_being_read and self.latest and not self.latest.approved_at
        return find_personal_details(self.latest.text) if waits else []

    @property
    def must_be_changed(self) -> bool:
        """The latest version was approved before it was taken back: only a new one can be."""
        return bool(self.is_being_read and self.latest and self.latest.approved_at)

    def may_approve(self, user) -> bool:
        """A version waits, and this person may approve it: where it is about a person, only a second one."""
        if self.latest is None or self.must_be_changed or not self.may_be_decided:
            return False
        return not self.contribution.needs_second_person or self.latest.edited_by_id != user.pk


def item(contribution: Contribution, today: date, *, opened: str = "", just_read=None) -> Item:
    """`opened` is a sealed original that this person has opened just now, with a reason; `just_read` an addition."""
    original = getattr(contribution, "original", None)
    latest = contribution.public_versions.select_related("edited_by").order_by("-number").first()
    text = readable_words(contribution) or opened
    additions = list(contribution.additions.select_related("read_by").order_by("added_at", "id"))
    asked_at = was_asked_at(contribution)
    contribution.asked_at = asked_at
    contribution.added_at = min((a.added_at for a in additions if a.read_at is None), default=None)
    return Item(
        contribution=contribution,
        clock=clock_owed(contribution, today),
        original=text,
        is_sealed=bool(original and original.is_sealed),
        latest=latest,
        pieces=difference(text, latest.text) if text and latest else [],
        withholding=contribution.withholdings.open().select_related("reason", "proposed_by").first(),
        alert=contribution.alerts.open().first(),
        additions=[a for a in additions if a.read_at and (text or a == just_read)],
        unread=[a for a in additions if a.read_at is None],
        asked_at=asked_at,
        has_contact=Contact.objects.filter(contribution=contribution).exists(),
        author_objected=author_objected(contribution),
        history=list(contribution.events.for_moderators().select_related("by").in_order()),
        openings=list(contribution.openings.for_moderators().select_related("opened_by").in_order()),
        responses=list(contribution.responses.order_by("id")),
        may_answer=lifecycle.allows(contribution.position, Step.ANSWER),
        may_take_back=lifecycle.allows(contribution.position, Step.TAKE_BACK)
        and may_be_taken_back(contribution, today),
        may_hold=lifecycle.allows(contribution.position, Step.HOLD),
    )


def was_asked_at(contribution: Contribution) -> datetime | None:
    """When its author was last asked to agree; None where nobody asked."""
    event = contribution.events.filter(step=Step.ASK_AUTHOR).order_by("-at", "-id").first()
    return event.at if event else None


def author_objected(contribution: Contribution) -> bool:
    """Whether its author's last word on a version was no, and they have not been asked about a newer one."""
    of_the_author = (Step.ASK_AUTHOR, Step.AGREE, Step.DISAGREE)
    last = contribution.events.filter(step__in=of_the_author).order_by("-at", "-id").first()
    return bool(last and last.step == Step.DISAGREE)


def may_be_taken_back(contribution: Contribution, today: date) -> bool:
    """While its author is asked: only after their time to reply, or when they have added something since."""
    if contribution.state != State.NEEDS_AGREEMENT:
        return True
    asked_at = was_asked_at(contribution)
    if asked_at is None or author_clock(asked_at, today).is_overdue:
        return True
    return contribution.additions.filter(added_at__gte=asked_at).exists()
