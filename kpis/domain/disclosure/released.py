"""What may be shown: numbers, `c` where one is hidden, and nothing that leads back to the rest."""

from dataclasses import asdict, dataclass
from fractions import Fraction

from .table import Axis

HIDDEN = "c"
HIDDEN_WORDS = "not shown, to protect people"

Grid = tuple[tuple[int | None, ...], ...]


@dataclass(frozen=True, slots=True)
class HeldBack:
    """Nothing can be shown. The reason is for whoever publishes, in words that give no number away."""

    reason: str


@dataclass(frozen=True, slots=True)
class _Shown:
    """A table as it is shown, totals last. None is hidden; no two hidden numbers look different."""

    rows: Axis
    columns: Axis | None
    shown: Grid

    def cell(self, row: str | None, column: str | None = None) -> int | None:
        """A count, or None where it is hidden. None as a row or column is the total over all of them."""
        across = 0 if self.columns is None else self.columns.places.index(column)
        return self.shown[self.rows.places.index(row)][across]

    def row_total(self, row: str) -> int | None:
        return self.cell(row)

    def column_total(self, column: str) -> int | None:
        return self.cell(None, column)

    @property
    def total(self) -> int | None:
        return self.cell(None)

    def share(self, part: tuple[str | None, ...], whole: tuple[str | None, ...] = (None,)) -> Fraction | None:
        """One count in per cent of another, each given as `cell` takes it; None where either is hidden or
        there is nothing to be a part of.
        """
        above, below = self.cell(*part), self.cell(*whole)
        return None if above is None or not below else Fraction(100 * above, below)

    @property
    def hidden(self) -> list[tuple[str | None, str | None]]:
        """The places of hidden counts, as `cell` takes them."""
        across = self.columns.places if self.columns else (None,)
        return [
            (row, column)
            for row, line in zip(self.rows.places, self.shown, strict=True)
            for column, count in zip(across, line, strict=True)
            if count is None
        ]

    def as_json(self) -> dict:
        """Plain data for a JSON column or file; `from_json` reads it back."""
        return asdict(self)

    @classmethod
    def from_json(cls, data: dict):
        axes = {name: Axis(**data[name]) if data[name] else None for name in ("rows", "columns")}
        return cls(**(data | axes | {"shown": tuple(tuple(line) for line in data["shown"])}))


@dataclass(frozen=True, slots=True)
class Release(_Shown):
    """A table whose small counts cannot be read or worked out.

    `is_least`: no other choice hides fewer numbers, nor as many with a smaller sum. Where it is False the choice
    was found by a rule of thumb, or had to agree with what was published before; it passed the same audit.
    """

    threshold: int
    is_least: bool


@dataclass(frozen=True, slots=True)
class Rounded(_Shown):
    """A table of which every number, totals too, was rounded by itself."""

    to: int

    @property
    def words(self) -> str:
        return f"Each number is rounded to the nearest {self.to} by itself, so they may not add up."
