"""A journey: somebody asks what we hold, gets a copy, asks for it to go; and it is gone."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from feedback.contributions import actions
from feedback.contributions.models import Original
from feedback.domain.receipts import grouped

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SAID = "We wait too long for speech therapy."


def check(page, axe):
    """Nothing to find for axe, and no sideways scrolling at 320 px."""
    assert axe(page) == []
    size = page.viewport_size
    page.set_viewport_size({"width": 320, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    page.set_viewport_size(size)


def test_an_administrator_gives_a_copy_and_erases(page_as, new_page, axe):
    _contribution, code = actions.receive_contribution(
        text=SAID,
        kind="provision",
        partner_type="parent_carer",
        publish_consent="edited",
        email="author@example.org",
        at=timezone.now() - timedelta(days=3),
    )
    page = page_as("administrator")
    page.goto("/feedback/requests/")
    page.get_by_label("Receipt code").fill("1234")
    page.get_by_role("button", name="Find").click()
    expect(page.get_by_role("alert")).to_be_visible()
    check(page, axe)
    page.get_by_label("Receipt code").fill(grouped(code))
    page.get_by_role("button", name="Find").click()
    expect(page.get_by_label("being read")).to_be_checked()
    check(page, axe)
    page.get_by_role("button", name="Copy to read and print").click()
    expect(page.get_by_text(SAID)).to_be_visible()
    expect(page.get_by_text("author@example.org")).to_be_visible()
    check(page, axe)

    page.goto("/feedback/requests/")
    page.get_by_label("E-mail address").fill("author@example.org")
    page.get_by_role("button", name="Find").click()
    page.get_by_role("button", name="Erase…").click()
    page.get_by_role("button", name="Erase").click()
    expect(page.get_by_role("alert")).to_contain_text("Choose why it is erased.")
    check(page, axe)
    page.get_by_label("Whoever wrote it asks for it").check()
    page.get_by_role("button", name="Erase").click()
    expect(page.get_by_text("is erased, as far as the law lets it go now")).to_be_visible()
    check(page, axe)
    assert not Original.objects.exists()

    author = new_page()
    author.goto("/feedback/receipt/")
    author.get_by_label("Your code").fill(code)
    author.get_by_role("button", name="Show me").click()
    expect(author.get_by_text("Withdrawn").first).to_be_visible()


@pytest.mark.parametrize(
    "address",
    [
        "/feedback/keeping/",
        "/feedback/keeping/idea/",
        "/feedback/privacy-record/",
        "/feedback/privacy-record/bands/",
        "/privacy/",
    ],
)
def test_the_pages_on_keeping_and_privacy_read_well(page_as, axe, address):
    from importlib import import_module

    from django.apps import apps

    import_module("feedback.contributions.migrations.0005_how_long_words_are_kept").add_rules(apps, None)
    page = page_as("administrator")
    page.goto(address)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    check(page, axe)
