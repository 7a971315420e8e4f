"""The rules of gates and of sign-off stand in the database too, each under its name."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from kpis.savings import actions, models
from tests.kpis.savings.conftest import ADDED, MEETING, add_record, record_baseline, record_counterfactual
from tests.kpis.savings.test_constraints import refusal

D = Decimal
EARLIER = ADDED - timedelta(days=1)


@pytest.fixture
def rows(make_initiative, evidence, report, partnership):
    """One good row of each kind, for the cases to copy and spoil."""
    initiative = evidence(make_initiative(monthly=100), "screening")
    avoidance = make_initiative("EI-1", saving_type="cost_avoidance", monthly=1)
    change = models.WordsChange(
        initiative=initiative,
        field="Name",
        before="Old",
        after="New",
        reason="Clearer",
        changed_by=partnership.lead,
        changed_at=ADDED,
    )
    return {
        "baseline": record_baseline(initiative, by=partnership.lead),
        "counterfactual": record_counterfactual(avoidance, by=partnership.lead),
        "record": add_record(initiative, "decision", by=partnership.lead),
        "screening": initiative.screenings.get(),
        "delivered": report(initiative, 9, 50, sign=False),
        "change": change,
    }


AUGUST = {"month": date(2019, 8, 1)}
CASES = [
    ("baseline", {}, "costbaseline_version_once"),
    ("baseline", {"version": 2}, "costbaseline_change_has_reason"),
    ("baseline", {"version": 2, "reason": "x", "amount_gbp": D(0)}, "costbaseline_in_bounds"),
    ("baseline", {"version": 2, "reason": "x", "financial_year": 1999}, "costbaseline_year_is_a_year"),
    ("baseline", {"version": 2, "reason": "x", "line": "other things"}, "costbaseline_line_is_known"),
    ("baseline", {"version": 2, "reason": "x", "basis": "hoped"}, "costbaseline_basis_is_known"),
    ("baseline", {"version": 2, "reason": "x", "price_base": "gold"}, "costbaseline_prices_are_known"),
    ("baseline", {"version": 2, "reason": "x", "source": ""}, "costbaseline_says_what_and_whence"),
    ("baseline", {"version": 2, "reason": "x", "agreed_at": ADDED}, "costbaseline_agreed_by_and_at_together"),
    ("counterfactual", {}, "counterfactual_version_once"),
    ("counterfactual", {"version": 2}, "counterfactual_change_has_reason"),
    ("counterfactual", {"version": 2, "reason": "x", "covers": ""}, "counterfactual_says_what_and_whence"),
    ("record", {"kind": "hope"}, "gate_record_kind_is_known"),
    ("record", {"evidence": ""}, "gate_record_has_reference_and_evidence"),
    ("record", {"address": "javascript:alert(1)"}, "gate_record_address_can_be_followed"),
    ("record", {"dated_on": date(2019, 5, 2)}, "gate_record_is_not_of_the_future"),
    ("record", {"withdrawn_reason": "x"}, "gate_record_withdrawn_by_at_and_reason_together"),
    ("record", {"withdrawn_at": MEETING}, "gate_record_withdrawn_by_at_and_reason_together"),
    ("screening", {}, "screening_version_once"),
    ("screening", {"version": 2}, "screening_change_has_reason"),
    ("screening", {"version": 2, "reason": "x", "consultation": "some"}, "screening_extents_are_known"),
    (
        "screening",
        {"version": 2, "reason": "x", "equality_impact": "not_required"},
        "screening_says_why_something_is_not_required",
    ),
    ("delivered", AUGUST | {"signed_at": MEETING}, "delivered_signed_by_and_at_together"),
    ("delivered", AUGUST | {"returned_because": "x"}, "delivered_returned_by_at_and_why_together"),
    ("change", {"after": "Old"}, "words_change_changes_something"),
    ("change", {"reason": ""}, "words_change_has_reason"),
]


@pytest.mark.parametrize(
    ("kind", "spoilt", "name"), CASES, ids=[f"{name}-{n}" for n, (*_, name) in enumerate(CASES)]
)
def test_the_database_refuses_by_name(rows, kind, spoilt, name):
    assert refusal(rows[kind], **spoilt) == name


def test_nobody_agrees_a_baseline_they_recorded(rows, partnership):
    agreed = {"agreed_by": partnership.lead, "agreed_at": ADDED}
    assert refusal(rows["baseline"], version=2, reason="x", **agreed) == "costbaseline_agreed_by_another"


def test_a_report_is_signed_by_another_than_who_reported_it_and_never_before(rows, partnership):
    delivered = rows["delivered"]
    own = {"signed_by": partnership.lead, "signed_at": MEETING}
    assert refusal(delivered, **AUGUST, **own) == "delivered_signed_by_another"
    early = {"signed_by": partnership.finance, "signed_at": MEETING - timedelta(days=1)}
    assert refusal(delivered, **AUGUST, **early) == "delivered_decided_after_it_was_reported"


def test_a_report_is_signed_or_returned_and_never_both(rows, partnership):
    both = {"signed_by": partnership.finance, "signed_at": MEETING}
    both |= {"returned_by": partnership.finance, "returned_at": MEETING, "returned_because": "x"}
    assert refusal(rows["delivered"], **AUGUST, **both) == "delivered_signed_or_returned"


def test_the_owner_signs_neither_a_screening_nor_a_saving(rows, partnership):
    own = {"signed_by": partnership.lead}
    assert (
        refusal(rows["screening"], version=2, reason="x", **own)
        == "screening_signed_by_another_than_the_owner"
    )
    theirs = {"reported_by": partnership.finance, "signed_at": MEETING} | own
    assert refusal(rows["delivered"], **AUGUST, **theirs) == "delivered_signed_by_another_than_the_owner"


def refused_update(row, **changes) -> str:
    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        type(row).objects.filter(pk=row.pk).update(**changes)
    return str(refused.value.__cause__.diag.constraint_name)


def test_a_signature_set_afterwards_is_checked_the_same(rows, partnership):
    delivered = rows["delivered"]
    models.Initiative.objects.filter(pk=delivered.initiative_id).update(owner=partnership.finance)
    signature = {"signed_by": partnership.finance, "signed_at": MEETING}
    assert refused_update(delivered, **signature) == "delivered_signed_by_another_than_the_owner"


def test_a_cost_avoidance_is_not_approved_without_its_own_counterfactual(rows, make_initiative, partnership):
    other = make_initiative("EI-2", saving_type="cost_avoidance", monthly=1)
    approval = {"approved_by": partnership.finance, "approved_at": MEETING}
    plan = other.plans.get()
    assert refused_update(plan, **approval) == "monthly_plan_cost_avoidance_is_measured"
    wrong = refused_update(plan, measured_against=rows["counterfactual"], **approval)
    assert wrong == "monthly_plan_counterfactual_of_its_initiative"
    assert (
        refused_update(plan, measured_against=rows["counterfactual"])
        == "monthly_plan_counterfactual_frozen_when_approved"
    )


def test_a_counterfactual_is_frozen_once_its_plan_is_approved(rows, partnership):
    counterfactual = rows["counterfactual"]
    plan = counterfactual.initiative.plans.get()
    actions.approve_plan(plan=plan, by=partnership.finance, at=MEETING)
    assert refused_update(counterfactual, amount_gbp=D(1)) == "counterfactual_frozen_when_plan_approved"
    assert refusal(counterfactual, version=2, reason="x") == "counterfactual_frozen_when_plan_approved"
