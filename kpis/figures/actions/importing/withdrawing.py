"""Taking a file back as a whole. Nothing is deleted: its drafts are withdrawn, what counted is corrected."""

from datetime import datetime

from django.db import connection, transaction

from kpis.figures.actions.importing.applying import HOLD_KPIS, LONGEST, recompute_touched
from kpis.figures.actions.importing.steps import claimed, held
from kpis.figures.models import FigureImport, ImportState, RecomputeRun

# Drafts that somebody typed over are no longer the file's: `file_id` says so.
TAKE_BACK = """
    UPDATE figures_figure f SET state = 'withdrawn'
    FROM figures_importedfigure i
    WHERE i.figure_import_id = %(id)s AND f.file_id = %(id)s AND f.state IN ('draft', 'submitted')
        AND f.kpi_id = i.kpi_id AND f.period_kind = i.period_kind AND f.period_start = i.period_start
"""

PUT_BACK = """
    INSERT INTO figures_figure (kpi_id, definition_id, period_kind, period_start, period_end, value, symbol,
        numerator, denominator, remark, source, basis, state, recorded_by_id, recorded_at, returned_because,
        correction_reason)
    SELECT i.kpi_id, f.definition_id, i.period_kind, i.period_start, i.period_end, i.before_value, i.before_symbol,
        i.before_numerator, i.before_denominator, i.before_remark, '', '', 'draft', i.before_recorded_by_id,
        i.before_recorded_at, '', ''
    FROM figures_importedfigure i JOIN figures_figure f ON f.file_id = %(id)s AND f.state = 'withdrawn'
        AND f.kpi_id = i.kpi_id AND f.period_kind = i.period_kind AND f.period_start = i.period_start
    WHERE i.figure_import_id = %(id)s AND i.finding = 'changed' AND i.before_state = 'draft'
    ORDER BY i.position
"""

# What was approved meanwhile counts: a correction says what stood before, or that there is no figure.
REVERSE = """
    INSERT INTO figures_figure (kpi_id, definition_id, period_kind, period_start, period_end, value, symbol,
        numerator, denominator, remark, source, basis, state, recorded_by_id, recorded_at, returned_because,
        corrects_id, correction_reason)
    SELECT f.kpi_id, f.definition_id, f.period_kind, f.period_start, f.period_end,
        CASE WHEN i.before_state = 'approved' THEN i.before_value END,
        CASE WHEN i.before_state = 'approved' THEN i.before_symbol ELSE 'x' END,
        CASE WHEN i.before_state = 'approved' THEN i.before_numerator END,
        CASE WHEN i.before_state = 'approved' THEN i.before_denominator END,
        CASE WHEN i.before_state = 'approved' THEN i.before_remark ELSE '' END,
        '', '', 'draft', %(by)s, %(at)s, '', f.id, %(why)s
    FROM figures_importedfigure i JOIN figures_figure f ON f.file_id = %(id)s AND f.state = 'approved'
        AND f.kpi_id = i.kpi_id AND f.period_kind = i.period_kind AND f.period_start = i.period_start
    WHERE i.figure_import_id = %(id)s AND NOT EXISTS (
        SELECT 1 FROM figures_figure later
        WHERE later.kpi_id = f.kpi_id AND later.period_kind = f.period_kind
            AND later.period_start = f.period_start AND later.id <> f.id
            AND (later.state IN ('draft', 'submitted') OR (later.state = 'approved' AND later.corrects_id = f.id))
    )
    ORDER BY i.position
"""


def take_back(*, import_id: int, at: datetime) -> RecomputeRun | None:
    """Do a withdrawal that was asked for; the run that recomputes its KPIs, None when there was nothing to do."""
    row = claimed(import_id, ImportState.WITHDRAWING, at=at)
    return None if row is None else _take_back(row, at)


@transaction.atomic
def _take_back(row: FigureImport, at: datetime) -> RecomputeRun | None:
    row = held(row.pk, ImportState.WITHDRAWING)
    if row is None:
        return None
    why = f"“{row.file_name}” was withdrawn: {row.withdrawn_because}"[:400]
    given = {"id": row.pk, "by": row.withdrawn_by_id, "at": at, "why": why}
    with connection.cursor() as cursor:
        cursor.execute(LONGEST)
        cursor.execute(HOLD_KPIS, given)
        touched = [pk for (pk,) in cursor.fetchall()]
        row.taken_back_count = _count(cursor, TAKE_BACK, given)
        row.restored_count = _count(cursor, PUT_BACK, given)
        row.reversed_count = _count(cursor, REVERSE, given)
    row.left_count = row.new_count + row.changed_count - row.taken_back_count - row.reversed_count
    row.state, row.attempts, row.claimed_at = ImportState.WITHDRAWN, 0, None
    row.save()
    return recompute_touched(row, touched, by_id=row.withdrawn_by_id, why="was withdrawn", at=at)


def _count(cursor, statement: str, given: dict) -> int:
    cursor.execute(statement, given)
    return cursor.rowcount
