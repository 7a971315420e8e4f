"""What readers see beside the pages themselves: the tree, the search, the pictures."""

from django.core.paginator import Paginator
from django.shortcuts import render
from django.views.decorators.http import require_safe
from django.views.static import serve as serve_file
from wagtail import views as wagtail
from wagtail.images.models import Rendition

from portal.local_offer import queries
from portal.local_offer.forms import SearchForm
from portal.local_offer.middleware import for_readers

RESULTS_ON_A_PAGE = 20


@for_readers
@require_safe
def page(request, path):
    """A published page of the tree."""
    return wagtail.serve(request, path)


@for_readers
@require_safe
def search(request):
    form = SearchForm(request.GET)
    asked = form.search()
    found = queries.find(asked)
    results = Paginator(found.entries, RESULTS_ON_A_PAGE).get_page(request.GET.get("page"))
    return render(
        request,
        "local_offer/search.html",
        {"form": form, "asked": asked, "results": results, "loosened": found.loosened},
    )


@for_readers
@require_safe
def picture(request, name):
    """A picture as a page shows it. Originals stay private: they may say where they were taken."""
    return serve_file(request, name, document_root=Rendition.file.field.storage.path("images"))
