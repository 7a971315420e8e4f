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
    """One month of one initiative, in pounds, exact. Its forecast is what was delivered and what remains.

    What it delivered is None where nothing is reported that counts, which is not nought.
    """

    month: date
    planned_stated: Decimal
    planned: Decimal
    forecast_stated: Decimal
    forecast: Decimal
    delivered_stated: Decimal | None
    delivered: Decimal | None

    @property
    def planned_overlap(self) -> Decimal:
        return self.planned_stated - self.planned

    @property
    def forecast_overlap(self) -> Decimal:
        return self.forecast_stated - self.forecast

    @property
    def delivered_overlap(self) -> Decimal | None:
        return None if self.delivered is None else self.delivered_stated - self.delivered

    @property
    def has_amounts(self) -> bool:
        amounts = [getattr(self, field.name) for field in fields(self) if field.name != "month"]
        return self.delivered is not None or any(amounts)


def counted_months(known: WorkedOut, year: int) -> dict[int, tuple[CountedMonth, ...]]:
    """The twelve months of every initiative, by its id. Their sums are what `by_initiative` says."""
    return {line.id: tuple(_row(known, n, year)) for n, line in enumerate(known.lines)}


def _row(known: WorkedOut, n: int, year: int):
    """The months of the initiative in row n."""
    counted, reported = known.months, known.given.reported[n]
    always = (counted.planned.stated, counted.planned.counted, counted.forecast_stated, counted.forecast)
    delivered = (counted.delivered.stated, counted.delivered.counted)
    for m, month in enumerate(savings.months_of(year)):
        amounts = [_pounds(table[n, m]) for table in always]
        yield CountedMonth(month, *amounts, *(_pounds(t[n, m]) if reported[m] else None for t in delivered))


def _pounds(pence) -> Decimal:
    return Decimal(int(pence)).scaleb(-2)


def months_table(groups: Iterable[RegisterGroup], known: WorkedOut, *, year: int) -> list[list[str]]:
    """A row of `MONTHS_HEADINGS` for each month with an amount of each initiative of the register.

    No sums; the cells of a month without a signed report are empty.
    """
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
    amounts = (getattr(month, name) for name in names)
    return ["" if amount is None else f"{amount:.2f}" for amount in amounts]
