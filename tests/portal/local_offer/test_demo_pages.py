"""The demonstration's pages: complete, marked as what they are, and loaded once."""

from datetime import UTC, datetime

import pytest
from django.db import transaction
from wagtail.models import Page

from portal.accounts.models import User
from portal.local_offer.actions import load_demo_pages
from portal.local_offer.models import (
    CatalogueEntry,
    Duty,
    GuidancePage,
    Heading,
    OutOfAreaPage,
    Provider,
    ServicePage,
)
from portal.local_offer.queries.pages import local_places, overdue_checks

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
    assert loaded == 95  # 7 sections, 28 pages of guidance, 60 services
    assert load_demo_pages(by=person(), at=AT) == 0
    assert CatalogueEntry.objects.count() == 95


def test_every_one_of_them_can_be_read(client, home):
    for page in Page.objects.descendant_of(home, inclusive=True):
        answer = client.get(page.url)
        assert answer.status_code == 200, page.url
        assert ">None<" not in answer.content.decode()


def test_they_link_to_each_other_and_to_nothing_that_is_not_there(client):
    words = client.get(GuidancePage.objects.get(slug="short-breaks").url).content.decode()
    assert 'href="/local-offer/breaks-and-things-to-do/saturday-splash-club/"' in words
    assert "<a>" not in words


PUBLIC_BODIES = {
    "The council",
    "The local NHS",
    "The council and the local NHS",
    "SENDIASS, the SEND information, advice and support service",
}


def test_providers_that_do_not_exist_say_so():
    names = set(Provider.objects.values_list("name", flat=True))
    assert names >= PUBLIC_BODIES
    assert all("(fictitious, for the demonstration)" in name for name in names - PUBLIC_BODIES)
    assert all("illustrative" in page.description for page in ServicePage.objects.all())
    assert all("(illustrative)" in page.checked_by for page in GuidancePage.objects.all())


def test_every_duty_is_covered_but_three():
    codes = set(Heading.objects.filter(duty=Duty.MUST).values_list("code", flat=True))
    covered = {code for codes in CatalogueEntry.objects.values_list("headings", flat=True) for code in codes}
    assert codes - covered == {"palliative-care", "housing", "approved-independent"}


def test_some_pages_are_overdue_on_purpose_the_longest_first():
    overdue = [(e.title, (AT.date() - e.next_check_on).days) for e in overdue_checks(AT.date())]
    assert len(overdue) == 9
    assert overdue[0] == ("Getting to school or college", 20)
    assert overdue[-1] == ("Gatehouse Academy", 3)


@pytest.mark.parametrize(
    ("slug", "titles"),
    [
        pytest.param(
            "chalk-hill-school",  # autism, 9 to 16
            [  # 11 to 16, then to 11, then from 16
                "Bridge Yard Centre",
                "Copse End School",
                "The Willows: secondary base for autism",
                "Hearthstone School",
                "The Elms: primary base for autism",
                "Brook Lane College: Next Steps courses",
            ],
            id="autism",
        ),
        pytest.param(
            "signal-hill-school",
            ["Heronfield School", "Ripple: primary base for deaf children"],
            id="deaf or deafblind",
        ),
    ],
)
def test_places_elsewhere_have_local_ones_beside_them(slug, titles):
    assert [place.title for place in local_places(ServicePage.objects.get(slug=slug)).places] == titles


def test_the_page_on_schools_elsewhere_has_every_local_school_beside_it():
    page = OutOfAreaPage.objects.get(slug="schools-outside-the-borough")
    nearby = local_places(page)
    assert (len(nearby.places), nearby.more) == (10, 0)


def test_what_an_editor_changed_stays(editor):
    page = GuidancePage.objects.get(slug="short-breaks")
    page.title = "Breaks"
    page.save_revision(user=editor).publish(user=editor, skip_permission_checks=True)
    load_demo_pages(by=editor, at=AT)
    assert GuidancePage.objects.get(slug="short-breaks").title == "Breaks"


def test_they_were_published_at_the_moment_of_loading():
    assert set(GuidancePage.objects.values_list("last_published_at", flat=True)) == {AT}
