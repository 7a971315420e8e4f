"""Safeguarding: frozen at once, seen by the leads alone, and nobody outside can tell."""

import pytest

from feedback.contributions import actions
from feedback.contributions.models import Contribution, Original, SafeguardingReferral
from feedback.contributions.queries.receipts import receipt_status
from feedback.contributions.queries.safeguarding import held
from feedback.domain.lifecycle import State
from kpis.workstreams.models import OutboxMail
from tests.feedback.contributions.conftest import DID, MONDAY, TUESDAY

pytestmark = pytest.mark.usefixtures("lead")


def pass_on(contribution, by):
    return actions.pass_to_safeguarding(contribution=contribution, why="Bruises", by=by, at=TUESDAY)


def test_one_button_freezes_it_and_tells_the_leads(receive, moderator, lead):
    contribution = pass_on(receive(), moderator)
    assert contribution.state == State.SAFEGUARDING_HOLD
    assert contribution not in Contribution.objects.for_moderators()
    mail = OutboxMail.objects.get()
    assert (mail.recipient, mail.template) == (lead, "contributions/on_hold")
    assert mail.context == {"link": "/feedback/safeguarding/"}


@pytest.mark.parametrize("at_first", ["receive", "published", "answered"])
def test_its_author_and_the_public_cannot_tell(at_first, request, moderator):
    contribution = request.getfixturevalue(at_first)()
    before = receipt_status(Contribution.objects.get(pk=contribution.pk))
    in_public = Contribution.objects.shown_in_public().filter(pk=contribution.pk).exists()
    pass_on(contribution, moderator)
    assert receipt_status(Contribution.objects.get(pk=contribution.pk)) == before
    assert Contribution.objects.shown_in_public().filter(pk=contribution.pk).exists() == in_public


def test_moderators_can_do_nothing_with_what_is_held(receive, moderator):
    contribution = pass_on(receive(), moderator)
    with pytest.raises(actions.Refused):
        actions.start_screening(contribution=contribution, by=moderator, at=TUESDAY)
    with pytest.raises(actions.Refused):
        actions.save_public_version(contribution=contribution, text="Waits.", by=moderator, at=TUESDAY)


def test_the_hour_runs_from_the_moment_it_was_held(receive):
    contribution = receive(someone_at_risk=True)
    (row,) = held(MONDAY.replace(hour=10, minute=59))
    assert (row.contribution, row.clock.words) == (contribution, "1 minute left")
    (row,) = held(MONDAY.replace(hour=11, minute=1))
    assert row.clock.is_overdue


def test_a_withdrawal_meanwhile_does_not_reset_the_hour(receive):
    contribution = receive(someone_at_risk=True)
    actions.withdraw(contribution=contribution, at=TUESDAY)
    assert held(TUESDAY)[0].contribution.state_since == MONDAY


def test_a_hand_over_is_recorded(receive, lead):
    contribution = receive(someone_at_risk=True)
    with pytest.raises(actions.Refused, match="to whom"):
        actions.record_referral(contribution=contribution, handed_to=" ", by=lead, at=TUESDAY)
    actions.record_referral(
        contribution=contribution, handed_to="Single point of access", note="Ref 7", by=lead, at=TUESDAY
    )
    referral = SafeguardingReferral.objects.get()
    assert (referral.handed_to, referral.recorded_by, referral.recorded_at) == (
        "Single point of access",
        lead,
        TUESDAY,
    )


@pytest.mark.parametrize("at_first", ["receive", "published", "answered"])
def test_released_it_is_back_where_it_was(at_first, request, moderator, lead):
    contribution = request.getfixturevalue(at_first)()
    state = Contribution.objects.get(pk=contribution.pk).state
    held_one = pass_on(contribution, moderator)
    assert actions.release(contribution=held_one, why="No concern", by=lead, at=TUESDAY).state == state


def test_release_needs_a_reason_and_a_hold(receive, lead):
    contribution = receive(someone_at_risk=True)
    with pytest.raises(actions.Refused, match="why"):
        actions.release(contribution=contribution, why="", by=lead, at=TUESDAY)
    actions.release(contribution=contribution, why="No concern", by=lead, at=TUESDAY)
    with pytest.raises(actions.Refused, match="not on hold"):
        actions.release(contribution=contribution, why="No concern", by=lead, at=TUESDAY)


def test_withdrawn_during_a_hold_the_words_stay_for_the_leads_until_it_is_released(
    published, moderator, lead
):
    contribution = pass_on(published(), moderator)
    withdrawn = actions.withdraw(contribution=contribution, at=TUESDAY)
    assert receipt_status(withdrawn).status == "Withdrawn"
    assert withdrawn not in Contribution.objects.shown_in_public()
    assert actions.open_original(contribution=withdrawn, reason="Safeguarding", by=lead, at=TUESDAY)
    released = actions.release(contribution=withdrawn, why="Handed over", by=lead, at=TUESDAY)
    assert released.state == State.WITHDRAWN
    assert not Original.objects.exists()
    assert not released.public_versions.exists()


def test_an_answer_during_a_hold_reaches_its_author(published, moderator):
    contribution = published()
    response = actions.draft_response(contributions=[contribution], words=DID, by=moderator, at=TUESDAY)
    pass_on(contribution, moderator)
    actions.publish_response(response=response, by=moderator, at=TUESDAY)
    contribution = Contribution.objects.get(pk=contribution.pk)
    assert contribution.state == State.SAFEGUARDING_HOLD
    assert receipt_status(contribution).status == "Answered"


def test_moderators_never_learn_of_a_hold_from_the_history(receive, moderator, lead):
    contribution = receive(someone_at_risk=True)
    actions.open_original(contribution=contribution, reason="Safeguarding", by=lead, at=TUESDAY)
    actions.release(contribution=contribution, why="No concern", by=lead, at=TUESDAY)
    assert [e.step for e in contribution.events.for_moderators()] == ["receive"]
    assert not contribution.openings.for_moderators().exists()
    assert [e.step for e in contribution.events.in_order()] == ["receive", "hold", "release"]
