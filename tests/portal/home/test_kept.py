"""The Board's page is worked out once for each edition, and what is kept is what would be worked out anew."""

import re
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.messages import constants
from django.contrib.messages.storage.cookie import CookieStorage
from django.core.cache import cache
from django.db import connection
from django.http import HttpResponse
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from kpis.workstreams.models import Meeting
from portal.home import moments
from tests.demonstration import load_demonstration

BOARD = "/board/"
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="\w+"')


def without_token(response) -> str:
    assert response.status_code == 200
    return TOKEN.sub("", response.content.decode())


def meeting(day: datetime, title="The Board") -> Meeting:
    return Meeting.objects.create(held_on=day.date(), starts_at=day, title=title)


@pytest.fixture
def member(transactional_db, client_as):
    """A member of the Board who has the page open."""
    meeting(datetime(2025, 11, 13, 14, tzinfo=UTC))
    return client_as("board_member")


def questions(client, **headers) -> int:
    """How many queries the page costs besides those about the person."""
    with CaptureQueriesContext(connection) as captured:
        client.get(BOARD, headers=headers)
    return len(captured)


def test_a_page_that_was_worked_out_is_shown_again_without_reading_its_rows(member):
    first, second = questions(member), questions(member)
    assert second < 6 < first


def test_what_is_kept_is_byte_for_byte_what_is_worked_out_anew(transactional_db, client_as):
    load_demonstration()
    client = client_as("board_member")
    days = Meeting.objects.order_by("held_on").values_list("held_on", flat=True)
    for address in (BOARD, *(f"/board/{day:%Y-%m-%d}/" for day in days)):
        anew = without_token(client.get(address))
        kept = without_token(client.get(address))
        cache.clear()
        assert kept == anew == without_token(client.get(address))


def test_a_write_shows_at_once(member):
    member.get(BOARD)
    meeting(datetime(2026, 2, 3, 14, tzinfo=UTC))
    assert "3 February 2026" in without_token(member.get(BOARD))


def test_what_is_not_committed_yet_is_neither_shown_nor_kept_away(member):
    member.get(BOARD)
    with closing(connection.copy()) as other:
        other.set_autocommit(False)
        with other.cursor() as cursor:
            cursor.execute(
                "INSERT INTO workstreams_meeting (held_on, starts_at, title, note)"
                " VALUES ('2026-02-03', '2026-02-03 14:00+00', 'The Board', '')"
            )
        meanwhile = member.get(BOARD)
        other.commit()
    assert "3 February 2026" not in without_token(meanwhile)
    assert "ETag" not in meanwhile.headers
    assert "3 February 2026" in without_token(member.get(BOARD))


def test_everybody_has_their_own_name_around_the_page_that_is_the_same_for_all(member, client_as, person):
    member.get(BOARD)
    page = without_token(client_as(person("board_member", email="kim@example.org")).get(BOARD))
    assert "kim@example.org" in page


# ---- a browser that has the page ----


def test_a_browser_that_has_the_page_is_told_so(member):
    tag = member.get(BOARD).headers["ETag"]
    again = member.get(BOARD, headers={"if-none-match": f'"other", {tag}'})
    assert (again.status_code, again.content, again.headers["ETag"]) == (304, b"", tag)
    assert questions(member, **{"if-none-match": tag}) <= 4


def test_no_cache_in_between_keeps_it_and_the_browser_always_asks(member):
    tag = member.get(BOARD).headers["ETag"]
    for headers in ({}, {"if-none-match": tag}):
        assert set(member.get(BOARD, headers=headers).headers["Cache-Control"].split(", ")) == {
            "private",
            "no-cache",
        }


def test_after_a_write_the_page_is_sent(member):
    tag = member.get(BOARD).headers["ETag"]
    meeting(datetime(2026, 2, 3, 14, tzinfo=UTC))
    assert member.get(BOARD, headers={"if-none-match": tag}).status_code == 200


def test_another_name_of_the_partnership_is_another_page(member, settings):
    tag = member.get(BOARD).headers["ETag"]
    settings.PARTNERSHIP_NAME = "The Other Partnership"
    assert "The Other Partnership" in without_token(member.get(BOARD, headers={"if-none-match": tag}))


def test_what_one_person_has_is_not_what_another_has(member, client_as):
    tag = member.get(BOARD).headers["ETag"]
    assert client_as("board_member").get(BOARD, headers={"if-none-match": tag}).status_code == 200


def test_another_sign_in_has_another_form_to_sign_out_with(member):
    tag = member.get(BOARD).headers["ETag"]
    member.cookies["csrftoken"] = "a" * 32
    assert member.get(BOARD, headers={"if-none-match": tag}).status_code == 200


def test_who_may_not_see_the_page_is_refused_whatever_the_browser_has(member, client_as, client):
    tag = member.get(BOARD).headers["ETag"]
    assert client_as("moderator").get(BOARD, headers={"if-none-match": tag}).status_code == 403
    assert client.get(BOARD, headers={"if-none-match": tag}).status_code == 302


def test_a_page_that_says_what_was_just_done_is_not_to_be_shown_again(member):
    tag = member.get(BOARD).headers["ETag"]
    member.cookies["messages"] = said("It is done.")
    once = member.get(BOARD, headers={"if-none-match": tag})
    assert "It is done." in without_token(once)
    assert "ETag" not in once.headers


def said(words: str) -> str:
    """The cookie of a message that waits to be shown."""
    storage, response = CookieStorage(RequestFactory().get("/")), HttpResponse()
    storage.add(constants.INFO, words)
    storage.update(response)
    return response.cookies[CookieStorage.cookie_name].value


# ---- what changes by time alone ----

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("begins", "changes"),
    [
        (NOW + timedelta(minutes=5), NOW + timedelta(minutes=5)),
        (NOW, datetime(2026, 3, 3, tzinfo=UTC)),
        (NOW - timedelta(days=1), datetime(2026, 3, 3, tzinfo=UTC)),
        (NOW + timedelta(days=2), datetime(2026, 3, 3, tzinfo=UTC)),
    ],
    ids=["in five minutes", "now", "yesterday", "after the day has ended"],
)
def test_a_meeting_that_begins_changes_the_page_and_so_does_the_end_of_a_day(db, begins, changes):
    meeting(begins)
    assert moments.next_change(NOW) == changes


def test_a_day_ends_by_the_clocks_of_london(db):
    assert moments.next_change(datetime(2026, 7, 1, 22, 30, tzinfo=UTC)) == datetime(
        2026, 7, 1, 23, tzinfo=UTC
    )


def test_a_page_is_kept_no_longer_than_until_it_changes_by_itself(member, monkeypatch):
    soon = timezone.now() + timedelta(minutes=10)
    meeting(soon)
    tag = member.get(BOARD).headers["ETag"]
    assert int(re.search(r"\d+", tag)[0]) == int(soon.timestamp())
    monkeypatch.setattr(timezone, "now", lambda: soon + timedelta(seconds=1))
    changed = member.get(BOARD, headers={"if-none-match": tag})
    assert f"Changed since {soon:%-d %B %Y}" in without_token(changed)
