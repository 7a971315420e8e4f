"""Initiatives: the page of one, adding one, and moving it from stage to stage."""

from django.contrib import messages
from django.contrib.auth import get_user_model
from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from kpis.domain.periods import year_name
from kpis.domain.savings import Stage, year_of
from kpis.savings import actions, queries
from kpis.savings.forms import InitiativeForm, StageForm
from kpis.savings.models import Initiative, workstreams_kept_by
from kpis.savings.views.changes import accepted, recompute_everything
from kpis.savings.views.register import reads_savings

reports_savings = permission_required("savings.report_saving", raise_exception=True)


@require_safe
@reads_savings
def initiative(request, code, year=None):
    at = timezone.now()
    row = get_object_or_404(queries.initiatives_with_stage(at), code=code)
    years = queries.years_of(row)
    year = year or queries.usual_year(years=years, at_year=year_of(timezone.localdate(at)))
    may_report = request.user.has_perm("savings.report_saving")
    context = {
        "page": queries.initiative_page(initiative=row, year=year, at=at),
        "years": [(year, year_name(year)) for year in years],
        "may_keep": may_report and Initiative.objects.kept_by(request.user).filter(pk=row.pk).exists(),
        "may_screen": request.user.has_perm("savings.screen_initiative") and row.owner_id != request.user.pk,
    }
    return render(request, "savings/initiative.html", context)


@require_http_methods(["GET", "POST"])
@permission_required("savings.add_initiative", raise_exception=True)
def add_initiative(request):
    form = InitiativeForm(
        request.POST or None,
        workstreams=workstreams_kept_by(request.user).in_order(),
        owners=get_user_model().objects.with_perm("savings.view_savings"),
        initial={"owner": request.user.pk},
    )
    if form.is_valid() and accepted(
        form, lambda: actions.add_initiative(by=request.user, at=timezone.now(), **form.cleaned_data)
    ):
        messages.success(request, "It is in the register. Record next what it is planned to save.")
        return redirect("savings:initiative", form.cleaned_data["code"])
    return render(request, "savings/add_initiative.html", {"form": form})


@require_http_methods(["GET", "POST"])
@reports_savings
def move_stage(request, code):
    at = timezone.now()
    row = get_object_or_404(queries.with_gates(Initiative.objects.kept_by(request.user), at), code=code)
    form = StageForm(request.POST or None, here=Stage(row.stage))
    if form.is_valid() and accepted(
        form, lambda: actions.move_stage(initiative=row, by=request.user, at=at, **form.cleaned_data)
    ):
        recompute_everything(request, f"{row.code} moved to another stage")
        messages.success(request, f"It is now “{Stage(form.cleaned_data['stage']).words}”.")
        return redirect(row)
    context = {"initiative": row, "gates": queries.gates_of(row), "form": form}
    return render(request, "savings/move_stage.html", context)
