"""The register of initiatives, what it comes to, and the same as a table."""

from django.contrib.auth.decorators import permission_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from kpis.domain.periods import year_name
from kpis.domain.savings import year_of
from kpis.savings import queries
from kpis.savings.forms import RegisterFilter
from kpis.savings.views.changes import recompute_everything
from kpis.spreadsheets import write_csv
from kpis.workstreams.models import Workstream

reads_savings = permission_required("savings.view_savings", raise_exception=True)


def _filter(request, at) -> RegisterFilter:
    years = queries.years_with_savings()
    usual = queries.usual_year(years=years, at_year=year_of(timezone.localdate(at)))
    return RegisterFilter(
        request.GET, years=years, usual_year=usual, workstreams=Workstream.objects.in_order()
    )


@require_safe
@reads_savings
def register(request):
    at = timezone.now()
    filters = _filter(request, at)
    chosen = filters.chosen
    context = {
        "filters": filters,
        "savings": queries.board_savings(year=chosen["year"]),
        "groups": queries.register(at=at, **chosen),
        "to_approve": queries.plans_to_approve(request.user),
        "chart_caption": f"Savings of {year_name(chosen['year'])} by workstream. Source: the savings register.",
    }
    return render(request, "savings/register.html", context)


@require_safe
@reads_savings
def register_table(request):
    at = timezone.now()
    chosen = _filter(request, at).chosen
    rows = queries.table_of(queries.register(at=at, **chosen), year=chosen["year"])
    table = write_csv(queries.TABLE_HEADINGS, rows)
    name = f"savings-{year_name(chosen['year']).replace('/', '-')}.csv"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(table, content_type="text/csv; charset=utf-8", headers=headers)


@require_POST
@permission_required("figures.recompute", raise_exception=True)
def recompute(request):
    run = recompute_everything(request, "On demand")
    return redirect("figures:run", pk=run.pk)
