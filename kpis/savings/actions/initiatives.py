"""Adding initiatives and moving them from stage to stage."""

from datetime import date, datetime
from decimal import Decimal

from django.db import transaction

from kpis.domain import savings
from kpis.domain.savings import WITH_A_REASON, SavingType, Stage, reachable
from kpis.savings.actions.recompute import recompute_progress
from kpis.savings.actions.refusals import (
    CodeTaken,
    MoveRefused,
    ReasonMissing,
)
from kpis.savings.models import DeliveredAmount, Initiative, MonthlyPlan, PlanKind, Recurrence, StageMove
from kpis.workstreams.models import Workstream


@transaction.atomic
def add_initiative(
    *,
    code: str,
    workstream: Workstream,
    owner,
    name: str,
    mechanism: str,
    population: str,
    saving_type: str,
    recurrence: str,
    starts_on: date,
    by,
    at: datetime,
    who_loses: str = "",
    one_off_cost: Decimal = Decimal(0),
    stage: str = Stage.IDENTIFIED,
    note: str = "",
) -> Initiative:
    """A new line of the register. `stage` is for those already running when they are loaded."""
    if Initiative.objects.filter(code=code).exists():
        raise CodeTaken(f"There is already an initiative with the code {code}.")
    initiative = Initiative.objects.create(
        code=code,
        workstream=workstream,
        owner=owner,
        name=name,
        mechanism=mechanism,
        population=population,
        saving_type=SavingType(saving_type),
        who_loses=who_loses,
        recurrence=Recurrence(recurrence),
        one_off_cost_gbp=savings.exact_amount(one_off_cost),
        starts_on=savings.month_checked(starts_on),
        note=note,
        added_by=by,
        added_at=at,
    )
    StageMove.objects.create(initiative=initiative, stage=Stage(stage), moved_by=by, moved_at=at)
    return initiative


@transaction.atomic
def move_stage(*, initiative: Initiative, stage: str, by, at: datetime, reason: str = "") -> StageMove:
    """Move it on, back, to a stop, or from a stop to a new beginning. All but steps onwards need a reason."""
    here, there = stage_of(initiative, at=at), Stage(stage)
    if there not in reachable(here):
        raise MoveRefused(f"From “{here.words}” it cannot go to “{there.words}”.")
    if there in WITH_A_REASON[here] and not reason:
        raise ReasonMissing(f"Say why it goes from “{here.words}” to “{there.words}”.")
    if missing := missing_for(initiative, there):
        raise MoveRefused(f"Before it is “{there.words}”: {missing}")
    move = StageMove.objects.create(
        initiative=initiative, stage=there, reason=reason, moved_by=by, moved_at=at
    )
    recompute_progress(at=at)
    return move


def missing_for(initiative: Initiative, stage: Stage) -> str:
    """What has to be there before this stage and is not, in words; empty where nothing is missing."""
    if (
        stage == Stage.PLANNED
        and not MonthlyPlan.objects.filter(initiative=initiative, kind=PlanKind.PLANNED).exists()
    ):
        return "record the planned saving by month."
    if stage == Stage.DELIVERED and not DeliveredAmount.objects.filter(initiative=initiative).exists():
        return "report what was saved, with evidence."
    return ""


def stage_of(initiative: Initiative, *, at: datetime) -> Stage:
    """Where it is. Holds its row until the transaction ends: nobody else moves it or reports on it."""
    Initiative.objects.select_for_update().get(pk=initiative.pk)
    return Stage(Initiative.objects.with_stage(at).values_list("stage", flat=True).get(pk=initiative.pk))
