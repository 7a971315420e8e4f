"""Top-ups as known at a meeting: the list, what was recorded of schools and the bands as they counted then."""

from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from kpis.topups import actions
from kpis.topups.actions import BandLine
from kpis.topups.models import CostSplit, FirstSliceShown, Incentive, PaidPlaces
from kpis.workstreams.models import Meeting
from tests.kpis.topups.conftest import NOW, TERMS, YEAR

D = Decimal
LIST = [2019, "outturn"]
MEETING = date(2020, 4, 22)
BEFORE, AFTER = NOW, NOW + timedelta(days=7)
FIRST = "TU-1,Primary A,,Maintained,B1,3660,2019-04-01,"
SECOND = "TU-1,Primary A,,Maintained,B1,7320,2019-04-01,"


@pytest.fixture
def meeting(db):
    return Meeting.objects.create(held_on=MEETING, starts_at=datetime(2020, 4, 22, 17, tzinfo=NOW.tzinfo))


@pytest.fixture
def client(client_as, officer):
    return client_as(officer)


def text_of(client, name, *args, then=False, **query):
    query |= {"meeting": MEETING.isoformat()} if then else {}
    answer = client.get(reverse(f"topups:{name}", args=args), query)
    assert answer.status_code == 200
    return " ".join(BeautifulSoup(answer.content, "html.parser").find("main").get_text(" ").split())


def test_a_list_that_was_replaced_is_read_as_it_counted_at_a_meeting(client, load, meeting):
    load(FIRST)
    load(SECOND, at=AFTER, reason="The rate was wrong")
    assert "cost £7,320.00" in text_of(client, "averages", *LIST)
    then = text_of(client, "averages", *LIST, then=True)
    assert "cost £3,660.00" in then
    assert "Version 1" in then
    assert "As known at the meeting of" in then
    assert "The rate was wrong" not in then
    table = client.get(reverse("topups:table", args=[*LIST, "csv"]), {"meeting": MEETING.isoformat()})
    assert ",3660" in table.content.decode()


def test_what_came_after_a_meeting_is_not_there(client, load, meeting):
    load(FIRST, at=AFTER)
    assert "No top-ups were recorded by then." in text_of(client, "index", then=True)
    address = reverse("topups:averages", args=LIST)
    assert client.get(address, {"meeting": MEETING.isoformat()}).status_code == 404
    assert client.get(address, {"meeting": "2020-04-23"}).status_code == 404  # no such meeting


def test_a_list_offers_the_meetings_that_knew_it(client, load, meeting):
    Meeting.objects.create(held_on=date(2020, 5, 20), starts_at=datetime(2020, 5, 20, 17, tzinfo=NOW.tzinfo))
    address = reverse("topups:averages", args=LIST)
    load(FIRST, at=AFTER)
    page = BeautifulSoup(client.get(address).content, "html.parser")
    assert [link["href"] for link in page.select("details a[href*=meeting]")] == ["?meeting=2020-05-20"]


def test_entries_corrected_since_count_as_they_did(client, load, schools, record, officer, meeting):
    load(FIRST)
    school = schools["Primary A"]
    entries = {
        PaidPlaces: {"places": 2, "annual_gbp": 10_000},
        CostSplit: {"fixed_gbp": 100_000, "per_pupil_gbp": 1_000, "pupils": 10},
        Incentive: {"kind": "targeted", "what_for": "A class", "pupils": 6, "amount_gbp": 5_000},
    }
    for kind, terms in entries.items():
        first = record(kind, school, **terms)
        money = {"annual_gbp": D(20_000)} if kind is PaidPlaces else {}
        money |= {"fixed_gbp": D(200_000), "per_pupil_gbp": D(1_000)} if kind is CostSplit else {}
        money |= {"amount_gbp": D(7_000)} if kind is Incentive else {}
        changed = {**YEAR, **terms, **money, "setting": school}
        actions.correct_entry(entry=first, reason="Typed wrongly", by=officer, at=AFTER, **changed)
    for name, args, before, now in (
        ("empty_places", LIST, "£10,000", "£20,000"),
        ("numbers", [], "£11,000", "£21,000"),
        ("incentives", [], "£5,000", "£7,000"),
        ("entries", ["paid-places"], "£10,000", "£20,000"),
    ):
        assert before in text_of(client, name, *args, then=True), name
        assert now not in text_of(client, name, *args, then=True), name
        assert now in text_of(client, name, *args), name


def test_the_first_slice_and_the_bands_are_those_of_then(client, load, schools, officer, record, meeting):
    load(FIRST)
    late = YEAR | {"by": officer, "at": AFTER}
    actions.record_entry(
        of=FirstSliceShown,
        setting=schools["Primary A"],
        reference="TU-1",
        shown_gbp=D(6_000),
        shown_on=date(2020, 4, 25),
        evidence="Budget plan",
        **late,
    )
    assert "For 1 of 1 top-up" in text_of(client, "first_slice", *LIST)
    assert "For 0 of 1 top-up" in text_of(client, "first_slice", *LIST, then=True)
    table = actions.add_band_table(
        name="Draft 2",
        starts_on=None,
        basis="planned",
        bands=[BandLine("B1", D(9_000), "")],
        by=officer,
        at=AFTER,
        **TERMS,
    )
    assert "Draft 2" in text_of(client, "bands", *LIST, table=table.pk)
    assert "No table of bands is recorded yet." in text_of(client, "bands", *LIST, then=True)
    assert "Record a table" not in text_of(client, "band_tables", then=True)


def test_links_of_a_page_stay_at_the_meeting(client, load, meeting):
    load(FIRST)
    page = client.get(reverse("topups:averages", args=LIST), {"meeting": MEETING.isoformat()})
    links = BeautifulSoup(page.content, "html.parser").select("nav.tabs a, nav.breadcrumbs a")
    assert links
    assert all(link["href"].endswith("?meeting=2020-04-22") for link in links if "/top-ups/" in link["href"])
