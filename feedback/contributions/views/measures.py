"""What the portal counts about itself, and which KPIs take these numbers."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from feedback.contributions import actions, forms, tasks
from feedback.contributions.models import Measure, MeasureKpi
from feedback.contributions.queries.measures import MEANINGS, measure_rows
from feedback.contributions.views.doing import do

keeps_definitions = permission_required("figures.change_kpi", raise_exception=True)


@never_cache
@require_safe
@keeps_definitions
def measures(request):
    return render(request, "contributions/measures.html", {"rows": measure_rows()})


@never_cache
@require_http_methods(["GET", "POST"])
@keeps_definitions
def link(request, measure):
    if measure not in Measure.values:
        raise Http404
    form = forms.MeasureForm(request.POST or None)
    if form.is_valid():
        try:
            actions.switch_on(
                measure=measure, kpi=form.cleaned_data["kpi"], by=request.user, at=timezone.now()
            )
        except actions.Refused as refusal:
            form.add_error(refusal.field, str(refusal))
        else:
            tasks.fill_measures.delay_on_commit()
            messages.success(request, "Linked. The portal is counting; look again in a minute.")
            return redirect("contributions:measures")
    context = {"form": form, "words": Measure(measure).label, "meaning": MEANINGS[measure]}
    return render(request, "contributions/measure_link.html", context)


@require_POST
@keeps_definitions
def unlink(request, measure):
    return do(
        request,
        actions.switch_off,
        link=get_object_or_404(MeasureKpi, measure=measure, switched_off_at__isnull=True),
        done="Ended. The figures there are stay.",
        then="contributions:measures",
    )
