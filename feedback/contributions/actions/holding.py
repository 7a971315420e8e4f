"""The step onto a safeguarding hold, for whoever has the lock already."""

from feedback.contributions.actions.alerting import tell_the_leads
from feedback.contributions.actions.steps import take
from feedback.contributions.models import Contribution, SafeguardingAlert
from feedback.domain.lifecycle import Step


def hold(contribution: Contribution, *, by, at, why: str):
    """Freeze a locked contribution and tell the leads. Its open alert is settled by whoever holds it.

    Held by the rules (`by` is None), the alert stays open: nobody has looked at it yet.
    """
    event = take(contribution, Step.HOLD, by=by, at=at, why=why)
    if by is not None:
        settle(contribution, SafeguardingAlert.Verdict.HELD, by=by, at=at)
    tell_the_leads(template="contributions/on_hold", once=f"hold-{event.pk}", at=at)


def settle(contribution: Contribution, verdict: SafeguardingAlert.Verdict, *, by, at) -> int:
    """Settle the open alert of a locked contribution, if there is one; how many there were."""
    return contribution.alerts.open().update(verdict=verdict, settled_by=by, settled_at=at)


def hold_if_alerted(contribution: Contribution, *, at):
    """Before words would go: what a lead has not looked at yet is frozen with its words, by the rules."""
    if not contribution.position.is_held and contribution.alerts.open().exists():
        hold(contribution, by=None, at=at, why="Its words were to go before the alert was looked at.")
