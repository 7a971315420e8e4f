"""Initiatives month by month: what each states, and what of it is counted once its base is shared."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal

from kpis.domain import savings
from kpis.domain.periods import year_name
from kpis.savings.queries.register import RegisterGroup
from kpis.savings.queries.years import WorkedOut

MONTHS_HEADINGS = [
    "code",
    "initiative",
    "type of saving",
    "counts towards the target",
    "stage",
    "financial year",
    "month",
    "planned, as stated (£)",
    "planned, counted (£)",
    "planned, overlap left out (£)",
    "forecast, as stated (£)",
    "forecast, counted (£)",
    "forecast, overlap left out (£)",
    "delivered, as evidenced (£)",
    "delivered, counted (£)",
    "delivered, overlap left out (£)",
]


@dataclass(frozen=True, slots=True)
class CountedMonth:
    """One month of one initiative, in pounds, exact. Its forecast is what was delivered and what remains."""

    month: date
    planned_stated: Decimal
    planned: Decimal
    forecast_stated: Decimal
    forecast: Decimal
    delivered_stated: Decimal
    delivered: Decimal

    @property
    def planned_overlap(self) -> Decimal:
        return self.planned_stated - self.planned

    @property
    def forecast_overlap(self) -> Decimal:
        return self.forecast_stated - self.forecast

    @property
    def delivered_overlap(self) -> Decimal:
        return self.delivered_stated - self.delivered

    @property
    def has_amounts(self) -> bool:
        return any(getattr(self, field.name) for field in fields(self) if field.name != "month")


def counted_months(known: WorkedOut, year: int) -> dict[int, tuple[CountedMonth, ...]]:
    """The twelve months of every initiative, by its id. Their sums are what `by_initiative` says."""
    counted = known.months
    tables = (
        counted.planned.stated,
        counted.planned.counted,
        counted.forecast_stated,
        counted.forecast,
        counted.delivered.stated,
        counted.delivered.counted,
    )
    months = savings.months_of(year)
    return {
        line.id: tuple(
            CountedMonth(month, *(Decimal(int(table[n, m])).scaleb(-2) for table in tables))
            for m, month in enumerate(months)
        )
        for n, line in enumerate(known.lines)
    }


def months_table(groups: Iterable[RegisterGroup], known: WorkedOut, *, year: int) -> list[list[str]]:
    """A row of `MONTHS_HEADINGS` for each month with an amount of each initiative of the register; no sums."""
    months = counted_months(known, year)
    return [
        [*_about(row, year), f"{month.month:%Y-%m}", *_amounts(month)]
        for group in groups
        for row in group.rows
        for month in months[row.initiative.pk]
        if month.has_amounts
    ]


def _about(row, year: int) -> list[str]:
    initiative = row.initiative
    return [
        initiative.code,
        initiative.name,
        initiative.get_saving_type_display(),
        "yes" if initiative.group.counts_towards_target else "no",
        row.stage.words,
        year_name(year),
    ]


def _amounts(month: CountedMonth) -> list[str]:
    kinds = ("planned", "forecast", "delivered")
    names = [f"{kind}{part}" for kind in kinds for part in ("_stated", "", "_overlap")]
    return [f"{getattr(month, name):.2f}" for name in names]
