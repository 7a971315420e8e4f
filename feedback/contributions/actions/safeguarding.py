"""Somebody may be at risk: frozen at once, the leads told, the hand-over recorded, released by a lead only."""

from dataclasses import dataclass

from django.db import transaction

from feedback.contributions.actions.forgetting import carry_out_what_waited
from feedback.contributions.actions.holding import hold, settle
from feedback.contributions.actions.steps import Refused, locked, note, take
from feedback.contributions.models import (
    Contact,
    Contribution,
    Original,
    OriginalOpening,
    SafeguardingAlert,
    SafeguardingReferral,
)
from feedback.contributions.models.event import NO_RISK
from feedback.contributions.models.original import SAFEGUARDING
from feedback.domain.lifecycle import Step


@transaction.atomic
def pass_to_safeguarding(*, contribution: Contribution, why: str = "", by, at) -> Contribution:
    """Freeze it and tell the leads. Moderators no longer see it; its author and the public notice nothing."""
    contribution = locked(contribution)
    hold(contribution, by=by, at=at, why=why.strip())
    return contribution


@transaction.atomic
def see_no_risk(*, contribution: Contribution, why: str = "", by, at) -> Contribution:
    """Settle the open alert: a lead has read it and sees no risk. It is an ordinary contribution again."""
    contribution = locked(contribution)
    if contribution.position.is_held:
        raise Refused("It is on hold. Release it, and say why.")
    if _unread_alerts(contribution, openings=contribution.openings.filter(opened_by=by)):
        raise Refused("Open what was sent first, then say what you see.")
    if not settle(contribution, SafeguardingAlert.Verdict.NO_RISK, by=by, at=at):
        raise Refused("Somebody has looked at this already.")
    note(contribution, NO_RISK, from_state=contribution.state, by=by, at=at, why=why.strip())
    carry_out_what_waited(contribution, at=at)
    return contribution


@dataclass(frozen=True, slots=True)
class Opened:
    """All that its author wrote, in order of time, and where they can be reached; empty what there is not.

    `earlier` are the addresses that were changed or deleted since the alert or the hold.
    """

    original: str
    additions: list
    outcome_answers: list
    contact: str
    earlier: list


@transaction.atomic
def open_for_safeguarding(*, contribution: Contribution, by, at) -> Opened:
    """The words for a lead, after writing down who opens them. Only while there is an alert or a hold."""
    contribution = locked(contribution)
    is_held = contribution.position.is_held
    if not is_held and not contribution.alerts.open().exists():
        raise Refused("There is no alert and no hold any more. You cannot open it now.")
    OriginalOpening.objects.create(
        contribution=contribution, opened_by=by, opened_at=at, reason=SAFEGUARDING, while_held=is_held
    )
    original = Original.objects.filter(contribution=contribution).first()
    contact = Contact.objects.filter(contribution=contribution).first()
    return Opened(
        original=original.text if original else "",
        additions=list(contribution.additions.order_by("added_at", "id")),
        outcome_answers=list(contribution.outcome_answers.order_by("told_at", "id")),
        contact=contact.address if contact else "",
        earlier=list(contribution.earlier_addresses.order_by("replaced_at", "id")),
    )


@transaction.atomic
def record_referral(
    *, contribution: Contribution, handed_to: str, note: str = "", by, at
) -> SafeguardingReferral:
    """Record to whom a held contribution was handed over, or add to it: rows are added, never changed."""
    contribution = _held(contribution)
    if not handed_to.strip():
        raise Refused("Say to whom you handed it over.", "handed_to")
    return SafeguardingReferral.objects.create(
        contribution=contribution,
        handed_to=handed_to.strip(),
        note=note.strip() or None,
        recorded_by=by,
        recorded_at=at,
    )


@transaction.atomic
def release(*, contribution: Contribution, why: str, by, at) -> Contribution:
    """End the hold: it resumes where it was; what its author has withdrawn meanwhile loses its words now.

    An alert that was raised meanwhile ends with it, if somebody has opened the words since.
    """
    contribution = _held(contribution)
    if not why.strip():
        raise Refused("Say why it can be released.")
    if _unread_alerts(contribution, openings=contribution.openings):
        raise Refused("There is an alert since anybody opened it. Open what was sent first.")
    take(contribution, Step.RELEASE, by=by, at=at, why=why.strip())
    settle(contribution, SafeguardingAlert.Verdict.HELD, by=by, at=at)
    carry_out_what_waited(contribution, at=at)
    return contribution


def _unread_alerts(contribution: Contribution, *, openings) -> bool:
    """Whether an alert is open that none of these openings has come after."""
    alert = contribution.alerts.open().first()
    return alert is not None and not openings.filter(opened_at__gte=alert.raised_at).exists()


def _held(contribution: Contribution) -> Contribution:
    contribution = locked(contribution)
    if not contribution.position.is_held:
        raise Refused("This contribution is not on hold any more.")
    return contribution
