"""A list without an account: in the reader's browser or in an address, and never with us."""

import pytest
from django.urls import reverse

from portal.local_offer.shortlist import COOKIE, MOST_PAGES, numbers_in

LIST, SAVE, REMOVE = (reverse(f"local_offer:{name}") for name in ("shortlist", "save", "remove"))
HERE = {"Sec-Fetch-Site": "same-origin"}


@pytest.fixture
def two(add_page, service):
    return [add_page(service(title=title)) for title in ("Talking drop-in", "Swimming")]


def saved(client, *pages, where=SAVE, headers=HERE):
    return client.post(where, {"page": [page.pk for page in pages]}, headers=headers)


def test_a_list_is_made_shown_and_taken_apart(client, two, django_assert_num_queries):
    assert COOKIE not in client.get(LIST).cookies, "looking sets nothing"
    answer = saved(client, two[1])
    assert answer["Location"] == LIST
    cookie = answer.cookies[COOKIE]
    assert cookie.value == str(two[1].pk)
    assert (cookie["httponly"], cookie["samesite"], cookie["max-age"]) == (True, "Lax", 30 * 24 * 60 * 60)
    saved(client, two[0])
    page = client.get(LIST).content.decode()
    assert page.index("Swimming") < page.index("Talking drop-in"), "in the order of saving"
    saved(client, two[1], where=REMOVE)
    assert "Swimming" not in client.get(LIST).content.decode()
    assert saved(client, two[0], where=REMOVE).cookies[COOKIE]["max-age"] == 0, (
        "an empty list leaves no cookie"
    )
    assert "Nothing is saved in this browser." in client.get(LIST).content.decode()


def test_a_list_can_be_shared_by_its_address(client, two):
    page = client.get(LIST, {"page": [two[0].pk, 999_999]}).content.decode()
    assert "A list that was shared with you" in page
    assert "Talking drop-in" in page
    assert "None of these pages is there any more." in client.get(LIST, {"page": 999_999}).content.decode()


def test_a_page_that_is_taken_down_leaves_the_list(client, two):
    saved(client, *two)
    two[0].unpublish()
    assert "Talking drop-in" not in client.get(LIST).content.decode()


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        (HERE, 302),
        ({"Origin": "http://testserver"}, 302),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Origin": "https://elsewhere.example"}, 403),
        ({"Origin": "null"}, 403),
        ({}, 403),
    ],
    ids=str,
)
def test_only_our_own_pages_may_fill_a_list(client, home, headers, status):
    assert client.post(SAVE, {"page": home.pk}, headers=headers).status_code == status


def test_the_list_takes_numbers_of_pages_and_nothing_else():
    said = ["3", "3", "x", "", "-1", "²", "9" * 400, "1e3", "5"]
    assert numbers_in(said) == [3, 5]
    assert len(numbers_in(map(str, range(100)))) == MOST_PAGES


def test_a_broken_cookie_is_an_empty_list(client, home):
    for value in ("....", "a.b", "1" * 3000):
        client.cookies[COOKIE] = value
        assert client.get(LIST).status_code == 200
