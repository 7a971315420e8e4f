"""The financial year and its months. 2019 is 2019/20."""

from datetime import date

from .amounts import SavingsError


class NotAMonth(SavingsError):
    """Said of a day that is not the first of a month."""


def month_checked(month: date) -> date:
    if month.day != 1:
        raise NotAMonth(f"{month} is not the first day of a month.")
    return month


def year_of(day: date) -> int:
    """The financial year a day falls in, by the calendar year it begins in: 31 March 2020 is in 2019."""
    return day.year if day.month >= 4 else day.year - 1


def months_of(year: int) -> tuple[date, ...]:
    """The first days of its twelve months, April to March."""
    return tuple(date(year + (m > 12), (m - 1) % 12 + 1, 1) for m in range(4, 16))


def month_index(year: int, day: date) -> int:
    """How many months this day's month is after April of the year: 0 April, 11 March, 12 the next April."""
    return (day.year - year) * 12 + day.month - 4


def live_months(year: int, stopped_on: date | None) -> int:
    """How many months of the year, 0 to 12, begin before the month it was stopped in."""
    return 12 if stopped_on is None else min(max(month_index(year, stopped_on), 0), 12)
