"""Savings against the target of a financial year, in exact arithmetic.

A financial year is named by the calendar year it begins in: 2019 is 2019/20. Amounts are pounds as
`Decimal` outside and whole numbers of a hundredth of a penny inside, so that sums and
stage weights are exact and the same sum comes out whoever adds up, in whatever order.

For one initiative, in a year, as at a day:

counted           what is left of a month's base where others share it, as `overlap` says; else what is stated
planned           the monthly plan, counted; of a stopped initiative only the months before it stopped
delivered         what was reported with evidence and signed off by finance, counted before any
                  forecast of the same month
remaining         the forecast, counted, of months without a signed report. A month that is over is still
                  waited for during MONTHS_TO_REPORT months; after that only what was signed counts.
                  Of a stopped initiative only the months before it stopped, and none is counted on
forecast          delivered + remaining
risk-adjusted     delivered + stage weight x remaining
expected          planned, of the months that are over: what the profile says should be there by now
unreported        the forecast of months that are over and have no signed report
slippage          the first plan (frozen when approved, stopped initiatives included) - forecast
full-year effect  of a recurrent saving that goes on: the year's forecast / months from the first
                  saving to March x 12, in whole pence; of a shared base no more than is left of the
                  year's base, where each of its months has one

Worked example, 14 November 2019 (April to October are over): £10,000 a month planned from September,
stage "in delivery" (80%), September reported at £8,000, October not reported, forecast as planned.
Planned £70,000; delivered £8,000; remaining £60,000 (October to March); forecast £68,000;
risk-adjusted £56,000; expected by now £20,000; unreported £10,000 (October); slippage £2,000;
full-year effect 68,000 / 7 x 12 = £116,571.43.

Rated as a KPI is, higher being better: the risk-adjusted forecast against the target of the year, and
apart from it the delivered against the expected. The two stand side by side and are never merged.
"""

from .amounts import (
    MOST_GBP,
    NotAnAmount,
    NotAPerCent,
    SavingsError,
    SharesExceedTarget,
    exact_amount,
    exact_per_cent,
    not_yet_allocated,
)
from .overlap import NO_GROUP, Counted, SharedBases, count_once
from .progress import AMOUNT_NAMES, USUAL_RULES, Progress, Rules, total
from .roll_up import (
    MONTHS_TO_REPORT,
    CountedMonths,
    YearOfSavings,
    add_months,
    add_up,
    count_months,
    work_out,
)
from .stages import ONWARD, WITH_A_REASON, Stage, reachable
from .types import SavingType, TypeGroup
from .year import NotAMonth, live_months, month_checked, month_index, months_of, year_of

__all__ = [
    "AMOUNT_NAMES",
    "MONTHS_TO_REPORT",
    "MOST_GBP",
    "NO_GROUP",
    "ONWARD",
    "USUAL_RULES",
    "WITH_A_REASON",
    "Counted",
    "CountedMonths",
    "NotAMonth",
    "NotAPerCent",
    "NotAnAmount",
    "Progress",
    "Rules",
    "SavingType",
    "SavingsError",
    "SharedBases",
    "SharesExceedTarget",
    "Stage",
    "TypeGroup",
    "YearOfSavings",
    "add_months",
    "add_up",
    "count_months",
    "count_once",
    "exact_amount",
    "exact_per_cent",
    "live_months",
    "month_checked",
    "month_index",
    "months_of",
    "not_yet_allocated",
    "reachable",
    "total",
    "work_out",
    "year_of",
]
