"""The editors' queue of what providers suggested."""

from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from feedback.contributions.views.doing import do
from portal.local_offer import actions, forms
from portal.local_offer.models import Suggestion
from portal.local_offer.queries import freshness, suggesting
from portal.local_offer.views.doing import by_now, saved

editors_only = permission_required("local_offer.decide_suggestions", raise_exception=True)


@never_cache
@require_safe
@editors_only
def suggestions(request):
    return render(request, "local_offer/desk/suggestions.html", {"suggestions": freshness.open_suggestions()})


@never_cache
@require_http_methods(["GET", "POST"])
@editors_only
def suggestion(request, pk):
    """What it would change, side by side; declining it is this page's own form."""
    row = get_object_or_404(Suggestion.objects.select_related("page", "decided_by"), pk=pk)
    form = forms.DeclineForm(request.POST or None)
    done = "Declined. The provider is told why."
    if saved(request, form, actions.decline_suggestion, done=done, suggestion=row, **by_now(request)):
        return redirect("offer:suggestions")
    context = {"suggestion": row, "rows": suggesting.side_by_side(row), "form": form}
    return render(request, "local_offer/desk/suggestion.html", context)


@require_POST
@editors_only
def accept(request, pk):
    row = get_object_or_404(Suggestion, pk=pk)
    return do(
        request,
        actions.accept_suggestion,
        suggestion=row,
        done="Accepted. It is public now, or in the draft that an editor had begun.",
        then="offer:suggestions",
    )
