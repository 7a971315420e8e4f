"""A table of figures as people bring it: long or wide, with titles above, notes below and scribbles beside it.

Nothing is judged here but the table's own shape. What comes out is one entry a figure, in file order, each with
the place of its cells.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from re import compile as pattern
from typing import NamedTuple

from kpis.domain.periods import AmbiguousPeriod, ImpossiblePeriod, PeriodError, PeriodKind, UnknownTerm, parse
from kpis.spreadsheets import Sheet, UnreadableFile, column_letter, read_sheets

COLUMNS = ("kpi code", "period", "numerator", "denominator", "value", "symbol", "remark")
CODE, PERIOD, VALUE = COLUMNS[0], COLUMNS[1], COLUMNS.index("value")
IGNORED = ("name",)  # stands in the template so that a code means something to a reader
LONG, WIDE = "long", "wide"
MOST_FIGURES, MOST_COLUMNS, HEADINGS_WITHIN = 200_000, 1_000, 50
CODE_LIKE = pattern(r"[A-Za-z]{1,6}[0-9]{1,4}")
MISSING = (
    "There is no row of headings with “kpi code” and “period”, or with “kpi code” and periods. "
    "Start from the template."
)


class Entry(NamedTuple):
    """One figure of the file: its sheet by number, its row, its texts in the order of COLUMNS.

    `formulas` names the columns that hold one, by their number; `column` is the value's letter in a wide table.
    """

    sheet: int
    row: int
    texts: list[str]
    formulas: list[int]
    column: str


class ShapeProblem(NamedTuple):
    """A cell of the table's frame that has to be mended."""

    sheet: int
    row: int
    cell: str
    text: str
    message: str


@dataclass(slots=True)
class TableSheet:
    """One sheet as it was understood. `letters` names the column of each heading, `notes` what was left out."""

    name: str
    layout: str = ""
    heading_row: int = 0
    letters: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    blank_count: int = 0
    formula_count: int = 0

    def as_json(self) -> dict:
        return {name: getattr(self, name) for name in self.__slots__}


@dataclass(slots=True)
class FigureTable:
    sheets: list[TableSheet]
    entries: list[Entry]
    problems: list[ShapeProblem]


def read_table(name: str, content: bytes) -> FigureTable:
    """The figures of a file; UnreadableFile where it cannot be read as a whole."""
    table = FigureTable([], [], [])
    for number, sheet in enumerate(read_sheets(name, content)):
        reading = _SheetReading(number, sheet)
        table.sheets.append(reading.understood)
        table.entries += reading.entries()
        table.problems += reading.problems
        if len(table.entries) > MOST_FIGURES:
            raise UnreadableFile(f"The file has more than {MOST_FIGURES:,} figures. Send it in parts.")
    if not any(sheet.layout for sheet in table.sheets):
        raise UnreadableFile(MISSING)
    if not table.entries and not table.problems:
        raise UnreadableFile("The table has headings but no figures below them.")
    return table


class _SheetReading:
    """Reads one sheet from top to bottom and keeps what is odd about it."""

    def __init__(self, number: int, sheet: Sheet):
        self.number, self.sheet, self.rows, self.problems = number, sheet, sheet.rows_with_errors, []
        self.understood = TableSheet(sheet.name[:100])
        self.top, self.understood.layout = _headings_of(sheet)
        self.headings: dict[int, str] = {}
        if self.understood.layout:
            self._read_headings()
        elif sheet.name:
            self.understood.notes.append(f"Sheet “{sheet.name}” has no headings of this table: left out.")

    def _read_headings(self) -> None:
        texts = [text.strip() for text in self.rows[self.top]]
        self.understood.heading_row = self.top + 1
        filled = [column for column, text in enumerate(texts) if text]
        if len(filled) > MOST_COLUMNS:
            raise UnreadableFile(
                f"The table has {len(filled):,} columns, as far as {column_letter(filled[-1])}; "
                f"at most {MOST_COLUMNS:,} are read. Is it the right file?"
            )
        for column in filled:
            self._heading(column, texts[column])
        self.understood.letters = {text: column_letter(column) for column, text in self.headings.items()}

    def _heading(self, column: int, text: str) -> None:
        name = text.lower()
        is_wide = self.understood.layout == WIDE
        if name in IGNORED:
            self.headings[column] = name
        elif (name if not is_wide or name == CODE else text) in self.headings.values():
            self._problem(self.top, column, text, f"The heading “{text}” stands twice.")
        elif name == CODE or (not is_wide and name in COLUMNS):
            self.headings[column] = name
        elif is_wide and is_period(text):
            self.headings[column] = text
        elif is_wide:
            self._problem(self.top, column, text, "This heading is neither “kpi code” nor a period.")
        else:
            known = ", ".join(COLUMNS)
            self._problem(self.top, column, text, f"Unknown heading “{text}”. The headings are: {known}.")

    def _problem(self, row: int, column: int, text: str, message: str) -> None:
        cell = f"{column_letter(column)}{row + 1}"
        self.problems.append(ShapeProblem(self.number, row + 1, cell, text[:200], message[:400]))

    def entries(self) -> list[Entry]:
        if not self.understood.layout:
            return []
        found, body, plain = [], [], self._plain_columns()
        for row in range(self.top + 1, len(self.rows)):
            texts = [text.strip() for text in self.rows[row]]
            if plain and len(texts) == self.width and texts[plain[0]]:
                given = [texts[column] for column in plain]
                if any(given[2:]):
                    body.append(row)
                    found.append(Entry(self.number, row + 1, given, [], ""))
                    continue
            filled = [column for column, text in enumerate(texts) if text]
            if not filled or self._is_note(row, texts, filled):
                continue
            body.append(row)
            self._name_strays(row, texts, filled)
            found += self._of_row(row, texts)
        self._name_merged(body)
        self._tell_counts()
        return found

    def _plain_columns(self) -> list[int]:
        """Where each heading stands, for the short way through rows that hold nothing else; else no columns."""
        places = {name: column for column, name in self.headings.items()}
        self.width = len(self.rows[self.top])
        has_marks = self.sheet.formulas or self.sheet.percentages
        is_plain = len(places) == self.width and all(name in places for name in COLUMNS) and not has_marks
        return [places[name] for name in COLUMNS] if is_plain and self.understood.layout == LONG else []

    def _is_note(self, row: int, texts: list[str], filled: list[int]) -> bool:
        """Words that stand alone in a row: a source, a footnote, the title of a part."""
        if len(filled) > 1 or CODE_LIKE.fullmatch(texts[filled[0]]) or texts[filled[0]][0].isdecimal():
            return False
        if self.headings.get(filled[0]) not in (CODE, *IGNORED) and filled[0] != 0:
            return False
        words = texts[filled[0]]
        self.understood.notes.append(
            f"{column_letter(filled[0])}{row + 1}: “{words[:100]}” is a note beside the figures: left out."
        )
        return True

    def _name_strays(self, row: int, texts: list[str], filled: list[int]) -> None:
        for column in filled:
            if column not in self.headings and not self._has_heading(column):
                self._problem(row, column, texts[column], "There is no heading above this cell.")

    def _has_heading(self, column: int) -> bool:
        """A heading that is a problem itself is named once and not below it."""
        headings = self.rows[self.top]
        return column < len(headings) and bool(headings[column].strip())

    def _of_row(self, row: int, texts: list[str]) -> Iterator[Entry]:
        shown = {column: self.sheet.as_seen(row, column, text) for column, text in enumerate(texts) if text}
        by_heading = {name: shown.get(column, "") for column, name in self.headings.items()}
        if self.understood.layout == WIDE:
            yield from self._of_wide_row(row, shown, by_heading.get(CODE, ""))
            return
        given = [by_heading.get(name, "") for name in COLUMNS]
        if not any(given[2:]):
            self.understood.blank_count += 1
            return
        columns = [
            COLUMNS.index(name)
            for column, name in self.headings.items()
            if name in COLUMNS and (row, column) in self.sheet.formulas
        ]
        self.understood.formula_count += len(columns)
        yield Entry(self.number, row + 1, given, columns, "")

    def _of_wide_row(self, row: int, shown: dict[int, str], code: str) -> Iterator[Entry]:
        for column, heading in self.headings.items():
            if heading in (CODE, *IGNORED) or column not in shown:
                continue
            formulas = [VALUE] if (row, column) in self.sheet.formulas else []
            self.understood.formula_count += len(formulas)
            texts = [code, heading, "", "", shown[column], "", ""]
            yield Entry(self.number, row + 1, texts, formulas, column_letter(column))

    def _name_merged(self, body: list[int]) -> None:
        """Merged cells of the headings and of the figures: a title above them does no harm."""
        rows = {self.top, *body}
        for (first_row, first_column), (last_row, last_column) in self.sheet.merged:
            if not rows.intersection(range(first_row, min(last_row, len(self.rows)) + 1)):
                continue
            there = self.rows[first_row] if first_row < len(self.rows) else []
            text = there[first_column] if first_column < len(there) else ""
            name = f"{column_letter(first_column)}{first_row + 1}:{column_letter(last_column)}{last_row + 1}"
            fill = "give each column a heading" if first_row <= self.top else "fill in each one"
            self._problem(
                first_row, first_column, text, f"The cells {name} are merged: take them apart and {fill}."
            )

    def _tell_counts(self) -> None:
        if self.understood.blank_count:
            self.understood.notes.append(f"Rows without a figure: {self.understood.blank_count:,}, left out.")
        if self.understood.formula_count:
            count = self.understood.formula_count
            self.understood.notes.append(
                f"Formulas: {count:,}, read by the value they had when the file was saved."
            )


def _headings_of(sheet: Sheet) -> tuple[int, str]:
    """The row of the headings and the layout they mean; "" where there are none."""
    for row, texts in enumerate(sheet.rows[:HEADINGS_WITHIN]):
        names = {text.strip().lower() for text in texts}
        if CODE in names and PERIOD in names:
            return row, LONG
        if CODE in names and any(is_period(text.strip()) for text in texts if text):
            return row, WIDE
    return 0, ""


@lru_cache(maxsize=5000)
def is_period(text: str) -> bool:
    """Whether any kind of KPI could be reported for what this says; which kind is seen from the KPI."""
    return any(_names_period(text, kind) for kind in PeriodKind)


def _names_period(text: str, kind: PeriodKind) -> bool:
    try:
        parse(text, kind)
    except (AmbiguousPeriod, ImpossiblePeriod, UnknownTerm):
        return True
    except PeriodError:
        return False
    return True
