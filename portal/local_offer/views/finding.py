"""The search of the Local Offer."""

from django.conf import settings
from django.core.paginator import Paginator
from django.http import JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from portal.local_offer import actions
from portal.local_offer.forms import SearchForm
from portal.local_offer.middleware import at_most, for_readers
from portal.local_offer.queries.finding import Found, find
from portal.local_offer.queries.on_the_map import spots
from portal.local_offer.queries.way_on import nearest_heading
from portal.local_offer.queries.words import synonyms
from portal.local_offer.terms import term_of

RESULTS_ON_A_PAGE = 20


limited = at_most(
    lambda: settings.SEARCHES_A_MINUTE, purpose="search", template="local_offer/too_many_searches.html"
)


@for_readers
@limited
@require_safe
def search(request):
    form = SearchForm(request.GET)
    found = find(form.search)
    if "page" not in request.GET and _is_a_question(form):
        _remember(form.search.words, found)
    return render(
        request,
        "local_offer/search.html",
        {
            "form": form,
            "asked": form.search,
            "found": found,
            "facets": form.facets(found),
            "results": _page(found, request.GET.get("page")),
            "heading": None if found.total else nearest_heading(form.search.looked_for),
            "looser": form.looser(found),
        },
    )


@for_readers
@limited
@require_safe
def search_map(request):
    """Where the first results are, and the outlines of the areas around them."""
    return JsonResponse(spots(find(SearchForm(request.GET).search)))


def _page(found: Found, number: str | None):
    return Paginator(found.entries, RESULTS_ON_A_PAGE).get_page(number)


def _is_a_question(form: SearchForm) -> bool:
    """True for words and what was told with them; a filter or a further page asks nothing new."""
    return bool(form.search.words) and {name for name, _ in form.parameters} <= {"q", "age", "postcode"}


def _remember(words: str, found: Found) -> None:
    term = term_of(words, synonyms().known)
    actions.note_search(term=term, found=found.found_all_words, on=timezone.localdate())
