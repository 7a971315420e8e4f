"""What the pages about people read."""

from dataclasses import dataclass
from datetime import datetime

from allauth.mfa.models import Authenticator
from django.db.models import Prefetch, Q, Value
from django.db.models.functions import Concat

from kpis.workstreams.models import Membership
from portal.accounts.models import RoleGrant, SecondFactorReset, User
from portal.accounts.roles import ROLES


def people(*, q="", role=""):
    """Everybody whose name or address holds `q` and who holds `role` now, by address.

    Each person carries `held` (current grants) and `places` (current memberships).
    """
    found = User.objects.annotate(name=Concat("first_name", Value(" "), "last_name")).order_by("email")
    if q:
        found = found.filter(Q(email__icontains=q) | Q(name__icontains=q))
    if role:
        found = found.filter(id__in=RoleGrant.objects.current().filter(role=role).values("user_id"))
    return found.prefetch_related(
        Prefetch("grants", RoleGrant.objects.current().order_by("role"), to_attr="held"),
        Prefetch("memberships", current_memberships(), to_attr="places"),
    )


def current_memberships():
    """Memberships without an end, with their partner, by the partner's name."""
    return Membership.objects.filter(until_on=None).select_related("partner").order_by("partner__name", "id")


def memberships_of(user):
    """Where this person works now."""
    return current_memberships().filter(user=user)


@dataclass(frozen=True, slots=True)
class Event:
    """A line of a person's history: what happened, when, and who did it (empty: the site itself)."""

    at: datetime
    what: str
    by: str


def current_grants(user):
    """Roles held now with who gave them, first given first."""
    return (
        RoleGrant.objects.current()
        .filter(user=user)
        .select_related("granted_by")
        .order_by("granted_at", "id")
    )


def history(user) -> list[Event]:
    """Roles given and ended and second factors taken away, newest first."""
    events = []
    for grant in RoleGrant.objects.filter(user=user).select_related("granted_by", "ended_by").order_by("id"):
        label = ROLES[grant.role].label
        events.append(Event(grant.granted_at, f"{label}: given", str(grant.granted_by or "")))
        if grant.ended_at:
            events.append(Event(grant.ended_at, f"{label}: ended", str(grant.ended_by)))
    for reset in SecondFactorReset.objects.filter(user=user).select_related("reset_by").order_by("id"):
        events.append(Event(reset.reset_at, "Second step taken away", str(reset.reset_by)))
    return sorted(events, key=lambda event: event.at, reverse=True)


def has_second_factor(user) -> bool:
    """Whether an app or a key is set up; recovery codes alone are none."""
    return Authenticator.objects.filter(user=user).exclude(type=Authenticator.Type.RECOVERY_CODES).exists()
