"""Background runs: how they went, and starting one by hand."""

from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from kpis.figures import tasks
from kpis.figures.actions.recompute import open_kpi_run
from kpis.figures.queries.runs import latest_runs, runs_with_progress

starts_runs = permission_required("figures.recompute", raise_exception=True)


@require_safe
@starts_runs
def runs(request):
    return render(request, "figures/runs.html", {"runs": latest_runs()})


@require_safe
@starts_runs
def run(request, pk):
    """One run with its progress; asks again by itself while it works, by htmx or by reloading."""
    row = get_object_or_404(runs_with_progress(), pk=pk)
    template = "figures/_run.html" if request.htmx else "figures/run.html"
    response = render(request, template, {"run": row})
    response["Vary"] = "HX-Request"
    return response


@require_http_methods(["GET", "POST"])
@starts_runs
def start(request):
    """A post starts a run; whoever comes here otherwise is led to the list of runs."""
    if request.method == "GET":
        return redirect("figures:runs")
    row = open_kpi_run(why="On demand", by_id=request.user.pk, at=timezone.now())
    tasks.share_out.delay_on_commit(run_id=row.pk)
    return redirect("figures:run", pk=row.pk)
