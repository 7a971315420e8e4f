"""A moderator reads what arrived, and decides what becomes of it other than publishing it."""

from collections.abc import Iterable

from django.db import transaction

from feedback.contributions.actions.originals import seal
from feedback.contributions.actions.steps import Refused, locked, note, refuse_while_alerted, take
from feedback.contributions.models import Addition, Contribution, NotPublishingReason, Withholding
from feedback.contributions.models.event import LET_THROUGH, READ_ADDITION
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
def read_addition(*, addition: Addition, by, at) -> Addition:
    """What its author added, read by a moderator from now on. Its words are sealed with the original."""
    contribution = locked(addition.contribution)
    if contribution.position.is_held:
        raise Refused("This contribution has moved on since you opened it. Look again.")
    addition = Addition.objects.filter(pk=addition.pk).first()
    if addition is None:
        raise Refused("The author has withdrawn it. The words are gone.")
    if addition.read_at:
        raise Refused("Somebody has read it already. Open it again with the original.")
    addition.read_by, addition.read_at = by, at
    addition.save(update_fields=["read_by", "read_at"])
    note(contribution, READ_ADDITION, from_state=contribution.state, by=by, at=at)
    return addition


@transaction.atomic
def propose_withholding(*, contribution: Contribution, reason: NotPublishingReason, by, at) -> Withholding:
    """Propose not to publish. Where the reason needs a second person it waits for one; else it counts at once."""
    withholding = _propose(contribution, reason, needs_second_person=reason.needs_second_person, by=by, at=at)
    if not withholding.needs_second_person:
        _decide(withholding.contribution, withholding, agree=True, by=by, at=at)
    return withholding


@transaction.atomic
def propose_withholding_many(
    *, contributions: Iterable[Contribution], reason: NotPublishingReason, by, at
) -> list[Withholding]:
    """One reason for many, or for none where one is refused. Each waits for a second person, whatever the reason."""
    return [
        _one_of_many(_propose, contribution, reason, needs_second_person=True, by=by, at=at)
        for contribution in _chosen(contributions)
    ]


def _propose(
    contribution: Contribution, reason: NotPublishingReason, *, needs_second_person: bool, by, at
) -> Withholding:
    contribution = being_screened(contribution, by=by, at=at)
    if contribution.state != State.SCREENING:
        raise Refused("Only what is being read can be kept from publishing. Take it back first.")
    refuse_while_alerted(contribution)
    if contribution.withholdings.open().exists():
        raise Refused("Somebody has proposed a reason already. It waits for a second person.")
    if reason.ended_at:
        raise Refused("This reason is not used any more. Choose another.", "reason")
    return Withholding.objects.create(
        contribution=contribution,
        reason=reason,
        needs_second_person=needs_second_person,
        proposed_by=by,
        proposed_at=at,
    )


@transaction.atomic
def decide_withholding(*, withholding: Withholding, agree: bool, by, at) -> Withholding:
    """Agree, as a second person, that it is not published; or decline, and it stays in the queue."""
    return _decide_open(withholding.contribution, withholding, agree=agree, by=by, at=at)


@transaction.atomic
def agree_withholding_many(*, withholdings: Iterable[Withholding], by, at) -> list[Withholding]:
    """Agree, as a second person, that many are not published, or to none where one is refused."""
    by_contribution = {withholding.contribution_id: withholding for withholding in withholdings}
    return [
        _one_of_many(_decide_open, contribution, by_contribution[contribution.pk], agree=True, by=by, at=at)
        for contribution in _chosen(w.contribution for w in by_contribution.values())
    ]


def _decide_open(contribution: Contribution, withholding: Withholding, *, agree: bool, by, at) -> Withholding:
    contribution = locked(contribution)
    withholding = contribution.withholdings.open().filter(pk=withholding.pk).first()
    if withholding is None:
        raise Refused("This has been decided already.")
    if agree and withholding.needs_second_person and withholding.proposed_by_id == by.pk:
        raise Refused("You proposed it. A second person must agree.")
    _decide(contribution, withholding, agree=agree, by=by, at=at)
    return withholding


def _chosen(contributions: Iterable[Contribution]) -> list[Contribution]:
    """In the order of their ids, so that two who press at once never wait for each other."""
    chosen = sorted(contributions, key=lambda contribution: contribution.pk)
    if not chosen:
        raise Refused("Tick at least one contribution.")
    return chosen


def _one_of_many(action, contribution: Contribution, *args, **what):
    """The action, or its refusal with the contribution's name: nothing is done for the others either."""
    try:
        return action(contribution, *args, **what)
    except Refused as refusal:
        problem = f"Contribution {contribution.pk}: {refusal} Nothing was changed for the others."
        raise Refused(problem, refusal.field) from refusal


def _decide(contribution: Contribution, withholding: Withholding, *, agree: bool, by, at):
    withholding.is_agreed, withholding.decided_by, withholding.decided_at = agree, by, at
    withholding.save(update_fields=["is_agreed", "decided_by", "decided_at"])
    if agree:
        reason = withholding.reason
        take(contribution, Step.WITHHOLD, by=by, at=at, why=reason.label, not_published_because=reason)
        seal(contribution, by=by, at=at)
