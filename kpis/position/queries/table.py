"""The statements of a year as a table for a spreadsheet; what is exported can be imported again."""

from collections.abc import Iterable

from kpis.domain.block import ScopePart
from kpis.domain.periods import year_name
from kpis.position.models import Amount, Statement
from kpis.spreadsheets import as_typed

PART_HEADINGS = {part: part.words for part in ScopePart}
TABLE_HEADINGS = [
    "area",
    "financial year",
    "basis",
    "month of forecast",
    "funding scope",
    "part of the block",
    "unit",
    "per head of",
    "prices",
    "prices of",
    "source",
    "line",
    "placement category",
    "sector",
    "label",
    "amount",
    "spent to date",
    "committed",
    "volume",
    "what is counted",
    *PART_HEADINGS.values(),
    "note",
]


def table_of(statements: Iterable[Statement]) -> list[list[str]]:
    """A row of `TABLE_HEADINGS` for each amount; no sums, amounts exact, spending positive and income negative."""
    return [_row(statement, amount) for statement in statements for amount in statement.amounts.all()]


def _row(statement: Statement, amount: Amount) -> list[str]:
    known = {row.part: row.amount_gbp for row in statement.known_parts.all()}
    return [
        statement.area.name,
        year_name(statement.financial_year),
        statement.get_basis_display(),
        str(statement.period or ""),
        statement.scope.name,
        statement.coverage,
        statement.get_unit_display(),
        statement.per_whom,
        statement.get_price_base_display(),
        year_name(statement.price_year) if statement.price_year else "",
        statement.source,
        amount.get_line_display(),
        amount.category,
        amount.get_sector_display() if amount.sector else "",
        amount.label,
        _pounds(amount.amount_gbp),
        _pounds(amount.actual_to_date_gbp),
        _pounds(amount.commitments_gbp),
        as_typed(amount.volume),
        amount.volume_words,
        *(_pounds(known.get(part)) for part in PART_HEADINGS),
        amount.note,
    ]


def _pounds(amount) -> str:
    return "" if amount is None else f"{amount:.2f}"
