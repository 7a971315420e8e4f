"""Journeys on a phone: a parent tells us something, agrees, reads the answer; a draft stays on the device."""

import re

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from feedback.contributions import actions
from feedback.contributions.actions.answering import Words
from feedback.contributions.models import Contribution, SafeguardingAlert
from feedback.contributions.queries.evidence import page_at
from feedback.domain.proof import is_solved
from tests.browser import PHONE

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SAID = "My son Jack waits too long for speech therapy."
PUBLIC = "My child waits too long for speech therapy."
DID = "A third therapist started in September."
SMALL = {"width": 320, "height": 640}


@pytest.fixture
def moderators(person):
    names = ("First moderator", "Second moderator")
    return [person("moderator", email=f"m{n}@example.org", first_name=name) for n, name in enumerate(names)]


def write(page, text=SAID):
    """Fill what needs an answer."""
    page.goto("/feedback/")
    page.get_by_label("What would you like to tell us?").fill(text)
    page.get_by_label("The help there is").check()
    page.get_by_label("A parent or carer").check()
    page.get_by_label("Yes, after anything personal").check()


def send(page):
    page.get_by_role("button", name="Send", exact=True).click()


def code_shown(page) -> str:
    expect(page.get_by_role("heading", name="Thank you. We have it.")).to_be_visible()
    return page.locator("code").inner_text()


def come_back(page, code):
    page.goto("/feedback/receipt/")
    page.get_by_label("Your code").fill(code)
    page.get_by_role("button", name="Show me").click()


def ask_author(moderators, contribution):
    """The first edits; the second approves, and the author is asked."""
    first, second = moderators
    now = timezone.now()
    version = actions.save_public_version(contribution=contribution, text=PUBLIC, by=first, at=now)
    actions.approve_public_version(version=version, ask_author=True, by=second, at=now)


def answer(moderators, contribution):
    first, second = moderators
    words = Words(you_said="You wait.", outcome="did", what=DID, evidence=page_at("/local-offer/"))
    now = timezone.now()
    response = actions.draft_response(contributions=[contribution], words=words, by=first, at=now)
    actions.publish_response(response=response, number=response.versions.count(), by=second, at=now)


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_a_parent_tells_us_something_agrees_what_is_published_and_reads_the_answer(
    new_page, moderators, javascript
):
    phone = new_page(PHONE, javascript=javascript)
    write(phone)
    send(phone)
    expect(phone.get_by_role("heading", name="Check before you send")).to_be_visible()
    expect(phone.locator("blockquote mark")).to_have_text("Jack")
    phone.get_by_role("button", name="Send it").click()
    code = code_shown(phone)
    assert code not in phone.url

    come_back(phone, code.lower().replace("-", " "))
    expect(phone.get_by_role("heading", name="Being read")).to_be_visible()

    contribution = Contribution.objects.get()
    assert contribution.set_aside == ""
    ask_author(moderators, contribution)
    come_back(phone, code)
    expect(phone.get_by_role("heading", name="Needs your agreement")).to_be_visible()
    expect(phone.get_by_text(PUBLIC)).to_be_visible()
    phone.get_by_role("button", name="Yes, publish it like this").click()
    expect(phone.get_by_text("Thank you. You have agreed.")).to_be_visible()
    actions.publish_approved(contribution=contribution, by=moderators[0], at=timezone.now())
    come_back(phone, code)
    expect(phone.get_by_role("heading", name="Published")).to_be_visible()

    answer(moderators, contribution)
    come_back(phone, code)
    expect(phone.get_by_role("heading", name="Answered")).to_be_visible()
    expect(phone.get_by_text(DID)).to_be_visible()
    phone.get_by_label("A little").check()
    phone.get_by_role("button", name="Tell us").click()
    expect(phone.get_by_text("You have told us: A little")).to_be_visible()

    phone.goto("/you-said-we-did/")
    expect(phone.get_by_text(DID)).to_be_visible()
    assert PUBLIC in phone.content()
    assert "Jack" not in phone.content()


def test_while_it_is_typed_names_are_pointed_at_numbers_shown_and_the_sum_is_done(phone):
    phone.goto("/feedback/")
    phone.get_by_label("What would you like to tell us?").press_sequentially(
        "My son Jack is scared to go home."
    )
    expect(phone.locator("form mark")).to_have_text("Jack")
    expect(phone.get_by_text("Is somebody not safe?")).to_be_visible()
    solved = phone.locator("input[name=proof]")
    expect(solved).to_have_value(re.compile(r"^\d+$"), timeout=20_000)
    assert is_solved(phone.locator("input[name=token]").input_value(), solved.input_value())


def test_a_draft_stays_on_the_device_without_the_address_until_it_is_sent_or_deleted(phone):
    write(phone, "The page is hard to read.")
    phone.get_by_label("Your e-mail address").fill("a.parent@example.org")
    expect(phone.get_by_text("What you write is kept on this device")).to_be_visible()
    phone.reload()
    expect(phone.get_by_text("This is what you wrote here before")).to_be_visible()
    expect(phone.get_by_label("What would you like to tell us?")).to_have_value("The page is hard to read.")
    expect(phone.get_by_label("A parent or carer")).to_be_checked()
    expect(phone.get_by_label("Your e-mail address")).to_have_value("")
    assert "example.org" not in phone.evaluate("JSON.stringify(localStorage)")

    phone.context.set_offline(True)
    send(phone)
    expect(phone.get_by_text("You are offline now")).to_be_visible()
    phone.context.set_offline(False)
    send(phone)
    code_shown(phone)
    assert phone.evaluate("localStorage.length") == 0

    write(phone, "Something else.")
    phone.get_by_role("button", name="Delete it from this device").click()
    expect(phone.get_by_text("Nothing of it is kept")).to_be_visible()
    phone.get_by_label("What would you like to tell us?").fill("Something else, changed.")
    phone.goto("/feedback/")
    expect(phone.get_by_label("What would you like to tell us?")).to_have_value("")


def test_leaving_quickly_leaves_no_draft(phone):
    phone.route("**/feedback/leave/", lambda route: route.fulfill(body="weather", content_type="text/html"))
    write(phone, "Nobody may see this.")
    expect(phone.get_by_text("What you write is kept on this device")).to_be_visible()
    phone.get_by_role("link", name="Leave this page quickly").click()
    expect(phone.get_by_text("weather")).to_be_visible()
    assert phone.evaluate("localStorage.length") == 0


def test_what_is_missing_is_named_and_a_click_away(phone):
    phone.goto("/feedback/")
    send(phone)
    expect(phone).to_have_title(re.compile("^Error: "))
    expect(phone.locator(".error-summary")).to_be_focused()
    phone.get_by_role("link", name="Write what you would like to tell us.").click()
    expect(phone.get_by_label("What would you like to tell us?")).to_be_focused()


def test_a_word_about_risk_without_the_box_and_without_javascript_alerts_at_once(new_page):
    phone = new_page(PHONE, javascript=False)
    write(phone, "Jack is hit by his escort.")
    send(phone)
    code = code_shown(phone)
    expect(phone.get_by_text("Talk to Childline")).to_be_visible()
    assert SafeguardingAlert.objects.open().count() == 1
    come_back(phone, code)
    expect(phone.get_by_role("heading", name="Being read")).to_be_visible()


def test_the_form_works_with_the_keyboard_alone(page):
    page.goto("/feedback/")
    page.get_by_label("What would you like to tell us?").focus()
    page.keyboard.type("The page is hard to read.")
    for key in ("Tab", "Space", "Tab", "Tab", "Space", "Tab", "Space"):
        page.keyboard.press(key)
    page.get_by_role("button", name="Send", exact=True).focus()
    page.keyboard.press("Enter")
    assert code_shown(page)


def test_axe_finds_nothing_in_any_state_behind_a_code_or_between_writing_and_sending(
    new_page, page_as, moderators, axe
):
    parent = new_page(SMALL)
    contribution = None

    def say_no():
        parent.get_by_text("No, I do not agree").click()
        parent.get_by_role("button", name="Send my no").click()

    def add_with_a_name():
        parent.get_by_text("Add something", exact=True).click()
        parent.get_by_label("What would you like to add?").fill("Jack waits.")
        parent.get_by_role("button", name="Add it").click()

    looks_right(parent, axe, lambda: (write(parent), send(parent)))
    looks_right(parent, axe, lambda: parent.get_by_role("button", name="Send it").click())
    code = code_shown(parent)
    looks_right(parent, axe, lambda: come_back(parent, "2222"))
    looks_right(parent, axe, lambda: come_back(parent, code))
    contribution = Contribution.objects.get()
    ask_author(moderators, contribution)
    looks_right(parent, axe, lambda: (come_back(parent, code), say_no()))
    looks_right(parent, axe, add_with_a_name)
    parent.get_by_role("button", name="Yes, publish it like this").click()
    expect(parent.get_by_text("Thank you. You have agreed.")).to_be_visible()
    actions.publish_approved(contribution=contribution, by=moderators[0], at=timezone.now())
    answer(moderators, contribution)
    looks_right(parent, axe, lambda: come_back(parent, code))
    parent.get_by_text("Withdraw what I said").click()
    looks_right(parent, axe, lambda: parent.get_by_role("button", name="Withdraw it for good").click())

    officer = page_as("partner_officer", SMALL)
    officer.goto("/feedback/enter/")
    for label in ("When did they tell you?", "When did they agree that you"):
        officer.get_by_label(label).fill("2019-11-11")
    for label in (
        "Paper",
        "They know what happens",
        "The help there is",
        "A parent or carer",
        "No. Count it",
    ):
        officer.get_by_label(label).check()
    officer.get_by_label("What would you like to tell us?").fill("The page is hard to read.")
    looks_right(officer, axe, lambda: officer.get_by_role("button", name="Store it").click())
    expect(officer.get_by_role("heading", name="This code belongs to whoever told you")).to_be_visible()


def looks_right(page, axe, step):
    """After this step axe finds nothing, in the dark neither, and nothing scrolls sideways."""
    step()
    assert axe(page) == [], page.title()
    page.emulate_media(color_scheme="dark")
    assert axe(page, "color-contrast") == [], page.title()
    page.emulate_media(color_scheme="light")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), page.title()
