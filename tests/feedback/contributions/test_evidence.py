"""A claim that something changed shows it: a KPI with a figure, a milestone that is reached, a live page."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from django.conf import settings
from django.db import connection

from feedback.contributions import actions
from feedback.contributions.actions.answering import Words
from feedback.contributions.queries import evidence
from feedback.contributions.queries.evidence import NotEvidence, page_at
from kpis.domain.periods import PeriodKind, parse
from kpis.figures.actions.definitions import create_kpi, define_kpi
from kpis.figures.actions.entries import Entry
from kpis.figures.actions.figures import load_published_figure
from tests.feedback.contributions.conftest import MONDAY, TUESDAY
from tests.kpis.figures.conftest import PERCENTAGE, START
from tests.portal.local_offer.tree import plant_the_tree

ANSWERS = "/you-said-we-did/"


@pytest.fixture
def home(db):
    return plant_the_tree()


@pytest.fixture
def make_kpi(milestone, person):
    officer = person("data_officer")

    def make(*, has_figure=True, **changes):
        kpi = create_kpi(code="TH1", workstream=milestone.workstream)
        fields = PERCENTAGE | {"name": "Therapy in time"} | changes
        define_kpi(kpi=kpi, fields=fields, by=officer, at=START)
        if has_figure:
            load_published_figure(
                kpi=kpi,
                period=parse("2018", PeriodKind.CALENDAR_YEAR),
                entry=Entry(value=Decimal("75.4")),
                known_from=datetime(2019, 6, 30, tzinfo=UTC),
                source="Local records",
                basis="",
                by=officer,
                at=MONDAY,
            )
        return kpi

    return make


def answer(published, moderator, row):
    words = Words(you_said="Waits.", outcome="did", what="A third therapist.", evidence=row)
    response = actions.draft_response(contributions=[published()], words=words, by=moderator, at=TUESDAY)
    return actions.publish_response(
        response=response, number=response.versions.count(), by=moderator, at=TUESDAY
    )


@pytest.mark.parametrize(
    "address",
    [
        "/local-offer/",
        "/local-offer",
        " /local-offer/ ",
        "/local-offer/?x=1#part",
        settings.BASE_URL + "/local-offer/",
    ],
)
def test_a_page_is_found_by_its_address_as_people_copy_it(home, address):
    assert page_at(address).pk == home.pk


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("https://www.bbc.co.uk/local-offer/", "not an address of this site"),
        ("//www.bbc.co.uk/local-offer/", "not an address of this site"),
        ("javascript:alert(1)", "not an address of this site"),
        ("local-offer/", "not an address of this site"),
        ("http://[half", "not an address of this site"),
        ("/", "no published page"),
        ("/local-offer/gone/", "no published page"),
        ("/kpis/TH1/", "no published page"),
        ("/x'\"><script>", "no published page"),
    ],
)
def test_an_address_that_is_no_live_page_of_ours_is_refused_by_name(home, address, words):
    with pytest.raises(NotEvidence, match=words) as refusal:
        page_at(address)
    assert f"“{address}”" in str(refusal.value)


def test_a_page_that_was_taken_off_is_no_evidence(home, published, moderator):
    home.unpublish()
    with pytest.raises(NotEvidence):
        page_at("/local-offer/")
    with pytest.raises(actions.Refused, match="is not published") as refusal:
        answer(published, moderator, home)
    assert refusal.value.field == "evidence"


def test_a_page_is_a_link_by_its_title_until_it_is_taken_off(home, client, published, moderator):
    answer(published, moderator, page_at("/local-offer/"))
    assert f'See it: <a href="/local-offer/">{home.title}</a>' in client.get(ANSWERS).content.decode()
    home.unpublish()
    page = client.get(ANSWERS).content.decode()
    assert 'href="/local-offer/"' not in page.split("<main")[1].split("</main")[0]
    assert "taken off this site since: " + home.title in page


def test_a_kpi_is_named_and_neither_linked_nor_its_figure_shown(client, published, moderator, make_kpi):
    answer(published, moderator, make_kpi())
    page = client.get(ANSWERS).content.decode()
    assert "The measure that shows it: Therapy in time" in page
    assert "/kpis/" not in page
    assert "75.4" not in page


@pytest.mark.parametrize(
    "changes", [{"has_figure": False}, {"shown_to_board": False}], ids=["no figure", "not for the Board"]
)
def test_a_kpi_that_shows_nothing_is_refused(published, moderator, make_kpi, changes):
    with pytest.raises(actions.Refused, match="“TH1” has no figure that the Board sees"):
        answer(published, moderator, make_kpi(**changes))


def test_a_milestone_that_is_not_reached_is_refused(published, moderator, milestone):
    milestone.reports.create(
        status="in_progress",
        reported_by=milestone.workstream.lead,
        reported_at=MONDAY + timedelta(hours=1),
    )
    with pytest.raises(actions.Refused, match="not reported as done"):
        answer(published, moderator, milestone)


def test_no_other_row_is_evidence(published, moderator):
    with pytest.raises(actions.Refused, match="Only a KPI, a milestone or a page"):
        answer(published, moderator, moderator)


def test_the_form_offers_what_shows_something_by_workstream(make_kpi, milestone, django_assert_num_queries):
    kpi = make_kpi()
    with django_assert_num_queries(2):
        assert evidence.choices(TUESDAY) == [
            (
                "Therapies",
                [
                    (f"kpi:{kpi.pk}", "KPI TH1: Therapy in time"),
                    (f"milestone:{milestone.pk}", "Milestone: A third therapist"),
                ],
            )
        ]
    assert evidence.choices(MONDAY - timedelta(days=1))[0][1] == [
        (f"kpi:{kpi.pk}", "KPI TH1: Therapy in time")
    ]


def test_a_page_is_chosen_by_its_address_and_kept_in_the_form(home, published, client_as, moderator, client):
    desk = client_as(moderator)
    contribution = published()
    fields = {"you_said": "W", "outcome": "did", "what": "D", "contributions": [contribution.pk]}
    desk.post("/feedback/answers/new/", fields | {"evidence_page": "/local-offer"})
    (response,) = contribution.responses.all()
    page = desk.get(f"/feedback/answers/{response.pk}/").content.decode()
    assert 'value="/local-offer/"' in page
    assert f">{home.title}</a>" in page


def test_an_old_draft_of_a_deed_without_evidence_is_not_published(db, published, moderator, did):
    """The rule is newer than the row: it was drafted when words of any kind were enough."""
    response = actions.draft_response(contributions=[published()], words=did, by=moderator, at=TUESDAY)
    rule = "response_version_deed_shows_evidence"
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(f"ALTER TABLE contributions_responseversion DROP CONSTRAINT {rule}")
    response.versions.update(evidence_type=None, evidence_id="", evidence="Staff list")
    with pytest.raises(actions.Refused, match="Show that it was done"):
        actions.publish_response(
            response=response, number=response.versions.count(), by=moderator, at=TUESDAY
        )
