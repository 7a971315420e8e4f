"""A file as it was sent, and the parts it is cut into."""

import json
from datetime import datetime

from django.conf import settings
from django.db import transaction

from kpis.figures.actions.importing.copying import copy_problems
from kpis.figures.actions.importing.steps import ImportRefused, claimed, held
from kpis.figures.models import FigureImport, ImportChunk, ImportedFigure, ImportProblem, ImportState
from kpis.figures.spreadsheets import FigureTable, read_table
from kpis.spreadsheets import UnreadableFile

FIGURES_AT_ONCE = 5_000  # half a second of reading


@transaction.atomic
def store_file(*, name: str, content: bytes, by, at: datetime) -> FigureImport:
    """Keep a file as it was sent; a worker reads it. Nothing of it counts before it is confirmed."""
    if len(content) > settings.MAX_UPLOAD_BYTES:
        raise ImportRefused("The file is larger than 10 MB. Send fewer rows at a time.")
    if not content:
        raise ImportRefused("The file is empty.")
    plain = name.replace("\x00", "")[-200:]
    return FigureImport.objects.create(file_name=plain, content=content, sent_by=by, sent_at=at)


def cut_import(*, import_id: int, at: datetime, at_once: int = FIGURES_AT_ONCE) -> list[int]:
    """Understand the table and cut it into parts; the numbers of the parts that are to be read.

    Doing it again gives the same parts. A file that cannot be read is refused with the reason. The claim is
    committed on its own, so that an attempt which dies is counted.
    """
    row = claimed(import_id, ImportState.STORED, at=at)
    if row is None:
        return []
    try:
        table = read_table(row.file_name, bytes(row.content))
    except UnreadableFile as unreadable:
        _refuse(row, str(unreadable))
        return []
    return _keep(row, table, at_once, at)


@transaction.atomic
def _refuse(row: FigureImport, why: str) -> None:
    row = held(row.pk, ImportState.STORED)
    if row:
        row.state, row.refused_because = ImportState.REFUSED, why[:400]
        row.save(update_fields=["state", "refused_because"])


@transaction.atomic
def _keep(row: FigureImport, table: FigureTable, at_once: int, at: datetime) -> list[int]:
    row = held(row.pk, ImportState.STORED)
    if row is None:
        return []
    forget_reading(row)
    copy_problems(
        row.pk,
        [(0, table.sheets[p.sheet].name, p.row, p.cell, p.text, p.message) for p in table.problems],
    )
    firsts = range(
        0, max(len(table.entries), 1), at_once
    )  # one part at least: somebody has to make the preview
    chunks = [
        ImportChunk(
            figure_import=row,
            number=number,
            first_position=first + 1,
            entries=json.dumps(table.entries[first : first + at_once], separators=(",", ":")),
        )
        for number, first in enumerate(firsts, start=1)
    ]
    ImportChunk.objects.bulk_create(chunks)
    row.sheets = [sheet.as_json() for sheet in table.sheets]
    row.chunk_count, row.entry_count = len(chunks), len(table.entries)
    row.state, row.attempts, row.claimed_at = ImportState.READING, 0, at
    row.save(update_fields=["sheets", "chunk_count", "entry_count", "state", "attempts", "claimed_at"])
    return [chunk.number for chunk in chunks]


def forget_reading(row: FigureImport) -> None:
    """Nothing of an earlier reading stays."""
    for model in (ImportChunk, ImportedFigure, ImportProblem):
        model.objects.filter(figure_import=row).delete()
