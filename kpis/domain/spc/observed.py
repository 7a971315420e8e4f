"""What was observed: a value a day, some of them missing, some left out by agreement."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise


class DaysOutOfOrder(ValueError):
    """Points are given oldest first, one a day."""


class NotInTheData(ValueError):
    """A recalculation or a ghosted point on a day that has no point."""


@dataclass(frozen=True, slots=True)
class Observed:
    """A series in columns, oldest first. A value is None where none was reported.

    `targets` has a value or None for each point, or is empty where the series has no target. Points on the
    `ghosted` days are drawn and skipped everywhere.
    """

    days: tuple[date, ...]
    values: tuple[Decimal | None, ...]
    targets: tuple[Decimal | None, ...] = ()
    ghosted: frozenset[date] = frozenset()

    def __post_init__(self):
        if len(self.values) != len(self.days) or len(self.targets) not in (0, len(self.days)):
            raise ValueError("Each day has one value and, where there are targets, one target.")
        for before, after in pairwise(self.days):
            if before >= after:
                raise DaysOutOfOrder(f"{after:%-d %B %Y} does not come after {before:%-d %B %Y}.")
        self.places_of(self.ghosted, "left out")

    def places_of(self, days: frozenset[date], what: str) -> list[int]:
        """Where these days stand in the series, in order; NotInTheData names one that has no point."""
        if not days:
            return []
        found = [place for place, day in enumerate(self.days) if day in days]
        if len(found) < len(days):
            missing = min(days.difference(self.days))
            raise NotInTheData(f"There is no point on {missing:%-d %B %Y}, so it cannot be {what} there.")
        return found

    def target_at(self, place: int) -> Decimal | None:
        return self.targets[place] if self.targets else None
