"""Months of planned, forecast and delivered savings, read into the tables that `kpis.domain.savings` works on."""

from collections.abc import Mapping, Sequence
from datetime import datetime

import numpy as np
from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import BigIntegerField, F, Func, Q, QuerySet
from django.db.models.functions import Cast, Coalesce

from kpis.domain import savings
from kpis.domain.savings import Rules, SharedBases, YearOfSavings
from kpis.savings.models import (
    DeliveredAmount,
    DoubleCountBase,
    DoubleCountBaseAmount,
    DoubleCountMember,
    MonthlyAmount,
    MonthlyPlan,
    PlanKind,
)
from kpis.savings.queries.lines import Line

# A month and its pence travel as one whole number, and all months of an owner as one row: tens of
# thousands of rows of Python objects would cost more than the arithmetic.
DAY_ZERO = np.datetime64("1900-01-01")
DAYS = Func(F("month"), template="(%(expressions)s - DATE '1900-01-01')", output_field=BigIntegerField())
ROOM_FOR_DAYS = 100_000
PENCE = F("amount_gbp") * 100
PENCE_OR_PER_CENT = Coalesce(PENCE, F("per_cent") * -100)  # a per cent travels as a negative number


class MonthTables:
    """Tables of a span of financial years: a row per initiative in the order of `lines`, a column per month.

    Filled by six queries, however many initiatives and years there are.
    """

    def __init__(self, lines: Sequence[Line], *, years: Sequence[int], at: datetime, of: Q):
        """`of` narrows the reading to some initiatives; `at` is the moment up to which records count."""
        self.lines = lines
        self.row = {line.id: n for n, line in enumerate(lines)}
        self.first_year, self.last_year = min(years), max(years)
        self._read_plans(MonthlyPlan.objects.filter(of).known_at(at))
        reports = DeliveredAmount.objects.filter(of).known_at(at)
        self.delivered, self.reported = self._table(
            reports, "initiative_id", self.row, height=len(lines), number=PENCE
        )
        self._read_groups(at)

    def of_year(self, year: int, rules: Rules) -> YearOfSavings:
        """The twelve columns of one year, with what the arithmetic needs of each initiative."""
        first = (year - self.first_year) * 12
        months = np.s_[:, first : first + 12]
        stopped = (line.stopped_on for line in self.lines)
        return YearOfSavings(
            planned=self.planned[months].clip(min=0),
            forecast=self.forecast[months].clip(min=0),
            delivered=self.delivered[months],
            reported=self.reported[months],
            weight=np.array([rules.weights.get(line.stage, 0) for line in self.lines], dtype=np.int64),
            live_months=np.array([savings.live_months(year, day) for day in stopped], dtype=np.int64),
            goes_on=np.array([line.goes_on for line in self.lines], dtype=bool),
            shared=SharedBases(self.group, self.position, self.base[months], self.base_stated[months]),
            planned_per_cent=(-self.planned[months]).clip(min=0),
            forecast_per_cent=(-self.forecast[months]).clip(min=0),
        )

    def _read_plans(self, plans: QuerySet) -> None:
        """Plans fill the upper half of one table, forecasts the lower; without a forecast the plan stands in.

        What is above nought is pence, what is below it hundredths of a per cent.
        """
        count = len(self.lines)
        row = {
            plan: self.row[initiative] + (count if kind == PlanKind.FORECAST else 0)
            for plan, initiative, kind in plans.values_list("id", "initiative_id", "kind")
        }
        amounts = MonthlyAmount.objects.filter(plan_id__in=list(row))
        table, _ = self._table(amounts, "plan_id", row, height=2 * count, number=PENCE_OR_PER_CENT)
        self.planned, self.forecast = table[:count], table[count:]
        has_forecast = np.zeros(2 * count, dtype=bool)
        has_forecast[list(row.values())] = True
        np.copyto(self.forecast, self.planned, where=~has_forecast[count:, None])

    def _read_groups(self, at: datetime) -> None:
        """Who shares a base, in which order, and the bases: a row per group in the order of `group_ids`."""
        members = DoubleCountMember.objects.known_at(at).filter(initiative__in=list(self.row))
        places = list(members.values_list("initiative_id", "group_id", "position"))
        self.group_ids = sorted({group for _, group, _ in places})
        row = {group: n for n, group in enumerate(self.group_ids)}
        self.group = np.full(len(self.lines), savings.NO_GROUP, dtype=np.int64)
        self.position = np.zeros(len(self.lines), dtype=np.int64)
        for initiative, group, position in places:
            self.group[self.row[initiative]], self.position[self.row[initiative]] = row[group], position
        versions = DoubleCountBase.objects.filter(group__in=self.group_ids).known_at(at)
        amounts = DoubleCountBaseAmount.objects.filter(base__in=versions.values("id"))
        self.base, self.base_stated = self._table(
            amounts, "base__group_id", row, height=len(row), number=PENCE
        )

    def _table(
        self, amounts: QuerySet, owner: str, row: Mapping[int, int], *, height: int, number
    ) -> tuple[np.ndarray, np.ndarray]:
        """The number of each row and month, and where there is one at all, be it nought."""
        width = (self.last_year - self.first_year + 1) * 12
        table = np.zeros((height, width), dtype=np.int64)
        is_there = np.zeros((height, width), dtype=bool)
        owners = list(self._packed(amounts, owner, number))
        lengths = np.array([len(packed) for _, packed in owners], dtype=np.int64)
        rows = np.repeat(np.array([row[id] for id, _ in owners], dtype=np.int64), lengths)
        packed = np.array([number for _, numbers in owners for number in numbers], dtype=np.int64)
        numbers, days = np.divmod(packed, ROOM_FOR_DAYS)
        april = np.datetime64(f"{self.first_year}-04")
        columns = ((DAY_ZERO + days).astype("datetime64[M]") - april).astype(np.int64)
        table[rows, columns], is_there[rows, columns] = numbers, True
        return table, is_there

    def _packed(self, amounts: QuerySet, owner: str, number) -> QuerySet:
        """(owner id, packed months) of the span, a row per owner."""
        first, last = savings.months_of(self.first_year)[0], savings.months_of(self.last_year)[-1]
        in_span = amounts.filter(month__gte=first, month__lte=last).order_by()
        packed = Cast(number, BigIntegerField()) * ROOM_FOR_DAYS + DAYS
        return in_span.values_list(owner).annotate(packed=ArrayAgg(packed))
