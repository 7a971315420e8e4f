"""The table of states: what random walks can never reach, and what every walk keeps."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedback.domain.lifecycle import (
    DECIDES,
    ENDED,
    LIVE,
    SEEN_FROM_OUTSIDE,
    TRANSITIONS,
    IllegalStep,
    Position,
    State,
    Step,
    after,
    allows,
)

START = Position(State.RECEIVED)
EVERYWHERE = [Position(s) for s in State if s != State.SAFEGUARDING_HOLD] + [
    Position(State.SAFEGUARDING_HOLD, s) for s in State if s != State.SAFEGUARDING_HOLD
]
walks = st.lists(st.sampled_from(list(Step)), max_size=60)


def walk(steps):
    """The positions of a walk that skips every illegal step, and the legal steps themselves."""
    positions, taken = [START], []
    for step in steps:
        if allows(positions[-1], step):
            positions.append(after(positions[-1], step))
            taken.append(step)
    return positions, taken


@given(walks)
def test_nothing_is_public_without_an_approval_since_it_was_last_taken_back(steps):
    positions, taken = walk(steps)
    approved = False
    for position, step in zip(positions[1:], taken, strict=True):
        if step == Step.APPROVE:
            approved = True
        if step in (Step.TAKE_BACK, Step.DISAGREE):
            approved = False
        if position.shows_as == State.PUBLISHED:
            assert approved


@given(walks)
def test_a_hold_changes_nothing_that_is_seen_from_outside(steps):
    positions, taken = walk(steps)
    for before, later, step in zip(positions[:-1], positions[1:], taken, strict=True):
        if step in (Step.HOLD, Step.RELEASE):
            assert later.shows_as == before.shows_as


@given(walks)
def test_what_is_held_stays_held_until_it_is_released(steps):
    positions, taken = walk(steps)
    for before, later, step in zip(positions[:-1], positions[1:], taken, strict=True):
        if before.is_held:
            assert later.is_held == (step != Step.RELEASE)


@given(walks)
def test_the_author_can_do_the_same_during_a_hold_as_without_it(steps):
    for position in walk(steps)[0]:
        for step in SEEN_FROM_OUTSIDE:
            assert allows(position, step) == allows(Position(position.shows_as), step)


@given(walks)
def test_nothing_leads_out_of_what_has_ended(steps):
    positions, _ = walk(steps)
    for before, later in pairwise(positions):
        if before.state in ENDED:
            assert later == before


@pytest.mark.parametrize("position", EVERYWHERE, ids=lambda p: f"{p.state} {p.resumes_as or ''}")
@pytest.mark.parametrize("step", list(Step), ids=str)
def test_every_step_from_everywhere_is_legal_or_refused_by_name(position, step):
    if not allows(position, step):
        with pytest.raises(IllegalStep):
            after(position, step)
        return
    assert isinstance(after(position, step), Position)


def test_every_state_is_reached_from_the_start():
    seen, todo = set(), [START]
    while todo:
        position = todo.pop()
        if position in seen:
            continue
        seen.add(position)
        todo += [after(position, step) for step in Step if allows(position, step)]
    assert {position.state for position in seen} == set(State)


def test_the_table_names_every_step_but_release():
    assert set(TRANSITIONS) == set(Step) - {Step.RELEASE}


def test_every_live_contribution_can_be_withdrawn_and_held():
    assert all(
        allows(Position(state), Step.WITHDRAW) and allows(Position(state), Step.HOLD) for state in LIVE
    )


@pytest.mark.parametrize("resumes_as", [None, State.SAFEGUARDING_HOLD])
def test_a_hold_names_what_it_resumes_as(resumes_as):
    with pytest.raises(ValueError, match="hold"):
        Position(State.SAFEGUARDING_HOLD, resumes_as)


def test_only_a_hold_resumes_as_something():
    with pytest.raises(ValueError, match="hold"):
        Position(State.SCREENING, State.RECEIVED)


def test_a_withdrawal_during_a_hold_waits_for_the_release():
    held = after(after(START, Step.HOLD), Step.WITHDRAW)
    assert held == Position(State.SAFEGUARDING_HOLD, State.WITHDRAWN)
    assert after(held, Step.RELEASE) == Position(State.WITHDRAWN)


# The spec's own sentence, by hand: received -> screening -> ready -> published -> answered -> outcome asked.
THE_WAY = (
    (Step.START_SCREENING, State.SCREENING),
    (Step.APPROVE, State.READY),
    (Step.PUBLISH, State.PUBLISHED),
    (Step.ANSWER, State.ANSWERED),
    (Step.ASK_OUTCOME, State.OUTCOME_ASKED),
)
ASIDE = (
    (State.READY, Step.ASK_AUTHOR, State.NEEDS_AGREEMENT),
    (State.NEEDS_AGREEMENT, Step.AGREE, State.READY),
    (State.NEEDS_AGREEMENT, Step.DISAGREE, State.SCREENING),
    (State.SCREENING, Step.KEEP_PRIVATE, State.PRIVATE),
    (State.PRIVATE, Step.ANSWER, State.ANSWERED),
    (State.SCREENING, Step.WITHHOLD, State.NOT_PUBLISHED),
    (State.NOT_PUBLISHED, Step.EXPIRE, State.EXPIRED),
    (State.PUBLISHED, Step.TAKE_BACK, State.SCREENING),
)


def test_the_way_of_the_spec_is_the_way_of_the_table():
    position = START
    for step, state in THE_WAY:
        position = after(position, step)
        assert position == Position(state)


@pytest.mark.parametrize(("state", "step", "end"), ASIDE, ids=str)
def test_what_lies_aside_of_the_way(state, step, end):
    assert after(Position(state), step) == Position(end)


def test_whatever_leads_to_the_public_or_keeps_from_it_waits_for_an_alert():
    decided = {State.READY, State.PUBLISHED, State.PRIVATE, State.NOT_PUBLISHED, State.NEEDS_AGREEMENT}
    leads_there = {step for step, (_, end) in TRANSITIONS.items() if end in decided}
    assert (
        leads_there - {Step.AGREE} == DECIDES
    )  # the author's own word decides nothing: it is approved already


@given(walks)
def test_an_illegal_step_leaves_the_position_as_it_was(steps):
    position = START
    for step in steps:
        before = Position(position.state, position.resumes_as)
        try:
            position = after(position, step)
        except IllegalStep:
            assert position == before
