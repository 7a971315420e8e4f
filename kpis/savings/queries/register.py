"""The register: every initiative with what it comes to in a year, by the groups that may be added up."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce

from kpis.domain import savings
from kpis.domain.savings import Progress, Stage, TypeGroup
from kpis.domain.savings.gates import GATED
from kpis.savings.models import DeliveredAmount, Initiative
from kpis.savings.queries.gates import Gates, gates_of, with_gates
from kpis.savings.queries.years import work_out_years

WAITING, NOT_EVIDENCED = "waiting", "not_evidenced"
OPEN = ((WAITING, "Waiting for finance"), (NOT_EVIDENCED, "Gate not evidenced"))


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """`waiting` is how many of its reports wait for finance, whichever year they are of."""

    initiative: Initiative
    gates: Gates
    progress: Progress
    waiting: int

    @property
    def stage(self) -> Stage:
        return self.gates.stage

    @property
    def gate_words(self) -> str:
        """Whether its stage is evidenced; empty where no gate stands before its stage."""
        if self.stage not in GATED:
            return ""
        return "not evidenced" if self.gates.missing else "evidenced"

    def belongs_to(self, show: str) -> bool:
        """Whether it is among those of one of `OPEN`; everything is among all."""
        return {WAITING: self.waiting > 0, NOT_EVIDENCED: bool(self.gates.missing)}.get(show, True)


@dataclass(frozen=True, slots=True)
class RegisterGroup:
    """The rows of one type group and their sum; sums of two groups are never added."""

    group: TypeGroup
    rows: tuple[RegisterRow, ...]

    @property
    def total(self) -> Progress:
        return savings.total(row.progress for row in self.rows)


def register(
    *, year: int, at: datetime, workstream: str = "", saving_type: str = "", stage: str = "", show: str = ""
) -> list[RegisterGroup]:
    """Initiatives known at the moment; each filter leaves out the others.

    The filters: a workstream's slug, a type, a stage, and one of `OPEN`.
    """
    wanted = {"workstream__slug": workstream, "saving_type": saving_type, "stage": stage}
    known = with_gates(Initiative.objects.known_at(at), at).annotate(waiting=_waiting(at))
    chosen = known.filter(**{name: value for name, value in wanted.items() if value})
    progress = work_out_years(years=[year], at=at)[year].by_initiative()
    rows = [
        RegisterRow(initiative, gates_of(initiative), progress[initiative.pk], initiative.waiting)
        for initiative in chosen.select_related("workstream").in_order()
    ]
    return _grouped([row for row in rows if row.belongs_to(show)])


def _waiting(at: datetime):
    """How many reports of an initiative wait for finance."""
    reports = DeliveredAmount.objects.waiting_at(at).filter(initiative=OuterRef("pk")).order_by()
    return Coalesce(Subquery(reports.values("initiative").annotate(n=Count("pk")).values("n")), 0)


def _grouped(rows: Sequence[RegisterRow]) -> list[RegisterGroup]:
    groups = (
        RegisterGroup(group, tuple(r for r in rows if r.initiative.group is group)) for group in TypeGroup
    )
    return [group for group in groups if group.rows]
