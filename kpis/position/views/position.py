"""The finance page of a year, and its amounts as a table."""

from django.contrib.auth.decorators import permission_required
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from kpis import spreadsheets
from kpis.domain.periods import year_name
from kpis.domain.savings import year_of
from kpis.position import queries
from kpis.position.forms import CompareForm
from kpis.savings.queries import usual_year
from kpis.workstreams.views import meeting_asked_for

reads_position = permission_required("position.view_position", raise_exception=True)
FIRST_YEAR, LAST_YEAR = 2000, 2100  # as the database bounds them
FILE_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@require_safe
@reads_position
def position(request, year=None):
    """The year asked for, or the last one that something is known of."""
    if year is not None and not FIRST_YEAR <= year <= LAST_YEAR:
        raise Http404("There is no such financial year here.")
    meeting, at = meeting_asked_for(request)
    area = queries.own_area()
    if area is None:
        return render(request, "position/no_area.html")
    years = queries.years_with_records(area=area, at=at)
    if year is None:
        year = usual_year(years=years, at_year=year_of(timezone.localdate(at)))
    page = queries.position_page(area=area, year=year, at=at)
    form = CompareForm(request.GET, groups=page.groups)
    context = {
        "meeting": meeting,
        "area": area,
        "years": [(known, year_name(known)) for known in sorted({*years, year})],
        "page": page,
        "compare": form,
        "chosen": queries.chosen_comparison(page.groups, **form.chosen) if form.chosen else None,
    }
    return render(request, "position/position.html", context)


@require_safe
@reads_position
def table(request, year, kind):
    """The amounts of a year as a file, as they count now or at a meeting."""
    _, at = meeting_asked_for(request)
    area = queries.own_area()
    if area is None or not FIRST_YEAR <= year <= LAST_YEAR:
        raise Http404("There is nothing to take away.")
    statements = queries.statements_at(area=area, at=at, financial_year=year)
    return file_of(queries.table_of(statements), kind=kind, name=f"high-needs-{year_name(year)}")


def file_of(rows, *, kind: str, name: str, headings=None) -> HttpResponse:
    """A table to take away, as CSV or XLSX."""
    headings = headings or queries.TABLE_HEADINGS
    content = (
        spreadsheets.write_xlsx(headings, rows, sheet="Amounts")
        if kind == "xlsx"
        else spreadsheets.write_csv(headings, rows)
    )
    filename = f"{name.replace('/', '-')}.{kind}"
    headers = {"Content-Disposition": f'attachment; filename="{filename}"'}
    return HttpResponse(content, content_type=FILE_TYPES[kind], headers=headers)
