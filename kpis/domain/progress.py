"""The share of a planned change that has been achieved."""

from dataclasses import dataclass
from decimal import ROUND_DOWN, Decimal

HOLD = "hold"


class NoDistanceToTarget(ArithmeticError):
    """Baseline and target are the same, so no share of a change can be given."""


@dataclass(frozen=True, slots=True)
class Progress:
    baseline: Decimal
    target: Decimal
    actual: Decimal

    @property
    def achieved(self) -> Decimal:
        """Share of the planned change achieved; 1 is on target, below 0 is the wrong way. Never clipped."""
        planned = self.target - self.baseline
        if planned == 0:
            raise NoDistanceToTarget(f"No change is planned: baseline and target are both {self.target}.")
        return (self.actual - self.baseline) / planned


def describe_progress(progress: Progress, of: str = "the planned change") -> str:
    """Progress in words: "62% of the planned change", "hold", "moved the wrong way, ...".

    Whole per cents are cut, not rounded, so that only what has reached its target is called 100%.
    """
    if progress.target == progress.baseline:
        return HOLD
    achieved = progress.achieved
    if achieved == 0:
        return f"none of {of}"
    amount = f"{_per_cent(abs(achieved))} of {of}"
    return amount if achieved > 0 else f"moved the wrong way, by {amount}"


def _per_cent(share: Decimal) -> str:
    whole = (share * 100).quantize(Decimal(1), rounding=ROUND_DOWN)
    return f"{whole:,}%" if whole else "less than 1%"
