"""The top-up tools in a real browser: axe, 320 pixels, light and dark, with the demonstration's lists."""

import pytest
from django.urls import reverse

from portal.demo.loading.topups import load_topups
from tests.kpis.topups.conftest import NOW

pytestmark = pytest.mark.browser
SMALL = {"width": 320, "height": 800}
LIST = [2019, "forecast"]


@pytest.fixture
def filled(transactional_db, officer):
    load_topups(people={"finance": officer}, at=NOW)


def addresses():
    lists = ("averages", "days", "bands", "empty_places", "first_slice")
    plain = ("index", "upload", "settings", "band_tables", "numbers", "incentives")
    kinds = ("paid-places", "first-slice", "costs", "incentives")
    return [
        *(reverse(f"topups:{name}", args=LIST) for name in lists),
        *(reverse(f"topups:{name}") for name in plain),
        *(reverse("topups:record_entry", args=[kind]) for kind in kinds),
        *(reverse("topups:entries", args=[kind]) for kind in kinds[:2]),
        reverse("topups:numbers") + "?more=4",
    ]


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing_and_nothing_is_wider_than_a_small_phone(page_as, axe, officer, filled, dark):
    page = page_as(officer, SMALL, dark=dark)
    found = {}
    for address in addresses():
        page.goto(address)
        width = page.evaluate("document.documentElement.scrollWidth")
        found[address] = axe(page) + ([f"{width} pixels wide"] if width > SMALL["width"] else [])
    assert {address: problems for address, problems in found.items() if problems} == {}


@pytest.mark.parametrize("name", ["upload", "band_tables", "settings"])
def test_axe_finds_nothing_on_a_form_with_errors(page_as, axe, officer, filled, name):
    page = page_as(officer, SMALL)
    page.goto(reverse(f"topups:{name}"))
    page.locator("main form button.button").first.click()
    page.get_by_text("There is a problem").wait_for()
    assert page.title().startswith("Error: ")
    assert axe(page) == []


def test_another_table_of_bands_is_tried_without_javascript(page_as, officer, filled):
    page = page_as(officer, SMALL, javascript=False)
    page.goto(reverse("topups:index"))
    page.get_by_role("link", name="Forecast outturn, 2019/20").click()
    page.get_by_role("link", name="Change of bands").click()
    page.get_by_label("Table of bands").select_option(label="Proposed bands (illustrative)")
    page.get_by_role("button", name="Work it out").click()
    assert "the same top-ups would cost" in page.inner_text("main")
