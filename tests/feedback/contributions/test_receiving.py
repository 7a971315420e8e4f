"""A contribution arrives: once, whatever the line does, and only its author has the code."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from feedback.contributions import actions
from feedback.contributions.models import (
    AboutMe,
    Contact,
    Contribution,
    ContributionEvent,
    Neighbourhood,
    Original,
    SafeguardingAlert,
)
from feedback.contributions.models.about_the_author import address_hmac
from feedback.contributions.queries import about_of
from feedback.domain.lifecycle import State
from feedback.domain.receipts import canonical
from kpis.workstreams.models import OutboxMail, Plan, Workstream
from tests.feedback.contributions.conftest import MONDAY, TUESDAY

TOLD = {
    "kind": "provision",
    "partner_type": "parent_carer",
    "publish_consent": "edited",
    "at": MONDAY,
}


def test_what_arrives_is_received_with_an_event_and_its_original(receive):
    contribution = receive(text="  We waited.\r\nToo long. ")
    assert contribution.state == State.RECEIVED
    assert contribution.original.text == "We waited.\nToo long."
    assert [(e.step, e.by, e.at) for e in contribution.events.all()] == [("receive", None, MONDAY)]


def test_the_code_is_stored_nowhere(receive):
    contribution = receive()
    assert canonical(contribution.code) == contribution.code
    with connection.cursor() as cursor:
        cursor.execute("SELECT c::text FROM contributions_contribution c")
        assert contribution.code not in str(cursor.fetchall())


def test_another_key_leads_to_nothing(receive, settings):
    code = receive().code
    assert Contribution.objects.with_receipt(code).exists()
    settings.RECEIPT_KEY = "another key of at least thirty-two letters"
    assert not Contribution.objects.with_receipt(code).exists()


def test_the_same_form_sent_twice_is_one_contribution_with_one_code(db):
    sent = [actions.receive_contribution(text="Once.", token="t", **TOLD) for _ in range(2)]
    assert sent[0] == sent[1]
    assert Contribution.objects.count() == Original.objects.count() == ContributionEvent.objects.count() == 1


@pytest.mark.parametrize(
    "changed",
    [{"text": "Twice."}, {"publish_consent": "counts_only"}, {"someone_at_risk": True}, {"kind": "idea"}],
    ids=str,
)
def test_the_same_form_sent_with_something_changed_is_another_contribution(db, changed):
    first, code = actions.receive_contribution(text="Once.", token="t", **TOLD)
    second, other = actions.receive_contribution(**{"text": "Once.", "token": "t", **TOLD, **changed})
    assert (first == second, code == other) == (False, False)


def test_without_words_nothing_is_stored(db):
    with pytest.raises(actions.Refused, match="Write what"):
        actions.receive_contribution(text=" \n ", **TOLD)
    assert not Contribution.objects.exists()


@pytest.mark.parametrize(
    ("told", "needs"),
    [
        ({"text": "The page is hard to read."}, False),
        ({"text": "My son Jack waited."}, True),
        ({"text": "I waited.", "partner_type": "young_person"}, True),
        ({"text": "Not safe.", "someone_at_risk": True}, True),
    ],
    ids=["about no one", "names somebody", "from a young person", "somebody at risk"],
)
def test_what_is_about_a_person_needs_a_second_person(receive, told, needs):
    assert receive(**told).needs_second_person == needs


def test_it_remembers_what_it_is_about_as_it_was_called(receive):
    plan = Plan.objects.create(name="Plan")
    workstream = Workstream.objects.create(
        plan=plan, name="Local provision", slug="local", purpose="Near home."
    )
    contribution = receive(about=about_of(workstream))
    workstream.name = "Something else"
    workstream.save()
    contribution.refresh_from_db()
    assert contribution.about_title == "Local provision"
    assert contribution.about_url == "/workstreams/local/"
    assert contribution.workstream == workstream


def test_somebody_at_risk_alerts_the_leads_without_a_moderator_and_freezes_nothing(receive, person):
    leads = [person("safeguarding_lead"), person("safeguarding_lead")]
    contribution = receive(text="Wobblethwaite is waiting.", someone_at_risk=True)
    assert contribution.state == State.RECEIVED
    alert = contribution.alerts.get()
    assert (alert.raised_by, alert.raised_at, alert.settled_at) == ("box", MONDAY, None)
    mails = OutboxMail.objects.all()
    assert {m.recipient for m in mails} == set(leads)
    assert {m.template for m in mails} == {"contributions/alert"}
    assert [m.context for m in mails] == [{"link": "/feedback/safeguarding/"}] * 2


def test_words_that_suggest_risk_alert_the_leads_too(receive, lead):
    assert receive(text="My dad hits me.").alerts.get().raised_by == "words"
    assert not receive(text="We are at risk of missing the deadline.").alerts.exists()
    assert OutboxMail.objects.get().recipient == lead


def test_an_alert_is_an_event_of_the_rules_and_leaves_the_state_alone(receive):
    event = receive(someone_at_risk=True).events.get(step="alert")
    assert (event.by, event.from_state, event.to_state) == (None, "received", "received")
    assert event.who == "By the rules"


def test_a_second_word_about_risk_joins_the_open_alert(receive, lead):
    contribution = receive(someone_at_risk=True)
    first = contribution.alerts.get()
    assert actions.raise_alert(contribution, raised_by="words", at=TUESDAY) == first
    assert OutboxMail.objects.count() == 1


def test_a_flood_of_set_aside_alarms_mails_each_lead_once_an_hour(receive, lead):
    for number in range(3):
        receive(text=f"Alarm {number}", someone_at_risk=True, set_aside="rush")
    assert OutboxMail.objects.count() == 1
    assert SafeguardingAlert.objects.open().count() == 3


def test_where_an_answer_goes_and_what_the_author_is_like_are_kept_apart(receive):
    town = Neighbourhood.objects.create(name="Town")
    contribution = receive(email="A.Parent@example.org", neighbourhood=town, age_band="Under 5", need="SLCN")
    assert contribution.contact.mail_address == "A.Parent@example.org"
    assert contribution.contact.address_hmac == address_hmac("a.parent@EXAMPLE.org")
    about = contribution.aboutme
    assert (about.neighbourhood, about.age_band, about.need) == (town, "Under 5", "SLCN")


def test_nothing_told_about_the_author_is_nothing_kept(receive):
    receive()
    assert not Contact.objects.exists()
    assert not AboutMe.objects.exists()


@pytest.mark.parametrize("secret", ["a.parent@example.org", "Wobblethwaite"])
def test_neither_words_nor_address_stand_in_the_database_as_they_are(receive, secret):
    receive(text="Wobblethwaite waited.", email="a.parent@example.org")
    with connection.cursor() as cursor:
        for table in ("original", "contact"):
            cursor.execute(f"SELECT encode(x::text::bytea, 'escape') FROM contributions_{table} x")  # noqa: S608
            rows = str(cursor.fetchall())
            assert rows != "[]"
            assert secret not in rows
            assert secret.encode().hex() not in rows


def test_on_behalf_of_somebody_the_event_names_who_entered_it(receive, moderator):
    contribution = receive(channel="phone", entered_by=moderator, consent_given_on=MONDAY.date())
    assert contribution.events.get().by == moderator


def test_what_was_told_earlier_than_it_is_entered_runs_its_clock_from_then(receive, moderator):
    told = {"channel": "event", "entered_by": moderator, "consent_given_on": MONDAY.date()}
    contribution = receive(**told, told_at=MONDAY, at=TUESDAY, someone_at_risk=True)
    assert (contribution.received_at, contribution.state_since) == (MONDAY, MONDAY)
    assert contribution.alerts.get().raised_at == TUESDAY
    assert {event.at for event in contribution.events.all()} == {TUESDAY}
    with pytest.raises(actions.Refused, match="after now"):
        receive(**told, told_at=TUESDAY, at=MONDAY)


@pytest.mark.django_db(transaction=True)
def test_one_form_sent_many_times_at_once_is_one_contribution():
    def send(_):
        try:
            return actions.receive_contribution(text="All at once.", token="same", **TOLD)[1]
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        codes = set(pool.map(send, range(16)))
    assert len(codes) == Contribution.objects.count() == Original.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_many_people_at_once_each_have_a_code_of_their_own():
    def send(number):
        try:
            return actions.receive_contribution(text="The same words.", **TOLD)[1]
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        codes = list(pool.map(send, range(40)))
    assert len(set(codes)) == 40
    assert all(Contribution.objects.with_receipt(code).count() == 1 for code in codes)
