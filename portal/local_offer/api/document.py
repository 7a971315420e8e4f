"""Our own OpenAPI document: made from the tables of parameters and of shapes, so that it cannot say anything else."""

from dataclasses import dataclass

from django.conf import settings

from portal.local_offer.api import parameters
from portal.local_offer.api.parameters import Parameter
from portal.local_offer.api.schemas import SCHEMAS

VERSION = "HSDS-UK-3.0"
LICENCE = {
    "name": "Open Government Licence v3.0",
    "url": "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
}


@dataclass(frozen=True, slots=True)
class Address:
    """One address of the API: what it answers with, one or a page of several, and what can be asked."""

    path: str
    name: str
    summary: str
    answers_with: tuple[str, ...]
    is_list: bool = True
    parameters: tuple[Parameter, ...] = ()

    @property
    def has_id(self) -> bool:
        return self.path.endswith("{id}")


ADDRESSES = (
    Address("/", "about", "Which standard this is, and where it is described.", ("About",), is_list=False),
    Address(
        "/services",
        "listServices",
        "Published services.",
        ("Service", "FullService"),
        True,
        parameters.SERVICES,
    ),
    Address("/services/{id}", "getService", "One service in full.", ("FullService",), is_list=False),
    Address(
        "/organizations",
        "listOrganizations",
        "Who runs published services.",
        ("Organization", "FullOrganization"),
        True,
        parameters.ORGANIZATIONS,
    ),
    Address(
        "/organizations/{id}",
        "getOrganization",
        "One provider with its services.",
        ("FullOrganization",),
        False,
        parameters.ORGANIZATION,
    ),
    Address(
        "/service_at_locations",
        "listServiceAtLocations",
        "Services whose place on the map is known.",
        ("ServiceAtLocation", "FullServiceAtLocation"),
        True,
        parameters.PLACES,
    ),
    Address(
        "/service_at_locations/{id}",
        "getServiceAtLocation",
        "One service at its place, in full.",
        ("FullServiceAtLocation",),
        is_list=False,
    ),
    Address(
        "/taxonomies",
        "listTaxonomies",
        "The lists of words that services are sorted by.",
        ("Taxonomy",),
        True,
        parameters.TAXONOMIES,
    ),
    Address("/taxonomies/{id}", "getTaxonomy", "One list with its words.", ("FullTaxonomy",), is_list=False),
    Address("/taxonomy_terms", "listTaxonomyTerms", "Words of all lists.", ("Term",), True, parameters.TERMS),
    Address("/taxonomy_terms/{id}", "getTaxonomyTerm", "One word.", ("Term",), is_list=False),
)


def openapi(api_at: str) -> dict:
    """The document for an API whose first address is `api_at`, without a slash at its end."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": f"Local Offer of the {settings.PARTNERSHIP_NAME}",
            "version": VERSION,
            "description": "Published services as Open Referral UK 3.0. No key is needed; only GET is answered.",
            "license": LICENCE,
        },
        "servers": [{"url": api_at}],
        "paths": {address.path: {"get": _operation(address)} for address in ADDRESSES},
        "components": {"schemas": SCHEMAS},
    }


def _operation(address: Address) -> dict:
    asked = _parameters(address.parameters)
    return {
        "operationId": address.name,
        "summary": address.summary,
        "parameters": [_ID, *asked] if address.has_id else asked,
        "responses": {
            "200": _answer("What was asked for.", _shape(address)),
            "304": {"description": "Nothing was published since the answer with this ETag."},
            "400": _answer("A parameter cannot be read; the answer names it.", _named("Error")),
            "404": _answer("Nothing of this id, or no such postcode.", _named("Error")),
        },
    }


_ID = {"name": "id", "in": "path", "required": True, "schema": {"type": "string", "format": "uuid"}}


def _parameters(known: tuple[Parameter, ...]) -> list[dict]:
    """Each by itself, and those of which one needs another as one object.

    OpenAPI has no words for one parameter that needs another, and JSON Schema has: a form that is exploded
    sends each property of the object as a parameter of its own name.
    """
    needed = {parameter.needs for parameter in known} - {""}
    together = [parameter for parameter in known if parameter.needs or parameter.name in needed]
    alone = [parameter for parameter in known if parameter not in together]
    return [*map(_parameter, alone), *([_object_of(together)] if together else [])]


def _parameter(parameter: Parameter) -> dict:
    return {
        "name": parameter.name,
        "in": "query",
        "required": False,
        "description": parameter.description,
        "schema": dict(parameter.schema),
    }


def _object_of(together: list[Parameter]) -> dict:
    names = " and ".join(f"`{parameter.name}`" for parameter in together)
    return {
        "name": "_and_".join(parameter.name for parameter in together),
        "in": "query",
        "required": False,
        "style": "form",
        "explode": True,
        "description": f"Sent as {names}, parameters of their own.",
        "schema": {
            "type": "object",
            "properties": {
                parameter.name: {"description": parameter.description, **parameter.schema}
                for parameter in together
            },
            "dependentRequired": {
                parameter.name: [parameter.needs] for parameter in together if parameter.needs
            },
            "additionalProperties": False,
        },
    }


def _answer(description: str, schema: dict) -> dict:
    return {"description": description, "content": {"application/json": {"schema": schema}}}


def _shape(address: Address) -> dict:
    shapes = [_named(name) for name in address.answers_with]
    shape = shapes[0] if len(shapes) == 1 else {"anyOf": shapes}
    if not address.is_list:
        return shape
    contents = {"properties": {"contents": {"type": "array", "items": shape}}}
    return {"allOf": [_named("Page"), contents]}


def _named(schema: str) -> dict:
    return {"$ref": f"#/components/schemas/{schema}"}
