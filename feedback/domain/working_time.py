"""Working days, and the clocks that run on them. Moments are local (British) and come from the caller."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

OPENS_AT = time(9, 0)

NONE_CLOSED: frozenset[date] = frozenset()


def is_working_day(day: date, closed: frozenset[date] = NONE_CLOSED) -> bool:
    """Monday to Friday, except the days named as closed."""
    return day.weekday() < 5 and day not in closed


def next_reading(at: datetime, closed: frozenset[date] = NONE_CLOSED) -> datetime:
    """The moment before which nobody reads what arrives at `at`: the next 9:00 of a working day."""
    day = at.date()
    if at.time() >= OPENS_AT:
        day += timedelta(days=1)
    while not is_working_day(day, closed):
        day += timedelta(days=1)
    return datetime.combine(day, OPENS_AT, tzinfo=at.tzinfo)


def add_working_days(day: date, count: int, closed: frozenset[date] = NONE_CLOSED) -> date:
    """The `count`-th working day after `day`; `day` itself does not count."""
    while count:
        day += timedelta(days=1)
        count -= is_working_day(day, closed)
    return day


def working_days_between(start: date, end: date, closed: frozenset[date] = NONE_CLOSED) -> int:
    """Working days after `start` up to and including `end`; negative where `end` comes first."""
    if end < start:
        return -working_days_between(end, start, closed)
    return sum(is_working_day(start + timedelta(days=n), closed) for n in range(1, (end - start).days + 1))


def in_words(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


@dataclass(frozen=True, slots=True)
class WorkingDayClock:
    """A clock of whole working days: due at the end of `due_on`, read on `today`."""

    due_on: date
    today: date
    closed: frozenset[date] = NONE_CLOSED

    @classmethod
    def started(cls, on: date, within: int, today: date, closed: frozenset[date] = NONE_CLOSED):
        return cls(add_working_days(on, within, closed), today, closed)

    @property
    def is_overdue(self) -> bool:
        return self.today > self.due_on

    @property
    def words(self) -> str:
        left = working_days_between(self.today, self.due_on, self.closed)
        if self.is_overdue:
            return f"late by {in_words(-left, 'working day')}" if left else "late"
        return f"{in_words(left, 'working day')} left" if left else "due today"

    @property
    def short(self) -> str:
        """The same for a narrow column headed "Working days"."""
        return self.words.replace(" working", "")


@dataclass(frozen=True, slots=True)
class HourClock:
    """A clock that runs day and night: due at `due_at`, read at `now`."""

    due_at: datetime
    now: datetime

    @property
    def is_overdue(self) -> bool:
        return self.now > self.due_at

    @property
    def words(self) -> str:
        minutes = int(abs(self.due_at - self.now).total_seconds() // 60)
        span = in_words(minutes, "minute") if minutes < 120 else in_words(minutes // 60, "hour")
        return f"late by {span}" if self.is_overdue else f"{span} left"
