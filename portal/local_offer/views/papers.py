"""Pages and lists as PDF files."""

from django.conf import settings
from django.http import Http404, HttpResponse
from django.utils import timezone
from django.utils.dateformat import format as in_words
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from portal.local_offer.forms import SearchForm
from portal.local_offer.middleware import at_most, for_readers
from portal.local_offer.paper import Leaf, pdf_of
from portal.local_offer.queries.finding import find
from portal.local_offer.queries.on_paper import MOST_LEAVES, in_short, published, whole_page
from portal.local_offer.shortlist import kept_by, numbers_in

limited = at_most(
    lambda: settings.SEARCHES_A_MINUTE, purpose="paper", template="local_offer/too_many_searches.html"
)


@for_readers
@limited
@require_safe
def page(request, pk):
    found = published([pk])
    if not found:
        raise Http404
    return _file(found[0].title, [whole_page(found[0])])


@for_readers
@limited
@require_safe
def results(request):
    """The first results of a search, in short."""
    form = SearchForm(request.GET)
    numbers = find(form.search).entries.ids[:MOST_LEAVES]
    return _file("Local Offer: what we found for you", map(in_short, published(numbers)))


@for_readers
@limited
@require_safe
def shortlist(request):
    numbers = numbers_in(request.GET.getlist("page")) or kept_by(request)
    return _file("My list from the Local Offer", map(in_short, published(numbers)))


def _file(title: str, leaves: list[Leaf]) -> HttpResponse:
    day = in_words(timezone.localdate(), "j F Y")
    footer = f"{settings.PARTNERSHIP_NAME}, Local Offer. Made on {day}; the site has the latest."
    response = HttpResponse(pdf_of(title, leaves, footer=footer), content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{slugify(title)[:60] or "page"}.pdf"'
    return response
