"""The cells of the DSG management plan: published, counted or forecast by the council, or missing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from functools import cached_property

from django.db.models import Max

from kpis.domain.dsg_plan import ALL_PLANS, CATEGORIES, CellKey, PlanTable, census_words, measure_of, tie
from kpis.position.models import PlanCell
from kpis.published.models import Area, PublishedValue

NOT_PUBLISHED = "not published"


class Origin(StrEnum):
    PUBLISHED = "published"
    COUNTED = "counted by the council"
    FORECAST = "forecast"
    MISSING = NOT_PUBLISHED

    @property
    def words(self) -> str:
        return self.value.capitalize()


@dataclass(frozen=True, slots=True)
class Cell:
    """A number of plans with where it is from; without a number its words say why there is none."""

    origin: Origin
    value: Decimal | None = None
    words: str = NOT_PUBLISHED
    source: str = ""

    @property
    def shown(self) -> Decimal | str:
        return self.words if self.value is None else self.value


MISSING = Cell(Origin.MISSING)


@dataclass(frozen=True)
class YearTable:
    """One table of one census as it is shown: forecasts whole where they tie, and what does not tie in words."""

    table: PlanTable
    year: int
    rows: Mapping[str, tuple[Cell, ...]]
    totals: tuple[Cell, ...]
    said: str = ""

    @property
    def label(self) -> str:
        return census_words(self.year)

    @cached_property
    def cells(self) -> list[Cell]:
        return [cell for cells in self.rows.values() for cell in cells]

    @property
    def lines(self) -> list[tuple[str, tuple[Cell, ...], Cell]]:
        """Each row with its label, its cells by category, and their sum."""
        return [(label, cells, sum_of(cells)) for label, cells in self.rows.items()]

    @property
    def total(self) -> Cell:
        return sum_of(self.totals)

    @property
    def is_complete(self) -> bool:
        return all(cell.value is not None for cell in self.cells)

    @property
    def filled(self) -> int:
        return sum(cell.value is not None for cell in self.cells)

    @property
    def origins(self) -> str:
        """Where its cells are from, in words: “Published”, or “Forecast: 12 of 35 cells”."""
        found = list(dict.fromkeys(cell.origin for cell in self.cells if cell.value is not None))
        words = ", ".join(origin.words if i == 0 else origin.value for i, origin in enumerate(found))
        if not found:
            return Origin.MISSING.words
        return words if self.is_complete else f"{words}: {self.filled} of {len(self.cells)} cells"

    @property
    def sources(self) -> list[str]:
        return list(dict.fromkeys(cell.source for cell in self.cells if cell.source))


@dataclass(frozen=True, slots=True)
class YearNumbers:
    """Every table of one January census."""

    year: int
    totals: YearTable
    ages: YearTable
    needs: YearTable

    @property
    def label(self) -> str:
        return census_words(self.year)

    @property
    def tables(self) -> tuple[YearTable, ...]:
        return self.totals, self.ages, self.needs


def sum_of(cells: Iterable[Cell]) -> Cell:
    """The sum of a row; it has none where a cell has none."""
    cells = tuple(cells)
    if any(cell.value is None for cell in cells):
        return MISSING
    origins = dict.fromkeys(cell.origin for cell in cells)
    return Cell(next(iter(origins)), sum(cell.value for cell in cells))


def published_cells(*, area: Area | None, at: datetime) -> dict[CellKey, Cell]:
    """What is published for the area and known at the moment, symbols in place of numbers included. One query."""
    keys = {measure_of(t, row, c): (t, row, c) for t in PlanTable for row in t.rows for c in CATEGORIES}
    known = PublishedValue.objects.known_at(at).filter(area=area, measure__in=keys)
    return {
        CellKey(keys[v.measure][0], int(v.period_words.rpartition(" ")[2]), *keys[v.measure][1:]): Cell(
            Origin.PUBLISHED, v.value, v.get_symbol_display() or NOT_PUBLISHED, v.source
        )
        for v in known
    }


def plan_numbers(*, area: Area | None, at: datetime) -> list[YearNumbers]:
    """Every census from the first published to the last published or filled, in order. Two queries."""
    found = _found(area, at)
    if not found:
        return []
    years = sorted({key.year for key in found})
    return [_year(year, found) for year in range(years[0], years[-1] + 1)]


def table_as_given(*, table: PlanTable, year: int, area: Area | None, at: datetime) -> YearTable:
    """One table of one census before forecasts are made whole. Two queries."""
    rows = _rows(table, year, _found(area, at))
    return YearTable(table, year, rows, ())


def last_filled(table: PlanTable, year: int) -> int:
    """The id of the last cell that anybody filled in a table of one census; 0 before the first."""
    cells = PlanCell.objects.filter(table=table, census_year=year)
    return cells.aggregate(last=Max("pk"))["last"] or 0


def _found(area: Area | None, at: datetime) -> dict[CellKey, Cell]:
    """What there is for each cell, symbols published in place of numbers included.

    A published number goes before what the council counted, and that before what it forecast; a symbol
    stands where the council has nothing either.
    """
    published = published_cells(area=area, at=at)
    numbers = {key: cell for key, cell in published.items() if cell.value is not None}
    typed = list(PlanCell.objects.known_at(at))
    forecast = {cell.key: _typed(cell) for cell in typed if cell.is_forecast}
    counted = {cell.key: _typed(cell) for cell in typed if not cell.is_forecast}
    return published | forecast | counted | numbers


def _typed(cell: PlanCell) -> Cell:
    origin = Origin.FORECAST if cell.is_forecast else Origin.COUNTED
    return Cell(origin, cell.value, source=cell.source)


def _year(year: int, found: Mapping[CellKey, Cell]) -> YearNumbers:
    rows = {table: _rows(table, year, found) for table in PlanTable}
    return YearNumbers(year, *tied(year, rows))


def _rows(table: PlanTable, year: int, found: Mapping[CellKey, Cell]) -> dict[str, tuple[Cell, ...]]:
    return {
        row: tuple(found.get(CellKey(table, year, row, column), MISSING) for column in CATEGORIES)
        for row in table.rows
    }


def tied(year: int, rows: Mapping[PlanTable, Mapping[str, tuple[Cell, ...]]]) -> list[YearTable]:
    """The year's tables, forecasts made whole where all of a table is there and comes to the categories."""
    totals = rows[PlanTable.TOTALS][ALL_PLANS]
    if any(cell.value is None for cell in totals):
        return [YearTable(t, year, rows[t], totals, _incomplete(t, rows[t])) for t in PlanTable]
    complete = {t: r for t, r in rows.items() if t is not PlanTable.TOTALS and _is_complete(r)}
    whole = tie(
        _fractions(totals), {t: [_fractions(cells) for cells in r.values()] for t, r in complete.items()}
    )
    totals = tuple(_with(cell, value) for cell, value in zip(totals, whole.totals, strict=True))
    made = {PlanTable.TOTALS: {ALL_PLANS: totals}} | {
        t: _whole(complete[t], numbers) for t, numbers in whole.tables.items()
    }
    return [
        YearTable(t, year, made.get(t, rows[t]), totals, _said(t, rows[t], is_apart=t in whole.apart))
        for t in PlanTable
    ]


def _is_complete(rows: Mapping[str, tuple[Cell, ...]]) -> bool:
    return all(cell.value is not None for cells in rows.values() for cell in cells)


def _fractions(cells: Iterable[Cell]) -> list[Fraction]:
    return [Fraction(cell.value) for cell in cells]


def _whole(rows: Mapping[str, tuple[Cell, ...]], numbers: list[list[int]]) -> dict[str, tuple[Cell, ...]]:
    return {
        label: tuple(_with(cell, value) for cell, value in zip(cells, values, strict=True))
        for (label, cells), values in zip(rows.items(), numbers, strict=True)
    }


def _with(cell: Cell, value: int) -> Cell:
    return Cell(cell.origin, Decimal(value), cell.words, cell.source)


def _said(table: PlanTable, rows: Mapping[str, tuple[Cell, ...]], *, is_apart: bool) -> str:
    """What whoever reads the table has to know about its adding up."""
    if is_apart:
        return (
            "These cells do not come to the totals by placement category, and are shown as they were given."
        )
    if not _is_complete(rows):
        return _incomplete(table, rows)
    if any(cell.origin is Origin.FORECAST for cells in rows.values() for cell in cells):
        return (
            "Forecasts are rounded to whole plans by controlled rounding, the totals first, so that this table "
            "adds up to the totals by placement category."
        )
    return ""


def _incomplete(table: PlanTable, rows: Mapping[str, tuple[Cell, ...]]) -> str:
    cells = [cell for row in rows.values() for cell in row]
    missing = sum(cell.value is None for cell in cells)
    if missing in (0, len(cells)):
        return ""
    return f"{missing} of {len(cells)} cells are missing, so nothing is added up or rounded in this table."
