"""When a figure is due, and when its lead is reminded of it."""

from datetime import date, timedelta
from enum import StrEnum

from .periods import Period

A_WEEK = timedelta(days=7)


class Reminder(StrEnum):
    """The three times a lead is reminded of a figure, unless it has been submitted."""

    WEEK_BEFORE = "week_before"
    ON_THE_DAY = "on_the_day"
    WEEK_LATE = "week_late"

    @property
    def words(self) -> str:
        return _WORDS[self]


_WORDS = {
    Reminder.WEEK_BEFORE: "due within a week",
    Reminder.ON_THE_DAY: "due now",
    Reminder.WEEK_LATE: "a week late or more",
}


def due_on(period: Period, days_after_end: int) -> date:
    """The day a period's figure is due: so many days after its last day (0 is the last day itself)."""
    return period.last_day + timedelta(days=days_after_end)


def reminder_on(day: date, due: date) -> Reminder | None:
    """The stage that holds on a day for a figure that is due on another; None earlier than a week before.

    A stage holds until the next one, so that a day on which nothing ran loses no reminder.
    """
    if day >= due + A_WEEK:
        return Reminder.WEEK_LATE
    if day >= due:
        return Reminder.ON_THE_DAY
    return Reminder.WEEK_BEFORE if day >= due - A_WEEK else None
