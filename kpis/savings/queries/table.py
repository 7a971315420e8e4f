"""The register as a table for a spreadsheet. Amounts are exact; types stay in rows of their own."""

from collections.abc import Iterable
from decimal import Decimal

from kpis.domain.periods import year_name
from kpis.savings.queries.register import RegisterGroup, RegisterRow

TABLE_HEADINGS = [
    "code",
    "initiative",
    "workstream",
    "type of saving",
    "counts towards the target",
    "stage",
    "gate",
    "missing at the gate",
    "reports waiting for finance",
    "financial year",
    "planned (£)",
    "forecast (£)",
    "risk-adjusted forecast (£)",
    "delivered (£)",
    "expected to date (£)",
    "slippage against first plan (£)",
    "full-year effect (£)",
    "planned, overlap left out (£)",
    "forecast, overlap left out (£)",
    "delivered, overlap left out (£)",
    "note",
]


def table_of(groups: Iterable[RegisterGroup], *, year: int) -> list[list[str]]:
    """A row of `TABLE_HEADINGS` for each initiative; no sums, so that nothing is added across types by accident."""
    return [_row(row, year) for group in groups for row in group.rows]


def _row(row: RegisterRow, year: int) -> list[str]:
    initiative, progress = row.initiative, row.progress
    amounts = (
        progress.planned,
        progress.forecast,
        progress.risk_adjusted,
        progress.delivered,
        progress.expected,
        progress.slippage,
        progress.full_year_effect,
        progress.planned_overlap,
        progress.forecast_overlap,
        progress.delivered_overlap,
    )
    return [
        initiative.code,
        initiative.name,
        initiative.workstream.name,
        initiative.get_saving_type_display(),
        "yes" if initiative.group.counts_towards_target else "no",
        row.stage.words,
        row.gate_words,
        "; ".join(row.gates.missing),
        str(row.waiting),
        year_name(year),
        *(_pounds(amount) for amount in amounts),
        initiative.note,
    ]


def _pounds(amount: Decimal) -> str:
    """Two decimals, or the four a weighted amount may have: 70000.00, 0.0025."""
    exact = f"{amount:.4f}"
    return exact.removesuffix("00")
