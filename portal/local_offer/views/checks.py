"""The page behind the link of a reminder: still correct, or a change. Nobody signs in; opening it changes nothing."""

from contextlib import suppress

from django.contrib.auth.decorators import login_not_required
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from feedback.contributions.actions import Refused
from portal.local_offer import actions, check_links, forms
from portal.local_offer.queries import freshness


def _opened(view):
    """The page that a link names, or a page that says why it opens nothing."""

    @login_not_required
    @never_cache
    def answer(request, token):
        try:
            link = check_links.read(token)
        except check_links.BadLink:
            return render(request, "local_offer/check_over.html", status=404)
        page = freshness.listing(link.page_id)
        if page is None:
            return render(request, "local_offer/check_over.html", status=404)
        if page.next_check_on != link.for_check_on:
            return _thanks(request, page)
        return view(request, page, link)

    return answer


@require_http_methods(["GET", "POST"])
@_opened
def check(request, page, link):
    if request.method == "GET":
        return render(request, "local_offer/check.html", _about(page, link))
    with suppress(Refused):  # somebody was faster: thanked all the same
        actions.confirm_page(page=page, for_check_on=link.for_check_on, at=timezone.now())
    return redirect("local_offer:check", link.token)


@require_http_methods(["GET", "POST"])
@_opened
def change(request, page, link):
    form = forms.SuggestionForm(request.POST or None, page=page)
    if form.is_valid():
        try:
            actions.suggest_change(
                page=page,
                changes=form.changes,
                note=form.cleaned_data["note"],
                for_check_on=link.for_check_on,
                at=timezone.now(),
                signed_in=request.user if request.user.is_authenticated else None,
            )
        except Refused as refusal:
            form.add_error(refusal.field, str(refusal))
        else:
            return redirect("local_offer:check", link.token)
    return render(request, "local_offer/check_change.html", {**_about(page, link), "form": form})


def _about(page, link) -> dict:
    return {
        "page": page,
        "link": link,
        "waiting": page.suggestions.open().count(),
        "decided": freshness.decided_suggestions(page),
    }


def _thanks(request, page):
    context = {"page": page, "decided": freshness.decided_suggestions(page)}
    return render(request, "local_offer/check_done.html", context)
