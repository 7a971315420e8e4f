"""A session that ran out while a page was open."""

import pytest
from django.test import Client
from django.urls import reverse

pytestmark = pytest.mark.django_db
FRAGMENT = {"HX-Request": "true"}


def test_a_fragment_sends_the_whole_page_to_sign_in_and_back_to_where_it_was():
    answer = Client().get(
        "/me/", headers=FRAGMENT | {"HX-Current-URL": "http://testserver/figures/due/?page=2"}
    )
    assert answer.status_code == 200
    assert answer.headers["HX-Redirect"] == "/accounts/login/?next=%2Ffigures%2Fdue%2F%3Fpage%3D2"
    assert answer.content == b""


@pytest.mark.parametrize("was_on", ["https://evil.example/figures/due/", ""], ids=["another site", "nowhere"])
def test_a_fragment_never_leads_back_to_another_site(was_on):
    answer = Client().get("/me/", headers=FRAGMENT | {"HX-Current-URL": was_on})
    assert answer.headers["HX-Redirect"] == "/accounts/login/"


def test_a_page_is_sent_to_sign_in_as_ever():
    answer = Client().get("/me/")
    assert answer.url == "/accounts/login/?next=/me/"
    assert "HX-Redirect" not in answer.headers


FORM = "/runs/start/"


def test_who_sent_a_form_comes_back_to_its_page_and_reads_that_nothing_was_stored():
    client = Client()
    answer = client.post(
        FORM, {"value": "1"}, headers={"Referer": "http://testserver/figures/due/?page=2#late"}
    )
    assert answer.url == "/accounts/login/?next=%2Ffigures%2Fdue%2F%3Fpage%3D2"
    assert "what you sent was not stored" in client.get(answer.url).content.decode()


@pytest.mark.parametrize("referrer", ["https://evil.example/figures/due/", "", "//evil.example/x"])
def test_a_form_never_leads_back_to_another_site(referrer):
    assert Client().post(FORM, headers={"Referer": referrer}).url == "/accounts/login/"


@pytest.mark.parametrize("step", ["2fa/authenticate", "confirm-email"])
def test_a_step_of_signing_in_that_leads_to_its_beginning_is_not_taken_for_a_lost_form(step):
    client = Client()
    answer = client.post(f"/accounts/{step}/", {"code": "000000"})
    assert answer.url == "/accounts/login/"
    assert "not stored" not in client.get(answer.url).content.decode()


def test_who_opens_an_address_that_is_only_sent_to_reads_a_page(client_as):
    answer = client_as("finance").get(reverse("savings:approve_plan", args=["SG-1", 1]))
    assert answer.status_code == 405
    assert answer["Allow"] == "POST"
    assert "This address only takes what a form sends" in answer.content.decode()


def test_a_fragment_of_somebody_signed_in_is_left_alone(client_as):
    assert client_as("board_member").get("/me/", headers=FRAGMENT).status_code == 200
