"""What a first view costs an old phone: below 60 kB compressed with style and script, from nobody else."""

import gzip

from bs4 import BeautifulSoup
from django.contrib.staticfiles import finders
from django.urls import reverse

LIMIT_BYTES = 60_000


def test_a_first_view_is_light_sets_no_cookie_and_asks_nobody_else(
    client, add_page, service, guidance, out_of_area, home, section
):
    """Also where there is much to show: a page of results, and places elsewhere with all that is nearby."""
    schools = {"category": "school_place", "postcode": "KT1", "needs": ["ASD"], "days": ["mon"]}
    pages = [add_page(service(title=f"Swimming school {n}", **schools)) for n in range(25)]
    elsewhere = [add_page(service(title="Far", area="outside", **schools)), add_page(out_of_area())]
    told = [home, section, pages[0], add_page(guidance()), *elsewhere]
    search = reverse("local_offer:search")
    found = [search, f"{search}?q=swimming+near+KT1", f"{search}?q=zebra", f"{search}?age=99"]
    shared = f"{reverse('local_offer:shortlist')}?{'&'.join(f'page={page.pk}' for page in pages)}"
    for address in [*(page.url for page in told), *found, shared, reverse("local_offer:open_data")]:
        answer = client.get(address)
        assert answer.status_code == 200, address
        files = files_of(answer.content)
        assert all(file.startswith("/static/") for file in files), "a third party's file"
        weight = len(gzip.compress(answer.content)) + sum(map(weight_of, files))
        assert weight < LIMIT_BYTES, address
        assert not answer.cookies


def files_of(page: bytes) -> list[str]:
    """What a browser loads with the page: what is loaded on a press of a button is not."""
    soup = BeautifulSoup(page, "html.parser")
    links = soup.select('link[rel="stylesheet"], link[rel="icon"]')
    return [link["href"] for link in links] + [part["src"] for part in soup.select("script[src], img[src]")]


def weight_of(address: str) -> int:
    with open(finders.find(address.removeprefix("/static/")), "rb") as file:
        return len(gzip.compress(file.read()))
