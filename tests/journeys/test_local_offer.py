"""Journeys: an editor publishes a page and the public reads it; a family finds help on a phone."""

import re

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from portal.accounts.actions.roles import grant_role
from portal.local_offer.actions import load_demo_pages
from portal.local_offer.models import GuidancePage, SectionPage
from tests.browser import PHONE

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PAGES = {
    "the front door": "/local-offer/",
    "a section": "/local-offer/choosing-a-school/",
    "guidance": "/local-offer/advice-and-rights/if-you-disagree/",
    "an overdue page": "/local-offer/travel/getting-to-school/",
    "places elsewhere": "/local-offer/choosing-a-school/schools-outside-the-borough/",
    "a service": "/local-offer/health-and-therapy/talking-time-drop-in/",
    "a service elsewhere": "/local-offer/choosing-a-school/chalk-hill-school/",
    "results": "/local-offer/search/?q=autism&need=ASD",
    "no results": "/local-offer/search/?q=zebra&age=6",
    "a mistake in the search": "/local-offer/search/?age=99",
}


@pytest.fixture(autouse=True)
def _static_files_as_they_lie(settings):
    """The editor's screens name their files by plain names: nothing is collected for tests."""
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": plain}


@pytest.fixture
def editor(person):
    user = person(email="editor@example.org", first_name="Local Offer editor")
    grant_role(user=user, role="editor", by=None, at=timezone.now())
    return user


@pytest.fixture
def local_offer(editor):
    """The demonstration's pages."""
    load_demo_pages(by=editor, at=timezone.now())


def test_an_editor_drafts_previews_and_publishes_and_the_public_reads(local_offer, editor, page_as, phone):
    section = SectionPage.objects.get(slug="health-and-therapy")
    address = f"{section.url}hearing-tests/"
    desk = page_as(editor)

    desk.goto("/cms/")
    expect(desk.get_by_role("heading", name="Checks that are overdue")).to_be_visible()
    desk.goto(f"/cms/pages/add/local_offer/guidancepage/{section.pk}/")
    desk.get_by_role("textbox", name="Title").fill("Hearing tests")
    desk.get_by_role("textbox", name="Title").press("Tab")
    expect(desk.locator("#id_slug")).to_have_value("hearing-tests")
    desk.get_by_role("textbox", name="Summary").fill("How to have your child's hearing tested.")
    desk.get_by_role("button", name="Save draft").click()
    desk.wait_for_url("**/edit/")
    assert phone.goto(address).status == 404

    write_the_rest(desk)
    desk.get_by_role("button", name="Toggle preview").click()
    preview = desk.frame_locator("iframe.w-preview__iframe:not(.w-preview__proxy)")
    expect(preview.get_by_role("heading", name="Hearing tests", level=1)).to_be_visible()
    expect(preview.get_by_text("Ask your health visitor.")).to_be_visible()
    desk.get_by_role("button", name="Toggle preview").click()

    publish(desk)
    expect(desk.get_by_text(re.compile("published", re.I)).first).to_be_visible()
    phone.goto(address)
    expect(phone.get_by_role("heading", name="Hearing tests", level=1)).to_be_visible()
    expect(phone.get_by_text("Ask your health visitor.")).to_be_visible()
    expect(phone.get_by_text("Checked 3 November 2019")).to_be_visible()
    phone.goto(section.url)
    expect(phone.get_by_role("link", name="Hearing tests")).to_be_visible()
    phone.goto("/local-offer/search/?q=hearing+test")
    expect(phone.get_by_role("link", name="Hearing tests")).to_be_visible()
    assert GuidancePage.objects.get(slug="hearing-tests").get_latest_revision().user == editor


def write_the_rest(desk):
    """What a guidance page needs beyond its title and summary."""
    desk.get_by_role("button", name="Insert a block").first.click()
    desk.get_by_role("option", name="Paragraph").click()
    desk.locator("[data-contentpath='body'] [contenteditable='true']").first.fill("Ask your health visitor.")
    desk.get_by_role("textbox", name="Who decides").fill("The audiologist, with you.")
    desk.locator("[data-contentpath='if_you_disagree'] [contenteditable='true']").fill(
        "Ask for another opinion."
    )
    desk.get_by_role("combobox", name="Owner").select_option(label="Council")
    desk.get_by_role("textbox", name="Last checked on").fill("2019-11-03")
    desk.get_by_role("textbox", name="Next check on").fill("2999-05-01")
    desk.get_by_role("textbox", name="Checked by").fill("the hearing team")


def publish(desk):
    desk.get_by_role("button", name="More actions").click()
    desk.get_by_role("button", name="Publish").click()


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without"])
def test_a_family_finds_help_on_a_phone(local_offer, new_page, javascript):
    page = new_page(PHONE, javascript=javascript)
    page.goto("/local-offer/")
    page.get_by_label("What do you need help with?").fill("speech and language")
    page.get_by_label("Age of the child").fill("6")
    page.get_by_role("button", name="Search").click()
    expect(page.get_by_role("status").filter(has_text="for “speech and language”, age 6")).to_be_visible()
    page.get_by_role("link", name="Talking Time drop-in").click()
    expect(page.get_by_role("heading", name="Talking Time drop-in", level=1)).to_be_visible()
    expect(page.get_by_text("Come along. Bring your red book if you have it.")).to_be_visible()
    assert page.context.cookies() == []
    page.get_by_role("main").get_by_role("link", name="Tell us", exact=True).click()
    expect(page.get_by_text("Talking Time drop-in").first).to_be_attached()


def test_a_school_elsewhere_shows_what_there_is_nearby(local_offer, phone):
    phone.goto("/local-offer/choosing-a-school/")
    phone.get_by_role("link", name="Chalk Hill School").click()
    expect(phone.get_by_role("heading", name="What there is nearby")).to_be_visible()
    expect(phone.get_by_role("link", name="The Willows: secondary base for autism").first).to_be_visible()
    expect(phone.get_by_text("30 places; none free this year").first).to_be_visible()
    expect(phone.get_by_text("Ask for a school by name.")).to_be_visible()


def test_pages_are_accessible_in_light_and_dark_and_fit_a_small_screen(local_offer, new_page, axe):
    """One database for all pages and both schemes: loading the pages costs more than looking at them."""
    found = {}
    for dark in (False, True):
        page = new_page({"width": 320, "height": 700}, dark=dark)
        for name, address in PAGES.items():
            page.goto(address)
            found[name, dark] = axe(page)
            width = page.evaluate("document.documentElement.scrollWidth")
            assert width <= 320, f"{name} is {width} px wide"
    assert {key: problems for key, problems in found.items() if problems} == {}
