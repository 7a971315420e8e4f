"""From a plan to the Board: refused until its evidence exists, counted when finance has signed, rebuilt by Celery."""

import re
from decimal import Decimal

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from kpis.domain.savings import year_of
from kpis.figures.models import RecomputeRun
from kpis.savings.models import SavingsProgress
from tests.servers import wait_until

pytestmark = [pytest.mark.browser, pytest.mark.servers]


def runs_are_over():
    runs = RecomputeRun.objects.filter(subject="savings")
    return runs.exists() and not runs.filter(finished_at__isnull=True).exists()


def delivered_on_the_board(page):
    """The amount in the Board's sentence on what has been delivered, in pounds."""
    page.goto("/board/")
    words = page.get_by_role("region", name=re.compile("^Savings")).inner_text()
    amount, million = re.search(r"£([\d.,]+)(m?) is delivered", words).groups()
    return Decimal(amount.replace(",", "")) * (1_000_000 if million else 1)


def fill(page, address, button, **fields):
    """Type these fields of the form at the address and send it."""
    page.goto(address)
    for name, value in fields.items():
        field = page.locator(f"main [name={name}]").first
        kind = field.evaluate("field => field.type")
        if kind == "radio":
            page.locator(f"main [name={name}][value={value}]").check()
        elif kind.startswith("select"):
            field.select_option(value)
        else:
            field.fill(value)
    page.get_by_role("button", name=button).click()


def move(page, stage):
    fill(page, "/savings/HT-S2/stage/", "Change the stage", stage=stage)
    return page.locator("main").inner_text()


def plan_an_initiative(lead):
    fill(
        lead,
        "/savings/new/",
        "Add it to the register",
        code="HT-S2",
        name="Shared journeys to college",
        mechanism="Students who live near one another travel together.",
        population="About forty students",
        saving_type="cashable",
        recurrence="recurrent",
        one_off_cost="0",
        starts_on=f"April {year_of(timezone.localdate())}",
    )
    assert "an agreed baseline of the cost line it reduces; the planned saving by month" in move(
        lead, "planned"
    )
    lead.goto("/savings/HT-S2/")
    lead.get_by_role("link", name="Record the plan").click()
    lead.locator("main [name^=month_]").first.fill("100,000")
    lead.get_by_role("button", name="Record it").click()
    fill(
        lead,
        "/savings/HT-S2/baseline/",
        "Record the baseline",
        line="other",
        covers="Single journeys of students",
        amount="850,000",
        basis="outturn",
        source="Travel ledger",
    )
    assert "it needs an agreed baseline" in move(lead, "planned")


def put_on_record(lead, kind):
    fill(
        lead,
        "/savings/HT-S2/records/",
        "Keep this record",
        kind=kind,
        reference="Board minutes, item 5",
        dated_on=timezone.localdate().isoformat(),
        evidence="What was said and by whom.",
    )


def test_a_saving_is_refused_evidenced_signed_and_moves_the_board_by_exactly_its_amount(
    celery_worker_process, demo, page_as
):
    lead, officer = page_as(demo["lead.travel"]), page_as(demo["lead.early"])
    board, finance = page_as(demo["board"]), page_as(demo["finance"])
    before = delivered_on_the_board(board)

    plan_an_initiative(lead)
    finance.goto("/savings/HT-S2/")
    finance.get_by_role("button", name="Agree this baseline").click()
    assert "It is now “Planned”." in move(lead, "planned")

    refused = move(lead, "in_delivery")
    assert "it needs a record of the decision; a screening of consultation and equality impact" in refused
    put_on_record(lead, "decision")
    assert lead.goto("/savings/HT-S2/screening/").status == 404  # the owner does not screen their own
    fill(
        officer,
        "/savings/HT-S2/screening/",
        "Sign this screening",
        consultation="full",
        equality_impact="not_required",
        equality_impact_because="Every student still has a journey",
    )
    assert "it needs a record of the full consultation that the screening asks for." in move(
        lead, "in_delivery"
    )
    put_on_record(lead, "consultation")
    assert "It is now “In delivery”." in move(lead, "in_delivery")

    lead.goto("/savings/HT-S2/delivered/")
    lead.get_by_label("Month", exact=True).select_option(index=0)
    lead.locator("[name=amount]").fill("£100,000")
    lead.locator("[name=evidence]").fill("Ledger extract of the month")
    lead.get_by_role("button", name="Report it").click()
    expect(lead.get_by_text("waiting for finance").first).to_be_visible()
    assert delivered_on_the_board(board) == before

    finance.goto("/savings/sign-off/")
    finance.get_by_label("Sign HT-S2").check()
    finance.get_by_role("button", name="Sign the ticked reports").click()
    expect(finance.get_by_text("Signed: HT-S2")).to_be_visible()
    wait_until(runs_are_over)
    assert delivered_on_the_board(board) == before + 100_000

    SavingsProgress.objects.all().delete()  # derived: the next run brings all of it back
    finance.goto("/savings/")
    finance.get_by_role("button", name="Work everything out again").click()
    wait_until(lambda: SavingsProgress.objects.exists() and runs_are_over())
    assert delivered_on_the_board(board) == before + 100_000


def test_an_initiative_loaded_as_already_running_shows_its_open_exception(demo, page_as):
    board = page_as(demo["board"])
    board.goto("/savings/CT-S2/")
    expect(board.locator("main .notice").get_by_text("Gate not evidenced.")).to_be_visible()
    missing = board.locator("main .notice").first.inner_text()
    assert "an agreed baseline of the cost line it reduces" in missing
    assert "a record of the decision" in missing
    board.goto("/board/")
    on_the_board = board.get_by_role("region", name=re.compile("^Savings")).inner_text()
    assert "Gate not evidenced: 1 initiative." in on_the_board
    assert "CT-S2" in on_the_board
    board.goto("/savings/?show=not_evidenced")
    expect(board.get_by_role("region", name="Gates and screenings").get_by_text("CT-S2")).to_be_visible()
    board.goto("/savings/LP-S1/")
    expect(board.get_by_text("Everything that “In delivery” needs is on record.")).to_be_visible()
