"""What search engines read: one address a page, schema.org, and the list of all pages."""

import json
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

SITEMAPS = "http://www.sitemaps.org/schemas/sitemap/0.9"


@pytest.fixture
def head(client, settings):
    """A page's canonical address and its linked data."""

    def read(page):
        settings.BASE_URL = "https://send.example"
        soup = BeautifulSoup(client.get(page.url).content, "html.parser")
        data = soup.find("script", type="application/ld+json")
        return soup.find("link", rel="canonical")["href"], json.loads(data.string) if data else None

    return read


def test_a_service_says_what_it_is_for_whom_and_when_it_was_checked(add_page, service, head):
    page = add_page(service(title="Talk & <play>", age_from=0, age_to=7, needs=["SLCN"]))
    canonical, told = head(page)
    assert canonical == told["url"] == f"https://send.example{page.url}"
    assert (told["@type"], told["name"], told["lastReviewed"]) == ("WebPage", "Talk & <play>", "2019-11-03")
    assert told["audience"]["suggestedMaxAge"] == 7
    assert told["mainEntity"]["provider"]["name"] == "Example Therapies"
    assert [step["name"] for step in told["breadcrumb"]["itemListElement"]] == [
        "Local Offer",
        "Health and therapy",
        "Talk & <play>",
    ]


def test_no_text_of_an_editor_ends_the_data(add_page, guidance, client, head):
    page = add_page(guidance(summary="</script><script>alert(1)</script>"))
    assert "<script>alert" not in client.get(page.url).content.decode()
    assert head(page)[1]["description"] == "</script><script>alert(1)</script>"


def test_a_section_has_an_address_and_nothing_more(section, head):
    assert head(section) == (f"https://send.example{section.url}", None)


def test_every_published_page_is_in_the_sitemap_and_no_draft(
    add_page, guidance, client, home, section, settings
):
    settings.BASE_URL = "https://send.example"
    page = add_page(guidance())
    add_page(guidance(title="Draft"), live=False)
    answer = client.get(reverse("local_offer:sitemap"))
    assert answer["Content-Type"] == "application/xml"
    found = [loc.text for loc in ElementTree.fromstring(answer.content).iter(f"{{{SITEMAPS}}}loc")]  # noqa: S314
    assert found == [f"https://send.example{one.url}" for one in (home, section, page)]
    assert (
        "Sitemap: https://send.example/local-offer/sitemap.xml" in client.get("/robots.txt").content.decode()
    )
