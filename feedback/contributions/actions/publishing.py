"""The public version: edited by one, approved by one - by another where it is about a person - and taken back."""

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from feedback.contributions.actions.originals import seal
from feedback.contributions.actions.screening import being_screened
from feedback.contributions.actions.steps import Refused, locked, take
from feedback.contributions.models import Contact, Contribution, PublicVersion, Response
from feedback.contributions.queries.moderation import author_objected, may_be_taken_back
from feedback.domain.lifecycle import State, Step
from kpis.workstreams.actions import queue_mail


@transaction.atomic
def save_public_version(
    *, contribution: Contribution, text: str, based_on: int = 0, needs_second_person: bool = True, by, at
) -> PublicVersion:
    """Add a wording. `based_on` is the number of the version it was made from, 0 for the original.

    One person is enough only where somebody says that it is not about a child; once it needs a second
    person it always does. Raises Refused where a newer version exists than the one it was made from, so
    that nobody overwrites what they have not seen.
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
def approve_public_version(*, version: PublicVersion, ask_author: bool = False, by, at) -> Contribution:
    """Approve the latest wording and seal the original; publish it, or first ask its author to agree.

    Raises Refused where the wording is not the latest or was approved before, where whoever edited it
    approves something that needs a second person, and where its author disagreed and is not asked again.
    What was answered before it was taken back is answered again.
    """
    contribution = locked(version.contribution)
    version = contribution.public_versions.order_by("-number").get(number=version.number)
    if contribution.public_versions.filter(number__gt=version.number).exists():
        raise Refused("Somebody has saved a newer version. Look at it first.")
    if contribution.needs_second_person and version.edited_by_id == by.pk:
        raise Refused("You edited this version, and it is about a person. A second person must approve it.")
    if contribution.state == State.SCREENING and version.approved_at:
        raise Refused("This wording was approved before it was taken back. Save it as a new version first.")
    if not ask_author and author_objected(contribution):
        raise Refused("Its author did not agree to the version before. Ask them about this one first.")
    version.needs_second_person = contribution.needs_second_person
    version.approved_by, version.approved_at = by, at
    version.save(update_fields=["needs_second_person", "approved_by", "approved_at"])
    take(contribution, Step.APPROVE, by=by, at=at, approved_version=version)
    seal(contribution, by=by, at=at)
    contribution.withholdings.open().update(is_agreed=False, decided_by=by, decided_at=at)
    if ask_author:
        _ask_author(contribution, by=by, at=at)
    else:
        _publish(contribution, by=by, at=at)
    return contribution


@transaction.atomic
def publish_approved(*, contribution: Contribution, by, at) -> Contribution:
    """Publish what is ready: approved, and agreed by its author who was asked."""
    contribution = locked(contribution)
    _publish(contribution, by=by, at=at)
    return contribution


def _publish(contribution: Contribution, *, by, at):
    take(contribution, Step.PUBLISH, by=by, at=at)
    if Response.objects.published().filter(contributions=contribution).exists():
        take(contribution, Step.ANSWER, by=by, at=at)


def _ask_author(contribution: Contribution, *, by, at):
    """They are told by mail where they left an address, and see it with their code in any case."""
    event = take(contribution, Step.ASK_AUTHOR, by=by, at=at)
    contact = Contact.objects.filter(contribution=contribution).first()
    if contact:
        queue_mail(
            key=f"ask-author-{event.pk}",
            template="contributions/please_agree",
            addressee=contact,
            context={"link": reverse("contributions:receipt")},
            at=at,
        )


@transaction.atomic
def take_back(*, contribution: Contribution, why: str, by, at) -> Contribution:
    """Nobody sees it from now on; it is read again from the start. The original stays sealed.

    While its author is asked, only once they have had their time to reply, or have added something.
    """
    if not why.strip():
        raise Refused("Say why it is taken back.")
    contribution = locked(contribution)
    asked = contribution.state == State.NEEDS_AGREEMENT
    if asked and not may_be_taken_back(contribution, timezone.localdate(at)):
        raise Refused("Its author still has time to reply.")
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
