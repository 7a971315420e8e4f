"""The steps of an import that people take, and how a worker takes up the others: each once, whoever does it."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F, Q

from kpis.figures.models import FigureImport, ImportChunk, ImportState

STALE_AFTER = timedelta(seconds=60)
GIVE_UP_AFTER = 5  # attempts: a file that kills its worker five times is refused, not tried for ever
HOPELESS = "Reading this file failed again and again. Save the table as CSV and send it once more."


class ImportRefused(Exception):
    """A step cannot be taken; `field` names the input it is about, empty for the whole."""

    def __init__(self, message: str, field: str = ""):
        super().__init__(message)
        self.field = field


def held(import_id: int, *states: str) -> FigureImport | None:
    """The import's row until the end of the transaction; None when it is not in one of these states any more."""
    rows = FigureImport.objects.select_for_update().defer("content")
    return rows.filter(pk=import_id, state__in=states).first()


def claimed(import_id: int, state: str, *, at: datetime) -> FigureImport | None:
    """The import to work on now, marked as taken; None when this step of it is done already."""
    mine = FigureImport.objects.filter(pk=import_id, state=state)
    if not mine.update(claimed_at=at, attempts=F("attempts") + 1):
        return None
    return FigureImport.objects.get(pk=import_id)


def _of(figure_import: FigureImport, by, *states: str) -> FigureImport:
    row = held(figure_import.pk, *states)
    if row is None:
        raise ImportRefused("This file has gone a step further meanwhile. Look at it again.")
    if row.sent_by_id != by.pk:
        raise ImportRefused("Only who sent a file may do this.")
    return row


@transaction.atomic
def confirm_import(*, figure_import: FigureImport, reason: str, by, at: datetime) -> FigureImport:
    """Agree to the preview; a worker then stores it in one go. Approved figures are corrected only with a reason."""
    row = _of(figure_import, by, ImportState.READ)
    if row.problem_count:
        raise ImportRefused("Mend the cells that are named, then send the file again.")
    if not row.may_be_confirmed:
        raise ImportRefused("There is nothing new in this file.")
    if row.correction_count and not reason.strip():
        raise ImportRefused("Say why the approved figures are corrected.", "reason")
    row.state, row.confirmed_by, row.confirmed_at, row.reason = (
        ImportState.CONFIRMED,
        by,
        at,
        reason.strip()[:400],
    )
    row.attempts, row.claimed_at, row.newer_count = 0, None, 0
    row.save()
    return row


@transaction.atomic
def discard_import(*, figure_import: FigureImport, by, at: datetime) -> FigureImport:
    """Throw a file away that was not stored; it stays in the list of what was sent."""
    row = _of(
        figure_import, by, ImportState.STORED, ImportState.READING, ImportState.READ, ImportState.REFUSED
    )
    row.state, row.refused_because = ImportState.DISCARDED, ""
    row.save(update_fields=["state", "refused_because"])
    return row


@transaction.atomic
def withdraw_import(*, figure_import: FigureImport, why: str, by, at: datetime) -> FigureImport:
    """Ask for everything that came in a file to be taken back, with a reason; a worker does it in one go."""
    if not why.strip():
        raise ImportRefused("Say why the file is withdrawn.", "why")
    row = _of(figure_import, by, ImportState.APPLIED)
    row.state, row.withdrawn_by, row.withdrawn_at = ImportState.WITHDRAWING, by, at
    row.withdrawn_because = why.strip()[:400]
    row.attempts, row.claimed_at = 0, None
    row.save()
    return row


def stale_steps(*, at: datetime) -> list[tuple[int, str, int | None]]:
    """(import id, state, number of the part or None) of the work that nobody is doing any more."""
    before = at - STALE_AFTER
    left = Q(claimed_at__lt=before) | Q(claimed_at__isnull=True)
    whole = FigureImport.objects.working().exclude(state=ImportState.READING)
    whole = whole.filter(left, sent_at__lt=before, attempts__lt=GIVE_UP_AFTER)
    parts = ImportChunk.objects.filter(
        left,
        figure_import__state=ImportState.READING,
        figure_import__claimed_at__lt=before,
        done_at__isnull=True,
        attempts__lt=GIVE_UP_AFTER,
    )
    found = [(pk, state, None) for pk, state in whole.order_by("pk").values_list("pk", "state")]
    return found + [
        (pk, ImportState.READING, number)
        for pk, number in parts.order_by("figure_import_id", "number").values_list(
            "figure_import_id", "number"
        )
    ]


@transaction.atomic
def abandon_hopeless_imports(*, at: datetime) -> None:
    """Refuse what killed its worker too often while it was read; what was confirmed goes back to be looked at."""
    stale = Q(claimed_at__lt=at - STALE_AFTER, attempts__gte=GIVE_UP_AFTER)
    parts = ImportChunk.objects.filter(stale, done_at__isnull=True).values("figure_import_id")
    working = Q(stale) & ~Q(state=ImportState.READING) | Q(state=ImportState.READING, pk__in=parts)
    hopeless = FigureImport.objects.working().filter(working)
    for row in hopeless.select_for_update().defer("content").order_by("pk"):
        _step_back(row)
        row.save()


def _step_back(row: FigureImport) -> None:
    row.attempts, row.claimed_at = 0, None
    if row.state == ImportState.CONFIRMED:
        row.state, row.confirmed_by, row.confirmed_at = ImportState.READ, None, None
    elif row.state == ImportState.WITHDRAWING:
        row.state, row.withdrawn_by, row.withdrawn_at, row.withdrawn_because = (
            ImportState.APPLIED,
            None,
            None,
            "",
        )
    else:
        row.state, row.refused_because = ImportState.REFUSED, HOPELESS
