"""Gates: what lets an initiative on, what is refused and that all of it is said, and the open exception."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from kpis.savings import actions
from kpis.savings.actions.refusals import (
    AgreedByItsAuthor,
    ChangedMeanwhile,
    CounterfactualIsFrozen,
    MayNotSign,
    MoveRefused,
    NoSuchRecord,
    NothingToMeasure,
    ReasonMissing,
    SignedByItsOwner,
)
from kpis.savings.models import CostBaseline, GateRecord, Screening
from kpis.savings.queries import board_gates, gates_now
from tests.kpis.savings.conftest import (
    ADDED,
    MEETING,
    add_record,
    plan_year,
    record_baseline,
    record_counterfactual,
    sign_screening,
)

LATER = MEETING + timedelta(days=40)
BASELINE, PLAN = "an agreed baseline of the cost line it reduces", "the planned saving by month"
DECISION = "a record of the decision"
SCREENING = "a screening of consultation and equality impact, signed by an officer other than the owner"
CONSULTATION = "a record of the full consultation that the screening asks for"
ASSESSMENT = "a record of the proportionate equality impact assessment that the screening asks for"


def refusal(initiative, stage, by) -> str:
    with pytest.raises(MoveRefused) as refused:
        actions.move_stage(initiative=initiative, stage=stage, by=by, at=MEETING)
    return str(refused.value)


# ---- planned ----


def test_planned_needs_a_baseline_and_a_plan_and_the_refusal_says_both(make_initiative, partnership):
    initiative = make_initiative(stage="identified")
    assert refusal(initiative, "planned", partnership.lead) == (
        f"Before it is “Planned” it needs {BASELINE}; {PLAN}."
    )


def test_a_baseline_that_nobody_agreed_does_not_open_the_gate(make_initiative, partnership):
    initiative = make_initiative(stage="identified", monthly=100)
    recorded = record_baseline(initiative, by=partnership.lead)
    assert BASELINE in refusal(initiative, "planned", partnership.lead)
    actions.agree_cost_baseline(baseline=recorded, by=partnership.finance, at=MEETING)
    actions.move_stage(initiative=initiative, stage="planned", by=partnership.lead, at=MEETING)


def test_nobody_agrees_their_own_baseline(make_initiative, partnership):
    recorded = record_baseline(make_initiative(), by=partnership.finance)
    with pytest.raises(AgreedByItsAuthor):
        actions.agree_cost_baseline(baseline=recorded, by=partnership.finance, at=MEETING)


def test_only_the_last_version_of_a_baseline_is_agreed_and_only_once(make_initiative, partnership):
    initiative = make_initiative()
    first = record_baseline(initiative, by=partnership.lead)
    second = record_baseline(initiative, by=partnership.lead, reason="Two places left out")
    with pytest.raises(ChangedMeanwhile):
        actions.agree_cost_baseline(baseline=first, by=partnership.finance, at=MEETING)
    actions.agree_cost_baseline(baseline=second, by=partnership.finance, at=MEETING)
    with pytest.raises(ChangedMeanwhile):
        actions.agree_cost_baseline(baseline=second, by=partnership.finance, at=MEETING)


def test_a_changed_baseline_needs_a_reason_and_the_agreed_one_counts_meanwhile(
    make_initiative, partnership, evidence
):
    initiative = evidence(make_initiative(), "baseline")
    with pytest.raises(ReasonMissing):
        record_baseline(initiative, by=partnership.lead)
    record_baseline(initiative, by=partnership.lead, reason="Two places left out", amount=Decimal(600_000))
    assert CostBaseline.objects.agreed_at(None).get().amount_gbp == 720_000
    assert gates_now(initiative, MEETING).facts.has_agreed_baseline


def test_an_owner_who_left_holds_the_gate(make_initiative, partnership, evidence):
    initiative = evidence(make_initiative(stage="identified", monthly=100))
    partnership.lead.is_active = False
    partnership.lead.save()
    assert "an owner whose account is in use" in refusal(initiative, "planned", partnership.finance)


# ---- in delivery ----


def test_delivery_is_refused_until_everything_is_there_and_each_refusal_says_all_that_is_missing(
    make_initiative, partnership, evidence
):
    initiative = make_initiative(stage="planned", monthly=100)
    missing = [BASELINE, DECISION, SCREENING]
    said = "Before it is “In delivery” it needs {}."
    assert refusal(initiative, "in_delivery", partnership.lead) == said.format("; ".join(missing))
    evidence(initiative, "baseline", "decision", "screening")
    missing = [CONSULTATION, ASSESSMENT]
    assert refusal(initiative, "in_delivery", partnership.lead) == said.format("; ".join(missing))
    evidence(initiative, "consultation")
    assert refusal(initiative, "in_delivery", partnership.lead) == said.format(ASSESSMENT)
    evidence(initiative, "equality_impact")
    actions.move_stage(initiative=initiative, stage="in_delivery", by=partnership.lead, at=MEETING)
    assert gates_now(initiative, MEETING).missing == ()


def test_what_is_not_required_needs_its_because_and_no_record(make_initiative, partnership, evidence):
    initiative = evidence(make_initiative(stage="planned", monthly=100), "baseline", "decision")
    nothing = {"consultation": "not_required", "equality_impact": "not_required"}
    with pytest.raises(ReasonMissing, match="Say why no consultation is required"):
        sign_screening(initiative, by=partnership.other_lead, **nothing)
    with pytest.raises(ReasonMissing, match="Say why no equality impact assessment is required"):
        sign_screening(
            initiative, by=partnership.other_lead, **nothing, consultation_because="No child affected"
        )
    sign_screening(
        initiative,
        by=partnership.other_lead,
        **nothing,
        consultation_because="No child is affected",
        equality_impact_because="Only a contract between councils changes",
    )
    actions.move_stage(initiative=initiative, stage="in_delivery", by=partnership.lead, at=MEETING)


def test_the_owner_does_not_sign_the_screening(make_initiative, partnership):
    with pytest.raises(SignedByItsOwner):
        sign_screening(make_initiative(), by=partnership.lead)


def test_only_an_officer_signs_a_screening(make_initiative, person):
    with pytest.raises(MayNotSign):
        sign_screening(make_initiative(), by=person("board_member"))


def test_a_screening_no_longer_counts_once_its_signer_owns_the_initiative(
    make_initiative, partnership, evidence
):
    initiative = evidence(make_initiative(monthly=100))
    assert gates_now(initiative, MEETING).missing == ()
    actions.change_words(
        initiative=initiative,
        owner=partnership.other_lead,
        one_off_cost=Decimal(0),
        kpis=[],
        reason="The owner left",
        by=partnership.finance,
        at=MEETING,
    )
    assert gates_now(initiative, MEETING).missing == (SCREENING,)


def test_a_second_screening_needs_a_reason_and_takes_the_place_of_the_first(
    make_initiative, partnership, evidence
):
    initiative = evidence(make_initiative(monthly=100), "baseline", "decision", "screening")
    with pytest.raises(ReasonMissing):
        sign_screening(initiative, by=partnership.finance, at=LATER)
    sign_screening(
        initiative,
        by=partnership.finance,
        at=LATER,
        consultation="not_required",
        consultation_because="Families were asked in spring",
        equality_impact="full",
        reason="More children than thought",
    )
    assert gates_now(initiative, MEETING).missing == (CONSULTATION, ASSESSMENT)
    assert gates_now(initiative, LATER).missing == (
        "a record of the full equality impact assessment that the screening asks for",
    )


def test_a_screening_signed_meanwhile_is_not_signed_over(make_initiative, partnership, evidence):
    initiative = evidence(make_initiative(), "screening")
    with pytest.raises(ChangedMeanwhile):
        sign_screening(initiative, by=partnership.finance, reason="Again", replaces=0)
    assert Screening.objects.count() == 1


def test_a_record_of_a_day_to_come_is_refused(make_initiative, partnership):
    with pytest.raises(NoSuchRecord):
        add_record(make_initiative(), "decision", by=partnership.lead, dated_on=date(2019, 5, 2))
    assert not GateRecord.objects.exists()


def test_a_withdrawn_record_opens_the_gate_again_and_stays_in_the_history(
    make_initiative, partnership, evidence
):
    initiative = evidence(make_initiative(monthly=100))
    decision = GateRecord.objects.get(kind="decision")
    with pytest.raises(ReasonMissing):
        actions.withdraw_gate_record(record=decision, reason="", by=partnership.lead, at=LATER)
    withdrawn = actions.withdraw_gate_record(
        record=decision, reason="Of another initiative", by=partnership.lead, at=LATER
    )
    assert gates_now(initiative, MEETING).missing == ()
    assert gates_now(initiative, LATER).missing == (DECISION,)
    assert withdrawn.evidence == decision.evidence
    with pytest.raises(ChangedMeanwhile):
        actions.withdraw_gate_record(record=decision, reason="Again", by=partnership.lead, at=LATER)


def test_a_step_back_claims_less_and_needs_no_gate(make_initiative, partnership):
    initiative = make_initiative(monthly=100)
    actions.move_stage(
        initiative=initiative, stage="planned", reason="Not begun", by=partnership.lead, at=MEETING
    )
    assert gates_now(initiative, MEETING).missing == (BASELINE,)


# ---- delivered ----


def test_delivered_needs_a_saving_that_finance_signed(make_initiative, partnership, evidence, report):
    initiative = evidence(make_initiative(monthly=100))
    waiting = report(initiative, 9, 100, sign=False)
    assert refusal(initiative, "delivered", partnership.lead) == (
        "Before it is “Delivered” it needs a saving reported with evidence and signed off by finance."
    )
    actions.sign_off(delivered=waiting, by=partnership.finance, at=MEETING)
    actions.move_stage(initiative=initiative, stage="delivered", by=partnership.lead, at=MEETING)


# ---- already running ----


def test_an_initiative_loaded_as_already_running_is_an_open_exception_until_it_is_evidenced(
    make_initiative, partnership, evidence
):
    initiative = make_initiative(monthly=100)
    [exception] = board_gates(at=MEETING).exceptions
    assert (exception.initiative, exception.stage, exception.since) == (initiative, "in_delivery", ADDED)
    assert exception.missing == (BASELINE, DECISION, SCREENING)
    evidence(initiative)
    assert board_gates(at=MEETING).exceptions == ()
    assert len(board_gates(at=MEETING).screenings) == 1


def test_the_board_sees_an_exception_as_it_was_at_its_meeting(make_initiative, partnership):
    initiative = make_initiative(monthly=100)
    baseline = record_baseline(initiative, by=partnership.lead, at=LATER)
    actions.agree_cost_baseline(baseline=baseline, by=partnership.finance, at=LATER)
    add_record(initiative, "decision", by=partnership.lead, at=LATER)
    sign_screening(initiative, by=partnership.other_lead, at=LATER, consultation="proportionate")
    [then], [now] = board_gates(at=MEETING).exceptions, board_gates().exceptions
    assert then.missing == (BASELINE, DECISION, SCREENING)
    assert now.missing == (
        "a record of the proportionate consultation that the screening asks for",
        ASSESSMENT,
    )
    assert board_gates(at=MEETING).screenings == ()


def test_what_is_only_identified_or_was_stopped_is_no_exception(make_initiative, partnership, evidence):
    make_initiative("LP-1", stage="identified")
    stopped = evidence(make_initiative("LP-2"), "screening")
    actions.move_stage(initiative=stopped, stage="stopped", reason="No", by=partnership.lead, at=ADDED)
    gates = board_gates()
    assert (gates.exceptions, gates.screenings) == ((), ())


def test_gates_on_the_board_take_four_queries_for_one_initiative_as_for_many(
    make_initiative, evidence, django_assert_num_queries
):
    evidence(make_initiative("LP-0", monthly=1))
    with django_assert_num_queries(4):
        board_gates(at=MEETING)
    for n in range(1, 6):
        evidence(make_initiative(f"LP-{n}", monthly=1), "screening")
    with django_assert_num_queries(4):
        [str(s.signed_by) + str(s.initiative.owner) for s in board_gates(at=MEETING).screenings]


# ---- cost avoidance ----


@pytest.fixture
def avoidance(make_initiative):
    return make_initiative("EI-1", saving_type="cost_avoidance", monthly=100, stage="planned")


def test_a_cost_avoidance_is_approved_only_with_its_counterfactual_which_is_then_frozen(
    avoidance, partnership
):
    plan = avoidance.plans.get()
    with pytest.raises(NothingToMeasure, match="record that counterfactual first"):
        actions.approve_plan(plan=plan, by=partnership.finance, at=MEETING)
    record_counterfactual(avoidance, by=partnership.lead)
    last = record_counterfactual(
        avoidance, by=partnership.lead, amount=Decimal(500_000), reason="Fewer children"
    )
    assert actions.approve_plan(plan=plan, by=partnership.finance, at=MEETING).measured_against == last
    with pytest.raises(CounterfactualIsFrozen):
        record_counterfactual(avoidance, by=partnership.lead, reason="More children")


def test_a_cost_avoidance_is_not_in_delivery_before_its_counterfactual_is_frozen(
    avoidance, partnership, evidence
):
    evidence(avoidance)
    record_counterfactual(avoidance, by=partnership.lead)
    assert refusal(avoidance, "in_delivery", partnership.lead) == (
        "Before it is “In delivery” it needs a counterfactual, frozen with the approved plan."
    )
    actions.approve_plan(plan=avoidance.plans.get(), by=partnership.finance, at=MEETING)
    actions.move_stage(initiative=avoidance, stage="in_delivery", by=partnership.lead, at=MEETING)


def test_only_a_cost_avoidance_has_a_counterfactual(make_initiative, partnership):
    with pytest.raises(NothingToMeasure):
        record_counterfactual(make_initiative(), by=partnership.lead)


def test_other_plans_are_approved_without_one(make_initiative, partnership):
    plan = plan_year(make_initiative(), 100, by=partnership.lead)
    assert actions.approve_plan(plan=plan, by=partnership.finance, at=MEETING).measured_against is None
