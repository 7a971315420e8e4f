"""Page types: what they must hold to be published, and the rules that stand in the database."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from portal.local_offer.models import Area, CatalogueEntry, Category, ServicePage
from portal.local_offer.queries.pages import local_places, overdue_checks, recently_published


@pytest.mark.parametrize("missing", ["eligibility", "how_to_get_it", "cost", "summary", "description"])
def test_a_service_without_this_cannot_be_published(add_page, service, missing):
    with pytest.raises(ValidationError) as refused:
        add_page(service(**{missing: ""}))
    assert list(refused.value.message_dict) == [missing]


def test_a_service_without_any_contact_cannot_be_published(add_page, service):
    with pytest.raises(ValidationError, match="at least one way to get in touch"):
        add_page(service(phone=""))


@pytest.mark.parametrize(
    "contact", [{"phone": "020 7946 0101"}, {"email": "a@example.org"}, {"website": "https://example.org"}]
)
def test_one_way_to_get_in_touch_is_enough(add_page, service, contact):
    page = add_page(service(**{"phone": "", **contact}))
    assert ServicePage.objects.get(pk=page.pk).live


@pytest.mark.parametrize("missing", ["last_checked_on", "next_check_on"])
def test_a_page_without_its_dates_of_checking_cannot_be_published(add_page, guidance, missing):
    with pytest.raises(ValidationError, match=missing):
        add_page(guidance(**{missing: None, "next_check_on": None}))


def test_a_draft_may_be_incomplete(add_page):
    page = add_page(ServicePage(title="Swimming club"), live=False)
    assert not ServicePage.objects.get(pk=page.pk).live


def test_a_page_may_not_take_the_address_of_the_search(add_page, guidance):
    with pytest.raises(ValidationError, match="used by the site itself"):
        add_page(guidance(slug="search"))


BAD_ROWS = [
    pytest.param({"age_from": 8, "age_to": 7}, "servicepage_ages_in_order", id="ages the wrong way round"),
    pytest.param({"age_to": 26}, "servicepage_ages_in_order", id="older than 25"),
    pytest.param({"needs": ["XYZ"]}, "servicepage_needs_are_known", id="a need nobody knows"),
    pytest.param(
        {"last_checked_on": date(2019, 11, 3), "next_check_on": date(2019, 11, 3)},
        "servicepage_next_check_after_last",
        id="next check on the day of the last",
    ),
    pytest.param(
        {"next_check_on": date(2019, 11, 3)},
        "servicepage_next_check_after_last",
        id="next check without a last",
    ),
    pytest.param({"category": "magic"}, "servicepage_category_is_known", id="unknown category"),
    pytest.param({"area": "moon"}, "servicepage_area_is_known", id="unknown area"),
    pytest.param({"waiting_time": "2 weeks"}, "servicepage_wait_with_its_date", id="a wait without its date"),
    pytest.param({"places": "3 free"}, "servicepage_places_with_their_date", id="places without their date"),
    pytest.param(
        {"quality_on": date(2019, 1, 1)}, "servicepage_quality_with_its_date", id="a date of nothing"
    ),
]


@pytest.mark.parametrize(("facts", "constraint"), BAD_ROWS)
def test_the_database_refuses(add_page, facts, constraint):
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        add_page(ServicePage(title="Broken", **facts), live=False)


@pytest.mark.parametrize(
    ("ages", "words"),
    [((0, 25), "All ages from birth to 25"), ((0, 7), "Ages 0 to 7"), ((16, 16), "Age 16")],
)
def test_ages_are_said_in_words(service, ages, words):
    assert service(age_from=ages[0], age_to=ages[1]).ages == words


@pytest.mark.parametrize(
    ("on", "overdue"),
    [(date(2020, 4, 30), False), (date(2020, 5, 1), False), (date(2020, 5, 2), True)],
    ids=["the day before", "the day itself", "the day after"],
)
def test_a_check_is_overdue_from_the_day_after_it_was_due(add_page, guidance, on, overdue):
    page = add_page(guidance(next_check_on=date(2020, 5, 1)))
    assert page.check_is_overdue(on) is overdue
    assert [entry.page_id for entry in overdue_checks(on)] == ([page.pk] if overdue else [])


def test_the_longest_overdue_comes_first(add_page, guidance):
    later = add_page(guidance(title="Later", next_check_on=date(2020, 6, 1)))
    earlier = add_page(guidance(title="Earlier", next_check_on=date(2020, 5, 1)))
    add_page(guidance(title="In time"))
    assert [entry.page_id for entry in overdue_checks(date(2020, 7, 1))] == [earlier.pk, later.pk]


def test_the_newest_pages_come_first_and_drafts_do_not_come(add_page, guidance, service):
    first = add_page(guidance(title="First"))
    second = add_page(service(title="Second"))
    add_page(guidance(title="Draft"), live=False)
    assert [page.pk for page in recently_published(5)] == [second.pk, first.pk]
    assert [page.pk for page in recently_published(1)] == [second.pk]


# ---- the catalogue follows what is published ----


def test_a_published_page_is_in_the_catalogue_until_it_is_taken_down(add_page, service):
    page = add_page(service())
    entry = CatalogueEntry.objects.get(page=page)
    assert (entry.title, entry.provider, entry.kind) == ("Talking drop-in", "Example Therapies", "service")
    page.unpublish()
    assert not CatalogueEntry.objects.filter(page=page).exists()


def test_a_draft_of_a_published_page_does_not_change_the_catalogue(add_page, service):
    page = add_page(service())
    page.title = "Not yet"
    page.save_revision()
    assert CatalogueEntry.objects.get(page=page).title == "Talking drop-in"
    page.get_latest_revision().publish()
    assert CatalogueEntry.objects.get(page=page).title == "Not yet"


def test_a_deleted_page_leaves_the_catalogue(add_page, guidance):
    page = add_page(guidance())
    page.delete()
    assert not CatalogueEntry.objects.filter(page_id=page.pk).exists()


def test_the_catalogue_can_be_rebuilt_from_the_pages(add_page, guidance, service):
    from portal.local_offer.actions import rebuild_catalogue

    pages = {add_page(guidance()).pk, add_page(service()).pk}
    CatalogueEntry.objects.all().delete()
    assert rebuild_catalogue() == 3  # the section as well
    assert pages < set(CatalogueEntry.objects.values_list("page_id", flat=True))


# ---- what stands beside a page on places elsewhere ----

PLACE = {"category": Category.SCHOOL_PLACE, "age_from": 4, "age_to": 11, "needs": ["ASD"]}


@pytest.mark.parametrize(
    ("facts", "stands"),
    [
        ({}, True),
        ({"age_from": 9, "age_to": 16}, True),
        ({"age_from": 12, "age_to": 16}, False),
        ({"needs": ["HI"]}, False),
        ({"needs": ["HI", "ASD"]}, True),
        ({"needs": []}, True),
        ({"category": Category.HEALTH}, False),
        ({"area": Area.OUTSIDE}, False),
    ],
    ids=[
        "same",
        "ages touch",
        "ages apart",
        "other need",
        "one need shared",
        "any need",
        "other kind",
        "far away",
    ],
)
def test_a_local_place_stands_beside_one_elsewhere(add_page, service, facts, stands):
    place = add_page(service(**{**PLACE, "title": "Local base", **facts}))
    elsewhere = add_page(service(**PLACE, title="Far school", area=Area.OUTSIDE))
    assert local_places(elsewhere).places == ([place] if stands else [])


def test_an_unpublished_place_does_not_stand_there(add_page, service, out_of_area):
    add_page(service(**PLACE), live=False)
    assert local_places(add_page(out_of_area())).places == []


def test_of_many_local_places_those_made_for_the_need_come_first_and_a_search_has_the_rest(
    add_page, service, client
):
    facts = {"category": Category.SCHOOL_PLACE, "area": Area.LOCAL}
    for n in range(12):
        add_page(service(title=f"Base {n:02}", needs=["HI"] if n == 11 else [], **facts))
    elsewhere = add_page(service(title="Far", **facts | {"area": Area.OUTSIDE}, needs=["HI"]))
    nearby = local_places(elsewhere)
    assert [place.title for place in nearby.places] == ["Base 11", *(f"Base {n:02}" for n in range(9))]
    assert nearby.more == 2
    page = client.get(elsewhere.url).content.decode()
    assert "2 more places nearby" in page
    assert client.get(f"/local-offer/search/?{nearby.search}").context["found"].total == 12
