"""The words of the High Needs Block: its lines, the basis of an amount, what is in it, and who is placed where.

Labels of placement categories, age bands and needs are those of the DSG management plan, letter by letter.
"""

from .balance import ForumDecision, Fund
from .basis import Basis, PriceBase
from .lines import BlockLine, Sector
from .plan_labels import AgeBand, PlacementCategory, PrimaryNeed
from .scope import AmountUnit, Extent, Inclusion, ScopePart

__all__ = [
    "AgeBand",
    "AmountUnit",
    "Basis",
    "BlockLine",
    "Extent",
    "ForumDecision",
    "Fund",
    "Inclusion",
    "PlacementCategory",
    "PriceBase",
    "PrimaryNeed",
    "ScopePart",
    "Sector",
]
