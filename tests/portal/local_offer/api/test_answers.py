"""The open data says what is published, and names what it cannot read."""

import pytest
from django.test import Client
from django.utils import timezone

from portal.local_offer.actions import confirm_page
from portal.local_offer.models import Heading, HeadingList, Provider
from portal.local_offer.queries.vocabulary import identifier, vocabulary

NOBODY = "00000000-0000-4000-8000-000000000000"


def names(page):
    return [item["name"] for item in page["contents"]]


def term_id(code):
    return next(term.id for term in vocabulary().terms if term.code == code)


def test_a_published_service_is_there_and_a_draft_is_not(offer, ask):
    assert names(ask("services")) == [page.title for page in offer]
    assert "Not yet either" not in names(ask("organizations"))


def test_what_is_taken_down_is_gone(offer, ask, client):
    offer[0].unpublish()
    assert len(ask("services")["contents"]) == 5
    assert client.get(f"/api/oruk/services/{offer[0].reference}").status_code == 404


def test_what_an_editor_drafts_on_a_published_service_is_not_told(offer, ask):
    offer[0].title = "Talking time, soon under another name"
    offer[0].save_revision()
    assert ask(f"services/{offer[0].reference}")["name"] == "Talking time"


def test_the_envelope_counts(offer, ask):
    page = ask("services", page=2, per_page=4)
    assert names(page) == ["Sleep clinic", "Job club"]
    assert {name: value for name, value in page.items() if name != "contents"} == {
        "total_items": 6,
        "total_pages": 2,
        "page_number": 2,
        "size": 2,
        "first_page": False,
        "last_page": True,
        "empty": False,
    }


def test_a_page_past_the_last_is_empty(offer, ask):
    page = ask("services", page=9)
    assert (page["contents"], page["empty"], page["last_page"], page["first_page"]) == ([], True, True, False)


def test_pages_together_hold_everything_once(offer, ask):
    told = [name for number in (1, 2, 3) for name in names(ask("services", page=number, per_page=2))]
    assert told == [page.title for page in offer]


CASES = {
    "a word of the title": ({"search": "splash"}, ["Splash club"]),
    "no word": ({"search": "  "}, 6),
    "ages that touch from above": ({"minimum_age": 24}, ["Job club"]),
    "ages that touch from below": ({"maximum_age": 3}, ["Talking time"]),
    "one age": ({"minimum_age": 5, "maximum_age": 5}, ["Talking time", "Splash club"]),
    "younger and older ones together": ({"minimum_age": 8, "maximum_age": 5}, ["Splash club"]),
    "nearest first": (
        {"postcode": "KT1"},
        ["Talking time", "Splash club", "Travel training", "Sleep clinic"],
    ),
    "within two miles": ({"postcode": "KT1 1EU", "proximity": 3300}, ["Talking time", "Splash club"]),
    "nobody's": ({"organization_id": NOBODY}, []),
    "no such word": ({"taxonomy_term_id": NOBODY}, []),
    "no such list of words": ({"taxonomy_id": NOBODY}, []),
}


@pytest.mark.parametrize(("parameters", "expected"), CASES.values(), ids=CASES)
def test_a_parameter_narrows(parameters, expected, offer, ask):
    page = ask("services", **parameters)
    assert page["total_items"] == expected if isinstance(expected, int) else names(page) == expected


def test_a_provider_narrows(offer, ask):
    provider = Provider.objects.get(name="Provider 1")
    assert names(ask("services", organization_id=provider.reference)) == ["Splash club", "Sleep clinic"]


def test_a_service_without_a_need_is_found_under_every_need(offer, ask):
    assert names(ask("services", taxonomy_term_id=term_id("SEMH"))) == [
        "Splash club",
        "Autism base",
        "Travel training",
    ]


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("20-25", ["Sleep clinic", "Job club"]),
        ("special-schools", ["Splash club", "Travel training", "Job club"]),
    ],
)
def test_a_band_of_ages_and_a_heading_narrow(code, expected, offer, ask):
    assert names(ask("services", taxonomy_term_id=term_id(code))) == expected


def test_a_list_of_words_narrows_to_what_has_any_of_them(offer, ask):
    headings = identifier("taxonomy", "Headings of the Local Offer")
    assert len(names(ask("services", taxonomy_id=headings))) == 3


def test_headings_that_nobody_has_checked_are_not_told(offer, ask):
    assert ask("taxonomy_terms", per_page=100)["total_items"] > Heading.objects.count()
    HeadingList.objects.update(checked_by=None, checked_at=None)
    assert "special-schools" not in [term["term"] for term in ask("taxonomy_terms", per_page=100)["contents"]]


def test_what_was_published_since_a_moment(offer, ask):
    moment = timezone.now()
    assert ask("services", modified_after=moment.isoformat())["empty"]
    offer[2].save_revision().publish()
    assert names(ask("services", modified_after=moment.isoformat())) == ["Autism base"]
    assert names(ask("services", modified_after="2999-01-01")) == []
    assert len(names(ask("services", modified_after="2026-03-15T10:30:45.123Z"))) == 6
    assert names(ask("services", modified_after="2026-03-15T10:30:45.124Z")) == ["Autism base"]


def test_a_check_is_a_modification_that_those_who_keep_a_copy_hear_of(offer, ask):
    """Nothing was published, but the day it was last checked is another one."""
    before = ask(f"services/{offer[2].reference}")
    confirm_page(page=offer[2], for_check_on=offer[2].next_check_on, at=timezone.now())
    after = ask(f"services/{offer[2].reference}")
    assert after["assured_date"] > before["assured_date"]
    assert after["last_modified"] > before["last_modified"]
    assert names(ask("services", modified_after=after["last_modified"])) == ["Autism base"]


def test_a_provider_with_another_name_is_a_modification_of_its_services(offer, ask):
    """Their copies tell its name and website; whom we ask whether they are right is nobody else's."""
    before = ask(f"services/{offer[2].reference}")
    provider = offer[2].provider
    provider.check_email = "checks@provider.example"
    provider.save()
    assert ask(f"services/{offer[2].reference}") == before
    provider.name = "Renamed"
    provider.save()
    after = ask(f"services/{offer[2].reference}")
    assert after["organization"]["name"] == "Renamed"
    assert after["last_modified"] > before["last_modified"]
    told = ask("services", modified_after=after["last_modified"])["contents"]
    assert {service["organization"]["name"] for service in told} == {"Renamed"}


def test_a_service_counts_as_modified_at_the_moment_it_tells(offer, ask):
    for service in ask("services")["contents"]:
        assert service["name"] in names(ask("services", modified_after=service["last_modified"]))


@pytest.mark.parametrize(
    ("moment", "found"),
    [("9334-05-29T21:06:45+20:06", 0), ("9999-12-31T23:59:59-23:59", 0), ("0001-01-01T00:00:00+14:00", 6)],
)
def test_a_moment_at_an_unheard_of_distance_from_greenwich_is_understood(moment, found, offer, ask):
    assert ask("services", modified_after=moment)["total_items"] == found


def test_a_plus_that_was_not_quoted_is_understood(offer, client):
    address = "/api/oruk/services?modified_after=2999-01-01T00:00:00+01:00"
    assert client.get(address).json()["contents"] == []


def test_what_the_profile_leaves_out_goes_under_the_names_of_the_standard(offer, ask):
    service = ask(f"services/{offer[1].reference}")
    assert service["phones"][0]["number"] == "020 7946 0101"
    assert service["eligibility_description"] == "Any child who lives here."
    assert service["application_process"] == "Come along."
    assert service["wait_time"] == "Six weeks (as of 2019-11-01)"
    assert service["fees_description"] == service["fees"] == "Free"
    assert service["cost_options"][0] | {"id": 0} == {
        "id": 0,
        "service_id": str(offer[1].reference),
        "option": "Free",
        "amount": 0,
        "amount_description": "Free",
    }
    assert service["description"] == "What this is, in one sentence.\nA therapist plays with your child."
    assert (service["minimum_age"], service["maximum_age"]) == (4, 9)
    assert (service["assured_date"], service["status"]) == ("2019-11-03", "active")
    assert service["url"].endswith("/local-offer/health/splash-club/")
    assert service["schedules"][0]["byday"] == "MO,FR"
    told = {attribute["taxonomy_term"]["term"] for attribute in service["attributes"]}
    assert told == {"SLCN", "SEMH", "0-4", "5-10", "health", "special-schools"}
    place = service["service_at_locations"][0]["location"]
    assert place["addresses"][0]["postal_code"] == "KT2 6QL"
    assert place["accessibility"][0]["details"] == "Step-free"


def test_where_providers_want_their_checks_sent_is_nobodys_business(offer, client):
    Provider.objects.update(check_email="private@example.org")
    for path in ("services?full=true", "organizations?full_service=true"):
        assert b"private@example.org" not in client.get(f"/api/oruk/{path}").content


def test_identifiers_stay_the_same(offer, ask):
    first, again = ask("services", full="true"), ask("services", full="true")
    assert first == again
    places = ask("service_at_locations")["contents"]
    assert [ask(f"service_at_locations/{place['id']}")["service_id"] for place in places] == [
        place["service_id"] for place in places
    ]


def test_a_provider_is_told_with_its_services(offer, ask):
    page = ask("organizations", full="true")
    assert [
        (item["name"], [service["name"] for service in item["services"]]) for item in page["contents"]
    ] == [
        ("Provider 0", ["Talking time", "Travel training"]),
        ("Provider 1", ["Splash club", "Sleep clinic"]),
        ("Provider 2", ["Autism base", "Job club"]),
    ]
    assert ask(f"organizations/{page['contents'][0]['id']}", full_service="true")["services"][0]["attributes"]


def test_terms_narrow_to_a_list_of_words_and_to_what_they_say(offer, ask):
    ages = identifier("taxonomy", "Ages")
    assert [term["term"] for term in ask("taxonomy_terms", taxonomy_id=ages)["contents"]] == [
        "0-4",
        "5-10",
        "11-15",
        "16-19",
        "20-25",
    ]
    assert [term["term"] for term in ask("taxonomy_terms", search="dyslexia")["contents"]] == ["SPLD"]
    assert ask("taxonomy_terms", parent_id=term_id("SPLD"))["empty"]
    assert ask(f"taxonomies/{ages}")["taxonomy_terms"][0]["name"] == "Under 5"


REFUSED = {
    "not a number": ("page", "one"),
    "below the first": ("page", "0"),
    "too many": ("per_page", "101"),
    "more than the database counts to": ("page", "9" * 30),
    "not an id": ("taxonomy_term_id", "{6fa459ea-ee8a-3ca4-894e-db77e160355e}"),
    "not a moment": ("modified_after", "yesterday"),
    "no such day": ("modified_after", "2026-02-30"),
    "not an age": ("minimum_age", "five"),
    "older than anybody": ("maximum_age", "121"),
    "not a postcode": ("postcode", "Kingston"),
    "distance from nowhere": ("proximity", "500"),
    "too long": ("search", "x" * 201),
    "another format": ("format", "xml"),
    "neither true nor false": ("full", "1"),
    "not a parameter": ("colour", "blue"),
    "nothing at all": ("page", ""),
}


@pytest.mark.parametrize(("name", "value"), REFUSED.values(), ids=REFUSED)
def test_a_bad_parameter_is_named(name, value, home, client):
    answer = client.get("/api/oruk/services", {name: value})
    assert answer.status_code == 400
    assert answer["Content-Type"] == "application/json"
    assert answer.json()["error"]["parameter"] == name
    assert answer["Access-Control-Allow-Origin"] == "*"


def test_a_parameter_sent_twice_is_named(home, client):
    assert client.get("/api/oruk/services?page=1&page=2").json()["error"]["parameter"] == "page"


def test_a_postcode_that_does_not_exist_is_not_found(home, client):
    answer = client.get("/api/oruk/services", {"postcode": "ZZ99 9ZZ"})
    assert (answer.status_code, answer.json()["error"]["parameter"]) == (404, "postcode")


def test_signs_that_cannot_be_read_find_nothing_and_break_nothing(offer, ask):
    assert ask("services", search="\x00'; drop table --")["total_items"] == 0


@pytest.mark.parametrize(
    "path",
    [f"services/{NOBODY}", f"organizations/{NOBODY}", "services/7", "colours", "a/b/", "services/7%0A"],
)
def test_what_is_not_here_is_a_404_in_json_for_every_site(path, home, client):
    answer = client.get(f"/api/oruk/{path}")
    assert answer.status_code == 404
    assert "message" in answer.json()["error"]
    assert answer["Access-Control-Allow-Origin"] == "*"


def test_every_site_may_ask(offer, client):
    assert client.get("/api/oruk/services")["Access-Control-Allow-Origin"] == "*"
    before = client.options(
        "/api/oruk/services",
        HTTP_ORIGIN="https://elsewhere.example",
        HTTP_ACCESS_CONTROL_REQUEST_METHOD="GET",
    )
    assert (before.status_code, before["Access-Control-Allow-Origin"]) == (204, "*")
    assert before["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_nothing_can_be_written(method, home):
    answer = getattr(Client(enforce_csrf_checks=True), method)("/api/oruk/services")
    assert (answer.status_code, answer["Allow"]) == (405, "GET, HEAD, OPTIONS")


def test_an_answer_stays_the_same_until_something_is_published(offer, client):
    answer = client.get("/api/oruk/services")
    assert answer["Cache-Control"] == "public, max-age=60"
    assert not answer.cookies
    again = {"HTTP_IF_NONE_MATCH": answer["ETag"]}
    unchanged = client.get("/api/oruk/services", **again)
    assert (unchanged.status_code, unchanged["Access-Control-Allow-Origin"]) == (304, "*")
    offer[0].title = "Talking time for everybody"
    offer[0].save_revision().publish()
    assert client.get("/api/oruk/services", **again).status_code == 200


PATHS = [
    "services?full=true",
    "organizations?full_service=true",
    "service_at_locations?full=true",
    "taxonomies",
]


@pytest.mark.parametrize("path", PATHS)
def test_queries_do_not_grow_with_what_is_published(path, offer, client, django_assert_max_num_queries):
    with django_assert_max_num_queries(6):
        client.get(f"/api/oruk/{path}")
