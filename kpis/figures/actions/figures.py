"""The life of a figure: typed, submitted, returned or approved, corrected. Every step says who and when."""

from dataclasses import replace
from datetime import datetime

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from kpis.domain.periods import Period
from kpis.figures.actions.entries import (
    ChangedMeanwhile,
    Entry,
    Explanation,
    FigureRefused,
    checked_entry,
)
from kpis.figures.actions.exceptions import raise_exception
from kpis.figures.actions.guards import approver_only, latest_approved, locked, reporter_only
from kpis.figures.actions.recompute import recompute_kpi
from kpis.figures.models import Commentary, Figure, FigureState, Kpi
from kpis.figures.queries.standing import would_be
from kpis.workstreams.actions import queue_mail


def _period_fields(period: Period) -> dict:
    return {"period_kind": period.kind, "period_start": period.start, "period_end": period.end}


@transaction.atomic
def save_draft(
    *, kpi: Kpi, period: Period, entry: Entry, by, at: datetime, seen_at: datetime | None = None
) -> Figure:
    """Keep what was typed for a period as a draft, ready to be submitted.

    `seen_at` is when the draft the person was looking at had been saved (None: they saw none); if
    somebody else has saved since, ChangedMeanwhile says so and nothing changes.
    """
    kpi = locked(kpi)
    reporter_only(kpi, by)
    open_figure = Figure.objects.open().for_period(period).filter(kpi=kpi).first()
    if open_figure and open_figure.state == FigureState.SUBMITTED:
        raise FigureRefused(f"{kpi.code} for {period.label} is waiting for approval.", "period")
    if not open_figure and latest_approved(kpi, period):
        raise FigureRefused(
            f"{kpi.code} for {period.label} is approved: correct it with a reason instead.", "period"
        )
    if open_figure and open_figure.corrects_id:
        raise FigureRefused(
            f"A correction of {kpi.code} for {period.label} has been begun: finish that.", "period"
        )
    if open_figure and open_figure.recorded_by_id != by.pk and same_as_kept(open_figure, entry):
        return open_figure  # whoever saves a page does not become the author of what another typed
    if open_figure and open_figure.recorded_by_id != by.pk and open_figure.recorded_at != seen_at:
        raise ChangedMeanwhile(f"{open_figure.recorded_by} changed {kpi.code} for {period.label} meanwhile.")
    figure = open_figure or Figure(kpi=kpi, **_period_fields(period))
    return _write_draft(figure, period, entry, by, at)


def same_as_kept(figure: Figure, entry: Entry) -> bool:
    """What is typed says just what the draft says already."""
    kept = Entry(None, figure.numerator, figure.denominator, figure.symbol, figure.remark)
    return entry in (kept, replace(kept, value=figure.value))


def _write_draft(figure: Figure, period: Period, entry: Entry, by, at: datetime) -> Figure:
    figure.definition = figure.kpi.definitions.order_by("-version").first()
    entry = checked_entry(figure.definition, period, entry, on=timezone.localdate(at))
    figure.value, figure.symbol, figure.remark = entry.value, entry.symbol, entry.remark
    figure.numerator, figure.denominator = entry.numerator, entry.denominator
    figure.recorded_by, figure.recorded_at = by, at
    figure.file = None  # typed over: it is not the file's any more
    figure.save()
    return figure


@transaction.atomic
def draft_correction(*, figure: Figure, entry: Entry, reason: str, by, at: datetime) -> Figure:
    """A later figure for the same period, with a reason; the one it corrects stays as it was."""
    kpi = locked(figure.kpi)
    reporter_only(kpi, by)
    if latest_approved(kpi, figure.period) != figure:
        raise FigureRefused("Only the figure that counts now can be corrected.")
    if not reason.strip():
        raise FigureRefused("Say why the figure is corrected.", "reason")
    draft = Figure.objects.open().for_period(figure.period).filter(kpi=kpi).first()
    if draft and draft.state == FigureState.SUBMITTED:
        raise FigureRefused("A correction of this figure is waiting for approval.")
    if draft and draft.recorded_by_id != by.pk:
        raise ChangedMeanwhile(f"{draft.recorded_by} has begun a correction of this figure.")
    draft = draft or Figure(kpi=kpi, **_period_fields(figure.period))
    draft.corrects, draft.correction_reason = figure, reason.strip()
    return _write_draft(draft, figure.period, entry, by, at)


@transaction.atomic
def submit_figure(
    *, figure: Figure, by, at: datetime, explanation: Explanation | None = None, commentary: str = ""
) -> Figure:
    """Send a draft for approval. One that is off track or a special cause for concern brings its explanation."""
    kpi = locked(figure.kpi)
    reporter_only(kpi, by)
    figure = Figure.objects.select_related(
        "kpi__workstream__sponsor", "kpi__workstream__deputy", "definition"
    ).get(pk=figure.pk)
    if figure.state != FigureState.DRAFT:
        raise FigureRefused("This figure has been submitted already.")
    if figure.value is None and not figure.symbol:
        raise FigureRefused("Give a value, or say why there is none.", "value")
    needs = would_be(figure, at=at).needs
    if needs and explanation is None:
        raise FigureRefused(
            f"This figure is {needs}: say why, what is being done, by whom and by when.", "cause"
        )
    figure.state, figure.submitted_by, figure.submitted_at = FigureState.SUBMITTED, by, at
    figure.save(update_fields=["state", "submitted_by", "submitted_at"])
    _keep_words(figure, explanation, commentary, by, at)
    _tell_approvers(figure, at)
    return figure


def _keep_words(figure: Figure, explanation: Explanation | None, commentary: str, by, at):
    if explanation:
        raise_exception(figure, explanation, by, at)
    if commentary.strip():
        Commentary.objects.create(
            figure=figure,
            words=commentary.strip(),
            written_by=by,
            written_at=at,
        )


def _tell_approvers(figure: Figure, at):
    """The sponsor hears of it, or else the deputy, if they may approve it."""
    if approver := next(iter(figure.approvers), None):
        queue_mail(
            key=f"figure-submitted-{figure.pk}",
            template="figure_submitted",
            recipient=approver,
            context={
                "kpi": figure.kpi.code,
                "name": figure.definition.name,
                "period": figure.period.label,
                "sent_by": str(figure.submitted_by),
                "link": reverse("figures:decide", args=[figure.pk]),
            },
            at=at,
        )


def _waiting(figure: Figure) -> Figure:
    figure = Figure.objects.select_related("kpi__workstream").get(pk=figure.pk)
    if figure.state != FigureState.SUBMITTED:
        raise FigureRefused("This figure is not waiting for approval any more.")
    return figure


@transaction.atomic
def approve_figure(*, figure: Figure, by, at: datetime) -> Figure:
    """Let a submitted figure count from now on. Locks the period: later changes are corrections."""
    locked(figure.kpi)
    figure = _waiting(figure)
    approver_only(figure, by)
    figure.state, figure.decided_by, figure.decided_at, figure.counts_from = FigureState.APPROVED, by, at, at
    figure.save(update_fields=["state", "decided_by", "decided_at", "counts_from"])
    recompute_kpi(kpi=figure.kpi, at=at)
    return figure


@transaction.atomic
def return_figure(*, figure: Figure, words: str, by, at: datetime) -> Figure:
    """Send a submitted figure back with words; the lead then enters it anew."""
    locked(figure.kpi)
    figure = _waiting(figure)
    approver_only(figure, by)
    if not words.strip():
        raise FigureRefused("Say what should be changed.", "words")
    figure.state, figure.decided_by, figure.decided_at = FigureState.RETURNED, by, at
    figure.returned_because = words.strip()
    figure.save(update_fields=["state", "decided_by", "decided_at", "returned_because"])
    queue_mail(
        key=f"figure-returned-{figure.pk}",
        template="figure_returned",
        recipient=figure.submitted_by,
        context={
            "kpi": figure.kpi.code,
            "name": figure.definition.name,
            "period": figure.period.label,
            "words": figure.returned_because,
            "returned_by": str(by),
            "link": reverse("figures:due"),
        },
        at=at,
    )
    return figure


@transaction.atomic
def load_published_figure(
    *, kpi: Kpi, period: Period, entry: Entry, known_from: datetime, source: str, basis: str, by, at: datetime
) -> Figure:
    """Store a figure that somebody else published, counting from its publication. Loading it again changes nothing."""
    kpi = locked(kpi)
    definition = kpi.definitions.order_by("-version").first()
    entry = checked_entry(definition, period, entry, on=timezone.localdate(at))
    same = Figure.objects.filter(kpi=kpi, known_from=known_from).for_period(period).first()
    if same:
        return same
    figure = Figure.objects.create(
        kpi=kpi,
        definition=definition,
        **_period_fields(period),
        value=entry.value,
        symbol=entry.symbol,
        numerator=entry.numerator,
        denominator=entry.denominator,
        remark=entry.remark,
        source=source,
        basis=basis,
        state=FigureState.APPROVED,
        recorded_by=by,
        recorded_at=at,
        known_from=known_from,
        counts_from=known_from,
    )
    recompute_kpi(kpi=kpi, at=at)
    return figure
