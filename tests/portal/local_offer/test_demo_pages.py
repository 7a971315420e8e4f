"""The demonstration's pages: complete, marked as what they are, and loaded once."""

from datetime import UTC, date, datetime

import pytest
from django.db import transaction
from wagtail.models import Page

from portal.accounts.models import User
from portal.local_offer.actions import load_demo_pages
from portal.local_offer.models import CatalogueEntry, GuidancePage, OutOfAreaPage, Provider, ServicePage
from portal.local_offer.queries import local_places, overdue_checks

AT = datetime(2019, 11, 14, 9, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker):
    """The demonstration's pages, loaded once for all tests here and rolled back after the last."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield load_demo_pages(by=User.objects.create_user("loader@example.org"), at=AT)
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def _in_the_database(loaded, db):
    """Each test undoes its own changes."""


def test_they_are_loaded_once(loaded, person):
    assert loaded == 23  # 7 sections, 11 pages of guidance, 5 services
    assert load_demo_pages(by=person(), at=AT) == 0
    assert CatalogueEntry.objects.count() == 23


def test_every_one_of_them_can_be_read(client, home):
    for page in Page.objects.descendant_of(home, inclusive=True):
        answer = client.get(page.url)
        assert answer.status_code == 200, page.url
        assert ">None<" not in answer.content.decode()


def test_they_link_to_each_other_and_to_nothing_that_is_not_there(client):
    words = client.get(GuidancePage.objects.get(slug="short-breaks").url).content.decode()
    assert 'href="/local-offer/breaks-and-things-to-do/saturday-splash-club/"' in words
    assert "<a>" not in words


def test_providers_that_do_not_exist_say_so():
    names = Provider.objects.values_list("name", flat=True)
    assert names
    assert all("(fictitious, for the demonstration)" in name for name in names)
    assert all("illustrative" in page.description for page in ServicePage.objects.all())
    assert all("(illustrative)" in page.checked_by for page in GuidancePage.objects.all())


def test_one_page_is_overdue_on_purpose():
    assert [e.title for e in overdue_checks(date(2019, 11, 14))] == ["Getting to school or college"]


def test_places_elsewhere_have_local_ones_beside_them():
    names = ["The Elms: primary base for autism", "The Willows: secondary base for autism"]
    for page in (OutOfAreaPage.objects.get(), ServicePage.objects.get(slug="chalk-hill-school")):
        assert [place.title for place in local_places(page)] == names


def test_what_an_editor_changed_stays(editor):
    page = GuidancePage.objects.get(slug="short-breaks")
    page.title = "Breaks"
    page.save_revision(user=editor).publish(user=editor)
    load_demo_pages(by=editor, at=AT)
    assert GuidancePage.objects.get(slug="short-breaks").title == "Breaks"


def test_they_were_published_at_the_moment_of_loading():
    assert set(GuidancePage.objects.values_list("last_published_at", flat=True)) == {AT}
