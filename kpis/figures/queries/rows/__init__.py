"""The KPIs that the Board sees, as rows of a list: what each says, worked out for all of them at once.

The figures are read as columns, and only what stands on the page is made into words. One KPI with its whole
record, its charts and what follows from it is a `standing`; a test holds both to the same words.
"""

from .board import KpiRow, board_rows
from .changes import Change, changes_between

__all__ = ["Change", "KpiRow", "board_rows", "changes_between"]
