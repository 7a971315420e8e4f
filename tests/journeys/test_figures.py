"""From a lead's keyboard to the Board's page, and what the Board had seen before."""

import re

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from kpis.workstreams.models import Meeting
from tests.browser import PHONE

pytestmark = pytest.mark.browser

NAME = "EHC plans issued within 20 weeks including exceptions"


def row(page, name=NAME):
    return page.get_by_role("row").filter(has=page.get_by_role("link", name=name, exact=True)).first


def enter_figure(page, value):
    page.goto("/figures/due/")
    page.get_by_role("group", name=f"{NAME}, 2025").get_by_label("Value").fill(value)
    page.get_by_role("button", name="Save all drafts").click()
    page.get_by_role("link", name="Look at it and send it (AP1, 2025)").click()


def approve(page):
    page.goto("/approvals/")
    page.get_by_role("link", name=NAME).click()
    page.get_by_role("button", name="Approve").click()
    assert page.get_by_text("Approved: AP1 (2025).").is_visible()


def correct_figure(page, value, reason):
    page.goto("/kpis/AP1/")
    page.get_by_role("link", name="Correct 2025").click()
    page.get_by_label("Value").fill(value)
    page.get_by_label("Why is it corrected?").fill(reason)
    page.get_by_role("button", name="Continue").click()
    page.get_by_role("button", name="Send for approval").click()


def explain(page):
    page.get_by_label("Why is that?").fill("Two educational psychologists' posts are vacant.")
    page.get_by_label("What is being done about it?").fill("Shared posts with the next borough.")
    page.get_by_label("Who does it?").fill("SEN team")
    page.get_by_label("By when?").fill("2027-03-31")
    page.get_by_role("button", name="Send for approval").click()


def meet_now():
    """A meeting that begins at this moment, to be read later as it was."""
    now = timezone.now()
    return Meeting.objects.create(held_on=timezone.localdate(now), starts_at=now, title="Board")


@pytest.mark.parametrize(
    ("size", "javascript"), [(None, True), (PHONE, False)], ids=["desk", "phone-without-javascript"]
)
def test_an_off_track_figure_reaches_the_board_and_a_correction_after_it(
    demo, page_as, axe, size, javascript
):
    how = {"javascript": javascript, **({"size": size} if size else {})}
    lead, sponsor = page_as(demo["lead.assessment"], **how), page_as(demo["sponsor.education"], **how)
    sponsor.goto("/board/")
    assert "93.5%" in row(sponsor).inner_text()

    enter_figure(lead, "50")
    assert lead.get_by_text("This figure is off track.").is_visible()
    lead.get_by_role("button", name="Send for approval").click()
    expect(lead).to_have_title(re.compile("^Error: "))
    assert lead.get_by_role("alert").get_by_role("link").count() == 4  # cause, action, owner, by when
    explain(lead)
    lead.goto("/approvals/")
    assert lead.get_by_text("Nothing waits for your approval").is_visible()

    sponsor.goto("/board/")
    assert "93.5%" in row(sponsor).inner_text()  # not before it is approved
    approve(sponsor)
    sponsor.goto("/board/")
    assert "50.0%" in row(sponsor).inner_text()
    assert "Off track" in row(sponsor).inner_text()
    assert sponsor.get_by_text("Two educational psychologists' posts are vacant.").is_visible()
    meeting = meet_now()

    correct_figure(lead, "95.5", "Plans issued in December were missing.")
    approve(sponsor)
    sponsor.goto("/board/")
    assert "95.5%" in row(sponsor).inner_text()
    assert "On track" in row(sponsor).inner_text()
    sponsor.goto(f"/board/{meeting.held_on.isoformat()}/")
    assert "50.0%" in row(sponsor).inner_text()
    assert "Off track" in row(sponsor).inner_text()
    sponsor.goto("/kpis/AP1/")
    assert sponsor.get_by_text("Plans issued in December were missing.").is_visible()


def test_with_javascript_a_draft_is_kept_as_it_is_typed(demo, page_as):
    lead = page_as(demo["lead.assessment"])
    lead.goto("/figures/due/")
    field = lead.get_by_role("group", name=f"{NAME}, 2025").get_by_label("Value")
    field.fill("0.92")
    field.press("Tab")
    lead.get_by_text("This looks 100 times too small").wait_for()
    lead.reload()
    assert lead.get_by_role("group", name=f"{NAME}, 2025").get_by_label("Value").input_value() == "0.92"
