"""The pages of savings in a real browser: axe, 320 pixels, light and dark, and a saving reported without JavaScript."""

import pytest
from django.urls import reverse

pytestmark = pytest.mark.browser
SMALL = {"width": 320, "height": 800}


@pytest.fixture
def filled(transactional_db, make_initiative, set_target, report, partnership):
    """A target with shares, an initiative of each kind of group, a report."""
    set_target(500_000, provision=200_000)
    initiative = make_initiative("LP-1", monthly=10_000, note="Illustrative")
    make_initiative("LP-2", monthly=5_000, saving_type="cost_avoidance", stage="identified")
    make_initiative("LP-3", monthly=1_000, saving_type="scope_reduction", stage="planned")
    return report(initiative, 4, 9_000)


def addresses_of(report):
    one = [
        ("initiative_year", ["LP-1", 2019]),
        ("record_planned", ["LP-1", 2019]),
        ("report_delivered", ["LP-1"]),
    ]
    more = [("correct_delivered", ["LP-1", report.pk]), ("move_stage", ["LP-1"]), ("add_initiative", [])]
    finance = [("register", []), ("targets", []), ("set_target", [2019]), ("set_rules", [])]
    return [reverse(f"savings:{name}", args=args) for name, args in one + more + finance]


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing_and_nothing_is_wider_than_a_small_phone(page_as, axe, partnership, filled, dark):
    page = page_as(partnership.finance, SMALL, dark=dark)
    found = {}
    for address in addresses_of(filled):
        page.goto(address)
        width = page.evaluate("document.documentElement.scrollWidth")
        found[address] = axe(page) + ([f"{width} pixels wide"] if width > SMALL["width"] else [])
    assert {address: problems for address, problems in found.items() if problems} == {}


@pytest.mark.parametrize("name", ["add_initiative", "set_target", "record_planned", "report_delivered"])
def test_axe_finds_nothing_on_a_form_with_errors(page_as, axe, partnership, filled, name):
    args = {"set_target": [2019], "record_planned": ["LP-1", 2019], "report_delivered": ["LP-1"]}
    page = page_as(partnership.finance, SMALL)
    page.goto(reverse(f"savings:{name}", args=args.get(name, [])))
    page.locator("main form button.button").first.click()
    page.get_by_text("There is a problem").wait_for()
    assert page.title().startswith("Error: ")
    assert axe(page) == []


def test_a_saving_is_reported_and_corrected_without_javascript(page_as, partnership, filled):
    page = page_as(partnership.lead, SMALL, javascript=False)
    page.goto(reverse("savings:register") + "?year=2019")
    page.get_by_role("link", name="LP-1").first.click()
    page.get_by_role("link", name="Report a saving").click()
    page.get_by_label("Month", exact=True).select_option("September 2019")
    page.get_by_label("Saved in that month").fill("£8,000")
    page.get_by_label("Evidence").fill("Placement ledger, line 4711")
    page.get_by_role("button", name="Report it").click()
    assert "The saving of September 2019 is reported." in page.inner_text("main")
    page.get_by_role("link", name="Correct September 2019").click()
    page.get_by_label("Saved in that month").fill("7,000")
    page.get_by_label("Why does it change?").fill("One place was counted twice")
    page.get_by_role("button", name="Correct it").click()
    page.goto(reverse("savings:register") + "?year=2019")
    assert "£16,000 is delivered with evidence." in page.inner_text("main")
