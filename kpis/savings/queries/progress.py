"""What savings come to in a financial year: as last worked out, or as at any moment.

The stored rows are what `worked_out` said when the recompute last asked it, so both ways agree.
"""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

import numpy as np

from kpis.domain import savings
from kpis.domain.periods import year_name
from kpis.domain.savings import Progress, TypeGroup
from kpis.savings.models import DeliveredAmount, MonthlyAmount, SavingsProgress, SavingsTarget
from kpis.savings.queries.lines import WorkedOut, work_out_year
from kpis.workstreams.models import Workstream

TOWARDS_TARGET = TypeGroup.TOWARDS_TARGET
OTHER_GROUPS = tuple(group for group in TypeGroup if group is not TOWARDS_TARGET)


@dataclass(frozen=True, slots=True)
class YearProgress:
    """Progress of a year by workstream id (None is the total) and type group, true of the moment `at`."""

    year: int
    at: datetime | None
    by_key: dict[tuple[int | None, TypeGroup], Progress]

    @property
    def label(self) -> str:
        return year_name(self.year)

    def of(self, workstream_id: int | None, group: TypeGroup = TOWARDS_TARGET) -> Progress:
        return self.by_key.get((workstream_id, group), Progress())

    def others(self, workstream_id: int | None) -> tuple[tuple[TypeGroup, Progress], ...]:
        """The groups that never count towards the target, each for itself; only those with an amount."""
        by_group = ((group, self.of(workstream_id, group)) for group in OTHER_GROUPS)
        return tuple((group, progress) for group, progress in by_group if progress.has_amounts)


@dataclass(frozen=True, slots=True)
class ProgressRow:
    """A workstream's progress towards its share, or the total's, as `savings_chart` draws it.

    For the chart nought is None: it then says that nothing is planned or delivered yet.
    """

    label: str
    href: str
    progress: Progress

    @property
    def target(self) -> Decimal | None:
        return self.progress.target

    @property
    def planned(self) -> Decimal | None:
        return self.progress.planned or None

    @property
    def forecast(self) -> Decimal | None:
        return self.progress.forecast or None

    @property
    def delivered(self) -> Decimal | None:
        return self.progress.delivered or None

    @property
    def widest(self) -> Decimal:
        """The room its bars need."""
        return max(self.target or 0, self.progress.planned, self.progress.forecast, self.progress.delivered)


@dataclass(frozen=True, slots=True)
class BoardSavings:
    """What the Board reads of a year. `at` is None where nothing has been worked out for it."""

    year: int
    label: str
    at: datetime | None
    target: SavingsTarget | None
    total: Progress
    rows: tuple[ProgressRow, ...]
    not_yet_allocated: Decimal | None
    others: tuple[tuple[TypeGroup, Progress], ...]

    @property
    def chart_rows(self) -> list[ProgressRow]:
        return [ProgressRow("All workstreams", "", self.total), *self.rows]


@dataclass(frozen=True, slots=True)
class WorkstreamSavings:
    """One workstream's part of a year. `at` is None where nothing has been worked out for it."""

    year: int
    label: str
    at: datetime | None
    progress: Progress
    others: tuple[tuple[TypeGroup, Progress], ...]


def board_savings(*, year: int, as_at: datetime | None = None) -> BoardSavings:
    """The total and every workstream: now from the stored rows, at a past moment from what was known then."""
    progress = year_progress(year=year, as_at=as_at)
    targets = SavingsTarget.objects.filter(financial_year=year)
    total = progress.of(None)
    rows = tuple(
        ProgressRow(workstream.name, workstream.get_absolute_url(), progress.of(workstream.id))
        for workstream in Workstream.objects.in_order()
    )
    shares = [row.target for row in rows if row.target is not None]
    return BoardSavings(
        year=year,
        label=progress.label,
        at=progress.at,
        target=(targets.known_at(as_at) if as_at else targets.latest_first()).first(),
        total=total,
        rows=rows,
        not_yet_allocated=None if total.target is None else savings.not_yet_allocated(total.target, shares),
        others=progress.others(None),
    )


def workstream_savings(
    *, workstream: Workstream, year: int, as_at: datetime | None = None
) -> WorkstreamSavings:
    """One workstream's part of the year; the same numbers as its row of `board_savings`."""
    progress = year_progress(year=year, as_at=as_at)
    return WorkstreamSavings(
        year=year,
        label=progress.label,
        at=progress.at,
        progress=progress.of(workstream.id),
        others=progress.others(workstream.id),
    )


def years_with_savings() -> list[int]:
    """The financial years that have a target, a planned month or a delivered one, oldest first."""
    years = set(SavingsTarget.objects.values_list("financial_year", flat=True))
    for amounts in (MonthlyAmount.objects, DeliveredAmount.objects):
        years.update(savings.year_of(month) for month in amounts.values_list("month", flat=True).distinct())
    return sorted(years)


def usual_year(*, years: list[int], at_year: int) -> int:
    """The year a page opens with: this one, else the last before it that has savings, else the first."""
    return max((year for year in years if year <= at_year), default=years[0] if years else at_year)


def year_progress(*, year: int, as_at: datetime | None = None) -> YearProgress:
    return stored(year) if as_at is None else worked_out(year=year, at=as_at)


def stored(year: int) -> YearProgress:
    """What the last recompute wrote."""
    rows = list(SavingsProgress.objects.filter(financial_year=year))
    by_key = {(row.workstream_id, TypeGroup(row.type_group)): row.progress for row in rows}
    return YearProgress(year, max((row.computed_at for row in rows), default=None), by_key)


def worked_out(*, year: int, at: datetime) -> YearProgress:
    """Every workstream and the total, by type group, from what was known at the moment."""
    targets = _targets(year, at)
    known = work_out_year(year=year, at=at)
    workstreams = [*Workstream.objects.order_by("id").values_list("id", flat=True), None]
    keys = [(workstream, group) for workstream in workstreams for group in TypeGroup]
    by_key = {
        (workstream, group): Progress.from_units(
            units,
            target=targets.get(workstream) if group is TOWARDS_TARGET else None,
            tolerance=known.rules.tolerance,
        )
        for (workstream, group), units in zip(keys, _sums(known, keys), strict=True)
    }
    return YearProgress(year, at, by_key)


def _sums(known: WorkedOut, keys: list[tuple[int | None, TypeGroup]]) -> np.ndarray:
    """A row of amounts for each key: every initiative counts in its workstream's group and in the total's."""
    place = {key: n for n, key in enumerate(keys)}
    in_workstream = [place[line.workstream_id, line.group] for line in known.lines]
    in_total = [place[None, line.group] for line in known.lines]
    sums = savings.add_up(known.units, in_workstream, len(keys))
    return sums + savings.add_up(known.units, in_total, len(keys))


def _targets(year: int, at: datetime) -> dict[int | None, Decimal]:
    """The year's target under None, and each workstream's share; empty where none was set."""
    target = SavingsTarget.objects.filter(financial_year=year).known_at(at).prefetch_related("shares").first()
    if target is None:
        return {}
    shares = {share.workstream_id: share.amount_gbp for share in target.shares.all()}
    return {None: target.amount_gbp, **shares}
