"""Pages that only read: the KPI page, its history and its tables."""

from django.contrib.auth.decorators import permission_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from kpis import spreadsheets
from kpis.figures.models import Kpi
from kpis.figures.queries import kpi_page as queries
from kpis.workstreams.views import meeting_asked_for

reads_kpis = permission_required("figures.view_kpi", raise_exception=True)


@require_safe
@reads_kpis
def kpi(request, code):
    row = get_object_or_404(Kpi.objects.readable_by(request.user).select_related("workstream"), code=code)
    meeting, moment = meeting_asked_for(request)
    page = queries.kpi_page(row, moment, user=request.user, now=meeting is None)
    return render(request, "figures/kpi.html", {"meeting": meeting, "kpi": row, "page": page})


@require_safe
@reads_kpis
def figures_table(request, code, kind):
    """The KPI's figures as a file, as they count now."""
    row = get_object_or_404(Kpi.objects.readable_by(request.user), code=code)
    headings, rows = queries.export_rows(row, timezone.now())
    content = (
        spreadsheets.write_xlsx(headings, rows, sheet=code)
        if kind == "xlsx"
        else spreadsheets.write_csv(headings, rows)
    )
    return HttpResponse(
        content,
        content_type="application/octet-stream" if kind == "xlsx" else "text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{code}.{kind}"'},
    )
