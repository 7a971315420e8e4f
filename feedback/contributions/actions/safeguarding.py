"""Somebody may be at risk: frozen at once, the leads told, the hand-over recorded, released by a lead only."""

from django.contrib.auth import get_user_model
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from feedback.contributions.actions.steps import Refused, locked, take
from feedback.contributions.actions.withdrawing import erase_words
from feedback.contributions.models import Contribution, SafeguardingReferral
from feedback.domain.lifecycle import State, Step
from kpis.workstreams.actions import queue_mail


@transaction.atomic
def pass_to_safeguarding(*, contribution: Contribution, why: str = "", by, at) -> Contribution:
    """Freeze it and tell the leads. Moderators no longer see it; its author and the public notice nothing."""
    contribution = locked(contribution)
    hold(contribution, by=by, at=at, why=why)
    return contribution


def hold(contribution: Contribution, *, by, at, why: str):
    """The step itself, for whoever holds the lock already."""
    event = take(contribution, Step.HOLD, by=by, at=at, why=why)
    for lead in get_user_model().objects.with_perm("contributions.safeguard"):
        queue_mail(
            key=f"safeguarding-{_once(contribution, event, at)}-{lead.pk}",
            template="contributions/on_hold",
            recipient=lead,
            context={"link": reverse("contributions:safeguarding")},
            at=at,
        )


def _once(contribution: Contribution, event, at) -> str:
    """One mail a hold; of what is set aside as possible abuse one an hour, so that nobody can flood the leads."""
    if contribution.set_aside:
        return f"set-aside-{timezone.localtime(at):%Y-%m-%dT%H}"
    return str(event.pk)


@transaction.atomic
def record_referral(
    *, contribution: Contribution, handed_to: str, note: str = "", by, at
) -> SafeguardingReferral:
    """Record to whom a held contribution was handed over."""
    contribution = _held(contribution)
    if not handed_to.strip():
        raise Refused("Say to whom you handed it over.")
    return SafeguardingReferral.objects.create(
        contribution=contribution,
        handed_to=handed_to.strip(),
        note=note.strip(),
        recorded_by=by,
        recorded_at=at,
    )


@transaction.atomic
def release(*, contribution: Contribution, why: str, by, at) -> Contribution:
    """End the hold: it resumes where it was; what its author has withdrawn meanwhile loses its words now."""
    contribution = _held(contribution)
    if not why.strip():
        raise Refused("Say why it can be released.")
    take(contribution, Step.RELEASE, by=by, at=at, why=why.strip())
    if contribution.state == State.WITHDRAWN:
        erase_words(contribution)
    return contribution


def _held(contribution: Contribution) -> Contribution:
    contribution = locked(contribution)
    if not contribution.position.is_held:
        raise Refused("This contribution is not on hold any more.")
    return contribution
