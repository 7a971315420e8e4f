"""Tables of counts, and the names under which one count is the same in several tables."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

# What a count counts: for each axis that narrows it down, the labels that it takes together.
Quantity = tuple[tuple[str, tuple[str, ...]], ...]


class NotATable(ValueError):
    """What was given is no table of counts: a negative number, a label twice, a cell of no row."""


@dataclass(frozen=True, slots=True)
class Axis:
    """The labels of rows or columns. `is_whole`: together they are everybody, so that their total is the
    total of every other such axis too. A window, such as four quarters, is not: another window has another total.
    """

    name: str
    labels: tuple[str, ...]
    is_whole: bool = True

    def __post_init__(self):
        object.__setattr__(self, "labels", tuple(self.labels))
        if not self.labels or len(set(self.labels)) < len(self.labels):
            raise NotATable(f"The axis “{self.name}” needs labels, each once.")

    @property
    def places(self) -> tuple[str | None, ...]:
        """Its labels and, as None, their total."""
        return (*self.labels, None)

    def part(self, label: str | None) -> Quantity:
        """What a label, or the total, adds to the name of a count; the total of everybody adds nothing."""
        if label is not None:
            return ((self.name, (label,)),)
        return () if self.is_whole else ((self.name, tuple(sorted(self.labels))),)


def axis(labels: Axis | Sequence[str], name: str) -> Axis:
    return labels if isinstance(labels, Axis) else Axis(name, tuple(labels))


@dataclass(frozen=True, slots=True)
class Table:
    """Counts of rows by columns, or of rows alone (`columns` is None). Totals are worked out, never given."""

    rows: Axis
    columns: Axis | None
    counts: tuple[tuple[int, ...], ...]

    def __post_init__(self):
        wide = len(self.columns.labels) if self.columns else 1
        if len(self.counts) != len(self.rows.labels) or any(len(row) != wide for row in self.counts):
            raise NotATable("There must be one count for each row and column.")
        if any(not isinstance(n, int) or isinstance(n, bool) or n < 0 for row in self.counts for n in row):
            raise NotATable("Counts are whole numbers from nought up.")
        if self.columns and self.columns.name == self.rows.name:
            raise NotATable("Rows and columns need different names.")

    @classmethod
    def of(
        cls,
        counts: Mapping,
        *,
        rows: Axis | Sequence[str] = (),
        columns: Axis | Sequence[str] | None = None,
    ) -> "Table":
        """From `{row: count}`, or with columns from `{(row, column): count}`. A cell that is not named is nought.

        Without `rows` the rows are the keys, in their order.
        """
        across = axis(columns, "column") if columns is not None else None
        keys = [key if across else (key, None) for key in counts]
        down = axis(rows or tuple(dict.fromkeys(row for row, _ in keys)), "row")
        places = across.labels if across else (None,)
        strays = [k for k in keys if k[0] not in down.labels or k[1] not in places]
        if strays:
            raise NotATable(f"No row or column is called {strays[0]}.")
        cell = (
            (lambda row, column: counts.get((row, column), 0))
            if across
            else lambda row, _: counts.get(row, 0)
        )
        return cls(down, across, tuple(tuple(cell(r, c) for c in places) for r in down.labels))

    @property
    def with_totals(self) -> tuple[tuple[int, ...], ...]:
        """The counts with their totals: one more row, and with columns one more column."""
        rows = [(*row, sum(row)) if self.columns else row for row in self.counts]
        return (*rows, tuple(sum(column) for column in zip(*rows, strict=True)))


def quantities(rows: Axis, columns: Axis | None) -> list[list[Quantity]]:
    """The name of every count of a table with its totals, in the order of `Table.with_totals`."""
    across = [columns.part(label) for label in columns.places] if columns else [()]
    return [[tuple(sorted(rows.part(label) + part)) for part in across] for label in rows.places]


def sums(names: list[list[Quantity]], *, has_columns: bool) -> list[tuple[Quantity, tuple[Quantity, ...]]]:
    """Every total with its parts. A total of one part that bears the same name says nothing and is left out."""
    lines = [[row[j] for row in names] for j in range(len(names[0]))]
    if has_columns:
        lines += names
    found = [(line[-1], tuple(line[:-1])) for line in lines]
    return [(total, parts) for total, parts in found if parts != (total,)]
