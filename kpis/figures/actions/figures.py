"""The life of a figure: typed, submitted, returned or approved, corrected. Every step says who and when."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal

from django.db import transaction
from django.utils import timezone

from kpis.domain.numbers import Unit
from kpis.domain.periods import Period
from kpis.domain.symbols import BESIDE_VALUE, INSTEAD_OF_VALUE, Symbol
from kpis.figures.actions.recompute import recompute_kpi
from kpis.figures.models import Commentary, Figure, FigureState, Kpi, KpiDefinition, KpiException
from kpis.figures.queries.standing import would_be
from kpis.workstreams.actions import queue_mail
from kpis.workstreams.models import Workstream

MICRO = Decimal("0.000001")  # what the database keeps


class FigureRefused(Exception):
    """A figure cannot be taken as given. `field` names the input it is about, empty for the whole."""

    def __init__(self, message: str, field: str = ""):
        super().__init__(message)
        self.field = field


class ChangedMeanwhile(FigureRefused):
    """Somebody else saved this figure after the page was opened; nothing was overwritten."""


class NotYours(FigureRefused):
    """The person has no part in this step: not their workstream, or their own figure to approve."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What a person gives for one period: a value, or its two parts, or a symbol instead."""

    value: Decimal | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    symbol: str = ""
    remark: str = ""

    @property
    def is_empty(self) -> bool:
        return self == Entry()


@dataclass(frozen=True, slots=True)
class Explanation:
    """What an off-track figure must bring with it."""

    cause: str
    action: str
    owner: str
    due_on: date


def derived_value(definition: KpiDefinition, numerator: Decimal, denominator: Decimal) -> Decimal:
    """Numerator over denominator, as percentage points where the unit is per cent, to six places."""
    scale = 100 if definition.unit == Unit.PER_CENT else 1
    return (numerator * scale / denominator).quantize(MICRO, rounding=ROUND_HALF_UP)


def checked_entry(definition: KpiDefinition, period: Period, entry: Entry, *, on: date) -> Entry:
    """The entry with its value derived and its symbol checked; FigureRefused names the field that is wrong."""
    if period.kind != definition.frequency:
        raise FigureRefused(
            f"{definition.name} is reported {definition.get_frequency_display().lower()}.", "period"
        )
    if period.last_day > on:
        raise FigureRefused(
            f"{period.label} is not open yet: it ends on {period.last_day:%-d %B %Y}.", "period"
        )
    value = _value_of(definition, entry)
    symbol = Symbol(entry.symbol) if entry.symbol else None
    if symbol in INSTEAD_OF_VALUE and value is not None:
        raise FigureRefused(f"“{symbol.words}” stands instead of a value: leave the value empty.", "symbol")
    if symbol in BESIDE_VALUE and value is None:
        raise FigureRefused(f"“{symbol.words}” says something about a value: give the value too.", "symbol")
    return Entry(value, entry.numerator, entry.denominator, entry.symbol, entry.remark)


def _value_of(definition: KpiDefinition, entry: Entry) -> Decimal | None:
    parts = (entry.numerator, entry.denominator)
    if not definition.is_ratio_of_counts or parts == (None, None):
        return entry.value
    if entry.numerator is None:
        raise FigureRefused(f"Give the number of {definition.numerator} too.", "numerator")
    if entry.denominator is None:
        raise FigureRefused(f"Give the number of {definition.denominator} too.", "denominator")
    if entry.denominator <= 0:
        raise FigureRefused(f"The number of {definition.denominator} must be more than 0.", "denominator")
    if definition.is_share and entry.numerator > entry.denominator:
        raise FigureRefused(
            f"{definition.numerator.capitalize()} cannot be more than {definition.denominator}.", "numerator"
        )
    derived = derived_value(definition, *parts)
    if entry.value is not None and entry.value != derived:
        raise FigureRefused("The value follows from the two numbers: leave it empty.", "value")
    return derived


def _reporter_only(kpi: Kpi, by):
    if not Workstream.objects.led_by(by).filter(pk=kpi.workstream_id).exists():
        raise NotYours(f"{kpi.code} is reported by the lead or deputy of its workstream.")


def _approver_only(figure: Figure, by):
    if not Workstream.objects.approved_by(by).filter(pk=figure.kpi.workstream_id).exists():
        raise NotYours(f"{figure.kpi.code} is approved by the sponsor or deputy of its workstream.")
    if by.pk in (figure.submitted_by_id, figure.recorded_by_id):
        raise NotYours("You entered or submitted this figure, so somebody else must approve it.")


def _locked(kpi: Kpi) -> Kpi:
    """The KPI's row, held until the end of the transaction: one writer to a KPI at a time."""
    return Kpi.objects.select_for_update().get(pk=kpi.pk)


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
    kpi = _locked(kpi)
    _reporter_only(kpi, by)
    open_figure = Figure.objects.open().for_period(period).filter(kpi=kpi).first()
    if open_figure and open_figure.state == FigureState.SUBMITTED:
        raise FigureRefused(f"{kpi.code} for {period.label} is waiting for approval.", "period")
    if not open_figure and latest_approved(kpi, period):
        raise FigureRefused(
            f"{kpi.code} for {period.label} is approved: correct it with a reason instead.", "period"
        )
    if open_figure and open_figure.recorded_by_id != by.pk and open_figure.recorded_at != seen_at:
        raise ChangedMeanwhile(f"{open_figure.recorded_by} changed {kpi.code} for {period.label} meanwhile.")
    figure = open_figure or Figure(kpi=kpi, **_period_fields(period))
    return _write_draft(figure, period, entry, by, at)


def _write_draft(figure: Figure, period: Period, entry: Entry, by, at: datetime) -> Figure:
    figure.definition = figure.kpi.definitions.order_by("-version").first()
    entry = checked_entry(figure.definition, period, entry, on=timezone.localdate(at))
    figure.value, figure.symbol, figure.remark = entry.value, entry.symbol, entry.remark
    figure.numerator, figure.denominator = entry.numerator, entry.denominator
    figure.recorded_by, figure.recorded_at = by, at
    figure.save()
    return figure


def latest_approved(kpi: Kpi, period: Period) -> Figure | None:
    """The figure that counts for this period now."""
    approved = Figure.objects.filter(kpi=kpi, state=FigureState.APPROVED).for_period(period)
    return approved.order_by("-counts_from", "-id").first()


@transaction.atomic
def draft_correction(*, figure: Figure, entry: Entry, reason: str, by, at: datetime) -> Figure:
    """A later figure for the same period, with a reason; the one it corrects stays as it was."""
    kpi = _locked(figure.kpi)
    _reporter_only(kpi, by)
    if latest_approved(kpi, figure.period) != figure:
        raise FigureRefused("Only the figure that counts now can be corrected.")
    if not reason.strip():
        raise FigureRefused("Say why the figure is corrected.", "reason")
    draft = Figure.objects.open().for_period(figure.period).filter(kpi=kpi).first()
    if draft and draft.state == FigureState.SUBMITTED:
        raise FigureRefused("A correction of this figure is waiting for approval.")
    draft = draft or Figure(kpi=kpi, **_period_fields(figure.period))
    draft.corrects, draft.correction_reason = figure, reason.strip()
    return _write_draft(draft, figure.period, entry, by, at)


@transaction.atomic
def submit_figure(
    *, figure: Figure, by, at: datetime, explanation: Explanation | None = None, commentary: str = ""
) -> Figure:
    """Send a draft for approval. An off-track figure must bring its explanation."""
    kpi = _locked(figure.kpi)
    _reporter_only(kpi, by)
    figure = Figure.objects.select_related("kpi__workstream__sponsor", "definition").get(pk=figure.pk)
    if figure.state != FigureState.DRAFT:
        raise FigureRefused("This figure has been submitted already.")
    if figure.value is None and not figure.symbol:
        raise FigureRefused("Give a value, or say why there is none.", "value")
    if would_be(figure, at=at).is_off_track and explanation is None:
        raise FigureRefused(
            "This figure is off track: say why, what is being done, by whom and by when.", "cause"
        )
    figure.state, figure.submitted_by, figure.submitted_at = FigureState.SUBMITTED, by, at
    figure.save(update_fields=["state", "submitted_by", "submitted_at"])
    _keep_words(figure, explanation, commentary, by, at)
    _tell_approvers(figure, at)
    return figure


def _raise_exception(figure: Figure, explanation: Explanation, by, at) -> KpiException:
    return KpiException.objects.create(
        figure=figure,
        cause=explanation.cause,
        action=explanation.action,
        owner=explanation.owner,
        due_on=explanation.due_on,
        raised_by=by,
        raised_at=at,
    )


def _keep_words(figure: Figure, explanation: Explanation | None, commentary: str, by, at):
    if explanation:
        _raise_exception(figure, explanation, by, at)
    if commentary.strip():
        Commentary.objects.create(
            kpi=figure.kpi,
            period_kind=figure.period_kind,
            period_start=figure.period_start,
            words=commentary.strip(),
            written_by=by,
            written_at=at,
        )


def _tell_approvers(figure: Figure, at):
    if sponsor := figure.kpi.workstream.sponsor:
        queue_mail(
            key=f"figure-submitted-{figure.pk}",
            template="figure_submitted",
            recipient=sponsor,
            context={"kpi": figure.kpi.code, "name": figure.definition.name, "period": figure.period.label},
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
    _locked(figure.kpi)
    figure = _waiting(figure)
    _approver_only(figure, by)
    figure.state, figure.decided_by, figure.decided_at, figure.counts_from = FigureState.APPROVED, by, at, at
    figure.save(update_fields=["state", "decided_by", "decided_at", "counts_from"])
    recompute_kpi(kpi=figure.kpi, at=at)
    return figure


@transaction.atomic
def return_figure(*, figure: Figure, words: str, by, at: datetime) -> Figure:
    """Send a submitted figure back with words; the lead then enters it anew."""
    _locked(figure.kpi)
    figure = _waiting(figure)
    _approver_only(figure, by)
    if not words.strip():
        raise FigureRefused("Say what should be changed.", "words")
    figure.state, figure.decided_by, figure.decided_at = FigureState.RETURNED, by, at
    figure.returned_because = words.strip()
    figure.save(update_fields=["state", "decided_by", "decided_at", "returned_because"])
    queue_mail(
        key=f"figure-returned-{figure.pk}",
        template="figure_returned",
        recipient=figure.submitted_by,
        context={"kpi": figure.kpi.code, "period": figure.period.label, "words": figure.returned_because},
        at=at,
    )
    return figure


@transaction.atomic
def load_published_figure(
    *, kpi: Kpi, period: Period, entry: Entry, known_from: datetime, source: str, basis: str, by, at: datetime
) -> Figure:
    """Store a figure that somebody else published, counting from its publication. Loading it again changes nothing."""
    kpi = _locked(kpi)
    definition = kpi.definitions.order_by("-version").first()
    entry = checked_entry(definition, period, entry, on=timezone.localdate(at))
    same = Figure.objects.filter(kpi=kpi, known_from=known_from).for_period(period).first()
    if same:
        return same
    return Figure.objects.create(
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


@transaction.atomic
def explain_figure(*, figure: Figure, explanation: Explanation, by, at: datetime) -> KpiException:
    """Explain an off-track figure that counts already, such as one that somebody else published."""
    kpi = _locked(figure.kpi)
    _reporter_only(kpi, by)
    if latest_approved(kpi, figure.period) != figure:
        raise FigureRefused("Only the figure that counts now can be explained.")
    return _raise_exception(figure, explanation, by, at)


@transaction.atomic
def close_exception(*, exception: KpiException, outcome: str, by, at: datetime) -> KpiException:
    """Close an exception with what came of it."""
    row = KpiException.objects.select_for_update().select_related("figure__kpi").get(pk=exception.pk)
    _reporter_only(row.figure.kpi, by)
    if row.closed_at:
        raise FigureRefused("This exception is closed already.")
    if not outcome.strip():
        raise FigureRefused("Say what came of it.", "outcome")
    row.closed_by, row.closed_at, row.outcome = by, at, outcome.strip()
    row.save(update_fields=["closed_by", "closed_at", "outcome"])
    return row
