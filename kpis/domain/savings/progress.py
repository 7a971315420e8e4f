"""What savings come to in a year and how that is judged."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from decimal import Decimal

from ..definition import Definition
from ..numbers import Unit
from ..rating import Polarity, Rated, Tolerance, rate
from .stages import Stage


@dataclass(frozen=True, slots=True)
class Rules:
    """The thresholds savings are judged by.

    `weights`: per cent of a remaining forecast that is counted on, by stage; none of a stopped initiative.
    `tolerance`: how far below what is expected is still at risk, in per cent of it.
    """

    weights: dict[Stage, int]
    tolerance: Decimal


USUAL_RULES = Rules(
    weights={Stage.IDENTIFIED: 25, Stage.PLANNED: 50, Stage.IN_DELIVERY: 80, Stage.DELIVERED: 100},
    tolerance=Decimal(5),
)


@dataclass(frozen=True, slots=True)
class Progress:
    """What the initiatives of one type group come to in a year, and what they are to come to; pounds, exact.

    `target` is None where none is set, and always for a group that does not count towards one. Every
    amount is what is counted; the overlaps are what was stated beyond it because the same money is counted
    with another initiative.
    """

    planned: Decimal = Decimal(0)
    forecast: Decimal = Decimal(0)
    risk_adjusted: Decimal = Decimal(0)
    delivered: Decimal = Decimal(0)
    expected: Decimal = Decimal(0)
    first_plan: Decimal = Decimal(0)
    unreported: Decimal = Decimal(0)
    full_year_effect: Decimal = Decimal(0)
    planned_overlap: Decimal = Decimal(0)
    forecast_overlap: Decimal = Decimal(0)
    delivered_overlap: Decimal = Decimal(0)
    target: Decimal | None = None
    tolerance: Decimal = USUAL_RULES.tolerance

    @classmethod
    def from_units(cls, units: Sequence[int], **judged_by) -> "Progress":
        return cls(*(Decimal(int(u)).scaleb(-4) for u in units), **judged_by)

    def carried_on(self, weight: int) -> "Progress":
        """A later year that nobody has planned: a recurrent saving goes on at its full-year effect.

        `weight` is the per cent of it that is counted on at its stage.
        """
        effect = self.full_year_effect
        return Progress(forecast=effect, risk_adjusted=effect * weight / 100, tolerance=self.tolerance)

    @property
    def has_amounts(self) -> bool:
        return any(getattr(self, name) for name in AMOUNT_NAMES)

    @property
    def has_overlap(self) -> bool:
        return bool(self.planned_overlap or self.forecast_overlap or self.delivered_overlap)

    @property
    def planned_stated(self) -> Decimal:
        return self.planned + self.planned_overlap

    @property
    def forecast_stated(self) -> Decimal:
        return self.forecast + self.forecast_overlap

    @property
    def delivered_stated(self) -> Decimal:
        return self.delivered + self.delivered_overlap

    @property
    def remaining(self) -> Decimal:
        return self.forecast - self.delivered

    @property
    def behind(self) -> Decimal:
        """How far delivery is behind its profile; below 0 it is ahead."""
        return self.expected - self.delivered

    @property
    def ahead(self) -> Decimal:
        return -self.behind

    @property
    def slippage(self) -> Decimal:
        """What the first plan promised for the year and the forecast no longer does; below 0 it does more."""
        return self.first_plan - self.forecast

    @property
    def gained(self) -> Decimal:
        return -self.slippage

    @property
    def gap(self) -> Decimal | None:
        """What the risk-adjusted forecast is short of the target; below 0 it is more than the target."""
        return None if self.target is None else self.target - self.risk_adjusted

    @property
    def beyond(self) -> Decimal | None:
        """The other side of `gap`, for a sentence about more than the target."""
        return None if self.target is None else self.risk_adjusted - self.target

    @property
    def rated(self) -> Rated:
        """The risk-adjusted forecast of the year against its target."""
        return rate(
            self._judged, value=self.risk_adjusted, expected=self.target, no_comparison=self._nothing_to_reach
        )

    @property
    def delivery_rated(self) -> Rated:
        """What was delivered against what the profile expects by now."""
        nothing = "" if self.expected else "Nothing is planned for the months that are over."
        return rate(self._judged, value=self.delivered, expected=self.expected, no_comparison=nothing)

    @property
    def _judged(self) -> Definition:
        tolerance = Tolerance(self.tolerance, is_per_cent=True)
        return Definition(polarity=Polarity.HIGHER, unit=Unit.POUNDS, decimals=0, tolerance=tolerance)

    @property
    def _nothing_to_reach(self) -> str:
        if self.target is None:
            return "No savings target is set."
        return "" if self.target else "The savings target is nought."


AMOUNT_NAMES = tuple(field.name for field in fields(Progress) if field.name not in ("target", "tolerance"))


def total(parts: Iterable[Progress]) -> Progress:
    """The amounts of several initiatives of one type group added up; it has no target."""
    parts = list(parts)
    return Progress(*(sum((getattr(part, name) for part in parts), Decimal(0)) for name in AMOUNT_NAMES))
