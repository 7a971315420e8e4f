"""Storing a confirmed file: all of it in one transaction, once."""

from datetime import datetime

from django.db import connection, transaction

from kpis.figures.actions.importing.comparing import compare_again
from kpis.figures.actions.importing.steps import claimed, held
from kpis.figures.actions.recompute import CHUNK_SIZE
from kpis.figures.actions.runs import open_run
from kpis.figures.models import FigureImport, ImportState, RecomputeRun

LONGEST = "SET LOCAL statement_timeout = '10min'"

HOLD_KPIS = """
    SELECT id FROM figures_kpi
    WHERE id IN (SELECT kpi_id FROM figures_importedfigure WHERE figure_import_id = %(id)s) ORDER BY id FOR UPDATE
"""

# KPIs that are not the sender's any more, or mean something else than when the file was read.
MOVED_ON = """
    SELECT EXISTS (
        SELECT 1 FROM (
            SELECT DISTINCT kpi_id, definition_id FROM figures_importedfigure WHERE figure_import_id = %(id)s
        ) i
        JOIN figures_kpi k ON k.id = i.kpi_id
        JOIN workstreams_workstream w ON w.id = k.workstream_id
        WHERE k.retired_on IS NOT NULL
            OR NOT (coalesce(w.lead_id = %(by)s, false) OR coalesce(w.deputy_id = %(by)s, false))
            OR i.definition_id <> (
                SELECT d.id FROM figures_kpidefinition d WHERE d.kpi_id = k.id ORDER BY d.version DESC LIMIT 1
            )
    )
"""

TYPE_OVER_DRAFTS = """
    UPDATE figures_figure f SET value = i.value, symbol = i.symbol, numerator = i.numerator,
        denominator = i.denominator, remark = coalesce(nullif(i.remark, ''), f.remark),
        definition_id = i.definition_id, recorded_by_id = %(by)s, recorded_at = %(at)s, file_id = %(id)s
    FROM figures_importedfigure i
    WHERE i.figure_import_id = %(id)s AND i.finding = 'changed' AND i.before_state = 'draft' AND f.id = i.before_id
"""

ADD_DRAFTS = """
    INSERT INTO figures_figure (kpi_id, definition_id, period_kind, period_start, period_end, value, symbol,
        numerator, denominator, remark, source, basis, state, recorded_by_id, recorded_at, returned_because,
        corrects_id, correction_reason, file_id)
    SELECT i.kpi_id, i.definition_id, i.period_kind, i.period_start, i.period_end, i.value, i.symbol,
        i.numerator, i.denominator, coalesce(nullif(i.remark, ''), i.before_remark), '', '', 'draft', %(by)s, %(at)s,
        '', i.before_id, CASE WHEN i.before_id IS NULL THEN '' ELSE %(reason)s END, %(id)s
    FROM figures_importedfigure i
    WHERE i.figure_import_id = %(id)s
        AND (i.finding = 'new' OR (i.finding = 'changed' AND i.before_state = 'approved'))
    ORDER BY i.position
"""


def apply_import(*, import_id: int, at: datetime) -> RecomputeRun | None:
    """Store what was confirmed as drafts; the run that recomputes the KPIs it touched, None when nothing was done.

    Where somebody changed one of these periods since the preview, nothing is stored: the preview says what is
    newer and is to be confirmed anew. Where a KPI means something else by now, the file is read again.
    """
    row = claimed(import_id, ImportState.CONFIRMED, at=at)
    return None if row is None else _apply(row, at)


@transaction.atomic
def _apply(row: FigureImport, at: datetime) -> RecomputeRun | None:
    row = held(row.pk, ImportState.CONFIRMED)
    if row is None:
        return None
    given = {"id": row.pk, "by": row.confirmed_by_id, "at": at, "reason": row.reason}
    with connection.cursor() as cursor:
        cursor.execute(LONGEST)
        cursor.execute(HOLD_KPIS, given)
        touched = [pk for (pk,) in cursor.fetchall()]
        cursor.execute(MOVED_ON, given)
        if cursor.fetchone()[0]:
            return _back(row, ImportState.STORED)
        if compare_again(row):
            return _back(row, ImportState.READ)
        cursor.execute(TYPE_OVER_DRAFTS, given)
        cursor.execute(ADD_DRAFTS, given)
    row.state, row.applied_at, row.attempts, row.claimed_at = ImportState.APPLIED, at, 0, None
    row.save()
    return recompute_touched(row, touched, by_id=row.confirmed_by_id, why="was stored", at=at)


def recompute_touched(
    row: FigureImport, kpi_ids: list[int], *, by_id: int, why: str, at: datetime
) -> RecomputeRun:
    """A run over the KPIs of a file, opened with what it is about: no dead worker comes between."""
    return open_run(
        subject=RecomputeRun.Subject.KPIS,
        item_ids=kpi_ids,
        why=f"“{row.file_name[-150:]}” {why}",
        by_id=by_id,
        at=at,
        chunk_size=CHUNK_SIZE,
    )


def _back(row: FigureImport, state: str) -> None:
    row.state, row.confirmed_by, row.confirmed_at, row.attempts, row.claimed_at = state, None, None, 0, None
    row.save()
