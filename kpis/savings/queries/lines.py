"""The months of initiatives, read into the tables that `kpis.domain.savings` works on."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

import numpy as np
from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import BigIntegerField, F, IntegerField, Q, QuerySet
from django.db.models.functions import Cast, ExtractMonth
from django.utils import timezone

from kpis.domain import savings
from kpis.domain.savings import Progress, Rules, SavingType, Stage, TypeGroup, YearOfSavings
from kpis.savings.models import (
    DeliveredAmount,
    Initiative,
    MonthlyAmount,
    MonthlyPlan,
    PlanKind,
    Recurrence,
    SavingsRules,
)

COLUMN = Cast((ExtractMonth("month") + 8) % 12, IntegerField())  # April is column 0, March 11
PENCE = Cast(F("amount_gbp") * 100, BigIntegerField())


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
    def stopped_on(self):
        return timezone.localdate(self.stage_since) if self.stage == Stage.STOPPED else None

    @property
    def goes_on(self) -> bool:
        return self.recurrence == Recurrence.RECURRENT and self.stage != Stage.STOPPED


@dataclass(frozen=True, slots=True)
class WorkedOut:
    """Initiatives known at a moment, and what each comes to in a year: a row of `units` for each line."""

    lines: tuple[Line, ...]
    units: np.ndarray
    rules: Rules

    def by_initiative(self) -> dict[int, Progress]:
        """What each comes to, by its id. A target is never one initiative's."""
        tolerance = self.rules.tolerance
        return {
            line.id: Progress.from_units(row, tolerance=tolerance)
            for line, row in zip(self.lines, self.units, strict=True)
        }


def work_out_year(*, year: int, at: datetime, only: Initiative | None = None) -> WorkedOut:
    """What every initiative, or the only one asked for, comes to in the year. Five queries for any number."""
    known = Initiative.objects.known_at(at).with_stage(at).order_by("id")
    if only:
        known = known.filter(pk=only.pk)
    columns = ("id", "workstream_id", "saving_type", "recurrence", "stage", "stage_since")
    lines = tuple(
        Line(id, workstream, SavingType(saving_type), Recurrence(recurrence), Stage(stage), since)
        for id, workstream, saving_type, recurrence, stage, since in known.values_list(*columns)
    )
    rules = rules_at(at)
    tables = _tables(lines, rules, year=year, at=at, of=Q(initiative=only) if only else Q())
    elapsed = savings.month_index(year, timezone.localdate(at))
    return WorkedOut(lines, savings.work_out(tables, elapsed=elapsed), rules)


def rules_at(at: datetime) -> Rules:
    """The thresholds that held at this moment."""
    version = SavingsRules.objects.known_at(at).first()
    return version.rules if version else savings.USUAL_RULES


def _tables(lines: tuple[Line, ...], rules: Rules, *, year: int, at: datetime, of: Q) -> YearOfSavings:
    row = {line.id: n for n, line in enumerate(lines)}
    planned_row, forecast_row = _rows_of_plans(MonthlyPlan.objects.filter(of).known_at(at), row)
    amounts = list(
        _by_month(MonthlyAmount.objects.filter(plan_id__in=[*planned_row, *forecast_row]), "plan_id", year)
    )
    planned, _ = _table(amounts, planned_row, len(lines))
    forecast, _ = _table(amounts, forecast_row, len(lines))
    has_no_forecast = sorted(set(range(len(lines))).difference(forecast_row.values()))
    forecast[has_no_forecast] = planned[has_no_forecast]
    reports = _by_month(DeliveredAmount.objects.filter(of).known_at(at), "initiative_id", year)
    delivered, reported = _table(reports, row, len(lines))
    return YearOfSavings(
        planned=planned,
        forecast=forecast,
        delivered=delivered,
        reported=reported,
        weight=np.array([rules.weights.get(line.stage, 0) for line in lines], dtype=np.int64),
        live_months=np.array([savings.live_months(year, line.stopped_on) for line in lines], dtype=np.int64),
        goes_on=np.array([line.goes_on for line in lines], dtype=bool),
    )


def _rows_of_plans(plans: QuerySet, row: dict[int, int]) -> tuple[dict[int, int], dict[int, int]]:
    """The table row each plan belongs in: one dictionary for planned versions, one for forecasts."""
    rows: dict[str, dict[int, int]] = {PlanKind.PLANNED: {}, PlanKind.FORECAST: {}}
    for plan, initiative, kind in plans.values_list("id", "initiative_id", "kind"):
        rows[kind][plan] = row[initiative]
    return rows[PlanKind.PLANNED], rows[PlanKind.FORECAST]


def _by_month(amounts: QuerySet, owner: str, year: int) -> Iterator[tuple[int, list[int], list[int]]]:
    """(owner id, columns, pence) of the months of the year: a row per owner, not one per month."""
    months = savings.months_of(year)
    in_year = amounts.filter(month__gte=months[0], month__lte=months[-1]).order_by()
    return (
        in_year.values_list(owner)
        .annotate(columns=ArrayAgg(COLUMN, order_by="month"), pence=ArrayAgg(PENCE, order_by="month"))
        .iterator()
    )


def _table(
    amounts: Iterable[tuple[int, list[int], list[int]]], row: dict[int, int], height: int
) -> tuple[np.ndarray, np.ndarray]:
    """The pence of each row and month, and where there were any; owners without a row are left out."""
    pence_table = np.zeros((height, 12), dtype=np.int64)
    is_there = np.zeros((height, 12), dtype=bool)
    for owner, columns, pence in amounts:
        if owner in row:
            pence_table[row[owner], columns] = pence
            is_there[row[owner], columns] = True
    return pence_table, is_there
