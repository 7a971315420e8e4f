"""What an initiative is judged from: the baseline of its cost line, a cost avoidance's counterfactual."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from kpis.domain.savings import SavingsError, SavingType
from kpis.savings import actions
from kpis.savings.forms import BaselineForm, CounterfactualForm
from kpis.savings.models import CostBaseline, Initiative
from kpis.savings.views.changes import accepted
from kpis.savings.views.initiatives import reports_savings
from kpis.savings.views.targets import sets_targets


@require_http_methods(["GET", "POST"])
@reports_savings
def record_baseline(request, code):
    initiative = get_object_or_404(Initiative.objects.kept_by(request.user), code=code)
    latest = initiative.baselines.order_by("-version").first()
    form = BaselineForm(request.POST or None, initiative=initiative, latest=latest)
    if form.is_valid() and accepted(
        form,
        lambda: actions.record_cost_baseline(
            initiative=initiative, by=request.user, at=timezone.now(), **form.cleaned_data
        ),
    ):
        messages.success(
            request, "The baseline is recorded. It counts once somebody else in finance agrees it."
        )
        return redirect(initiative)
    context = {"initiative": initiative, "latest": latest, "form": form}
    return render(request, "savings/record_baseline.html", context)


@require_POST
@sets_targets
def agree_baseline(request, code, pk):
    found = CostBaseline.objects.select_related("initiative")
    baseline = get_object_or_404(found, initiative__code=code, pk=pk)
    try:
        actions.agree_cost_baseline(baseline=baseline, by=request.user, at=timezone.now())
    except SavingsError as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, "The baseline is agreed.")
    return redirect(baseline.initiative)


@require_http_methods(["GET", "POST"])
@reports_savings
def record_counterfactual(request, code):
    """Only a cost avoidance has one."""
    kept = Initiative.objects.kept_by(request.user).filter(saving_type=SavingType.COST_AVOIDANCE)
    initiative = get_object_or_404(kept, code=code)
    latest = initiative.counterfactuals.order_by("-version").first()
    form = CounterfactualForm(request.POST or None, initiative=initiative, latest=latest)
    if form.is_valid() and accepted(
        form,
        lambda: actions.record_counterfactual(
            initiative=initiative, by=request.user, at=timezone.now(), **form.cleaned_data
        ),
    ):
        messages.success(
            request, "The counterfactual is recorded. It is frozen when finance approves the plan."
        )
        return redirect(initiative)
    context = {"initiative": initiative, "latest": latest, "form": form}
    return render(request, "savings/record_counterfactual.html", context)
