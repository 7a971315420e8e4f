"""Checks: somebody says that a page is still right, or what should change; an editor decides about that."""

from datetime import date, datetime, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from feedback.contributions.actions import Refused
from kpis.workstreams.actions import queue_mail
from portal.local_offer.actions.catalogue import enter_in_catalogue
from portal.local_offer.check_links import CheckLink
from portal.local_offer.models import Check, CheckedPage, ServicePage, Suggestion
from portal.local_offer.models.editing import NO_CONTACT, WAYS_TO_GET_IN_TOUCH

A_WHILE = timedelta(days=182)  # until the next check, where nothing was said before
SOONEST, LATEST = timedelta(days=28), timedelta(days=366)
MOST_OPEN = 5  # suggestions that wait for one page
SUGGESTABLE = (
    "summary",
    "where_and_when",
    "eligibility",
    "how_to_get_it",
    "waiting_time",
    "places",
    "cost",
    "accessibility",
    "languages",
    "contact_name",
    "phone",
    "email",
    "website",
)
DATED = ("waiting_time", "places")  # they carry the day they were true
CHECKED_ALREADY = "This page has been checked already. Thank you."


@transaction.atomic
def confirm_page(*, page: CheckedPage, at: datetime, for_check_on: date | None = None, by=None) -> Check:
    """The page is still right: checked today, and again after as long as it was from check to check so far.

    Without `by` it was said through a link, which is good for the check of one day only. Only the dates of the
    published page change. Raises Refused.
    """
    page = _locked(page)
    if by is None and page.next_check_on != for_check_on:
        raise Refused(CHECKED_ALREADY)
    _refuse_strangers(page, by)
    today = timezone.localdate(at)
    _date_the_check(page, today)
    type(page).objects.filter(pk=page.pk).update(
        last_checked_on=page.last_checked_on, checked_by=page.checked_by, next_check_on=page.next_check_on
    )
    check = Check.objects.create(page_id=page.pk, checked_at=at, checked_by=by, by_link=by is None)
    enter_in_catalogue(page=page)
    return check


@transaction.atomic
def suggest_change(
    *,
    page: CheckedPage,
    changes: dict,
    note: str,
    at: datetime,
    for_check_on: date | None = None,
    by=None,
    signed_in=None,
) -> Suggestion:
    """What should change, for an editor to decide. The published page stays as it is. Raises Refused.

    Without `by`, whoever has the link suggests it; `signed_in` is who that is, where they happen to be signed in.
    Of `changes` only fields that a provider may speak about and that differ from the page are kept.
    """
    page = _locked(page)
    if by is None and page.next_check_on != for_check_on:
        raise Refused(CHECKED_ALREADY)
    _refuse_strangers(page, by)
    changes = what_differs(page, changes)
    if not changes and not note.strip():
        raise Refused("Change a field, or say in a note what is not right.", "note")
    if page.suggestions.open().count() >= MOST_OPEN:
        raise Refused("Several changes to this page wait for an editor already. Please wait for them.")
    return Suggestion.objects.create(
        page_id=page.pk, changes=changes, note=note.strip(), suggested_at=at, suggested_by=by or signed_in
    )


def what_differs(page: CheckedPage, changes: dict) -> dict:
    """Of what was sent, what a provider may change and what is not on the page yet; nothing on guidance."""
    if not isinstance(page, ServicePage):
        return {}
    said = {name: str(changes[name]).strip() for name in SUGGESTABLE if name in changes}
    return {name: text for name, text in said.items() if text != getattr(page, name)}


@transaction.atomic
def accept_suggestion(*, suggestion: Suggestion, by, at: datetime) -> bool:
    """Take it over; True where it is public now, False where it joined a draft that an editor has begun.

    The provider wrote it and an editor agrees: two people have seen it. Raises Refused.
    """
    suggestion = _open(suggestion, by)
    if suggestion.suggested_by_id == by.pk:
        raise Refused("You suggested this yourself, so somebody else decides whether it is right.")
    page = _locked(suggestion.page.specific)
    if page.workflow_in_progress:
        raise Refused("This page is being reviewed. Decide when that is done.")
    had_draft = page.has_unpublished_changes
    version = page.get_latest_revision_as_object()
    _change(version, suggestion.changes, timezone.localdate(at))
    _date_the_check(version, timezone.localdate(at))
    revision = _saved(version, by)
    _decide(suggestion, is_accepted=True, by=by, at=at)
    if not had_draft:
        revision.publish(user=by, skip_permission_checks=True)
        Check.objects.create(page_id=page.pk, checked_at=at, checked_by=by)
    return not had_draft


@transaction.atomic
def decline_suggestion(*, suggestion: Suggestion, why: str, by, at: datetime) -> Suggestion:
    """Leave the page as it is, and tell the provider why. Raises Refused."""
    suggestion = _open(suggestion, by)
    if not why.strip():
        raise Refused("Say why not: the provider reads it.", "why")
    return _decide(suggestion, is_accepted=False, by=by, at=at, why=why.strip())


def _locked(page: CheckedPage) -> CheckedPage:
    return type(page).objects.select_for_update(of=("self",)).get(pk=page.pk)


def _refuse_strangers(page: CheckedPage, by) -> None:
    """A person with an account answers for the listings of their own provider."""
    if by is None:
        return
    provider = getattr(page, "provider", None)
    if not (
        by.has_perm("local_offer.answer_checks") and provider and provider.members.filter(user=by).exists()
    ):
        raise Refused("This is a listing of somebody else.")


def _date_the_check(page: CheckedPage, today: date) -> None:
    so_far = page.next_check_on - page.last_checked_on if page.next_check_on else A_WHILE
    page.last_checked_on, page.checked_by = today, page.answered_by[:120]
    page.next_check_on = today + min(max(so_far, SOONEST), LATEST)


def _change(version: ServicePage, changes: dict, today: date) -> None:
    for name, text in changes.items():
        setattr(version, name, text)
        if name in DATED:
            setattr(version, f"{name}_on", today if text else None)


def _saved(version: CheckedPage, by):
    """The version as a revision, or Refused with the first thing that is wrong with it."""
    try:
        version.full_clean()
        if isinstance(version, ServicePage) and not any(
            getattr(version, way) for way in WAYS_TO_GET_IN_TOUCH
        ):
            raise ValidationError(NO_CONTACT)
    except ValidationError as problem:
        raise Refused(f"It cannot be published like this: {' '.join(problem.messages)}") from problem
    return version.save_revision(user=by, clean=False)


def _open(suggestion: Suggestion, by) -> Suggestion:
    if not by.has_perm("local_offer.decide_suggestions"):
        raise Refused("Editors decide about suggestions.")
    suggestion = (
        Suggestion.objects.select_for_update(of=("self",)).select_related("page").get(pk=suggestion.pk)
    )
    if suggestion.decided_at:
        raise Refused("Somebody has decided about this already.")
    return suggestion


def _decide(suggestion: Suggestion, *, is_accepted: bool, by, at: datetime, why: str = "") -> Suggestion:
    suggestion.is_accepted, suggestion.decided_by, suggestion.decided_at = is_accepted, by, at
    suggestion.why = why
    suggestion.save(update_fields=["is_accepted", "decided_by", "decided_at", "why"])
    _tell_the_provider(suggestion, at)
    return suggestion


def _tell_the_provider(suggestion: Suggestion, at: datetime) -> None:
    """Through the page that they answer on: the mail itself carries no words of anybody."""
    page = suggestion.page.specific
    receiver = {"recipient": suggestion.suggested_by}
    if suggestion.suggested_by is None:
        provider = getattr(page, "provider", None)
        if provider is None or provider.mail_address is None:
            return
        receiver = {"addressee": provider}
    queue_mail(
        key=f"offer-suggestion-{suggestion.pk}",
        template="local_offer/suggestion_decided",
        context={
            "title": page.title,
            "is_accepted": suggestion.is_accepted,
            "link": CheckLink(page.pk, page.next_check_on).address,
        },
        at=at,
        **receiver,
    )
