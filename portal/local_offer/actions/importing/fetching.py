"""Fetching a feed whose address an administrator has set. No other address is ever asked, nor one it points to."""

import json
import re
from collections.abc import Iterator
from http.client import HTTPException
from urllib.request import HTTPRedirectHandler, Request, build_opener

from portal.local_offer.actions.importing.feed import UUID
from portal.local_offer.actions.importing.reading import MOST_ROWS

SECONDS, MOST_PAGES, MOST_BYTES = 10, 500, 2_000_000  # of one request; of one feed; of one answer
SPACE = re.compile(r"\s")


class FeedUnreachable(Exception):
    """The feed did not answer as a feed does; the message says what it did."""


class _NoRedirects(HTTPRedirectHandler):
    """An answer that points elsewhere is an answer, not an order."""

    def redirect_request(self, *_arguments):
        return None


_ask = build_opener(_NoRedirects).open


def fetch_feed(address: str) -> list[tuple[str, bytes]]:
    """The feed's own description, and each of its services in full, as named documents. Raises FeedUnreachable."""
    at = address.rstrip("/")
    documents = [("api_details.json", _get(f"{at}/"))]
    for number, service_id in enumerate(_service_ids(at), start=1):
        if number > MOST_ROWS:
            raise FeedUnreachable(f"The feed has more than {MOST_ROWS:,} services.")
        documents.append((f"services/{service_id}", _get(f"{at}/services/{service_id}")))
    return documents


def _service_ids(at: str) -> Iterator[str]:
    for number in range(1, MOST_PAGES + 1):
        try:
            page = json.loads(_get(f"{at}/services?page={number}"))
            items = page["contents"]
            ids = [item["id"] for item in items]
        except (ValueError, RecursionError, KeyError, TypeError) as problem:
            raise FeedUnreachable(
                f"Page {number} of its services is not a list of Open Referral."
            ) from problem
        yield from (
            service_id for service_id in ids if isinstance(service_id, str) and UUID.fullmatch(service_id)
        )
        if not items or page.get("last_page", True):
            return


def _get(address: str) -> bytes:
    request = Request(address, headers={"Accept": "application/json"})  # noqa: S310 - set by an administrator
    try:
        with _ask(request, timeout=SECONDS) as answer:
            content = answer.read(MOST_BYTES + 1)
    except (OSError, HTTPException, ValueError) as problem:
        raise FeedUnreachable(f"{SPACE.sub(' ', address)} did not answer: {problem}.") from problem
    if len(content) > MOST_BYTES:
        raise FeedUnreachable(f"{address} answers with more than {MOST_BYTES // 1_000_000} MB.")
    return content
