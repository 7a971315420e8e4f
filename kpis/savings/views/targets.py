"""Savings targets of the financial years, and the thresholds savings are judged by."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from kpis.domain.periods import year_name
from kpis.domain.savings import year_of
from kpis.savings import actions, queries
from kpis.savings.forms import RulesForm, TargetForm
from kpis.savings.views.changes import accepted, recompute_everything
from kpis.savings.views.register import reads_savings
from kpis.workstreams.models import Workstream

sets_targets = permission_required("savings.set_target", raise_exception=True)


@require_safe
@reads_savings
def targets(request):
    at = timezone.now()
    this_year = year_of(timezone.localdate(at))
    years = queries.target_years()
    without = sorted({*range(this_year - 1, this_year + 4)} - {year.target.financial_year for year in years})
    context = {
        "years": years,
        "years_to_set": [(year, year_name(year)) for year in without],
        "rules": queries.rules_at(at),
        "rules_versions": queries.rules_versions(),
    }
    return render(request, "savings/targets.html", context)


@require_http_methods(["GET", "POST"])
@sets_targets
def set_target(request, year):
    latest = queries.latest_target(year)
    form = TargetForm(request.POST or None, workstreams=list(Workstream.objects.in_order()), latest=latest)
    if form.is_valid() and accepted(
        form,
        lambda: actions.set_savings_target(
            financial_year=year, shares=form.shares, by=request.user, at=timezone.now(), **form.terms
        ),
    ):
        recompute_everything(request, f"Savings target of {year_name(year)} changed")
        messages.success(request, f"The savings target of {year_name(year)} is set.")
        return redirect("savings:targets")
    context = {"form": form, "year_label": year_name(year), "latest": latest}
    return render(request, "savings/set_target.html", context)


@require_http_methods(["GET", "POST"])
@sets_targets
def set_rules(request):
    at, latest = timezone.now(), queries.latest_rules()
    form = RulesForm(
        request.POST or None, rules=queries.rules_at(at), version=latest.version if latest else 0
    )
    if form.is_valid() and accepted(
        form,
        lambda: actions.set_rules(
            rules=form.rules,
            reason=form.cleaned_data["reason"],
            replaces=form.cleaned_data["replaces"],
            by=request.user,
            at=at,
        ),
    ):
        recompute_everything(request, "Savings thresholds changed")
        messages.success(request, "The thresholds are set. Meetings before today keep theirs.")
        return redirect("savings:targets")
    return render(request, "savings/set_rules.html", {"form": form})
