"""Who may take a step, and the row that a step holds meanwhile."""

from kpis.domain.periods import Period
from kpis.figures.actions.entries import NotYours
from kpis.figures.models import Figure, FigureState, Kpi
from kpis.workstreams.models import Workstream


def reporter_only(kpi: Kpi, by):
    """NotYours unless the person leads the KPI's workstream or stands in for its lead."""
    if not Workstream.objects.led_by(by).filter(pk=kpi.workstream_id).exists():
        raise NotYours(f"{kpi.code} is reported by the lead or deputy of its workstream.")


def locked(kpi: Kpi) -> Kpi:
    """The KPI's row, held until the end of the transaction: one writer to a KPI at a time."""
    return Kpi.objects.select_for_update().get(pk=kpi.pk)


def latest_approved(kpi: Kpi, period: Period) -> Figure | None:
    """The figure that counts for this period now."""
    approved = Figure.objects.filter(kpi=kpi, state=FigureState.APPROVED).for_period(period)
    return approved.order_by("-counts_from", "-id").first()


def approver_only(figure: Figure, by):
    """NotYours for anybody but the sponsor or deputy, and for whoever typed or sent the figure."""
    if not Workstream.objects.approved_by(by).filter(pk=figure.kpi.workstream_id).exists():
        raise NotYours(f"{figure.kpi.code} is approved by the sponsor or deputy of its workstream.")
    if by.pk in (figure.submitted_by_id, figure.recorded_by_id):
        raise NotYours("You entered or submitted this figure, so somebody else must approve it.")
