"""The open data under /api/oruk/. With or without a slash at the end; whatever is not here answers 404 in JSON."""

from django.urls import path, re_path

from portal.local_offer.api import views
from portal.local_offer.api.parameters import UUID

app_name = "oruk"


def _both(route: str, view, name: str):
    """A list and one of it, under the standard's addresses."""
    return [
        re_path(rf"^{route}/?$", view[0], name=name[0]),
        re_path(rf"^{route}/(?P<id>{UUID})/?$", view[1], name=name[1]),
    ]


urlpatterns = [
    path("", views.about, name="about"),
    path("openapi.json", views.document, name="openapi"),
    *_both("services", (views.services, views.service), ("services", "service")),
    *_both("organizations", (views.organizations, views.organization), ("organizations", "organization")),
    *_both(
        "service_at_locations",
        (views.service_at_locations, views.service_at_location),
        ("service_at_locations", "service_at_location"),
    ),
    *_both("taxonomies", (views.taxonomies, views.taxonomy), ("taxonomies", "taxonomy")),
    *_both(
        "taxonomy_terms", (views.taxonomy_terms, views.taxonomy_term), ("taxonomy_terms", "taxonomy_term")
    ),
    re_path(r"^(?P<rest>[\s\S]*)$", views.nothing_here, name="nothing_here"),
]
