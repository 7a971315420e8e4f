"""What the finance page reads: like with like, years rolled forward, differences that add up."""

from datetime import date
from decimal import Decimal

import pytest

from kpis.domain.block import ScopePart
from kpis.domain.position import Apart, Payer
from kpis.domain.savings import SavingType, Stage, TypeGroup
from kpis.position import actions, queries
from kpis.position.actions import AmountLine
from kpis.position.models import Amount
from tests.kpis.position.conftest import LATER, MEETING, RECORDED
from tests.kpis.savings.conftest import make_initiative, partnership, plan_year  # noqa: F401 - fixtures

D = Decimal


@pytest.fixture
def page(area):
    def read(year=2019, at=MEETING):
        return queries.position_page(area=area, year=year, at=at)

    return read


def test_budget_and_forecast_of_one_scope_have_a_variance(make_statement, page):
    make_statement("budget", 22_600_000)
    make_statement("forecast", 29_800_000)
    [group] = page().groups
    [comparison] = group.comparisons
    assert (comparison.is_like_for_like, comparison.variance) == (True, 7_200_000)
    assert [line.variance for line in comparison.lines] == [7_200_000]


def test_two_scopes_have_no_variance_but_the_reasons_and_both_adjusted_amounts(make_statement, officer, page):
    budget_scope = actions.add_scope(
        name="With academies", words="x", academy_places="included", colleges="left_out",
        independent_mainstream="left_out", by=officer, at=RECORDED,
    )  # fmt: skip
    outturn_scope = actions.add_scope(
        name="Maintained only", words="x", academy_places="left_out", colleges="left_out",
        independent_mainstream="left_out", by=officer, at=RECORDED,
    )  # fmt: skip
    part = {ScopePart.ACADEMY_PLACES: D(4_500_000)}
    place_funding = AmountLine("place_funding", D("5309666.67"))
    make_statement(
        "budget", amounts=[place_funding], scope=budget_scope, coverage="Place funding", known_parts=part
    )
    make_statement("outturn", 811_932, scope=outturn_scope, coverage="Place funding")
    [group] = page().groups
    [comparison] = group.comparisons
    assert (comparison.is_like_for_like, comparison.variance, comparison.lines) == (False, None, [])
    assert [d.kind for d in comparison.differences] == [Apart.SCOPE]
    [adjusted] = comparison.adjusted
    assert (adjusted.judged, adjusted.against) == (D(811_932), D("809666.67"))


def test_any_two_statements_of_the_year_can_be_asked_for(make_statement, page):
    part, whole = make_statement(), make_statement("outturn", coverage="")
    groups = page().groups
    assert [group.what for group in groups] == ["The whole High Needs Block", "Placement costs"]
    chosen = queries.chosen_comparison(groups, judged=whole.pk, against=part.pk)
    assert [d.kind for d in chosen.differences] == [Apart.COVERAGE]
    assert queries.chosen_comparison(groups, judged=whole.pk, against=whole.pk) is None
    assert queries.chosen_comparison(groups, judged=0, against=whole.pk) is None


def test_a_line_that_only_one_statement_has_is_missing_and_not_nought(make_statement, page):
    two = [AmountLine("placements", D(10), label="Placement costs"), AmountLine("therapies", D(2))]
    make_statement("budget", 8)
    make_statement("outturn", amounts=two)
    [comparison] = page().groups[0].comparisons
    assert comparison.variance == 4
    assert [(line.what, line.judged, line.against, line.variance) for line in comparison.lines] == [
        ("Placement costs", 10, 8, 2),
        ("Therapies", 2, None, None),
    ]


def test_a_page_as_at_a_meeting_has_nothing_that_was_known_later(make_statement, make_balance, page):
    make_statement(known_from=LATER, at=LATER)
    make_balance(closing=-1, financial_year=2019, known_from=LATER, at=LATER)
    assert page(at=MEETING).is_empty
    assert not page(at=LATER).is_empty


def test_a_balance_is_shown_in_per_cent_of_the_grant_only_where_the_grant_is_stated(make_balance, page):
    make_balance(-10_000_000, -4_000_000, dsg_gbp=D(140_000_000))
    make_balance(closing=-14_000_000, source="Paper", closing_share=D("-10.3"), share_of="DSG")
    stated, paper = page(2018).balances
    assert (stated.closing_of_grant, round(stated.in_year_of_grant, 4)) == (-10, D("-2.8571"))
    assert (paper.closing_of_grant, paper.row.closing_share) == (None, D("-10.3"))


def test_reconciled_balances_add_up_and_the_others_are_named(make_balance, officer, page):
    paper = make_balance(closing=-14_000_000)
    ret = make_balance(closing=-12_900_000, source="Return")
    make_balance(closing=-13_000_000, source="Accounts")
    assert [pair.difference for pair in page(2018).unreconciled] == [1_100_000, 1_000_000]
    actions.reconcile(
        reference=paper, other=ret, differences=[("Early years", D(900_000))],
        source="Working paper", by=officer, at=RECORDED,
    )  # fmt: skip
    read = page(2018)
    [done] = read.reconciliations
    assert (done.sums.difference, done.sums.explained, done.sums.left) == (1_100_000, 900_000, 200_000)
    assert [pair.other.source for pair in read.unreconciled] == ["Accounts"]


def test_a_reconciliation_of_a_balance_that_was_corrected_needs_doing_again(make_balance, officer, page):
    paper, ret = make_balance(closing=-14), make_balance(closing=-12, source="Return")
    actions.reconcile(reference=paper, other=ret, differences=[], source="x", by=officer, at=RECORDED)
    make_balance(closing=-13, source="Return", supersedes=ret, reason="Typed wrongly", at=LATER)
    assert len(page(2018, MEETING).reconciliations) == 1
    after = page(2018, LATER)
    assert (after.reconciliations, [p.difference for p in after.unreconciled]) == ([], [D(1)])


def test_balances_of_two_funds_are_never_set_against_each_other(make_balance, page):
    make_balance(closing=-14)
    make_balance(closing=-12, fund="dsg", source="Return")
    assert page(2018).unreconciled == []


@pytest.mark.parametrize(
    ("year", "per_cent"), [(2017, None), (2018, "0.5"), (2019, "0.5"), (2020, "1")], ids=str
)
def test_the_limit_is_the_one_in_force_in_the_year(make_limit, make_transfer, page, year, per_cent):
    make_limit(2018, "0.5")
    make_limit(2020, "1")
    make_transfer(financial_year=year)
    [transfer] = page(year).transfers
    assert (transfer.limit and transfer.limit.per_cent) == (per_cent and D(per_cent))
    assert transfer.share == D("0.5")


def test_joint_funding_shows_shares_and_no_small_count(make_joint_funding, page):
    make_joint_funding()
    row = page().joint_funding
    assert row.shares == [
        (Payer.EDUCATION, 600, 60),
        (Payer.HEALTH, 100, 10),
        (Payer.SOCIAL_CARE, 300, 30),
    ]
    assert (row.total, row.without_split, row.open_disputes) == (1000, "7", "fewer than 5")
    assert row.oldest_dispute == "6 to 12 months"


def test_the_latest_joint_funding_of_the_year_is_shown(make_joint_funding, page):
    make_joint_funding(without_split=9, as_on=date(2019, 10, 31))
    make_joint_funding()
    assert page().joint_funding.without_split == "9"


def test_savings_are_taken_off_by_stage_and_only_cash_moves_the_deficit(
    make_unmitigated,
    make_initiative,  # noqa: F811
    page,
):
    make_unmitigated(-5, -7)
    make_initiative("A-1", stage="planned", monthly=100_000)  # £1.2m of 2019/20, counts 50%
    make_initiative("A-2", saving_type=SavingType.INCOME, stage="identified", monthly=10_000)  # 25%
    make_initiative("A-3", saving_type=SavingType.COST_AVOIDANCE, monthly=50_000)
    # In April nothing is over yet, so that all twelve months of 2019/20 are still forecast.
    five = page(at=RECORDED.replace(month=10)).five_years
    first, second = five.years
    assert (first.unmitigated.in_year, first.unmitigated.closing) == (-5_000_000, -19_000_000)
    saved = {stage: [pounds for _, pounds in amounts] for stage, amounts in five.stages}
    assert set(saved) == {Stage.PLANNED, Stage.IDENTIFIED}
    assert first.mitigated.in_year == -5_000_000 + saved[Stage.PLANNED][0] + saved[Stage.IDENTIFIED][0]
    assert first.mitigated.closing == second.mitigated.opening
    # Nobody has planned 2020/21: twelve months of £100,000 and of £10,000 go on; 50% and 25% are counted on.
    assert second.mitigated.in_year == -7_000_000 + 1_200_000 + 120_000
    assert second.counted_on.in_year == -7_000_000 + 600_000 + 30_000
    [(group, amounts)] = five.other_groups
    assert group is TypeGroup.COST_AVOIDANCE
    assert [(label, pounds > 0) for label, pounds in amounts] == [("2019/20", True), ("2020/21", True)]


def test_what_saves_once_is_taken_off_only_where_it_is_planned(
    make_unmitigated,
    make_initiative,  # noqa: F811
    page,
):
    make_unmitigated(-5, -7)
    make_initiative("A-1", monthly=100_000, recurrence="one_off")
    _, second = page(at=RECORDED.replace(month=10)).five_years.years
    assert second.mitigated.in_year == -7_000_000


def test_a_later_year_with_a_plan_of_its_own_counts_that_plan(
    make_unmitigated,
    make_initiative,  # noqa: F811
    page,
):
    make_unmitigated(-5, -7)
    initiative = make_initiative("A-1", monthly=100_000)
    plan_year(initiative, 30_000, by=initiative.owner, year=2020, reason="It tails off")
    _, second = page(at=RECORDED.replace(month=10)).five_years.years
    assert second.mitigated.in_year == -7_000_000 + 360_000


def test_the_mitigated_line_uses_what_the_savings_pages_say(make_unmitigated, make_initiative, page):  # noqa: F811
    from kpis.savings.queries import worked_out

    make_unmitigated(-5)
    make_initiative("A-1", stage="planned", monthly=100_000)
    make_initiative("A-2", saving_type=SavingType.INCOME, stage="identified", monthly=10_000)
    progress = worked_out(year=2019, at=MEETING).of(None)
    [year] = page().five_years.years
    assert year.mitigated.in_year == -5_000_000 + progress.forecast
    assert year.counted_on.in_year == -5_000_000 + progress.risk_adjusted


def test_the_year_that_balances_is_named_for_the_forecast_and_for_what_is_counted_on(
    make_unmitigated,
    make_initiative,  # noqa: F811
    page,
):
    # On 14 November £500,000 a month is still awaited for August to March: £4m, of which 50% is counted on.
    make_unmitigated(-3)
    make_initiative("A-1", stage="planned", monthly=500_000)
    five = page().five_years
    assert (five.balances_label, five.counted_on_balances_label) == ("2019/20", "")
    assert [year.mitigated.in_year for year in five.years] == [1_000_000]
    assert [year.counted_on.in_year for year in five.years] == [-1_000_000]


def test_growth_is_checked_against_the_stated_pressure(make_unmitigated, page):
    make_unmitigated(-5, -8, pressure_gbp=D(2_000_000), pressure_source="Board paper")
    growth = page().five_years.growth
    assert (growth.worsens, growth.pressure, growth.beyond) == (3_000_000, 2_000_000, 1_000_000)


def test_without_an_unmitigated_line_there_is_no_outlook(page):
    assert page().five_years is None


def test_large_parts_come_first_and_money_that_comes_in_last(make_statement, page):
    allocation = [AmountLine("income", D(-23_287_000))]
    make_statement(amounts=allocation, coverage="Allocation")
    make_statement(amount=278, coverage="Top-ups", unit="per_head", per_whom="people aged 2 to 18")
    make_statement(amount=10_245_000, coverage="Pre-16 top-ups")
    make_statement(amount=22_600_000)
    make_statement(amount=1, coverage="")
    assert [group.what for group in page().groups] == [
        "The whole High Needs Block",
        "Placement costs",
        "Pre-16 top-ups",
        "Allocation",
        "Top-ups",
    ]


def test_the_page_takes_as_many_queries_for_one_record_as_for_many(
    make_statement, make_balance, make_transfer, make_joint_funding, make_unmitigated, page,
    django_assert_max_num_queries,
):  # fmt: skip
    def record(n):
        make_statement(source=f"Paper {n}")
        make_balance(closing=-n, financial_year=2019, source=f"Return {n}")
        make_transfer(name=f"Transfer {n}", effects=[("A school", D(-1))])
        make_joint_funding(as_on=date(2019, 9, n))
        make_unmitigated(-5, -6)

    record(1)
    with django_assert_max_num_queries(40) as one:
        page()
    for n in range(2, 6):
        record(n)
    with django_assert_max_num_queries(40) as five:
        page()
    assert len(five) == len(one)


def test_the_board_reads_three_bases_of_placement_costs_and_the_deficit(make_statement, make_balance):
    make_statement("budget", 22_600_000)
    make_statement("outturn", 26_500_000, financial_year=2018)
    make_statement("forecast", 29_800_000)
    make_statement("forecast", 10_245_000, coverage="Pre-16 top-ups")
    make_balance(closing=-14_000_000)
    board = queries.board_position(at=MEETING)
    shown = [(s.statement.year_label, s.statement.basis, s.total) for s in board.sides]
    assert shown == [
        ("2018/19", "outturn", 26_500_000),
        ("2019/20", "budget", 22_600_000),
        ("2019/20", "forecast", 29_800_000),
    ]
    assert (board.what, board.comparison.variance) == ("Placement costs", 7_200_000)
    assert board.balance.row.closing_gbp == -14_000_000


def test_the_deficit_that_opens_a_page_is_the_one_known_last(make_balance, page):
    make_balance(closing=-14, basis="forecast", financial_year=2019)
    make_balance(closing=-15, basis="outturn", financial_year=2019, source="Outturn", at=LATER)
    make_balance(closing=-30, fund="dsg", financial_year=2019, source="Accounts", at=LATER)
    assert page(at=LATER).headline.row.closing_gbp == -15
    assert queries.board_position(at=LATER).balance.row.closing_gbp == -15
    assert (
        page().headline.row.closing_gbp == queries.board_position(at=MEETING).balance.row.closing_gbp == -14
    )


def test_amounts_stand_in_the_order_they_were_recorded_in(make_statement, area):
    make_statement(amounts=[AmountLine("placements", D(1), label=label) for label in "CAB"])
    Amount.objects.filter(label="C").update(label="D")  # moves the row in its table
    [statement] = queries.statements_at(area=area, at=MEETING)
    assert [row[14] for row in queries.table_of([statement])] == ["D", "A", "B"]


def test_a_board_without_any_record_reads_nothing(area):
    board = queries.board_position(at=MEETING)
    assert (board.sides, board.balance, board.comparison) == ([], None, None)
