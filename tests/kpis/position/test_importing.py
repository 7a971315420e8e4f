"""A table of amounts: all of it or none, every bad cell named, and what is exported comes back."""

from decimal import Decimal

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from kpis.position.actions.importing import COLUMNS
from kpis.position.models import Statement
from kpis.spreadsheets import write_csv, write_xlsx

D = Decimal
IMPORT = reverse("position:import")


@pytest.fixture
def finance(client_as, officer):
    return client_as(officer)


def row(**changes):
    """A good row of the table; headings with spaces are given with underscores."""
    good = {
        "area": "Kingston", "financial_year": "2019/20", "basis": "budget",
        "funding_scope": "Placements with academies and colleges", "part_of_the_block": "Placement costs",
        "source": "Ledger", "line": "Placements", "amount": "£1,000.50",
    }  # fmt: skip
    cells = {name.replace("_", " "): text for name, text in (good | changes).items()}
    return [cells.get(heading, "") for heading in COLUMNS]


def sent(client, *rows, kind="csv"):
    headings = list(COLUMNS)
    content = write_xlsx(headings, rows, sheet="Amounts") if kind == "xlsx" else write_csv(headings, rows)
    return client.post(IMPORT, {"file": SimpleUploadedFile(f"amounts.{kind}", content)})


def text_of(answer):
    assert answer.status_code == 200
    return " ".join(BeautifulSoup(answer.content, "html.parser").main.get_text(" ").split())


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_rows_that_agree_are_one_statement(finance, scope, area, kind):
    answer = sent(
        finance,
        row(placement_category="Resourced provision or SEN Units", sector="Academy"),
        row(line="Top-ups", amount="(20.00)", volume="644", what_is_counted="top-ups, 2019/20"),
        row(basis="forecast outturn", month_of_forecast="6", place_funding_of_academies="7"),
        kind=kind,
    )
    assert answer.status_code == 302
    budget, forecast = Statement.objects.order_by("id")
    assert sorted(budget.amounts.values_list("line", "amount_gbp", "volume")) == [
        ("placements", D("1000.50"), None),
        ("top_ups", D("-20.00"), 644),
    ]
    assert (forecast.period, forecast.known_parts.get().amount_gbp) == (6, 7)


@pytest.mark.parametrize(
    ("changes", "place", "words"),
    [
        ({"area": "Atlantis"}, "A2", "There is no area “Atlantis” here."),
        ({"funding_scope": "All"}, "E2", "There is no funding scope “All” here."),
        ({"financial_year": "soon"}, "B2", ""),
        ({"financial_year": "1999/00"}, "B2", "from 2000/01 to 2100/01"),
        ({"basis": "hope"}, "C2", "Write one of: budget"),
        ({"month_of_forecast": "13", "basis": "forecast outturn"}, "D2", "from 1 (April) to 12 (March)"),
        ({"month_of_forecast": "6"}, "D2", "Only a forecast outturn is made at a month."),
        ({"unit": "pounds per head"}, "H2", "Say whose heads are counted"),
        ({"prices": "constant prices"}, "J2", "Give the year of the prices"),
        ({"prices": "constant prices", "prices_of": "1998/99"}, "J2", "from 2000/01 to 2100/01"),
        ({"source": ""}, "K2", "Say where it is written down."),
        ({"line": "Sweets"}, "L2", "Write one of: Placements"),
        ({"placement_category": "Elsewhere"}, "M2", "Write one of: Mainstream"),
        ({"line": "Income", "sector": "Academy"}, "L2", "no placement category or sector"),
        ({"amount": ""}, "P2", "the cell is blank"),
        ({"amount": "1,251,2090"}, "P2", "digits are not grouped in threes"),
        ({"amount": "12%"}, "P2", "This is a per cent."),
        ({"amount": "1.005"}, "P2", "Write at most 2 decimals."),
        ({"amount": "100000000001"}, "P2", "too large or too small"),
        ({"volume": "5"}, "T2", "Give both the volume and what is counted."),
        ({"volume": "5000000000", "what_is_counted": "plans"}, "S2", "too large or too small"),
        ({"label": "x" * 121}, "O2", "It has 121 characters; at most 120 are kept."),
        ({"reason_for_the_correction": "Late"}, "row 2", "no such statement is recorded"),
    ],
)
def test_a_bad_cell_is_named_and_nothing_is_stored(finance, scope, area, changes, place, words):
    page = text_of(sent(finance, row(**changes), row(source="Another")))
    assert "1 cell cannot be taken. Nothing was stored." in page
    assert place in page
    assert words in page
    assert not Statement.objects.exists()


def test_a_line_that_stands_twice_is_refused(finance, scope, area):
    assert "“Placements” stands twice" in text_of(sent(finance, row(), row()))
    assert not Statement.objects.exists()


def test_what_is_exported_comes_back_as_a_correction_only_with_a_reason(finance, make_statement):
    make_statement("budget", 22_600_000, known_parts={"colleges": D(7)})
    exported = finance.get(reverse("position:table_csv", args=[2019]))
    file = SimpleUploadedFile("amounts.csv", exported.content)
    page = text_of(finance.post(IMPORT, {"file": file}))
    assert "This is recorded already, from the same source." in page
    text = exported.content.decode("utf-8-sig").replace("22600000.00", "22700000.00")
    head, body = text.rstrip().split("\r\n")
    changed = f"{head},reason for the correction\r\n{body},A late invoice\r\n"
    answer = finance.post(IMPORT, {"file": SimpleUploadedFile("amounts.csv", changed.encode())})
    assert answer.status_code == 302
    second = Statement.objects.get(supersedes__isnull=False)
    assert (second.amounts.get().amount_gbp, second.reason) == (22_700_000, "A late invoice")
    assert second.known_parts.get().amount_gbp == 7


def test_a_correction_is_of_the_statement_from_the_same_source(finance, make_statement):
    ledger = make_statement("budget", 100, source="Ledger")
    make_statement("budget", 200, source="Board paper")
    assert sent(finance, row(amount="150", reason_for_the_correction="A late invoice")).status_code == 302
    assert Statement.objects.get(supersedes__isnull=False).supersedes == ledger


def test_which_of_two_statements_a_correction_from_a_new_source_is_of_is_not_guessed(finance, make_statement):
    make_statement("budget", 100, source="Ledger")
    make_statement("budget", 200, source="Board paper")
    page = text_of(sent(finance, row(source="Return", reason_for_the_correction="A late invoice")))
    assert "recorded from several sources: Ledger; Board paper." in page
    assert Statement.objects.count() == 2


def test_the_template_has_the_headings_that_are_read(finance, make_statement):
    make_statement()
    content = finance.get(reverse("position:template_csv")).content.decode("utf-8-sig")
    assert content.splitlines()[0].split(",")[: len(COLUMNS)] == list(COLUMNS)
    assert "Placement costs" in content
    xlsx = finance.get(reverse("position:template_xlsx"))
    assert xlsx["Content-Disposition"] == 'attachment; filename="high-needs-amounts.xlsx"'


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.csv", b"", "empty"),
        ("a.csv", b"area,amount\nKingston,1", "no row of headings"),
        ("a.xlsx", b"no workbook", "not an XLSX workbook"),
        ("a.pdf", b"x", "Send a CSV or an XLSX file."),
    ],
)
def test_a_file_that_cannot_be_read_says_why(finance, area, name, content, words):
    page = text_of(finance.post(IMPORT, {"file": SimpleUploadedFile(name, content)}))
    assert words in page
