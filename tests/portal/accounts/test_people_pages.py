"""The administrators' pages about people, and a person's own."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from kpis.workstreams.models import Membership, OutboxMail, Partner
from kpis.workstreams.queries import GIVE_UP_AFTER
from portal.accounts import actions
from portal.accounts.models import RoleGrant, User
from portal.accounts.roles import ROLES


@pytest.fixture
def administrator(person):
    return person("administrator", email="admin@example.org", first_name="Ada", last_name="Min")


@pytest.fixture
def client(client_as, administrator):
    return client_as(administrator)


@pytest.fixture
def health(db):
    return Partner.objects.create(name="Health trust", slug="health-trust", kind="health")


def text(response):
    return response.content.decode()


@pytest.mark.parametrize("role", [role for role in ROLES if role != "administrator"])
@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("get", "/people/"),
        ("get", "/people/roles/"),
        ("get", "/people/add/"),
        ("post", "/people/add/"),
        ("get", "/people/{pk}/"),
        ("post", "/people/{pk}/roles/"),
        ("post", "/people/{pk}/roles/finance/end/"),
        ("post", "/people/{pk}/partners/"),
        ("post", "/people/{pk}/partners/health-trust/leave/"),
        ("post", "/people/{pk}/second-step/reset/"),
    ],
)
def test_only_administrators_see_and_change_people(person, client_as, role, method, path):
    user = person(role)
    assert getattr(client_as(user), method)(path.format(pk=user.pk)).status_code == 403


def test_a_change_needs_a_post(client, person):
    for path in ("roles/", "roles/finance/end/", "partners/", "second-step/reset/"):
        assert client.get(f"/people/{person().pk}/{path}").status_code == 405


def test_the_list_shows_names_roles_and_partners(client, person, health):
    lead = person("workstream_lead", first_name="Lee", last_name="Dunn")
    actions.join_partner(user=lead, partner=health, on=timezone.localdate())
    page = text(client.get("/people/"))
    assert "2 people" in page
    for words in ("Lee Dunn", "Workstream lead", "Health trust", "Ada Min"):
        assert words in page


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"q": "lee du"}, {"Lee Dunn"}),
        ({"q": "EXAMPLE.ORG"}, {"Ada Min", "Lee Dunn"}),
        ({"role": "administrator"}, {"Ada Min"}),
        ({"q": "lee", "role": "administrator"}, set()),
        ({"role": "emperor"}, {"Ada Min", "Lee Dunn"}),
        ({"q": "x\x00"}, {"Ada Min", "Lee Dunn"}),
        ({"q": "'; drop table--"}, set()),
        ({"page": "999"}, {"Ada Min", "Lee Dunn"}),
    ],
    ids=["name", "address", "role", "both", "no such role", "nul", "quotes", "page beyond the end"],
)
def test_the_list_is_searched_and_filtered(client, person, asked, found):
    person("workstream_lead", first_name="Lee", last_name="Dunn")
    page = text(client.get("/people/", asked))
    assert set(re.findall(r'href="/people/\d+/">([^<]+)</a>', page)) == found
    assert ("Nobody fits" in page) == (not found)


def test_somebody_whose_role_ended_is_not_found_by_it(client, person, administrator):
    former = person("finance", first_name="Fin")
    actions.end_role(user=former, role="finance", by=administrator, at=timezone.now())
    assert ">Fin</a>" not in text(client.get("/people/", {"role": "finance"}))


def test_the_list_asks_the_database_as_often_for_many_as_for_few(
    client, person, django_assert_num_queries, django_assert_max_num_queries
):
    with django_assert_max_num_queries(12) as few:
        client.get("/people/")
    for _ in range(20):
        person("workstream_lead")
    with django_assert_num_queries(len(few)):
        client.get("/people/")


def test_the_table_of_roles_reads_in_words(client):
    page = text(client.get("/people/roles/"))
    for role in ROLES.values():
        assert role.label in page
        for words in role.may:
            assert words.replace("'", "&#x27;") in page


def test_an_added_person_holds_the_role_and_is_told_how_to_sign_in(client, administrator, health):
    sent = {
        "email": "New.Lead@Example.org",
        "first_name": "New",
        "last_name": "Lead",
        "role": "workstream_lead",
        "partner": health.pk,
        "position": "Head of SEND",
    }
    answer = client.post("/people/add/", sent)
    added = User.objects.get(email="new.lead@example.org")
    assert answer.url == f"/people/{added.pk}/"
    assert [(grant.role, grant.granted_by) for grant in added.grants.all()] == [
        ("workstream_lead", administrator)
    ]
    assert added.memberships.get().position == "Head of SEND"
    mail = OutboxMail.objects.get(recipient=added)
    assert (mail.template, mail.context) == (
        "accounts/welcome",
        {"role": "Workstream lead", "link": "/accounts/login/"},
    )


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"email": ""}, "Enter an e-mail address, like name@example.org"),
        ({"email": "nonsense"}, "Enter an e-mail address, like name@example.org"),
        ({"email": "ADMIN@example.org"}, "This person is here already"),
        ({"role": ""}, "Choose the role they start with"),
        ({"role": "emperor"}, "emperor"),
        ({"partner": "999999"}, "Select a valid choice"),
        ({"first_name": "x" * 151}, "at most 150"),
        ({"first_name": "nul\x00"}, "Null characters"),
    ],
)
def test_a_person_who_cannot_be_added_is_named_beside_the_field_and_nothing_is_stored(
    client, change, problem
):
    answer = client.post("/people/add/", {"email": "new@example.org", "role": "finance"} | change)
    assert answer.status_code == 200
    assert problem in text(answer)
    assert "There is a problem" in text(answer)
    assert User.objects.count() == 1


def test_adding_somebody_who_is_here_is_refused_by_the_action_too(administrator):
    with pytest.raises(actions.PersonExists):
        actions.add_person(email="Admin@example.org", role="finance", by=administrator, at=timezone.now())


def test_pressed_twice_at_once_the_second_is_told_that_the_person_is_here(client, monkeypatch):
    def added_meanwhile(**_person):
        raise actions.PersonExists

    monkeypatch.setattr(actions, "add_person", added_meanwhile)
    answer = client.post("/people/add/", {"email": "new@example.org", "role": "finance"})
    assert answer.status_code == 200
    assert "This person is here already" in text(answer)


def test_a_role_is_given_and_ended_on_the_persons_page(client, person):
    user = person(first_name="Lee")
    given = client.post(f"/people/{user.pk}/roles/", {"role": "finance"}, follow=True)
    assert "Lee now holds the role: Finance." in text(given)
    ended = client.post(f"/people/{user.pk}/roles/finance/end/", follow=True)
    assert "Lee no longer holds the role: Finance." in text(ended)
    assert "Finance: ended" in text(ended)


@pytest.mark.parametrize("role", ["", "emperor", "finance"], ids=["none", "unknown", "held already"])
def test_a_role_that_cannot_be_given_is_named_on_the_page(client, person, role):
    user = person("finance")
    answer = client.post(f"/people/{user.pk}/roles/", {"role": role})
    assert answer.status_code == 200
    assert "There is a problem" in text(answer)
    assert RoleGrant.objects.filter(user=user).count() == 1


def test_the_page_refuses_to_end_the_last_administrator(client, administrator):
    answer = client.post(f"/people/{administrator.pk}/roles/administrator/end/", follow=True)
    assert "This is the only administrator" in text(answer)


@pytest.mark.parametrize("role", ["finance", "emperor"])
def test_ending_a_role_that_is_not_held_says_so(client, person, role):
    user = person(first_name="Lee")
    answer = client.post(f"/people/{user.pk}/roles/{role}/end/", follow=True)
    assert "Lee no longer held that role." in text(answer)


def test_a_person_joins_and_leaves_an_organisation(client, person, health):
    user = person(first_name="Lee")
    joined = client.post(
        f"/people/{user.pk}/partners/", {"partner": health.pk, "position": "Nurse"}, follow=True
    )
    assert "Lee now belongs to Health trust." in text(joined)
    left = client.post(f"/people/{user.pk}/partners/health-trust/leave/", follow=True)
    assert "Lee no longer belongs to Health trust." in text(left)


@pytest.mark.parametrize("days", [0, 30], ids=["the same day", "a month later"])
def test_a_membership_ends_with_the_day_and_one_of_no_length_never_was(person, health, days):
    user, joined_on = person(), timezone.localdate()
    actions.join_partner(user=user, partner=health, on=joined_on)
    actions.leave_partner(user=user, partner=health, on=joined_on + timedelta(days=days))
    ended = [membership.until_on for membership in Membership.objects.filter(user=user)]
    assert ended == ([joined_on + timedelta(days=days)] if days else [])


def test_joining_twice_is_one_membership(person, health):
    user = person()
    for position in ("Nurse", "Head nurse"):
        actions.join_partner(user=user, partner=health, on=timezone.localdate(), position=position)
    assert user.memberships.get().position == "Head nurse"


def test_who_left_already_cannot_leave_again(person, health):
    with pytest.raises(actions.NotAMember):
        actions.leave_partner(user=person(), partner=health, on=timezone.localdate())


def test_somebody_who_is_not_here_is_not_found(client):
    assert client.get("/people/999999/").status_code == 404
    assert client.post("/people/999999/roles/", {"role": "finance"}).status_code == 404


def test_a_name_is_shown_as_text(client, person):
    user = person(first_name="<script>alert(1)</script>")
    page = text(client.get(f"/people/{user.pk}/"))
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_mails_that_could_not_be_delivered_are_named(client, person):
    user = person(email="gone@example.org")
    OutboxMail.objects.create(
        key="k", template="t", recipient=user, created_at=timezone.now(), attempts=GIVE_UP_AFTER
    )
    assert "Mails that could not be delivered" in text(client.get("/people/"))


def test_everybody_has_a_page_about_their_own_account(client_as, person):
    user = person("workstream_lead")
    client = client_as(user)
    assert "Reports figures and savings" in text(client.get("/me/"))
    saved = client.post("/me/", {"first_name": "Lee", "last_name": "Dunn"}, follow=True)
    assert "Your name is saved." in text(saved)
    user.refresh_from_db()
    assert user.get_full_name() == "Lee Dunn"


def test_a_person_changes_nothing_but_their_name(client_as, person):
    user = person("workstream_lead")
    client_as(user).post("/me/", {"first_name": "Lee", "email": "other@example.org", "is_superuser": "on"})
    user.refresh_from_db()
    assert user.email != "other@example.org"
    assert not user.is_superuser
