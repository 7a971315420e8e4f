"""Where a contribution can be and how it may move: one table, for actions, pages and tests alike."""

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    RECEIVED = "received"
    SCREENING = "screening"
    READY = "ready"
    NEEDS_AGREEMENT = "needs agreement"
    PUBLISHED = "published"
    ANSWERED = "answered"
    OUTCOME_ASKED = "outcome asked"
    PRIVATE = "private"
    NOT_PUBLISHED = "not published"
    SAFEGUARDING_HOLD = "safeguarding hold"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"


class Step(StrEnum):
    START_SCREENING = "start screening"
    APPROVE = "approve"
    ASK_AUTHOR = "ask author"
    AGREE = "agree"
    DISAGREE = "disagree"
    PUBLISH = "publish"
    KEEP_PRIVATE = "keep private"
    WITHHOLD = "withhold"
    TAKE_BACK = "take back"
    ANSWER = "answer"
    ASK_OUTCOME = "ask outcome"
    WITHDRAW = "withdraw"
    EXPIRE = "expire"
    HOLD = "hold"
    RELEASE = "release"


S = State

# The text is gone and only counts are left: nothing leads out of these.
ENDED = frozenset({S.WITHDRAWN, S.EXPIRED})
LIVE = frozenset(State) - ENDED - {S.SAFEGUARDING_HOLD}

# A public version must be approved before a contribution can be in one of these.
NEEDS_APPROVED_VERSION = frozenset({S.READY, S.NEEDS_AGREEMENT, S.PUBLISHED})

# Step -> (where it may start, where it leads). Hold and release lead to where `after` says.
TRANSITIONS: dict[Step, tuple[frozenset[State], State]] = {
    Step.START_SCREENING: (frozenset({S.RECEIVED}), S.SCREENING),
    Step.APPROVE: (frozenset({S.SCREENING}), S.READY),
    Step.ASK_AUTHOR: (frozenset({S.READY}), S.NEEDS_AGREEMENT),
    Step.AGREE: (frozenset({S.NEEDS_AGREEMENT}), S.READY),
    Step.DISAGREE: (frozenset({S.NEEDS_AGREEMENT}), S.SCREENING),
    Step.PUBLISH: (frozenset({S.READY}), S.PUBLISHED),
    Step.KEEP_PRIVATE: (frozenset({S.SCREENING}), S.PRIVATE),
    Step.WITHHOLD: (frozenset({S.SCREENING}), S.NOT_PUBLISHED),
    Step.TAKE_BACK: (LIVE - {S.RECEIVED, S.SCREENING}, S.SCREENING),
    Step.ANSWER: (frozenset({S.PUBLISHED, S.PRIVATE}), S.ANSWERED),
    Step.ASK_OUTCOME: (frozenset({S.ANSWERED}), S.OUTCOME_ASKED),
    Step.WITHDRAW: (LIVE, S.WITHDRAWN),
    Step.EXPIRE: (frozenset({S.NEEDS_AGREEMENT, S.PRIVATE, S.NOT_PUBLISHED}), S.EXPIRED),
    Step.HOLD: (LIVE, S.SAFEGUARDING_HOLD),
}

# What decides whether something is read by everybody. None of it while a safeguarding alert is open.
DECIDES = frozenset({Step.APPROVE, Step.ASK_AUTHOR, Step.PUBLISH, Step.KEEP_PRIVATE, Step.WITHHOLD})

# Steps of the author and of the public side. During a hold they move what is seen from outside, so that
# nobody can tell that there is a hold; what is held stays held.
SEEN_FROM_OUTSIDE = frozenset(
    {Step.AGREE, Step.DISAGREE, Step.ANSWER, Step.ASK_OUTCOME, Step.WITHDRAW, Step.EXPIRE}
)


class IllegalStep(Exception):
    """The table has no such step from here."""

    def __init__(self, position: "Position", step: Step):
        super().__init__(f"{step.value!r} is no step from {position.state.value!r}")


@dataclass(frozen=True, slots=True)
class Position:
    """A state and, during a safeguarding hold only, the state it resumes as when it is released."""

    state: State
    resumes_as: State | None = None

    def __post_init__(self):
        if (self.state == S.SAFEGUARDING_HOLD) != (self.resumes_as is not None):
            raise ValueError("a hold, and nothing but a hold, has a state to resume as")
        if self.resumes_as == S.SAFEGUARDING_HOLD:
            raise ValueError("a hold cannot resume as a hold")

    @property
    def is_held(self) -> bool:
        return self.resumes_as is not None

    @property
    def shows_as(self) -> State:
        """What the author and the public see: a hold changes nothing for them."""
        return self.resumes_as or self.state


def after(position: Position, step: Step) -> Position:
    """Where a step leads. Raises IllegalStep where the table has none."""
    if step == Step.RELEASE:
        if not position.is_held:
            raise IllegalStep(position, step)
        return Position(position.resumes_as)
    if position.is_held and step not in SEEN_FROM_OUTSIDE:
        raise IllegalStep(position, step)
    starts, end = TRANSITIONS[step]
    if position.shows_as not in starts:
        raise IllegalStep(position, step)
    if step == Step.HOLD:
        return Position(S.SAFEGUARDING_HOLD, resumes_as=position.state)
    return Position(S.SAFEGUARDING_HOLD, resumes_as=end) if position.is_held else Position(end)


def allows(position: Position, step: Step) -> bool:
    try:
        after(position, step)
    except IllegalStep:
        return False
    return True
