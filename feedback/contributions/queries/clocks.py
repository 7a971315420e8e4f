"""The clocks of a contribution: how long each part may take, and the days on which nobody works."""

import functools
from datetime import date, datetime, timedelta

import holidays
from django.conf import settings
from django.utils import timezone

from feedback.contributions.models import Contribution
from feedback.domain import working_time
from feedback.domain.lifecycle import State
from feedback.domain.working_time import HourClock, WorkingDayClock

TO_BE_READ = frozenset({State.RECEIVED, State.SCREENING, State.READY})


def closed_days(around: date) -> frozenset[date]:
    """England's bank holidays and our own closed days, two years to either side of a day."""
    return _closed(around.year, tuple(settings.CLOSED_DAYS))


@functools.lru_cache(maxsize=8)
def _closed(year: int, ours: tuple[str, ...]) -> frozenset[date]:
    bank_holidays = holidays.country_holidays("GB", subdiv="ENG", years=range(year - 2, year + 3))
    return frozenset(bank_holidays) | frozenset(date.fromisoformat(day) for day in ours)


def promised(what: str) -> str:
    """How long we say that it takes to "read" something, to "answer" it, or to "safeguard" somebody."""
    if what == "safeguard":
        minutes = settings.SAFEGUARD_WITHIN_MINUTES
        whole_hours = minutes % 60 == 0
        return working_time.in_words(
            minutes // 60 if whole_hours else minutes, "hour" if whole_hours else "minute"
        )
    days = {"read": settings.SCREEN_WITHIN_WORKING_DAYS, "answer": settings.ANSWER_WITHIN_WORKING_DAYS}
    return working_time.in_words(days[what], "working day")


def next_reading(at: datetime) -> datetime:
    """The moment before which nobody reads what arrives at this (local) moment."""
    return working_time.next_reading(at, closed_days(at.date()))


def reading_clock(contribution: Contribution, today: date) -> WorkingDayClock:
    return _clock(contribution, settings.SCREEN_WITHIN_WORKING_DAYS, today)


def reading_clock_since(moment: datetime, today: date) -> WorkingDayClock:
    """For what its author added later."""
    return _clock_since(moment, settings.SCREEN_WITHIN_WORKING_DAYS, today)


def answer_clock(contribution: Contribution, today: date) -> WorkingDayClock:
    return _clock(contribution, settings.ANSWER_WITHIN_WORKING_DAYS, today)


def author_clock(asked_at: datetime, today: date) -> WorkingDayClock:
    """How long its author has to say whether they agree; nobody decides without them before it is overdue."""
    return _clock_since(asked_at, settings.AUTHOR_REPLIES_WITHIN_WORKING_DAYS, today)


def clock_of(contribution: Contribution, today: date) -> WorkingDayClock:
    """To be read, or to be answered, since the day it came."""
    to_be_read = contribution.shows_as in TO_BE_READ
    return reading_clock(contribution, today) if to_be_read else answer_clock(contribution, today)


def safeguarding_clock(since: datetime, now: datetime) -> HourClock:
    return HourClock(since + timedelta(minutes=settings.SAFEGUARD_WITHIN_MINUTES), now)


def working_days_since(start: datetime, today: date) -> int:
    """Working days from the day of a moment to today."""
    return working_time.working_days_between(timezone.localdate(start), today, closed_days(today))


def _clock(contribution: Contribution, within: int, today: date) -> WorkingDayClock:
    return _clock_since(contribution.received_at, within, today)


def _clock_since(moment: datetime, within: int, today: date) -> WorkingDayClock:
    return WorkingDayClock.started(timezone.localdate(moment), within, today, closed_days(today))
