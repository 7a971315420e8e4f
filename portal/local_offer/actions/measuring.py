"""What the portal counts about the Local Offer becomes figures of KPIs, once a month, for KPIs that were linked."""

from datetime import datetime
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from feedback.contributions.actions import Refused
from feedback.contributions.queries.measures import Counted
from kpis.domain.periods import Period, PeriodKind, last_ended
from kpis.domain.symbols import Symbol
from kpis.figures.actions.counted import misfit, record_counted_figure
from kpis.figures.actions.entries import Entry
from kpis.figures.actions.guards import latest_approved
from kpis.figures.models import Kpi
from portal.local_offer.models import OfferMeasure, OfferMeasureKpi
from portal.local_offer.queries.measures import UNITS, count_all

PROMPT = 7  # days after a period's end; a later count says on which day it was made
KEEPERS = "KPIs are linked to measures by those who keep their definitions."


@transaction.atomic
def link_offer_measure(*, measure: str, kpi: Kpi, by, at: datetime) -> OfferMeasureKpi:
    """From now on the KPI's figures are counted by the portal, reported in this person's name. Raises Refused."""
    if not by.has_perm("figures.change_kpi"):
        raise Refused(KEEPERS)
    kpi = Kpi.objects.select_for_update().get(pk=kpi.pk)
    problem = misfit(UNITS[OfferMeasure(measure)], kpi.definitions.order_by("-version").first())
    if problem:
        raise Refused(problem, "kpi")
    running = OfferMeasureKpi.objects.filter(switched_off_at__isnull=True)
    if running.filter(measure=measure).exists() or running.filter(kpi=kpi).exists():
        raise Refused("This measure or this KPI is linked already: end that first.", "kpi")
    return OfferMeasureKpi.objects.create(measure=measure, kpi=kpi, switched_on_by=by, switched_on_at=at)


@transaction.atomic
def unlink_offer_measure(*, link: OfferMeasureKpi, by, at: datetime) -> OfferMeasureKpi:
    """No further figure is counted; those there are stay. Raises Refused."""
    if not by.has_perm("figures.change_kpi"):
        raise Refused(KEEPERS)
    link = OfferMeasureKpi.objects.select_for_update().get(pk=link.pk)
    if link.switched_off_at is None:
        link.switched_off_by, link.switched_off_at = by, at
        link.save(update_fields=["switched_off_by", "switched_off_at"])
    return link


def fill_offer_measures(*, at: datetime) -> int:
    """Count the period that ended last, for each linked KPI that has no figure for it; how many are new.

    Pages are counted as they are now: nobody can look back at how they were. So a period is counted once, soon
    after its end, and never again; what was missed then is not made up.
    """
    links = OfferMeasureKpi.objects.filter(switched_off_at__isnull=True, kpi__retired_on__isnull=True)
    return sum(_fill(link, at) for link in links.select_related("kpi", "switched_on_by").order_by("pk"))


@transaction.atomic
def _fill(link: OfferMeasureKpi, at: datetime) -> bool:
    definition = link.kpi.definitions.order_by("-version").first()
    if misfit(UNITS[OfferMeasure(link.measure)], definition):  # it was defined anew since
        return False
    kind = PeriodKind(definition.frequency)
    today = timezone.localdate(at)
    period = last_ended(today, kind)
    if latest_approved(link.kpi, period):
        return False
    entry = as_entry(count_all(today, period)[link.measure], late=_is_late(today, period) and today)
    record_counted_figure(kpi=link.kpi, period=period, entry=entry, by=link.switched_on_by, at=at)
    return True


def _is_late(today, period: Period) -> bool:
    return (today - period.end).days >= PROMPT


def as_entry(found: Counted, *, late=None) -> Entry:
    """A count of pages or searches as a figure: of no people, so nothing is held back.

    `late` is the day of the count where that was long after the period.
    """
    counted_on = f"Counted on {late.day} {late:%B %Y}." if late else ""
    remark = " ".join(part for part in (counted_on, found.remark) if part)[:400]
    if found.is_share:
        if not found.whole:
            return Entry(symbol=Symbol.NOT_APPLICABLE, remark=remark)
        return Entry(numerator=Decimal(found.part), denominator=Decimal(found.whole), remark=remark)
    if found.value is None:
        return Entry(symbol=Symbol.NOT_APPLICABLE, remark=remark)
    return Entry(value=Decimal(found.value), remark=remark)
