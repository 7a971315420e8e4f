"""What a safeguarding lead reads: alerts and holds, for how long, and one of them with its trail."""

from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth import get_user_model
from django.db.models import Prefetch, Q

from feedback.contributions.models import Contribution, OriginalOpening, SafeguardingAlert
from feedback.contributions.queries.clocks import safeguarding_clock
from feedback.domain.lifecycle import State
from feedback.domain.working_time import HourClock

ALERTS, LEADS_OPENINGS = "alerts_in_order", "leads_openings"


@dataclass(frozen=True, slots=True)
class LaneRow:
    """An open alert or a hold, with the hour that runs from the first cause that no lead has looked at."""

    contribution: Contribution
    clock: HourClock
    since: datetime
    is_opened: bool  # a lead has opened the words, or handed it over, since the latest cause
    referrals: list  # of this hold

    @property
    def is_held(self) -> bool:
        return self.contribution.position.is_held

    @property
    def alert(self) -> SafeguardingAlert | None:
        return next((a for a in getattr(self.contribution, ALERTS) if a.settled_at is None), None)

    @property
    def is_handed_over(self) -> bool:
        return bool(self.referrals) and self.alert is None

    @property
    def is_late(self) -> bool:
        return self.clock.is_overdue and not self.is_handed_over

    @property
    def is_withdrawn(self) -> bool:
        """Its author has taken it back meanwhile; the words stay for the leads until it is released."""
        return self.contribution.shows_as == State.WITHDRAWN


def lane(now: datetime) -> list[LaneRow]:
    """Every open alert and every hold: late ones first, then what waits longest, then what is handed over."""
    with_an_alert = SafeguardingAlert.objects.open().values("contribution")
    waiting = Contribution.objects.filter(Q(state=State.SAFEGUARDING_HOLD) | Q(id__in=with_an_alert))
    rows = [_row(contribution, now) for contribution in _with_trail(waiting).order_by("id")]
    return sorted(rows, key=lambda row: (row.is_handed_over, not row.is_late, row.since, row.contribution.pk))


def lane_row(contribution: Contribution, now: datetime) -> LaneRow:
    """One of them, also when it is settled already."""
    return _row(_with_trail(Contribution.objects.filter(pk=contribution.pk)).get(), now)


def _with_trail(contributions):
    """What `_row` reads, in a fixed number of queries."""
    leads = get_user_model().objects.with_perm("contributions.safeguard").order_by().values("pk")
    openings = OriginalOpening.objects.filter(opened_by__in=leads).order_by("opened_at", "id")
    return contributions.prefetch_related(
        Prefetch("alerts", SafeguardingAlert.objects.order_by("raised_at", "id"), to_attr=ALERTS),
        Prefetch("openings", openings, to_attr=LEADS_OPENINGS),
        "referrals",
    )


def _row(contribution: Contribution, now: datetime) -> LaneRow:
    held_at = contribution.state_since if contribution.position.is_held else None
    alerts = getattr(contribution, ALERTS)
    causes = [alert.raised_at for alert in alerts if alert.settled_at is None]
    if held_at:
        # The hour of a hold runs from the alert that led to it.
        causes += [alert.raised_at for alert in alerts if alert.settled_at == held_at] or [held_at]
    referrals = [r for r in contribution.referrals.all() if held_at and r.recorded_at >= held_at]
    looked = [o.opened_at for o in getattr(contribution, LEADS_OPENINGS)] + [r.recorded_at for r in referrals]
    unseen = [cause for cause in causes if not any(moment >= cause for moment in looked)]
    since = min(unseen or causes or [contribution.state_since])
    return LaneRow(contribution, safeguarding_clock(since, now), since, not unseen, referrals)


def settled(at_most: int = 50) -> list[Contribution]:
    """What was on hold or had an alert and has neither any more, the latest first."""
    once = Contribution.objects.for_safeguarding().exclude(state=State.SAFEGUARDING_HOLD)
    none_open = once.exclude(id__in=SafeguardingAlert.objects.open().values("contribution"))
    return list(none_open.order_by("-state_since", "-id")[:at_most])


def waiting_count(now: datetime) -> tuple[int, int]:
    """How many alerts and holds nobody has handed over yet, and how many of them are late."""
    rows = [row for row in lane(now) if not row.is_handed_over]
    return len(rows), sum(row.is_late for row in rows)


def trail(contribution: Contribution) -> dict:
    """Who did what, who opened the words, and to whom it was handed over, each in order of time."""
    return {
        "history": list(contribution.events.select_related("by").in_order()),
        "openings": list(contribution.openings.select_related("opened_by").in_order()),
        "referrals": list(contribution.referrals.select_related("recorded_by").order_by("recorded_at", "id")),
    }
