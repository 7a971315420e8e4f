"""Recording and correcting the position: nothing is overwritten, and a refusal says why."""

from datetime import date
from decimal import Decimal

import pytest

from kpis.domain.position import ClosingDoesNotFollow, GapInYears
from kpis.position import actions
from kpis.position.actions import AmountLine, refusals
from kpis.position.models import Amount, Balance, BlockTransfer, FundingScope, Statement, UnmitigatedLine
from tests.kpis.position.conftest import LATER, MEETING, RECORDED

D = Decimal


def test_a_statement_keeps_everything_that_decides_what_it_may_be_compared_with(make_statement, officer):
    statement = make_statement("forecast", 29_800_000, period=6)
    assert (statement.extent, statement.what, statement.basis_words) == (
        "part",
        "Placement costs",
        "forecast outturn at month 6",
    )
    assert (statement.recorded_by, statement.recorded_at, statement.known_from) == (
        officer,
        RECORDED,
        RECORDED,
    )
    assert statement.amounts.get().amount_gbp == D(29_800_000)


def test_a_part_of_the_block_is_never_called_the_whole(make_statement):
    assert make_statement().what == "Placement costs"
    assert make_statement("outturn", coverage="").what == "The whole High Needs Block"


def test_a_correction_keeps_the_earlier_statement_and_meetings_keep_what_they_saw(make_statement):
    first = make_statement()
    second = make_statement(amount=22_700_000, supersedes=first, reason="A late invoice", at=LATER)
    assert list(Statement.objects.known_at(MEETING)) == [first]
    assert list(Statement.objects.known_at(LATER)) == [second]
    assert (second.supersedes, second.financial_year, second.coverage) == (first, 2019, "Placement costs")


def test_the_second_of_two_who_correct_the_same_statement_is_told(make_statement):
    first = make_statement()
    make_statement(amount=1, supersedes=first, reason="x", at=LATER)
    with pytest.raises(refusals.ChangedMeanwhile):
        make_statement(amount=2, supersedes=first, reason="y", at=LATER)
    assert Statement.objects.count() == 2


def test_a_correction_needs_a_reason(make_statement):
    with pytest.raises(refusals.ReasonMissing):
        make_statement(supersedes=make_statement(), at=LATER)


def test_the_same_statement_is_not_recorded_twice_but_from_another_source_it_is(make_statement):
    make_statement()
    with pytest.raises(refusals.AlreadyRecorded):
        make_statement(amount=1)
    make_statement(source="Budget book")
    make_statement("forecast")
    with pytest.raises(refusals.AlreadyRecorded):
        make_statement("forecast")
    assert Statement.objects.count() == 3


def test_a_statement_without_amounts_or_with_a_line_twice_stores_nothing(
    make_statement, officer, area, scope
):
    terms = {
        "area": area,
        "financial_year": 2019,
        "basis": "budget",
        "scope": scope,
        "source": "x",
        "by": officer,
        "at": RECORDED,
    }
    with pytest.raises(refusals.NothingRecorded):
        actions.record_statement(amounts=[], **terms)
    with pytest.raises(refusals.LineTwice, match="“Top-ups, Pre-16” stands twice"):
        actions.record_statement(amounts=[AmountLine("top_ups", D(1), label="Pre-16")] * 2, **terms)
    assert not Statement.objects.exists()


def test_an_amount_keeps_volume_commitments_and_what_a_part_comes_to(make_statement):
    line = AmountLine(
        "top_ups",
        D("10245000"),
        label="Pre-16",
        actual_to_date_gbp=D("5000000"),
        commitments_gbp=D("4000000"),
        volume=D(644),
        volume_words="top-ups in the year",
    )
    statement = make_statement("forecast", amounts=[line], known_parts={"academy_places": D(100)})
    amount = statement.amounts.get()
    assert (amount.volume, amount.volume_words, amount.actual_to_date_gbp, amount.commitments_gbp) == (
        644,
        "top-ups in the year",
        5_000_000,
        4_000_000,
    )
    assert statement.known_parts.get().amount_gbp == 100


@pytest.mark.parametrize("role", ["board_member", "workstream_lead", "data_officer", "administrator"])
def test_only_finance_records(make_statement, make_balance, make_unmitigated, person, role):
    other = person(role)
    for attempt in (
        lambda: make_statement(by=other),
        lambda: make_balance(closing=-14, by=other),
        lambda: make_unmitigated(-5, by=other),
        lambda: actions.add_scope(name="A", words="B", by=other, at=RECORDED),
    ):
        with pytest.raises(refusals.NotAllowed):
            attempt()
    assert [m.objects.count() for m in (Amount, Balance, UnmitigatedLine, FundingScope)] == [0, 0, 0, 1]


def test_a_scope_of_the_same_name_is_refused_whatever_its_capitals(scope, officer):
    with pytest.raises(refusals.AlreadyRecorded):
        actions.add_scope(name=scope.name.upper(), words="x", by=officer, at=RECORDED)
    assert FundingScope.objects.get() == scope


def test_a_closing_balance_follows_from_the_two_others(make_balance):
    assert make_balance(-10, -4).closing_gbp == -14
    with pytest.raises(ClosingDoesNotFollow):
        make_balance(-10, -4, -15, source="Another")


def test_an_in_year_amount_is_not_worked_out_from_its_per_cent(make_balance):
    # The paper: £14m at the end of 2018/19, 10.3% of DSG; in the year 2.5%, no amount.
    balance = make_balance(
        closing=-14_000_000, closing_share=D("-10.3"), in_year_share=D("-2.5"), share_of="DSG"
    )
    balance.refresh_from_db()
    assert (balance.in_year_gbp, balance.opening_gbp, balance.dsg_gbp) == (None, None, None)
    assert (balance.closing_share, balance.in_year_share) == (D("-10.30"), D("-2.50"))


def test_a_balance_that_says_nothing_is_refused(make_balance):
    with pytest.raises(refusals.NothingRecorded):
        make_balance(-10)


def test_balances_of_two_sources_are_reconciled(make_balance, officer):
    paper, ret = make_balance(closing=-14_000_000), make_balance(closing=-12_900_000, source="Return")
    row = actions.reconcile(
        reference=paper,
        other=ret,
        differences=[("Early years underspend set against it", D(900_000))],
        source="Working paper",
        by=officer,
        at=RECORDED,
    )
    assert [(d.position, d.amount_gbp) for d in row.differences.all()] == [(1, 900_000)]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"fund": "dsg"}, "same fund"),
        ({"financial_year": 2017}, "same fund and the same year"),
        ({"closing": None, "closing_share": D(-10), "share_of": "DSG"}, "only a per cent"),
    ],
    ids=["another fund", "another year", "no amount"],
)
def test_what_is_not_the_same_balance_is_not_reconciled(make_balance, officer, change, words):
    paper, other = make_balance(closing=-14), make_balance(**{"closing": -13, "source": "Return", **change})
    with pytest.raises(refusals.NotTheSameBalance, match=words):
        actions.reconcile(reference=paper, other=other, differences=[], source="x", by=officer, at=RECORDED)


def test_a_balance_is_not_reconciled_with_itself(make_balance, officer):
    paper = make_balance(closing=-14)
    with pytest.raises(refusals.NotTheSameBalance, match="two different sources"):
        actions.reconcile(reference=paper, other=paper, differences=[], source="x", by=officer, at=RECORDED)


def test_a_transfer_keeps_its_effect_on_each_school(make_transfer):
    transfer = make_transfer(effects=[("A school", D(-900)), ("Another school", D(-1100))])
    assert set(transfer.effects.values_list("school", "effect_gbp")) == {
        ("A school", D(-900)),
        ("Another school", D(-1100)),
    }
    with pytest.raises(refusals.LineTwice, match="“A school” stands twice"):
        make_transfer(name="Another", effects=[("A school", D(1)), ("A school", D(2))])


def test_a_decision_of_the_forum_is_a_correction_with_its_date(make_transfer):
    asked = make_transfer()
    decided = make_transfer(
        decision="refused", decided_on=date(2019, 12, 1), supersedes=asked, reason="The forum met", at=LATER
    )
    assert list(BlockTransfer.objects.known_at(LATER)) == [decided]


def test_the_unmitigated_line_has_consecutive_years(make_unmitigated):
    line = make_unmitigated(-5, -7)
    assert [y.financial_year for y in line.years.order_by("financial_year")] == [2019, 2020]
    with pytest.raises(GapInYears):
        make_unmitigated(-5, years={2019: (D(1), "x"), 2021: (D(1), "x")})
