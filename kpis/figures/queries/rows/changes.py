"""What began to count between two moments, in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from kpis.domain.symbols import shown_with
from kpis.figures.models import Figure
from kpis.figures.queries.rows.known import label


@dataclass(frozen=True, slots=True)
class Change:
    """A figure that began to count, in words; `before` is what it corrects, empty where it is the first."""

    period: str
    words: str
    before: str


def changes_between(ids: Iterable[int], after: datetime, until: datetime) -> dict[int, list[Change]]:
    """By KPI, the figures that began to count after one moment and up to another, oldest period first. One query."""
    new = Figure.objects.filter(kpi__in=list(ids), counts_from__gt=after, counts_from__lte=until)
    shown = ("value", "symbol", "definition__unit", "definition__decimals")
    rows = new.order_by("period_start", "counts_from", "id").values_list(
        "kpi_id",
        "period_kind",
        "period_start",
        "period_end",
        *shown,
        "corrects",
        *(f"corrects__{n}" for n in shown),
    )
    found: dict[int, list[Change]] = {}
    for kpi_id, kind, start, end, *figures in rows:
        now, before = figures[:4], figures[5:] if figures[4] else None
        change = Change(label(kind, start, end), _words(*now), _words(*before) if before else "")
        found.setdefault(kpi_id, []).append(change)
    return found


def _words(value: Decimal | None, symbol: str, unit: str, decimals: int) -> str:
    return shown_with(symbol, value, unit=unit, decimals=decimals)
