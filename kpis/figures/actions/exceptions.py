"""Explaining what is off track or a special cause for concern, and closing the explanation with what came of it."""

from dataclasses import dataclass
from datetime import date, datetime

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction

from kpis.figures.actions.entries import Explanation, FigureRefused
from kpis.figures.actions.guards import latest_approved, locked, reporter_only
from kpis.figures.models import ExceptionUpdate, Figure, KpiException


def raise_exception(figure: Figure, explanation: Explanation, by, at) -> KpiException:
    """Put an explanation beside a figure; the caller has checked that the person may."""
    return KpiException.objects.create(
        figure=figure,
        cause=explanation.cause,
        action=explanation.action,
        owner=explanation.owner,
        due_on=explanation.due_on,
        reminds=explanation.reminds,
        raised_by=by,
        raised_at=at,
    )


@transaction.atomic
def explain_figure(*, figure: Figure, explanation: Explanation, by, at: datetime) -> KpiException:
    """Explain an off-track figure that counts already, such as one that somebody else published."""
    kpi = locked(figure.kpi)
    reporter_only(kpi, by)
    if latest_approved(kpi, figure.period) != figure:
        raise FigureRefused("Only the figure that counts now can be explained.")
    if figure.exceptions.filter(closed_at__isnull=True).exists():
        raise FigureRefused("This figure is explained already: close that explanation first.")
    return raise_exception(figure, explanation, by, at)


@dataclass(frozen=True, slots=True)
class Progress:
    """How an exception goes, and what holds from now on of action, owner and date."""

    words: str
    action: str
    owner: str
    due_on: date
    reminds: AbstractBaseUser | None = None


@transaction.atomic
def update_exception(*, exception: KpiException, progress: Progress, by, at: datetime) -> ExceptionUpdate:
    """Say how an open exception goes; what was said before stays. The same words again change nothing."""
    row = _mine_and_open(exception, by)
    if not progress.words.strip():
        raise FigureRefused("Say how it goes.", "words")
    latest = row.updates.order_by("-written_at", "-id").first()
    if latest and latest.written_by_id == by.pk and _says(latest, progress):
        return latest
    return ExceptionUpdate.objects.create(
        exception=row,
        words=progress.words.strip(),
        action=progress.action,
        owner=progress.owner,
        due_on=progress.due_on,
        reminds=progress.reminds,
        written_by=by,
        written_at=at,
    )


def _says(update: ExceptionUpdate, progress: Progress) -> bool:
    said = (update.words, update.action, update.owner, update.due_on, update.reminds)
    return said == (
        progress.words.strip(),
        progress.action,
        progress.owner,
        progress.due_on,
        progress.reminds,
    )


def _mine_and_open(exception: KpiException, by) -> KpiException:
    """The row, held until the end of the transaction."""
    row = KpiException.objects.select_for_update().select_related("figure__kpi").get(pk=exception.pk)
    reporter_only(row.figure.kpi, by)
    if row.closed_at:
        raise FigureRefused("This exception is closed already.")
    return row


@transaction.atomic
def close_exception(*, exception: KpiException, outcome: str, by, at: datetime) -> KpiException:
    """Close an exception with what came of it."""
    row = _mine_and_open(exception, by)
    if not outcome.strip():
        raise FigureRefused("Say what came of it.", "outcome")
    row.closed_by, row.closed_at, row.outcome = by, at, outcome.strip()
    row.save(update_fields=["closed_by", "closed_at", "outcome"])
    return row
