"""The finance page and its forms: words for what is owed, reasons instead of variances, nothing lost."""

from datetime import date
from decimal import Decimal

import pytest
from bs4 import BeautifulSoup
from django.template.loader import render_to_string
from django.urls import reverse

from kpis.position import actions, queries
from kpis.position.models import (
    Balance,
    BlockTransfer,
    FundingScope,
    JointFunding,
    Reconciliation,
    Statement,
    TransferLimit,
    UnmitigatedLine,
)
from kpis.workstreams.models import Meeting
from tests.kpis.position.conftest import LATER, MEETING, RECORDED

D = Decimal
YEAR = reverse("position:year", args=[2019])


@pytest.fixture
def reader(client_as):
    return client_as("board_member")


@pytest.fixture
def finance(client_as, officer):
    return client_as(officer)


def text_of(answer):
    assert answer.status_code == 200
    return " ".join(BeautifulSoup(answer.content, "html.parser").main.get_text(" ").split())


def record_page(name, *pk):
    return reverse("position:correct" if pk else "position:record", args=[name, *pk])


def typed_statement(of, **more):
    return {
        "financial_year": "2019",
        "basis": "forecast",
        "period": "6",
        "scope": of.pk,
        "coverage": "Placement costs",
        "unit": "pounds",
        "per_whom": "",
        "price_base": "cash",
        "price_year": "",
        "source": "Forum paper",
        "row-0-line": "placements",
        "row-0-amount_gbp": "£29,800,000",
        **more,
    }


def test_amounts_stand_with_basis_scope_and_source_and_their_variance(make_statement, reader):
    make_statement("budget", 22_600_000, note="Based on affordability")
    make_statement("forecast", 29_800_000)
    page = text_of(reader.get(YEAR))
    for words in (
        "A part of the High Needs Block, not the whole of it.",
        "£22,600,000",
        "Forecast outturn, month not stated",
        "Placements with academies and colleges",
        "Board paper",
        "Based on affordability",
        "Forecast outturn, month not stated against budget: £7,200,000 more.",
    ):
        assert words in page


def test_a_comparison_across_scopes_is_refused_in_words(make_statement, officer, reader):
    other = actions.add_scope(
        name="Maintained only", words="x", academy_places="left_out", by=officer, at=RECORDED
    )
    make_statement("budget", 5_309_667, coverage="Place funding")
    make_statement("outturn", 811_932, coverage="Place funding", scope=other)
    page = text_of(reader.get(YEAR))
    assert "No variance of final outturn against budget: they do not count the same." in page
    assert "The budget includes place funding of academies, the final outturn leaves this out." in page
    assert "£4,497,735" not in page


def test_any_two_statements_can_be_set_against_each_other(make_statement, reader):
    one, other = make_statement(), make_statement("outturn", 5, coverage="Therapies")
    page = text_of(reader.get(YEAR, {"judged": other.pk, "against": one.pk}))
    assert "The final outturn covers therapies, the budget covers placement costs." in page
    assert text_of(reader.get(YEAR, {"judged": "x", "against": one.pk}))


def test_a_deficit_is_a_word_and_an_in_year_amount_that_is_not_stated_stays_so(make_balance, reader):
    make_balance(closing=-14_000_000, closing_share=D("-10.3"), in_year_share=D("-2.5"), share_of="DSG")
    page = text_of(reader.get(reverse("position:year", args=[2018])))
    assert "£14,000,000 deficit on the High Needs Block at the end of 2018/19." in page
    assert "10.3% deficit at the end, 2.5% deficit in the year, of DSG, as stated" in page
    assert "not stated" in page
    assert "−" not in page


def test_a_reconciliation_adds_up_on_the_page(make_balance, officer, reader):
    paper, ret = make_balance(closing=-14_000_000), make_balance(closing=-12_900_000, source="The return")
    actions.reconcile(
        reference=paper,
        other=ret,
        differences=[("Early years", D(1_300_000)), ("Late invoices", D(-300_000))],
        source="Working paper",
        by=officer,
        at=RECORDED,
    )
    page = text_of(reader.get(reverse("position:year", args=[2018])))
    assert "Early years £1,300,000 better" in page
    assert "Late invoices £300,000 worse" in page
    assert "Not explained yet £100,000 better" in page


def test_an_unexplained_difference_is_said_aloud(make_balance, reader):
    make_balance(closing=-14_000_000)
    make_balance(closing=-12_900_000, source="The return")
    page = text_of(reader.get(reverse("position:year", args=[2018])))
    assert "£1,100,000 apart, and nobody has recorded why." in page


def test_transfers_and_joint_funding_are_shown_without_small_counts(
    area, make_limit, make_transfer, make_joint_funding, reader
):
    make_limit()
    make_transfer(400_001, effects=[("A school", D(-900))])
    make_joint_funding()
    page = text_of(reader.get(YEAR))
    assert "0.50% of a Schools Block of £80,000,000. Above the limit The most is £400,000." in page
    assert "A school £900 less" in page
    assert "Open disputes fewer than 5; the oldest has been open 6 to 12 months" in page
    assert "Placements without an agreed split 7" in page


def test_the_coming_years_are_drawn_and_stand_in_a_table(area, make_unmitigated, reader):
    make_unmitigated(-5, -7, pressure_gbp=D(2_000_000), pressure_source="Board paper")
    page = reader.get(YEAR)
    words = text_of(page)
    assert "£5,000,000 deficit" in words
    assert "£26,000,000 deficit" in words  # 14 + 5 + 7
    assert "every year to 2020/21 has an in-year deficit" in words
    assert "exactly that" in words
    assert b"<svg" in page.content


def test_an_empty_year_says_so(area, reader):
    page = text_of(reader.get(YEAR))
    assert "Nothing is recorded of 2019/20." in page
    assert "No transfer is recorded for 2019/20." in page
    assert "so there is no outlook" in page


def test_without_an_own_area_the_page_says_what_is_missing(reader, db):
    assert "nobody has said which area is the partnership's own" in text_of(reader.get(YEAR))


def test_the_page_opens_with_the_last_year_something_is_known_of(make_statement, reader):
    make_statement(financial_year=2017)
    page = text_of(reader.get(reverse("position:position")))
    assert page.count("High Needs Block, 2017/18") == 1


@pytest.mark.parametrize("year", [1999, 2101, 99999])
def test_a_year_that_cannot_be_is_not_found(area, reader, year):
    assert reader.get(reverse("position:year", args=[year])).status_code == 404
    assert reader.get(reverse("position:table_csv", args=[year])).status_code == 404


def test_a_page_as_at_a_meeting_shows_what_was_known_then(make_statement, reader):
    Meeting.objects.create(held_on=date(2019, 11, 14), starts_at=MEETING, title="Board")
    first = make_statement()
    make_statement(amount=23_000_000, supersedes=first, reason="Late", at=LATER)
    now, then = reader.get(YEAR), reader.get(YEAR, {"meeting": "2019-11-14"})
    assert "£23,000,000" in text_of(now)
    assert "£22,600,000" in text_of(then)
    assert "As known at the meeting of 14 November 2019." in text_of(then)
    assert reader.get(YEAR, {"meeting": "2019-11-15"}).status_code == 404


def test_only_finance_is_offered_to_record(make_statement, reader, finance):
    make_statement()
    assert "Record amounts" not in text_of(reader.get(YEAR))
    assert "Record amounts" in text_of(finance.get(YEAR))
    for url in (record_page("statement"), reverse("position:import"), reverse("position:add_scope")):
        assert reader.get(url).status_code == 403
        assert reader.post(url).status_code == 403


def test_every_field_of_a_form_is_named_in_words(scope, area, finance):
    for name in (
        "statement",
        "balance",
        "reconciliation",
        "transfer",
        "limit",
        "joint-funding",
        "unmitigated",
    ):
        assert "Row-" not in text_of(finance.get(record_page(name)))


def test_finance_records_a_statement(scope, area, finance, officer):
    answer = finance.post(
        record_page("statement"),
        typed_statement(
            scope,
            academy_places="4,500,000",
            **{"row-0-volume": "644", "row-0-volume_words": "top-ups, 2019/20", "row-2-line": "therapies",
               "row-2-amount_gbp": "100.50"},
        ),
    )  # fmt: skip
    assert answer.url == YEAR
    statement = Statement.objects.get()
    assert (statement.area, statement.period, statement.recorded_by) == (area, 6, officer)
    assert sorted(statement.amounts.values_list("line", "amount_gbp", "volume")) == [
        ("placements", 29_800_000, 644),
        ("therapies", D("100.50"), None),
    ]
    assert statement.known_parts.get().amount_gbp == 4_500_000


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"financial_year": ""}, "Choose the financial year."),
        ({"scope": ""}, "Choose the funding scope."),
        ({"source": ""}, "Say where it is written down."),
        ({"basis": "budget"}, "Only a forecast outturn is made at a month."),
        ({"unit": "per_head"}, "Say whose heads are counted"),
        ({"price_base": "real"}, "Choose the year of the prices"),
        ({"row-0-amount_gbp": ""}, "Line 1: enter the amount."),
        ({"row-0-line": ""}, "Line 1: choose the line of this amount."),
        ({"row-0-amount_gbp": "many"}, "not a number"),
        ({"row-0-amount_gbp": "1.005"}, "Write at most 2 decimals."),
        ({"row-0-amount_gbp": "100000000001"}, "This is too large to be right."),
        ({"row-0-volume": "5"}, "give both how many and what is counted."),
        ({"row-0-volume": "-5", "row-0-volume_words": "plans"}, "a count is not below zero."),
        (
            {"row-0-line": "income", "row-0-sector": "academy"},
            "income and block movements have no placement category",
        ),
        ({"row-0-line": "", "row-0-amount_gbp": ""}, "Enter at least one amount."),
        ({"row-1-line": "placements", "row-1-amount_gbp": "1"}, "“Placements” stands twice."),
    ],
)
def test_a_statement_that_cannot_be_is_refused_in_words_and_nothing_typed_is_lost(
    scope, area, finance, change, words
):
    answer = finance.post(record_page("statement"), typed_statement(scope, **change))
    assert words in text_of(answer)
    if "source" not in change:
        assert b"Forum paper" in answer.content
    assert not Statement.objects.exists()


def test_finance_corrects_a_statement_with_a_reason(make_statement, finance):
    first = make_statement(known_parts={"colleges": D(7)})
    page = finance.get(record_page("statement", first.pk)).content.decode()
    assert 'value="22,600,000"' in page
    assert 'name="financial_year"' not in page
    change = {
        "source": "Board paper", "colleges": "7",
        "row-0-line": "placements", "row-0-label": "Placement costs", "row-0-amount_gbp": "22700000",
    }  # fmt: skip
    assert "Say why it changes." in text_of(finance.post(record_page("statement", first.pk), change))
    finance.post(record_page("statement", first.pk), {**change, "reason": "A late invoice"})
    second = Statement.objects.get(supersedes=first)
    assert (second.amounts.get().amount_gbp, second.reason, second.scope) == (
        22_700_000,
        "A late invoice",
        first.scope,
    )
    assert second.known_parts.get().amount_gbp == 7
    again = finance.post(record_page("statement", first.pk), {**change, "reason": "Again"})
    assert "Somebody else corrected this while you had it open." in text_of(again)


def test_finance_records_and_corrects_a_balance(area, finance):
    typed = {
        "financial_year": "2018", "fund": "high_needs", "basis": "outturn", "closing_gbp": "-14,000,000",
        "closing_share": "-10.3", "share_of": "DSG", "source": "Paper",
    }  # fmt: skip
    finance.post(record_page("balance"), typed)
    balance = Balance.objects.get()
    assert (balance.closing_gbp, balance.closing_share, balance.in_year_gbp) == (
        -14_000_000,
        D("-10.30"),
        None,
    )
    page = finance.get(record_page("balance", balance.pk)).content.decode()
    assert 'value="-14,000,000"' in page
    assert 'value="-10.3"' in page
    finance.post(
        record_page("balance", balance.pk),
        {"closing_gbp": "-14100000", "source": "Paper", "reason": "Misread"},
    )
    assert Balance.objects.get(supersedes=balance).closing_gbp == -14_100_000


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"closing_gbp": ""}, "Enter the balance, in pounds or in per cent."),
        ({"opening_gbp": "-10", "in_year_gbp": "-5"}, "and not -14.00"),
        ({"closing_share": "-10.3"}, "Say what the per cent are of."),
        ({"closing_share": "-101", "share_of": "DSG"}, "Write from -100 to 100."),
        ({"dsg_gbp": "0"}, "The grant is more than nought."),
        ({"dsg_gbp": "-1"}, "Write a positive amount."),
    ],
)
def test_a_balance_that_cannot_be_is_refused_in_words(area, finance, change, words):
    typed = {
        "financial_year": "2018", "fund": "high_needs", "basis": "outturn", "closing_gbp": "-14",
        "source": "Paper", **change,
    }  # fmt: skip
    assert words in text_of(finance.post(record_page("balance"), typed))
    assert not Balance.objects.exists()


def test_finance_explains_and_corrects_a_difference(make_balance, finance):
    paper, ret = make_balance(closing=-14), make_balance(closing=-12, source="Return")
    typed = {
        "reference": paper.pk, "other": ret.pk, "source": "Working paper",
        "row-0-words": "Early years", "row-0-amount_gbp": "1.50",
    }  # fmt: skip
    finance.post(record_page("reconciliation"), typed)
    row = Reconciliation.objects.get()
    assert row.differences.get().amount_gbp == D("1.50")
    same = finance.post(record_page("reconciliation"), {**typed, "other": paper.pk})
    assert "Choose two different sources." in text_of(same)
    nought = finance.post(record_page("reconciliation"), {**typed, "row-0-amount_gbp": "0"})
    assert "nought explains nothing" in text_of(nought)
    change = {"source": "Working paper", "reason": "Found more", "row-0-words": "x", "row-0-amount_gbp": "2"}
    finance.post(record_page("reconciliation", row.pk), change)
    assert Reconciliation.objects.get(supersedes=row).differences.get().amount_gbp == 2


def test_finance_records_a_transfer_and_the_decision_about_it(area, finance):
    typed = {
        "financial_year": "2019", "name": "Towards placements", "amount_gbp": "400,000",
        "schools_block_gbp": "80,000,000", "who_bears": "Special schools", "decision": "asked",
        "source": "Forum", "row-0-school": "A school", "row-0-effect_gbp": "-900",
    }  # fmt: skip
    missing = text_of(finance.post(record_page("transfer"), {**typed, "decision": "refused"}))
    assert "Enter the day of the decision." in missing
    assert "This is more than the whole" in text_of(
        finance.post(record_page("transfer"), {**typed, "schools_block_gbp": "1"})
    )
    finance.post(record_page("transfer"), typed)
    transfer = BlockTransfer.objects.get()
    decided = {**typed, "decision": "refused", "decided_on": "2019-12-01", "reason": "The Forum met"}
    finance.post(record_page("transfer", transfer.pk), decided)
    second = BlockTransfer.objects.get(supersedes=transfer)
    assert (second.decision, second.effects.get().effect_gbp) == ("refused", -900)


def test_finance_sets_the_limit(area, finance):
    typed = {"financial_year": "2018", "per_cent": "0.5", "agreement": "the Forum", "source": "Regulations"}
    negative = text_of(finance.post(record_page("limit"), {**typed, "per_cent": "-1"}))
    assert "A limit is not below zero." in negative
    finance.post(record_page("limit"), typed)
    assert TransferLimit.objects.get().per_cent == D("0.50")


def test_finance_records_joint_funding(area, finance, officer):
    typed = {
        "financial_year": "2019", "as_on": "2019-09-30", "education_gbp": "600", "health_gbp": "0",
        "social_care_gbp": "400", "without_split": "7", "open_disputes": "2",
        "oldest_dispute_on": "2019-01-10", "owner": officer.pk, "source": "Panel",
    }  # fmt: skip
    missing = text_of(finance.post(record_page("joint-funding"), {**typed, "oldest_dispute_on": ""}))
    assert "Give the beginning of the oldest dispute" in missing
    later = text_of(finance.post(record_page("joint-funding"), {**typed, "oldest_dispute_on": "2019-10-01"}))
    assert "after the day the numbers are true of" in later
    finance.post(record_page("joint-funding"), typed)
    row = JointFunding.objects.get()
    page = finance.get(record_page("joint-funding", row.pk)).content.decode()
    assert f'<option value="{officer.pk}" selected>' in page
    assert 'value="2019-01-10"' in page


def test_finance_records_the_line_without_savings(area, finance):
    typed = {
        "first_year": "2019", "opening_gbp": "-14000000", "pressure_gbp": "2000000",
        "pressure_source": "Paper", "source": "Finance",
        **{f"in_year_{n}": str(-5_000_000 - n) for n in range(5)},
        **{f"rests_on_{n}": "Trend" for n in range(5)},
    }  # fmt: skip
    missing = text_of(finance.post(record_page("unmitigated"), {**typed, "in_year_3": ""}))
    assert "Enter the in-year balance of year 4." in missing
    half = text_of(finance.post(record_page("unmitigated"), {**typed, "pressure_source": ""}))
    assert "Give both the pressure and where it is written down." in half
    finance.post(record_page("unmitigated"), typed)
    line = UnmitigatedLine.objects.get()
    assert list(line.years.order_by("financial_year").values_list("financial_year", "in_year_gbp")) == [
        (2019 + n, -5_000_000 - n) for n in range(5)
    ]
    page = finance.get(record_page("unmitigated", line.pk)).content.decode()
    assert 'value="-5,000,004"' in page
    assert '<option value="2019" selected>' in page
    finance.post(record_page("unmitigated", line.pk), {**typed, "reason": "Later figures"})
    assert UnmitigatedLine.objects.get(supersedes=line).years.count() == 5


def test_finance_names_a_scope(area, finance):
    typed = {
        "name": "With academies", "words": "All of them", "academy_places": "included",
        "colleges": "not_stated", "independent_mainstream": "left_out",
    }  # fmt: skip
    finance.post(reverse("position:add_scope"), typed)
    assert FundingScope.objects.get().academy_places == "included"
    again = text_of(finance.post(reverse("position:add_scope"), typed))
    assert "There is a funding scope “With academies” already." in again


def test_without_an_own_area_nothing_can_be_recorded_and_the_form_says_why(scope, area, finance):
    area.is_ours = False
    area.save()
    answer = text_of(finance.post(record_page("statement"), typed_statement(scope)))
    assert "Say first which area is the partnership's own" in answer


def test_another_areas_records_and_unknown_kinds_are_not_found(make_statement, area, finance):
    statement = make_statement()
    area.is_ours = False
    area.save()
    assert finance.get(record_page("statement", statement.pk)).status_code == 404
    assert finance.get(record_page("wish")).status_code == 404
    assert finance.get(record_page("balance", 999)).status_code == 404


def test_the_boards_part_names_three_bases_as_placement_costs(make_statement, make_balance):
    make_statement("budget", 22_600_000)
    make_statement("outturn", 26_500_000, financial_year=2018)
    make_statement("forecast", 29_800_000)
    make_balance(closing=-14_000_000, closing_share=D("-10.3"), share_of="DSG")
    html = render_to_string("position/_board.html", {"position": queries.board_position(at=MEETING)})
    words = " ".join(BeautifulSoup(html, "html.parser").get_text(" ").split())
    for said in (
        "£14m deficit at the end of 2018/19, 10.3% of DSG",
        "Placement costs, a part of the block and not the whole of it",
        "Final outturn, 2018/19 £26.5m",
        "Budget, 2019/20 £22.6m",
        "Forecast outturn, month not stated, 2019/20 £29.8m",
        "Placements with academies and colleges",
    ):
        assert said in words
