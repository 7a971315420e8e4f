"""Figures that the portal counts itself, from what is on record here."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from kpis.domain.numbers import Unit
from kpis.domain.periods import Period, PeriodKind
from kpis.domain.periods.period import FIXED
from kpis.figures.actions.entries import Entry, checked_entry
from kpis.figures.actions.guards import latest_approved, locked
from kpis.figures.actions.recompute import recompute_kpi
from kpis.figures.models import Figure, FigureState, Kpi, KpiDefinition

COUNTED = "Counted by this portal"
RECOUNTED = "Recounted"
COUNTABLE = frozenset(FIXED)  # periods that the calendar fixes


def misfit(unit: Unit, definition: KpiDefinition | None) -> str:
    """Why a KPI cannot take what the portal counts in this unit; empty where it can."""
    if definition is None:
        return "This KPI has no definition yet."
    if definition.unit != unit:
        return f"This KPI is in {definition.unit}, the measure is in {unit}."
    if (unit == Unit.PER_CENT) != definition.is_ratio_of_counts:
        return "A share needs a KPI with “out of what”; any other number needs one without."
    if PeriodKind(definition.frequency) not in COUNTABLE:
        return "The portal counts months, quarters and years, not terms or censuses."
    return ""


@transaction.atomic
def record_counted_figure(*, kpi: Kpi, period: Period, entry: Entry, by, at: datetime) -> Figure:
    """Store what was counted; it counts from now on. `by` is who switched the counting on: nobody approves it.

    The same count again changes nothing, and a different one is a correction. What a person reported or
    corrected stands: it is not counted over.
    """
    kpi = locked(kpi)
    definition = kpi.definitions.order_by("-version").first()
    entry = checked_entry(definition, period, entry, on=timezone.localdate(at))
    before = latest_approved(kpi, period)
    if before and (before.source != COUNTED or _says(before, entry)):
        return before
    figure = Figure.objects.create(
        kpi=kpi,
        definition=definition,
        period_kind=period.kind,
        period_start=period.start,
        period_end=period.end,
        value=entry.value,
        symbol=entry.symbol,
        numerator=entry.numerator,
        denominator=entry.denominator,
        remark=entry.remark,
        source=COUNTED,
        basis="counted",
        state=FigureState.APPROVED,
        recorded_by=by,
        recorded_at=at,
        known_from=at,
        counts_from=at,
        corrects=before,
        correction_reason=RECOUNTED if before else "",
    )
    recompute_kpi(kpi=kpi, at=at)
    return figure


def _says(figure: Figure, entry: Entry) -> bool:
    kept = (figure.value, figure.numerator, figure.denominator, figure.symbol)
    return kept == (entry.value, entry.numerator, entry.denominator, entry.symbol)
