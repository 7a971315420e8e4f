"""A session that ran out while a page was open."""

import pytest
from django.test import Client

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


def test_a_fragment_of_somebody_signed_in_is_left_alone(client_as):
    assert client_as("board_member").get("/me/", headers=FRAGMENT).status_code == 200
