"""What the public gets: pages, their headers, and what is said on them."""

import html
import re
from datetime import date

import pytest
from django.conf import settings
from django.urls import reverse
from wagtail.images.models import Image, Rendition
from wagtail.images.tests.utils import get_test_image_file

from portal.local_offer.models import Area, Category, FeaturedPage

QUERIES_OF_A_SERVICE = 17


@pytest.fixture
def read(client):
    """The words of a page at this address."""
    return lambda page: client.get(page.url).content.decode()


def test_the_tree_is_served_below_local_offer(client, home, section, add_page, guidance):
    page = add_page(guidance())
    assert home.url == reverse("local_offer:home") == "/local-offer/"
    assert page.url == "/local-offer/health/sen-support-in-school/"
    assert [client.get(p.url).status_code for p in (home, section, page)] == [200, 200, 200]


def test_a_draft_is_not_found(client, add_page, guidance):
    page = add_page(guidance(), live=False)
    assert client.get(page.url).status_code == 404


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_pages_are_for_reading_only(client, section, method):
    assert getattr(client, method)(section.url).status_code == 405


def test_a_reader_gets_no_cookie_and_may_keep_the_page_for_a_minute(client, home, section, add_page, service):
    for address in (home.url, section.url, add_page(service()).url, reverse("local_offer:search") + "?q=x"):
        answer = client.get(address)
        assert not answer.cookies
        assert answer["Cache-Control"] == "public, no-cache"
        assert "Cookie" in answer["Vary"]


def test_a_page_the_reader_has_already_is_not_sent_again(client, section):
    first = client.get(section.url)
    again = client.get(section.url, headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_a_changed_page_is_sent_again(client, section):
    first = client.get(section.url)
    section.introduction = "Other words."
    section.save_revision().publish()
    assert client.get(section.url, headers={"If-None-Match": first["ETag"]}).status_code == 200


def test_a_signed_in_persons_page_stays_with_them(client_as, home):
    answer = client_as("board_member").get(home.url)
    assert "private" in answer["Cache-Control"]
    assert "public" not in answer["Cache-Control"]


def test_the_front_door_shows_sections_and_what_editors_chose(read, home, section, add_page, guidance):
    page = add_page(guidance())
    FeaturedPage.objects.create(home=home, page=page)
    assert section.title in read(home)
    assert "Pages people often need" in read(home)
    assert page.url in read(home)


def test_an_empty_local_offer_says_so(read, home):
    assert "Nothing has been published here yet." in read(home)


def test_a_section_lists_its_pages_and_says_when_there_are_none(read, section, add_page, guidance):
    assert "Nothing has been published in this section yet." in read(section)
    page = add_page(guidance())
    assert page.title in read(section)
    assert page.summary in read(section)


def test_a_guidance_page_says_who_decides_and_what_to_do(read, add_page, guidance):
    words = read(add_page(guidance(audience="parents")))
    for said in ("For parents.", "Assess, plan, do, review.", "The school.", "Speak to the head teacher."):
        assert said in words
    assert "Who keeps this page right: Council." in words


def test_a_service_says_everything_a_family_asks(read, add_page, service):
    words = read(
        add_page(
            service(
                where_and_when="Tuesdays at 10am",
                waiting_time="About 14 weeks",
                waiting_time_on=date(2019, 10, 1),
                accessibility="Step-free",
                languages="English and Tamil",
                email="talk@example.org",
                website="https://example.org/talk",
                needs=["SLCN"],
                age_to=7,
            )
        )
    )
    for said in (
        "Example Therapies",
        "Ages 0 to 7. Speech, language and communication.",
        "Any child who lives here.",
        "Tuesdays at 10am",
        "Come along.",
        "About 14 weeks",
        "(1 October 2019)",
        "Free",
        "Step-free",
        "English and Tamil",
        'href="tel:02079460101"',
        'href="mailto:talk@example.org"',
        "https://example.org/talk",
    ):
        assert said in words


def test_a_checked_page_says_when_by_whom_and_when_again(read, add_page, guidance):
    words = read(add_page(guidance()))
    assert "Checked 3 November 2019" in words
    assert "by the provider; next check 1 May 2999." in words
    assert "overdue" not in words


def test_an_overdue_page_says_so_in_public(read, add_page, guidance):
    words = read(add_page(guidance(next_check_on=date(2020, 5, 1))))
    assert "Check overdue" in words
    assert "The next check was due 1 May 2020." in words
    assert "Please ask before you rely on this page." in words


def test_every_page_asks_what_is_wrong_or_missing(
    client, read, home, section, add_page, guidance, service, out_of_area
):
    for page in (home, section, add_page(guidance()), add_page(service()), add_page(out_of_area())):
        words = read(page)
        assert "Is something wrong or missing?" in words
        link = re.search(r'<b>Is something wrong or missing\?</b> <a href="([^"]+)"', words)[1]
        assert page.title in client.get(html.unescape(link)).content.decode(), "the form names the page"


def test_breadcrumbs_lead_back(read, home, section, add_page, guidance):
    words = read(add_page(guidance()))
    assert f'<li><a href="{home.url}">Local Offer</a></li><li><a href="{section.url}">' in words


def test_related_pages_are_the_neighbours(read, add_page, guidance, service):
    page, neighbour = add_page(guidance()), add_page(service())
    assert neighbour.url in read(page)
    assert "Related pages" in read(page)


# ---- places elsewhere ----


def test_a_place_elsewhere_has_local_provision_beside_it(read, add_page, service, out_of_area):
    add_page(
        service(
            title="Local base",
            category=Category.SCHOOL_PLACE,
            places="21 places; 2 free",
            places_on=date(2019, 9, 1),
            quality="Good (inspection)",
            quality_on=date(2018, 6, 1),
        )
    )
    elsewhere = service(title="Far school", category=Category.SCHOOL_PLACE, area=Area.OUTSIDE)
    for page in (add_page(elsewhere), add_page(out_of_area())):
        words = read(page)
        assert "What there is nearby" in words
        assert "21 places; 2 free" in words
        assert "(1 September 2019)" in words
        assert "Good (inspection)" in words
        assert "(1 June 2018)" in words


def test_a_school_elsewhere_says_what_going_to_school_nearby_can_offer(read, add_page, service, out_of_area):
    """In the words of the guidance that fits its ages best; a club elsewhere is no school."""
    school = service(title="Far school", category=Category.SCHOOL_PLACE, area=Area.OUTSIDE, age_from=16)
    page = add_page(school)
    assert "What going to school nearby can offer" not in read(page), "nobody has written it yet"
    add_page(out_of_area(title="Schools elsewhere", age_to=16))
    add_page(out_of_area(title="Colleges elsewhere", age_from=15, what_local_offers="<p>Work close by.</p>"))
    words = read(page)
    assert "What going to school nearby can offer" in words
    assert "Work close by." in words
    assert "Friends close by." not in words
    club = add_page(service(title="Far club", category=Category.ACTIVITIES, area=Area.OUTSIDE))
    assert "What going to school nearby can offer" not in read(club)


def test_where_there_is_no_local_place_the_page_says_so(read, add_page, out_of_area):
    assert "We know of no local place for this need and age." in read(add_page(out_of_area(needs=["HI"])))


def test_a_page_on_places_elsewhere_always_says_how_to_ask_get_advice_and_appeal(
    read, home, add_page, guidance, out_of_area
):
    appeal = add_page(guidance(title="If you disagree"))
    home.disagree_page = appeal
    home.save()
    words = read(add_page(out_of_area()))
    for said in (
        "Ask for a school by name.",
        "SENDIASS",
        settings.SENDIASS_CONTACT,
        "You can appeal",
        appeal.url,
    ):
        assert said in words


def test_a_local_service_does_not_speak_of_places_elsewhere(read, add_page, service):
    assert "What there is nearby" not in read(add_page(service()))


# ---- addresses ----


@pytest.mark.parametrize(
    "path",
    [
        "nowhere/",
        "health/nowhere/",
        "%00/",
        "..%2f..%2fetc/",
        "_util/login/",
        "documents/1/x.pdf",
        "documents/99999999999999999999/x.pdf",
        "pictures/images/x.jpg",
        "pictures/images/..",
        "pictures/images/%2e%2e%2fsecret",
    ],
)
def test_an_address_nobody_has_is_not_found(client, home, path):
    assert client.get(f"/local-offer/{path}").status_code == 404


def test_the_old_address_of_a_renamed_page_leads_to_the_new_one(
    client, add_page, guidance, django_capture_on_commit_callbacks
):
    page = add_page(guidance())
    old = page.url
    page.slug = "sen-support"
    with django_capture_on_commit_callbacks(execute=True):
        page.save_revision().publish()
    answer = client.get(old)
    assert (answer.status_code, answer["Location"]) == (301, "/local-offer/health/sen-support/")


@pytest.mark.parametrize("neighbours", [1, 4])
def test_a_page_needs_a_fixed_number_of_queries(
    client, add_page, service, django_assert_num_queries, neighbours
):
    pages = [add_page(service(title=f"Club {n}", slug=f"club-{n}")) for n in range(neighbours + 1)]
    client.get(pages[0].url)
    with django_assert_num_queries(QUERIES_OF_A_SERVICE):
        client.get(pages[0].url, {"drawn": "anew"})


# ---- pictures ----


@pytest.fixture
def picture(home, settings, tmp_path, monkeypatch):
    """A picture in the editors' library, its files in a folder of this test."""
    settings.MEDIA_ROOT = tmp_path
    monkeypatch.setattr(Rendition.file.field.storage, "location", str(tmp_path / "pictures"))
    return Image.objects.create(title="The front door", file=get_test_image_file())


@pytest.mark.filterwarnings("ignore::ResourceWarning")  # Wagtail leaves its buffer to the garbage collector
def test_a_picture_is_shown_with_words_for_those_who_cannot_see_it(client, read, add_page, guidance, picture):
    block = {"image": picture.pk, "decorative": False, "alt_text": "A blue door with a ramp"}
    page = guidance(body=[{"type": "picture", "value": block}])
    words = read(add_page(page))
    assert 'alt="A blue door with a ramp"' in words
    address = re.search(r'<img[^>]* src="([^"]+)"', words)[1]
    assert address.startswith("/local-offer/pictures/images/")
    answer = client.get(address)
    assert answer["Content-Type"] == "image/webp"
    assert b"".join(answer.streaming_content)[:4] == b"RIFF"


def test_the_original_of_a_picture_is_not_served(client, picture):
    assert client.get(picture.file.url).status_code == 404
    assert client.get(f"/local-offer/pictures/{picture.file.name}").status_code == 404
