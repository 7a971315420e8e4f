"""Safeguarding: told at once, frozen by one button, seen by the leads alone, and nobody outside can tell."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse

from feedback.contributions import actions
from feedback.contributions.models import (
    Addition,
    Contact,
    Contribution,
    EarlierAddress,
    NotPublishingReason,
    Original,
    OriginalOpening,
    SafeguardingAlert,
    SafeguardingReferral,
)
from feedback.contributions.queries.queue import to_read
from feedback.contributions.queries.receipts import receipt_status
from feedback.contributions.queries.safeguarding import lane
from feedback.domain.lifecycle import State
from kpis.workstreams.models import OutboxMail
from portal.accounts.mails import render_mail
from tests.feedback.contributions.conftest import MONDAY, TUESDAY

pytestmark = pytest.mark.usefixtures("lead")


def pass_on(contribution, by):
    return actions.pass_to_safeguarding(contribution=contribution, why="Bruises", by=by, at=TUESDAY)


def alert(contribution, at=MONDAY):
    return SafeguardingAlert.objects.create(contribution=contribution, raised_by="box", raised_at=at)


@pytest.fixture
def alerted(receive):
    """A contribution with an open alert, its hour running since Monday at 10."""

    def make(**told) -> Contribution:
        contribution = receive(**told)
        alert(contribution)
        return contribution

    return make


def open_it(contribution, lead, at=TUESDAY):
    return actions.open_for_safeguarding(contribution=contribution, by=lead, at=at)


# ---- an alert ----


def test_a_ticked_box_alerts_the_leads_without_a_moderator(receive, lead):
    contribution = receive(someone_at_risk=True)
    assert contribution.alerts.open().get().raised_by == "box"
    mail = OutboxMail.objects.get()
    assert (mail.recipient, mail.context) == (lead, {"link": "/feedback/safeguarding/"})


def test_an_alert_is_on_top_of_the_queue_also_when_it_came_last_or_was_set_aside(receive, alerted):
    older = receive(at=MONDAY - timedelta(days=5))
    newer, aside = alerted(at=TUESDAY), alerted(set_aside="rush", at=TUESDAY)
    rows = list(to_read())
    assert rows == [newer, aside, older]
    assert [row.has_alert for row in rows] == [True, True, False]


def test_while_an_alert_is_open_nothing_is_decided_about_publishing(alerted, moderator, second_moderator):
    contribution = alerted()
    version = actions.save_public_version(contribution=contribution, text="We.", by=moderator, at=TUESDAY)
    reason = NotPublishingReason.objects.get(slug="vexatious")
    for decide in (
        lambda: actions.approve_public_version(version=version, by=second_moderator, at=TUESDAY),
        lambda: actions.approve_public_version(
            version=version, ask_author=True, by=second_moderator, at=TUESDAY
        ),
        lambda: actions.propose_withholding(
            contribution=contribution, reason=reason, by=moderator, at=TUESDAY
        ),
    ):
        with pytest.raises(actions.Refused, match="safeguarding lead must look at it first"):
            decide()
    contribution.refresh_from_db()
    version.refresh_from_db()
    assert (contribution.state, version.approved_at) == (State.SCREENING, None)
    assert not contribution.withholdings.exists()


def test_a_proposal_from_before_an_alert_waits_for_it(receive, moderator, second_moderator):
    contribution = receive()
    reason = NotPublishingReason.objects.get(slug="vexatious")
    proposal = actions.propose_withholding(contribution=contribution, reason=reason, by=moderator, at=TUESDAY)
    alert(contribution)
    with pytest.raises(actions.Refused, match="safeguarding lead"):
        actions.decide_withholding(withholding=proposal, agree=True, by=second_moderator, at=TUESDAY)
    assert contribution.withholdings.open().exists()


def test_what_is_counted_only_is_not_put_away_under_an_alert(alerted, moderator):
    with pytest.raises(actions.Refused, match="safeguarding lead"):
        actions.keep_private(contribution=alerted(publish_consent="counts_only"), by=moderator, at=TUESDAY)


def test_a_lead_reads_first_and_then_sees_no_risk(alerted, lead, moderator, second_moderator):
    contribution = alerted()
    with pytest.raises(actions.Refused, match="Open what was sent first"):
        actions.see_no_risk(contribution=contribution, by=lead, at=TUESDAY)
    open_it(contribution, lead)
    actions.see_no_risk(contribution=contribution, why="About a film", by=lead, at=TUESDAY)
    settled = contribution.alerts.get()
    assert (settled.verdict, settled.settled_by, settled.settled_at) == ("no_risk", lead, TUESDAY)
    assert contribution.events.get(step="no risk").why == "About a film"
    assert lane(TUESDAY) == []
    version = actions.save_public_version(contribution=contribution, text="We.", by=moderator, at=TUESDAY)
    approved = actions.approve_public_version(version=version, by=second_moderator, at=TUESDAY)
    assert approved.state == State.PUBLISHED
    with pytest.raises(actions.Refused, match="looked at this already"):
        actions.see_no_risk(contribution=contribution, by=lead, at=TUESDAY)


def test_another_leads_reading_does_not_stand_for_ones_own(alerted, lead, person):
    contribution = alerted()
    open_it(contribution, lead)
    with pytest.raises(actions.Refused, match="Open what was sent first"):
        actions.see_no_risk(contribution=contribution, by=person("safeguarding_lead"), at=TUESDAY)


@pytest.mark.parametrize("who", ["lead", "moderator"])
def test_a_hold_settles_the_alert(alerted, who, request):
    by = request.getfixturevalue(who)
    contribution = pass_on(alerted(), by)
    settled = contribution.alerts.get()
    assert (contribution.state, settled.verdict, settled.settled_by) == (State.SAFEGUARDING_HOLD, "held", by)


def test_every_opening_is_written_down_and_brings_all_that_the_author_told(alerted, lead):
    contribution = alerted(text="First words.")
    Addition.objects.create(contribution=contribution, text="Later words.", added_at=TUESDAY)
    Contact.objects.create(contribution=contribution, address="a@example.org", address_hmac="x")
    opened = open_it(contribution, lead)
    assert (opened.original, [a.text for a in opened.additions]) == ("First words.", ["Later words."])
    assert opened.contact == "a@example.org"
    open_it(contribution, lead, at=TUESDAY + timedelta(minutes=1))
    assert [(o.opened_by, o.opened_at, o.reason) for o in OriginalOpening.objects.in_order()] == [
        (lead, TUESDAY, "Safeguarding"),
        (lead, TUESDAY + timedelta(minutes=1), "Safeguarding"),
    ]


def test_what_was_settled_cannot_be_opened_again(alerted, lead):
    contribution = alerted()
    open_it(contribution, lead)
    actions.see_no_risk(contribution=contribution, by=lead, at=TUESDAY)
    with pytest.raises(actions.Refused, match="cannot open it now"):
        open_it(contribution, lead)
    assert OriginalOpening.objects.count() == 1


def test_withdrawn_before_a_lead_has_looked_the_words_stay_for_the_leads(alerted, lead):
    contribution = alerted(text="The door is shut.")
    withdrawn = actions.withdraw(contribution=contribution, at=TUESDAY)
    assert receipt_status(withdrawn).status == "Withdrawn"
    assert withdrawn not in Contribution.objects.for_moderators()
    (row,) = lane(TUESDAY)
    assert (row.since, row.is_withdrawn, row.is_opened) == (MONDAY, True, False)
    with pytest.raises(actions.Refused, match="Open what was sent first"):
        actions.release(contribution=withdrawn, why="No concern", by=lead, at=TUESDAY)
    assert open_it(withdrawn, lead).original == "The door is shut."
    released = actions.release(contribution=withdrawn, why="Handed over", by=lead, at=TUESDAY)
    assert (released.state, Original.objects.count()) == (State.WITHDRAWN, 0)
    assert not released.alerts.open().exists()


@pytest.mark.parametrize("how", ["alert", "hold"])
@pytest.mark.parametrize("new", ["", "other@example.org"], ids=["deleted", "changed"])
def test_an_address_that_is_taken_away_meanwhile_stays_for_the_leads(
    alerted, lead, moderator, client, how, new
):
    """Whoever holds the code may not be who wrote: the leads can still reach the one who did."""
    contribution = alerted(email="child@example.org")
    if how == "hold":
        pass_on(contribution, moderator)
    actions.change_contact(contribution=contribution, email=new, at=TUESDAY)
    opened = open_it(contribution, lead)
    assert (opened.contact, [row.address for row in opened.earlier]) == (new, ["child@example.org"])
    page = page_without_tokens(client, contribution.code).decode()
    assert ("We have an address" in page) == bool(new)
    assert "child@example.org" not in page
    if how == "hold":
        actions.release(contribution=contribution, why="Handed over", by=lead, at=TUESDAY)
    else:
        actions.see_no_risk(contribution=contribution, by=lead, at=TUESDAY)
    assert not EarlierAddress.objects.exists()


def test_an_address_that_is_changed_without_any_alert_is_not_kept(receive):
    contribution = receive(email="one@example.org")
    actions.change_contact(contribution=contribution, email="", at=TUESDAY)
    assert not EarlierAddress.objects.exists()


def test_a_withdrawal_during_a_hold_takes_the_earlier_address_along_at_the_release(receive, moderator, lead):
    contribution = pass_on(receive(email="child@example.org"), moderator)
    actions.change_contact(contribution=contribution, email="", at=TUESDAY)
    actions.withdraw(contribution=contribution, at=TUESDAY)
    assert [row.address for row in open_it(contribution, lead).earlier] == ["child@example.org"]
    actions.release(contribution=contribution, why="Handed over", by=lead, at=TUESDAY)
    assert not EarlierAddress.objects.exists()


# ---- the button ----


def test_one_button_freezes_it_and_tells_the_leads(receive, moderator, lead):
    contribution = pass_on(receive(), moderator)
    assert contribution.state == State.SAFEGUARDING_HOLD
    assert contribution not in Contribution.objects.for_moderators()
    mail = OutboxMail.objects.get()
    assert (mail.recipient, mail.template) == (lead, "contributions/on_hold")
    assert mail.context == {"link": "/feedback/safeguarding/"}


def page_without_tokens(client, code) -> bytes:
    page = client.post(reverse("contributions:receipt"), {"code": code})
    assert page.status_code == 200
    return re.sub(rb'name="csrfmiddlewaretoken" value="\w+"', b"", page.content)


@pytest.mark.parametrize("at_first", ["receive", "published", "answered"])
def test_the_page_of_a_receipt_is_the_same_to_the_byte_before_and_during_an_alert_and_a_hold(
    at_first, request, client, moderator, lead
):
    contribution = request.getfixturevalue(at_first)()
    in_public = Contribution.objects.shown_in_public().filter(pk=contribution.pk).exists()
    before = page_without_tokens(client, contribution.code)
    alert(contribution)
    assert page_without_tokens(client, contribution.code) == before
    open_it(contribution, lead)
    pass_on(contribution, moderator)
    assert page_without_tokens(client, contribution.code) == before
    actions.record_referral(contribution=contribution, handed_to="The team", by=lead, at=TUESDAY)
    assert page_without_tokens(client, contribution.code) == before
    assert Contribution.objects.shown_in_public().filter(pk=contribution.pk).exists() == in_public
    actions.release(contribution=contribution, why="No concern", by=lead, at=TUESDAY)
    assert page_without_tokens(client, contribution.code) == before


def test_moderators_can_do_nothing_with_what_is_held(receive, moderator):
    contribution = pass_on(receive(), moderator)
    addition = Addition.objects.create(contribution=contribution, text="More.", added_at=TUESDAY)
    for attempt in (
        lambda: actions.start_screening(contribution=contribution, by=moderator, at=TUESDAY),
        lambda: actions.save_public_version(
            contribution=contribution, text="Waits.", by=moderator, at=TUESDAY
        ),
        lambda: actions.read_addition(addition=addition, by=moderator, at=TUESDAY),
        lambda: actions.publish_approved(contribution=contribution, by=moderator, at=TUESDAY),
    ):
        with pytest.raises(actions.Refused):
            attempt()


def test_a_hand_over_is_recorded_and_can_be_added_to(receive, moderator, lead):
    contribution = pass_on(receive(), moderator)
    with pytest.raises(actions.Refused, match="to whom"):
        actions.record_referral(contribution=contribution, handed_to=" ", by=lead, at=TUESDAY)
    actions.record_referral(
        contribution=contribution, handed_to="The team", note="Ref 7", by=lead, at=TUESDAY
    )
    actions.record_referral(
        contribution=contribution, handed_to="The team", note="They called", by=lead, at=TUESDAY
    )
    rows = SafeguardingReferral.objects.order_by("id")
    assert [(r.handed_to, r.note, r.recorded_by) for r in rows] == [
        ("The team", "Ref 7", lead),
        ("The team", "They called", lead),
    ]


@pytest.mark.parametrize("at_first", ["receive", "published", "answered"])
def test_released_it_is_back_where_it_was(at_first, request, moderator, lead):
    contribution = request.getfixturevalue(at_first)()
    state = Contribution.objects.get(pk=contribution.pk).state
    held_one = pass_on(contribution, moderator)
    assert actions.release(contribution=held_one, why="No concern", by=lead, at=TUESDAY).state == state


def test_release_needs_a_reason_and_a_hold(receive, moderator, lead):
    contribution = pass_on(receive(), moderator)
    with pytest.raises(actions.Refused, match="why"):
        actions.release(contribution=contribution, why="", by=lead, at=TUESDAY)
    actions.release(contribution=contribution, why="No concern", by=lead, at=TUESDAY)
    with pytest.raises(actions.Refused, match="not on hold"):
        actions.release(contribution=contribution, why="No concern", by=lead, at=TUESDAY)


def test_an_alert_during_a_hold_is_read_before_the_release(receive, moderator, lead):
    contribution = pass_on(receive(), moderator)
    open_it(contribution, lead, at=TUESDAY + timedelta(minutes=5))
    alert(contribution, at=TUESDAY + timedelta(minutes=6))
    with pytest.raises(actions.Refused, match="alert since anybody opened it"):
        actions.release(contribution=contribution, why="Handed over", by=lead, at=TUESDAY)
    open_it(contribution, lead, at=TUESDAY + timedelta(minutes=7))
    actions.release(contribution=contribution, why="Handed over", by=lead, at=TUESDAY + timedelta(minutes=8))
    assert not SafeguardingAlert.objects.open().exists()


def test_withdrawn_during_a_hold_the_words_stay_for_the_leads_until_it_is_released(
    published, moderator, lead
):
    contribution = pass_on(published(), moderator)
    withdrawn = actions.withdraw(contribution=contribution, at=TUESDAY)
    assert receipt_status(withdrawn).status == "Withdrawn"
    assert withdrawn not in Contribution.objects.shown_in_public()
    assert open_it(withdrawn, lead).original
    released = actions.release(contribution=withdrawn, why="Handed over", by=lead, at=TUESDAY)
    assert released.state == State.WITHDRAWN
    assert not Original.objects.exists()
    assert not released.public_versions.exists()


def test_an_answer_during_a_hold_reaches_its_author(published, moderator, did):
    contribution = published()
    response = actions.draft_response(contributions=[contribution], words=did, by=moderator, at=TUESDAY)
    pass_on(contribution, moderator)
    actions.publish_response(response=response, number=response.versions.count(), by=moderator, at=TUESDAY)
    contribution = Contribution.objects.get(pk=contribution.pk)
    assert contribution.state == State.SAFEGUARDING_HOLD
    assert receipt_status(contribution).status == "Answered"


def test_moderators_never_learn_of_a_hold_from_the_history(receive, moderator, lead):
    contribution = pass_on(receive(), moderator)
    open_it(contribution, lead)
    actions.release(contribution=contribution, why="No concern", by=lead, at=TUESDAY)
    assert [e.step for e in contribution.events.for_moderators()] == ["receive"]
    assert not contribution.openings.for_moderators().exists()
    assert [e.step for e in contribution.events.in_order()] == ["receive", "hold", "release"]


# ---- the hour ----


def minutes(count):
    return MONDAY + timedelta(minutes=count)


def test_the_hour_runs_from_the_alert_also_after_it_was_put_on_hold(alerted, lead):
    contribution = alerted()
    (row,) = lane(minutes(59))
    assert (row.is_held, row.clock.words, row.is_late) == (False, "1 minute left", False)
    actions.pass_to_safeguarding(contribution=contribution, by=lead, at=minutes(30))
    (row,) = lane(minutes(61))
    assert (row.is_held, row.clock.words, row.is_late) == (True, "late by 1 minute", True)


@pytest.mark.parametrize(("minutes", "words"), [(60, "1 hour"), (120, "2 hours"), (90, "90 minutes")])
def test_the_leads_read_how_long_the_settings_give_them(receive, moderator, settings, minutes, words):
    settings.SAFEGUARD_WITHIN_MINUTES = minutes
    pass_on(receive(), moderator)
    assert f"should be read within {words}." in " ".join(render_mail(OutboxMail.objects.get()).body.split())


def test_the_hour_of_a_button_runs_from_the_button(receive, moderator):
    actions.pass_to_safeguarding(contribution=receive(), by=moderator, at=minutes(600))
    assert lane(minutes(630))[0].clock.words == "30 minutes left"


def test_a_withdrawal_meanwhile_does_not_reset_the_hour(receive, moderator):
    contribution = pass_on(receive(), moderator)
    actions.withdraw(contribution=contribution, at=TUESDAY + timedelta(minutes=30))
    assert lane(TUESDAY + timedelta(minutes=40))[0].since == TUESDAY


def test_handed_over_the_clock_stops_and_a_second_hold_starts_it_again(receive, moderator, lead):
    contribution = receive()
    actions.pass_to_safeguarding(contribution=contribution, by=moderator, at=minutes(0))
    actions.record_referral(contribution=contribution, handed_to="The team", by=lead, at=minutes(10))
    assert (lane(minutes(300))[0].is_handed_over, lane(minutes(300))[0].is_late) == (True, False)
    actions.release(contribution=contribution, why="They have it", by=lead, at=minutes(310))
    actions.pass_to_safeguarding(contribution=contribution, by=moderator, at=minutes(400))
    (row,) = lane(minutes(410))
    assert (row.is_handed_over, row.is_opened, row.clock.words) == (False, False, "50 minutes left")


def test_late_ones_come_first_then_the_longest_waiting_then_what_is_handed_over(receive, moderator, lead):
    late, fresh, handed, fresher = (receive(text=f"{n}") for n in range(4))
    for contribution, at in ((late, 0), (handed, 0), (fresh, 60), (fresher, 70)):
        actions.pass_to_safeguarding(contribution=contribution, by=moderator, at=minutes(at))
    actions.record_referral(contribution=handed, handed_to="The team", by=lead, at=minutes(5))
    assert [row.contribution for row in lane(minutes(90))] == [late, fresh, fresher, handed]


def test_the_lane_costs_the_same_for_one_and_for_six(alerted, django_assert_num_queries):
    alerted()
    with django_assert_num_queries(4):
        assert len(lane(TUESDAY)) == 1
    for number in range(5):
        alerted(text=f"{number}")
    with django_assert_num_queries(4):
        assert len(lane(TUESDAY)) == 6


# ---- reminders ----


def reminded(at) -> list:
    before = set(OutboxMail.objects.values_list("pk", flat=True))
    actions.remind_safeguarding_leads(at=at)
    new = OutboxMail.objects.exclude(pk__in=before).order_by("pk")
    return [(mail.template, mail.recipient.email, mail.context) for mail in new]


LATE_MAIL = ("contributions/still_at_risk", "lead@example.org", {"link": "/feedback/safeguarding/"})


def test_what_nobody_opened_within_the_hour_reminds_the_leads_once_an_hour(alerted):
    alerted()
    assert reminded(minutes(60)) == []
    assert reminded(minutes(61)) == [LATE_MAIL]
    assert reminded(minutes(66)) == []
    assert reminded(minutes(121)) == [LATE_MAIL]


def test_what_somebody_opened_and_left_reminds_them_once_a_day(alerted, lead):
    contribution = alerted()
    open_it(contribution, lead, at=minutes(5))
    assert reminded(minutes(61)) == [LATE_MAIL]
    assert reminded(minutes(200)) == []
    assert reminded(minutes(61 + 24 * 60)) == [LATE_MAIL]


def test_what_is_handed_over_or_settled_reminds_nobody(alerted, receive, moderator, lead):
    handed, settled = receive(text="A"), alerted()
    actions.pass_to_safeguarding(contribution=handed, by=moderator, at=minutes(0))
    actions.record_referral(contribution=handed, handed_to="The team", by=lead, at=minutes(1))
    open_it(settled, lead, at=minutes(2))
    actions.see_no_risk(contribution=settled, by=lead, at=minutes(3))
    assert reminded(minutes(600)) == []


def test_a_flood_that_was_set_aside_reminds_once_for_all(alerted):
    for number in range(5):
        alerted(text=f"{number}", set_aside="rush")
    assert reminded(minutes(90)) == [LATE_MAIL]
