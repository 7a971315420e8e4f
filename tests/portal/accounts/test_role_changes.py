"""Giving and ending roles."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.db import IntegrityError, transaction
from django.utils import timezone

from portal.accounts import actions, queries
from portal.accounts.models import RoleGrant

AT = timezone.now()
LATER = AT + timedelta(hours=1)


@pytest.fixture
def administrator(person):
    return person("administrator", first_name="Ada")


def test_a_given_role_says_since_when_and_by_whom(person, administrator):
    user = person()
    actions.grant_role(user=user, role="finance", by=administrator, at=AT)
    grant = queries.current_grants(user).get()
    assert (grant.role, grant.granted_by, grant.granted_at) == ("finance", administrator, AT)
    assert user.has_perm("savings.set_target")


def test_an_ended_role_stays_in_the_history(person, administrator):
    user = person()
    actions.grant_role(user=user, role="finance", by=administrator, at=AT)
    actions.end_role(user=user, role="finance", by=administrator, at=LATER)
    assert not user.has_perm("savings.set_target")
    assert [(e.what, e.at, e.by) for e in queries.history(user)] == [
        ("Finance: ended", LATER, "Ada"),
        ("Finance: given", AT, "Ada"),
    ]


def test_a_role_can_be_given_again_after_it_ended(person, administrator):
    user = person()
    for at in (AT, LATER + timedelta(hours=1)):
        actions.grant_role(user=user, role="finance", by=administrator, at=at)
        actions.end_role(user=user, role="finance", by=administrator, at=at + timedelta(minutes=5))
    assert len(queries.history(user)) == 4


def test_a_role_is_held_once(person, administrator):
    user = person("finance")
    with pytest.raises(actions.RoleHeldAlready):
        actions.grant_role(user=user, role="finance", by=administrator, at=AT)


def test_a_role_outside_the_table_cannot_be_given(person, administrator):
    with pytest.raises(actions.UnknownRole):
        actions.grant_role(user=person(), role="emperor", by=administrator, at=AT)


def test_a_role_that_is_not_held_cannot_be_ended(person, administrator):
    with pytest.raises(actions.RoleNotHeld):
        actions.end_role(user=person(), role="finance", by=administrator, at=AT)


def test_the_last_administrator_stays(administrator):
    with pytest.raises(actions.LastAdministrator):
        actions.end_role(user=administrator, role="administrator", by=administrator, at=LATER)
    assert administrator.has_perm("accounts.manage_people")


def test_a_closed_account_does_not_count_as_another_administrator(person, administrator):
    person("administrator", is_active=False)
    with pytest.raises(actions.LastAdministrator):
        actions.end_role(user=administrator, role="administrator", by=administrator, at=LATER)


def test_an_administrator_can_leave_when_there_is_another(person, administrator):
    person("administrator")
    actions.end_role(user=administrator, role="administrator", by=administrator, at=LATER)
    assert not administrator.has_perm("accounts.manage_people")


@pytest.mark.parametrize("change", ["given", "ended"])
def test_a_change_of_role_ends_the_session(person, administrator, client_as, change):
    user = person("board_member")
    client = client_as(user)
    assert client.get("/me/").status_code == 200
    if change == "given":
        actions.grant_role(user=user, role="forum", by=administrator, at=LATER)
    else:
        actions.end_role(user=user, role="board_member", by=administrator, at=LATER)
    assert client.get("/me/").url == "/accounts/login/?next=/me/"


def test_an_editor_is_in_the_editors_group_while_the_role_lasts(person, administrator):
    Group.objects.get_or_create(name="Local Offer editors")
    user = person()
    actions.grant_role(user=user, role="editor", by=administrator, at=AT)
    assert [group.name for group in user.groups.all()] == ["Local Offer editors"]
    actions.end_role(user=user, role="editor", by=administrator, at=LATER)
    assert not user.groups.exists()


def test_other_groups_are_left_alone(person, administrator):
    user = person()
    user.groups.add(Group.objects.create(name="Choir"))
    actions.grant_role(user=user, role="finance", by=administrator, at=AT)
    assert [group.name for group in user.groups.all()] == ["Choir"]


@pytest.mark.parametrize(
    ("columns", "constraint"),
    [
        ({"ended_at": LATER}, "role_grant_ended_by_and_at_together"),
        ({"role": "emperor"}, "role_grant_role_is_known"),
    ],
    ids=["ended by nobody", "unknown role"],
)
def test_the_database_keeps_grants_whole(person, columns, constraint):
    values = {"user": person(), "role": "finance", "granted_at": AT} | columns
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        RoleGrant.objects.create(**values)


def test_the_database_refuses_an_end_before_the_start(person, administrator):
    with pytest.raises(IntegrityError, match="role_grant_ends_after_start"), transaction.atomic():
        RoleGrant.objects.create(
            user=person(), role="finance", granted_at=LATER, ended_at=AT, ended_by=administrator
        )
