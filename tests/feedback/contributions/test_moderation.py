"""A moderator's way with a contribution: two people where it is about a person, nothing lost, nothing by accident."""

import pytest

from feedback.contributions import actions
from feedback.contributions.actions.steps import locked, take
from feedback.contributions.models import (
    Addition,
    Contact,
    Contribution,
    NotPublishingReason,
    OriginalOpening,
    Withholding,
)
from feedback.contributions.queries.queue import to_read, with_author, with_clocks
from feedback.domain.lifecycle import State, Step
from kpis.workstreams.models import OutboxMail
from tests.feedback.contributions.conftest import MONDAY, PLANTED, TUESDAY

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
    version = actions.save_public_version(
        contribution=receive(), text="Waits.", needs_second_person=False, by=moderator, at=TUESDAY
    )
    assert actions.approve_public_version(version=version, by=moderator, at=TUESDAY).state == State.PUBLISHED


def test_who_says_nothing_about_it_needs_a_second_person(receive, moderator):
    version = actions.save_public_version(contribution=receive(), text="Waits.", by=moderator, at=TUESDAY)
    with pytest.raises(actions.Refused, match="second person"):
        actions.approve_public_version(version=version, by=moderator, at=TUESDAY)


def test_what_needs_a_second_person_once_always_does(receive, moderator):
    contribution = receive(text=PERSONAL)
    version = actions.save_public_version(
        contribution=contribution, text="We wait.", needs_second_person=False, by=moderator, at=TUESDAY
    )
    with pytest.raises(actions.Refused, match="second person"):
        actions.approve_public_version(version=version, by=moderator, at=TUESDAY)


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
    actions.save_public_version(
        contribution=contribution, text="One.", needs_second_person=False, by=second_moderator, at=TUESDAY
    )
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
    version = actions.save_public_version(
        contribution=contribution, text="Waits.", needs_second_person=False, by=moderator, at=TUESDAY
    )
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


def test_what_was_approved_before_it_was_taken_back_is_saved_again_before_it_is_approved_again(
    published, moderator, second_moderator
):
    contribution = published()
    actions.take_back(contribution=contribution, why="A name", by=moderator, at=TUESDAY)
    version = contribution.public_versions.get()
    with pytest.raises(actions.Refused, match="Save it as a new version"):
        actions.approve_public_version(version=version, by=second_moderator, at=TUESDAY)


def test_what_was_answered_and_taken_back_is_answered_again_once_it_is_published(
    answered, moderator, second_moderator
):
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
    approved = actions.approve_public_version(version=version, by=second_moderator, at=TUESDAY)
    assert approved.state == State.ANSWERED


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


# ---- the author is asked first ----


@pytest.fixture
def asked(receive, moderator, second_moderator):
    """A contribution whose author is asked on Tuesday whether they agree to version 1."""

    def make(**told) -> Contribution:
        contribution = receive(**told)
        version = actions.save_public_version(
            contribution=contribution, text="We wait.", by=moderator, at=TUESDAY
        )
        return actions.approve_public_version(
            version=version, ask_author=True, by=second_moderator, at=TUESDAY
        )

    return make


def author(contribution, step, at=TUESDAY):
    """What the author does with their code."""
    return take(locked(contribution), step, by=None, at=at)


def test_asked_first_nobody_reads_it_before_its_author_agrees(asked, moderator):
    contribution = asked()
    assert contribution.state == State.NEEDS_AGREEMENT
    assert contribution not in Contribution.objects.shown_in_public()
    assert contribution.original.is_sealed
    author(contribution, Step.AGREE)
    assert contribution not in Contribution.objects.shown_in_public()
    published = actions.publish_approved(contribution=contribution, by=moderator, at=TUESDAY)
    assert published in Contribution.objects.shown_in_public()


def test_the_author_with_an_address_gets_a_mail_without_content(receive, moderator, second_moderator):
    contribution = receive(email="parent@example.org")
    version = actions.save_public_version(
        contribution=contribution, text="We wait.", by=moderator, at=TUESDAY
    )
    actions.approve_public_version(version=version, ask_author=True, by=second_moderator, at=TUESDAY)
    mail = OutboxMail.objects.get(template="contributions/please_agree")
    assert mail.addressee == Contact.objects.get()
    assert mail.context == {"link": "/feedback/receipt/"}


def test_without_an_address_nobody_gets_a_mail(asked):
    asked()
    assert not OutboxMail.objects.exists()


def test_the_queue_says_since_when_its_author_is_asked(asked):
    asked()
    (row,) = with_clocks(with_author(), MONDAY.date().replace(day=13))
    assert (row.contribution.asked_at, row.clock.words) == (TUESDAY, "19 working days left")


def test_nobody_decides_for_an_author_before_twenty_working_days_are_over(asked, moderator):
    contribution = asked()
    with pytest.raises(actions.Refused, match="still has time"):
        # Tuesday 12 November and 20 working days: Tuesday 10 December.
        actions.take_back(
            contribution=contribution, why="No reply", by=moderator, at=TUESDAY.replace(month=12, day=10)
        )
    taken = actions.take_back(
        contribution=contribution, why="No reply", by=moderator, at=TUESDAY.replace(month=12, day=11)
    )
    assert (taken.state, taken.approved_version) == (State.SCREENING, None)


def test_what_its_author_adds_while_they_are_asked_is_a_reason_to_take_it_back(asked, moderator):
    contribution = asked()
    Addition.objects.create(contribution=contribution, text="Not like this.", added_at=TUESDAY)
    taken = actions.take_back(contribution=contribution, why="They added", by=moderator, at=TUESDAY)
    assert taken.state == State.SCREENING


def test_who_disagreed_is_asked_about_the_next_version_too(asked, moderator, second_moderator):
    contribution = asked()
    author(contribution, Step.DISAGREE)
    version = actions.save_public_version(
        contribution=contribution, text="We all wait.", based_on=1, by=moderator, at=TUESDAY
    )
    with pytest.raises(actions.Refused, match="did not agree"):
        actions.approve_public_version(version=version, by=second_moderator, at=TUESDAY)
    again = actions.approve_public_version(version=version, ask_author=True, by=second_moderator, at=TUESDAY)
    assert again.state == State.NEEDS_AGREEMENT


# ---- what its author adds ----


def test_what_an_author_adds_comes_to_the_queue_whatever_its_state_and_leaves_when_read(published, moderator):
    contribution = published()
    assert contribution not in to_read()
    addition = Addition.objects.create(contribution=contribution, text="And on Fridays.", added_at=TUESDAY)
    (row,) = with_clocks(to_read(), TUESDAY.date())
    assert (row.contribution, row.has_addition, row.clock.words) == (
        contribution,
        True,
        "2 working days left",
    )
    read = actions.read_addition(addition=addition, by=moderator, at=TUESDAY)
    assert (read.text, read.read_by, read.read_at) == ("And on Fridays.", moderator, TUESDAY)
    assert contribution.events.filter(step="read addition", by=moderator).count() == 1
    assert contribution not in to_read()
    with pytest.raises(actions.Refused, match="read it already"):
        actions.read_addition(addition=addition, by=moderator, at=TUESDAY)


# ---- many at once ----


def test_one_reason_for_many_waits_for_a_second_person_whatever_the_reason(
    receive, vexatious, moderator, second_moderator
):
    vexatious.needs_second_person = False
    vexatious.save()
    many = [receive(text=f"Buy {n}.", set_aside="rush") for n in range(3)]
    proposals = actions.propose_withholding_many(
        contributions=many, reason=vexatious, by=moderator, at=TUESDAY
    )
    assert len(proposals) == 3
    assert all(p.needs_second_person and p.decided_at is None for p in proposals)
    with pytest.raises(actions.Refused, match="You proposed it"):
        actions.agree_withholding_many(withholdings=proposals, by=moderator, at=TUESDAY)
    assert not Contribution.objects.filter(state=State.NOT_PUBLISHED).exists()
    actions.agree_withholding_many(withholdings=proposals, by=second_moderator, at=TUESDAY)
    assert Contribution.objects.filter(state=State.NOT_PUBLISHED).count() == 3


def test_where_one_of_many_is_refused_it_is_named_and_none_is_changed(receive, vexatious, moderator):
    one, risky = receive(text="One."), receive(text="Two.", someone_at_risk=True)
    with pytest.raises(actions.Refused, match=f"Contribution {risky.pk}: It may be about somebody at risk"):
        actions.propose_withholding_many(
            contributions=[one, risky], reason=vexatious, by=moderator, at=TUESDAY
        )
    one.refresh_from_db()
    assert (one.state, Withholding.objects.count()) == (State.RECEIVED, 0)


def test_many_are_at_least_one(vexatious, moderator):
    with pytest.raises(actions.Refused, match="Tick at least one"):
        actions.propose_withholding_many(contributions=[], reason=vexatious, by=moderator, at=TUESDAY)
