"""What whoever holds a receipt code may know - and never that there is a safeguarding hold."""

from dataclasses import dataclass

from feedback.contributions.models import Contribution
from feedback.contributions.queries.answers import Answer, answered_page, shown
from feedback.domain import lifecycle
from feedback.domain.lifecycle import State, Step

BEING_READ = (
    "Being read",
    "It is with the people who read what comes in. They read every message within two working days.",
)
WORDS = {
    State.RECEIVED: BEING_READ,
    State.SCREENING: BEING_READ,
    State.READY: BEING_READ,
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
        "You have withdrawn it. Nobody sees it on this site. We only keep that it was sent and withdrawn.",
    ),
    State.EXPIRED: ("Not published", "We no longer keep what you wrote. It is still counted."),
}


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


def receipt_status(contribution: Contribution) -> ReceiptStatus:
    state = contribution.shows_as
    status, explanation = WORDS[state]
    if state == State.NOT_PUBLISHED:
        explanation = contribution.not_published_because.public_wording
    return ReceiptStatus(
        status=status,
        explanation=explanation,
        received_at=contribution.received_at,
        about_title=contribution.about_title,
        public_text=_public_text(contribution),
        answers=_answers(contribution),
        can_be_withdrawn=lifecycle.allows(contribution.position, Step.WITHDRAW),
    )


def _public_text(contribution: Contribution) -> str:
    shown_states = (State.NEEDS_AGREEMENT, State.PUBLISHED, State.ANSWERED, State.OUTCOME_ASKED)
    return contribution.public_text if contribution.shows_as in shown_states else ""


def _answers(contribution: Contribution) -> list[Answer]:
    if contribution.shows_as not in (State.ANSWERED, State.OUTCOME_ASKED):
        return []
    return shown(answered_page().filter(contributions=contribution))
