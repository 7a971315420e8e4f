"""A moderator's way with a contribution: two people where it is about a person, nothing lost, nothing by accident."""

import pytest

from feedback.contributions import actions
from feedback.contributions.models import Contribution, NotPublishingReason, OriginalOpening
from feedback.domain.lifecycle import State
from tests.feedback.contributions.conftest import PLANTED, TUESDAY

PERSONAL = "My son Jack waits too long."


def test_a_public_version_begins_the_reading(receive, moderator):
    contribution = receive()
    version = actions.save_public_version(contribution=contribution, text="Waits.", by=moderator, at=TUESDAY)
    contribution.refresh_from_db()
    assert (contribution.state, version.number, version.approved_at) == (State.SCREENING, 1, None)


def test_approving_publishes_and_seals_the_original(published):
    contribution = published()
    assert contribution.state == State.PUBLISHED
    assert contribution.public_text == "We wait too long."
    assert contribution.original.text == f"{PLANTED} waits too long."
    assert contribution.original.sealed_at == TUESDAY


def test_what_is_about_nobody_may_be_approved_by_whoever_edited_it(receive, moderator):
    version = actions.save_public_version(contribution=receive(), text="Waits.", by=moderator, at=TUESDAY)
    assert actions.approve_public_version(version=version, by=moderator, at=TUESDAY).state == State.PUBLISHED


def test_what_is_about_a_person_is_approved_by_a_second_one(receive, moderator, second_moderator):
    contribution = receive(text=PERSONAL)
    version = actions.save_public_version(
        contribution=contribution, text="We wait.", by=moderator, at=TUESDAY
    )
    with pytest.raises(actions.Refused, match="second person"):
        actions.approve_public_version(version=version, by=moderator, at=TUESDAY)
    contribution.refresh_from_db()
    assert contribution.state == State.SCREENING
    approved = actions.approve_public_version(version=version, by=second_moderator, at=TUESDAY)
    assert approved.state == State.PUBLISHED


def test_asking_for_a_second_person_binds_versions_written_before(receive, moderator, second_moderator):
    contribution = receive()
    actions.save_public_version(contribution=contribution, text="One.", by=second_moderator, at=TUESDAY)
    version = actions.save_public_version(
        contribution=contribution, text="Two.", based_on=1, needs_second_person=True, by=moderator, at=TUESDAY
    )
    with pytest.raises(actions.Refused, match="second person"):
        actions.approve_public_version(version=version, by=moderator, at=TUESDAY)


def test_two_editors_of_one_version_the_second_is_told(receive, moderator, second_moderator):
    contribution = receive()
    actions.save_public_version(contribution=contribution, text="Mine.", based_on=0, by=moderator, at=TUESDAY)
    with pytest.raises(actions.Refused, match="newer version"):
        actions.save_public_version(
            contribution=contribution, text="Also mine.", based_on=0, by=second_moderator, at=TUESDAY
        )
    assert [v.text for v in contribution.public_versions.all()] == ["Mine."]


def test_only_the_latest_version_is_approved(receive, moderator):
    contribution = receive()
    old = actions.save_public_version(contribution=contribution, text="One.", by=moderator, at=TUESDAY)
    actions.save_public_version(contribution=contribution, text="Two.", based_on=1, by=moderator, at=TUESDAY)
    with pytest.raises(actions.Refused, match="newer version"):
        actions.approve_public_version(version=old, by=moderator, at=TUESDAY)


def test_approving_twice_is_refused_and_changes_nothing(receive, moderator):
    contribution = receive()
    version = actions.save_public_version(contribution=contribution, text="Waits.", by=moderator, at=TUESDAY)
    actions.approve_public_version(version=version, by=moderator, at=TUESDAY)
    with pytest.raises(actions.Refused, match="moved on"):
        actions.approve_public_version(version=version, by=moderator, at=TUESDAY)
    assert contribution.events.filter(step="publish").count() == 1


def test_what_is_counted_only_gets_no_public_version(receive, moderator):
    contribution = receive(publish_consent="counts_only")
    with pytest.raises(actions.Refused, match="not to show"):
        actions.save_public_version(contribution=contribution, text="Waits.", by=moderator, at=TUESDAY)
    kept = actions.keep_private(contribution=contribution, by=moderator, at=TUESDAY)
    assert kept.state == State.PRIVATE
    assert kept.original.is_sealed


def test_what_may_be_published_is_not_just_counted(receive, moderator):
    with pytest.raises(actions.Refused, match="agreed to publishing"):
        actions.keep_private(contribution=receive(), by=moderator, at=TUESDAY)


@pytest.fixture
def vexatious(db):
    return NotPublishingReason.objects.get(slug="vexatious")


def test_no_one_voice_is_silenced_by_one_voice(receive, vexatious, moderator, second_moderator):
    contribution = receive()
    withholding = actions.propose_withholding(
        contribution=contribution, reason=vexatious, by=moderator, at=TUESDAY
    )
    with pytest.raises(actions.Refused, match="second person"):
        actions.decide_withholding(withholding=withholding, agree=True, by=moderator, at=TUESDAY)
    actions.decide_withholding(withholding=withholding, agree=True, by=second_moderator, at=TUESDAY)
    contribution.refresh_from_db()
    assert (contribution.state, contribution.not_published_because) == (State.NOT_PUBLISHED, vexatious)


def test_a_declined_proposal_leaves_it_in_the_queue(receive, vexatious, moderator, second_moderator):
    contribution = receive()
    withholding = actions.propose_withholding(
        contribution=contribution, reason=vexatious, by=moderator, at=TUESDAY
    )
    actions.decide_withholding(withholding=withholding, agree=False, by=second_moderator, at=TUESDAY)
    assert contribution in Contribution.objects.to_screen()
    with pytest.raises(actions.Refused, match="decided already"):
        actions.decide_withholding(withholding=withholding, agree=True, by=second_moderator, at=TUESDAY)


def test_a_reason_that_needs_no_second_person_counts_at_once(receive, vexatious, moderator):
    vexatious.needs_second_person = False
    vexatious.save()
    contribution = receive()
    actions.propose_withholding(contribution=contribution, reason=vexatious, by=moderator, at=TUESDAY)
    contribution.refresh_from_db()
    assert contribution.state == State.NOT_PUBLISHED


def test_approving_a_version_settles_an_open_proposal(receive, vexatious, moderator, second_moderator):
    contribution = receive()
    actions.propose_withholding(contribution=contribution, reason=vexatious, by=moderator, at=TUESDAY)
    version = actions.save_public_version(contribution=contribution, text="Fair.", by=moderator, at=TUESDAY)
    actions.approve_public_version(version=version, by=second_moderator, at=TUESDAY)
    assert contribution.withholdings.get().is_agreed is False


def test_opening_a_sealed_original_needs_a_reason_and_is_written_down(published, moderator):
    contribution = published()
    with pytest.raises(actions.Refused, match="why"):
        actions.open_original(contribution=contribution, reason="  ", by=moderator, at=TUESDAY)
    text = actions.open_original(contribution=contribution, reason="A complaint", by=moderator, at=TUESDAY)
    assert PLANTED in text
    opening = OriginalOpening.objects.get()
    assert (opening.opened_by, opening.opened_at, opening.reason) == (moderator, TUESDAY, "A complaint")


def test_what_is_taken_back_is_out_of_sight_and_read_again(published, moderator):
    contribution = actions.take_back(
        contribution=published(), why="It names a street", by=moderator, at=TUESDAY
    )
    assert contribution.state == State.SCREENING
    assert contribution not in Contribution.objects.shown_in_public()
    assert contribution.original.is_sealed
    assert contribution.events.get(step="take back").why == "It names a street"


def test_taking_back_needs_a_reason(published, moderator):
    with pytest.raises(actions.Refused, match="why"):
        actions.take_back(contribution=published(), why="", by=moderator, at=TUESDAY)


def test_what_was_answered_and_taken_back_is_answered_again_once_it_is_published(answered, moderator):
    contribution = answered()
    actions.take_back(contribution=contribution, why="A typing slip", by=moderator, at=TUESDAY)
    version = actions.save_public_version(
        contribution=contribution,
        text="We wait.",
        based_on=1,
        needs_second_person=False,
        by=moderator,
        at=TUESDAY,
    )
    assert actions.approve_public_version(version=version, by=moderator, at=TUESDAY).state == State.ANSWERED


def test_what_was_set_aside_joins_the_queue_when_it_is_let_through(receive, moderator):
    contribution = receive(set_aside="rush")
    assert contribution not in Contribution.objects.to_screen()
    actions.let_through(contribution=contribution, by=moderator, at=TUESDAY)
    assert contribution in Contribution.objects.to_screen()
    with pytest.raises(actions.Refused, match="already"):
        actions.let_through(contribution=contribution, by=moderator, at=TUESDAY)


def test_every_step_left_an_event_with_who_and_when(answered, moderator, second_moderator):
    steps = [(e.step, e.by, e.from_state, e.to_state) for e in answered().events.in_order()]
    assert steps == [
        ("receive", None, "", "received"),
        ("start screening", moderator, "received", "screening"),
        ("approve", second_moderator, "screening", "ready"),
        ("publish", second_moderator, "ready", "published"),
        ("answer", moderator, "published", "answered"),
    ]
