"""What whoever holds a receipt code may know - and never that there is a safeguarding hold."""

from dataclasses import dataclass
from datetime import date

from feedback.contributions.models import Contribution
from feedback.contributions.queries.answers import Answer, answered_page, shown
from feedback.contributions.queries.clocks import promised
from feedback.domain import lifecycle
from feedback.domain.lifecycle import State, Step

BEING_READ = (
    "Being read",
    "It is with the people who read what comes in. They read every message within {read}.",
)
WORDS = {
    State.RECEIVED: BEING_READ,
    State.SCREENING: BEING_READ,
    State.READY: ("Being read", "You have agreed. Somebody looks at it once more, and then it is published."),
    State.NEEDS_AGREEMENT: (
        "Needs your agreement",
        "We have taken out what could show who somebody is. Please say whether we may publish it like this.",
    ),
    State.PUBLISHED: (
        "Published",
        "What you said is on this site, without anything personal. It waits for an answer.",
    ),
    State.PRIVATE: (
        "Not published",
        "You asked us to count it and not to show it. We have read it, and it is counted.",
    ),
    State.ANSWERED: ("Answered", "There is an answer to what you said."),
    State.OUTCOME_ASKED: ("Answered", "There is an answer to what you said."),
    State.NOT_PUBLISHED: ("Not published", ""),
    State.WITHDRAWN: (
        "Withdrawn",
        "It has been withdrawn. Nobody sees it on this site. We only keep that it was sent and withdrawn.",
    ),
    State.EXPIRED: ("Not published", "We no longer keep what you wrote. It is still counted."),
}

ANSWERED = frozenset({State.ANSWERED, State.OUTCOME_ASKED})


@dataclass(frozen=True, slots=True)
class ReceiptStatus:
    """Where a contribution stands, in words for its author."""

    status: str
    explanation: str
    received_at: object
    about_title: str
    public_text: str
    answers: list[Answer]
    can_be_withdrawn: bool
    may_add: bool
    asks_agreement: bool
    version_number: int | None
    asks_outcome: bool
    outcome_told: str
    has_contact: bool


def with_receipt(code: str) -> Contribution | None:
    """The contribution of a canonical code, with all that `receipt_status` needs; None where there is none."""
    found = Contribution.objects.with_receipt(code)
    return found.select_related("approved_version", "not_published_because", "contact").first()


def receipt_status(contribution: Contribution, today: date | None = None) -> ReceiptStatus:
    """With `today`, an answer says too that its promise is late."""
    state = contribution.shows_as
    status, explanation = WORDS[state]
    explanation = explanation.format(read=promised("read"))
    if state == State.NOT_PUBLISHED:
        explanation = contribution.not_published_because.public_wording
    if (status, contribution.is_counted_only) == ("Being read", True):
        explanation = f"{explanation} As you asked, it is counted and not shown."
    return ReceiptStatus(
        status=status,
        explanation=explanation,
        received_at=contribution.received_at,
        about_title=contribution.about_title,
        public_text=_public_text(contribution),
        answers=_answers(contribution, today),
        can_be_withdrawn=lifecycle.allows(contribution.position, Step.WITHDRAW),
        may_add=state not in lifecycle.ENDED,
        asks_agreement=state == State.NEEDS_AGREEMENT,
        version_number=contribution.approved_version.number if state == State.NEEDS_AGREEMENT else None,
        asks_outcome=state in ANSWERED,
        outcome_told=_outcome_told(contribution),
        has_contact=hasattr(contribution, "contact"),
    )


def _public_text(contribution: Contribution) -> str:
    shown_states = (State.NEEDS_AGREEMENT, State.PUBLISHED, State.ANSWERED, State.OUTCOME_ASKED)
    return contribution.public_text if contribution.shows_as in shown_states else ""


def _outcome_told(contribution: Contribution) -> str:
    """The author's latest word on whether it made a difference; empty where there is none."""
    told = contribution.outcome_answers.defer("text").order_by("-told_at", "-id").first()
    return told.get_difference_display() if told else ""


def _answers(contribution: Contribution, today: date | None) -> list[Answer]:
    if contribution.shows_as not in ANSWERED:
        return []
    return shown(answered_page().filter(contributions=contribution), today)
