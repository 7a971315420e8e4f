"""When a figure is due."""

from datetime import date, timedelta

from .periods import Period


def due_on(period: Period, days_after_end: int) -> date:
    """The day a period's figure is due: so many days after its last day (0 is the last day itself)."""
    return period.last_day + timedelta(days=days_after_end)
