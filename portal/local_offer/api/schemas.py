"""The shapes of what we answer with, as JSON schemas: part of our OpenAPI document, and tests hold us to them."""


def _object(required: dict, optional: dict | None = None) -> dict:
    return {"type": "object", "required": list(required), "properties": required | (optional or {})}


def _list(of: dict) -> dict:
    return {"type": "array", "items": of}


def _ref(name: str) -> dict:
    return {"$ref": f"#/components/schemas/{name}"}


TEXT = {"type": "string"}
ID = {"type": "string", "format": "uuid"}
LINK = {"type": "string", "format": "uri"}
DAY = {"type": "string", "format": "date"}
AGE = {"type": "integer", "minimum": 0, "maximum": 25}
COUNT = {"type": "integer", "minimum": 0}

TERM = _object(
    {"id": ID, "name": TEXT, "description": TEXT, "taxonomy": TEXT, "taxonomy_id": ID}, {"term": TEXT}
)
TAXONOMY = _object({"id": ID, "name": TEXT, "description": TEXT}, {"version": TEXT})
ORGANIZATION = _object({"id": ID, "name": TEXT, "description": TEXT}, {"website": LINK})
LOCATION = _object(
    {
        "id": ID,
        "location_type": {"enum": ["physical"]},
        "latitude": {"type": "number"},
        "longitude": {"type": "number"},
    },
    {"name": TEXT, "description": TEXT},
)
FULL_LOCATION = {
    "allOf": [
        _ref("Location"),
        _object(
            {
                "addresses": _list(
                    _object(
                        {
                            "id": ID,
                            "location_id": ID,
                            "address_1": TEXT,
                            "city": TEXT,
                            "state_province": TEXT,
                            "postal_code": TEXT,
                            "country": TEXT,
                            "address_type": {"enum": ["physical"]},
                        }
                    )
                )
            },
            {
                "accessibility": _list(
                    _object({"id": ID, "location_id": ID}, {"description": TEXT, "details": TEXT})
                )
            },
        ),
    ]
}
SERVICE = _object(
    {"id": ID, "name": TEXT, "status": {"enum": ["active"]}},
    {
        "organization_id": ID,
        "description": TEXT,
        "url": LINK,
        "email": {"type": "string", "format": "email"},
        "fees": TEXT,
        "accreditations": TEXT,
        "minimum_age": AGE,
        "maximum_age": AGE,
        "assured_date": DAY,
        "last_modified": {"type": "string", "format": "date-time"},
        "organization": _ref("Organization"),
    },
)
OF_SERVICE = {"id": ID, "service_id": ID}
ATTRIBUTE = _object(
    {
        "id": ID,
        "link_id": ID,
        "link_type": {"enum": ["service"]},
        "taxonomy_term_id": ID,
        "taxonomy_term": _ref("Term"),
    }
)
SERVICE_DETAILS = {
    "eligibility_description": TEXT,
    "application_process": TEXT,
    "wait_time": TEXT,
    "fees_description": TEXT,
    "interpretation_services": TEXT,
    "additional_urls": _list(_object({"id": ID, "label": TEXT, "url": LINK})),
    "phones": _list(_object(OF_SERVICE | {"number": TEXT})),
    "contacts": _list(_object(OF_SERVICE | {"title": TEXT})),
    "schedules": _list(
        _object(OF_SERVICE, {"freq": {"enum": ["WEEKLY"]}, "byday": TEXT, "description": TEXT})
    ),
    "service_areas": _list(_object(OF_SERVICE | {"name": TEXT})),
    "service_at_locations": _list(
        _object(OF_SERVICE | {"location_id": ID, "location": _ref("FullLocation")})
    ),
    "languages": _list(_object(OF_SERVICE | {"note": TEXT})),
    "cost_options": _list(
        _object(OF_SERVICE | {"amount_description": TEXT}, {"option": TEXT, "amount": {"type": "number"}})
    ),
}
FULL_SERVICE = {
    "allOf": [_ref("Service"), _object({"attributes": _list(_ref("Attribute"))}, SERVICE_DETAILS)],
}
AT_LOCATION = _object(
    {"id": ID, "service_id": ID, "location_id": ID, "location": _ref("Location"), "service": _ref("Service")}
)
FULL_AT_LOCATION = {
    "allOf": [
        _ref("ServiceAtLocation"),
        _object({"location": _ref("FullLocation"), "service": _ref("FullService")}),
    ]
}
SCHEMAS = {
    "About": _object({"version": TEXT, "profile": LINK, "openapi_url": LINK}),
    "Page": _object(
        {
            "total_items": COUNT,
            "total_pages": COUNT,
            "page_number": COUNT,
            "size": COUNT,
            "first_page": {"type": "boolean"},
            "last_page": {"type": "boolean"},
            "empty": {"type": "boolean"},
            "contents": {"type": "array"},
        }
    ),
    "Error": _object({"error": _object({"message": TEXT}, {"parameter": TEXT})}),
    "Term": TERM,
    "Taxonomy": TAXONOMY,
    "FullTaxonomy": {"allOf": [_ref("Taxonomy"), _object({"taxonomy_terms": _list(_ref("Term"))})]},
    "Organization": ORGANIZATION,
    "FullOrganization": {
        "allOf": [
            _ref("Organization"),
            _object({"services": _list({"anyOf": [_ref("Service"), _ref("FullService")]})}),
        ]
    },
    "Location": LOCATION,
    "FullLocation": FULL_LOCATION,
    "Service": SERVICE,
    "FullService": FULL_SERVICE,
    "Attribute": ATTRIBUTE,
    "ServiceAtLocation": AT_LOCATION,
    "FullServiceAtLocation": FULL_AT_LOCATION,
}
