"""Adding a person, and helping one who lost their second factor."""

from allauth.mfa.models import Authenticator
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from kpis.workstreams.actions import queue_mail
from portal.accounts.actions.partners import join_partner
from portal.accounts.actions.roles import grant_role
from portal.accounts.models import SecondFactorReset, User


class PersonExists(ValueError):
    """Somebody has this address already."""


class SamePerson(ValueError):
    """It takes somebody else to do this."""


@transaction.atomic
def add_person(*, email, role, by, at, first_name="", last_name="", partner=None, position=""):
    """A new person with their first role; they are told by mail how to sign in. Raises PersonExists."""
    try:
        with transaction.atomic():
            user = User.objects.create_user(email, first_name=first_name, last_name=last_name)
    except IntegrityError as taken:
        raise PersonExists from taken
    grant = grant_role(user=user, role=role, by=by, at=at)
    if partner:
        join_partner(user=user, partner=partner, position=position, on=timezone.localdate(at))
    queue_mail(
        key=f"accounts.welcome.{user.pk}",
        template="accounts/welcome",
        recipient=user,
        context={"role": grant.definition.label, "link": reverse("account_login")},
        at=at,
    )
    return user


@transaction.atomic
def reset_second_factor(*, user, by, at):
    """Take away every second factor, end the sessions, keep who did it, and tell the person.

    For somebody who lost phone and recovery codes: they sign in by e-mail and are asked to set up a new one.
    Raises SamePerson: nobody does this for themselves.
    """
    if user == by:
        raise SamePerson
    Authenticator.objects.filter(user=user).delete()
    user.roles_changed_at = at
    user.save(update_fields=["roles_changed_at"])
    reset = SecondFactorReset.objects.create(user=user, reset_by=by, reset_at=at)
    queue_mail(
        key=f"accounts.second_factor_reset.{reset.pk}",
        template="accounts/second_factor_reset",
        recipient=user,
        context={"link": reverse("mfa_index")},
        at=at,
    )
    return reset
