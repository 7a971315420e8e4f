"""The register of initiatives, and what it comes to."""

from django.contrib.auth.decorators import permission_required
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from kpis.domain.periods import year_name
from kpis.domain.savings import year_of
from kpis.savings import queries
from kpis.savings.forms import RegisterFilter
from kpis.savings.views.changes import recompute_everything
from kpis.workstreams.models import Workstream
from kpis.workstreams.views import as_of

reads_savings = permission_required("savings.view_savings", raise_exception=True)


def filter_of(request, at) -> RegisterFilter:
    years = queries.years_with_savings()
    usual = queries.usual_year(years=years, at_year=year_of(timezone.localdate(at)))
    return RegisterFilter(
        request.GET, years=years, usual_year=usual, workstreams=Workstream.objects.in_order()
    )


@require_safe
@reads_savings
def register(request):
    """The year asked for, as it stands now or as known at a meeting."""
    known = as_of(request)
    filters = filter_of(request, known.moment)
    chosen = filters.chosen
    signs = known.meeting is None and request.user.has_perm("savings.sign_off")
    context = {
        "as_of": known,
        "filters": filters,
        "savings": queries.board_savings(year=chosen["year"], as_at=known.moment if known.meeting else None),
        "groups": queries.register(at=known.moment, **chosen),
        "queue": queries.finance_queue(request.user) if signs else None,
        "chart_caption": f"Savings of {year_name(chosen['year'])} by workstream. Source: the savings register.",
    }
    return render(request, "savings/register.html", context)


@require_POST
@permission_required("figures.recompute", raise_exception=True)
def recompute(request):
    run = recompute_everything(request, "On demand")
    return redirect("figures:run", pk=run.pk)
