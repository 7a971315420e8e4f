"""The High Needs Block of the demonstration: the paper in amounts, and comparisons refused with a reason."""

import re
from decimal import Decimal
from html import unescape

import pytest

from kpis.position.models import Statement
from kpis.published.spreadsheets import read_file
from tests.kpis.published.files import shared


@pytest.fixture
def read(demo, client_as):
    client = client_as(demo["board"])

    def words(address):
        page = client.get(address).content.decode()
        return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", page)))

    return words


@pytest.mark.parametrize(
    ("amount", "basis_and_year"),
    [
        ("£26.5m", "Final outturn, 2018/19"),
        ("£22.6m", "Budget, 2019/20"),
        ("£29.8m", "Forecast outturn, month not stated, 2019/20"),
    ],
)
def test_the_board_of_2019_reads_placement_costs_with_basis_and_scope(read, amount, basis_and_year):
    board = read("/board/2019-11-14/")
    section = board[board.index("Placement costs, a part of the block and not the whole of it") :]
    shown = re.search(rf"{basis_and_year} {re.escape(amount)} ([^£]+)", section)
    assert shown is not None, section[:600]
    assert "academies" in shown.group(1)
    assert "colleges" in shown.group(1)


def test_place_funding_of_2021_is_not_compared_because_one_side_counts_academies(read):
    page = read("/high-needs/2021/")
    assert "£140" in page
    assert "£21" in page
    assert "No variance of final outturn against budget: they do not count the same." in page
    assert "The budget includes place funding of academies, the final outturn leaves this out." in page


def test_top_ups_per_head_of_2018_are_not_compared_because_the_schools_covered_are_not_stated(read):
    page = read("/high-needs/2018/")
    assert "£278" in page
    assert "£224" in page
    assert "No variance of final outturn against budget: they do not count the same." in page
    assert "It is not stated whether the" in page


def test_the_place_funding_shown_is_that_of_the_published_workbook(demo):
    file = shared("finance/Outturn data 202122.xlsx")
    reading = read_file("benchmarking", file.name, file.read_bytes(), area_code="E09000021")
    published = {
        value.basis: value.value.quantize(Decimal("0.01"))
        for value in reading.values
        if value.measure == "Place funding, per head aged 2 to 18"
    }
    shown = {
        statement.basis: statement.amounts.get().amount_gbp
        for statement in Statement.objects.filter(financial_year=2021, coverage__startswith="Place funding")
    }
    assert shown == published
    assert set(shown) == {"budget", "outturn"}
