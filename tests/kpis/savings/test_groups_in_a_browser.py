"""Double counting and imports in a real browser: axe, 320 pixels, light and dark; a group made without JavaScript."""

import pytest
from django.urls import reverse
from django.utils import timezone

from kpis.domain.savings import months_of, year_of

pytestmark = pytest.mark.browser
SMALL = {"width": 320, "height": 800}


@pytest.fixture
def twice(transactional_db, make_initiative, make_group, join):
    """£600 a month twice on a base of £1,000 a month."""
    group = make_group(monthly=1_000)
    join(group, *(make_initiative(code, monthly=600) for code in ("LP-1", "LP-2")))
    return group


def addresses(group):
    of_group = ("group", "join_group", "order_group")
    plain = ("groups", "add_group", "import_register", "import_plans")
    return [
        *(reverse(f"savings:{name}") + "?year=2019" for name in plain),
        *(reverse(f"savings:{name}", args=[group.pk]) + "?year=2019" for name in of_group),
        reverse("savings:set_base", args=[group.pk, 2019]),
        reverse("savings:leave_group", args=[group.pk, "LP-2"]),
        reverse("savings:forecast_per_cent", args=["LP-2", 2019]),
        reverse("savings:initiative_year", args=["LP-2", 2019]),
    ]


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing_and_nothing_is_wider_than_a_small_phone(page_as, axe, partnership, twice, dark):
    page, found = page_as(partnership.finance, SMALL, dark=dark), {}
    for address in addresses(twice):
        page.goto(address)
        width = page.evaluate("document.documentElement.scrollWidth")
        found[address] = axe(page) + ([f"{width} pixels wide"] if width > SMALL["width"] else [])
    assert {address: problems for address, problems in found.items() if problems} == {}


def test_bad_cells_are_read_out_and_shown_without_fault(page_as, axe, partnership, twice):
    page = page_as(partnership.finance, SMALL)
    page.goto(reverse("savings:import_plans"))
    table = {
        "name": "a.csv",
        "mimeType": "text/csv",
        "buffer": b"code,month,planned,forecast\nXX-1,2026-13,1,\n",
    }
    page.set_input_files("input[type=file]", files=[table])
    page.get_by_role("button", name="Import").click()
    page.get_by_text("1 cell cannot be taken. Nothing was stored.").wait_for()
    assert axe(page) == []


def test_finance_makes_a_group_without_javascript_and_the_register_counts_once(
    page_as, partnership, transactional_db, make_initiative
):
    for code in ("LP-1", "LP-2"):
        make_initiative(code, monthly=600)
    year, page = year_of(timezone.localdate()), page_as(partnership.finance, SMALL, javascript=False)
    page.goto(reverse("savings:groups"))
    page.get_by_role("link", name="Add a group").click()
    page.get_by_label("Name of the group").fill("Places")
    page.get_by_label("What do they share?").fill("Placements of the same children")
    page.get_by_label("Where it is written down").fill("Budget book")
    page.get_by_label(f"{months_of(year)[0]:%B %Y}").fill("1,000")
    page.get_by_role("button", name="Add the group").click()
    for code in ("LP-1", "LP-2"):
        page.get_by_role("link", name="Put an initiative into it").click()
        page.get_by_label("Initiative").select_option(label=f"{code} Initiative {code}")
        page.get_by_label("Why do they save the same money?").fill("The same placements")
        page.get_by_role("button", name="Put it in").click()
    assert "LP-2 is in the group. The sums include it." in page.inner_text("main")
    page.goto(reverse("savings:group", args=[page.url.rstrip("/").rpartition("/")[2]]) + "?year=2019")
    page.get_by_role("link", name="Change the base, 2019/20").click()
    for month in months_of(2019):
        page.get_by_label(f"{month:%B %Y}").fill("1,000")
    page.get_by_label("Why does it change?").fill("The year the savings fall in")
    page.get_by_role("button", name="Set the base").click()
    page.goto(reverse("savings:register") + "?year=2019")
    assert "£12,000 is planned" in page.inner_text("main")
    assert "£2,400 planned" in page.inner_text("main")
