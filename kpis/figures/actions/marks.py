"""Marks on a chart: one person proposes, another agrees or declines, and whoever may agree may end."""

from datetime import datetime

from django.db import transaction

from kpis.domain.periods import Period
from kpis.domain.status import ONCE_A_YEAR
from kpis.figures.actions.entries import FigureRefused, NotYours
from kpis.figures.actions.guards import latest_approved, locked
from kpis.figures.actions.recompute import recompute_kpi
from kpis.figures.models import ChartMark, Kpi, MarkKind, MarkState
from kpis.workstreams.models import Workstream

ALREADY = {
    MarkKind.RECALCULATE: "Recalculating the limits from {} is proposed or agreed already.",
    MarkKind.GHOST: "Leaving out {} is proposed or agreed already.",
    MarkKind.ANNOTATE: "There is a note at {} already.",
}


@transaction.atomic
def propose_mark(*, kpi: Kpi, kind: str, period: Period, why: str, by, at: datetime) -> ChartMark:
    """Propose a mark at a period that has a figure. It changes nothing until another person agrees it."""
    kpi = locked(kpi)
    if not Kpi.objects.marked_by(by).filter(pk=kpi.pk).exists():
        raise NotYours(f"Marks on {kpi.code} are proposed by the lead of its workstream or a data officer.")
    _check_point(kpi, MarkKind(kind), period)
    if not why.strip():
        raise FigureRefused("Say why.", "why")
    return ChartMark.objects.create(
        kpi=kpi,
        kind=kind,
        period_kind=period.kind,
        period_start=period.start,
        period_end=period.end,
        why=why.strip(),
        proposed_by=by,
        proposed_at=at,
    )


def _check_point(kpi: Kpi, kind: MarkKind, period: Period):
    if period.kind in ONCE_A_YEAR:
        raise FigureRefused("A KPI with one figure a year has no process limits to mark.", "period")
    if latest_approved(kpi, period) is None:
        raise FigureRefused(f"{kpi.code} has no figure for {period.label}.", "period")
    is_open = kpi.chart_marks.open().filter(kind=kind, period_kind=period.kind, period_start=period.start)
    if is_open.exists():
        raise FigureRefused(ALREADY[kind].format(period.label), "period")


def _held(mark: ChartMark, by) -> ChartMark:
    """The mark as it stands now, its KPI held; NotYours for who may not agree marks there."""
    locked(mark.kpi)
    if not Workstream.objects.approved_by(by).filter(pk=mark.kpi.workstream_id).exists():
        raise NotYours(f"Marks on {mark.kpi.code} are agreed by the sponsor or deputy of its workstream.")
    return ChartMark.objects.select_related("kpi").get(pk=mark.pk)


def _decide(mark: ChartMark, by, at) -> ChartMark:
    mark = _held(mark, by)
    if mark.state != MarkState.PROPOSED:
        raise FigureRefused("This mark is not waiting any more.")
    if mark.proposed_by_id == by.pk:
        raise NotYours("You proposed this mark, so somebody else must agree it.")
    mark.decided_by, mark.decided_at = by, at
    return mark


@transaction.atomic
def agree_mark(*, mark: ChartMark, by, at: datetime) -> ChartMark:
    """Let a proposed mark count from now on; the KPI is worked out anew."""
    mark = _decide(mark, by, at)
    mark.state = MarkState.AGREED
    mark.save(update_fields=["state", "decided_by", "decided_at"])
    recompute_kpi(kpi=mark.kpi, at=at)
    return mark


@transaction.atomic
def decline_mark(*, mark: ChartMark, because: str, by, at: datetime) -> ChartMark:
    """Decline a proposed mark with words; it never counts."""
    mark = _decide(mark, by, at)
    if not because.strip():
        raise FigureRefused("Say why not.", "because")
    mark.state, mark.declined_because = MarkState.DECLINED, because.strip()
    mark.save(update_fields=["state", "decided_by", "decided_at", "declined_because"])
    return mark


@transaction.atomic
def end_mark(*, mark: ChartMark, because: str, by, at: datetime) -> ChartMark:
    """End an agreed mark from now on; earlier meetings keep it. Who proposed one may withdraw it while it waits."""
    may_withdraw = mark.state == MarkState.PROPOSED and mark.proposed_by_id == by.pk
    mark = ChartMark.objects.select_related("kpi").get(pk=mark.pk) if may_withdraw else _held(mark, by)
    if mark.state not in (MarkState.PROPOSED, MarkState.AGREED):
        raise FigureRefused("This mark has ended already.")
    if not because.strip():
        raise FigureRefused("Say why it ends.", "because")
    mark.state, mark.ended_by, mark.ended_at, mark.ended_because = MarkState.ENDED, by, at, because.strip()
    mark.save(update_fields=["state", "ended_by", "ended_at", "ended_because"])
    recompute_kpi(kpi=mark.kpi, at=at)
    return mark
