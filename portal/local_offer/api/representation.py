"""A published service, its provider and its place under the names of Open Referral UK 3.0.

What is not said is left out, never sent as empty, except where the profile requires a name. What the UK
profile has no place for goes under the names of the international standard (HSDS 3.0): `phones`,
`eligibility_description`, `application_process`, `wait_time`, `fees_description`, `interpretation_services`.
"""

import functools
import html
import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256

from django.utils.encoding import iri_to_uri

from portal.local_offer.models import Access, Area, CostKind
from portal.local_offer.queries.open_data import SERVICE_FIELDS
from portal.local_offer.queries.vocabulary import Taxonomy, Term, Vocabulary, identifier

BYDAY = {"mon": "MO", "tue": "TU", "wed": "WE", "thu": "TH", "fri": "FR", "sat": "SA", "sun": "SU"}
LINE_END = re.compile(r"</(?:p|li|ul|ol)>|<br\s*/?>")
MARKUP = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True, eq=False)
class Around:
    """What a service is read with: the words in use, where the pages are, and which places count as local.

    Two are the same that say the same: `fingerprint` is made from all of it.
    """

    words: Vocabulary
    area_name: str
    local_areas: str
    pages_at: str  # the address of the front door
    home_path: str  # the front door's own path in the tree
    fingerprint: str = field(init=False, default="")

    def __post_init__(self):
        told = (self.words.terms, self.area_name, self.local_areas, self.pages_at, self.home_path)
        object.__setattr__(self, "fingerprint", sha256(repr(told).encode()).hexdigest())

    def __eq__(self, other):
        return isinstance(other, Around) and self.fingerprint == other.fingerprint

    def __hash__(self):
        return hash(self.fingerprint)

    def address(self, url_path: str) -> str:
        return self.pages_at + url_path.removeprefix(self.home_path)


def plain(rich_text: str) -> str:
    """Rich text as lines of text."""
    lines = MARKUP.sub("", LINE_END.sub("\n", rich_text)).splitlines()
    return html.unescape("\n".join(filter(None, map(str.strip, lines))))


def moment(at: datetime) -> str:
    """With milliseconds and in UTC, as the profile asks."""
    return at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def said(**facts) -> dict:
    """The facts that are there."""
    return {name: fact for name, fact in facts.items() if fact not in (None, "", [])}


# ---- services ----


def written(show: Callable[[dict, Around], dict], row: tuple, around: Around) -> str:
    """A service as JSON in one of the ways below; `row` has the values of the `SERVICE_FIELDS`."""
    return _written(show, tuple(tuple(value) if isinstance(value, list) else value for value in row), around)


@functools.lru_cache(maxsize=1_000)
def _written(show: Callable[[dict, Around], dict], row: tuple, around: Around) -> str:
    """Kept by all that it is made from, so it is written again exactly when something of it has changed."""
    return json.dumps(show(dict(zip(SERVICE_FIELDS, row, strict=True)), around))


def service(row: dict, around: Around) -> dict:
    """The service with its one-to-one facts, as lists have it; `row` has the `SERVICE_FIELDS`."""
    quality = f"{row['quality']} ({row['quality_on']:%-d %B %Y})" if row["quality"] else ""
    return said(
        id=str(row["reference"]),
        organization_id=row["provider__reference"] and str(row["provider__reference"]),
        name=row["title"],
        description="\n".join(filter(None, [row["summary"], plain(row["description"])])),
        url=around.address(row["url_path"]),
        email=row["email"],
        status="active",
        fees=row["cost"],
        accreditations=quality,
        minimum_age=row["age_from"],
        maximum_age=row["age_to"],
        assured_date=row["last_checked_on"] and row["last_checked_on"].isoformat(),
        last_modified=row["modified_at"] and moment(row["modified_at"]),
        organization=row["provider__reference"] and provider_of(row, around),
    )


def full_service(row: dict, around: Around) -> dict:
    """The service with everything that hangs on it, but not its place's own list of services."""
    reference = str(row["reference"])
    place = service_at_location(row)
    return service(row, around) | said(
        eligibility_description=row["eligibility"],
        application_process=row["how_to_get_it"],
        wait_time=f"{row['waiting_time']} (as of {row['waiting_time_on']})" if row["waiting_time"] else "",
        fees_description=row["cost"],
        interpretation_services=row["languages"],
        additional_urls=[{"id": identifier(reference, "website"), "label": "Website", "url": row["website"]}]
        if row["website"]
        else [],
        phones=[{"id": identifier(reference, "phone"), "service_id": reference, "number": row["phone"]}]
        if row["phone"]
        else [],
        contacts=[
            {"id": identifier(reference, "contact"), "service_id": reference, "title": row["contact_name"]}
        ]
        if row["contact_name"]
        else [],
        schedules=_schedules(row, reference),
        service_areas=_service_areas(row, reference, around),
        service_at_locations=[place | {"location": full_location(row)}] if place else [],
        languages=[
            {"id": identifier(reference, "language"), "service_id": reference, "note": row["languages"]}
        ]
        if row["languages"]
        else [],
        cost_options=_cost_options(row, reference),
        attributes=[attribute(reference, term) for term in around.words.of(row)],
    )


def provider_of(row: dict, around: Around) -> dict:
    return organization(row["provider__reference"], row["provider__name"], row["provider__website"], around)


def _schedules(row: dict, reference: str) -> list[dict]:
    if not (row["days"] or row["where_and_when"]):
        return []
    days = [BYDAY[day] for day in BYDAY if day in row["days"]]
    weekly = {"freq": "WEEKLY", "byday": ",".join(days)} if days else {}
    return [
        {"id": identifier(reference, "schedule"), "service_id": reference}
        | weekly
        | said(description=row["where_and_when"])
    ]


def _service_areas(row: dict, reference: str, around: Around) -> list[dict]:
    if row["area"] != Area.LOCAL:
        return []
    name = around.local_areas or around.area_name
    return [{"id": identifier(reference, "area"), "service_id": reference, "name": name}]


def _cost_options(row: dict, reference: str) -> list[dict]:
    if not row["cost"]:
        return []
    kind = CostKind(row["cost_kind"]).label if row["cost_kind"] else ""
    amount = {"amount": 0} if row["cost_kind"] == CostKind.FREE else {}
    return [
        {
            "id": identifier(reference, "cost"),
            "service_id": reference,
            **said(option=kind),
            **amount,
            "amount_description": row["cost"],
        }
    ]


def attribute(reference: str, term: Term) -> dict:
    return {
        "id": identifier(reference, "attribute", term.id),
        "link_id": reference,
        "link_type": "service",
        "taxonomy_term_id": term.id,
        "taxonomy_term": taxonomy_term(term),
    }


# ---- places: a service has one at most, so the two go by the same reference ----


def service_at_location(row: dict) -> dict | None:
    """A service at its place, as lists have it; None where no place is known."""
    if row["catalogue_entry__latitude"] is None:
        return None
    reference = str(row["reference"])
    return {
        "id": reference,
        "service_id": reference,
        "location_id": identifier(reference, "location"),
        "location": location(row),
    }


def location(row: dict) -> dict:
    return said(
        id=identifier(str(row["reference"]), "location"),
        location_type="physical",
        name=row["title"],
        description=row["where_and_when"],
        latitude=round(row["catalogue_entry__latitude"], 5),
        longitude=round(row["catalogue_entry__longitude"], 5),
    )


def full_location(row: dict) -> dict:
    """The place with its address. A provider writes where it is in a sentence: town and county are not apart."""
    reference = str(row["reference"])
    place = location(row)
    address = {
        "id": identifier(reference, "address"),
        "location_id": place["id"],
        "address_1": row["where_and_when"] or row["title"],
        "city": "",
        "state_province": "",
        "postal_code": row["postcode"],
        "country": "GB",
        "address_type": "physical",
    }
    access = said(
        description=row["accessibility"], details=", ".join(Access(kind).label for kind in row["access"])
    )
    accessibility = {"id": identifier(reference, "access"), "location_id": place["id"], **access}
    return place | {"addresses": [address]} | ({"accessibility": [accessibility]} if access else {})


def listed_at_location(row: dict, around: Around) -> dict:
    return service_at_location(row) | {"service": service(row, around)}


def full_at_location(row: dict, around: Around) -> dict:
    inner = full_service(row, around)
    del inner["service_at_locations"]
    return service_at_location(row) | {"location": full_location(row), "service": inner}


# ---- providers and words ----


def organization(reference, name: str, website: str, around: Around) -> dict:
    return said(
        id=str(reference),
        name=name,
        description=f"{name} runs services that are listed in the Local Offer of {around.area_name}.",
        website=iri_to_uri(website),
    )


@functools.lru_cache(maxsize=1_000)
def taxonomy_term(term: Term) -> dict:
    """One word. The same object every time: a list of services has it hundreds of times."""
    return {
        "id": term.id,
        "name": term.name,
        "description": term.description,
        "taxonomy": term.taxonomy,
        "taxonomy_id": term.taxonomy_id,
        "term": term.code,
    }


def taxonomy(words: Taxonomy) -> dict:
    """A taxonomy without its terms, as lists have it."""
    return said(id=words.id, name=words.name, description=words.description, version=words.version)


def full_taxonomy(words: Taxonomy) -> dict:
    return taxonomy(words) | {"taxonomy_terms": [taxonomy_term(term) for term in words.terms]}
