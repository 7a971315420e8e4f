"""The DSG management plan: reading it, taking it away as a workbook, filling what nobody published."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from kpis import spreadsheets
from kpis.domain.dsg_plan import PlanTable, census_words
from kpis.domain.periods import census_day
from kpis.domain.position import PositionError
from kpis.position.actions import plan_cells as actions
from kpis.position.forms.dsg_plan import FillForm, NarrativeForm, UploadForm
from kpis.position.models import PlanNarrative
from kpis.position.queries.dsg_plan import censuses_to_fill, dsg_plan
from kpis.position.queries.dsg_workbook import ROUNDED, rows_to_fill, sheets_of
from kpis.position.queries.page import own_area
from kpis.position.queries.plan_numbers import last_filled, table_as_given
from kpis.position.spreadsheets import write_workbook
from kpis.workstreams.models import Workstream

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
YEARS = range(2000, 2101)
reads_position = permission_required("position.view_position", raise_exception=True)
fills_plan = permission_required("position.fill_dsg_plan", raise_exception=True)


@require_safe
@reads_position
def plan(request):
    whole = dsg_plan(at=timezone.now())
    context = {"plan": whole, "to_fill": censuses_to_fill(whole), "rounded": ROUNDED}
    return render(request, "position/dsg_plan.html", context)


@require_safe
@fills_plan
def workbook(request):
    at = timezone.now()
    content = write_workbook(sheets_of(dsg_plan(at=at)), title="DSG management plan", made_at=at)
    return _download(content, f"dsg-management-plan-{timezone.localdate(at)}.xlsx", XLSX)


@require_http_methods(["GET", "POST"])
@fills_plan
def fill(request, year, table):
    at, of = timezone.now(), _table(table, year)
    given = table_as_given(table=of, year=year, area=own_area(), at=at)
    to_come = census_day(year) > timezone.localdate(at)
    form = FillForm(request.POST or None, table=given, last=last_filled(of, year), is_to_come=to_come)
    if form.is_valid() and _stored(form, lambda: _fill(form, request.user, at)):
        messages.success(request, f"{census_words(year)}, {of.words}: your numbers are in the plan.")
        return redirect("position:dsg_plan")
    context = {"form": form, "given": given, "to_come": to_come}
    return render(request, "position/dsg_plan_fill.html", context)


def _fill(form: FillForm, by, at):
    return actions.fill_cells(
        numbers=form.numbers,
        is_forecast=form.is_forecast,
        source=form.cleaned_data["source"],
        reason=form.cleaned_data["reason"],
        replaces=form.cleaned_data["replaces"],
        by=by,
        at=at,
    )


@require_http_methods(["GET", "POST"])
@fills_plan
def upload(request):
    form, problems = UploadForm(request.POST or None, request.FILES or None), []
    if form.is_valid():
        try:
            if done := _stored(form, lambda: _upload(form, request.user)):
                messages.success(request, f"Recorded: {done.recorded}. As before: {done.unchanged}.")
                return redirect("position:dsg_plan")
        except spreadsheets.UnreadableFile as unreadable:
            form.add_error("file", str(unreadable))
        except actions.CellsRefused as refused:
            problems = refused.problems
    context = {"form": form, "problems": problems, "to_fill": censuses_to_fill(dsg_plan(at=timezone.now()))}
    return render(request, "position/dsg_plan_upload.html", context)


def _upload(form: UploadForm, by):
    file, about = form.cleaned_data["file"], form.cleaned_data
    rows = actions.read_plan_cells(file.name, file.read())
    return actions.upload_cells(
        rows=rows, source=about["source"], reason=about["reason"], by=by, at=timezone.now()
    )


@require_safe
@fills_plan
def template(request, year, kind):
    """A row for each cell of a census that is not published, with what was given before."""
    at, area = timezone.now(), own_area()
    tables = [table_as_given(table=_table(t, year), year=year, area=area, at=at) for t in PlanTable]
    headings, rows = list(actions.COLUMNS), rows_to_fill(tables)
    name = f"dsg-plan-january-{year}.{kind}"
    if kind == "xlsx":
        return _download(spreadsheets.write_xlsx(headings, rows, sheet="Cells"), name, XLSX)
    return _download(spreadsheets.write_csv(headings, rows), name, "text/csv; charset=utf-8")


@require_http_methods(["GET", "POST"])
@fills_plan
def narrative(request, slug):
    workstream, at = get_object_or_404(Workstream, slug=slug), timezone.now()
    before = PlanNarrative.objects.known_at(at).filter(workstream=workstream).first()
    form = NarrativeForm(request.POST or None, before=before)
    if form.is_valid() and _stored(
        form,
        lambda: actions.record_narrative(workstream=workstream, by=request.user, at=at, **form.cleaned_data),
    ):
        messages.success(request, f"{workstream}: the words are in the plan.")
        return redirect("position:dsg_plan")
    context = {"form": form, "workstream": workstream, "before": before}
    return render(request, "position/dsg_plan_narrative.html", context)


def _stored(form, change):
    """What the action gave back; None where it refused, with its words at the top of the form."""
    try:
        return change()
    except (PositionError, actions.CellRefused) as refused:
        form.add_error(None, str(refused))
        return None


def _table(name: str, year: int) -> PlanTable:
    if year not in YEARS or name not in list(PlanTable):
        raise Http404("There is no such table in the plan.")
    return PlanTable(name)


def _download(content: bytes, name: str, media: str) -> HttpResponse:
    return HttpResponse(
        content, content_type=media, headers={"Content-Disposition": f'attachment; filename="{name}"'}
    )
