"""Giving and ending roles. Each change ends every session of that person."""

from django.contrib.auth.models import Group
from django.db import transaction

from portal.accounts.models import RoleGrant, User
from portal.accounts.roles import ROLES, RoleKey


class UnknownRole(ValueError):
    """No such role in the table."""


class RoleHeldAlready(ValueError):
    """This person holds this role now."""


class RoleNotHeld(ValueError):
    """This person does not hold this role now."""


class LastAdministrator(ValueError):
    """Nobody could give a role again."""


@transaction.atomic
def grant_role(*, user, role, by, at):
    """Give a role from now on. `by` is None where the site itself gives it: on sign-up, from the command line.

    Raises UnknownRole, RoleHeldAlready.
    """
    if role not in ROLES:
        raise UnknownRole(role)
    User.objects.select_for_update().get(pk=user.pk)
    if RoleGrant.objects.current().filter(user=user, role=role).exists():
        raise RoleHeldAlready(role)
    grant = RoleGrant.objects.create(user=user, role=role, granted_by=by, granted_at=at)
    _keep_in_step(user, at=at)
    return grant


@transaction.atomic
def end_role(*, user, role, by, at):
    """End a role from now on; the grant stays on record.

    Raises RoleNotHeld, and LastAdministrator where no other active administrator would be left.
    """
    held = RoleGrant.objects.current().filter(role=role).select_related("user").order_by("id")
    held = list(held.select_for_update(of=["self"]))
    grant = next((one for one in held if one.user_id == user.pk), None)
    if grant is None:
        raise RoleNotHeld(role)
    if role == RoleKey.ADMINISTRATOR and not any(one.user.is_active for one in held if one is not grant):
        raise LastAdministrator
    grant.ended_by, grant.ended_at = by, at
    grant.save(update_fields=["ended_by", "ended_at"])
    _keep_in_step(user, at=at)
    return grant


def _keep_in_step(user, *, at):
    """Ends the person's sessions and puts them into the groups that their roles ask for."""
    user.__dict__.pop("roles", None)
    user.roles_changed_at = at
    user.save(update_fields=["roles_changed_at"])
    asked_for = {role.group for role in user.roles if role.group}
    ours = {role.group for role in ROLES.values() if role.group}
    user.groups.remove(*Group.objects.filter(name__in=ours - asked_for))
    user.groups.add(*Group.objects.filter(name__in=asked_for))
