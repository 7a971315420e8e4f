"""The addresses of Open Referral UK 3.0. Each reads published pages only."""

import json
from collections import defaultdict

from django.conf import settings
from django.urls import reverse

from portal.local_offer.api import parameters, representation
from portal.local_offer.api.answers import NotHere, each, open_to_all, page_of
from portal.local_offer.api.document import VERSION, openapi
from portal.local_offer.api.representation import Around
from portal.local_offer.models import Postcode
from portal.local_offer.places import UnknownPostcode
from portal.local_offer.queries import open_data
from portal.local_offer.queries.open_data import SERVICE_FIELDS, Asked
from portal.local_offer.queries.pages import home_page
from portal.local_offer.queries.vocabulary import vocabulary

PROFILE = "https://docs.openreferraluk.org/"


@open_to_all()
def about(request, asked):
    document = settings.BASE_URL + reverse("oruk:openapi")
    return {"version": VERSION, "profile": PROFILE, "openapi_url": document}


@open_to_all()
def document(request, asked):
    return openapi(settings.BASE_URL + reverse("oruk:about").rstrip("/"))


@open_to_all(*parameters.SERVICES)
def services(request, asked):
    around = _around()
    found = open_data.services(_narrowed(asked), around.words).values_list(*SERVICE_FIELDS)
    return page_of(found, asked, _writing(_shown(asked), around))


@open_to_all()
def service(request, asked, id):
    around = _around()
    return representation.full_service(_one(open_data.published_services(), id), around)


@open_to_all(*parameters.PLACES)
def service_at_locations(request, asked):
    around = _around()
    found = open_data.located(open_data.services(_narrowed(asked), around.words)).values_list(*SERVICE_FIELDS)
    show = representation.full_at_location if asked.get("full") else representation.listed_at_location
    return page_of(found, asked, _writing(show, around))


@open_to_all()
def service_at_location(request, asked, id):
    around = _around()
    return representation.full_at_location(
        _one(open_data.located(open_data.published_services()), id), around
    )


@open_to_all(*parameters.ORGANIZATIONS)
def organizations(request, asked):
    around = _around()
    with_services = asked.get("full") or asked.get("full_service")

    def show(providers):
        services = _services_of(providers, asked, around) if with_services else None
        return [json.dumps(_organization(provider, around, services)) for provider in providers]

    return page_of(open_data.organizations(asked.get("search", "")), asked, show)


@open_to_all(*parameters.ORGANIZATION)
def organization(request, asked, id):
    around = _around()
    provider = open_data.organizations().filter(reference=id).first()
    if provider is None:
        raise NotHere
    return _organization(provider, around, _services_of([provider], asked, around))


@open_to_all(*parameters.TAXONOMIES)
def taxonomies(request, asked):
    found = _with_words(vocabulary().taxonomies, asked)
    return page_of(found, asked, each(representation.taxonomy))


@open_to_all()
def taxonomy(request, asked, id):
    return representation.full_taxonomy(_of_id(vocabulary().taxonomies, id))


@open_to_all(*parameters.TERMS)
def taxonomy_terms(request, asked):
    terms = [] if "parent_id" in asked else vocabulary().terms
    terms = [term for term in terms if asked.get("taxonomy_id", term.taxonomy_id) == term.taxonomy_id]
    return page_of(_with_words(terms, asked), asked, each(representation.taxonomy_term))


@open_to_all()
def taxonomy_term(request, asked, id):
    return representation.taxonomy_term(_of_id(vocabulary().terms, id))


@open_to_all()
def nothing_here(request, asked, **_path):
    raise NotHere


def _around() -> Around:
    home = home_page()
    return Around(
        words=vocabulary(),
        area_name=settings.AREA_NAME,
        local_areas=home.local_areas,
        pages_at=settings.BASE_URL + reverse("local_offer:home"),
        home_path=home.url_path,
    )


def _narrowed(asked: dict) -> Asked:
    """What the query reads of what was asked."""
    facts = {name: asked[name] for name in Asked.__slots__ if name in asked}
    return Asked(**facts, near=_near(asked["postcode"]) if "postcode" in asked else None)


def _near(postcode: str):
    try:
        return Postcode.objects.place(postcode)
    except UnknownPostcode as unknown:
        raise parameters.NotThere("postcode", str(unknown)) from unknown


def _writing(show, around: Around):
    return lambda rows: [representation.written(show, row, around) for row in rows]


def _shown(asked: dict):
    if asked.get("minimal"):
        return _minimal
    return representation.full_service if asked.get("full") else representation.service


def _minimal(row: dict, around: Around) -> dict:
    whole = representation.service(row, around)
    return {name: whole[name] for name in ("id", "name", "status", "last_modified") if name in whole}


def _one(found, reference) -> dict:
    row = found.filter(reference=reference).values(*SERVICE_FIELDS).first()
    if row is None:
        raise NotHere
    return row


def _services_of(providers: list, asked: dict, around: Around) -> dict:
    """The services of these providers by the provider's reference, in one query."""
    show = representation.full_service if asked.get("full_service") else representation.service
    rows = (
        open_data.published_services().filter(provider__in=providers).order_by("pk").values(*SERVICE_FIELDS)
    )
    services = defaultdict(list)
    for row in rows:
        services[row["provider__reference"]].append(show(row, around))
    return services


def _organization(provider, around: Around, services: dict | None) -> dict:
    shown = representation.organization(provider.reference, provider.name, provider.website, around)
    return shown if services is None else shown | {"services": services[provider.reference]}


def _with_words(named, asked: dict) -> list:
    words = asked.get("search", "").strip().casefold()
    return [thing for thing in named if words in thing.name.casefold()]


def _of_id(named, wanted):
    thing = next((thing for thing in named if thing.id == str(wanted)), None)
    if thing is None:
        raise NotHere
    return thing
