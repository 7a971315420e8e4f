"""Keeping it true: which pages are due, whom to ask, and what was answered."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta

from django.contrib.auth import get_user_model
from django.db.models import Exists, OuterRef, Q
from wagtail.models import Page

from kpis.workstreams.models import Membership, Partner, Workstream
from portal.local_offer.models import (
    CatalogueEntry,
    Check,
    CheckReminder,
    PageKind,
    Provider,
    ServicePage,
    Suggestion,
)

ASK_BEFORE = timedelta(days=14)
ASK_AGAIN_AFTER = timedelta(days=14)
ESCALATE_AFTER = timedelta(days=28)
Stage = CheckReminder.Stage


def stage_on(day: date, due: date) -> str | None:
    """How far the asking has come on a day for a check that is due; None while it is too early."""
    if day < due - ASK_BEFORE:
        return None
    if day < due:
        return Stage.BEFORE
    if day < due + ASK_AGAIN_AFTER:
        return Stage.DUE
    return Stage.LATE if day < due + ESCALATE_AFTER else Stage.ESCALATED


@dataclass(frozen=True, slots=True)
class Due:
    """A published page whose check is near or late, and how far the asking has come."""

    entry: CatalogueEntry
    stage: str
    provider: Provider | None

    @property
    def page(self) -> Page:
        return self.entry.page


def due_checks(day: date) -> list[Due]:
    """Pages to ask about on a day, longest overdue first, without those that wait for an editor. Two queries.

    A page with an open suggestion has been answered: now it is the editors' turn.
    """
    waiting = Suggestion.objects.open().filter(page=OuterRef("page_id"))
    entries = list(
        CatalogueEntry.objects.guidance_and_services()
        .filter(~Exists(waiting), next_check_on__lte=day + ASK_BEFORE)
        .to_list()
        .order_by("next_check_on", "page_id")
    )
    providers = _providers([entry.page_id for entry in entries if entry.kind == PageKind.SERVICE])
    return [Due(entry, stage_on(day, entry.next_check_on), providers.get(entry.page_id)) for entry in entries]


def not_asked_yet(due: list[Due]) -> list[Due]:
    """Those that nobody was written to about at this stage of this check. One query."""
    asked = set(
        CheckReminder.objects.filter(page__in=[one.entry.page_id for one in due]).values_list(
            "page_id", "stage", "for_check_on"
        )
    )
    return [one for one in due if (one.entry.page_id, one.stage, one.entry.next_check_on) not in asked]


def _providers(page_ids: list[int]) -> dict[int, Provider]:
    pages = ServicePage.objects.filter(pk__in=page_ids, provider__isnull=False).select_related("provider")
    return {page.pk: page.provider for page in pages}


def members_of(providers) -> dict[int, list]:
    """Who speaks for each of these providers with an account and may still answer. Two queries."""
    may_answer = get_user_model().objects.with_perm("local_offer.answer_checks")
    people = may_answer.filter(provider_memberships__provider__in=providers).distinct().order_by("pk")
    found = defaultdict(list)
    for person in people.prefetch_related("provider_memberships"):
        for membership in person.provider_memberships.all():
            found[membership.provider_id].append(person)
    return found


def leads_of_partners(day: date) -> dict[int, list]:
    """For each partner, who is written to when nobody answers: its members who lead a workstream, and where there
    are none those who take on gaps. A partner without either is left out. Three queries."""
    may_own = get_user_model().objects.with_perm("local_offer.own_gaps").values("pk")
    held = Membership.objects.filter(Q(until_on=None) | Q(until_on__gt=day), since_on__lte=day)
    members = held.filter(user__in=may_own).select_related("user").order_by("partner_id", "user_id")
    leads = {
        pk for pair in Workstream.objects.values_list("lead", "deputy").order_by("pk") for pk in pair if pk
    }
    by_partner = defaultdict(list)
    for membership in members:
        by_partner[membership.partner_id].append(membership.user)
    return {
        partner: [user for user in users if user.pk in leads] or users
        for partner, users in by_partner.items()
    }


# ---- one listing, for those who answer ----


def listing(page_id: int):
    """A published page in its own kind, with what is said about it publicly; None where it is not public."""
    page = Page.objects.live().filter(pk=page_id, catalogue_entry__isnull=False).first()
    return page.specific if page else None


def decided_suggestions(page, limit: int = 3):
    return page.suggestions.filter(decided_at__isnull=False).order_by("-decided_at", "-id")[:limit]


def listings_of(user):
    """The published listings that this person speaks for, the next to be checked first, each with `has_suggestion`."""
    waiting = Suggestion.objects.open().filter(page=OuterRef("pk"))
    return (
        ServicePage.objects.live()
        .filter(provider__members__user=user)
        .select_related("provider")
        .annotate(has_suggestion=Exists(waiting))
        .order_by("next_check_on", "title", "pk")
    )


# ---- the editors' desk ----


def open_suggestions():
    """What providers suggested and nobody has decided, oldest first."""
    return Suggestion.objects.open().select_related("page", "suggested_by").order_by("suggested_at", "id")


@dataclass(frozen=True, slots=True)
class Overdue:
    """A page whose check is overdue, with how it was asked after and who answers for it."""

    entry: CatalogueEntry
    days: int
    asked: str  # the last stage in words
    has_nobody_to_ask: bool


def overdue_rows(day: date) -> list[Overdue]:
    """Overdue pages, the longest first, with the last reminder. Five queries."""
    due = [one for one in due_checks(day) if one.entry.next_check_on < day]
    asked = {
        (row.page_id, row.for_check_on): row.get_stage_display()
        for row in CheckReminder.objects.filter(page__in=[one.entry.page_id for one in due]).order_by(
            "sent_at", "id"
        )
    }
    members = members_of({one.provider for one in due if one.provider})
    return [
        Overdue(
            entry=one.entry,
            days=(day - one.entry.next_check_on).days,
            asked=asked.get((one.entry.page_id, one.entry.next_check_on), ""),
            has_nobody_to_ask=bool(one.provider)
            and not (one.provider.check_email or members.get(one.provider.pk)),
        )
        for one in due
    ]


def recent_checks(limit: int = 20):
    """What was confirmed last, newest first."""
    return Check.objects.select_related("page", "checked_by").order_by("-checked_at", "-id")[:limit]


def partner_names() -> dict[int, str]:
    return dict(Partner.objects.values_list("pk", "name"))
