"""A saving reported as delivered moves the Board's total, and Celery's run says the same."""

import re
from decimal import Decimal

import pytest
from playwright.sync_api import expect

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


def test_a_delivered_saving_moves_the_boards_total_by_that_amount(celery_worker_process, demo, page_as):
    lead, board, finance = page_as(demo["lead.travel"]), page_as(demo["board"]), page_as(demo["finance"])
    before = delivered_on_the_board(board)

    lead.goto("/savings/HT-S1/delivered/")
    lead.get_by_label("Month", exact=True).select_option(index=1)
    lead.locator("[name=amount]").fill("£100,000")
    lead.locator("[name=evidence]").fill("Ledger extract of the month")
    lead.get_by_role("button", name="Report it").click()
    expect(lead.get_by_text("Ledger extract of the month").first).to_be_visible()
    wait_until(runs_are_over)
    assert delivered_on_the_board(board) == before + 100_000

    SavingsProgress.objects.all().delete()  # derived: the next run brings all of it back
    finance.goto("/savings/")
    finance.get_by_role("button", name="Work everything out again").click()
    wait_until(lambda: SavingsProgress.objects.exists() and runs_are_over())
    assert delivered_on_the_board(board) == before + 100_000
