"""What a safeguarding lead reads: who waits, for how long, and one held contribution with its trail."""

from dataclasses import dataclass
from datetime import datetime

from feedback.contributions.models import Contribution
from feedback.domain.lifecycle import State
from feedback.domain.working_time import SAFEGUARD_WITHIN, HourClock


@dataclass(frozen=True, slots=True)
class HeldRow:
    contribution: Contribution
    clock: HourClock

    @property
    def is_withdrawn(self) -> bool:
        """Its author has taken it back meanwhile; the words stay for the leads until it is released."""
        return self.contribution.shows_as == State.WITHDRAWN


def held(now: datetime) -> list[HeldRow]:
    """Everything on hold, the longest held first, each with the hour that runs for it."""
    contributions = Contribution.objects.held().prefetch_related("referrals").order_by("state_since", "id")
    return [held_row(contribution, now) for contribution in contributions]


def held_row(contribution: Contribution, now: datetime) -> HeldRow:
    return HeldRow(contribution, HourClock(contribution.state_since + SAFEGUARD_WITHIN, now))


def released(at_most: int = 50) -> list[Contribution]:
    """What was on hold and is not any more, the latest released first."""
    return list(Contribution.objects.once_held().order_by("-state_since", "-id")[:at_most])


def trail(contribution: Contribution) -> dict:
    """Who did what, who opened the words, and to whom it was handed over, each in order of time."""
    return {
        "history": list(contribution.events.select_related("by").in_order()),
        "openings": list(contribution.openings.select_related("opened_by").in_order()),
        "referrals": list(contribution.referrals.select_related("recorded_by").order_by("recorded_at", "id")),
    }
