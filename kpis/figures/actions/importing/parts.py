"""Reading one part of a file. Any worker may, twice or at once with another: it counts once."""

import json
from datetime import datetime

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from kpis.figures.actions.importing.cells import CellReader, Read
from kpis.figures.actions.importing.comparing import compare
from kpis.figures.actions.importing.copying import copy_figures, copy_problems, escaped
from kpis.figures.actions.importing.steps import held
from kpis.figures.models import FigureImport, ImportChunk, ImportState
from kpis.figures.spreadsheets import WIDE, Entry

NULL = "\\N"


def read_chunk(*, import_id: int, number: int, at: datetime) -> bool:
    """Read one part; reading it again changes nothing. True when it was the last: the preview is then ready.

    The claim is committed on its own, so that an attempt which dies is counted.
    """
    mine = ImportChunk.objects.filter(
        figure_import_id=import_id,
        figure_import__state=ImportState.READING,
        number=number,
        done_at__isnull=True,
    )
    return bool(mine.update(claimed_at=at, attempts=F("attempts") + 1)) and _do(import_id, number, at)


@transaction.atomic
def _do(import_id: int, number: int, at: datetime) -> bool:
    chunk = ImportChunk.objects.select_for_update().filter(
        figure_import_id=import_id, number=number, done_at__isnull=True
    )
    chunk = chunk.first()
    if chunk is None:
        return False
    _store(FigureImport.objects.defer("content").select_related("sent_by").get(pk=import_id), chunk, at)
    return _finish(chunk, at)


def _store(figure_import: FigureImport, chunk: ImportChunk, at: datetime) -> None:
    reader = CellReader.for_sender(figure_import.sent_by, on=timezone.localdate(at))
    lines, problems = [], []
    for position, raw in enumerate(json.loads(chunk.entries), start=chunk.first_position):
        entry = Entry(*raw)
        sheet = figure_import.sheets[entry.sheet]
        found = reader.read(entry.texts, entry.formulas, is_wide=sheet["layout"] == WIDE)
        if isinstance(found, Read):
            lines.append(_line(figure_import.pk, position, sheet, entry, found))
        else:
            problems += [
                (position, *_place(sheet, entry, bad.heading), bad.text, bad.message) for bad in found
            ]
    copy_figures(lines)
    copy_problems(figure_import.pk, problems)


def _place(sheet: dict, entry: Entry, heading: str) -> tuple[str, int, str]:
    """Sheet, row and cell of a heading's value in this entry. A wide table's periods are its headings."""
    if entry.column and heading not in ("kpi code", "period"):
        return sheet["name"], entry.row, f"{entry.column}{entry.row}"
    if entry.column and heading == "period":
        return sheet["name"], sheet["heading_row"], f"{entry.column}{sheet['heading_row']}"
    letter = sheet["letters"].get(heading)
    return sheet["name"], entry.row, f"{letter}{entry.row}" if letter else f"row {entry.row}"


def _line(import_id: int, position: int, sheet: dict, entry: Entry, read: Read) -> str:
    given, period = read.entry, read.period
    _, row, cell = _place(sheet, entry, "numerator" if given.numerator is not None else "value")
    return (
        f"{import_id}\t{position}\t{escaped(sheet['name'])}\t{row}\t{cell}\t{read.kpi.pk}\t{read.definition.pk}\t"
        f"{period.kind}\t{period.start}\t{period.end}\t{period.label}\t{_text(given.value)}\t{given.symbol}\t"
        f"{_text(given.numerator)}\t{_text(given.denominator)}\t{escaped(given.remark)}\t{read.is_formula}\n"
    )


def _text(number) -> str:
    return NULL if number is None else str(number)


def _finish(chunk: ImportChunk, at: datetime) -> bool:
    """Mark the part as read; whoever reads the last one compares the whole in the same transaction."""
    row = held(chunk.figure_import_id, ImportState.READING)
    if row is None:
        transaction.set_rollback(True)  # thrown away meanwhile: what was read of it goes too
        return False
    chunk.done_at = at
    chunk.save(update_fields=["done_at"])
    if row.chunks.filter(done_at__isnull=True).exists():
        return False
    compare(row, at=at)
    return True
