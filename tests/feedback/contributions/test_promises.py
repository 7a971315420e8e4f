"""What was promised has an owner and a day; when the day is over the page says so, and its leads are told once."""

from datetime import UTC, date, datetime

import pytest

from feedback.contributions import actions
from feedback.contributions.actions.answering import Words
from feedback.contributions.models import Contact
from feedback.contributions.models.about_the_author import address_hmac
from kpis.workstreams.models import OutboxMail
from portal.accounts.mails import render_mail
from portal.accounts.models import RoleGrant
from tests.feedback.contributions.conftest import PLANTED, TUESDAY

PROMISE = Words(
    you_said="Waits.",
    outcome="will",
    what="Hire a therapist.",
    owner="Head of therapies",
    due_on=date(2020, 3, 31),
)
ON_THE_DAY = datetime(2020, 3, 31, 22, 59, tzinfo=UTC)  # a minute before midnight in London
AFTER = datetime(2020, 3, 31, 23, 0, tzinfo=UTC)
LATE = "This was due on 31 March 2020; it is late."


def late_mails():
    return OutboxMail.objects.filter(template="contributions/promise_late").order_by("id")


def test_a_promise_is_late_from_the_day_after(answered, milestone):
    answered(words=PROMISE, workstream=milestone.workstream)
    assert actions.remind_of_promises(at=ON_THE_DAY) == []
    assert len(actions.remind_of_promises(at=AFTER)) == 1


def test_the_lead_is_told_once_and_nothing_of_what_was_said(answered, milestone):
    workstream = milestone.workstream
    answered(words=PROMISE, workstream=workstream)
    for _ in range(2):
        actions.remind_of_promises(at=AFTER)
    (mail,) = late_mails()
    assert mail.recipient == workstream.lead
    text = render_mail(mail).body
    assert "was due on 31 March 2020" in text
    assert "therapist" not in text


def test_where_nobody_leads_any_more_whoever_publishes_answers_is_told(answered, milestone, moderator):
    answered(words=PROMISE, workstream=milestone.workstream)
    RoleGrant.objects.filter(user=milestone.workstream.lead).delete()
    actions.remind_of_promises(at=AFTER)
    told = [mail.recipient for mail in late_mails()]
    assert moderator in told
    assert milestone.workstream.lead not in told


def test_without_a_workstream_whoever_publishes_answers_is_told(answered, moderator):
    answered(words=PROMISE)
    actions.remind_of_promises(at=AFTER)
    assert moderator in [mail.recipient for mail in late_mails()]


def test_what_was_done_since_is_not_late(answered, milestone, did, moderator):
    contribution = answered(words=PROMISE, workstream=milestone.workstream)
    revision = {"response": contribution.response, "contributions": [contribution], "by": moderator}
    actions.revise_response(words=did, based_on=1, at=TUESDAY, **revision)
    actions.publish_response(
        response=contribution.response,
        number=contribution.response.versions.count(),
        by=moderator,
        at=TUESDAY,
    )
    assert actions.remind_of_promises(at=AFTER) == []


@pytest.mark.parametrize("address", ["/you-said-we-did/", "/you-said-we-did/{pk}/"])
def test_the_public_page_says_that_it_is_late(answered, client, address):
    contribution = answered(words=PROMISE)  # its day is long over when this test runs
    page = client.get(address.format(pk=contribution.response.pk)).content.decode()
    assert LATE in page
    assert "1 promises something (1 of them late)" in page or "{pk}" in address


def test_a_promise_of_the_future_is_not_late(answered, client):
    answered(words=Words(**{**_fields(PROMISE), "due_on": date(2999, 1, 1)}))
    page = client.get("/you-said-we-did/").content.decode()
    assert "Head of therapies, by 1 January 2999." in page
    assert "it is late" not in page


def _fields(words: Words) -> dict:
    return {name: getattr(words, name) for name in Words.__slots__}


# ---- authors ----


@pytest.fixture
def with_contact(published):
    def make(**told):
        contribution = published(**told)
        Contact.objects.create(
            contribution=contribution,
            address="parent@example.org",
            address_hmac=address_hmac("parent@example.org"),
        )
        return contribution

    return make


def publish(contribution, words, moderator):
    response = actions.draft_response(contributions=[contribution], words=words, by=moderator, at=TUESDAY)
    return actions.publish_response(
        response=response, number=response.versions.count(), by=moderator, at=TUESDAY
    )


def answered_mails():
    return OutboxMail.objects.filter(template="contributions/answered")


def test_authors_who_left_an_address_are_told_without_a_word_of_it(with_contact, published, moderator):
    contribution = with_contact()
    response = actions.draft_response(
        contributions=[contribution, published(text="Jack waits.")], words=PROMISE, by=moderator, at=TUESDAY
    )
    assert not answered_mails().exists()
    actions.publish_response(response=response, number=response.versions.count(), by=moderator, at=TUESDAY)
    (mail,) = answered_mails()
    message = render_mail(mail)
    assert message.to == ["parent@example.org"]
    assert "/feedback/receipt/" in message.body
    for words in (PLANTED, "We wait too long", "therapist", "Waits."):
        assert words not in message.subject + message.body + str(mail.context)
    assert "parent@example.org" not in f"{mail.key}{mail.context}{mail.addressee_id}"


def test_a_new_version_tells_them_again_and_a_withdrawn_one_nobody(with_contact, moderator):
    contribution = with_contact()
    response = publish(contribution, PROMISE, moderator)
    revision = {"response": response, "contributions": [contribution], "by": moderator, "at": TUESDAY}
    actions.revise_response(words=PROMISE, based_on=1, **revision)
    actions.publish_response(response=response, number=response.versions.count(), by=moderator, at=TUESDAY)
    assert answered_mails().count() == 2
    actions.revise_response(words=PROMISE, based_on=2, **revision)
    actions.withdraw(contribution=contribution, at=TUESDAY)
    actions.publish_response(response=response, number=response.versions.count(), by=moderator, at=TUESDAY)
    assert answered_mails().count() == 2


def test_an_author_whose_words_are_on_hold_is_told_like_any_other(with_contact, moderator):
    contribution = with_contact()
    response = actions.draft_response(contributions=[contribution], words=PROMISE, by=moderator, at=TUESDAY)
    actions.pass_to_safeguarding(contribution=contribution, by=moderator, at=TUESDAY)
    actions.publish_response(response=response, number=response.versions.count(), by=moderator, at=TUESDAY)
    assert answered_mails().count() == 1
