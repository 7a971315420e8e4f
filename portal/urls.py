"""Every address of the site. What is public says so here or on its view; the rest needs a signed-in person."""

from django.conf import settings
from django.urls import include, path

urlpatterns = [
    path("", include("portal.home.urls")),
    path("", include("feedback.contributions.urls")),
    path("", include("kpis.figures.urls")),
    path("", include("kpis.workstreams.urls")),
    path("published/", include("kpis.published.urls")),
    path("savings/", include("kpis.savings.urls")),
    path("high-needs/", include("kpis.position.urls")),
    path("top-ups/", include("kpis.topups.urls")),
    path("", include("portal.accounts.urls")),
    path("accounts/", include("portal.accounts.sign_in_urls")),
    path("health/", include("portal.runtime.urls")),
    path("local-offer/imports/", include("portal.local_offer.import_urls")),
    path("local-offer/", include("portal.local_offer.urls")),
    path("api/oruk/", include("portal.local_offer.api.urls")),
    path("offer/", include("portal.local_offer.desk_urls")),
    path("cms/", include("portal.local_offer.editor_urls")),
]

if settings.DEMO:
    urlpatterns.append(path("demo/", include("portal.demo.urls")))

handler500 = "portal.runtime.views.server_error"
