"""The tools that read one list: averages, days, bands, empty places, the first slice; and its export."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kpis.domain.topups import days_of_year
from kpis.spreadsheets import write_csv, write_xlsx
from kpis.topups import spreadsheets
from kpis.topups.forms import ChooseTable
from kpis.topups.queries import lists, tools
from kpis.topups.views.guards import list_as_of, uses_tools
from kpis.workstreams.views import as_of

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
@uses_tools
def index(request):
    moment = as_of(request)
    known = {"lists": lists.lists(moment.moment), "facts": lists.facts_about_top_ups(moment.moment)}
    context = known | {"as_of": moment}
    return render(request, "topups/index.html", context)


@require_safe
@uses_tools
def averages(request, year, basis):
    moment, top_ups = list_as_of(request, year, basis)
    everyone, tables = tools.average_tables(top_ups)
    context = {
        "as_of": moment,
        "list": top_ups,
        "everyone": everyone,
        "tables": tables,
        "before": lists.versions_before(top_ups),
    }
    return render(request, "topups/averages.html", context)


@require_safe
@uses_tools
def days(request, year, basis):
    moment, top_ups = list_as_of(request, year, basis)
    rows = lists.days_by_setting(top_ups)
    all_days, all_pounds = lists.total_of(rows)
    context = {
        "as_of": moment,
        "list": top_ups,
        "settings": rows,
        "days": all_days,
        "pounds": all_pounds,
        "days_of_year": days_of_year(year),
    }
    return render(request, "topups/days.html", context)


@require_safe
@uses_tools
def bands(request, year, basis):
    moment, top_ups = list_as_of(request, year, basis)
    tables = tools.band_tables(moment.moment)
    form = ChooseTable(request.GET if "table" in request.GET else None, tables=tables)
    context = {"as_of": moment, "list": top_ups, "form": form, "tables": tables}
    if form.is_valid():
        table = form.cleaned_data["table"]
        rows, together = tools.band_changes(top_ups, table)
        context |= {"table": table, "rows": rows, "together": together}
    return render(request, "topups/bands.html", context)


@require_safe
@uses_tools
def empty_places(request, year, basis):
    moment, top_ups = list_as_of(request, year, basis)
    rows = tools.empty_place_rows(top_ups, moment.moment)
    together = tools.sum_of(rows, "in_full", "pro_rata", "for_empty", "empty_places")
    context = {"as_of": moment, "list": top_ups, "rows": rows, "together": together}
    return render(request, "topups/empty_places.html", context)


@require_safe
@uses_tools
def first_slice(request, year, basis):
    moment, top_ups = list_as_of(request, year, basis)
    rows = tools.first_slice_rows(top_ups, moment.moment)
    context = {
        "as_of": moment,
        "list": top_ups,
        "rows": rows,
        "shown": sum(len(row.shown) for row in rows),
        "top_ups": sum(row.top_ups for row in rows),
    }
    return render(request, "topups/first_slice.html", context)


@require_safe
@uses_tools
def table(request, year, basis, kind):
    """The list as it can be uploaded again."""
    _, top_ups = list_as_of(request, year, basis)
    name = f"top-ups-{top_ups.year_label.replace('/', '-')}-{basis}-version-{top_ups.version}"
    return _file(list(spreadsheets.COLUMNS), lists.table_of(top_ups), name, kind)


@require_safe
@uses_tools
def template(request, kind):
    return _file(list(spreadsheets.COLUMNS), [list(spreadsheets.EXAMPLE)], "top-ups-template", kind)


def _file(headings: list[str], rows: list[list[str]], name: str, kind: str):
    if kind == "xlsx":
        content, media = write_xlsx(headings, rows, sheet="Top-ups"), XLSX
    else:
        content, media = write_csv(headings, rows), "text/csv; charset=utf-8"
    disposition = {"Content-Disposition": f'attachment; filename="{name}.{kind}"'}
    return HttpResponse(content, content_type=media, headers=disposition)
