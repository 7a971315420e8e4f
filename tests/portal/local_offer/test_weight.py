"""What a first view costs an old phone: below 60 kB compressed with style and script, from nobody else."""

import gzip

from bs4 import BeautifulSoup
from django.contrib.staticfiles import finders
from django.urls import reverse

LIMIT_BYTES = 60_000


def test_a_first_view_is_light_sets_no_cookie_and_asks_nobody_else(client, add_page, service, home):
    pages = [add_page(service(title=f"Swimming club {n}", postcode="KT1")) for n in range(6)]
    for address in (home.url, pages[0].url, reverse("local_offer:search") + "?q=swimming+near+KT1"):
        answer = client.get(address)
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
