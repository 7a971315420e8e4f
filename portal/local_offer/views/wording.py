"""The forum's desk: the wording of pages on places outside the area."""

from django.contrib.auth.decorators import permission_required
from django.http import Http404
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from feedback.contributions.views.doing import do
from portal.local_offer import actions
from portal.local_offer.queries import wording as queries

forum_only = permission_required("local_offer.approve_wording", raise_exception=True)


@never_cache
@require_safe
@forum_only
def wordings(request):
    return render(request, "local_offer/desk/wordings.html", {"wordings": queries.wordings()})


@require_POST
@forum_only
def approve(request, pk):
    page = queries.page_to_approve(pk)
    if page is None:
        raise Http404
    return do(
        request,
        actions.approve_wording,
        page=page,
        wording=request.POST.get("wording", ""),
        done="Approved. Readers see by whom and when.",
        then="offer:wordings",
    )
