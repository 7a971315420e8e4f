"""Stepping in as somebody of the demonstration, and as nobody else."""

import pytest
from django.test import Client
from django.urls import reverse

from kpis.workstreams.models import Plan, Workstream
from portal.accounts.roles import ROLES
from portal.demo.kinds import KINDS, SPONSOR

pytestmark = pytest.mark.django_db


@pytest.fixture
def client():
    return Client()


def page(client):
    return client.get("/demo/").content.decode()


def test_every_role_has_a_card_in_plain_words():
    assert {kind.key for kind in KINDS} == set(ROLES) | {SPONSOR}


def test_there_is_one_button_for_each_person_of_the_demonstration(client, person):
    lead = person("workstream_lead", email="lead@demo.invalid", first_name="Lead", last_name="of provision")
    html = page(client)
    assert f'action="/demo/as/{lead.pk}/"' in html
    assert "Lead of provision" in html
    assert "Look around without signing in" in html


@pytest.mark.parametrize("role", ROLES)
def test_one_click_signs_in_with_the_second_factor_and_lands_on_a_page(client, person, role):
    user = person(role, email=f"{role}@demo.invalid")
    answer = client.post(f"/demo/as/{user.pk}/")
    assert answer.status_code == 302
    assert answer.url.startswith("/")
    assert client.get("/me/").status_code == 200


def test_a_sponsor_lands_where_figures_are_approved(client, person):
    sponsor = person("board_member", email="sponsor@demo.invalid")
    plan = Plan.objects.create(name="Plan")
    Workstream.objects.create(plan=plan, name="W", slug="w", purpose="p", sponsor=sponsor)
    assert client.post(f"/demo/as/{sponsor.pk}/").url == reverse("figures:approvals")
    assert "Sponsor of a workstream" in page(client)


def test_one_steps_from_one_person_into_another(client, person):
    first = person("moderator", email="first@demo.invalid", first_name="First")
    second = person("board_member", email="second@demo.invalid", first_name="Second")
    for user in (first, second):
        client.post(f"/demo/as/{user.pk}/")
    assert 'value="Second"' in client.get("/me/").content.decode()


def test_one_steps_out_of_a_sign_in_that_waits_for_a_second_factor(client, person):
    client.force_login(person("moderator"), backend="allauth.account.auth_backends.AuthenticationBackend")
    assert client.get("/me/").url == "/accounts/2fa/"
    other = person("board_member", email="other@demo.invalid")
    client.post(f"/demo/as/{other.pk}/")
    assert client.get("/me/").status_code == 200


@pytest.mark.parametrize(
    "fields",
    [
        {"email": "someone@kingston.example"},
        {"email": "someone@demo.invalid.example"},
        {"email": "closed@demo.invalid", "is_active": False},
    ],
    ids=["another address", "a longer domain", "a closed account"],
)
def test_nobody_else_can_be_stepped_into(client, person, fields):
    user = person("administrator", **fields)
    assert client.post(f"/demo/as/{user.pk}/").status_code == 404
    assert f"/demo/as/{user.pk}/" not in page(client)
    assert client.get("/me/").status_code == 302


def test_looking_changes_nothing(client, person, django_assert_max_num_queries):
    user = person("moderator", email="first@demo.invalid")
    assert client.get(f"/demo/as/{user.pk}/").status_code == 405
    assert client.post("/demo/").status_code == 405
    with django_assert_max_num_queries(2):
        client.get("/demo/")


def test_without_people_the_page_says_how_to_load_them(client):
    assert "are not loaded yet" in page(client)


def test_a_form_from_elsewhere_is_refused(person):
    user = person("moderator", email="first@demo.invalid")
    assert Client(enforce_csrf_checks=True).post(f"/demo/as/{user.pk}/").status_code == 403
