"""How long what people told us is kept: what goes, when, and in which words a rule is said."""

from datetime import date, timedelta
from enum import StrEnum

A_YEAR = 365
SHORTEST, LONGEST = (
    30,
    10 * A_YEAR,
)  # days; an answer takes twenty working days, and needs an address until then
NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


class Thing(StrEnum):
    """What goes, in this order: how often somebody told a band is counted before the bands go."""

    BANDS = "bands"
    CONTACT = "contact"
    ORIGINAL = "original"

    @property
    def in_words(self) -> str:
        return {
            Thing.BANDS: "What authors told about themselves",
            Thing.CONTACT: "E-mail addresses for an answer",
            Thing.ORIGINAL: "Authors' own words",
        }[self]


def last_day_to_go(on: date, days: int) -> date:
    """Received on this day or before, it has been kept for so many days by the night of `on`."""
    return on - timedelta(days=days)


def how_long(days: int) -> str:
    """`two years`, `400 days`: as people say it."""
    years, rest = divmod(days, A_YEAR)
    if rest or not 0 < years <= len(NUMBERS):
        return f"{days} days"
    return f"{NUMBERS[years - 1]} year{'s' if years > 1 else ''}"


def quarter_from(day: date) -> date:
    """The first day of its quarter; those of the financial and the calendar year are the same."""
    return date(day.year, day.month - (day.month - 1) % 3, 1)
