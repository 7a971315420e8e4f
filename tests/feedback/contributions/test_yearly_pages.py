"""The pages of the yearly record, the feed, and an answer's own page: as everybody and as its publishers see them."""

import csv
import io
from datetime import UTC, datetime, timedelta
from xml.etree import ElementTree

import pytest
from django.utils import timezone

from feedback.contributions import actions
from feedback.contributions.actions.answering import Words
from feedback.contributions.models import Edition, PublicationYear
from tests.feedback.contributions.conftest import PLANTED, TUESDAY

YEARS, DESK = "/you-said-we-did/yearly/", "/feedback/yearly/"
YEAR, PREVIEW = f"{YEARS}2019/", f"{DESK}2019/"
FEED = "/you-said-we-did/feed/"
DUE = datetime(2020, 12, 1, 0, 20, tzinfo=UTC)
ATOM = "{http://www.w3.org/2005/Atom}"


def html(client, address) -> str:
    page = client.get(address)
    assert page.status_code == 200
    return page.content.decode()


@pytest.fixture
def edition(published, answered):
    answered(public="An answered comment.")
    published(text=f"{PLANTED} waits too.", public="A comment that waits.")
    actions.keep_the_year(at=DUE)
    return Edition.objects.get(number=1)


@pytest.fixture
def desk(client_as, moderator):
    return client_as(moderator)


# ---- everybody ----


def test_the_years_are_listed_with_the_days_since_the_last(edition, client):
    page = html(client, YEARS)
    assert f'href="{YEAR}"' in page
    assert "The last one was published" in page
    assert "days ago" in page


def test_before_the_first_year_the_page_says_so(client, db):
    page = html(client, YEARS)
    assert "Nothing has been published yet." in page
    assert "No year has begun yet." in page


def test_a_year_that_is_not_published_yet_says_when_it_will_be(client, db):
    actions.begin_years(at=TUESDAY)
    page = html(client, YEARS)
    assert "will be published on 1 December 2020" in page
    assert f'href="{YEAR}"' not in page
    assert client.get(YEAR).status_code == 404


def test_an_edition_has_every_comment_with_its_answer_or_who_owes_it(edition, client):
    page = html(client, YEAR)
    for words in (
        "An answered comment.",
        "We did:",
        "A third therapist started.",
        "A comment that waits.",
        "Awaiting a response from the partnership since 11 November 2019; due on 9 December 2019.",
        "Edition 1, published on 1 December 2020",
        "not shown, to protect people",
    ):
        assert words in page
    assert PLANTED not in page


def test_earlier_editions_are_linked_and_stay(edition, client, desk):
    waiting = edition.lines.get(response_version=None).contribution
    answer_to(waiting)
    assert (
        "Published. Everybody can read it." in desk.post(f"{PREVIEW}publish/", follow=True).content.decode()
    )
    latest = html(client, YEAR)
    assert "Edition 2, published" in latest
    assert f'href="{YEAR}1/"' in latest
    earlier = html(client, f"{YEAR}1/")
    assert "There is a later edition." in earlier
    assert "It has been answered since" in earlier
    assert "Awaiting a response from the partnership" in earlier


def answer_to(contribution):
    by = contribution.approved_version.approved_by
    words = Words(you_said="W", outcome="will_not", reason="There is no money for it.")
    response = actions.draft_response(contributions=[contribution], words=words, by=by, at=DUE)
    return actions.publish_response(response=response, number=response.versions.count(), by=by, at=DUE)


def test_the_table_says_the_same_as_the_page(edition, client):
    answer = client.get(f"{YEAR}1/comments.csv")
    assert "attachment" in answer["Content-Disposition"]
    headings, *rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    comments = [row for row in rows if row[0] == "Comment"]
    assert [row[1] for row in comments] == ["An answered comment.", "A comment that waits."]
    assert comments[0][2:4] == ["We did", "A third therapist started."]
    assert comments[1][6:9] == ["11 November 2019", "9 December 2019", "the partnership"]
    assert all(len(row) == len(headings) for row in rows)
    assert PLANTED not in answer.content.decode()


def test_a_small_count_is_hidden_in_page_and_table_alike(receive, edition, client):
    for number in range(3):
        contribution = receive(text=f"Number {number}", at=TUESDAY + timedelta(days=330))
        actions.withdraw(contribution=contribution, at=DUE + timedelta(days=1))
    actions.keep_the_year(at=datetime(2021, 12, 1, 9, tzinfo=UTC))
    # 3 withdrawn in 2020/21 is fewer than 10: every number beside it that would give it away is hidden with it.
    rows = list(
        csv.reader(io.StringIO(client.get(f"{YEARS}2020/1/comments.csv").content.decode("utf-8-sig")))
    )
    withdrawn = [row[-1] for row in rows if row[0].endswith("Withdrawn by whoever wrote it")]
    assert withdrawn in ([], ["c"])
    assert "3" not in [row[-1] for row in rows]


def test_hostile_words_are_shown_as_words_and_run_nowhere(answered, client):
    bad = "=1+1 <script>alert(1)</script> {{ 7|add:7 }} \x0b\x1f end"
    words = Words(you_said=bad, outcome="will_not", reason=bad)
    contribution = answered(public=bad, words=words)
    actions.keep_the_year(at=DUE)
    for address in (YEAR, f"/you-said-we-did/{contribution.response.pk}/"):
        page = html(client, address)
        assert "<script>alert" not in page
        assert "{{ 7|add:7 }}" in page
    rows = list(csv.reader(io.StringIO(client.get(f"{YEAR}1/comments.csv").content.decode("utf-8-sig"))))
    assert rows[1][1].startswith("'=1+1")
    feed(client)


@pytest.mark.parametrize(
    "address",
    [
        f"{YEARS}2018/",
        f"{YEARS}0/",
        f"{YEARS}10000/",
        f"{YEARS}99999999999999999999/",
        f"{YEAR}2/",
        f"{YEAR}99999999999999999999/",
        f"{YEAR}2/comments.csv",
        "/you-said-we-did/99999999999999999999/",
    ],
)
def test_what_is_not_there_is_not_found(edition, client, address):
    assert client.get(address).status_code == 404


def test_an_answer_that_is_not_published_has_no_page(published, moderator, did, client):
    response = actions.draft_response(contributions=[published()], words=did, by=moderator, at=TUESDAY)
    assert client.get(f"/you-said-we-did/{response.pk}/").status_code == 404


def test_public_pages_may_be_kept_a_minute_by_caches(edition, client):
    response = edition.lines.exclude(response_version=None).get().response_version.response
    for path in (YEARS, YEAR, f"{YEAR}1/comments.csv", FEED, f"/you-said-we-did/{response.pk}/"):
        answer = client.get(path)
        assert "max-age=60" in answer["Cache-Control"], path
        assert client.post(path).status_code == 405


# ---- the feed ----


def feed(client) -> ElementTree.Element:
    return ElementTree.fromstring(client.get(FEED).content)  # noqa: S314 - our own words, whatever people wrote


def test_the_feed_has_published_answers_only_and_no_quotation(answered, published, moderator, did, client):
    contribution = answered(public="A quotation.")
    draft = Words(you_said="A draft.", outcome="will_not", reason="No.")
    actions.draft_response(contributions=[published(text="Jack.")], words=draft, by=moderator, at=TUESDAY)
    answer = client.get(FEED)
    assert answer["Content-Type"] == "application/atom+xml; charset=utf-8"
    (entry,) = feed(client).findall(f"{ATOM}entry")
    assert entry.find(f"{ATOM}title").text == "Waits are too long."
    assert entry.find(f"{ATOM}link").get("href").endswith(f"/you-said-we-did/{contribution.response.pk}/")
    for words in ("A draft.", "A quotation.", PLANTED):
        assert words not in answer.content.decode()


def test_an_empty_feed_is_a_feed(client, db):
    assert feed(client).tag == f"{ATOM}feed"


# ---- those who publish ----


def test_the_preview_says_what_awaits_whose_answer_and_what_is_held_back_and_why(edition, desk, receive):
    page = html(desk, PREVIEW)
    assert "A comment that waits." in page
    assert "The partnership: 1" in page
    assert "Held back" in page
    assert "Whether an answer made a difference.</strong> Every number in it is too small" in page
    assert "Publish a later edition" in page


def test_an_edition_without_news_is_refused_with_words(edition, desk):
    page = desk.post(f"{PREVIEW}publish/", follow=True).content.decode()
    assert "Nothing has changed since the last edition." in page
    assert Edition.objects.filter(year=edition.year).count() == 1


def test_a_year_that_is_not_over_has_no_button_and_cannot_be_published(desk, db):
    actions.begin_years(at=timezone.now())
    year = PublicationYear.objects.latest("starts_on").starts_on.year
    page = html(desk, f"{DESK}{year}/")
    assert "The year is not over yet." in page
    assert "publish/" not in page
    assert "not over yet" in desk.post(f"{DESK}{year}/publish/", follow=True).content.decode()


def test_dates_are_moved_in_the_preview_and_an_error_stands_at_its_field(desk, db):
    actions.begin_years(at=timezone.now())
    year = PublicationYear.objects.latest("starts_on")
    address = f"{DESK}{year.starts_on.year}/"
    page = desk.post(address, {"ends_on": year.ends_on, "due_on": ""}).content.decode()
    assert "Enter the day on which it is published." in page
    assert "<title>Error: " in page
    too_late = year.ends_on + timedelta(days=200)
    page = desk.post(address, {"ends_on": year.ends_on, "due_on": too_late}).content.decode()
    assert "within six months" in page
    earlier = year.due_on - timedelta(days=10)
    assert desk.post(address, {"ends_on": year.ends_on, "due_on": earlier}).status_code == 302
    year.refresh_from_db()
    assert year.due_on == earlier
    assert "moderator@example.org" in html(desk, DESK) or str(year.changed_by) in html(desk, DESK)


def test_an_empty_desk_says_so(desk):
    assert "No year has begun yet." in html(desk, DESK)


@pytest.mark.parametrize("role", ["forum", "workstream_lead", "board_member", "administrator", "editor"])
def test_nobody_else_publishes_it(edition, client_as, role):
    other = client_as(role)
    assert other.get(DESK).status_code == 403
    assert other.get(PREVIEW).status_code == 403
    assert other.post(f"{PREVIEW}publish/").status_code == 403


# ---- the forum's own view ----


@pytest.mark.parametrize(
    "role",
    [
        "workstream_lead",
        "partner_officer",
        "moderator",
        "board_member",
        "administrator",
        "finance",
        "data_officer",
        "editor",
        "safeguarding_lead",
        "parent_carer",
        "provider",
    ],
)
def test_the_council_cannot_touch_the_forums_view(answered, person, client_as, client, role):
    response = answered().response
    actions.write_forum_view(response=response, text="Families still wait.", by=person("forum"), at=TUESDAY)
    address = f"/feedback/forum/{response.pk}/"
    council = client_as(role)
    assert council.get(address).status_code == 403
    assert council.post(address, {"text": "All is well."}).status_code == 403
    page = html(client, "/you-said-we-did/")
    assert "Families still wait." in page
    assert "All is well." not in page


def test_a_revision_of_the_answer_leaves_the_forums_view(answered, person, moderator, did, client):
    contribution = answered()
    response = contribution.response
    actions.write_forum_view(response=response, text="Families still wait.", by=person("forum"), at=TUESDAY)
    actions.revise_response(
        response=response, contributions=[contribution], words=did, based_on=1, by=moderator, at=TUESDAY
    )
    actions.publish_response(response=response, number=response.versions.count(), by=moderator, at=TUESDAY)
    assert "Families still wait." in html(client, f"/you-said-we-did/{response.pk}/")
