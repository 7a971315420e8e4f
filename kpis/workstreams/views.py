from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from kpis.workstreams import actions, forms
from kpis.workstreams.models import Milestone, Workstream


@require_http_methods(["GET", "POST"])
@permission_required("figures.add_figure", raise_exception=True)
def report(request, pk):
    """The lead says how a milestone of their workstream stands."""
    mine = Milestone.objects.filter(workstream__in=Workstream.objects.led_by(request.user))
    milestone = get_object_or_404(mine.select_related("workstream"), pk=pk)
    form = forms.MilestoneReportForm(request.POST or None)
    if form.is_valid():
        actions.report_milestone(milestone=milestone, by=request.user, at=timezone.now(), **form.cleaned_data)
        messages.success(request, f"“{milestone}” is reported.")
        return redirect(milestone.workstream)
    return render(request, "workstreams/report.html", {"milestone": milestone, "form": form})
