"""Top-ups: what they cost by the days a place was occupied, on average, in other bands, and while a place is empty.

Days are half-open ranges [start, end): the last day of a stay is the day before `end`, and a stay that goes on
has no end. A financial year is named by the calendar year it begins in and has 365 days, or 366 where
29 February falls into it: 2019 is 2019/20, with 366 days. Rates are whole pence a year; sums are exact
fractions of a penny and rounded once, by `shared_out`, so that rows add up to their total.

pro rata            annual rate x days occupied in the year / days of the year
average             pro rata of all its top-ups / their number; of a full year: pro rata / (days / days of the year)
empty place-days    each day: places paid for - places occupied, where that is more than nought
paid in full        pro rata + empty place-days x the rate paid for an empty place / days of the year
other bands         for each stay: value of its band in the other table, pro rata, less what it costs now
more pupils         fixed part + per-pupil part x pupils; one more costs the per-pupil part, not the average

Worked example: £10,000 a year from 15 November 2019 until 29 February 2020, both included: 107 of 366 days,
£10,000 x 107/366 = £2,923.50.
"""

from .averages import FEW, Average, averages
from .bands import BandChange, change_of_bands
from .empty_places import EmptyPlaces, PlacesPaidFor, empty_places
from .first_slice import FIRST_SLICE_GBP, FirstSlice, first_slice
from .pupil_numbers import CostOfPupils, NotACost
from .references import NotAReference, checked_reference
from .stays import (
    EndsBeforeItStarts,
    Overlap,
    Stay,
    TopUpError,
    days_of_year,
    overlaps,
    shared_out,
    year_of_days,
)

__all__ = [
    "FEW",
    "FIRST_SLICE_GBP",
    "Average",
    "BandChange",
    "CostOfPupils",
    "EmptyPlaces",
    "EndsBeforeItStarts",
    "FirstSlice",
    "NotACost",
    "NotAReference",
    "Overlap",
    "PlacesPaidFor",
    "Stay",
    "TopUpError",
    "averages",
    "change_of_bands",
    "checked_reference",
    "days_of_year",
    "empty_places",
    "first_slice",
    "overlaps",
    "shared_out",
    "year_of_days",
]
