"""The numbers of plans in the DSG management plan: its tables, and how forecasts in them are made whole."""

from .rounding import Tied, tie
from .tables import (
    ALL_PLANS,
    BREAK,
    BREAK_WORDS,
    CATEGORIES,
    CellKey,
    PlanTable,
    census_words,
    measure_of,
    total_measure,
)

__all__ = [
    "ALL_PLANS",
    "BREAK",
    "BREAK_WORDS",
    "CATEGORIES",
    "CellKey",
    "PlanTable",
    "Tied",
    "census_words",
    "measure_of",
    "tie",
    "total_measure",
]
