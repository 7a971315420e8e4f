"""What a file would change: each of its figures beside what stands for the period now, in one go for all."""

from datetime import datetime

from django.db import connection

from kpis.figures.models import FigureImport, ImportState

# What stands for the period of each figure of one import: an open figure, else the one that counts now.
STANDING = """
    SELECT DISTINCT ON (f.kpi_id, f.period_kind, f.period_start)
        f.id, f.kpi_id, f.period_kind, f.period_start, f.state, f.value, f.symbol, f.numerator, f.denominator,
        f.remark, f.recorded_by_id, f.recorded_at, f.corrects_id
    FROM figures_figure f
    WHERE f.kpi_id IN (SELECT kpi_id FROM figures_importedfigure WHERE figure_import_id = %(id)s)
        AND f.state IN ('draft', 'submitted', 'approved')
    ORDER BY f.kpi_id, f.period_kind, f.period_start, f.state = 'approved', f.counts_from DESC, f.id DESC
"""

TWICE = """
    INSERT INTO figures_importproblem (figure_import_id, position, sheet, row, cell, text, message)
    SELECT %(id)s, t.position, t.sheet, t.row, t.cell, '',
        k.code || ' for ' || t.period_label || ' stands in ' ||
        CASE WHEN t.first_sheet = '' THEN '' ELSE 'sheet “' || t.first_sheet || '”, ' END || t.first_cell || ' already.'
    FROM (
        SELECT position, sheet, row, cell, kpi_id, period_label,
            row_number() OVER same AS number, first_value(sheet) OVER same AS first_sheet,
            first_value(cell) OVER same AS first_cell
        FROM figures_importedfigure WHERE figure_import_id = %(id)s
        WINDOW same AS (PARTITION BY kpi_id, period_kind, period_start ORDER BY position)
    ) t JOIN figures_kpi k ON k.id = t.kpi_id
    WHERE t.number > 1
"""

# An empty cell says nothing: it does not take away a remark or the two parts of a value.
FIND = f"""
    UPDATE figures_importedfigure i SET
        finding = CASE
            WHEN s.value IS NOT DISTINCT FROM i.value AND s.symbol = i.symbol
                AND (i.numerator IS NULL OR s.numerator = i.numerator)
                AND (i.denominator IS NULL OR s.denominator = i.denominator)
                AND (i.remark = '' OR s.remark = i.remark) THEN 'unchanged'
            WHEN s.state = 'submitted' OR (s.state = 'draft' AND s.corrects_id IS NOT NULL) THEN 'problem'
            ELSE 'changed' END,
        before_id = s.id, before_state = s.state, before_value = s.value, before_symbol = s.symbol,
        before_numerator = s.numerator, before_denominator = s.denominator, before_remark = s.remark,
        before_recorded_by_id = s.recorded_by_id, before_recorded_at = s.recorded_at
    FROM ({STANDING}) s
    WHERE i.figure_import_id = %(id)s AND s.kpi_id = i.kpi_id AND s.period_kind = i.period_kind
        AND s.period_start = i.period_start
"""  # noqa: S608 - put together from statements of our own

BLOCKED = """
    INSERT INTO figures_importproblem (figure_import_id, position, sheet, row, cell, text, message)
    SELECT %(id)s, i.position, i.sheet, i.row, i.cell, '',
        CASE i.before_state WHEN 'submitted' THEN k.code || ' for ' || i.period_label || ' is waiting for approval.'
        ELSE 'A correction of ' || k.code || ' for ' || i.period_label || ' has been begun: finish that.' END
    FROM figures_importedfigure i JOIN figures_kpi k ON k.id = i.kpi_id
    WHERE i.figure_import_id = %(id)s AND i.finding = 'problem'
"""

# A figure that stands twice in the file is no new one.
NAMED = """
    UPDATE figures_importedfigure SET finding = 'problem' WHERE figure_import_id = %(id)s AND finding <> 'problem'
        AND position IN (SELECT position FROM figures_importproblem WHERE figure_import_id = %(id)s)
"""

MARK_NEWER = f"""
    UPDATE figures_importedfigure i SET is_newer = true
    FROM figures_importedfigure j LEFT JOIN ({STANDING}) s
        ON s.kpi_id = j.kpi_id AND s.period_kind = j.period_kind AND s.period_start = j.period_start
    WHERE j.figure_import_id = %(id)s AND i.id = j.id AND (s.id IS DISTINCT FROM j.before_id
        OR s.state <> j.before_state OR s.recorded_at <> j.before_recorded_at)
"""  # noqa: S608 - put together from statements of our own

FORGET_BEFORE = """
    UPDATE figures_importedfigure SET finding = 'new', before_id = NULL, before_state = '', before_value = NULL,
        before_symbol = '', before_numerator = NULL, before_denominator = NULL, before_remark = '',
        before_recorded_by_id = NULL, before_recorded_at = NULL
    WHERE figure_import_id = %(id)s AND is_newer
"""

NOTHING_NEWER = """
    UPDATE figures_importedfigure SET is_newer = false WHERE figure_import_id = %(id)s AND is_newer
"""

COUNTS = """
    SELECT count(*) FILTER (WHERE finding = 'new'), count(*) FILTER (WHERE finding = 'changed'),
        count(*) FILTER (WHERE finding = 'changed' AND before_state = 'approved'),
        count(*) FILTER (WHERE finding = 'unchanged'), count(*) FILTER (WHERE is_newer),
        (SELECT count(*) FROM figures_importproblem WHERE figure_import_id = %(id)s)
    FROM figures_importedfigure WHERE figure_import_id = %(id)s
"""


def compare(row: FigureImport, *, at: datetime) -> None:
    """Make the preview of an import whose row the caller holds."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE figures_importedfigure")  # or the plans below are made for an empty table
        cursor.execute(TWICE, {"id": row.pk})
        _find(cursor, row.pk)
        _keep_counts(cursor, row)
    row.state, row.read_at, row.attempts, row.claimed_at = ImportState.READ, at, 0, None
    row.save()
    row.chunks.all().delete()  # they have done their work, and the file itself is kept


def compare_again(row: FigureImport) -> bool:
    """Whether anything changed since the preview; the preview then says so and waits to be confirmed anew.

    The caller holds the import and its KPIs.
    """
    with connection.cursor() as cursor:
        cursor.execute(NOTHING_NEWER, {"id": row.pk})
        cursor.execute(MARK_NEWER, {"id": row.pk})
        if not cursor.rowcount:
            return False
        cursor.execute(FORGET_BEFORE, {"id": row.pk})
        _find(cursor, row.pk)
        _keep_counts(cursor, row)
    return True


def _find(cursor, import_id: int) -> None:
    for statement in (FIND, BLOCKED, NAMED):
        cursor.execute(statement, {"id": import_id})


def _keep_counts(cursor, row: FigureImport) -> None:
    cursor.execute(COUNTS, {"id": row.pk})
    row.new_count, row.changed_count, row.correction_count, row.unchanged_count, row.newer_count, count = (
        cursor.fetchone()
    )
    row.problem_count = count
