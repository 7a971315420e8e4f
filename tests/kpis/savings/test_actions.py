"""Changes to savings: what is kept, what is refused and in which words."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from kpis.domain.savings import NotAMonth, NotAnAmount, Rules, SharesExceedTarget, Stage
from kpis.savings import actions
from kpis.savings.actions.refusals import (
    AlreadyReported,
    ApprovedByItsAuthor,
    ChangedMeanwhile,
    CodeTaken,
    MoveRefused,
    NotDelivering,
    PlanIsFrozen,
    ReasonMissing,
)
from kpis.savings.models import Initiative, MonthlyPlan, SavingsTarget
from tests.kpis.savings.conftest import ADDED, MEETING, plan_year

LATER = MEETING + timedelta(days=40)


# ---- targets ----


def test_a_new_target_is_a_further_version(set_target):
    set_target(100, provision=40)
    set_target(120, provision=40, reason="Agreed anew", at=LATER)
    assert list(SavingsTarget.objects.order_by("version").values_list("version", "amount_gbp", "reason")) == [
        (1, Decimal(100), ""),
        (2, Decimal(120), "Agreed anew"),
    ]


def test_shares_beyond_the_target_are_refused_and_nothing_is_kept(set_target):
    with pytest.raises(SharesExceedTarget, match=r"£0\.01 more than the target of £100\.00"):
        set_target(100, provision="60.01", transport=40)
    assert not SavingsTarget.objects.exists()


def test_shares_may_be_all_of_the_target(set_target):
    assert set_target(100, provision=60, transport=40).not_yet_allocated == 0


def test_a_changed_target_needs_a_reason(set_target):
    set_target(100)
    with pytest.raises(ReasonMissing):
        set_target(120)


def test_a_target_changed_meanwhile_is_not_overwritten(set_target):
    set_target(100)
    set_target(110, reason="First", replaces=1)
    with pytest.raises(ChangedMeanwhile):
        set_target(120, reason="Second", replaces=1)


# ---- plans ----


def test_the_other_years_of_a_plan_are_carried_over(make_initiative, partnership):
    initiative = make_initiative(monthly=100)
    plan_year(initiative, 200, year=2020, by=partnership.lead, reason="The second year")
    second = plan_year(initiative, 150, by=partnership.lead, reason="Fewer places")
    assert second.version == 3
    assert set(second.amounts.filter(month__lt=date(2020, 4, 1)).values_list("amount_gbp", flat=True)) == {
        150
    }
    assert set(second.amounts.filter(month__gte=date(2020, 4, 1)).values_list("amount_gbp", flat=True)) == {
        200
    }


def test_a_first_forecast_of_one_year_keeps_the_plan_of_the_others(make_initiative, partnership):
    initiative = make_initiative(monthly=100)
    plan_year(initiative, 200, year=2020, by=partnership.lead, reason="The second year")
    forecast = plan_year(initiative, 90, kind="forecast", by=partnership.lead)
    assert forecast.version == 1
    assert set(forecast.amounts.filter(month__gte=date(2020, 4, 1)).values_list("amount_gbp", flat=True)) == {
        200
    }


def test_an_approved_plan_is_frozen(make_initiative, partnership):
    initiative = make_initiative(monthly=100)
    plan = MonthlyPlan.objects.get(initiative=initiative)
    actions.approve_plan(plan=plan, by=partnership.finance, at=MEETING)
    with pytest.raises(PlanIsFrozen):
        plan_year(initiative, 90, by=partnership.lead, reason="Too late")
    plan_year(initiative, 90, kind="forecast", by=partnership.lead)
    with pytest.raises(PlanIsFrozen):
        actions.approve_plan(plan=plan, by=partnership.other_finance, at=LATER)


def test_nobody_approves_their_own_plan(make_initiative, partnership):
    plan = plan_year(make_initiative(), 100, by=partnership.finance)
    with pytest.raises(ApprovedByItsAuthor):
        actions.approve_plan(plan=plan, by=partnership.finance, at=MEETING)


def test_only_the_last_version_is_approved(make_initiative, partnership):
    initiative = make_initiative(monthly=100)
    first = MonthlyPlan.objects.get(initiative=initiative)
    plan_year(initiative, 90, by=partnership.lead, reason="Less")
    with pytest.raises(ChangedMeanwhile):
        actions.approve_plan(plan=first, by=partnership.finance, at=MEETING)


def test_a_plan_changed_meanwhile_is_not_overwritten(make_initiative, partnership):
    initiative = make_initiative(monthly=100)
    plan_year(initiative, 90, by=partnership.lead, reason="Less", replaces=1)
    with pytest.raises(ChangedMeanwhile):
        plan_year(initiative, 80, by=partnership.finance, reason="Even less", replaces=1)


def test_a_changed_plan_needs_a_reason(make_initiative, partnership):
    initiative = make_initiative(monthly=100)
    with pytest.raises(ReasonMissing):
        plan_year(initiative, 90, by=partnership.lead)


@pytest.mark.parametrize(
    ("month", "amount", "problem"),
    [
        (date(2019, 9, 1), Decimal("-1"), NotAnAmount),
        (date(2019, 9, 1), Decimal("1.005"), NotAnAmount),
        (date(2019, 9, 2), Decimal(1), NotAMonth),
    ],
    ids=["negative", "finer than a penny", "not the first of a month"],
)
def test_a_plan_with_a_wrong_amount_or_month_is_not_kept(
    make_initiative, partnership, month, amount, problem
):
    initiative = make_initiative()
    with pytest.raises(problem):
        actions.record_plan(
            initiative=initiative, kind="planned", amounts={month: amount}, by=partnership.lead, at=ADDED
        )
    assert not MonthlyPlan.objects.exists()


# ---- deliveries ----


def test_a_correction_keeps_the_earlier_report(make_initiative, report, partnership):
    first = report(make_initiative(), 9, 8_000)
    second = actions.correct_delivered(
        delivered=first,
        amount=Decimal(7_000),
        evidence="Ledger",
        reason="Booked twice",
        by=partnership.lead,
        at=LATER,
    )
    first.refresh_from_db()
    assert first.amount_gbp == 8_000
    assert second.corrects == first


def test_a_report_is_corrected_once_then_its_correction_is(make_initiative, report, partnership):
    first = report(make_initiative(), 9, 8_000)
    again = {"evidence": "Ledger", "reason": "Wrong", "by": partnership.lead, "at": LATER}
    second = actions.correct_delivered(delivered=first, amount=Decimal(1), **again)
    with pytest.raises(AlreadyReported):
        actions.correct_delivered(delivered=first, amount=Decimal(2), **again)
    assert actions.correct_delivered(delivered=second, amount=Decimal(3), **again).corrects == second


def test_a_month_is_reported_once(make_initiative, report):
    initiative = make_initiative()
    report(initiative, 9, 8_000)
    with pytest.raises(AlreadyReported, match="September 2019"):
        report(initiative, 9, 1)


def test_a_month_to_come_cannot_be_reported(make_initiative, report):
    initiative = make_initiative()
    report(initiative, 11, 1)  # it has begun
    with pytest.raises(NotDelivering, match="December 2019 has not begun"):
        report(initiative, 12, 1)


@pytest.mark.parametrize("stage", ["identified", "planned"])
def test_nothing_is_delivered_before_delivery_begins(make_initiative, report, stage):
    with pytest.raises(NotDelivering, match="In delivery"):
        report(make_initiative(stage=stage), 9, 1)


# ---- initiatives ----


def test_a_code_is_taken_once(make_initiative):
    make_initiative("LP-1")
    with pytest.raises(CodeTaken):
        make_initiative("LP-1")


def test_a_stage_is_reached_step_by_step_and_each_step_is_kept(
    make_initiative, report, partnership, evidence
):
    initiative = evidence(make_initiative(stage="identified", monthly=100))
    for stage, at in (("planned", ADDED), ("in_delivery", ADDED)):
        actions.move_stage(initiative=initiative, stage=stage, by=partnership.lead, at=at)
    report(initiative, 9, 100)
    actions.move_stage(initiative=initiative, stage="delivered", by=partnership.lead, at=LATER)
    moves = initiative.moves.order_by("id").values_list("stage", flat=True)
    assert list(moves) == ["identified", "planned", "in_delivery", "delivered"]
    staged = Initiative.objects.with_stage(MEETING).get(pk=initiative.pk)
    assert staged.stage == Stage.IN_DELIVERY


def test_no_stage_is_jumped_over(make_initiative, partnership):
    initiative = make_initiative(stage="identified")
    move = {"initiative": initiative, "by": partnership.lead, "at": MEETING}
    with pytest.raises(MoveRefused, match="cannot go"):
        actions.move_stage(stage="in_delivery", **move)
    actions.move_stage(stage="stopped", reason="No", **move)
    with pytest.raises(MoveRefused, match="cannot go"):
        actions.move_stage(stage="in_delivery", **move)


@pytest.mark.parametrize(
    ("here", "there"), [("identified", "stopped"), ("planned", "identified"), ("in_delivery", "planned")]
)
def test_stopping_and_going_back_need_a_reason(make_initiative, partnership, here, there):
    initiative = make_initiative(stage=here, monthly=100)
    with pytest.raises(ReasonMissing):
        actions.move_stage(initiative=initiative, stage=there, by=partnership.lead, at=MEETING)
    actions.move_stage(initiative=initiative, stage=there, reason="Because", by=partnership.lead, at=MEETING)


# ---- thresholds ----


def test_thresholds_changed_meanwhile_are_not_overwritten(partnership):
    rules = Rules({stage: 40 for stage in Stage if stage != Stage.STOPPED}, Decimal(5))
    actions.set_rules(rules=rules, reason="Caution", replaces=0, by=partnership.finance, at=MEETING)
    with pytest.raises(ChangedMeanwhile):
        actions.set_rules(rules=rules, reason="Caution", replaces=0, by=partnership.finance, at=MEETING)
