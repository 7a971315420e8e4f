"""A journey: a ticked box reaches a lead, who holds and hands it over, and nobody else can tell."""

import re

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from feedback.contributions import actions
from feedback.contributions.models import Contribution, OriginalOpening, SafeguardingReferral
from kpis.workstreams.models import OutboxMail
from tests.browser import PHONE
from tests.journeys.test_feedback import code_shown, come_back

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

TOKENS = re.compile(r'name="csrfmiddlewaretoken" value="\w+"')
SAID = "The door is shut at night."


def receipt_page(phone, code) -> str:
    come_back(phone, code)
    expect(phone.get_by_role("heading", name="Being read")).to_be_visible()
    return TOKENS.sub("", phone.content())


def test_a_ticked_box_reaches_a_lead_who_holds_it_and_hands_it_over_and_nobody_else_can_tell(
    new_page, page_as, person, axe
):
    lead, moderator = person("safeguarding_lead"), person("moderator")
    phone = new_page(PHONE, javascript=False)
    phone.goto("/feedback/")
    phone.get_by_label("What would you like to tell us?").fill(SAID)
    phone.get_by_label("The help there is").check()
    phone.get_by_label("A child or young person").check()
    phone.get_by_label("Yes, after anything personal").check()
    phone.get_by_label("Someone may be at risk of harm").check()
    phone.get_by_role("button", name="Send", exact=True).click()
    code = code_shown(phone)
    before = receipt_page(phone, code)
    assert OutboxMail.objects.get().recipient == lead
    number = Contribution.objects.get().pk

    queue = page_as(moderator, PHONE)
    queue.goto("/feedback/queue/")
    expect(queue.get_by_text("May be about somebody at risk")).to_be_visible()
    assert axe(queue) == []
    queue.goto(f"/feedback/contributions/{number}/")
    expect(queue.get_by_text("neither be published nor kept from publishing")).to_be_visible()
    assert axe(queue) == []

    desk = page_as(lead)
    desk.goto("/feedback/safeguarding/")
    expect(desk.get_by_text(re.compile(r"\d+ minutes left"))).to_be_visible()
    expect(desk.get_by_text("Nobody has opened it")).to_be_visible()
    assert axe(desk) == []
    desk.get_by_role("link", name=f"Contribution {number}").click()
    desk.get_by_role("button", name="Open what was sent").click()
    expect(desk.locator("blockquote")).to_have_text(SAID)
    assert axe(desk) == []
    desk.get_by_role("button", name="Put it on hold").click()
    desk.get_by_label("Handed over to").fill("Single point of access")
    desk.get_by_role("button", name="Record the hand-over").click()
    expect(desk.get_by_text("The hand-over is recorded.")).to_be_visible()
    assert axe(desk) == []

    assert queue.reload().status == 404
    queue.goto("/feedback/queue/")
    expect(queue.get_by_text("Everything is read.")).to_be_visible()
    assert receipt_page(phone, code) == before
    assert OriginalOpening.objects.get().opened_by == lead
    assert SafeguardingReferral.objects.get().recorded_by == lead


def test_one_press_in_the_queue_passes_it_on(page_as, person):
    person("safeguarding_lead")
    moderator = person("moderator")
    fields = {"kind": "provision", "partner_type": "parent_carer", "publish_consent": "edited"}
    actions.receive_contribution(text="We wait.", at=timezone.now(), **fields)
    queue = page_as(moderator, PHONE, javascript=False)
    queue.goto("/feedback/queue/")
    queue.get_by_role("button", name="Pass to safeguarding").click()
    expect(queue.get_by_text("Passed on. The safeguarding leads have been told.")).to_be_visible()
    assert Contribution.objects.get().state == "safeguarding hold"
