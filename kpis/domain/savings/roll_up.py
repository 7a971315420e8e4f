"""Working out every initiative of a year at once, and adding them up."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .progress import AMOUNT_NAMES

UNITS_PER_PENNY = 100  # a stage weight is whole per cents of whole pence
MONTHS_TO_REPORT = 3


@dataclass(frozen=True, slots=True)
class YearOfSavings:
    """The initiatives of one financial year: a row each, a column a month from April to March, whole pence.

    `weight` is the per cent of its stage; `live_months` as the function of that name counts them;
    `goes_on` is True of a recurrent initiative that was not stopped.
    """

    planned: NDArray[np.int64]
    forecast: NDArray[np.int64]
    delivered: NDArray[np.int64]
    reported: NDArray[np.bool_]
    weight: NDArray[np.int64]
    live_months: NDArray[np.int64]
    goes_on: NDArray[np.bool_]


def work_out(lines: YearOfSavings, *, elapsed: int) -> NDArray[np.int64]:
    """A row per initiative, a column per name of `AMOUNT_NAMES`, in hundredths of a penny.

    `elapsed` is the `month_index` of the day it is worked out for; it may lie before or after the year.
    """
    month = np.arange(12)
    over = month < elapsed
    waited_for = month >= elapsed - MONTHS_TO_REPORT
    live = month < lines.live_months[:, None]

    planned = np.where(live, lines.planned, 0)
    due = np.where(live & ~lines.reported, lines.forecast, 0)
    remaining = np.where(waited_for, due, 0)
    forecast = lines.delivered + remaining
    delivered = lines.delivered.sum(axis=1)

    pence = {
        "planned": planned.sum(axis=1),
        "forecast": forecast.sum(axis=1),
        "delivered": delivered,
        "expected": np.where(over, planned, 0).sum(axis=1),
        "first_plan": lines.planned.sum(axis=1),
        "unreported": np.where(over, due, 0).sum(axis=1),
        "full_year_effect": np.where(lines.goes_on, _full_year(forecast), 0),
    }
    units = {name: amounts * UNITS_PER_PENNY for name, amounts in pence.items()}
    units["risk_adjusted"] = delivered * UNITS_PER_PENNY + remaining.sum(axis=1) * lines.weight
    return np.stack([units[name] for name in AMOUNT_NAMES], axis=1)


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
