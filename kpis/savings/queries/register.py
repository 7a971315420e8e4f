"""The register: every initiative with what it comes to in a year, by the groups that may be added up."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef, Sum

from kpis.domain import savings
from kpis.domain.savings import Progress, Stage, TypeGroup
from kpis.savings.models import Initiative, MonthlyPlan, PlanKind
from kpis.savings.queries.years import work_out_years


@dataclass(frozen=True, slots=True)
class RegisterRow:
    initiative: Initiative
    stage: Stage
    progress: Progress


@dataclass(frozen=True, slots=True)
class RegisterGroup:
    """The rows of one type group and their sum; sums of two groups are never added."""

    group: TypeGroup
    rows: tuple[RegisterRow, ...]

    @property
    def total(self) -> Progress:
        return savings.total(row.progress for row in self.rows)


def register(
    *, year: int, at: datetime, workstream: str = "", saving_type: str = "", stage: str = ""
) -> list[RegisterGroup]:
    """Initiatives known at the moment; each filter (a workstream's slug, a type, a stage) leaves out the others."""
    wanted = {"workstream__slug": workstream, "saving_type": saving_type, "stage": stage}
    known = Initiative.objects.known_at(at).with_stage(at).select_related("workstream")
    initiatives = known.filter(**{name: value for name, value in wanted.items() if value}).in_order()
    progress = work_out_years(years=[year], at=at)[year].by_initiative()
    return _grouped([RegisterRow(i, Stage(i.stage), progress[i.pk]) for i in initiatives])


def plans_to_approve(user) -> list[MonthlyPlan]:
    """The planned savings this person may freeze, longest waiting first: none but finance's, never their own."""
    if not user.has_perm("savings.set_target"):
        return []
    later = MonthlyPlan.objects.filter(
        initiative=OuterRef("initiative"), kind=OuterRef("kind"), version__gt=OuterRef("version")
    )
    open_plans = MonthlyPlan.objects.filter(~Exists(later), kind=PlanKind.PLANNED, approved_at__isnull=True)
    waiting = open_plans.exclude(recorded_by=user).select_related("initiative", "recorded_by")
    return list(waiting.annotate(all_gbp=Sum("amounts__amount_gbp")).order_by("recorded_at", "id"))


def _grouped(rows: Sequence[RegisterRow]) -> list[RegisterGroup]:
    groups = (
        RegisterGroup(group, tuple(r for r in rows if r.initiative.group is group)) for group in TypeGroup
    )
    return [group for group in groups if group.rows]
