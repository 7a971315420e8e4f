"""What the portal counts about itself becomes figures of KPIs, for those KPIs that somebody linked to a measure."""

from datetime import datetime
from decimal import Decimal

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from feedback.contributions.actions.steps import Refused
from feedback.contributions.models import Measure, MeasureKpi
from feedback.contributions.queries.measures import Counted, counted
from kpis.domain.disclosure import HeldBack, Release, Table, release
from kpis.domain.numbers import Unit
from kpis.domain.periods import Period, PeriodKind, containing, last_ended, span
from kpis.domain.symbols import Symbol
from kpis.figures.actions import counted as counting
from kpis.figures.actions.counted import COUNTED, record_counted_figure
from kpis.figures.actions.entries import Entry
from kpis.figures.actions.guards import latest_approved
from kpis.figures.models import Figure, Kpi, KpiDefinition

MOST_PERIODS = 24  # counted anew each night: what is older than that stays as it was counted
UNITS = {
    Measure.RECEIVED: Unit.COUNT,
    Measure.IN_TIME: Unit.PER_CENT,
    Measure.DAYS_TO_ANSWER: Unit.DAYS,
    Measure.CHANGED: Unit.PER_CENT,
    Measure.DAYS_SINCE_YEARLY: Unit.DAYS,
    Measure.BANDS_HEARD: Unit.COUNT,
}


def misfit(measure: str, definition: KpiDefinition | None) -> str:
    """Why a KPI cannot take a measure's numbers; empty where it can."""
    return counting.misfit(UNITS[Measure(measure)], definition)


@transaction.atomic
def switch_on(*, measure: str, kpi: Kpi, by, at: datetime) -> MeasureKpi:
    """From now on the KPI's figures are counted by the portal, reported in this person's name."""
    if not by.has_perm("figures.change_kpi"):
        raise Refused("KPIs are linked to measures by those who keep their definitions.")
    kpi = Kpi.objects.select_for_update().get(pk=kpi.pk)
    if problem := misfit(measure, kpi.definitions.order_by("-version").first()):
        raise Refused(problem, "kpi")
    running = MeasureKpi.objects.filter(switched_off_at__isnull=True)
    if running.filter(measure=measure).exists() or running.filter(kpi=kpi).exists():
        raise Refused("This measure or this KPI is linked already: end that first.", "kpi")
    return MeasureKpi.objects.create(measure=measure, kpi=kpi, switched_on_by=by, switched_on_at=at)


@transaction.atomic
def switch_off(*, link: MeasureKpi, by, at: datetime) -> MeasureKpi:
    """No further figure is counted; those there are stay."""
    link = MeasureKpi.objects.select_for_update().get(pk=link.pk)
    if not by.has_perm("figures.change_kpi"):
        raise Refused("KPIs are linked to measures by those who keep their definitions.")
    if link.switched_off_at is None:
        link.switched_off_by, link.switched_off_at = by, at
        link.save(update_fields=["switched_off_by", "switched_off_at"])
    return link


def fill_measures(*, at: datetime) -> int:
    """Count every period that has ended, for each linked KPI; how many figures are new. Safe to run twice."""
    links = MeasureKpi.objects.filter(switched_off_at__isnull=True, kpi__retired_on__isnull=True)
    return sum(
        _fill(link, period, at)
        for link in links.select_related("kpi", "switched_on_by").order_by("pk")
        for period in _periods(link, at)
    )


def _periods(link: MeasureKpi, at: datetime) -> list[Period]:
    """From the first that is collected, else from the last that had ended when it was switched on."""
    definition = link.kpi.definitions.order_by("-version").first()
    if misfit(link.measure, definition):  # it was defined anew since: nothing is counted until it fits again
        return []
    kind = PeriodKind(definition.frequency)
    first = (
        containing(definition.collected_from, kind)
        if definition.collected_from
        else last_ended(timezone.localdate(link.switched_on_at), kind)
    )
    return list(span(first, last_ended(timezone.localdate(at), kind)))[-MOST_PERIODS:]


@transaction.atomic
def _fill(link: MeasureKpi, period: Period, at: datetime) -> bool:
    before = latest_approved(link.kpi, period)
    if before and before.source != COUNTED:
        return False
    entry = as_entry(counted(link.measure, period, at), before)
    if entry is None:
        return False
    figure = record_counted_figure(kpi=link.kpi, period=period, entry=entry, by=link.switched_on_by, at=at)
    return figure != before


def as_entry(found: Counted, before: Figure | None = None) -> Entry | None:
    """What may be shown of a count to those who sign in: small numbers, and shares and medians of few, are `c`.

    None where a recount differs from the figure before by a few: to publish it would tell on those few.
    """
    if found.is_share:
        return _share(found, before)
    if found.value is None:
        symbol = Symbol.NOT_AVAILABLE if found.whole is None else Symbol.NOT_APPLICABLE
        return Entry(symbol=symbol, remark=found.remark)
    if found.whole is not None and found.whole < settings.SMALLEST_PARTNER_COUNT:
        return Entry(symbol=Symbol.CONFIDENTIAL)
    value = Decimal(str(found.value))
    if not found.is_of_people:
        return Entry(value=value, remark=found.remark)
    earlier = _count(int(before.value)) if before and before.value is not None else None
    shown = _released(_table(found.value), earlier)
    if isinstance(shown, HeldBack):
        return None if earlier else Entry(symbol=Symbol.CONFIDENTIAL)
    return Entry(value=value) if shown.total is not None else Entry(symbol=Symbol.CONFIDENTIAL)


def _share(found: Counted, before: Figure | None) -> Entry | None:
    if not found.whole:
        return Entry(symbol=Symbol.NOT_APPLICABLE)
    if found.is_public:
        return Entry(numerator=Decimal(found.part), denominator=Decimal(found.whole))
    earlier = None
    if before and before.denominator is not None:
        earlier = _count(int(before.numerator), int(before.denominator - before.numerator))
    shown = _released(_table(found.part, found.whole - found.part), earlier)
    if isinstance(shown, HeldBack) and earlier:
        return None
    if isinstance(shown, HeldBack) or shown.share(("0",)) is None:
        return Entry(symbol=Symbol.CONFIDENTIAL)
    return Entry(numerator=Decimal(found.part), denominator=Decimal(found.whole))


def _table(*counts: int) -> Table:
    return Table.of({str(i): count for i, count in enumerate(counts)})


def _count(*counts: int) -> Release:
    """What a figure shows already, as an earlier edition."""
    return Release.from_json(
        {
            "rows": {"name": "row", "labels": [str(i) for i in range(len(counts))]},
            "columns": None,
            "shown": [[count] for count in (*counts, sum(counts))],
            "threshold": settings.SMALLEST_PARTNER_COUNT,
            "is_least": False,
        }
    )


def _released(table: Table, earlier: Release | None) -> Release | HeldBack:
    """A nought is shown: that nobody wrote, or nothing was late, tells nothing about a person."""
    return release(
        table,
        threshold=settings.SMALLEST_PARTNER_COUNT,
        zero_tells_nothing=True,
        earlier=[earlier] if earlier else [],
    )
