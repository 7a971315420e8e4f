"""The rules stand in the database too, each under its name."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from kpis.domain.savings import Stage
from kpis.savings import models
from tests.kpis.savings.conftest import ADDED, MEETING

D = Decimal


@pytest.fixture
def rows(make_initiative, set_target, report, partnership):
    """One good row of each kind, for the cases to copy and spoil."""
    initiative = make_initiative(monthly=100)
    target = set_target(100, provision=60)
    rules = {stage.value: 50 for stage in Stage if stage != Stage.STOPPED}
    return {
        "target": target,
        "share": target.shares.get(),
        "initiative": initiative,
        "move": initiative.moves.get(),
        "plan": initiative.plans.get(),
        "amount": initiative.plans.get().amounts.first(),
        "delivered": report(initiative, 9, 50),
        "progress": models.SavingsProgress.objects.filter(type_group="non_cashable").first(),
        "rules": models.SavingsRules(
            version=1, tolerance=5, reason="Why", set_by=partnership.finance, set_at=ADDED, **rules
        ),
    }


CASES = [
    ("target", {}, "savings_target_version_once"),
    ("target", {"version": 2}, "savings_target_change_has_reason"),
    ("target", {"amount_gbp": D(0), "financial_year": 2020}, "savings_target_amount_in_bounds"),
    ("target", {"financial_year": 1999}, "savings_target_year_is_a_year"),
    ("target", {"financial_year": 2020, "agreed_by": "Board"}, "savings_target_agreed_by_and_on_together"),
    (
        "target",
        {"financial_year": 2020, "counts_from": MEETING},
        "savings_target_counts_at_the_latest_when_set",
    ),
    ("share", {}, "savings_share_once_a_workstream"),
    ("share", {"amount_gbp": D(-1)}, "savings_share_amount_in_bounds"),
    ("initiative", {"code": "lower-1"}, "initiative_code_is_capitals"),
    ("initiative", {"code": "A-2", "saving_type": "other"}, "initiative_type_is_known"),
    ("initiative", {"code": "A-2", "recurrence": "often"}, "initiative_recurrence_is_known"),
    (
        "initiative",
        {"code": "A-2", "saving_type": "scope_reduction"},
        "initiative_scope_reduction_says_who_loses",
    ),
    ("initiative", {"code": "A-2", "one_off_cost_gbp": D(-1)}, "initiative_one_off_cost_in_bounds"),
    ("initiative", {"code": "A-2", "starts_on": date(2019, 4, 2)}, "initiative_starts_with_a_month"),
    ("move", {"stage": "elsewhere"}, "stage_move_stage_is_known"),
    ("move", {"stage": "stopped"}, "stage_move_stopped_has_reason"),
    ("plan", {}, "monthly_plan_version_once"),
    ("plan", {"version": 2}, "monthly_plan_change_has_reason"),
    ("plan", {"kind": "hoped"}, "monthly_plan_kind_is_known"),
    ("plan", {"version": 2, "reason": "x", "approved_at": ADDED}, "monthly_plan_approved_by_and_at_together"),
    ("amount", {}, "monthly_amount_once_a_month"),
    ("amount", {"month": date(2021, 4, 2)}, "monthly_amount_on_the_first"),
    ("amount", {"month": date(2021, 4, 1), "amount_gbp": D(-1)}, "monthly_amount_in_bounds"),
    ("amount", {"month": date(2021, 4, 1), "amount_gbp": D(1_000_000_001)}, "monthly_amount_in_bounds"),
    ("delivered", {}, "delivered_first_report_once_a_month"),
    ("delivered", {"month": date(2019, 8, 2)}, "delivered_on_the_first"),
    ("delivered", {"month": date(2019, 12, 1)}, "delivered_month_had_begun"),
    ("delivered", {"month": date(2019, 8, 1), "amount_gbp": D(-1)}, "delivered_in_bounds"),
    ("delivered", {"month": date(2019, 8, 1), "evidence": ""}, "delivered_has_evidence"),
    ("delivered", {"month": date(2019, 8, 1), "correction_reason": "x"}, "delivered_correction_has_reason"),
    ("progress", {}, "savings_progress_once"),
    ("progress", {"financial_year": 2030, "type_group": "all"}, "savings_progress_group_is_known"),
    ("progress", {"financial_year": 2030, "target": D(1)}, "savings_progress_only_cash_has_a_target"),
    ("rules", {"planned": 40}, "savings_rules_weights_grow_to_at_most_100"),
    ("rules", {"delivered": 101}, "savings_rules_weights_grow_to_at_most_100"),
    ("rules", {"tolerance": D(101)}, "savings_rules_tolerance_in_bounds"),
    ("rules", {"reason": ""}, "savings_rules_have_a_reason"),
]


@pytest.mark.parametrize(
    ("kind", "spoilt", "name"), CASES, ids=[f"{name}-{n}" for n, (*_, name) in enumerate(CASES)]
)
def test_the_database_refuses_by_name(rows, kind, spoilt, name):
    assert name in refusal(rows[kind], **spoilt)


def refusal(row, **spoilt) -> str:
    """What PostgreSQL says of a copy of this row with some values changed."""
    row.pk, row._state.adding = None, True
    for field, value in spoilt.items():
        setattr(row, field, value)
    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        row.save(force_insert=True)
    return str(refused.value.__cause__.diag.constraint_name)


def test_the_database_refuses_shares_beyond_the_target(rows, partnership):
    assert "savings_shares_within_target" in refusal(
        rows["share"], workstream=partnership.transport, amount_gbp=D("40.01")
    )


def test_a_plan_is_approved_by_another_and_only_once(rows, partnership):
    plan = rows["plan"]
    assert (
        refusal(plan, version=2, reason="x", approved_by=partnership.lead, approved_at=ADDED)
        == "monthly_plan_approved_by_another"
    )
    approved = {"reason": "x", "approved_by": partnership.finance, "approved_at": ADDED}
    for field, value in approved.items():
        setattr(plan, field, value)
    plan.pk, plan.version = None, 2
    plan.save(force_insert=True)
    assert refusal(plan, version=3) == "monthly_plan_approved_once"


def test_a_forecast_is_never_approved(rows, partnership):
    assert (
        refusal(rows["plan"], kind="forecast", approved_by=partnership.finance, approved_at=ADDED)
        == "monthly_plan_approved_by_another"
    )


def test_a_correction_stays_with_its_initiative_and_month(rows, make_initiative):
    first = rows["delivered"]
    correction = {"corrects_id": first.pk, "correction_reason": "x"}
    assert (
        refusal(rows["delivered"], month=date(2019, 8, 1), **correction)
        == "delivered_correction_keeps_initiative_and_month"
    )
    assert (
        refusal(rows["delivered"], month=date(2019, 9, 1), initiative=make_initiative("B-2"), **correction)
        == "delivered_correction_keeps_initiative_and_month"
    )
