"""What readers see of the tree: its pages, their pictures, and the list of all for search engines."""

from django.conf import settings
from django.shortcuts import render
from django.views.decorators.http import require_safe
from django.views.static import serve as serve_file
from wagtail import views as wagtail
from wagtail.images.models import Rendition

from portal.local_offer.middleware import for_readers, keep_for_readers
from portal.local_offer.queries.pages import every_page


@keep_for_readers
@for_readers
@require_safe
def page(request, path):
    """A published page of the tree."""
    return wagtail.serve(request, path)


@for_readers
@require_safe
def picture(request, name):
    """A picture as a page shows it. Originals stay private: they may say where they were taken."""
    return serve_file(request, name, document_root=Rendition.file.field.storage.path("images"))


@keep_for_readers
@for_readers
@require_safe
def sitemap(request):
    """Every published page with the moment of its last publication."""
    told = {"pages": every_page(), "base": settings.BASE_URL}
    return render(request, "local_offer/sitemap.xml", told, content_type="application/xml")
