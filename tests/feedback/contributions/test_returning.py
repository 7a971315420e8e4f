"""What an author does with the code: adds, agrees or not, says what it changed, keeps or deletes the address."""

import pytest
from django.db import connection

from feedback.contributions import actions
from feedback.contributions.models import Addition, Contact, Contribution, OutcomeAnswer, PublishConsent
from feedback.contributions.queries.receipts import receipt_status
from feedback.domain.lifecycle import State
from kpis.workstreams.models import OutboxMail
from tests.feedback.contributions.conftest import MONDAY, PLANTED, TUESDAY


@pytest.fixture
def asked(receive, moderator, second_moderator):
    """A contribution whose author is asked to agree to `We wait.`"""

    def make(**told) -> Contribution:
        contribution = receive(text=f"{PLANTED} waits.", **told)
        version = actions.save_public_version(
            contribution=contribution, text="We wait.", by=moderator, at=MONDAY
        )
        code = contribution.code
        contribution = actions.approve_public_version(
            version=version, ask_author=True, by=second_moderator, at=MONDAY
        )
        contribution.code = code
        return contribution

    return make


def now(contribution) -> Contribution:
    return Contribution.objects.get(pk=contribution.pk)


# ---- add ----


def test_what_is_added_is_kept_sealed_as_an_original_of_its_own(receive):
    contribution = receive()
    actions.add_to(contribution=contribution, text=f" {PLANTED}\r\ntoo ", at=TUESDAY)
    addition = Addition.objects.get()
    assert (addition.text, addition.added_at, addition.read_at) == (f"{PLANTED}\ntoo", TUESDAY, None)
    assert [e.step for e in contribution.events.in_order()] == ["receive", "add"]
    assert contribution.original.text != addition.text
    with connection.cursor() as cursor:
        cursor.execute("SELECT encode(text, 'escape') FROM contributions_addition")
        assert PLANTED not in cursor.fetchone()[0]


def test_the_same_addition_sent_again_is_one(receive):
    contribution = receive()
    for _ in range(2):
        actions.add_to(contribution=contribution, text="And more.", at=TUESDAY)
    actions.add_to(contribution=contribution, text="And yet more.", at=TUESDAY)
    assert Addition.objects.count() == 2


def test_a_word_about_risk_that_is_added_alerts_the_leads(receive, lead):
    contribution = receive()
    actions.add_to(contribution=contribution, text="My dad hits me.", at=TUESDAY)
    assert contribution.alerts.get().raised_by == "words"
    assert OutboxMail.objects.get().recipient == lead
    assert now(contribution).needs_second_person


def test_nothing_is_added_without_words_or_to_what_is_gone(receive):
    contribution = receive()
    with pytest.raises(actions.Refused, match="Write what"):
        actions.add_to(contribution=contribution, text=" ", at=TUESDAY)
    actions.withdraw(contribution=contribution, at=TUESDAY)
    with pytest.raises(actions.Refused, match="gone"):
        actions.add_to(contribution=contribution, text="More.", at=TUESDAY)


# ---- agree, or not ----


def test_agreed_it_waits_for_a_moderator_to_publish_it(asked, moderator):
    contribution = asked()
    assert receipt_status(contribution).status == "Needs your agreement"
    actions.agree(contribution=contribution, number=1, at=TUESDAY)
    assert now(contribution).state == State.READY
    actions.publish_approved(contribution=contribution, by=moderator, at=TUESDAY)
    assert now(contribution).state == State.PUBLISHED
    steps = [(e.step, e.by) for e in contribution.events.in_order()]
    assert steps[-2:] == [("agree", None), ("publish", moderator)]


def test_nobody_agrees_to_a_version_they_have_not_seen(asked):
    contribution = asked()
    with pytest.raises(actions.Refused, match="has changed"):
        actions.agree(contribution=contribution, number=2, at=TUESDAY)
    with pytest.raises(actions.Refused, match="has changed"):
        actions.disagree(contribution=contribution, number=2, show_nothing=True, at=TUESDAY)
    assert now(contribution).state == State.NEEDS_AGREEMENT


def test_agreed_twice_is_told(asked):
    contribution = asked()
    actions.agree(contribution=contribution, number=1, at=TUESDAY)
    with pytest.raises(actions.Refused):
        actions.agree(contribution=contribution, number=1, at=TUESDAY)


@pytest.mark.parametrize("why", ["nothing", "held", "alerted", "added to"])
def test_agreed_it_looks_the_same_whoever_has_to_look_at_it_first(asked, moderator, why):
    contribution = asked()
    if why == "held":
        actions.pass_to_safeguarding(contribution=contribution, by=moderator, at=MONDAY)
    elif why != "nothing":
        text = "My dad hits me." if why == "alerted" else "And the other page too."
        actions.add_to(contribution=contribution, text=text, at=MONDAY)
    actions.agree(contribution=contribution, number=1, at=TUESDAY)
    contribution = now(contribution)
    assert contribution.shows_as == State.READY
    assert contribution not in Contribution.objects.shown_in_public()
    status = receipt_status(contribution)
    assert (status.status, "once more" in status.explanation) == ("Being read", True)


def test_not_agreeing_with_words_sends_it_back_with_the_words(asked):
    contribution = asked()
    actions.disagree(contribution=contribution, number=1, why="It is about the school bus.", at=TUESDAY)
    contribution = now(contribution)
    assert (contribution.state, contribution.approved_version) == (State.SCREENING, None)
    assert contribution.publish_consent == PublishConsent.EDITED
    assert Addition.objects.get().text == "It is about the school bus."


@pytest.mark.parametrize("is_held", [False, True])
def test_not_agreeing_at_all_means_that_it_is_counted_only(asked, moderator, is_held):
    contribution = asked()
    if is_held:
        actions.pass_to_safeguarding(contribution=contribution, by=moderator, at=MONDAY)
    actions.disagree(contribution=contribution, number=1, show_nothing=True, at=TUESDAY)
    contribution = now(contribution)
    assert contribution.publish_consent == PublishConsent.COUNTS_ONLY
    assert contribution.shows_as == State.SCREENING
    assert "counted and not shown" in receipt_status(contribution).explanation


def test_a_no_says_why_or_that_nothing_is_shown(asked):
    with pytest.raises(actions.Refused, match="what is wrong"):
        actions.disagree(contribution=asked(), number=1, why=" ", at=TUESDAY)


# ---- did it make a difference ----


def test_whether_it_made_a_difference_may_be_told_again(answered):
    contribution = answered()
    for difference in ("too_early", "too_early", "yes"):
        actions.tell_outcome(contribution=contribution, difference=difference, text="", at=TUESDAY)
    assert [a.difference for a in OutcomeAnswer.objects.order_by("id")] == ["too_early", "yes"]
    assert receipt_status(contribution).outcome_told == "Yes"
    assert contribution.events.filter(step="tell outcome").count() == 2


def test_before_there_is_an_answer_nothing_can_have_changed(published):
    with pytest.raises(actions.Refused, match="no answer"):
        actions.tell_outcome(contribution=published(), difference="yes", at=TUESDAY)


def test_a_word_about_risk_in_it_alerts_the_leads(answered):
    contribution = answered()
    actions.tell_outcome(contribution=contribution, difference="no", text="He wants to die.", at=TUESDAY)
    assert contribution.alerts.open().exists()


# ---- the address ----


def test_the_address_can_be_given_changed_and_deleted(receive):
    contribution = receive()
    for email in ("one@example.org", "two@example.org"):
        actions.change_contact(contribution=contribution, email=email, at=TUESDAY)
        assert Contact.objects.get().mail_address == email
    actions.change_contact(contribution=contribution, email="", at=TUESDAY)
    assert not Contact.objects.exists()
    assert contribution.events.filter(step="forget contact").get().why == "Its author deleted it."


# ---- a hold changes nothing that the author sees ----


@pytest.mark.parametrize("at_first", ["receive", "asked", "published", "answered"])
def test_with_an_open_alert_or_a_hold_the_status_is_the_same(at_first, request, moderator):
    contribution = request.getfixturevalue(at_first)()
    before = receipt_status(now(contribution))
    actions.raise_alert(now(contribution), raised_by="words", at=TUESDAY)
    assert receipt_status(now(contribution)) == before
    actions.pass_to_safeguarding(contribution=contribution, by=moderator, at=TUESDAY)
    assert receipt_status(now(contribution)) == before
