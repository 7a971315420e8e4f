"""Many rows at once, by PostgreSQL's COPY: a hundred thousand in the time of a few hundred inserts."""

from collections.abc import Iterable

from django.db import connection

ESCAPED = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r", "\x00": None})
ROWS_AT_ONCE = 2_000

FIGURES = (
    "COPY figures_importedfigure (figure_import_id, position, sheet, row, cell, kpi_id, definition_id,"
    " period_kind, period_start, period_end, period_label, value, symbol, numerator, denominator, remark,"
    " is_formula) FROM STDIN"
)
PROBLEMS = (
    "COPY figures_importproblem (figure_import_id, position, sheet, row, cell, text, message) FROM STDIN"
)


def escaped(text: str) -> str:
    """Text as a column of COPY's text form."""
    return text.translate(ESCAPED)


def copy_figures(lines: list[str]) -> None:
    """Lines of tab-separated columns in the order of FIGURES, each escaped already."""
    _copy(FIGURES, lines)


def copy_problems(import_id: int, problems: Iterable[tuple]) -> None:
    """(position, sheet, row, cell, text, message) of each cell that has to be mended; said once each."""
    lines = dict.fromkeys(
        f"{import_id}\t{position}\t{escaped(sheet)}\t{row}\t{cell}\t{escaped(text[:200])}\t{escaped(message[:400])}\n"
        for position, sheet, row, cell, text, message in problems
    )
    _copy(PROBLEMS, list(lines))


def _copy(statement: str, lines: list[str]) -> None:
    if not lines:
        return
    with connection.cursor() as cursor, cursor.copy(statement) as copy:
        for first in range(0, len(lines), ROWS_AT_ONCE):
            copy.write("".join(lines[first : first + ROWS_AT_ONCE]))
