"""What the Local Offer is measured by: worked out from what is published now, and from what was looked for."""

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from statistics import median

from django.db.models import Sum

from feedback.contributions.queries.measures import Counted
from kpis.domain.numbers import Unit, format_value
from kpis.domain.periods import Period, PeriodKind, containing
from kpis.figures.models import Figure, KpiDefinition
from portal.local_offer.completeness import Criterion
from portal.local_offer.models import CatalogueEntry, OfferMeasure, OfferMeasureKpi, PageKind, SearchTerm
from portal.local_offer.queries.coverage import Share, coverage

CRITERIA = len(Criterion) - 1  # freshness is a measure of its own
NOTHING_CHECKED = "No editor has checked the list of duties yet."
UNITS = dict.fromkeys(OfferMeasure, Unit.PER_CENT) | {OfferMeasure.READING_GRADE: Unit.COUNT}
MEANINGS = {
    OfferMeasure.COVERAGE_MUST: "Of the headings that must be covered, those that a published page answers.",
    OfferMeasure.COVERAGE_SHOULD: "Of the headings that should be covered, those that a published page answers.",
    OfferMeasure.IN_DATE: "Of published guidance and services, those whose next check is not overdue.",
    OfferMeasure.COMPLETENESS: "Of seven things a listing should say, times the published services, those said.",
    OfferMeasure.READING_GRADE: "Flesch-Kincaid grade of published guidance and services; half are harder.",
    OfferMeasure.EASYREAD: "Of published pages that answer a heading that must be covered, those with EasyRead.",
    OfferMeasure.ZERO_RESULTS: "Of the searches in the period, those that found no page.",
}


def count_all(day: date, period: Period) -> dict[str, Counted]:
    """Every measure: the pages as they are now, judged on a day, and the searches of a period. Six queries."""
    covered = coverage(day)
    entries = list(
        CatalogueEntry.objects.guidance_and_services()
        .order_by("pk")
        .values_list("kind", "next_check_on", "completeness", "reading_grade")
    )
    grades = [grade for *_, grade in entries if grade is not None]
    scores = [score for kind, _, score, _ in entries if kind == PageKind.SERVICE and score is not None]
    on_musts = covered.on_musts
    return {
        OfferMeasure.COVERAGE_MUST: _of_duties(covered.must),
        OfferMeasure.COVERAGE_SHOULD: _of_duties(covered.should),
        OfferMeasure.IN_DATE: Counted(
            part=sum(due is not None and due >= day for _, due, *_ in entries), whole=len(entries)
        ),
        OfferMeasure.COMPLETENESS: Counted(
            part=sum(round(score * CRITERIA / 100) for score in scores), whole=CRITERIA * len(scores)
        ),
        OfferMeasure.READING_GRADE: _median(grades),
        OfferMeasure.EASYREAD: Counted(
            part=sum(answer.has_easyread for answer in on_musts), whole=len(on_musts)
        ),
        OfferMeasure.ZERO_RESULTS: searches(period),
    }


def searches(period: Period) -> Counted:
    """Searches of a period that found nothing, of all its searches. One query."""
    days = SearchTerm.objects.filter(day__gte=period.start, day__lt=period.end)
    sums = days.aggregate(found_nothing=Sum("found_nothing"), searches=Sum("searches"))
    return Counted(part=sums["found_nothing"] or 0, whole=sums["searches"] or 0)


def _of_duties(share: Share) -> Counted:
    named = ", ".join(heading.title for heading in share.missing)
    remark = f"Not covered: {named}." if named else ("" if share.of else NOTHING_CHECKED)
    return Counted(
        part=share.covered, whole=share.of, remark=remark if len(remark) <= 400 else f"{remark[:397]}..."
    )


def _median(grades: list[Decimal]) -> Counted:
    if not grades:
        return Counted(whole=0)
    return Counted(value=median(grades).quantize(Decimal("0.1"), rounding=ROUND_HALF_UP), whole=len(grades))


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """A measure on its page: what it means, what it is now, and the KPI that takes its numbers each month."""

    key: str
    words: str
    meaning: str
    now: str
    link: OfferMeasureKpi | None
    name: str
    period: str
    shown: str


def measure_rows(day: date) -> list[MeasureRow]:
    """Every measure as it is today, with its KPI and that KPI's latest figure. Nine queries."""
    links = list(
        OfferMeasureKpi.objects.filter(switched_off_at__isnull=True).select_related("kpi", "switched_on_by")
    )
    kpis = [link.kpi_id for link in links]
    definitions = {
        one.kpi_id: one
        for one in KpiDefinition.objects.filter(kpi__in=kpis)
        .order_by("kpi_id", "-version")
        .distinct("kpi_id")
    }
    figures = {
        one.kpi_id: one
        for one in Figure.objects.filter(kpi__in=kpis, counts_from__isnull=False)
        .order_by("kpi_id", "-period_start", "-counts_from", "-id")
        .distinct("kpi_id")
    }
    by_measure = {link.measure: link for link in links}
    now = count_all(day, containing(day, PeriodKind.MONTH))
    return [
        _measure_row(measure, now[measure], by_measure.get(measure), definitions, figures)
        for measure in OfferMeasure
    ]


def _measure_row(measure: OfferMeasure, now: Counted, link, definitions: dict, figures: dict) -> MeasureRow:
    name = period = shown = ""
    if link:
        definition, figure = definitions[link.kpi_id], figures.get(link.kpi_id)
        name = definition.name
        if figure:
            period = figure.period.label
            shown = (
                figure.symbol_words
                if figure.value is None
                else format_value(figure.value, definition.unit, definition.decimals)
            )
    return MeasureRow(
        measure.value, measure.label, MEANINGS[measure], in_words(now), link, name, period, shown
    )


def in_words(found: Counted) -> str:
    """`46 of 49`, `7.4`; says so where there is nothing to count."""
    if found.is_share:
        return f"{found.part} of {found.whole}" if found.whole else "nothing to count yet"
    return "nothing to count yet" if found.value is None else str(found.value)
