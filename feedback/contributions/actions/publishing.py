"""The public version: edited by one, approved by one - by another where it is about a person - and taken back."""

from django.db import transaction

from feedback.contributions.actions.originals import seal
from feedback.contributions.actions.screening import being_screened
from feedback.contributions.actions.steps import Refused, locked, take
from feedback.contributions.models import Contribution, PublicVersion, Response
from feedback.domain.lifecycle import State, Step


@transaction.atomic
def save_public_version(
    *, contribution: Contribution, text: str, based_on: int = 0, needs_second_person: bool = False, by, at
) -> PublicVersion:
    """Add a wording. `based_on` is the number of the version it was made from, 0 for the original.

    `needs_second_person` can be asked for and not be taken back. Raises Refused where a newer version
    exists than the one it was made from, so that nobody overwrites what they have not seen.
    """
    contribution = being_screened(contribution, by=by, at=at)
    if contribution.state != State.SCREENING:
        raise Refused("This contribution is not being read now. Take it back first.")
    if contribution.is_counted_only:
        raise Refused("Its author asked us not to show it.")
    latest = contribution.public_versions.order_by("-number").first()
    if based_on != (latest.number if latest else 0):
        raise Refused("Somebody has saved a newer version since you opened this page. Look at it first.")
    words = text.replace("\r\n", "\n").strip()
    if not words:
        raise Refused("Write the text that everybody may read.")
    if needs_second_person and not contribution.needs_second_person:
        contribution.needs_second_person = True
        contribution.save(update_fields=["needs_second_person"])
    return PublicVersion.objects.create(
        contribution=contribution,
        number=based_on + 1,
        text=words,
        needs_second_person=contribution.needs_second_person,
        edited_by=by,
        edited_at=at,
    )


@transaction.atomic
def approve_public_version(*, version: PublicVersion, by, at) -> Contribution:
    """Approve the latest wording, publish it and seal the original.

    Raises Refused where the wording is not the latest, or where whoever edited it approves something
    that needs a second person. What was answered before it was taken back is answered again.
    """
    contribution = locked(version.contribution)
    version = contribution.public_versions.order_by("-number").get(number=version.number)
    if contribution.public_versions.filter(number__gt=version.number).exists():
        raise Refused("Somebody has saved a newer version. Look at it first.")
    if contribution.needs_second_person and version.edited_by_id == by.pk:
        raise Refused("You edited this version, and it is about a person. A second person must approve it.")
    version.needs_second_person = contribution.needs_second_person
    version.approved_by, version.approved_at = by, at
    version.save(update_fields=["needs_second_person", "approved_by", "approved_at"])
    take(contribution, Step.APPROVE, by=by, at=at, approved_version=version)
    seal(contribution, by=by, at=at)
    contribution.withholdings.open().update(is_agreed=False, decided_by=by, decided_at=at)
    take(contribution, Step.PUBLISH, by=by, at=at)
    if Response.objects.published().filter(contributions=contribution).exists():
        take(contribution, Step.ANSWER, by=by, at=at)
    return contribution


@transaction.atomic
def take_back(*, contribution: Contribution, why: str, by, at) -> Contribution:
    """Nobody sees it from now on; it is read again from the start. The original stays sealed."""
    if not why.strip():
        raise Refused("Say why it is taken back.")
    contribution = locked(contribution)
    take(
        contribution,
        Step.TAKE_BACK,
        by=by,
        at=at,
        why=why.strip(),
        approved_version=None,
        not_published_because=None,
    )
    return contribution
