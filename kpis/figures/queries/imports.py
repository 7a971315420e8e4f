"""What the pages of an import read: how far it is, what it would change, what it changed."""

from dataclasses import dataclass
from datetime import datetime

from django.core.paginator import Paginator
from django.db.models import Count, Q, QuerySet

from kpis.domain.numbers import format_value
from kpis.domain.symbols import Symbol
from kpis.figures.models import (
    FigureImport,
    FigureState,
    Finding,
    ImportedFigure,
    ImportProblem,
    Kpi,
    KpiDefinition,
)
from kpis.figures.queries.entry import due_from
from kpis.figures.spreadsheets import COLUMNS
from kpis.spreadsheets import as_typed

PER_PAGE = 50
MOST_IN_A_WORKBOOK = 20_000  # rows: what openpyxl writes while somebody waits
PROBLEMS, NEWER = "problems", "newer"
TABS = {
    PROBLEMS: ("To be mended", "problem_count"),
    NEWER: ("Changed by others meanwhile", "newer_count"),
    Finding.NEW: ("New", "new_count"),
    Finding.CHANGED: ("Changed", "changed_count"),
    Finding.UNCHANGED: ("Unchanged", "unchanged_count"),
}
STATE_WORDS = {
    FigureState.DRAFT: "draft",
    FigureState.SUBMITTED: "waiting for approval",
    FigureState.APPROVED: "approved",
}
PROBLEM_HEADINGS = ["sheet", "cell", "what is there", "what is wrong"]
FIGURE_HEADINGS = [
    "sheet",
    "cell",
    *COLUMNS,
    "finding",
    "read from a formula",
    "value before",
    "symbol before",
    "numerator before",
    "denominator before",
    "state before",
]


@dataclass(frozen=True, slots=True)
class Tab:
    key: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """A figure of the file as a person reads it, beside what stands for its period."""

    row: ImportedFigure
    kpi: Kpi
    definition: KpiDefinition

    @property
    def shown(self) -> str:
        return self._words(self.row.value, self.row.symbol)

    @property
    def before(self) -> str:
        if self.row.before_id is None:
            return "no figure yet"
        state = STATE_WORDS[FigureState(self.row.before_state)]
        return f"{self._words(self.row.before_value, self.row.before_symbol)} ({state})"

    def _words(self, value, symbol: str) -> str:
        said = Symbol(symbol).words if symbol else ""
        if value is None:
            return said or "empty"
        number = format_value(value, self.definition.unit, self.definition.decimals)
        return f"{number}, {said}" if said else number


def imports_of(user) -> QuerySet[FigureImport]:
    """What this person sent, without the files themselves, with how many parts are read."""
    done = Count("chunks", filter=Q(chunks__done_at__isnull=False))
    return FigureImport.objects.sent_by(user).defer("content").annotate(done_count=done)


def latest_imports(user, limit: int = 20):
    return imports_of(user).order_by("-sent_at", "-id")[:limit]


def tabs_of(row: FigureImport) -> list[Tab]:
    """What there is to look at, what has to be mended first."""
    found = [Tab(str(key), label, getattr(row, count)) for key, (label, count) in TABS.items()]
    return [tab for tab in found if tab.count]


def page_of(row: FigureImport, show: str, number: str):
    """One page of a tab: problems, or figures beside what stands. A fixed number of queries."""
    if show == PROBLEMS:
        return Paginator(_problems(row), PER_PAGE).get_page(number)
    page = Paginator(_figures(row, show), PER_PAGE).get_page(number)
    page.object_list = _with_kpis(list(page.object_list))
    return page


def _problems(row: FigureImport) -> QuerySet[ImportProblem]:
    return row.problems.order_by("position", "row", "id")


def _figures(row: FigureImport, show: str) -> QuerySet[ImportedFigure]:
    wanted = {"is_newer": True} if show == NEWER else {"finding": show}
    return row.figures.filter(**wanted).order_by("position")


def _with_kpis(rows: list[ImportedFigure]) -> list[PreviewRow]:
    definitions = KpiDefinition.objects.select_related("kpi").in_bulk({row.definition_id for row in rows})
    return [
        PreviewRow(row, definitions[row.definition_id].kpi, definitions[row.definition_id]) for row in rows
    ]


def table_of(row: FigureImport, show: str) -> tuple[list[str], list[list[str]]]:
    """A whole tab as a table to take away."""
    if show == PROBLEMS:
        return PROBLEM_HEADINGS, [[p.sheet, p.cell, p.text, p.message] for p in _problems(row).iterator()]
    rows = list(_figures(row, show))
    codes = dict(Kpi.objects.filter(pk__in={row.kpi_id for row in rows}).values_list("pk", "code"))
    return FIGURE_HEADINGS, [_figure_row(row, codes) for row in rows]


def _figure_row(row: ImportedFigure, codes: dict[int, str]) -> list[str]:
    return [
        row.sheet,
        row.cell,
        codes[row.kpi_id],
        row.period_label,
        as_typed(row.numerator),
        as_typed(row.denominator),
        as_typed(row.value),
        row.symbol,
        row.remark,
        row.get_finding_display(),
        "yes" if row.is_formula else "",
        as_typed(row.before_value),
        row.before_symbol,
        as_typed(row.before_numerator),
        as_typed(row.before_denominator),
        row.before_state,
    ]


def template_table(user, *, is_wide: bool, at: datetime) -> tuple[list[str], list[list[str]]]:
    """The table to fill in: what is due from this lead, periods written as the portal reads them."""
    due = due_from(user, at=at)
    if not is_wide:
        headings = [COLUMNS[0], "name", *COLUMNS[1:]]
        return headings, [
            [item.kpi.code, item.definition.name, item.period.label, *[""] * 5]
            for item in due
            if not item.is_waiting
        ]
    periods = {item.period.label: item.period for item in sorted(due, key=lambda item: item.period)}
    names = {item.kpi.code: item.definition.name for item in due}
    rows = [[code, name, *[""] * len(periods)] for code, name in sorted(names.items())]
    return [COLUMNS[0], "name", *periods], rows
