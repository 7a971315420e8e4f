"""What an initiative's gates ask for: its records, and the screening that another officer signs."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from kpis.savings import actions
from kpis.savings.forms import GateRecordForm, ScreeningForm, WithdrawalForm
from kpis.savings.models import GateRecord, Initiative
from kpis.savings.views.changes import accepted
from kpis.savings.views.initiatives import reports_savings

signs_screenings = permission_required("savings.screen_initiative", raise_exception=True)


@require_http_methods(["GET", "POST"])
@reports_savings
def add_gate_record(request, code):
    initiative = get_object_or_404(Initiative.objects.kept_by(request.user), code=code)
    form = GateRecordForm(request.POST or None, initial={"kind": request.GET.get("kind")})
    if form.is_valid() and accepted(
        form,
        lambda: actions.add_gate_record(
            initiative=initiative, by=request.user, at=timezone.now(), **form.cleaned_data
        ),
    ):
        messages.success(request, "The record is kept with the initiative.")
        return redirect(initiative)
    return render(request, "savings/add_gate_record.html", {"initiative": initiative, "form": form})


@require_http_methods(["GET", "POST"])
@reports_savings
def withdraw_gate_record(request, code, pk):
    kept = GateRecord.objects.filter(initiative__in=Initiative.objects.kept_by(request.user))
    record = get_object_or_404(kept.select_related("initiative"), initiative__code=code, pk=pk)
    form = WithdrawalForm(request.POST or None)
    if form.is_valid() and accepted(
        form,
        lambda: actions.withdraw_gate_record(
            record=record, by=request.user, at=timezone.now(), **form.cleaned_data
        ),
    ):
        messages.success(request, "The record is withdrawn. It stays in the history.")
        return redirect(record.initiative)
    return render(request, "savings/withdraw_gate_record.html", {"record": record, "form": form})


@require_http_methods(["GET", "POST"])
@signs_screenings
def sign_screening(request, code):
    """Whoever owns the initiative finds no such page: they do not judge their own case."""
    initiative = get_object_or_404(Initiative.objects.screened_by(request.user), code=code)
    latest = initiative.screenings.order_by("-version").first()
    form = ScreeningForm(request.POST or None, latest=latest)
    if form.is_valid() and accepted(
        form,
        lambda: actions.sign_screening(
            initiative=initiative, by=request.user, at=timezone.now(), **form.cleaned_data
        ),
    ):
        messages.success(request, "The screening is signed in your name, and the Board sees it.")
        return redirect(initiative)
    context = {"initiative": initiative, "latest": latest, "form": form}
    return render(request, "savings/sign_screening.html", context)
