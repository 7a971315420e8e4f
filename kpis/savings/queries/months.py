"""Months of planned, forecast and delivered savings, read into the tables that `kpis.domain.savings` works on."""

from collections.abc import Mapping, Sequence
from datetime import datetime

import numpy as np
from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import BigIntegerField, F, Func, Q, QuerySet
from django.db.models.functions import Cast

from kpis.domain import savings
from kpis.domain.savings import Rules, YearOfSavings
from kpis.savings.models import DeliveredAmount, MonthlyAmount, MonthlyPlan, PlanKind
from kpis.savings.queries.lines import Line

# A month and its pence travel as one whole number, and all months of an owner as one row: tens of
# thousands of rows of Python objects would cost more than the arithmetic.
DAY_ZERO = np.datetime64("1900-01-01")
DAYS = Func(F("month"), template="(%(expressions)s - DATE '1900-01-01')", output_field=BigIntegerField())
ROOM_FOR_DAYS = 100_000
PACKED = Cast(F("amount_gbp") * 100, BigIntegerField()) * ROOM_FOR_DAYS + DAYS


class MonthTables:
    """Tables of a span of financial years: a row per initiative in the order of `lines`, a column per month.

    Filled by four queries, however many initiatives and years there are.
    """

    def __init__(self, lines: Sequence[Line], *, years: Sequence[int], at: datetime, of: Q):
        """`of` narrows the reading to some initiatives; `at` is the moment up to which records count."""
        self.lines = lines
        self.first_year, self.last_year = min(years), max(years)
        self._read_plans(MonthlyPlan.objects.filter(of).known_at(at))
        row = {line.id: n for n, line in enumerate(lines)}
        reports = DeliveredAmount.objects.filter(of).known_at(at)
        self.delivered, self.reported = self._table(reports, "initiative_id", row, height=len(lines))

    def of_year(self, year: int, rules: Rules) -> YearOfSavings:
        """The twelve columns of one year, with what the arithmetic needs of each initiative."""
        first = (year - self.first_year) * 12
        months = np.s_[:, first : first + 12]
        stopped = (line.stopped_on for line in self.lines)
        return YearOfSavings(
            planned=self.planned[months],
            forecast=self.forecast[months],
            delivered=self.delivered[months],
            reported=self.reported[months],
            weight=np.array([rules.weights.get(line.stage, 0) for line in self.lines], dtype=np.int64),
            live_months=np.array([savings.live_months(year, day) for day in stopped], dtype=np.int64),
            goes_on=np.array([line.goes_on for line in self.lines], dtype=bool),
        )

    def _read_plans(self, plans: QuerySet) -> None:
        """Plans fill the upper half of one table, forecasts the lower; without a forecast the plan stands in."""
        count = len(self.lines)
        upper = {line.id: n for n, line in enumerate(self.lines)}
        row = {
            plan: upper[initiative] + (count if kind == PlanKind.FORECAST else 0)
            for plan, initiative, kind in plans.values_list("id", "initiative_id", "kind")
        }
        amounts = MonthlyAmount.objects.filter(plan_id__in=list(row))
        table, _ = self._table(amounts, "plan_id", row, height=2 * count)
        self.planned, self.forecast = table[:count], table[count:]
        has_forecast = np.zeros(2 * count, dtype=bool)
        has_forecast[list(row.values())] = True
        np.copyto(self.forecast, self.planned, where=~has_forecast[count:, None])

    def _table(
        self, amounts: QuerySet, owner: str, row: Mapping[int, int], *, height: int
    ) -> tuple[np.ndarray, np.ndarray]:
        """The pence of each row and month, and where there is an amount at all, be it nought."""
        width = (self.last_year - self.first_year + 1) * 12
        pence_table, is_there = (
            np.zeros((height, width), dtype=np.int64),
            np.zeros((height, width), dtype=bool),
        )
        owners = list(self._packed(amounts, owner))
        lengths = np.array([len(packed) for _, packed in owners], dtype=np.int64)
        rows = np.repeat(np.array([row[id] for id, _ in owners], dtype=np.int64), lengths)
        numbers = np.array([number for _, packed in owners for number in packed], dtype=np.int64)
        pence, days = np.divmod(numbers, ROOM_FOR_DAYS)
        april = np.datetime64(f"{self.first_year}-04")
        columns = ((DAY_ZERO + days).astype("datetime64[M]") - april).astype(np.int64)
        pence_table[rows, columns], is_there[rows, columns] = pence, True
        return pence_table, is_there

    def _packed(self, amounts: QuerySet, owner: str) -> QuerySet:
        """(owner id, packed months) of the span, a row per owner."""
        first, last = savings.months_of(self.first_year)[0], savings.months_of(self.last_year)[-1]
        in_span = amounts.filter(month__gte=first, month__lte=last).order_by()
        return in_span.values_list(owner).annotate(packed=ArrayAgg(PACKED))
