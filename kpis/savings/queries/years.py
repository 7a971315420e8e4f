"""What savings come to in a financial year: as last worked out, or as at any moment.

The stored rows are what `worked_out` said when the recompute last asked it, so both ways agree.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

import numpy as np
from django.db.models import Max, Q
from django.utils import timezone

from kpis.domain import savings
from kpis.domain.periods import year_name
from kpis.domain.savings import CountedMonths, Progress, Rules, TypeGroup, YearOfSavings
from kpis.savings.models import (
    DeliveredAmount,
    Initiative,
    MonthlyAmount,
    MonthlyPlan,
    SavingsProgress,
    SavingsTarget,
)
from kpis.savings.queries.lines import Line, lines_at, rules_at
from kpis.savings.queries.months import MonthTables
from kpis.workstreams.models import Workstream

TOWARDS_TARGET = TypeGroup.TOWARDS_TARGET
OTHER_GROUPS = tuple(group for group in TypeGroup if group is not TOWARDS_TARGET)
Key = tuple[int | None, TypeGroup]  # a workstream's id, or None for the total; a group of types


@dataclass(frozen=True, slots=True)
class WorkedOut:
    """Initiatives known at a moment, and what each comes to in a year: a row of `units` for each line.

    `months` is the same month by month, and `given` what it was worked out from; a row for each line.
    """

    lines: tuple[Line, ...]
    units: np.ndarray
    rules: Rules
    months: CountedMonths
    given: YearOfSavings
    group_ids: Sequence[int]

    def by_initiative(self) -> dict[int, Progress]:
        """What each comes to, by its id. A target is never one initiative's."""
        tolerance = self.rules.tolerance
        return {
            line.id: Progress.from_units(row, tolerance=tolerance)
            for line, row in zip(self.lines, self.units, strict=True)
        }


@dataclass(frozen=True, slots=True)
class YearProgress:
    """Progress of a year by workstream id (None is the total) and type group, true of the moment `at`."""

    year: int
    at: datetime | None
    by_key: dict[Key, Progress]

    @property
    def label(self) -> str:
        return year_name(self.year)

    def of(self, workstream_id: int | None, group: TypeGroup = TOWARDS_TARGET) -> Progress:
        return self.by_key.get((workstream_id, group), Progress())

    def others(self, workstream_id: int | None) -> tuple[tuple[TypeGroup, Progress], ...]:
        """The groups that never count towards the target, each for itself; only those with an amount."""
        by_group = ((group, self.of(workstream_id, group)) for group in OTHER_GROUPS)
        return tuple((group, progress) for group, progress in by_group if progress.has_amounts)


def years_with_savings() -> list[int]:
    """The financial years that have a target, a planned month or a delivered one, oldest first."""
    years = set(SavingsTarget.objects.values_list("financial_year", flat=True))
    for amounts in (MonthlyAmount.objects, DeliveredAmount.objects):
        years.update(savings.year_of(month) for month in amounts.values_list("month", flat=True).distinct())
    return sorted(years)


def last_planned_years(*, at: datetime) -> dict[int, int]:
    """By initiative: the last financial year of which its plan or forecast says anything. One query."""
    plans = MonthlyPlan.objects.known_at(at).values("pk")
    last = MonthlyAmount.objects.filter(plan__in=plans).values("plan__initiative").annotate(last=Max("month"))
    return {
        row["plan__initiative"]: savings.year_of(row["last"]) for row in last.order_by("plan__initiative")
    }


def usual_year(*, years: list[int], at_year: int) -> int:
    """The year a page opens with: this one, else the last before it that has savings, else the first."""
    return max((year for year in years if year <= at_year), default=years[0] if years else at_year)


def stored(year: int) -> YearProgress:
    """What the last recompute wrote."""
    rows = list(SavingsProgress.objects.filter(financial_year=year))
    by_key = {(row.workstream_id, TypeGroup(row.type_group)): row.progress for row in rows}
    return YearProgress(year, max((row.computed_at for row in rows), default=None), by_key)


def worked_out(*, year: int, at: datetime) -> YearProgress:
    """Every workstream and the total, by type group, from what was known at the moment."""
    [progress] = worked_out_years(years=[year], at=at)
    return progress


def worked_out_years(*, years: Sequence[int], at: datetime) -> list[YearProgress]:
    """`worked_out` of several years. At most ten queries for any number of years and initiatives; none for no year."""
    if not years:
        return []
    targets = _targets(years, at)
    workstreams = [*Workstream.objects.order_by("id").values_list("id", flat=True), None]
    keys = [(workstream, group) for workstream in workstreams for group in TypeGroup]
    known = work_out_years(years=years, at=at)
    return [YearProgress(year, at, _by_key(known[year], keys, targets.get(year, {}))) for year in years]


def work_out_years(
    *, years: Sequence[int], at: datetime, only: Initiative | None = None
) -> dict[int, WorkedOut]:
    """What every initiative, or the only one asked for, comes to in each of these years.

    With the only one come those it shares a base with: what it counts depends on them.
    """
    lines, rules = lines_at(at, only), rules_at(at)
    of = Q(initiative__in=[line.id for line in lines]) if only else Q()
    tables = MonthTables(lines, years=years, at=at, of=of)
    today = timezone.localdate(at)
    return {year: _worked_out(lines, rules, tables, year, today) for year in years}


def _worked_out(lines: tuple[Line, ...], rules: Rules, tables: MonthTables, year: int, today: date):
    given = tables.of_year(year, rules)
    months = savings.count_months(given, elapsed=savings.month_index(year, today))
    units = savings.add_months(months, given)
    return WorkedOut(lines, units, rules, months, given, tables.group_ids)


def _by_key(known: WorkedOut, keys: list[Key], targets: dict[int | None, Decimal]) -> dict[Key, Progress]:
    return {
        (workstream, group): Progress.from_units(
            units,
            target=targets.get(workstream) if group is TOWARDS_TARGET else None,
            tolerance=known.rules.tolerance,
        )
        for (workstream, group), units in zip(keys, _sums(known, keys), strict=True)
    }


def _sums(known: WorkedOut, keys: list[Key]) -> np.ndarray:
    """A row of amounts for each key: every initiative counts in its workstream's group and in the total's."""
    place = {key: n for n, key in enumerate(keys)}
    in_workstream = [place[line.workstream_id, line.group] for line in known.lines]
    in_total = [place[None, line.group] for line in known.lines]
    sums = savings.add_up(known.units, in_workstream, len(keys))
    return sums + savings.add_up(known.units, in_total, len(keys))


def _targets(years: Sequence[int], at: datetime) -> dict[int, dict[int | None, Decimal]]:
    """By year: the target under None, and each workstream's share; years without a target are left out."""
    targets = SavingsTarget.objects.filter(financial_year__in=years).known_at(at).prefetch_related("shares")
    return {
        target.financial_year: {
            None: target.amount_gbp,
            **{share.workstream_id: share.amount_gbp for share in target.shares.all()},
        }
        for target in targets
    }
