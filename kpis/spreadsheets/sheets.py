"""One sheet as text, with what a person sees in it and a plain reader of values would not."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from kpis.spreadsheets.refusals import UnreadableFile

MOST_CELLS = 2_000_000  # of the smallest box around what is filled: a hundred thousand rows of twenty columns
STORED_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?(e[+-]?[0-9]+)?")
Place = tuple[int, int]  # row and column, from nought


@dataclass(frozen=True, slots=True)
class Sheet:
    """Cells as text by row. Places count from nought. A cell that shows an error is empty here and in `errors`."""

    name: str
    rows: list[list[str]]
    formulas: frozenset[Place] = frozenset()
    percentages: frozenset[Place] = frozenset()
    errors: Mapping[Place, str] = field(default_factory=dict)
    merged: tuple[tuple[Place, Place], ...] = ()

    def as_seen(self, row: int, column: int, text: str) -> str:
        """A cell's text as a person sees it: what is shown as 92.1% is stored as 0.921."""
        if (row, column) not in self.percentages or not STORED_NUMBER.fullmatch(text):
            return text
        return f"{(Decimal(text) * 100).normalize():f}%"

    @property
    def rows_with_errors(self) -> list[list[str]]:
        """The cells as a person sees them, errors among them."""
        rows = [list(row) for row in self.rows] if self.errors else self.rows
        for (row, column), error in self.errors.items():
            if row < len(rows) and column < len(rows[row]):
                rows[row][column] = error
        return rows


@dataclass(slots=True)
class Marks:
    """What is found about a sheet before its values are read."""

    formulas: set[Place] = field(default_factory=set)
    percentages: set[Place] = field(default_factory=set)
    errors: dict[Place, str] = field(default_factory=dict)
    merged: list[tuple[Place, Place]] = field(default_factory=list)
    last_row: int = -1
    last_column: int = -1

    def reach(self, row: int, column: int) -> None:
        """Note that this cell is filled; UnreadableFile once the box around all of them is too large."""
        self.last_row, self.last_column = max(self.last_row, row), max(self.last_column, column)
        if (self.last_row + 1) * (self.last_column + 1) > MOST_CELLS:
            place = f"{column_letter(column)}{row + 1}"
            raise UnreadableFile(
                f"The sheet is filled as far as {place}, which is more than {MOST_CELLS:,} cells. "
                "Delete what is far from the table and try again."
            )


def column_letter(index: int) -> str:
    """0 is A, 25 is Z, 26 is AA, as spreadsheets name their columns."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def column_index(letters: str) -> int:
    """A is 0, AA is 26."""
    index = 0
    for letter in letters:
        index = index * 26 + ord(letter) - ord("A") + 1
    return index - 1
