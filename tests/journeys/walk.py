"""Walking the site as people do: from link to link, as each kind of user."""

from collections import Counter, deque
from dataclasses import dataclass
from urllib.parse import urldefrag, urljoin, urlsplit

from bs4 import BeautifulSoup
from django.urls import Resolver404, resolve

AT_MOST = 2  # addresses of one name that one person visits: one initiative is like another
NOT_OURS = ("/cms/", "/static/")


@dataclass(frozen=True)
class Place:
    """A page and somebody who gets there; `who` is None for a visitor who is not signed in."""

    name: str
    address: str
    who: object


class DeadLink(AssertionError):
    """A page links to something that is not there for the person who sees the link."""


def walk(client, who) -> list[Place]:
    """Every page this person reaches from the start page by links and searches. DeadLink where one leads nowhere."""
    places, visits, queue, seen = [], Counter(), deque([("/", "")]), {"/"}
    while queue:
        address, linked_from = queue.popleft()
        name = _name(address)
        if visits[name] == AT_MOST:
            continue
        visits[name] += 1
        answer = client.get(address)
        if answer.status_code in (301, 302):
            _queue([answer["Location"]], address, queue, seen)
            continue
        if answer.status_code != 200:
            raise DeadLink(f"{linked_from} links to {address}: {answer.status_code} for {who or 'a visitor'}")
        if not answer["Content-Type"].startswith("text/html"):
            continue
        places.append(Place(name, address, who))
        _queue(_leads_to(answer.content), address, queue, seen)
    return places


def _leads_to(content: bytes) -> list[str]:
    """Where its links go, and where its forms go that only ask."""
    page = BeautifulSoup(content, "html.parser")
    links = [link["href"] for link in page.select("a[href]")]
    return links + [form["action"] for form in page.select("form[method=get][action]")]


def _queue(links, address: str, queue, seen) -> None:
    """Those that stay on this site and are new."""
    for link in (urldefrag(urljoin(address, link)).url for link in links):
        if link.startswith("/") and not link.startswith(NOT_OURS) and link not in seen:
            seen.add(link)
            queue.append((link, address))


def _name(address: str) -> str:
    try:
        return resolve(urlsplit(address).path).view_name
    except Resolver404 as nowhere:
        raise DeadLink(f"{address} is no address") from nowhere
