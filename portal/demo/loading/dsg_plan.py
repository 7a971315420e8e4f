"""The DSG management plan: Kingston's published counts, and a forecast that is illustrative and says so."""

from decimal import Decimal

from django.utils import timezone

from kpis.domain.block import AgeBand, PlacementCategory
from kpis.domain.dsg_plan import ALL_PLANS, CellKey, PlanTable, measure_of
from kpis.domain.periods import census_day
from kpis.position.actions.plan_cells import fill_cells, record_narrative
from kpis.published.actions import load_value
from kpis.published.models import Area, Topic
from kpis.published.spreadsheets import CENSUS_TOPIC
from kpis.workstreams.models import Workstream
from portal.demo.loading.figures import known_at, rows_of

SOURCE = "DfE, Education, health and care plans (SEN2)"
ILLUSTRATIVE = "Illustrative: last census moved on by its own change over two years"
LAST = 2025
TWO_YEARS_BEFORE = {
    PlacementCategory.MAINSTREAM: 556,
    PlacementCategory.RESOURCED: 178,
    PlacementCategory.SPECIAL: 389,
    PlacementCategory.INDEPENDENT: 158,
    PlacementCategory.HOSPITAL: 41,
    PlacementCategory.POST_16: 192,
    PlacementCategory.OTHER: 116,
}
WORDS = (
    "Illustrative: places near home are agreed with families before a placement further away is considered, and "
    "what they cost is reviewed with the schools each spring."
)


def load_dsg_plan(*, people, at):
    """Published counts of 2019 to 2025, a typed forecast of the next two censuses, and one narrative."""
    area = Area.objects.get(is_ours=True)
    counts = _load_counts(area=area, by=people["data"], at=at)
    for year in _coming(at)[:2]:
        _load_forecast(year, counts, by=people["finance"], at=at)
    workstream = Workstream.objects.in_order().get(name="Local provision")
    record_narrative(workstream=workstream, text=WORDS, by=people["finance"], at=at)


def _load_counts(*, area, by, at) -> dict[tuple[str, str], int]:
    """Every published count by measure and census; a census is known from the June after it."""
    topic = Topic.objects.create(name=CENSUS_TOPIC, position=50, is_for_board=False)
    rows = rows_of("plans_at_census.csv")
    for row in rows:
        load_value(
            topic=topic,
            area=area,
            measure=row["measure"],
            period_words=row["census"],
            as_printed=row["plans"],
            known_from=known_at(row["known_from"], at=at),
            by=by,
            at=at,
            unit="count",
            basis="census count",
            source=SOURCE,
            sort_key=row["census"][-4:],
        )
    return {(row["measure"], row["census"]): int(row["plans"]) for row in rows}


def _coming(at) -> range:
    """The censuses that are still to come."""
    today = timezone.localdate(at)
    first = today.year + (census_day(today.year) <= today)
    return range(first, first + 5)


def _load_forecast(year: int, counts, *, by, at):
    """Each category as it was in 2025 and half its change since 2023 a year; ages in the shares of 2025."""
    totals = {category: _moved(category, year, counts) for category in PlacementCategory}
    numbers = {CellKey(PlanTable.TOTALS, year, ALL_PLANS, c): total for c, total in totals.items()}
    for category, total in totals.items():
        parts = _shares(category, total, counts)
        numbers |= {CellKey(PlanTable.AGES, year, band, category): part for band, part in parts.items()}
    fill_cells(numbers=numbers, is_forecast=True, source=ILLUSTRATIVE, by=by, at=at)


def _moved(category: PlacementCategory, year: int, counts) -> Decimal:
    last = counts[measure_of(PlanTable.TOTALS, ALL_PLANS, category), f"January {LAST}"]
    step = Decimal(last - TWO_YEARS_BEFORE[category]) / 2
    return last + step * (year - LAST)


def _shares(category: PlacementCategory, total: Decimal, counts) -> dict[AgeBand, Decimal]:
    """The total over the age bands as in the last census, to a tenth; the largest band takes what is left."""
    last = {band: counts[measure_of(PlanTable.AGES, band, category), f"January {LAST}"] for band in AgeBand}
    parts = {band: (total * n / sum(last.values())).quantize(Decimal("0.1")) for band, n in last.items()}
    largest = max(last, key=last.get)
    parts[largest] += total - sum(parts.values())
    return parts
