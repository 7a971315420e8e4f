"""What the open data reads: published services and their providers."""

import functools
from dataclasses import dataclass
from datetime import datetime

from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db.models import Exists, F, FloatField, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import ASin, Cos, Greatest, Power, Radians, Sin, Sqrt

from portal.local_offer.models import Check, Provider, ServicePage
from portal.local_offer.models.catalogue import SEARCH_LANGUAGE
from portal.local_offer.models.choices import OLDEST, YOUNGEST
from portal.local_offer.places import Place
from portal.local_offer.queries.vocabulary import Vocabulary, for_ages

EARTH_RADIUS_METRES = 6_371_008.8
SERVICE_FIELDS = (
    "reference",
    "title",
    "summary",
    "description",
    "category",
    "area",
    "age_from",
    "age_to",
    "needs",
    "headings",
    "last_checked_on",
    "modified_at",
    "url_path",
    "where_and_when",
    "days",
    "postcode",
    "eligibility",
    "how_to_get_it",
    "waiting_time",
    "waiting_time_on",
    "cost",
    "cost_kind",
    "access",
    "accessibility",
    "languages",
    "quality",
    "quality_on",
    "contact_name",
    "phone",
    "email",
    "website",
    "provider__reference",
    "provider__name",
    "provider__website",
    "catalogue_entry__latitude",
    "catalogue_entry__longitude",
)


# ---- services ----


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a request narrows the services to; None does not narrow."""

    search: str | None = None
    taxonomy_term_id: str | None = None
    taxonomy_id: str | None = None
    organization_id: str | None = None
    modified_after: datetime | None = None
    minimum_age: int | None = None
    maximum_age: int | None = None
    near: Place | None = None
    proximity: int | None = None  # metres


def published_services() -> QuerySet[ServicePage]:
    """With `modified_at`, the moment since which they are as they are: published, or checked or renamed since then.

    A check moves the day that is told as `assured_date`, and a service is told with its provider's name and website:
    who keeps a copy has to hear of both.
    """
    checked = Check.objects.filter(page=OuterRef("pk")).order_by("-checked_at").values("checked_at")[:1]
    return ServicePage.objects.live().annotate(
        modified_at=Greatest("last_published_at", Subquery(checked), "provider__described_at")
    )


def services(asked: Asked, words: Vocabulary) -> QuerySet[ServicePage]:
    """Published services that are all that was asked for: best match, else nearest, else oldest first."""
    found = published_services().filter(_wanted_terms(asked, words))
    if asked.minimum_age is not None or asked.maximum_age is not None:
        youngest = YOUNGEST if asked.minimum_age is None else asked.minimum_age
        found = found.filter(for_ages(youngest, OLDEST if asked.maximum_age is None else asked.maximum_age))
    if asked.organization_id:
        found = found.filter(provider__reference=asked.organization_id)
    if asked.modified_after:
        found = found.filter(modified_at__gte=asked.modified_after)
    return _ordered(found, asked)


def located(found: QuerySet[ServicePage]) -> QuerySet[ServicePage]:
    """Those whose place on the map is known."""
    return found.filter(catalogue_entry__latitude__isnull=False)


def _wanted_terms(asked: Asked, words: Vocabulary) -> Q:
    """A term or a taxonomy that is not known is no service's."""
    wanted = Q()
    if asked.taxonomy_term_id:
        term = next((term for term in words.terms if term.id == asked.taxonomy_term_id), None)
        wanted &= words.services_with(term) if term else Q(pk__in=[])
    if asked.taxonomy_id:
        taxonomy = next((taxonomy for taxonomy in words.taxonomies if taxonomy.id == asked.taxonomy_id), None)
        conditions = [words.services_with(term) for term in taxonomy.terms] if taxonomy else []
        wanted &= functools.reduce(Q.__or__, conditions, Q(pk__in=[]))
    return wanted


def _ordered(found: QuerySet[ServicePage], asked: Asked) -> QuerySet[ServicePage]:
    order = ["pk"]
    if asked.near:
        found = located(found).annotate(metres=_metres_from(asked.near))
        order.insert(0, "metres")
        if asked.proximity is not None:
            found = found.filter(metres__lte=asked.proximity)
    if asked.search and asked.search.strip():
        query = SearchQuery(asked.search, config=SEARCH_LANGUAGE, search_type="websearch")
        found = found.filter(catalogue_entry__vector=query)
        order.insert(0, SearchRank(F("catalogue_entry__vector"), query).desc())
    return found.order_by(*order)


def _metres_from(place: Place):
    """Along the earth's surface, as the haversine formula has it."""
    latitude, longitude = F("catalogue_entry__latitude"), F("catalogue_entry__longitude")
    here = Value(place.latitude, output_field=FloatField())
    half = Power(Sin(Radians(latitude - here) / 2), 2) + Cos(Radians(here)) * Cos(Radians(latitude)) * Power(
        Sin(Radians(longitude - Value(place.longitude, output_field=FloatField())) / 2), 2
    )
    return 2 * EARTH_RADIUS_METRES * ASin(Sqrt(half), output_field=FloatField())


# ---- providers ----


def organizations(search: str = "") -> QuerySet[Provider]:
    """Providers with at least one published service, in the order they came."""
    theirs = published_services().filter(provider=OuterRef("pk"))
    return Provider.objects.filter(Exists(theirs), name__icontains=search.strip()).order_by("pk")
