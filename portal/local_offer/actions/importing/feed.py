"""An Open Referral UK feed, as one or several JSON documents: what each is, what is wrong with it, its services.

The documents of services and of the feed itself must be right: a service that is not is refused, and so is a feed
that does not say what it is. The others are optional in the standard; what is wrong with them is only said.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from portal.local_offer.actions.importing.cells import tidy_text
from portal.local_offer.actions.importing.reading import MOST_ROWS, Reading, ReadListing, Remark, TooMany
from portal.local_offer.actions.importing.standard import listing_fields

UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
LINK = re.compile(r"https?://[^\s/]+\.[^\s]+|https?://localhost\S*", re.IGNORECASE)
EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
STATUSES = ("active", "inactive", "defunct", "temporarily closed")


@dataclass(frozen=True, slots=True)
class Document:
    """One JSON document of a feed and its kind; `items` are the objects in it, `parsed` the whole of it."""

    name: str
    kind: str
    items: Sequence[dict]
    parsed: dict | list


def _is_text(value) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _matches(shape):
    return lambda value: isinstance(value, str) and bool(shape.fullmatch(value))


# What a value must be: a check, and the words for it.
SHAPES = {
    "id": (_matches(UUID), "an id (UUID)"),
    "text": (_is_text, "a text"),
    "link": (_matches(LINK), "an address that begins with http"),
    "email": (_matches(EMAIL), "an e-mail address"),
    "number": (lambda value: isinstance(value, int | float) and not isinstance(value, bool), "a number"),
    "status": (lambda value: value in STATUSES, f"one of {', '.join(STATUSES)}"),
}
NAMED = {"id!": "id", "name!": "text", "description!": "text"}
# Kind of document -> property -> shape; an exclamation mark for what must be there.
PROPERTIES = {
    "about": {"version!": "text", "profile!": "link", "openapi_url!": "link"},
    "service": {
        "id!": "id",
        "name!": "text",
        "status!": "status",
        "url": "link",
        "email": "email",
        "minimum_age": "number",
        "maximum_age": "number",
    },
    "organization": NAMED | {"email": "email", "website": "link"},
    "service_at_location": {"id!": "id"},
    "taxonomy": NAMED,
    "taxonomy_term": NAMED | {"term_uri": "link"},
}
WHAT = {
    "about": "the feed's description of itself",
    "service": "services",
    "organization": "organisations",
    "service_at_location": "services at their places",
    "taxonomy": "taxonomies",
    "taxonomy_term": "taxonomy terms",
}
GRAVE = {"about", "service"}


def read_feed(*, files: Sequence[tuple[str, bytes]], on: date) -> Reading:
    """The services of a feed's documents. Those without a service, and those that misdescribe it, are refused."""
    try:
        documents = [_document(name, content) for name, content in files]
    except ValueError as problem:
        return Reading(refused=str(problem))
    reading = Reading(remarks=[remark for doc in documents for remark in _remarks_on(doc)])
    services = _fullest(documents)
    if len(services) > MOST_ROWS:
        reading.refused = str(TooMany(len(services)))
    elif any(remark.is_grave for remark in reading.remarks):
        reading.refused = "The feed does not say rightly what it is."
    elif not services:
        reading.refused = "There is no service in it."
    organizations = {
        item.get("id"): item for doc in documents if doc.kind == "organization" for item in doc.items
    }
    reading.listings = [
        _listing(number, place, item, organizations, on)
        for number, (place, item) in enumerate(services, start=1)
    ]
    return reading


def _document(name: str, content: bytes) -> Document:
    try:
        parsed = json.loads(content.decode("utf-8-sig"), parse_constant=_no_number)
    except (ValueError, RecursionError) as problem:
        raise ValueError(f"“{name}” is not JSON.") from problem
    items = parsed.get("contents", [parsed]) if isinstance(parsed, dict) else parsed
    if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
        raise ValueError(f"“{name}” is not a document of Open Referral: it has no objects.")
    return Document(name, _kind(name, items), items, parsed)


def _no_number(name: str):
    raise ValueError(f"{name} is not a number")


def _kind(name: str, items: Sequence[dict]) -> str:
    """What a document is about, by what its first object has; by its name where that does not tell."""
    first = items[0] if items else {}
    named = name.rpartition("/")[2].lower()
    if "openapi_url" in first or "profile" in first:
        return "about"
    if "location" in first or "location_id" in first or named.startswith("service_at"):
        return "service_at_location"
    if "status" in first or named.startswith("service"):
        return "service"
    if "taxonomy_terms" in first or named.startswith(("taxonomies", "taxonomy_list")):
        return "taxonomy"
    if {"term", "taxonomy", "term_uri", "parent_id"} & set(first) or named.startswith("taxonomy_term"):
        return "taxonomy_term"
    return "taxonomy" if named.startswith("taxonomy") else "organization"


def _remarks_on(document: Document) -> list[Remark]:
    """What is wrong with a document as a whole; what is wrong with a service is said at the service."""
    found = _envelope_remarks(document)
    if document.kind == "service":
        return found
    is_grave = document.kind in GRAVE
    for number, item in enumerate(document.items, start=1):
        place = f"{document.name}, {number}" if len(document.items) > 1 else document.name
        found += _shape_remarks(item, document.kind, place, is_grave)
    return found


def _envelope_remarks(document: Document) -> list[Remark]:
    envelope = document.parsed
    if not isinstance(envelope, dict) or "contents" not in envelope:
        return []
    there, claimed = len(document.items), envelope.get("total_items")
    if claimed != there:
        message = f"It speaks of {claimed} {WHAT[document.kind]}, and {there} of them are in it."
        return [Remark(document.name, "total_items", message, is_grave=False)]
    return []


def _shape_remarks(item: dict, kind: str, place: str, is_grave: bool) -> list[Remark]:
    found = []
    for rule, shape in PROPERTIES[kind].items():
        name, required = rule.rstrip("!"), rule.endswith("!")
        holds, words = SHAPES[shape]
        if item.get(name) in (None, ""):
            if required:
                found.append(Remark(f"{place}: {name}", "", f"“{name}” is missing.", is_grave))
        elif not holds(item[name]):
            found.append(Remark(f"{place}: {name}", str(item[name]), f"“{name}” must be {words}.", is_grave))
    return found


def _fullest(documents: Sequence[Document]) -> list[tuple[str, dict]]:
    """Each service once with where it stands: where it is told in a list and in full, as it is told in full."""
    services = {}
    for document in documents:
        if document.kind != "service":
            continue
        for number, item in enumerate(document.items, start=1):
            place = f"{document.name}, {number}" if len(document.items) > 1 else document.name
            key = item["id"] if _is_text(item.get("id")) else place
            if key not in services or len(item) > len(services[key][1]):
                services[key] = (place, item)
    return list(services.values())


def _listing(number: int, place: str, item: dict, organizations: dict, on: date) -> ReadListing:
    wrong = _shape_remarks(item, "service", place, is_grave=True)
    read = ReadListing(number, source_id=tidy_text(str(item.get("id", "")))[:100], remarks=wrong)
    if item.get("status") in STATUSES[1:]:
        read.remarks.append(Remark(f"{place}: status", item["status"], "This service is not offered now."))
    read.fields, left_out = listing_fields(item, organizations, on=on)
    read.remarks += [
        Remark(f"{place}: {name}", text, message, is_grave) for name, text, message, is_grave in left_out
    ]
    return read
