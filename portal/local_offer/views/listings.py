"""Providers with an account: their listings, and nobody else's."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from feedback.contributions.actions import Refused
from feedback.contributions.views.doing import do
from portal.local_offer import actions, forms
from portal.local_offer.queries import freshness
from portal.local_offer.views.doing import by_now

providers_only = permission_required("local_offer.answer_checks", raise_exception=True)


@never_cache
@require_safe
@providers_only
def listings(request):
    context = {"listings": freshness.listings_of(request.user), "today": timezone.localdate()}
    return render(request, "local_offer/desk/listings.html", context)


@require_POST
@providers_only
def confirm(request, pk):
    return do(
        request,
        actions.confirm_page,
        page=get_object_or_404(freshness.listings_of(request.user), pk=pk),
        done="Thank you. Readers see that it was checked today.",
        then="offer:listings",
    )


@never_cache
@require_http_methods(["GET", "POST"])
@providers_only
def change(request, pk):
    page = get_object_or_404(freshness.listings_of(request.user), pk=pk)
    form = forms.SuggestionForm(request.POST or None, page=page)
    if form.is_valid():
        try:
            note = form.cleaned_data["note"]
            actions.suggest_change(page=page, changes=form.changes, note=note, **by_now(request))
        except Refused as refusal:
            form.add_error(refusal.field, str(refusal))
        else:
            messages.success(request, "Thank you. An editor looks at it; the page stays as it is until then.")
            return redirect("offer:listings")
    return render(request, "local_offer/desk/listing_change.html", {"page": page, "form": form})
