"""Working out every initiative of a year at once, and adding them up."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .overlap import NO_GROUP, Counted, SharedBases, count_once
from .progress import AMOUNT_NAMES

UNITS_PER_PENNY = 100  # a stage weight is whole per cents of whole pence
MONTHS_TO_REPORT = 3


@dataclass(frozen=True, slots=True)
class YearOfSavings:
    """The initiatives of one financial year: a row each, a column a month from April to March, whole pence.

    `weight` is the per cent of its stage; `live_months` as the function of that name counts them;
    `goes_on` is True of a recurrent initiative that was not stopped. `shared` are the bases that some of
    them share; a plan or a forecast stated as a per cent of one, in hundredths of a per cent, stands in
    the tables of per cents. What a month delivered is always an amount.
    """

    planned: NDArray[np.int64]
    forecast: NDArray[np.int64]
    delivered: NDArray[np.int64]
    reported: NDArray[np.bool_]
    weight: NDArray[np.int64]
    live_months: NDArray[np.int64]
    goes_on: NDArray[np.bool_]
    shared: SharedBases | None = None
    planned_per_cent: NDArray[np.int64] | None = None
    forecast_per_cent: NDArray[np.int64] | None = None


@dataclass(frozen=True, slots=True)
class CountedMonths:
    """Every initiative month by month, each base used once; tables as those of `YearOfSavings`.

    Plans use their bases by themselves. Of a month's base, what is evidenced is counted first and what is
    still forecast uses what that leaves: a forecast never lowers what was delivered.
    `due` is the forecast of months without a report, `remaining` and `remaining_stated` what of it is still waited for.
    """

    first_plan: Counted
    planned: Counted
    delivered: Counted
    due: Counted
    over: NDArray[np.bool_]
    waited_for: NDArray[np.bool_]

    @property
    def remaining(self) -> NDArray[np.int64]:
        return np.where(self.waited_for, self.due.counted, 0)

    @property
    def remaining_stated(self) -> NDArray[np.int64]:
        return np.where(self.waited_for, self.due.stated, 0)

    @property
    def forecast(self) -> NDArray[np.int64]:
        return self.delivered.counted + self.remaining

    @property
    def forecast_stated(self) -> NDArray[np.int64]:
        return self.delivered.stated + self.remaining_stated


def count_months(lines: YearOfSavings, *, elapsed: int) -> CountedMonths:
    """`elapsed` is the `month_index` of the day it is worked out for; it may lie before or after the year."""
    month = np.arange(12)
    live = month < lines.live_months[:, None]
    shared = _nobody_shares(len(live)) if lines.shared is None else lines.shared
    delivered = count_once(lines.delivered, shared)
    return CountedMonths(
        first_plan=count_once(lines.planned, shared, per_cents=lines.planned_per_cent),
        planned=_only(live, lines.planned, lines.planned_per_cent, shared),
        delivered=delivered,
        due=_only(live & ~lines.reported, lines.forecast, lines.forecast_per_cent, shared, delivered.left),
        over=month < elapsed,
        waited_for=month >= elapsed - MONTHS_TO_REPORT,
    )


def work_out(lines: YearOfSavings, *, elapsed: int) -> NDArray[np.int64]:
    """A row per initiative, a column per name of `AMOUNT_NAMES`, in hundredths of a penny.

    `elapsed` as in `count_months`.
    """
    return add_months(count_months(lines, elapsed=elapsed), lines)


def add_months(months: CountedMonths, lines: YearOfSavings) -> NDArray[np.int64]:
    """`work_out` of months that are counted already."""
    forecast, remaining = months.forecast, months.remaining
    delivered = months.delivered.counted.sum(axis=1)
    pence = {
        "planned": months.planned.counted.sum(axis=1),
        "forecast": forecast.sum(axis=1),
        "delivered": delivered,
        "expected": np.where(months.over, months.planned.counted, 0).sum(axis=1),
        "first_plan": months.first_plan.counted.sum(axis=1),
        "unreported": np.where(months.over, months.due.counted, 0).sum(axis=1),
        "full_year_effect": _full_year_effects(lines, forecast),
        "planned_overlap": months.planned.overlap.sum(axis=1),
        "forecast_overlap": (months.forecast_stated - forecast).sum(axis=1),
        "delivered_overlap": months.delivered.overlap.sum(axis=1),
    }
    units = {name: amounts * UNITS_PER_PENNY for name, amounts in pence.items()}
    units["risk_adjusted"] = delivered * UNITS_PER_PENNY + remaining.sum(axis=1) * lines.weight
    return np.stack([units[name] for name in AMOUNT_NAMES], axis=1)


def _only(
    where: NDArray[np.bool_],
    amounts: NDArray[np.int64],
    per_cents: NDArray[np.int64] | None,
    shared: SharedBases,
    left: NDArray[np.int64] | None = None,
) -> Counted:
    """`count_once` of the months where it applies; the others state nothing."""
    masked = None if per_cents is None else np.where(where, per_cents, 0)
    return count_once(np.where(where, amounts, 0), shared, per_cents=masked, left=left)


def _nobody_shares(count: int) -> SharedBases:
    none = np.zeros((0, 12), dtype=np.int64)
    return SharedBases(np.full(count, NO_GROUP), np.zeros(count, dtype=np.int64), none, none.astype(bool))


def _full_year_effects(lines: YearOfSavings, forecast: NDArray[np.int64]) -> NDArray[np.int64]:
    """Of what goes on, each base of a whole year used once; a forecast may begin after others have used it."""
    effects = np.where(lines.goes_on, _full_year(forecast), 0)
    if lines.shared is None:
        return effects
    return count_once(effects[:, None], lines.shared.of_the_year()).counted[:, 0]


def _full_year(forecast: NDArray[np.int64]) -> NDArray[np.int64]:
    """A year at the average of the months from the first saving to March; half a penny rounds up."""
    first_month = np.argmax(forecast > 0, axis=1)
    running = 12 - first_month
    return (2 * 12 * forecast.sum(axis=1) + running) // (2 * running)


def add_up(units: NDArray[np.int64], keys: Sequence[int], size: int) -> NDArray[np.int64]:
    """Rows of `work_out` summed by key; row k of the answer is the sum of the rows whose key is k."""
    sums = np.zeros((size, len(AMOUNT_NAMES)), dtype=np.int64)
    np.add.at(sums, np.asarray(keys, dtype=np.intp), units)
    return sums
