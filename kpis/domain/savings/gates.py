"""What has to be on record before an initiative may be called planned, in delivery or delivered.

planned      an agreed baseline of the cost line it reduces, an owner, the planned saving by month
in delivery  as planned, and: a decision; a screening of consultation and equality impact, signed by an officer
             other than the owner; a record of each that the screening asks for; of a cost avoidance the
             counterfactual it is measured against, frozen when the plan was approved
delivered    as in delivery, and: a saving reported with evidence and signed off by finance

A gate stands before a step onwards. A step back claims less than before, so it needs a reason and no gate.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from .stages import Stage
from .types import SavingType


class GateKind(StrEnum):
    """What a gate record is the record of."""

    PROPOSAL = "proposal"
    DECISION = "decision"
    CONSULTATION = "consultation"
    EQUALITY_IMPACT = "equality_impact"
    PARTNER_AGREEMENT = "partner_agreement"

    @property
    def words(self) -> str:
        return KIND_WORDS[self]


KIND_WORDS = {
    GateKind.PROPOSAL: "Proposal it came from",
    GateKind.DECISION: "Decision",
    GateKind.CONSULTATION: "Consultation",
    GateKind.EQUALITY_IMPACT: "Equality impact assessment",
    GateKind.PARTNER_AGREEMENT: "Agreement of a partner",
}


class Extent(StrEnum):
    """How much consultation, or how much of an equality impact assessment, a screening asks for."""

    FULL = "full"
    PROPORTIONATE = "proportionate"
    NOT_REQUIRED = "not_required"

    @property
    def words(self) -> str:
        return self.value.replace("_", " ").capitalize()

    @property
    def asks_for_a_record(self) -> bool:
        return self is not Extent.NOT_REQUIRED


@dataclass(frozen=True, slots=True)
class GateFacts:
    """What is on record of an initiative at a moment.

    `consultation` and `equality_impact` are what its last screening says; None without a screening, or
    where the one who signed it owns the initiative.
    """

    saving_type: SavingType
    has_owner: bool
    has_agreed_baseline: bool
    has_plan: bool
    has_frozen_counterfactual: bool
    records: frozenset[GateKind]
    consultation: Extent | None
    equality_impact: Extent | None
    has_signed_saving: bool


@dataclass(frozen=True, slots=True)
class Requirement:
    """One thing that a stage needs, in words that follow "it needs", and whether it is there."""

    stage: Stage
    needed: str
    is_met: bool


GATED = (Stage.PLANNED, Stage.IN_DELIVERY, Stage.DELIVERED)


def requirements(facts: GateFacts) -> tuple[Requirement, ...]:
    """Everything the gates of this initiative ask for, in the order of the stages."""
    gates = (_before_planned, _before_delivery, _before_delivered)
    return tuple(
        Requirement(stage, needed, is_met)
        for stage, gate in zip(GATED, gates, strict=True)
        for needed, is_met in gate(facts)
    )


def missing(facts: GateFacts, stage: Stage) -> tuple[str, ...]:
    """All that is not there of what this stage and the stages before it need; nothing for an ungated stage."""
    reached = GATED[: GATED.index(stage) + 1] if stage in GATED else ()
    return tuple(r.needed for r in requirements(facts) if r.stage in reached and not r.is_met)


def _before_planned(facts: GateFacts) -> Iterator[tuple[str, bool]]:
    yield "an agreed baseline of the cost line it reduces", facts.has_agreed_baseline
    yield "an owner whose account is in use", facts.has_owner
    yield "the planned saving by month", facts.has_plan


def _before_delivery(facts: GateFacts) -> Iterator[tuple[str, bool]]:
    if facts.saving_type is SavingType.COST_AVOIDANCE:
        yield "a counterfactual, frozen with the approved plan", facts.has_frozen_counterfactual
    yield "a record of the decision", GateKind.DECISION in facts.records
    yield (
        "a screening of consultation and equality impact, signed by an officer other than the owner",
        facts.consultation is not None and facts.equality_impact is not None,
    )
    for extent, kind, what in (
        (facts.consultation, GateKind.CONSULTATION, "consultation"),
        (facts.equality_impact, GateKind.EQUALITY_IMPACT, "equality impact assessment"),
    ):
        if extent is not None and extent.asks_for_a_record:
            needed = f"a record of the {extent.words.lower()} {what} that the screening asks for"
            yield needed, kind in facts.records


def _before_delivered(facts: GateFacts) -> Iterator[tuple[str, bool]]:
    yield "a saving reported with evidence and signed off by finance", facts.has_signed_saving
