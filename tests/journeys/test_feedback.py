"""Journeys: a parent on a phone tells us something and reads the answer; a word about risk reaches the leads."""

import re

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from feedback.contributions import actions
from feedback.contributions.actions.answering import Words
from feedback.contributions.models import Contribution
from tests.browser import DESK, PHONE

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SAID = "My son Jack waits too long for speech therapy."
PUBLIC = "My child waits too long for speech therapy."
DID = "A third therapist started in September."
SMALL = {"width": 320, "height": 640}


@pytest.fixture
def moderators(person):
    names = ("First moderator", "Second moderator")
    return [person("moderator", email=f"m{n}@example.org", first_name=name) for n, name in enumerate(names)]


def tell(page, text=SAID):
    """Fill the form and send it; the page asks to check what may show who somebody is."""
    page.goto("/feedback/")
    page.get_by_label("What would you like to tell us?").fill(text)
    page.get_by_label("The help there is").check()
    page.get_by_label("A parent or carer").check()
    page.get_by_label("Yes, after anything personal").check()
    page.get_by_role("button", name="Send", exact=True).click()


def code_shown(page) -> str:
    expect(page.get_by_role("heading", name="Thank you. We have it.")).to_be_visible()
    return page.locator("code").inner_text()


def come_back(page, code):
    page.goto("/feedback/receipt/")
    page.get_by_label("Your code").fill(code)
    page.get_by_role("button", name="Show me").click()


def moderate(page_as, moderators):
    """The first edits, the second approves, the first answers and publishes."""
    first, second = (page_as(moderator) for moderator in moderators)
    first.goto("/feedback/queue/")
    first.get_by_role("link", name=re.compile("Contribution")).click()
    first.get_by_role("button", name="Start reading").click()
    expect(first.locator("blockquote")).to_have_text(SAID)
    first.get_by_label("Text that everybody may read").fill(PUBLIC)
    first.get_by_role("button", name="Save").click()
    expect(first.get_by_text("Waits for a second person.")).to_be_visible()
    expect(first.get_by_role("button", name="Approve and publish")).to_have_count(0)

    second.goto(first.url)
    second.get_by_role("button", name="Approve and publish").click()
    expect(second.get_by_text("Published. It now waits for an answer.")).to_be_visible()
    expect(second.get_by_text("Jack")).to_have_count(0)

    first.reload()
    first.get_by_role("link", name="Write an answer").click()
    first.get_by_label("You said").fill("You wait too long for speech therapy.")
    first.get_by_label("We did this").check()
    first.get_by_label("What we did or will do").fill(DID)
    first.get_by_label("Where to see it").fill("Illustrative: the therapy service's list")
    first.get_by_role("button", name="Save as a draft").click()
    first.get_by_role("button", name="Publish this answer").click()
    expect(first.get_by_text("Published. Everybody can read it")).to_be_visible()


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_a_parent_tells_us_something_on_a_phone_and_reads_the_answer(
    new_page, page_as, moderators, javascript
):
    phone = new_page(PHONE, javascript=javascript)
    tell(phone)
    expect(phone.get_by_role("heading", name="Check before you send")).to_be_visible()
    expect(phone.locator("mark")).to_have_text("Jack")
    phone.get_by_role("button", name="Send it").click()
    code = code_shown(phone)
    assert code not in phone.url

    come_back(phone, code.lower().replace("-", " "))
    expect(phone.get_by_role("heading", name="Being read")).to_be_visible()

    moderate(page_as, moderators)

    come_back(phone, code)
    expect(phone.get_by_role("heading", name="Answered")).to_be_visible()
    expect(phone.get_by_text(DID)).to_be_visible()
    phone.goto("/you-said-we-did/")
    expect(phone.get_by_text(DID)).to_be_visible()
    assert PUBLIC in phone.content()
    assert "Jack" not in phone.content()


def test_the_coach_points_at_a_name_while_it_is_typed(phone):
    phone.goto("/feedback/")
    phone.get_by_label("What would you like to tell us?").press_sequentially("My son Jack waits.")
    expect(phone.get_by_text("“Jack” may be a name.")).to_be_visible()


def test_what_is_missing_is_named_and_a_click_away(phone):
    phone.goto("/feedback/")
    phone.get_by_role("button", name="Send", exact=True).click()
    expect(phone).to_have_title(re.compile("^Error: "))
    expect(phone.locator(".error-summary")).to_be_focused()
    phone.get_by_role("link", name="Write what you would like to tell us.").click()
    expect(phone.get_by_label("What would you like to tell us?")).to_be_focused()


def test_a_word_about_risk_reaches_the_lead_and_nobody_else(phone, page_as, moderators, person):
    lead = person("safeguarding_lead")
    phone.goto("/feedback/")
    phone.get_by_label("What would you like to tell us?").fill("Jack is not safe at home.")
    phone.get_by_label("The help there is").check()
    phone.get_by_label("A child or young person").check()
    phone.get_by_label("No. Count it").check()
    phone.get_by_label("Someone may be at risk of harm").check()
    phone.get_by_role("button", name="Send", exact=True).click()
    code = code_shown(phone)
    come_back(phone, code)
    expect(phone.get_by_role("heading", name="Being read")).to_be_visible()

    moderator = page_as(moderators[0])
    moderator.goto("/feedback/queue/")
    expect(moderator.get_by_text("Everything is read.")).to_be_visible()

    desk = page_as(lead)
    desk.goto("/feedback/safeguarding/")
    desk.get_by_role("link", name=re.compile("Contribution")).click()
    desk.get_by_role("button", name="Open what was sent").click()
    expect(desk.get_by_text("Jack is not safe at home.")).to_be_visible()
    desk.get_by_label("Handed over to").fill("Single point of access")
    desk.get_by_role("button", name="Record the hand-over").click()
    expect(desk.get_by_text("Single point of access")).to_be_visible()


def test_a_parent_withdraws_what_they_said(phone):
    tell(phone, "The page about short breaks is hard to read.")
    come_back(phone, code_shown(phone))
    phone.get_by_text("Withdraw what I said").click()
    phone.get_by_role("button", name="Withdraw it for good").click()
    expect(phone.get_by_role("heading", name="Withdrawn")).to_be_visible()
    assert Contribution.objects.get().state == "withdrawn"


def test_the_form_works_with_the_keyboard_alone(page):
    page.goto("/feedback/")
    page.get_by_label("What would you like to tell us?").focus()
    page.keyboard.type("The page is hard to read.")
    for key in ("Tab", "Space", "Tab", "Tab", "Space", "Tab", "Space"):
        page.keyboard.press(key)
    page.get_by_role("button", name="Send", exact=True).focus()
    page.keyboard.press("Enter")
    assert code_shown(page)


# ---- every page, looked at by axe, in light and dark, wide and narrow ----


@pytest.fixture
def told(moderators):
    """One contribution in every place a page shows, and the addresses of those pages by who reads them."""
    first, second = moderators
    now = timezone.now()

    def receive(text, **more):
        fields = {"kind": "provision", "partner_type": "parent_carer", "publish_consent": "edited", "at": now}
        return actions.receive_contribution(text=text, **(fields | more))

    def publish(text):
        contribution, code = receive(text)
        version = actions.save_public_version(contribution=contribution, text=PUBLIC, by=first, at=now)
        return actions.approve_public_version(version=version, by=second, at=now), code

    new, _ = receive("The page is hard to read.")
    reading, _ = receive(SAID)
    actions.save_public_version(contribution=reading, text=PUBLIC, by=first, at=now)
    held, _ = receive("Somebody is not safe.", someone_at_risk=True)
    waiting, _ = publish("We wait.")
    answered, code = publish("We wait long.")
    words = Words(
        you_said="You wait.", outcome="did", what=DID, evidence="A list", evidence_url="/local-offer/"
    )
    response = actions.draft_response(contributions=[answered], words=words, by=first, at=now)
    actions.publish_response(response=response, by=first, at=now)
    actions.write_forum_view(response=response, text="Good, and late.", by=first, at=now)
    draft = actions.draft_response(contributions=[waiting], words=words, by=first, at=now)
    at = "/feedback/contributions"
    return code, {
        None: ["/feedback/", "/feedback/receipt/", "/you-said-we-did/", "/you-said-we-did/waiting/"],
        second: [
            "/feedback/queue/",
            "/feedback/queue/to-answer/",
            "/feedback/queue/set-aside/",
            f"{at}/{new.pk}/",
            f"{at}/{reading.pk}/",
            f"{at}/{waiting.pk}/",
            f"{at}/{answered.pk}/",
            "/feedback/answers/",
            "/feedback/answers/new/",
            f"/feedback/answers/{draft.pk}/",
        ],
        "safeguarding_lead": ["/feedback/safeguarding/", f"/feedback/safeguarding/{held.pk}/"],
        "forum": ["/feedback/forum/", f"/feedback/forum/{response.pk}/"],
    }


def fits(page) -> bool:
    return page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize(
    ("size", "dark"), [(DESK, False), (SMALL, True)], ids=["wide and light", "narrow and dark"]
)
def test_axe_finds_nothing_on_any_page_and_nothing_scrolls_sideways(told, new_page, page_as, axe, size, dark):
    code, addresses = told
    for who, paths in addresses.items():
        page = page_as(who, size, dark=dark) if who else new_page(size, dark=dark)
        for path in paths:
            assert page.goto(path).status == 200, path
            assert axe(page) == [], path
            assert fits(page), path
    parent = new_page(size, dark=dark)
    for step in (
        lambda: parent.goto("/feedback/") and parent.get_by_role("button", name="Send", exact=True).click(),
        lambda: tell(parent),
        lambda: parent.get_by_role("button", name="Send it").click(),
        lambda: come_back(parent, "2222"),
        lambda: come_back(parent, code),
    ):
        step()
        assert axe(parent) == [], parent.title()
        assert fits(parent), parent.title()
