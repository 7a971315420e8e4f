"""The table of roles, against a copy written by hand: a change of rights shows here first."""

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from portal.accounts.models import RoleGrant, User
from portal.accounts.roles import PERMISSIONS, ROLES

BOARD = {
    "workstreams.view_board",
    "figures.view_kpi",
    "savings.view_savings",
    "position.view_position",
    "contributions.see_workload",
    "local_offer.see_coverage",
}
EXPECTED = {
    "parent_carer": set(),
    "partner_officer": BOARD
    | {"contributions.draft_response", "contributions.enter_for_others", "local_offer.own_gaps"},
    "workstream_lead": BOARD
    | {
        "figures.add_figure",
        "figures.approve_figure",
        "figures.propose_mark",
        "figures.agree_mark",
        "savings.add_initiative",
        "savings.report_saving",
        "savings.screen_initiative",
        "contributions.draft_response",
        "contributions.enter_for_others",
        "local_offer.own_gaps",
    },
    "data_officer": BOARD
    | {
        "figures.change_kpi",
        "figures.propose_mark",
        "figures.recompute",
        "published.confirm_value",
        "position.fill_dsg_plan",
        "topups.use_tools",
    },
    "finance": BOARD
    | {
        "savings.set_target",
        "savings.add_initiative",
        "savings.report_saving",
        "savings.screen_initiative",
        "savings.sign_off",
        "figures.recompute",
        "position.change_position",
        "position.fill_dsg_plan",
        "topups.use_tools",
    },
    "board_member": BOARD | {"figures.approve_figure", "figures.agree_mark"},
    "forum": BOARD
    | {"contributions.write_forum_view", "contributions.enter_for_others", "local_offer.approve_wording"},
    "moderator": {
        "contributions.moderate",
        "contributions.draft_response",
        "contributions.publish_response",
        "contributions.publish_yearly",
        "contributions.enter_for_others",
        "contributions.see_workload",
    },
    "safeguarding_lead": {"contributions.safeguard", "contributions.see_workload"},
    "editor": {
        "wagtailadmin.access_admin",
        "local_offer.edit_pages",
        "local_offer.check_headings",
        "local_offer.decide_suggestions",
        "local_offer.import_listings",
        "local_offer.see_coverage",
        "local_offer.own_gaps",
    },
    "provider": {"local_offer.answer_checks"},
    "administrator": BOARD
    | {
        "accounts.manage_people",
        "figures.recompute",
        "contributions.set_rules",
        "contributions.handle_requests",
    },
}
SECOND_FACTOR = {"finance", "moderator", "safeguarding_lead", "editor", "administrator"}


def test_the_table_has_these_roles_and_no_others():
    assert set(ROLES) == set(EXPECTED)


@pytest.mark.parametrize("role", EXPECTED)
def test_a_role_may_do_this_and_nothing_else(person, role):
    user = person(role)
    assert {name for name in PERMISSIONS if user.has_perm(name)} == EXPECTED[role]


def test_a_permission_of_the_table_is_refused_without_asking_anybody_else(person, django_assert_num_queries):
    user = person("board_member")
    assert user.has_perm("figures.view_kpi")
    with django_assert_num_queries(0):
        assert not user.has_perm("accounts.manage_people")


@pytest.mark.parametrize("role", EXPECTED)
def test_a_role_needs_a_second_factor_where_it_is_trusted_with_families_money_or_people(person, role):
    assert person(role).needs_second_factor == (role in SECOND_FACTOR)


def test_every_permission_is_said_in_words_and_given_to_somebody():
    given = set().union(*(role.permissions for role in ROLES.values()))
    assert given == set(PERMISSIONS)


def test_two_roles_add_up(person):
    user = person("finance")
    RoleGrant.objects.create(user=user, role="moderator", granted_at=timezone.now())
    assert user.has_perm("savings.set_target")
    assert user.has_perm("contributions.moderate")


def test_a_closed_account_may_do_nothing(person):
    user = person("administrator", is_active=False)
    assert not user.has_perm("accounts.manage_people")
    assert user not in User.objects.with_perm("accounts.manage_people")


def test_recipients_are_found_by_permission(person):
    lead, editor = person("workstream_lead"), person("editor")
    found = User.objects.with_perm("figures.add_figure")
    assert lead in found
    assert editor not in found


@pytest.mark.django_db
def test_nobody_is_above_the_table():
    with pytest.raises(IntegrityError, match="user_may_do_what_roles_say"), transaction.atomic():
        User.objects.create_user("root@example.org", is_superuser=True)


@pytest.mark.django_db
def test_an_address_belongs_to_one_person_whatever_its_case():
    User.objects.create_user("one@example.org")
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.create(email="ONE@example.org")


@pytest.mark.django_db
def test_nobody_has_a_password():
    assert not User.objects.create_user("one@example.org").has_usable_password()
