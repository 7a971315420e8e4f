"""A moderator reads what arrived, and decides what becomes of it other than publishing it."""

from django.db import transaction

from feedback.contributions.actions.originals import seal
from feedback.contributions.actions.steps import Refused, locked, note, take
from feedback.contributions.models import Contribution, NotPublishingReason, Withholding
from feedback.contributions.models.event import LET_THROUGH
from feedback.domain.lifecycle import State, Step


@transaction.atomic
def start_screening(*, contribution: Contribution, by, at) -> Contribution:
    contribution = locked(contribution)
    take(contribution, Step.START_SCREENING, by=by, at=at)
    return contribution


def being_screened(contribution: Contribution, *, by, at) -> Contribution:
    """The locked contribution, its screening begun if nobody had begun it."""
    contribution = locked(contribution)
    if contribution.state == State.RECEIVED:
        take(contribution, Step.START_SCREENING, by=by, at=at)
    return contribution


@transaction.atomic
def let_through(*, contribution: Contribution, by, at) -> Contribution:
    """It was set aside as possible abuse and is none: it joins the queue."""
    contribution = locked(contribution)
    if not contribution.set_aside:
        raise Refused("This contribution is in the queue already.")
    contribution.set_aside = ""
    contribution.save(update_fields=["set_aside"])
    note(contribution, LET_THROUGH, from_state=contribution.state, by=by, at=at)
    return contribution


@transaction.atomic
def keep_private(*, contribution: Contribution, by, at) -> Contribution:
    """Count it, as its author asked, and show it to nobody."""
    contribution = being_screened(contribution, by=by, at=at)
    if not contribution.is_counted_only:
        raise Refused("Its author agreed to publishing: publish it, or give a reason not to.")
    take(contribution, Step.KEEP_PRIVATE, by=by, at=at)
    seal(contribution, by=by, at=at)
    return contribution


@transaction.atomic
def propose_withholding(*, contribution: Contribution, reason: NotPublishingReason, by, at) -> Withholding:
    """Propose not to publish. Where the reason needs a second person it waits for one; else it counts at once."""
    contribution = being_screened(contribution, by=by, at=at)
    if contribution.state != State.SCREENING:
        raise Refused("Only what is being read can be kept from publishing. Take it back first.")
    if contribution.withholdings.open().exists():
        raise Refused("Somebody has proposed a reason already. It waits for a second person.")
    withholding = Withholding.objects.create(
        contribution=contribution,
        reason=reason,
        needs_second_person=reason.needs_second_person,
        proposed_by=by,
        proposed_at=at,
    )
    if not withholding.needs_second_person:
        _decide(contribution, withholding, agree=True, by=by, at=at)
    return withholding


@transaction.atomic
def decide_withholding(*, withholding: Withholding, agree: bool, by, at) -> Withholding:
    """Agree, as a second person, that it is not published; or decline, and it stays in the queue."""
    contribution = locked(withholding.contribution)
    withholding = contribution.withholdings.open().filter(pk=withholding.pk).first()
    if withholding is None:
        raise Refused("This has been decided already.")
    if agree and withholding.needs_second_person and withholding.proposed_by_id == by.pk:
        raise Refused("You proposed it. A second person must agree.")
    _decide(contribution, withholding, agree=agree, by=by, at=at)
    return withholding


def _decide(contribution: Contribution, withholding: Withholding, *, agree: bool, by, at):
    withholding.is_agreed, withholding.decided_by, withholding.decided_at = agree, by, at
    withholding.save(update_fields=["is_agreed", "decided_by", "decided_at"])
    if agree:
        reason = withholding.reason
        take(contribution, Step.WITHHOLD, by=by, at=at, why=reason.label, not_published_because=reason)
        seal(contribution, by=by, at=at)
