"""What each stage needs, from the partnership's rules: nothing is asked twice, and everything missing is said."""

from dataclasses import replace

import pytest

from kpis.domain.savings import SavingType, Stage
from kpis.domain.savings.gates import Extent, GateFacts, GateKind, missing, requirements

COMPLETE = GateFacts(
    saving_type=SavingType.CASHABLE,
    has_owner=True,
    has_agreed_baseline=True,
    has_plan=True,
    has_frozen_counterfactual=False,
    records=frozenset({GateKind.DECISION, GateKind.CONSULTATION, GateKind.EQUALITY_IMPACT}),
    consultation=Extent.FULL,
    equality_impact=Extent.PROPORTIONATE,
    has_signed_saving=True,
)
NOTHING = GateFacts(SavingType.CASHABLE, True, False, False, False, frozenset(), None, None, False)
BASELINE, PLAN = "an agreed baseline of the cost line it reduces", "the planned saving by month"
DECISION = "a record of the decision"
SCREENING = "a screening of consultation and equality impact, signed by an officer other than the owner"
SAVING = "a saving reported with evidence and signed off by finance"


@pytest.mark.parametrize("stage", Stage)
def test_nothing_is_missing_where_everything_is_on_record(stage):
    assert missing(COMPLETE, stage) == ()


@pytest.mark.parametrize(
    ("stage", "expected"),
    [
        (Stage.IDENTIFIED, ()),
        (Stage.PLANNED, (BASELINE, PLAN)),
        (Stage.IN_DELIVERY, (BASELINE, PLAN, DECISION, SCREENING)),
        (Stage.DELIVERED, (BASELINE, PLAN, DECISION, SCREENING, SAVING)),
        (Stage.STOPPED, ()),
    ],
)
def test_a_stage_needs_what_the_stages_before_it_need_and_all_of_it_is_said(stage, expected):
    assert missing(NOTHING, stage) == expected


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"has_agreed_baseline": False}, BASELINE),
        ({"has_owner": False}, "an owner whose account is in use"),
        ({"has_plan": False}, PLAN),
        ({"records": frozenset({GateKind.CONSULTATION, GateKind.EQUALITY_IMPACT})}, DECISION),
        ({"consultation": None, "equality_impact": None}, SCREENING),
        (
            {"records": frozenset({GateKind.DECISION, GateKind.EQUALITY_IMPACT})},
            "a record of the full consultation that the screening asks for",
        ),
        (
            {"records": frozenset({GateKind.DECISION, GateKind.CONSULTATION})},
            "a record of the proportionate equality impact assessment that the screening asks for",
        ),
        ({"saving_type": SavingType.COST_AVOIDANCE}, "a counterfactual, frozen with the approved plan"),
    ],
)
def test_the_one_thing_that_is_missing_before_delivery_is_the_only_one_said(changes, expected):
    assert missing(replace(COMPLETE, **changes), Stage.IN_DELIVERY) == (expected,)


@pytest.mark.parametrize(
    ("consultation", "equality_impact", "records"),
    [
        (Extent.NOT_REQUIRED, Extent.NOT_REQUIRED, {GateKind.DECISION}),
        (Extent.FULL, Extent.NOT_REQUIRED, {GateKind.DECISION, GateKind.CONSULTATION}),
        (Extent.NOT_REQUIRED, Extent.FULL, {GateKind.DECISION, GateKind.EQUALITY_IMPACT}),
        (Extent.PROPORTIONATE, Extent.NOT_REQUIRED, {GateKind.DECISION, GateKind.CONSULTATION}),
    ],
)
def test_only_the_records_that_the_screening_asks_for_are_needed(consultation, equality_impact, records):
    facts = replace(
        COMPLETE, consultation=consultation, equality_impact=equality_impact, records=frozenset(records)
    )
    assert missing(facts, Stage.IN_DELIVERY) == ()


def test_only_a_cost_avoidance_is_asked_for_a_counterfactual():
    needed = {
        saving_type: [r.needed for r in requirements(replace(COMPLETE, saving_type=saving_type))]
        for saving_type in SavingType
    }
    assert [t for t, words in needed.items() if any("counterfactual" in w for w in words)] == [
        SavingType.COST_AVOIDANCE
    ]


def test_a_counterfactual_lets_a_cost_avoidance_pass():
    facts = replace(COMPLETE, saving_type=SavingType.COST_AVOIDANCE, has_frozen_counterfactual=True)
    assert missing(facts, Stage.DELIVERED) == ()
