"""What counts about KPIs besides their figures: definition, status, baseline, what waits, what is left out."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from django.db import connection

from kpis.domain.direction import Direction
from kpis.domain.numbers import format_value
from kpis.domain.periods import Period, PeriodKind
from kpis.domain.rating import Rating
from kpis.figures.models import Status
from kpis.figures.queries.statuses import worked_out

# Of each KPI that the Board saw at the moment: its definition, its stored status where now is asked for, its
# baseline's period, the period of the newest figure that waits, and the periods left out of process limits.
KNOWN = """
    SELECT
        definition.kpi_id, name, source, unit, decimals, frequency,
        rating, reason, figure_id, expected, direction, variation, assurance, next_due_on, next_period,
        baseline.period_kind, baseline.period_start, baseline.period_end, waiting.period_start, left_out.periods,
        excepted.kpi_id IS NOT NULL
    FROM (
        SELECT DISTINCT ON (kpi_id) kpi_id, name, source, unit, decimals, frequency, shown_to_board
        FROM figures_kpidefinition
        WHERE kpi_id = ANY(%(kpis)s) AND figures_kpidefinition.counts_from <= %(moment)s
        ORDER BY kpi_id, version DESC
    ) definition
    LEFT JOIN figures_status status ON status.kpi_id = definition.kpi_id AND %(now)s
    LEFT JOIN (
        SELECT DISTINCT ON (kpi_id) kpi_id, period_kind, period_start, period_end
        FROM figures_baseline
        WHERE kpi_id = ANY(%(kpis)s) AND figures_baseline.counts_from <= %(moment)s
        ORDER BY kpi_id, version DESC
    ) baseline ON baseline.kpi_id = definition.kpi_id
    LEFT JOIN (
        SELECT kpi_id, max(period_start) AS period_start
        FROM figures_figure
        WHERE figures_figure.submitted_at <= %(moment)s
            AND (decided_at IS NULL OR figures_figure.decided_at > %(moment)s)
        GROUP BY kpi_id
    ) waiting ON waiting.kpi_id = definition.kpi_id
    LEFT JOIN (
        SELECT kpi_id, period_kind, array_agg(period_start) AS periods
        FROM figures_chartmark
        WHERE kind = 'ghost' AND state <> 'declined' AND figures_chartmark.decided_at <= %(moment)s
            AND (ended_at IS NULL OR figures_chartmark.ended_at > %(moment)s)
        GROUP BY kpi_id, period_kind
    ) left_out ON left_out.kpi_id = definition.kpi_id AND left_out.period_kind = definition.frequency
    LEFT JOIN (
        SELECT DISTINCT figure.kpi_id
        FROM figures_kpiexception JOIN figures_figure figure ON figure.id = figures_kpiexception.figure_id
        WHERE closed_at IS NULL OR figures_kpiexception.closed_at > %(moment)s
    ) excepted ON excepted.kpi_id = definition.kpi_id
    WHERE definition.shown_to_board
"""


class Judged(NamedTuple):
    """A KPI's stored status as far as a row needs it."""

    rating: str
    reason: str
    figure_id: int | None
    expected: Decimal | None
    direction: str
    variation: str
    assurance: str
    next_due_on: date | None
    next_period: str


class Known(NamedTuple):
    """What counts about a KPI besides its figures."""

    kpi_id: int
    name: str
    source: str
    unit: str
    decimals: int
    frequency: str
    judged: Judged | None  # None where no status is stored, or the past is asked for
    baseline: tuple | None  # its period: kind, first day and day after the last
    waits_for: date | None  # the first day of the newest period whose figure waits for approval
    left_out: frozenset[date]  # first days of the periods that process limits leave out by agreement
    may_be_excepted: bool  # an exception of one of its figures was not closed

    def shown(self, value: Decimal) -> str:
        return format_value(value, self.unit, self.decimals)

    @classmethod
    def of(cls, row: tuple) -> "Known":
        rating, kind, waits_for, left_out, excepted = row[6], row[15], *row[18:]
        judged = Judged._make(row[6:15]) if rating else None
        baseline = row[15:18] if kind else None
        return cls(*row[:6], judged, baseline, waits_for, frozenset(left_out or ()), excepted)


def known_at(kpi_ids: Sequence[int], moment: datetime, *, now: bool) -> dict[int, Known]:
    """What counted about those that the Board saw at the moment. One query."""
    with connection.cursor() as cursor:
        cursor.execute(KNOWN, {"kpis": list(kpi_ids), "moment": moment, "now": now})
        return {row[0]: Known.of(row) for row in cursor.fetchall()}


def statuses_of(known: Mapping[int, Known], moment: datetime) -> dict[int, Judged | Status]:
    """How each stood: as it is stored; where that is not there yet, or for the past, as worked out."""
    found = {kpi_id: row.judged for kpi_id, row in known.items() if row.judged}
    missing = [kpi_id for kpi_id in known if kpi_id not in found]
    if missing:
        worked = worked_out(missing, at=moment)
        found |= {status.kpi_id: status for status in worked.statuses}
        found |= {kpi_id: _contradicts_itself(why) for kpi_id, why in worked.broken.items()}
    return found


def _contradicts_itself(why: str) -> Judged:
    """What is said of a KPI whose record cannot be judged, so that the page of all others still stands."""
    reason = f"Its record cannot be judged: {why}"
    return Judged(Rating.NOT_RATED, reason, None, None, Direction.TOO_LITTLE_DATA, "", "", None, "")


@lru_cache(maxsize=1000)
def label(kind: str, start: date, end: date) -> str:
    return Period(PeriodKind(kind), start, end).label
