"""The register of gaps: what families look for and do not find, and who does something about it."""

from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from portal.local_offer import actions, forms
from portal.local_offer.models import Gap
from portal.local_offer.queries import gaps as queries
from portal.local_offer.views.doing import by_now, saved

sees_coverage = permission_required("local_offer.see_coverage", raise_exception=True)
owners_only = permission_required("local_offer.own_gaps", raise_exception=True)


@never_cache
@require_safe
@sees_coverage
def gaps(request):
    matrices = queries.matrices()
    context = {
        "open": queries.gap_rows(is_open=True),
        "closed": queries.gap_rows(is_open=False)[:20],
        "searches": queries.searches_without_result(timezone.localdate()),
        "comments": queries.missing_in_comments(),
        "matrices": matrices,
        "empty": queries.empty_cells(matrices),
        "today": timezone.localdate(),
    }
    return render(request, "local_offer/desk/gaps.html", context)


@never_cache
@require_http_methods(["GET", "POST"])
@owners_only
def open_gap(request):
    """What was heard arrives in the address, to be put into words that anybody can read."""
    form = forms.NewGapForm(request.POST or None, initial={**request.GET.dict()})
    if saved(request, form, actions.open_gap, done="It is in the register.", **by_now(request)):
        return redirect("offer:gaps")
    return render(request, "local_offer/desk/gap_new.html", {"form": form})


@never_cache
@require_http_methods(["GET", "POST"])
@owners_only
def gap(request, pk):
    row = get_object_or_404(queries.gaps_changed_by(request.user), pk=pk)
    form = forms.PlanForm(request.POST or None, initial=_planned(row))
    if saved(request, form, actions.plan_gap, done="Saved.", gap=row, **by_now(request)):
        return redirect("offer:gaps")
    return _gap_page(request, row, form, forms.CloseForm())


@require_POST
@owners_only
def close(request, pk):
    row = get_object_or_404(queries.gaps_changed_by(request.user), pk=pk)
    form = forms.CloseForm(request.POST)
    if saved(request, form, actions.close_gap, done="Closed.", gap=row, **by_now(request)):
        return redirect("offer:gaps")
    return _gap_page(request, row, forms.PlanForm(initial=_planned(row)), form)


def _planned(row: Gap) -> dict:
    return {
        name: getattr(row, name) for name in ("owner", "plan", "due_on", "proposal_title", "proposal_url")
    }


def _gap_page(request, row: Gap, form, close_form):
    context = {"gap": row, "form": form, "close_form": close_form, "forms": [form, close_form]}
    return render(request, "local_offer/desk/gap.html", context)
