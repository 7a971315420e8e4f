"""Initiatives as they were at a moment, and the thresholds that held then."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q
from django.utils import timezone

from kpis.domain import savings
from kpis.domain.savings import Rules, SavingType, Stage, TypeGroup
from kpis.savings.models import DoubleCountMember, Initiative, Recurrence, SavingsRules


@dataclass(frozen=True, slots=True)
class Line:
    """One initiative as it was at a moment."""

    id: int
    workstream_id: int
    saving_type: SavingType
    recurrence: Recurrence
    stage: Stage
    stage_since: datetime

    @property
    def group(self) -> TypeGroup:
        return TypeGroup.of(self.saving_type)

    @property
    def stopped_on(self) -> date | None:
        return timezone.localdate(self.stage_since) if self.stage == Stage.STOPPED else None

    @property
    def goes_on(self) -> bool:
        return self.recurrence == Recurrence.RECURRENT and self.stage != Stage.STOPPED


def lines_at(at: datetime, only: Initiative | None = None) -> tuple[Line, ...]:
    """Every initiative known at the moment, by id; or the only one asked for and those it shares a base with."""
    known = Initiative.objects.known_at(at).with_stage(at).order_by("id")
    if only:
        known = known.filter(Q(pk=only.pk) | Q(pk__in=_beside(only, at)))
    columns = ("id", "workstream_id", "saving_type", "recurrence", "stage", "stage_since")
    return tuple(
        Line(id, workstream, SavingType(saving_type), Recurrence(recurrence), Stage(stage), since)
        for id, workstream, saving_type, recurrence, stage, since in known.values_list(*columns)
    )


def _beside(only: Initiative, at: datetime):
    """The ids of everything in the same double-count group at the moment."""
    members = DoubleCountMember.objects.known_at(at)
    return members.filter(group__in=members.filter(initiative=only).values("group")).values("initiative")


def rules_at(at: datetime) -> Rules:
    """The thresholds that held at this moment."""
    version = SavingsRules.objects.known_at(at).first()
    return version.rules if version else savings.USUAL_RULES
