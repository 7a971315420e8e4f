"""The money of an initiative: planned and forecast by month, delivered with evidence, corrected with a reason."""

from datetime import date

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from kpis.domain.periods import year_name
from kpis.domain.savings import SavingsError, Stage, year_of
from kpis.savings import actions, queries
from kpis.savings.forms import CorrectionForm, DeliveryForm, PlanForm
from kpis.savings.models import DeliveredAmount, Initiative, MonthlyPlan, PlanKind
from kpis.savings.views.changes import accepted, recompute_everything
from kpis.savings.views.initiatives import reports_savings


@require_http_methods(["GET", "POST"])
@reports_savings
def record_plan(request, code, kind, year):
    initiative = get_object_or_404(Initiative.objects.kept_by(request.user), code=code)
    current = queries.current_plan(initiative, kind)
    shown = current or queries.current_plan(initiative, PlanKind.PLANNED)
    version = current.version if current else 0
    form = PlanForm(request.POST or None, year=year, version=version, amounts=queries.amounts_of(shown, year))
    if form.is_valid() and accepted(form, lambda: _record(form, initiative, kind, request.user)):
        recompute_everything(request, f"{initiative.code}: {PlanKind(kind).label.lower()} saving changed")
        messages.success(request, f"{PlanKind(kind).label} saving for {year_name(year)} recorded.")
        return redirect("savings:initiative_year", initiative.code, year)
    context = {
        "initiative": initiative,
        "kind": PlanKind(kind),
        "year_label": year_name(year),
        "form": form,
        "current": current,
        "next_version": version + 1,
    }
    return render(request, "savings/record_plan.html", context)


def _record(form, initiative, kind, by):
    return actions.record_plan(
        initiative=initiative,
        kind=kind,
        amounts=form.amounts,
        reason=form.cleaned_data.get("reason", ""),
        replaces=form.cleaned_data["replaces"],
        by=by,
        at=timezone.now(),
    )


@require_POST
@permission_required("savings.set_target", raise_exception=True)
def approve_plan(request, code, pk):
    plan = get_object_or_404(MonthlyPlan.objects.select_related("initiative"), initiative__code=code, pk=pk)
    try:
        actions.approve_plan(plan=plan, by=request.user, at=timezone.now())
    except SavingsError as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, "The planned saving is approved and frozen. Changes are now forecasts.")
    return redirect(plan.initiative)


@require_http_methods(["GET", "POST"])
@reports_savings
def report_delivered(request, code):
    at = timezone.now()
    initiative = get_object_or_404(Initiative.objects.kept_by(request.user).with_stage(at), code=code)
    months = queries.months_to_report(initiative, at)
    form = DeliveryForm(request.POST or None, months=months, initial={"month": request.GET.get("month")})
    if form.is_valid() and accepted(
        form,
        lambda: actions.report_delivered(initiative=initiative, by=request.user, at=at, **form.cleaned_data),
    ):
        return _waits(request, initiative, form.cleaned_data["month"], "reported")
    context = {"initiative": initiative, "stage": Stage(initiative.stage), "form": form}
    return render(request, "savings/report_delivered.html", context)


@require_http_methods(["GET", "POST"])
@reports_savings
def correct_delivered(request, code, pk):
    kept = DeliveredAmount.objects.filter(initiative__in=Initiative.objects.kept_by(request.user))
    delivered = get_object_or_404(kept.select_related("initiative"), initiative__code=code, pk=pk)
    form = CorrectionForm(request.POST or None, delivered=delivered)
    if form.is_valid() and accepted(
        form,
        lambda: actions.correct_delivered(
            delivered=delivered, by=request.user, at=timezone.now(), **form.cleaned_data
        ),
    ):
        return _waits(request, delivered.initiative, delivered.month, "corrected")
    return render(request, "savings/correct_delivered.html", {"delivered": delivered, "form": form})


def _waits(request, initiative: Initiative, month: date, done: str):
    messages.success(
        request, f"The saving of {month:%B %Y} is {done} and waits for finance. It counts once it is signed."
    )
    return redirect("savings:initiative_year", initiative.code, year_of(month))
