"""The pages of savings in a real browser: axe, 320 pixels, light and dark, and a saving reported without JavaScript."""

import pytest
from django.urls import reverse

pytestmark = pytest.mark.browser
SMALL = {"width": 320, "height": 800}
# The beginnings of tables of which a part has to be scrolled to, or is cut off.
CUT_OFF = """() => [...document.querySelectorAll(".rows")]
    .filter(table => table.scrollWidth > table.clientWidth).map(table => table.textContent.trim().slice(0, 60))"""


@pytest.fixture
def filled(transactional_db, make_initiative, set_target, report, partnership, evidence):
    """A target with shares, an initiative of each kind of group, gates with evidence, a report that waits."""
    set_target(500_000, provision=200_000)
    initiative = evidence(make_initiative("LP-1", monthly=10_000, note="Illustrative"))
    make_initiative("LP-2", monthly=5_000, saving_type="cost_avoidance", stage="identified")
    make_initiative("LP-3", monthly=1_000, saving_type="scope_reduction", stage="planned")
    make_initiative("LP-4", monthly=1_000)  # in delivery, and its gate not evidenced
    report(initiative, 4, 9_000)
    return report(initiative, 5, 9_500, sign=False)


def addresses_of(report):
    one = [
        ("initiative_year", ["LP-1", 2019]),
        ("record_planned", ["LP-1", 2019]),
        ("report_delivered", ["LP-1"]),
    ]
    more = [("correct_delivered", ["LP-1", report.pk]), ("move_stage", ["LP-1"]), ("add_initiative", [])]
    finance = [("register", []), ("targets", []), ("set_target", [2019]), ("set_rules", [])]
    finance += [("sign_off", []), ("decide", [report.pk])]
    record = report.initiative.gate_records.first().pk
    gates = [("record_baseline", ["LP-1"]), ("add_gate_record", ["LP-1"]), ("sign_screening", ["LP-1"])]
    gates += [("withdraw_gate_record", ["LP-1", record]), ("record_counterfactual", ["LP-2"])]
    gates += [("change_words", ["LP-1"])]
    return [reverse(f"savings:{name}", args=args) for name, args in one + more + finance + gates]


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing_and_nothing_is_wider_than_a_small_phone(page_as, axe, partnership, filled, dark):
    page = page_as(partnership.finance, SMALL, dark=dark)
    found = {}
    for address in addresses_of(filled):
        page.goto(address)
        width = page.evaluate("document.documentElement.scrollWidth")
        found[address] = axe(page) + ([f"{width} pixels wide"] if width > SMALL["width"] else [])
        found[address] += page.evaluate(CUT_OFF)
    assert {address: problems for address, problems in found.items() if problems} == {}


WITH_ERRORS = {
    "add_initiative": [],
    "set_target": [2019],
    "record_planned": ["LP-1", 2019],
    "report_delivered": ["LP-1"],
    "add_gate_record": ["LP-1"],
    "sign_screening": ["LP-3"],
    "record_baseline": ["LP-3"],
}


@pytest.mark.parametrize("name", WITH_ERRORS)
def test_axe_finds_nothing_on_a_form_with_errors(page_as, axe, partnership, filled, name):
    page = page_as(partnership.finance, SMALL)
    page.goto(reverse(f"savings:{name}", args=WITH_ERRORS[name]))
    page.locator("main form button.button").first.click()
    page.get_by_text("There is a problem").wait_for()
    assert page.title().startswith("Error: ")
    assert axe(page) == []


def test_a_saving_is_reported_corrected_and_signed_without_javascript(page_as, partnership, filled):
    page = page_as(partnership.lead, SMALL, javascript=False)
    page.goto(reverse("savings:register") + "?year=2019")
    page.get_by_role("link", name="LP-1").first.click()
    page.get_by_role("link", name="Report a saving").click()
    page.get_by_label("Month", exact=True).select_option("September 2019")
    page.get_by_label("Saved in that month").fill("£8,000")
    page.get_by_label("Evidence").fill("Placement ledger, line 4711")
    page.get_by_role("button", name="Report it").click()
    assert "The saving of September 2019 is reported and waits for finance." in page.inner_text("main")
    page.get_by_role("link", name="Correct September 2019").click()
    page.get_by_label("Saved in that month").fill("7,000")
    page.get_by_label("Why does it change?").fill("One place was counted twice")
    page.get_by_role("button", name="Correct it").click()
    page.goto(reverse("savings:register") + "?year=2019")
    assert "£9,000 is delivered and signed by finance." in page.inner_text("main")
    finance = page_as(partnership.finance, SMALL, javascript=False)
    finance.goto(reverse("savings:sign_off"))
    finance.get_by_label("Sign LP-1, September 2019").check()
    finance.get_by_role("button", name="Sign the ticked reports").click()
    assert "Signed: LP-1 September 2019." in finance.inner_text("main")
    page.reload()
    assert "£16,000 is delivered and signed by finance." in page.inner_text("main")
