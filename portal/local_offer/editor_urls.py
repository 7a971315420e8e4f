"""The editor, under /cms/: Wagtail's screens for those who may edit, signed in like everybody else."""

from django.urls import path
from django.views.generic import RedirectView
from wagtail.admin.urls import urlpatterns as wagtail_urls
from wagtail.utils.urlpatterns import decorate_urlpatterns

from portal.local_offer.middleware import for_editors

urlpatterns = [
    path("login/", RedirectView.as_view(pattern_name="wagtailadmin_home")),  # instead of Wagtail's own form
    *decorate_urlpatterns(wagtail_urls, for_editors),
]
