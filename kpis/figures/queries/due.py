"""Which figure is due next, and which ones a lead still owes."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kpis.domain.due import due_on
from kpis.domain.periods import Period, PeriodKind, containing, following
from kpis.domain.symbols import Symbol
from kpis.figures.queries.record import Record


@dataclass(frozen=True, slots=True)
class Due:
    period: Period
    due_on: date


def next_due(record: Record, *, terms=()) -> Due | None:
    """The first period after the last reported one; None for a KPI that is not collected yet."""
    period = _first_owed(record, terms)
    if period is None:
        return None
    return Due(period, due_on(period, record.definition.due_days))


def owed(record: Record, *, on: date, terms=()) -> Iterator[Due]:
    """Every period that has ended by `on` and has no figure yet, oldest first."""
    period = _first_owed(record, terms)
    while period is not None and period.last_day <= on:
        yield Due(period, due_on(period, record.definition.due_days))
        period = following(period, terms=terms)


def _first_owed(record: Record, terms) -> Period | None:
    kind = PeriodKind(record.definition.frequency)
    return first_owed(kind, last_reported(record), record.definition.collected_from, terms=terms)


def first_owed(
    kind: PeriodKind, reported: Period | None, collected_from: date | None, *, terms=()
) -> Period | None:
    """The first period without a figure: after the last reported one, else the first that is collected."""
    if reported is not None:
        return following(reported, terms=terms)
    if collected_from is None:
        return None
    return containing(collected_from, kind, terms=terms)


def last_reported(record: Record) -> Period | None:
    """The last period with a figure that is not a forecast."""
    return next((f.period for f in reversed(record.figures) if f.symbol != Symbol.FORECAST), None)
