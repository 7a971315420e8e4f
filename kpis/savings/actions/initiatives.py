"""Adding initiatives and moving them from stage to stage."""

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal

from django.db import transaction

from kpis.domain import savings
from kpis.domain.savings import ONWARD, WITH_A_REASON, SavingType, Stage, reachable
from kpis.savings.actions.recompute import recompute_progress
from kpis.savings.actions.refusals import (
    CodeTaken,
    MoveRefused,
    ReasonMissing,
)
from kpis.savings.models import Initiative, Recurrence, StageMove
from kpis.savings.queries.gates import gates_now
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
    risks: str = "",
    partner_dependencies: str = "",
    kpis: Iterable = (),
    stage: str = Stage.IDENTIFIED,
    note: str = "",
) -> Initiative:
    """A new line of the register.

    `stage` is for those already running when they are loaded: no gate stands in their way, and what its
    stage lacks is an open exception until it is on record.
    """
    Workstream.objects.select_for_update().get(pk=workstream.pk)  # so that a second press finds the first
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
        risks=risks,
        partner_dependencies=partner_dependencies,
        note=note,
        added_by=by,
        added_at=at,
    )
    initiative.kpis.set(kpis)
    StageMove.objects.create(initiative=initiative, stage=Stage(stage), moved_by=by, moved_at=at)
    return initiative


@transaction.atomic
def move_stage(*, initiative: Initiative, stage: str, by, at: datetime, reason: str = "") -> StageMove:
    """Move it on, back, to a stop, or from a stop to a new beginning. All but steps onwards need a reason.

    A step onwards needs what `kpis.domain.savings.gates` says; MoveRefused names all that is missing.
    """
    here, there = stage_of(initiative, at=at), Stage(stage)
    if there not in reachable(here):
        raise MoveRefused(f"From “{here.words}” it cannot go to “{there.words}”.")
    if there in WITH_A_REASON[here] and not reason:
        raise ReasonMissing(f"Say why it goes from “{here.words}” to “{there.words}”.")
    if there in ONWARD.get(here, ()) and (missing := gates_now(initiative, at).missing_for(there)):
        raise MoveRefused(f"Before it is “{there.words}” it needs {'; '.join(missing)}.")
    move = StageMove.objects.create(
        initiative=initiative, stage=there, reason=reason, moved_by=by, moved_at=at
    )
    recompute_progress(at=at)
    return move


def stage_of(initiative: Initiative, *, at: datetime) -> Stage:
    """Where it is. Holds its row until the transaction ends: nobody else moves it or reports on it."""
    Initiative.objects.select_for_update().get(pk=initiative.pk)
    return Stage(Initiative.objects.with_stage(at).values_list("stage", flat=True).get(pk=initiative.pk))
