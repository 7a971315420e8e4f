"""What the figures of many KPIs are judged by, read in one query: definition, baseline, targets, agreed marks."""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import NamedTuple

from django.db import connection

from kpis.domain.trajectory import TargetPoint


class Defined(NamedTuple):
    """A KPI's definition as far as judging needs it."""

    kpi_id: int
    polarity: str
    unit: str
    decimals: int
    tolerance: Decimal
    tolerance_is_per_cent: bool
    range_low: Decimal | None
    range_high: Decimal | None
    accumulation: str
    trajectory_is_stepped: bool
    nature: str
    frequency: str
    collected_from: date | None
    due_days: int
    spc_conflict: str
    spc_screens: bool
    spc_shift: int
    spc_trend: int
    spc_baseline_points: int | None


class Started(NamedTuple):
    """A KPI's baseline as far as judging needs it."""

    value: Decimal
    period_kind: str
    period_start: date
    period_end: date
    is_forecast: bool


class JudgedBy(NamedTuple):
    """What counted about a KPI beside its figures; the marks are first days of periods of its own frequency."""

    defined: Defined
    started: Started | None
    targets: tuple[TargetPoint, ...]
    ghosted: Sequence[date]
    recalculated: Sequence[date]


# Of definitions, baselines and targets the highest version that counted at the moment; marks as
# `ChartMark.objects.agreed_at` has them. The identifiers come as one array: as many parameters as there are
# KPIs take the driver longer than the query takes the database.
COUNTED = f"""
    SELECT {", ".join(f"d.{name}" for name in Defined._fields)},
        {", ".join(f"b.{name}" for name in Started._fields)},
        points.days, points.goals, marks.ghosted, marks.recalculated
    FROM (
        SELECT DISTINCT ON (kpi_id) * FROM figures_kpidefinition
        WHERE kpi_id = ANY(%(kpis)s) AND counts_from <= %(at)s ORDER BY kpi_id, version DESC
    ) d
    LEFT JOIN (
        SELECT DISTINCT ON (kpi_id) * FROM figures_baseline
        WHERE kpi_id = ANY(%(kpis)s) AND counts_from <= %(at)s ORDER BY kpi_id, version DESC
    ) b USING (kpi_id)
    LEFT JOIN (
        SELECT t.kpi_id, array_agg(p."on" ORDER BY p."on") AS days, array_agg(p.value ORDER BY p."on") AS goals
        FROM (
            SELECT DISTINCT ON (kpi_id) kpi_id, id FROM figures_target
            WHERE kpi_id = ANY(%(kpis)s) AND counts_from <= %(at)s ORDER BY kpi_id, version DESC
        ) t JOIN figures_targetpoint p ON p.target_id = t.id
        GROUP BY t.kpi_id
    ) points USING (kpi_id)
    LEFT JOIN (
        SELECT kpi_id, period_kind, array_agg(period_start) FILTER (WHERE kind = 'ghost') AS ghosted,
            array_agg(period_start) FILTER (WHERE kind = 'recalculate') AS recalculated
        FROM figures_chartmark
        WHERE kpi_id = ANY(%(kpis)s) AND state <> 'declined' AND decided_at <= %(at)s
            AND (ended_at IS NULL OR ended_at > %(at)s)
        GROUP BY kpi_id, period_kind
    ) marks ON marks.kpi_id = d.kpi_id AND marks.period_kind = d.frequency
    ORDER BY d.kpi_id
"""  # noqa: S608 - put together from names of our own


def judged_by(kpi_ids: Sequence[int], at: datetime) -> list[JudgedBy]:
    """Of each KPI that had a definition at the moment, in the order of their ids. One query."""
    with connection.cursor() as cursor:
        cursor.execute(COUNTED, {"kpis": list(kpi_ids), "at": at})
        return [_as_read(row) for row in cursor.fetchall()]


BASELINE = slice(len(Defined._fields), len(Defined._fields) + len(Started._fields))


def _as_read(row: tuple) -> JudgedBy:
    days, goals, ghosted, recalculated = row[BASELINE.stop :]
    started = row[BASELINE]
    return JudgedBy(
        defined=Defined._make(row[: BASELINE.start]),
        started=None if started[0] is None else Started._make(started),
        targets=tuple(map(TargetPoint, days, goals)) if days else (),
        ghosted=ghosted or (),
        recalculated=recalculated or (),
    )
