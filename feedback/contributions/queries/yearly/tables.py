"""The tables of an edition, and who owes an answer: in the words of its pages."""

from dataclasses import dataclass

from feedback.contributions.models import EditionLine
from kpis.domain.disclosure import Release

# The tables of an edition, by the names under which it keeps them.
NOT_SHOWN, DIFFERENCE = "not shown", "difference"
TABLES = {
    NOT_SHOWN: "Comments that are not shown, by reason",
    DIFFERENCE: "Whether an answer made a difference",
}
NOBODY_IN_PARTICULAR = "the partnership"


@dataclass(frozen=True, slots=True)
class Counted:
    """A released table in words: its title and its rows, None where a count is hidden."""

    name: str
    title: str
    rows: list[tuple[str, int | None]]
    total: int | None


def counted(released: dict[str, dict]) -> list[Counted]:
    """Released tables in the order of `TABLES`."""
    found = [(name, Release.from_json(released[name])) for name in TABLES if name in released]
    return [
        Counted(name, TABLES[name], [(row, table.cell(row)) for row in table.rows.labels], table.total)
        for name, table in found
    ]


def owing(line: EditionLine) -> str:
    """Who owes the answer: a workstream and its role, or the partnership as a whole."""
    return f"{line.owed_by}, its lead" if line.owed_by else NOBODY_IN_PARTICULAR
