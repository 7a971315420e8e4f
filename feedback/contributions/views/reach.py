"""Whom we heard from: for those who sign in, and for everybody."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required, permission_required
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from feedback.contributions import actions, forms
from feedback.contributions.models import ReachEdition
from feedback.contributions.queries.reach import reach as what_was_released

ONE_HOUR = 60 * 60


@never_cache
@require_safe
@permission_required("contributions.see_workload", raise_exception=True)
def reach(request):
    found = what_was_released(ReachEdition.Audience.PARTNERS, timezone.localdate())
    return render(request, "contributions/reach.html", {"reach": found})


@never_cache
@require_http_methods(["GET", "POST"])
@permission_required("contributions.enter_for_others", raise_exception=True)
def plan(request):
    form = forms.ReachPlanForm(request.POST or None, initial={"group": request.GET.get("group", "")})
    if form.is_valid():
        try:
            actions.plan_to_ask(**form.plan, by=request.user, at=timezone.now())
        except actions.Refused as refusal:
            form.add_error(refusal.field, str(refusal))
        else:
            messages.success(request, "Noted. Everybody can read it on the public page.")
            return redirect("contributions:reach")
    return render(request, "contributions/reach_plan.html", {"form": form})


@login_not_required
@require_safe
def who_we_hear_from(request):
    found = what_was_released(ReachEdition.Audience.PUBLIC, timezone.localdate())
    response = render(request, "contributions/who_we_hear_from.html", {"reach": found})
    if not request.user.is_authenticated:
        patch_cache_control(response, public=True, max_age=ONE_HOUR)
    return response
