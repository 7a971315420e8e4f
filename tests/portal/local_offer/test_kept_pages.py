"""Readers' pages are kept until something is published, cost no cookie, and are never another person's."""

from datetime import date

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from portal.local_offer import edition, middleware
from portal.local_offer.edition import KEY as EDITION
from portal.local_offer.edition import LAST_HEARD, OwnMemory, current_edition
from portal.local_offer.models import Provider, ServicePage
from tests.portal.runtime.test_forgiving_cache import nobody_listens_here


@pytest.fixture
def page(add_page, service):
    return add_page(service())


def words(client, page, **headers):
    answer = client.get(page.url, **headers)
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_kept_page_is_what_was_drawn_and_asks_the_database_nothing(client, page, django_assert_num_queries):
    first = client.get(page.url)
    with django_assert_num_queries(0):
        second = client.get(page.url)
    assert second.content == first.content
    names = ["ETag", "Content-Security-Policy", "Cache-Control", "Content-Type", "X-Frame-Options", "Vary"]
    assert [second[name] for name in names] == [first[name] for name in names]
    assert second["Cache-Control"] == "public, no-cache"
    assert not second.cookies
    assert client.get(page.url, headers={"If-None-Match": first["ETag"]}).status_code == 304


def test_it_changes_at_once_when_something_is_published(client, page):
    words(client, page)
    page.title = "Talking together"
    page.save_revision()
    assert "Talking together" not in words(client, page), "a draft changes nothing"
    page.get_latest_revision().publish()
    assert "Talking together" in words(client, page)
    page.unpublish()
    assert client.get(page.url).status_code == 404


def test_it_changes_when_an_editor_renames_the_provider(client, page, client_as, editor):
    words(client, page)
    provider = Provider.objects.get()
    desk = client_as(editor)
    address = reverse("wagtailsnippets_local_offer_provider:edit", args=[provider.pk])
    assert desk.post(address, {"name": "Another Name", "website": "", "check_email": ""}).status_code == 302
    assert "Another Name" in words(client, page)


def test_it_changes_when_the_day_is_over(client, add_page, service, monkeypatch):
    page = add_page(service(next_check_on=date(2999, 5, 1)))
    assert "Check overdue" not in words(client, page)
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *args, **kwargs: date(2999, 5, 2))
    assert "Check overdue" in words(client, page)


def test_a_signed_in_person_has_their_own_page_and_leaves_none_behind(client, page, client_as, editor):
    assert "Edit this page" in words(client_as(editor), page)
    assert "Edit this page" not in words(client, page)
    assert "Edit this page" in words(client_as(editor), page)


def test_a_page_that_moved_on_leaves_its_old_address_behind(client, page, django_capture_on_commit_callbacks):
    old = page.url
    words(client, page)
    assert client.get(f"{old}nothing/").status_code == 404
    page.slug = "talking-club"
    with django_capture_on_commit_callbacks(execute=True):
        page.save_revision().publish()
    moved = client.get(old)
    assert (moved.status_code, moved["Location"]) == (301, "/local-offer/health/talking-club/")
    assert client.get(old).status_code == 301


def test_a_host_that_is_not_ours_is_refused_for_kept_pages_too(client, page):
    words(client, page)
    assert client.get(page.url, headers={"host": "elsewhere.example"}).status_code == 400


def test_without_a_cache_pages_are_drawn_each_time(client, page, settings):
    """Also what was kept before the cache went away, which may have changed since."""
    words(client, page)
    away = {**settings.CACHES["default"], "LOCATION": nobody_listens_here()}
    settings.CACHES = {"default": away}
    LAST_HEARD.forget()  # as a fifth of a second later
    for _ in range(2):
        with CaptureQueriesContext(connection) as asked:
            words(client, page)
        assert len(asked) > 0


# ---- several processes: each test client has middleware of its own ----


@pytest.fixture
def elsewhere():
    """A reader whom another process answers."""
    return Client()


def test_what_one_process_drew_another_one_has_too(client, elsewhere, page, django_assert_num_queries):
    first = client.get(page.url)
    with django_assert_num_queries(0):
        there = elsewhere.get(page.url)
    assert there.content == first.content
    assert dict(there.items()) == dict(first.items())
    assert elsewhere.get(page.url, headers={"If-None-Match": first["ETag"]}).status_code == 304


def test_a_process_answers_again_without_asking_the_cache_for_the_page(
    client, page, django_assert_num_queries
):
    first = client.get(page.url)
    name = current_edition()
    cache.clear()
    cache.set(EDITION, name)
    with django_assert_num_queries(0):
        again = client.get(page.url)
    assert (again.content, dict(again.items())) == (first.content, dict(first.items()))


def test_what_is_published_is_seen_at_once_in_every_process(client, elsewhere, page):
    for reader in (client, elsewhere):
        words(reader, page)
    for title in ("Talking together", "Talking again"):
        page.title = title
        page.save_revision().publish()
        for reader in (client, elsewhere):
            assert title in words(reader, page)
    page.unpublish()
    assert [reader.get(page.url).status_code for reader in (client, elsewhere)] == [404, 404]


def test_what_another_process_publishes_is_seen_within_a_fifth_of_a_second(client, page, monkeypatch):
    moment = 1_000.0
    monkeypatch.setattr(edition.time, "monotonic", lambda: moment)
    LAST_HEARD.forget()
    words(client, page)
    ServicePage.objects.update(title="Talking together")
    cache.set(EDITION, "begun elsewhere")
    moment += 0.19
    assert "Talking together" not in words(client, page)
    moment += 0.01
    assert "Talking together" in words(client, page)


def test_no_process_shows_a_page_longer_than_a_minute(client, elsewhere, page, monkeypatch):
    """Also one that took it over late: its minute began when it was drawn."""
    moment = 1_000_000.0
    monkeypatch.setattr(middleware.time, "time", lambda: moment)
    words(client, page)
    ServicePage.objects.update(summary="Nobody published this.")
    moment += 59
    assert "Nobody published this." not in words(elsewhere, page), "taken over from the first process"
    moment += 1
    assert "Nobody published this." in words(elsewhere, page)
    assert "Nobody published this." in words(client, page)


def test_a_page_that_is_kept_is_not_changed_by_what_is_added_to_an_answer(client, page):
    client.get(page.url)
    client.get(page.url).headers["X-Added"] = "by what stands before"
    assert "X-Added" not in client.get(page.url)


def test_own_memory_is_bounded_and_of_one_edition():
    memory = OwnMemory(most=2)
    for name in ("a", "b", "c"):
        memory.keep("one", name, name.upper(), until=60)
    assert [memory.get("one", name, at=0) for name in ("a", "b", "c")] == [None, "B", "C"]
    assert memory.get("one", "c", at=60) is None, "its time is over"
    assert memory.get("two", "c", at=0) is None
    memory.keep("two", "d", "D", until=60)
    assert [memory.get(of, "b", at=0) for of in ("one", "two")] == [None, None]
