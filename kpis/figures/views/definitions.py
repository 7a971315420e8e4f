"""The data officer's pages: definitions, baselines and targets, each change a version with a reason."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from kpis.figures import forms, tasks
from kpis.figures.actions import definitions as actions
from kpis.figures.actions.entries import FigureRefused
from kpis.figures.models import Baseline, Kpi
from kpis.figures.queries import definitions as queries
from kpis.figures.queries.record import school_terms
from kpis.figures.views.refusals import accepted

keeps_definitions = permission_required("figures.change_kpi", raise_exception=True)


@require_safe
@keeps_definitions
def definitions(request):
    return render(request, "figures/definitions.html", {"groups": queries.definition_list(at=timezone.now())})


def _changed(request, kpi, what):
    messages.success(request, f"{kpi.code}: {what} is saved as a new version.")
    tasks.recompute_after_change.delay_on_commit(why=f"{kpi.code}: {what} changed", by_id=request.user.pk)
    return redirect(kpi)


@require_http_methods(["GET", "POST"])
@keeps_definitions
def define(request, code):
    kpi = get_object_or_404(Kpi.objects.select_related("workstream"), code=code)
    form = forms.DefinitionForm(
        request.POST or None, instance=queries.copy_of_latest(kpi), kpi=kpi, others=queries.other_kpis(kpi)
    )
    if form.is_valid() and accepted(
        form,
        lambda: actions.define_kpi(
            kpi=kpi,
            fields=form.definition_fields,
            reason=form.cleaned_data.get("reason", ""),
            by=request.user,
            at=timezone.now(),
        ),
    ):
        return _changed(request, kpi, "its definition")
    return render(request, "figures/define.html", {"kpi": kpi, "form": form})


@require_http_methods(["GET", "POST"])
@keeps_definitions
def baseline(request, code):
    kpi = get_object_or_404(Kpi.objects.filter(definitions__isnull=False).distinct(), code=code)
    form = forms.BaselineForm(
        request.POST or None,
        definition=queries.latest_definition(kpi),
        is_first=not kpi.baselines.exists(),
        terms=school_terms(range(2010, timezone.localdate().year + 1)),
    )
    if form.is_valid() and accepted(
        form,
        lambda: actions.set_baseline(
            kpi=kpi,
            terms=form.baseline_terms,
            reason=form.cleaned_data.get("reason", ""),
            by=request.user,
            at=timezone.now(),
        ),
    ):
        return _changed(request, kpi, "its baseline")
    return render(request, "figures/baseline.html", {"kpi": kpi, "form": form})


@require_http_methods(["GET", "POST"])
@keeps_definitions
def target(request, code):
    kpi = get_object_or_404(Kpi.objects.filter(definitions__isnull=False).distinct(), code=code)
    form = forms.TargetForm(request.POST or None, is_first=not kpi.targets.exists())
    if form.is_valid() and accepted(
        form,
        lambda: actions.set_target(
            kpi=kpi,
            points=form.points,
            note=form.cleaned_data["note"],
            reason=form.cleaned_data.get("reason", ""),
            by=request.user,
            at=timezone.now(),
        ),
    ):
        return _changed(request, kpi, "its target")
    return render(request, "figures/target.html", {"kpi": kpi, "form": form})


@require_http_methods(["GET", "POST"])
@permission_required("figures.approve_figure", raise_exception=True)
def agree_baseline(request, pk):
    """The sponsor agrees a provisional baseline; whoever comes here without a post is led to its KPI."""
    mine = Baseline.objects.filter(kpi__in=Kpi.objects.approved_by(request.user))
    row = get_object_or_404(mine.select_related("kpi"), pk=pk)
    if request.method == "GET":
        return redirect(row.kpi)
    try:
        actions.agree_baseline(baseline=row, by=request.user, at=timezone.now())
    except FigureRefused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, f"The baseline of {row.kpi.code} is agreed.")
    return redirect(row.kpi)
