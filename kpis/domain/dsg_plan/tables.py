"""The three tables of plans at a census, by the plan's own labels, and what each cell is called when published."""

from dataclasses import dataclass
from enum import StrEnum

from kpis.domain.block import AgeBand, PlacementCategory, PrimaryNeed

ALL_PLANS = "All EHC plans"
BREAK = 2023  # from this January authorities return each plan by itself; before, they returned sums
BREAK_WORDS = (
    "From January 2023 authorities return each plan by itself and no longer sums, so a change between "
    "January 2022 and January 2023 is partly a change in how plans are counted."
)
CATEGORIES = tuple(str(category) for category in PlacementCategory)


class PlanTable(StrEnum):
    """Rows differ, the columns are always the seven placement categories."""

    TOTALS = "totals"
    AGES = "ages"
    NEEDS = "needs"

    @property
    def words(self) -> str:
        return {
            PlanTable.TOTALS: "by placement category",
            PlanTable.AGES: "by age band and placement category",
            PlanTable.NEEDS: "by primary need and placement category",
        }[self]

    @property
    def rows(self) -> tuple[str, ...]:
        return {
            PlanTable.TOTALS: (ALL_PLANS,),
            PlanTable.AGES: tuple(str(band) for band in AgeBand),
            PlanTable.NEEDS: tuple(str(need) for need in PrimaryNeed),
        }[self]

    @property
    def heading(self) -> str:
        """What its rows are."""
        return {PlanTable.TOTALS: "Plans", PlanTable.AGES: "Age band", PlanTable.NEEDS: "Primary need"}[self]


@dataclass(frozen=True, slots=True)
class CellKey:
    """One cell: a table, the year of the January census, a row and a column by their labels."""

    table: PlanTable
    year: int
    row: str
    column: str


def census_words(year: int) -> str:
    """The census a count is of: 2025 is January 2025."""
    return f"January {year}"


def measure_of(table: PlanTable, row: str, column: str) -> str:
    """What a cell is called among published values, the same in every year and vintage."""
    return {
        PlanTable.TOTALS: f"EHC plans: {column}",
        PlanTable.AGES: f"EHC plans, aged {row}: {column}".replace("aged Under", "aged under"),
        PlanTable.NEEDS: f"EHC plans, primary need {row}: {column}",
    }[table]


def total_measure() -> str:
    """What the number of all plans at a census is called among published values."""
    return "EHC plans: all placements"
