"""A reader's own list: shown, added to, taken from."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from portal.local_offer.middleware import from_our_own_pages
from portal.local_offer.queries.on_paper import entries_of
from portal.local_offer.queries.pages import home_page
from portal.local_offer.shortlist import keep, kept_by, numbers_in


@login_not_required
@never_cache
@require_safe
def shortlist(request):
    """The list in this browser, or the one that the address names: somebody shared it."""
    named = numbers_in(request.GET.getlist("page"))
    entries = entries_of(named or kept_by(request))
    listed = urlencode([("page", entry.pk) for entry in entries])
    return render(
        request,
        "local_offer/shortlist.html",
        {"entries": entries, "is_shared": bool(named), "listed": listed, "page": home_page()},
    )


@from_our_own_pages
@login_not_required
@require_POST
def save(request):
    return _with(request, [*kept_by(request), *numbers_in(request.POST.getlist("page"))])


@from_our_own_pages
@login_not_required
@require_POST
def remove(request):
    gone = numbers_in(request.POST.getlist("page"))
    return _with(request, [number for number in kept_by(request) if number not in gone])


def _with(request, numbers: list[int]):
    response = redirect(reverse("local_offer:shortlist"))
    there = [entry.pk for entry in entries_of(numbers_in(map(str, numbers)))]
    keep(response, there, secure=settings.SESSION_COOKIE_SECURE)
    return response
