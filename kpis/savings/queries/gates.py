"""What is on record for the gates of initiatives, and what is missing.

That a stage is "not evidenced" is never stored: it is worked out from dated records each time, so it is open
exactly as long as something is missing, whichever way the initiative came to its stage, and a past meeting
sees it as it was then.
"""

from dataclasses import dataclass
from datetime import datetime

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, F, OuterRef, Subquery

from kpis.domain.savings import SavingType, Stage, gates
from kpis.domain.savings.gates import Extent, GateFacts, GateKind, Requirement
from kpis.savings.models import (
    CostBaseline,
    DeliveredAmount,
    GateRecord,
    Initiative,
    MonthlyPlan,
    PlanKind,
    Screening,
)
from kpis.savings.models.initiatives import until


@dataclass(frozen=True, slots=True)
class Gates:
    """The gates of an initiative at the stage it is at."""

    stage: Stage
    facts: GateFacts

    @property
    def requirements(self) -> tuple[Requirement, ...]:
        return gates.requirements(self.facts)

    @property
    def missing(self) -> tuple[str, ...]:
        """What its stage needs and is not on record: an open exception until it is."""
        return gates.missing(self.facts, self.stage)

    def missing_for(self, stage: Stage) -> tuple[str, ...]:
        return gates.missing(self.facts, stage)

    @property
    def ahead(self) -> tuple[tuple[Stage, tuple[str, ...]], ...]:
        """The gated stages still before it, each with what is missing for it now."""
        after = gates.GATED.index(self.stage) + 1 if self.stage in gates.GATED else 0
        to_come = () if self.stage is Stage.STOPPED else gates.GATED[after:]
        return tuple((stage, self.missing_for(stage)) for stage in to_come)


def with_gates(initiatives, at: datetime | None):
    """Adds the stage and everything that `gates_of` reads, as on record at the moment; None is now. No query."""
    own = {"initiative": OuterRef("pk")}
    plans = MonthlyPlan.objects.filter(until("recorded_at", at), kind=PlanKind.PLANNED, **own)
    frozen = MonthlyPlan.objects.filter(
        until("approved_at", at), approved_at__isnull=False, measured_against__isnull=False, **own
    )
    screening = Screening.objects.known_at(at).filter(**own)
    return initiatives.with_stage(at).annotate(
        has_active_owner=F("owner__is_active"),
        has_agreed_baseline=Exists(CostBaseline.objects.agreed_at(at).filter(**own)),
        has_plan=Exists(plans),
        has_frozen_counterfactual=Exists(frozen),
        record_kinds=ArraySubquery(GateRecord.objects.known_at(at).filter(**own).values("kind")),
        consultation=Subquery(screening.values("consultation")[:1]),
        equality_impact=Subquery(screening.values("equality_impact")[:1]),
        screened_by_id=Subquery(screening.values("signed_by")[:1]),
        has_signed_saving=Exists(DeliveredAmount.objects.known_at(at).filter(**own)),
    )


def gates_of(initiative: Initiative) -> Gates:
    """From an initiative read `with_gates`. A screening counts only while who signed it does not own it."""
    counts = initiative.screened_by_id not in (None, initiative.owner_id)
    facts = GateFacts(
        saving_type=SavingType(initiative.saving_type),
        has_owner=initiative.has_active_owner,
        has_agreed_baseline=initiative.has_agreed_baseline,
        has_plan=initiative.has_plan,
        has_frozen_counterfactual=initiative.has_frozen_counterfactual,
        records=frozenset(GateKind(kind) for kind in initiative.record_kinds),
        consultation=Extent(initiative.consultation) if counts else None,
        equality_impact=Extent(initiative.equality_impact) if counts else None,
        has_signed_saving=initiative.has_signed_saving,
    )
    return Gates(Stage(initiative.stage), facts)


def gates_now(initiative: Initiative, at: datetime) -> Gates:
    """The gates of one initiative. One query."""
    return gates_of(with_gates(Initiative.objects.filter(pk=initiative.pk), at).get())
