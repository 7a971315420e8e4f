"""The words of the High Needs Block: its lines, the basis of an amount, what is in it, and who is placed where.

Labels of placement categories, age bands and needs are those of the DSG management plan, letter by letter.
"""

from .basis import Basis, PriceBase
from .lines import BlockLine, Sector
from .plan_labels import AgeBand, PlacementCategory, PrimaryNeed

__all__ = ["AgeBand", "Basis", "BlockLine", "PlacementCategory", "PriceBase", "PrimaryNeed", "Sector"]
