"""Explaining what is off track, and closing the explanation with what came of it."""

from datetime import datetime

from django.db import transaction

from kpis.figures.actions.entries import Explanation, FigureRefused
from kpis.figures.actions.guards import latest_approved, locked, reporter_only
from kpis.figures.models import Figure, KpiException


def raise_exception(figure: Figure, explanation: Explanation, by, at) -> KpiException:
    """Put an explanation beside a figure; the caller has checked that the person may."""
    return KpiException.objects.create(
        figure=figure,
        cause=explanation.cause,
        action=explanation.action,
        owner=explanation.owner,
        due_on=explanation.due_on,
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


@transaction.atomic
def close_exception(*, exception: KpiException, outcome: str, by, at: datetime) -> KpiException:
    """Close an exception with what came of it."""
    row = KpiException.objects.select_for_update().select_related("figure__kpi").get(pk=exception.pk)
    reporter_only(row.figure.kpi, by)
    if row.closed_at:
        raise FigureRefused("This exception is closed already.")
    if not outcome.strip():
        raise FigureRefused("Say what came of it.", "outcome")
    row.closed_by, row.closed_at, row.outcome = by, at, outcome.strip()
    row.save(update_fields=["closed_by", "closed_at", "outcome"])
    return row
