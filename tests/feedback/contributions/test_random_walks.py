"""Random walks of people and rules over real contributions: whatever anybody tries, in whatever order.

Every move is one that a page, a task or an author offers. Half of them are drawn from what the table of
states allows, so that walks get far; the others from all, so that most are illegal.
"""

from datetime import timedelta
from itertools import pairwise

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from feedback.contributions import actions
from feedback.contributions.actions.answering import Words
from feedback.contributions.actions.forgetting import erase_on_request, forget_what_is_due
from feedback.contributions.actions.steps import locked
from feedback.contributions.models import (
    Addition,
    Contribution,
    ContributionEvent,
    NotPublishingReason,
    Original,
    OriginalOpening,
    PublicVersion,
    Response,
    SafeguardingAlert,
    SafeguardingReferral,
    Withholding,
)
from feedback.contributions.queries.receipts import receipt_status
from feedback.domain import lifecycle
from feedback.domain.lifecycle import DECIDES, ENDED, State, Step
from tests.feedback.contributions.conftest import MONDAY

PUBLIC = {State.PUBLISHED, State.ANSWERED, State.OUTCOME_ASKED}
ANSWER = Words(you_said="Waits are long.", outcome="will_not", reason="There is no money for it.")


class World:
    """Two contributions, four people, and a clock that goes on."""

    def __init__(self, receive, people, draw):
        self.first, self.second, self.lead, self.keeper = people
        self.draw, self.now = draw, MONDAY
        self.contributions = [
            receive(text="We wait for speech therapy."),
            receive(text="We wait for a place.", publish_consent="counts_only"),
        ]

    def moderator(self):
        return self.draw(st.sampled_from([self.first, self.second]), label="by")

    def reload(self, contribution) -> Contribution:
        return Contribution.objects.select_related("approved_version", "not_published_because").get(
            pk=contribution.pk
        )


def _agree(world, contribution):
    version = contribution.approved_version
    actions.agree(contribution=contribution, number=version.number if version else 1, at=world.now)


def _disagree(world, contribution):
    version = contribution.approved_version
    actions.disagree(
        contribution=contribution,
        number=version.number if version else 1,
        why="Not like this.",
        show_nothing=world.draw(st.booleans(), label="show nothing"),
        at=world.now,
    )


def _save_version(world, contribution):
    latest = contribution.public_versions.order_by("-number").first()
    actions.save_public_version(
        contribution=contribution,
        text="We wait.",
        based_on=latest.number if latest else 0,
        needs_second_person=world.draw(st.booleans(), label="about a child"),
        by=world.moderator(),
        at=world.now,
    )


def _approve(world, contribution):
    version = contribution.public_versions.order_by("-number").first()
    if version:
        ask = world.draw(st.booleans(), label="ask first")
        actions.approve_public_version(version=version, ask_author=ask, by=world.moderator(), at=world.now)


def _propose(world, contribution):
    reason = NotPublishingReason.objects.current().in_order().first()
    actions.propose_withholding_many(
        contributions=[contribution], reason=reason, by=world.moderator(), at=world.now
    )


def _decide(world, contribution):
    withholding = contribution.withholdings.open().first()
    if withholding:
        agree = world.draw(st.booleans(), label="agree")
        actions.decide_withholding(withholding=withholding, agree=agree, by=world.moderator(), at=world.now)


def _answer(world, contribution):
    response = actions.draft_response(
        contributions=[contribution], words=ANSWER, by=world.first, at=world.now
    )
    actions.publish_response(
        response=response, number=response.versions.count(), by=world.second, at=world.now
    )


def _alert(world, contribution):
    if contribution.shows_as not in ENDED:
        actions.raise_alert(locked(contribution), raised_by=SafeguardingAlert.RaisedBy.BOX, at=world.now)


def _read_addition(world, contribution):
    addition = contribution.additions.filter(read_at=None).first()
    if addition:
        actions.read_addition(addition=addition, by=world.moderator(), at=world.now)


def _by_moderator(action, **more):
    return lambda world, contribution: action(
        contribution=contribution, by=world.moderator(), at=world.now, **more
    )


def _by_lead(action, **more):
    return lambda world, contribution: action(contribution=contribution, by=world.lead, at=world.now, **more)


def _years_later(world, contribution):
    world.now += timedelta(days=800)
    forget_what_is_due(at=world.now)


def _two_months_later(world, contribution):
    world.now += timedelta(days=61)
    actions.ask_outcomes(at=world.now)


# Move -> the step of the table that it needs, where it needs one.
MOVES = {
    "start": (_by_moderator(actions.start_screening), Step.START_SCREENING),
    "save a version": (_save_version, Step.APPROVE),
    "approve": (_approve, Step.APPROVE),
    "publish": (_by_moderator(actions.publish_approved), Step.PUBLISH),
    "count only": (_by_moderator(actions.keep_private), Step.KEEP_PRIVATE),
    "propose not to publish": (_propose, Step.WITHHOLD),
    "decide not to publish": (_decide, Step.WITHHOLD),
    "take back": (_by_moderator(actions.take_back, why="A name"), Step.TAKE_BACK),
    "answer": (_answer, Step.ANSWER),
    "the author agrees": (_agree, Step.AGREE),
    "the author disagrees": (_disagree, Step.DISAGREE),
    "the author adds": (
        lambda world, c: actions.add_to(contribution=c, text=f"And more at {world.now}.", at=world.now),
        None,
    ),
    "read what was added": (_read_addition, None),
    "an alert": (_alert, None),
    "hold": (_by_moderator(actions.pass_to_safeguarding), Step.HOLD),
    "open": (_by_lead(actions.open_for_safeguarding), None),
    "no risk": (_by_lead(actions.see_no_risk), None),
    "hand over": (_by_lead(actions.record_referral, handed_to="The team"), Step.RELEASE),
    "release": (_by_lead(actions.release, why="Handed over"), Step.RELEASE),
    "ask what it changed": (
        _two_months_later,
        Step.ASK_OUTCOME,
    ),
    "withdraw": (lambda world, c: actions.withdraw(contribution=c, at=world.now), Step.WITHDRAW),
    "erase": (
        lambda world, c: erase_on_request(contribution=c, ground="author", by=world.keeper, at=world.now),
        None,
    ),
    "years later": (_years_later, Step.EXPIRE),
}
RARE = {"withdraw", "erase", "years later"}  # they end what others could still move


TABLES = (
    Contribution,
    ContributionEvent,
    PublicVersion,
    Withholding,
    SafeguardingAlert,
    Addition,
    SafeguardingReferral,
    OriginalOpening,
    Response,
    Original,
)
ONLY_GROW = (Contribution, ContributionEvent, SafeguardingAlert, SafeguardingReferral, OriginalOpening)


def _picture() -> dict:
    """Everything that a refused move must leave as it was."""
    return {table: list(table.objects.order_by("pk").values()) for table in TABLES}


def _choose(world, contribution) -> str:
    position = contribution.position
    legal = [
        name
        for name, (_, step) in MOVES.items()
        if step and lifecycle.allows(position, step) and name not in RARE
    ]
    names = legal if legal and world.draw(st.integers(0, 3), label="legal") else sorted(MOVES)
    return world.draw(st.sampled_from(names), label="move")


def _one_move(world, before) -> dict:
    """One attempt; the picture after it."""
    contribution = world.reload(world.draw(st.sampled_from(world.contributions), label="which"))
    name = _choose(world, contribution)
    world.now += timedelta(hours=world.draw(st.sampled_from([0, 1, 30 * 24]), label="hours later"))
    status, was_held = receipt_status(contribution), contribution.position.is_held
    was_alerted = contribution.alerts.open().exists()
    had_words = _has_words(contribution)
    try:
        with transaction.atomic():
            MOVES[name][0](world, contribution)
    except actions.Refused:
        assert _picture() == before, f"{name} was refused and changed something"
        return before
    after = _picture()
    for table in ONLY_GROW:
        lost = {row["id"] for row in before[table]} - {row["id"] for row in after[table]}
        assert not lost, f"{name} lost a {table.__name__}"
    contribution = world.reload(contribution)
    if name in ("hold", "release", "open", "hand over", "an alert", "no risk"):
        assert receipt_status(contribution) == status, f"its author can tell: {name}"
    if name not in ("hold", "release", "withdraw", "erase"):
        assert contribution.position.is_held == was_held
    if (was_held or was_alerted) and name not in ("release", "no risk"):
        assert _has_words(contribution) == had_words
    if was_alerted and name not in ("release", "no risk"):
        new = after[ContributionEvent][len(before[ContributionEvent]) :]
        decided = {row["step"] for row in new if row["contribution_id"] == contribution.pk} & DECIDES
        assert not decided, f"{name} decided under an open alert"
    return after


def _has_words(contribution) -> bool:
    return Original.objects.filter(contribution=contribution).exists()


def _is_sound(contribution):
    """What holds at every moment, whoever did what before."""
    events = list(contribution.events.in_order())
    assert events[0].step == "receive"
    for earlier, later in pairwise(events):
        assert later.from_state == earlier.to_state, "a step is missing from the log"
    assert (events[-1].to_state, events[-1].shows_as) == (contribution.state, contribution.shows_as)

    steps = [event.step for event in events]
    forgotten = contribution.shows_as in ENDED or "forget original" in steps
    assert forgotten or _has_words(contribution), "the words are lost"
    if contribution.position.is_held and "forget original" not in steps:
        assert _has_words(contribution), "held words are lost"

    in_public = Contribution.objects.shown_in_public().filter(pk=contribution.pk).exists()
    if in_public or contribution.shows_as == State.PUBLISHED:
        version = contribution.approved_version
        assert version.approved_by is not None
        assert not version.needs_second_person or version.approved_by_id != version.edited_by_id
        taken_back = max((n for n, step in enumerate(steps) if step in ("take back", "disagree")), default=-1)
        assert "approve" in steps[taken_back + 1 :], "public without an approval since it was taken back"
    assert not in_public or contribution.shows_as in PUBLIC
    assert not in_public or not contribution.is_counted_only


def walk(receive, people, data, longest):
    with transaction.atomic():
        world = World(receive, people, data.draw)
        picture = _picture()
        for _ in range(data.draw(st.integers(longest // 2, longest), label="moves")):
            picture = _one_move(world, picture)
            for contribution in world.contributions:
                _is_sound(world.reload(contribution))
        transaction.set_rollback(True)


@pytest.fixture
def people(moderator, second_moderator, lead, person):
    return moderator, second_moderator, lead, person("administrator")


SHARED = {
    "deadline": None,
    "database": None,
    "suppress_health_check": [
        HealthCheck.function_scoped_fixture,
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
    ],
}


@settings(max_examples=5, derandomize=True, **SHARED)
@given(data=st.data())
def test_nothing_is_lost_or_published_without_approval_whatever_anybody_tries(receive, people, data):
    walk(receive, people, data, longest=16)


@pytest.mark.long
@settings(max_examples=150, **SHARED)
@given(data=st.data())
def test_nothing_is_lost_or_published_without_approval_on_long_walks(receive, people, data):
    walk(receive, people, data, longest=40)
