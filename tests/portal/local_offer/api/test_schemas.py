"""Every answer is what our own schemas say, and what the official ones say where they are at hand."""

import json
import random
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from openapi_spec_validator import validate

from portal.local_offer.api.document import ADDRESSES, VERSION
from portal.local_offer.api.schemas import SCHEMAS
from portal.local_offer.models import Provider
from portal.local_offer.queries.vocabulary import vocabulary

OFFICIAL = Path(__file__).resolve().parents[5] / "shared" / "data" / "oruk-3.0" / "schemas"
NOBODY = "00000000-0000-4000-8000-000000000000"
ADDRESS_OF = {address.path: address for address in ADDRESSES}
# Our address -> the official schema of its answer, and whether that schema is one object of the list's contents.
OFFICIAL_OF = {
    "/": ("api_details", False),
    "/services": ("service_list", False),
    "/services/{id}": ("service", False),
    "/organizations": ("organization_list", True),  # it describes one organization, not a list of them
    "/organizations/{id}": ("organization", False),
    "/service_at_locations": ("service_at_location_list", False),
    "/service_at_locations/{id}": ("service_at_location", False),
    "/taxonomies": ("taxonomy_list", False),
    "/taxonomies/{id}": ("taxonomy", False),
    "/taxonomy_terms": ("taxonomy_term_list", False),
    "/taxonomy_terms/{id}": ("taxonomy_term", False),
}


def validator_of(schema):
    return Draft202012Validator(schema, format_checker=FormatChecker())


def ids_of(offer):
    words = vocabulary()
    return {
        "services": [page.reference for page in offer],
        "service_at_locations": [page.reference for page in offer if page.postcode],
        "organizations": list(
            Provider.objects.filter(services__in=offer).values_list("reference", flat=True)
        ),
        "taxonomies": [taxonomy.id for taxonomy in words.taxonomies],
        "taxonomy_terms": [term.id for term in words.terms],
    }


def values_of(parameter, ids, chance):
    known = {
        "search": ["", "talking", "therapist plays", "autism OR splash", "provider", "ages", "\x00"],
        "page": [1, 1, 2, 3, 50],
        "per_page": [1, 2, 5, 50, 100],
        "format": ["json"],
        "taxonomy_term_id": [*ids["taxonomy_terms"], NOBODY],
        "taxonomy_id": [*ids["taxonomies"], NOBODY],
        "organization_id": [*ids["organizations"], NOBODY],
        "modified_after": ["2019-11-14", "2026-03-15T10:30:45.123Z", "2999-01-01T00:00:00+01:00"],
        "minimum_age": [0, 3, 11],
        "maximum_age": [11, 16, 25, 99],
        "postcode": ["KT1", "kt2 6ql", "SW1A1AA"],
        "parent_id": [NOBODY],
    }
    return chance.choice(known.get(parameter, ["true", "false"]))


def varied_requests(offer, how_many):
    """Addresses with parameters, the same ones in every run."""
    chance, ids = random.Random(2019), ids_of(offer)  # noqa: S311 - to vary, not to keep secret
    for _ in range(how_many):
        address = chance.choice(ADDRESSES)
        kind = address.path.split("/")[1]
        of_it = chance.choice(ids[kind]) if address.has_id else ""
        free = [p.name for p in address.parameters if p.name != "proximity"]
        chosen = chance.sample(free, k=min(len(free), chance.randint(0, 4)))
        asked = {name: values_of(name, ids, chance) for name in chosen}
        if "postcode" in asked:
            asked["proximity"] = chance.choice([500, 5_000, 100_000])
        yield address, address.path.replace("{id}", str(of_it)), asked


def mistakes(validator, answer):
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(answer)]


def official(address, asked):
    """The official validator of an address; a list asked for in full holds what the single address answers with."""
    name, is_one_of_contents = OFFICIAL_OF[address.path]
    if asked.get("full") == "true" or asked.get("full_service") == "true":
        name = OFFICIAL_OF[address.path.removesuffix("/{id}") + "/{id}"][0]
        is_one_of_contents = address.is_list
    return validator_of(json.loads((OFFICIAL / f"{name}.json").read_text())), is_one_of_contents


def test_two_hundred_varied_answers_are_valid_by_our_schemas_and_the_official_ones(offer, client):
    envelope = validator_of(SCHEMAS["Page"])
    checked, non_empty = 0, 0
    for address, path, asked in varied_requests(offer, 200):
        answer = client.get(f"/api/oruk{path}", asked)
        assert answer.status_code == 200, (path, asked, answer.content)
        told = answer.json()
        ours = validator_of(
            {"anyOf": [{"$ref": f"#/components/schemas/{name}"} for name in address.answers_with]}
            | {"components": {"schemas": SCHEMAS}}
        )
        for one in told["contents"] if address.is_list else [told]:
            if asked.get("minimal") != "true":
                assert mistakes(ours, one) == [], (path, asked)
        if address.is_list:
            assert mistakes(envelope, told) == [], (path, asked)
            non_empty += not told["empty"]
        if OFFICIAL.exists():
            theirs, is_one_of_contents = official(address, asked)
            for one in told["contents"] if is_one_of_contents else [told]:
                assert mistakes(theirs, one) == [], (path, asked)
            checked += 1
    assert non_empty > 40  # the requests are varied, and most of them find something
    if not OFFICIAL.exists():
        pytest.skip("The official schemas are not beside the project; ours hold.")
    assert checked == 200


def test_our_openapi_document_is_one_and_names_every_address(home, client):
    document = client.get("/api/oruk/openapi.json").json()
    validate(document)
    assert set(document["paths"]) == set(OFFICIAL_OF)
    assert client.get("/api/oruk/").json()["version"] == document["info"]["version"] == VERSION


def test_a_parameter_that_needs_another_says_so_in_our_document(home, client):
    """Exploded, the object is sent as parameters of the names that the standard has."""
    document = client.get("/api/oruk/openapi.json").json()
    [near] = [
        p for p in document["paths"]["/services"]["get"]["parameters"] if p["schema"]["type"] == "object"
    ]
    assert (near["style"], near["explode"]) == ("form", True)
    assert set(near["schema"]["properties"]) == {"postcode", "proximity"}
    assert near["schema"]["dependentRequired"] == {"proximity": ["postcode"]}


def test_the_base_address_leads_to_our_document(home, client):
    about = client.get("/api/oruk/").json()
    assert about["openapi_url"].endswith("/api/oruk/openapi.json")
