"""Open Referral feeds: taken, taken with warnings, refused with reasons, and only ever fetched from where we may."""

import http.server
import json
import threading
from pathlib import Path

import pytest

from portal.local_offer.actions import importing
from portal.local_offer.actions.importing.fetching import FeedUnreachable, fetch_feed
from portal.local_offer.models import ImportedRow, ListingImport, ServicePage
from tests.portal.local_offer.importing.conftest import AT

MOCKS = Path(__file__).resolve().parents[5] / "shared" / "data" / "oruk-3.0" / "mocks"
samples = pytest.mark.skipif(
    not MOCKS.exists(), reason="The samples of the standard are not beside the project."
)
SERVICE = {
    "id": "6fa459ea-ee8a-4ca4-894e-db77e160355e",
    "name": "Talking time",
    "status": "active",
    "description": "A therapist plays with your child. Bring a friend.",
    "minimum_age": 2,
    "maximum_age": 7,
    "assured_date": "2026-10-01",
    "organization": {
        "id": "7fa459ea-ee8a-4ca4-894e-db77e160355e",
        "name": "Elm Trust",
        "description": "A charity.",
    },
    "phones": [{"id": "8fa459ea-ee8a-4ca4-894e-db77e160355e", "number": "020 7946 0101"}],
    "eligibility_description": "Any family.",
    "application_process": "Ring us.",
    "fees_description": "Free",
    "schedules": [{"id": "9fa459ea-ee8a-4ca4-894e-db77e160355e", "freq": "WEEKLY", "byday": "MO,FR"}],
    "attributes": [
        {"taxonomy_term": {"name": "Speech, language and communication"}},
        {"taxonomy_term": {"name": "Activities"}},
    ],
}


def as_json(*services):
    page = {"total_items": len(services), "contents": list(services)}
    return [("services.json", json.dumps(page).encode())]


@pytest.fixture
def look_at_sample(look):
    def at(folder, *names):
        files = sorted(path for path in (MOCKS / folder).glob("*.json") if not names or path.stem in names)
        return look([(path.name, path.read_bytes()) for path in files], source=folder, kind="feed")

    return at


@samples
def test_the_sample_that_passes_is_taken(look_at_sample, apply):
    received = look_at_sample("Default")
    assert (received.refused, received.remarks) == ("", [])
    [row] = received.rows.all()
    assert (row.outcome, row.fields["title"], row.fields["cost"]) == (
        "new",
        "Community Counselling",
        "fees_description",
    )
    assert (row.fields["age_from"], row.fields["age_to"]) == (12, 25)
    assert [problem["text"] for problem in row.problems] == [
        "ABC 1234",
        "100",
    ]  # a postcode, an age: left out
    apply(received)
    assert ServicePage.objects.get().title == "Community Counselling"
    assert [row.outcome for row in look_at_sample("Default").rows.all()] == ["same"]


@samples
def test_the_sample_with_warnings_is_taken_and_they_are_said(look_at_sample):
    received = look_at_sample("Warn")
    assert received.refused == ""
    assert [row.outcome for row in received.rows.all()] == ["new"]
    said = {remark["place"]: remark["message"] for remark in received.remarks}
    assert said == {
        "organization_list.json": "It speaks of 10 organisations, and 1 of them are in it.",
        "taxonomy_list.json": "It speaks of 10 taxonomies, and 1 of them are in it.",
        "taxonomy_term.json: description": "“description” is missing.",
        "taxonomy_term.json: term_uri": "“term_uri” must be an address that begins with http.",
    }


@samples
def test_the_sample_that_fails_is_refused_with_reasons(look_at_sample):
    received = look_at_sample("Fail")
    assert received.refused == "The feed does not say rightly what it is."
    grave = [remark["place"] for remark in received.remarks if remark["is_grave"]]
    assert grave == ["api_details.json: profile", "api_details.json: openapi_url"]
    assert set(received.rows.values_list("outcome", flat=True)) == {"wrong"}


@samples
def test_each_service_of_the_failing_sample_is_refused_with_reasons(look_at_sample):
    [full] = look_at_sample("Fail", "service_full").rows.all()
    assert full.outcome == "wrong"
    assert [p["message"] for p in full.problems if p["is_grave"]] == [
        "“url” must be an address that begins with http.",
        "“email” must be an e-mail address.",
    ]
    listed = look_at_sample("Fail", "service_list").rows.order_by("number")
    assert {row.outcome for row in listed} == {"wrong"}
    assert "“name” is missing." in [p["message"] for p in listed[0].problems]


def test_what_is_read_of_a_service(look):
    [row] = look(as_json(SERVICE), kind="feed").rows.all()
    expected = {
        "title": "Talking time",
        "provider": "Elm Trust",
        "summary": "A therapist plays with your child. Bring a friend.",
        "needs": ["SLCN"],
        "category": "activities",
        "age_from": 2,
        "age_to": 7,
        "days": ["mon", "fri"],
        "eligibility": "Any family.",
        "how_to_get_it": "Ring us.",
        "cost": "Free",
        "cost_kind": "free",
        "phone": "020 7946 0101",
        "last_checked_on": "2026-10-01",
    }
    assert {name: row.fields[name] for name in expected} == expected


def test_our_own_open_data_comes_back_as_it_went(add_page, service, look, client):
    page = add_page(service(age_from=2, age_to=7, needs=["SLCN"], days=["mon"], postcode="KT1 1EU"))
    told = client.get("/api/oruk/services?full=true").content
    [row] = look([("services.json", told)], kind="feed").rows.all()
    assert (row.outcome, row.may_be_id) == (ImportedRow.Outcome.DUPLICATE, page.pk)
    same = ("title", "age_from", "age_to", "needs", "days", "postcode", "category", "area", "phone", "cost")
    assert {name: row.fields[name] for name in same} == {name: getattr(page, name) for name in same}


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"status": "defunct"}, "not offered now"),
        ({"minimum_age": 60, "maximum_age": 100}, "up to 25"),
        ({"id": "12"}, "“id” must be an id (UUID)."),
    ],
)
def test_a_service_that_is_not_for_us_is_refused(changes, message, look):
    [row] = look(as_json(SERVICE | changes), kind="feed").rows.all()
    assert row.outcome == ImportedRow.Outcome.WRONG
    assert any(message in problem["message"] for problem in row.problems)


HOSTILE = {
    "deep": b"[" * 100_000,
    "not JSON": b"<html>",
    "a number": b"7",
    "no number": b'{"contents": [{"id": NaN}]}',
    "a list of lists": b"[[1]]",
}


@pytest.mark.parametrize("content", HOSTILE.values(), ids=HOSTILE)
def test_what_is_no_feed_is_refused(content, look):
    assert look([("feed.json", content)], kind="feed").refused


def test_signs_that_no_database_holds_are_left_out(look):
    strange = {
        "name": "Talk\x00ing \ud800time",
        "description": ["x"],
        "organization": "y",
        "attributes": {"z": 1},
    }
    [row] = look(as_json(SERVICE | strange), kind="feed").rows.all()
    assert row.fields["title"] == "Talking time"


class Feed(http.server.BaseHTTPRequestHandler):
    """A feed of one service; under /elsewhere it sends who asks to another address."""

    asked = []

    def do_GET(self):
        self.asked.append(self.path)
        answers = {
            "/": {
                "version": "HSDS-UK-3.0",
                "profile": "https://a.example/",
                "openapi_url": "https://a.example/o",
            },
            "/services?page=1": {"contents": [SERVICE, {"id": "../../secret"}], "last_page": True},
            f"/services/{SERVICE['id']}": SERVICE,
        }
        self.send_response(200 if self.path in answers else 302)
        self.send_header("Location", "/services?page=1")
        self.end_headers()
        self.wfile.write(json.dumps(answers.get(self.path, {})).encode())

    def log_message(self, *_arguments):
        pass


@pytest.fixture
def feed():
    Feed.asked.clear()
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Feed)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def received_feed(address, by):
    received = importing.receive_import(kind="feed", source=address, files=[], by=by, at=AT)
    importing.fetch_and_look_through(import_id=received.pk, at=AT)
    return ListingImport.objects.get(pk=received.pk)


def test_a_feed_is_fetched_from_an_address_that_an_administrator_has_set(feed, settings, importer):
    settings.OPEN_REFERRAL_FEEDS = [feed]
    received = received_feed(feed, importer)
    assert received.refused == ""
    assert [row.fields["title"] for row in received.rows.all()] == ["Talking time"]
    assert Feed.asked == [
        "/",
        "/services?page=1",
        f"/services/{SERVICE['id']}",
    ]  # an id that is none is not asked for


def test_no_other_address_is_asked(feed, importer):
    assert "not allowed" in received_feed(feed, importer).refused
    assert Feed.asked == []


def test_an_answer_that_points_elsewhere_is_not_followed(feed):
    with pytest.raises(FeedUnreachable, match="302"):
        fetch_feed(f"{feed}/elsewhere")
    assert Feed.asked == ["/elsewhere/"]
