"""A plan to work with: counts published for one census, and cells typed for another."""

from datetime import UTC, datetime
from decimal import Decimal

from kpis.domain.block import AgeBand, PlacementCategory, PrimaryNeed
from kpis.domain.dsg_plan import ALL_PLANS, CATEGORIES, CellKey, PlanTable, census_words, measure_of
from kpis.position.actions.plan_cells import fill_cells
from kpis.published.models import PublishedValue, Topic

D = Decimal
JUNE = datetime(2025, 6, 30, tzinfo=UTC)
NOW = datetime(2025, 11, 14, 10, tzinfo=UTC)
TOTALS, AGES, NEEDS = PlanTable
MAINSTREAM = PlacementCategory.MAINSTREAM
AGE_COUNTS = [[n + 7 * i for n in range(7)] for i in range(5)]  # 5 bands x 7 categories
COUNTS = [sum(column) for column in zip(*AGE_COUNTS, strict=True)]
NEED_COUNTS = [COUNTS, *[[0] * 7 for _ in PrimaryNeed][1:]]


def publish(area, by, *, year=2025, known_from=JUNE, counts=COUNTS, ages=None, needs=None, symbol=""):
    """Rows of published values as an import would leave them."""
    topic = Topic.objects.get_or_create(name="Census", is_for_board=False)[0]
    cells = {(TOTALS, ALL_PLANS): counts}
    cells |= {(AGES, band): row for band, row in zip(AgeBand, ages or [], strict=False)}
    cells |= {(NEEDS, need): row for need, row in zip(PrimaryNeed, needs or [], strict=False)}
    PublishedValue.objects.bulk_create(
        PublishedValue(
            topic=topic,
            area=area,
            measure=measure_of(table, row, column),
            period_words=census_words(year),
            value=None if symbol else value,
            symbol=symbol,
            as_printed=symbol or str(value),
            unit="count",
            basis="census count",
            source="DfE release",
            known_from=known_from,
            loaded_by=by,
            loaded_at=known_from,
        )
        for (table, row), values in cells.items()
        for column, value in zip(CATEGORIES, values, strict=True)
    )


def row_of(table, year, row, values):
    return {CellKey(table, year, row, c): D(str(v)) for c, v in zip(CATEGORIES, values, strict=True)}


def fill(by, table, year, rows, *, is_forecast=True, at=NOW, **about):
    numbers = {}
    for row, values in rows.items():
        numbers |= row_of(table, year, row, values)
    about = {"source": "Forecast of finance"} | about
    return fill_cells(numbers=numbers, is_forecast=is_forecast, by=by, at=at, **about)


def forecast(by, *, year=2027):
    """Thirds and tenths in every cell of ages, and their sums as the categories."""
    ages = {band: [D(n) + D("0.3") * (i % 3) for n in range(7)] for i, band in enumerate(AgeBand)}
    totals = [sum(column) for column in zip(*ages.values(), strict=True)]
    fill(by, TOTALS, year, {ALL_PLANS: totals})
    fill(by, AGES, year, ages)
    return totals, ages
