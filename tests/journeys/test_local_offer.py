"""Journeys: an editor publishes a page and the public reads it; a family finds help on a phone."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from kpis.figures.actions.definitions import create_kpi, define_kpi
from kpis.figures.models import Figure
from kpis.workstreams.models import OutboxMail, Plan, Workstream
from portal.accounts.actions.roles import grant_role
from portal.accounts.mails import render_mail
from portal.accounts.models import User
from portal.design.templatetags.design import day
from portal.local_offer.actions import (
    check_heading_list,
    fill_offer_measures,
    link_offer_measure,
    load_demo_pages,
    remind_of_checks,
)
from portal.local_offer.check_links import CheckLink
from portal.local_offer.models import (
    GuidancePage,
    HeadingList,
    OutOfAreaPage,
    Provider,
    SearchTerm,
    SectionPage,
    ServicePage,
)
from tests.browser import PHONE
from tests.offer_kpi import OFFER_KPI

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PAGES = {
    "the front door": "/local-offer/",
    "a section": "/local-offer/choosing-a-school/",
    "guidance": "/local-offer/advice-and-rights/if-you-disagree/",
    "an overdue page": "/local-offer/travel/getting-to-school/",
    "places elsewhere": "/local-offer/choosing-a-school/schools-outside-the-borough/",
    "a service": "/local-offer/health-and-therapy/talking-time-drop-in/",
    "a service elsewhere": "/local-offer/choosing-a-school/chalk-hill-school/",
    "results": "/local-offer/search/?q=autism+near+KT1&need=ASD",
    "an empty list": "/local-offer/shortlist/",
    "no results": "/local-offer/search/?q=zebra&age=6",
    "a mistake in the search": "/local-offer/search/?age=99",
    "the open data": "/local-offer/open-data/",
    "a link that is over": "/local-offer/check/nothing/",
}


STICKS_OUT = """() => [...document.querySelectorAll(".card *")].filter(element =>
    element.getBoundingClientRect().right > element.closest(".card").getBoundingClientRect().right
).map(element => element.outerHTML.slice(0, 120))"""


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


@pytest.fixture
def second_editor(person):
    user = person(email="second.editor@example.org", first_name="Second editor")
    grant_role(user=user, role="editor", by=None, at=timezone.now())
    return user


def test_a_page_is_reviewed_and_read_at_once_a_provider_confirms_and_coverage_and_kpi_change(
    local_offer, editor, second_editor, page_as, phone, board
):
    section = SectionPage.objects.get(slug="growing-up")
    address = f"{section.url}a-home-of-your-own/"
    now = timezone.now()
    check_heading_list(heading_list=HeadingList.objects.get(), by=editor, at=now)
    measured = link_measure("coverage_must", now)
    fill_offer_measures(at=now)

    board.goto("/offer/coverage/")
    expect(board.get_by_text("42 of 45 headings that must be covered are")).to_be_visible()
    expect(board.get_by_role("listitem").filter(has_text="A place to live")).to_be_visible()

    desk = page_as(editor)
    desk.goto("/cms/")
    expect(desk.get_by_role("heading", name="Checks that are overdue")).to_be_visible()
    desk.goto(f"/cms/pages/add/local_offer/guidancepage/{section.pk}/")
    desk.get_by_role("textbox", name="Title").fill("A home of your own")
    desk.get_by_role("textbox", name="Title").press("Tab")
    expect(desk.locator("#id_slug")).to_have_value("a-home-of-your-own")
    desk.get_by_role("textbox", name="Summary").fill("Where you can live, and who helps you to choose.")
    desk.get_by_role("button", name="Save draft").click()
    desk.wait_for_url("**/edit/")
    assert phone.goto(address).status == 404
    phone.goto(section.url)  # kept by the cache from here on
    expect(phone.get_by_role("link", name="A home of your own")).to_have_count(0)

    write_the_rest(desk)
    desk.get_by_role("button", name="Toggle preview").click()
    preview = desk.frame_locator("iframe.w-preview__iframe:not(.w-preview__proxy)")
    expect(preview.get_by_role("heading", name="A home of your own", level=1)).to_be_visible()
    expect(preview.get_by_text("Ask your social worker.")).to_be_visible()
    desk.get_by_role("button", name="Toggle preview").click()
    send_for_review(desk)
    desk.close()  # else the editor's screen saves by itself, and the reviewer is told of a newer version
    assert phone.goto(address).status == 404

    reviewer = page_as(second_editor)
    reviewer.goto(f"/cms/pages/{GuidancePage.objects.get(slug='a-home-of-your-own').pk}/edit/")
    reviewer.get_by_role("button", name="More actions").click()
    reviewer.get_by_role("button", name="Approve and Publish").click()
    expect(reviewer.get_by_role("row").filter(has_text="A home of your own")).to_contain_text(
        "Current page status: live"
    )
    phone.goto(section.url)
    phone.get_by_role("link", name="A home of your own").click()
    expect(phone.get_by_text("Ask your social worker.")).to_be_visible()
    page = GuidancePage.objects.get(slug="a-home-of-your-own")
    assert (page.live_revision.user, page.headings) == (editor, ["housing"])

    board.reload()
    expect(board.get_by_text("43 of 45 headings that must be covered are")).to_be_visible()
    fill_offer_measures(at=now + timedelta(days=32))
    assert list(measured.values_list("numerator", flat=True).order_by("period_start")) == [42, 43]

    listing = ServicePage.objects.get(slug="gatehouse-academy")
    phone.goto(listing.url)
    expect(
        phone.get_by_text("Things may have changed. Please ask before you rely on this page.").first
    ).to_be_visible()
    Provider.objects.filter(pk=listing.provider_id).update(check_email="office@example.org")
    remind_of_checks(at=now)
    mail = render_mail(
        OutboxMail.objects.get(template="local_offer/please_check", addressee_id=listing.provider_id)
    )
    phone.goto(re.search(r"(/local-offer/check/\S+)", mail.body)[1])
    phone.get_by_role("button", name="Still correct").click()
    expect(phone.get_by_role("heading", name="Thank you")).to_be_visible()
    phone.get_by_role("link", name="See the page as families do").click()
    expect(phone.get_by_text(f"Checked {day(timezone.localdate())}").first).to_be_visible()


@pytest.fixture
def board(page_as):
    """A Board member's page."""
    return page_as("board_member")


def link_measure(measure, now):
    """A KPI that takes a measure's numbers from now on; its figures."""
    keeper = User.objects.create_user("data@example.org")
    grant_role(user=keeper, role="data_officer", by=None, at=now)
    plan = Plan.objects.create(name="Plan")
    workstream = Workstream.objects.create(plan=plan, name="Provision", slug="provision", purpose="Places.")
    kpi = create_kpi(code="LO1", workstream=workstream, position=1)
    define_kpi(kpi=kpi, fields=OFFER_KPI, by=keeper, at=now, counts_from=now)
    link_offer_measure(measure=measure, kpi=kpi, by=keeper, at=now)
    return Figure.objects.filter(kpi=kpi)


def write_the_rest(desk):
    """What a guidance page needs beyond its title and summary."""
    desk.get_by_role("button", name="Insert a block").first.click()
    desk.get_by_role("option", name="Paragraph").click()
    desk.locator("[data-contentpath='body'] [contenteditable='true']").first.fill("Ask your social worker.")
    desk.get_by_role("textbox", name="Who decides").fill("You, with those who help you.")
    desk.locator("[data-contentpath='if_you_disagree'] [contenteditable='true']").fill(
        "Ask for another opinion."
    )
    desk.get_by_label("A place to live (must)").check()
    desk.get_by_role("combobox", name="Owner").select_option(label="Council")
    desk.get_by_role("textbox", name="Last checked on").fill("2019-11-03")
    desk.get_by_role("textbox", name="Next check on").fill("2999-05-01")
    desk.get_by_role("textbox", name="Checked by").fill("the housing team")


def send_for_review(desk):
    desk.get_by_role("button", name="More actions").click()
    desk.get_by_role("button", name="Submit to Review by another editor").click()
    expect(desk.get_by_text(re.compile("submitted", re.I)).first).to_be_visible()


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without"])
def test_a_family_finds_help_on_a_phone(local_offer, new_page, javascript):
    page = new_page(PHONE, javascript=javascript)
    finds_it_in_two_steps(page)
    is_understood(page)
    is_led_on_from_nothing(page)
    sees_what_is_nearby_beside_a_school_elsewhere(page)
    assert page.context.cookies() == [], "until now nothing was kept in the browser"
    saves_it_and_tells_us(page)
    if javascript:
        looks_at_the_map_with_the_keyboard(page)


def finds_it_in_two_steps(page):
    page.goto("/local-offer/")
    page.get_by_label("What do you need help with?").fill(
        "speech and language help for a 6 year old near KT1"
    )
    page.get_by_role("button", name="Search").click()
    expect(
        page.get_by_role("status").filter(has_text="for “speech and language help”, Age 6, Near KT1")
    ).to_be_visible()
    expect(page.get_by_role("link", name="Remove Age 6 (from your words)")).to_be_visible()
    page.get_by_role("link", name="Talking Time drop-in").click()
    expect(page.get_by_role("heading", name="Talking Time drop-in", level=1)).to_be_visible()
    expect(page.get_by_text("Come along. Bring your red book if you have it.")).to_be_visible()


def is_understood(page):
    search_for(page, "autisum")
    expect(page.get_by_text("We looked for “autism” instead of “autisum”.")).to_be_visible()
    expect(
        page.get_by_role("link", name="Autism: help without waiting for a diagnosis").first
    ).to_be_visible()
    page.get_by_text("Narrow these results").click()
    page.locator("summary").filter(has_text="Days").click()
    page.get_by_label("Saturday").check()
    page.get_by_role("button", name="Search").click()
    expect(page.get_by_role("link", name="Remove Saturday")).to_be_visible()


def is_led_on_from_nothing(page):
    search_for(page, "zebra therapy for Oliver")
    search_for(page, "zebra")
    expect(page.get_by_role("status").filter(has_text="No page")).to_be_visible()
    expect(page.get_by_role("link", name="Tell us what is missing")).to_be_visible()
    missed = SearchTerm.objects.filter(found_nothing__gt=0).order_by("term")
    assert [(one.term, one.found_nothing) for one in missed] == [("zebra", 1), ("zebra therapy", 1)]


def sees_what_is_nearby_beside_a_school_elsewhere(page):
    page.goto("/local-offer/choosing-a-school/")
    page.get_by_role("link", name="Chalk Hill School").click()
    expect(page.get_by_role("heading", name="What there is nearby")).to_be_visible()
    expect(page.get_by_role("link", name="The Willows: secondary base for autism").first).to_be_visible()
    expect(page.get_by_text("30 places; none free this year").first).to_be_visible()
    expect(page.get_by_text("Ask for a school by name.")).to_be_visible()


def saves_it_and_tells_us(page):
    search_for(page, "talking time")
    page.get_by_role("button", name=re.compile("Save to my list.*Talking Time drop-in")).click()
    expect(page.get_by_role("heading", name="My list", level=1)).to_be_visible()
    assert [cookie["name"] for cookie in page.context.cookies()] == ["shortlist"]
    page.get_by_role("link", name="Talking Time drop-in").click()
    page.get_by_role("main").get_by_role("link", name="Tell us", exact=True).click()
    expect(page.get_by_text("Talking Time drop-in").first).to_be_attached()


def looks_at_the_map_with_the_keyboard(page):
    search_for(page, "speech near KT1")
    page.get_by_role("button", name="Show these on a map").press("Enter")
    spot = page.locator(".map-spot").first
    expect(spot).to_be_visible()
    spot.focus()
    spot.press("Enter")
    expect(page.locator(".leaflet-popup").get_by_role("link").first).to_be_visible()


def search_for(page, words):
    page.goto("/local-offer/search/")
    page.get_by_label("What do you need help with?").fill(words)
    page.get_by_role("button", name="Search").click()


def test_pages_are_accessible_in_light_and_dark_and_fit_a_small_screen(local_offer, new_page, axe):
    """One database for all pages and both schemes: loading the pages costs more than looking at them."""
    listing = ServicePage.objects.get(slug="talking-time-drop-in")
    check = CheckLink(listing.pk, listing.next_check_on).address
    found = {}

    def look(page, name):
        found[name, page] = axe(page)
        width = page.evaluate("document.documentElement.scrollWidth")
        assert width <= 320, f"{name} is {width} px wide"

    in_light, in_dark = (new_page({"width": 320, "height": 700}, dark=dark) for dark in (False, True))
    for page in (in_light, in_dark):
        for name, address in (
            PAGES | {"a shared list": f"/local-offer/shortlist/?page={listing.pk}"}
        ).items():
            page.goto(address)
            look(page, name)
        page.goto(check)
        look(page, "is it still correct?")
        page.get_by_role("link", name="Something has changed").click()
        look(page, "what has changed?")
        page.get_by_role("button", name="Send to an editor").click()
        expect(page).to_have_title(re.compile("^Error: "))
        look(page, "nothing has changed")
    in_dark.goto(check)
    in_dark.get_by_role("button", name="Still correct").click()
    for page in (in_light, in_dark):
        page.goto(check)
        look(page, "it was checked")
    desk = new_page()
    desk.goto(PAGES["a service elsewhere"])
    assert desk.evaluate(STICKS_OUT) == []
    assert {name: problems for (name, _), problems in found.items() if problems} == {}


def test_what_we_add_to_the_editors_screens_is_accessible(local_offer, editor, page_as, axe):
    """The screens and their fields are the library's; the panels in them that we write are ours."""
    desk = page_as(editor)
    desk.goto("/cms/")
    found = {"overdue": axe(desk, within="#overdue-checks-section")}
    for kind, panels in {
        GuidancePage: ["reading", "keeping_it_true"],
        ServicePage: ["reading", "keeping_it_true"],
        OutOfAreaPage: ["reading", "keeping_it_true", "approved_by_families"],
    }.items():
        desk.goto(f"/cms/pages/{kind.objects.live().order_by('pk').first().pk}/edit/")
        ours = [f"#panel-child-content-{panel}-section" for panel in panels]
        for panel in ours:
            expect(desk.locator(panel)).to_be_visible()
        found[kind.__name__] = axe(desk, within={"include": [[panel] for panel in ours]})
    assert {screen: problems for screen, problems in found.items() if problems} == {}
