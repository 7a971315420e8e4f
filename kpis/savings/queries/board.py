"""A year's savings as the Board and a workstream's page read them."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from kpis.domain import savings
from kpis.domain.savings import Progress, TypeGroup
from kpis.savings.models import SavingsTarget
from kpis.savings.queries.board_gates import BoardGates, board_gates
from kpis.savings.queries.years import YearProgress, stored, worked_out
from kpis.workstreams.models import Workstream


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
    gates: BoardGates

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
    progress = _year(year, as_at)
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
        gates=board_gates(at=as_at),
    )


def workstream_savings(
    *, workstream: Workstream, year: int, as_at: datetime | None = None
) -> WorkstreamSavings:
    """One workstream's part of the year; the same numbers as its row of `board_savings`."""
    progress = _year(year, as_at)
    return WorkstreamSavings(
        year=year,
        label=progress.label,
        at=progress.at,
        progress=progress.of(workstream.id),
        others=progress.others(workstream.id),
    )


def _year(year: int, as_at: datetime | None) -> YearProgress:
    return stored(year) if as_at is None else worked_out(year=year, at=as_at)
