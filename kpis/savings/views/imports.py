"""Tables in and out: initiatives and monthly plans from a spreadsheet, the register and its months as one."""

from collections.abc import Callable

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from kpis import spreadsheets
from kpis.domain.periods import year_name
from kpis.domain.savings import months_of, year_of
from kpis.figures.forms import UploadForm
from kpis.savings import queries
from kpis.savings.actions import imports
from kpis.savings.actions.refusals import UploadRefused
from kpis.savings.forms import PlansUploadForm
from kpis.savings.models import Initiative
from kpis.savings.views.changes import recompute_everything
from kpis.savings.views.register import filter_of, reads_savings
from kpis.workstreams.views import meeting_asked_for

adds_initiatives = permission_required("savings.add_initiative", raise_exception=True)
MEDIA = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@require_http_methods(["GET", "POST"])
@adds_initiatives
def import_register(request):
    """A table of initiatives; every bad cell is named and nothing is half-stored."""
    form = UploadForm(request.POST or None, request.FILES or None)

    def take(rows):
        added = imports.import_initiatives(rows=rows, by=request.user, at=timezone.now())
        return f"{len(added)} initiatives are in the register. Import or record next what they are to save."

    done, problems = _taken(form, imports.read_register, take)
    if done:
        messages.success(request, done)
        return redirect("savings:import_plans")
    context = {"form": form, "problems": problems, "columns": imports.REGISTER_COLUMNS}
    return render(request, "savings/import_register.html", context)


@require_http_methods(["GET", "POST"])
@adds_initiatives
def import_plans(request):
    """A long table of months; every initiative and kind in it gets one version."""
    form = PlansUploadForm(request.POST or None, request.FILES or None)

    def take(rows):
        reason = form.cleaned_data["reason"]
        plans = imports.import_plans(rows=rows, reason=reason, by=request.user, at=timezone.now())
        recompute_everything(request, "Monthly plans imported")
        return f"{len(plans)} plans and forecasts are recorded."

    done, problems = _taken(form, imports.read_plans, take)
    if done:
        messages.success(request, done)
        return redirect("savings:register")
    return render(request, "savings/import_plans.html", {"form": form, "problems": problems})


def _taken(form, read: Callable, take: Callable) -> tuple[str, list[spreadsheets.Problem]]:
    """What was done, in words, or the bad cells; the form says what is wrong with the file as a whole."""
    if not form.is_valid():
        return "", []
    file = form.cleaned_data["file"]
    try:
        return take(read(file.name, file.read())), []
    except spreadsheets.UnreadableFile as unreadable:
        form.add_error("file", str(unreadable))
    except UploadRefused as refused:
        return "", refused.problems
    return "", []


@require_safe
@adds_initiatives
def register_template(request, kind):
    return _download(kind, "initiatives", list(imports.REGISTER_COLUMNS), [])


@require_safe
@adds_initiatives
def plans_template(request, kind):
    """A row for each month of this year of each initiative that this person keeps."""
    year = year_of(timezone.localdate(timezone.now()))
    codes = Initiative.objects.kept_by(request.user).in_order().values_list("code", flat=True)
    rows = [[code, f"{month:%Y-%m}", "", ""] for code in codes for month in months_of(year)]
    return _download(kind, "monthly-plans", list(imports.PLAN_COLUMNS), rows)


@require_safe
@reads_savings
def register_table(request, kind):
    chosen, groups, _ = _register(request)
    rows = queries.table_of(groups, year=chosen["year"])
    return _download(kind, f"savings-{_hyphened(chosen['year'])}", queries.TABLE_HEADINGS, rows)


@require_safe
@reads_savings
def months_table(request, kind):
    chosen, groups, known = _register(request)
    rows = queries.months_table(groups, known, year=chosen["year"])
    return _download(kind, f"savings-by-month-{_hyphened(chosen['year'])}", queries.MONTHS_HEADINGS, rows)


def _register(request):
    """The register with the filters of the page, and what its months were counted from."""
    _, at = meeting_asked_for(request)
    chosen = filter_of(request, at).chosen
    known = queries.work_out_years(years=[chosen["year"]], at=at)[chosen["year"]]
    return chosen, queries.register(at=at, **chosen), known


def _hyphened(year: int) -> str:
    return year_name(year).replace("/", "-")


def _download(kind: str, name: str, headings: list[str], rows: list[list[str]]) -> HttpResponse:
    if kind == "xlsx":
        content = spreadsheets.write_xlsx(headings, rows, sheet="Savings")
    else:
        content = spreadsheets.write_csv(headings, rows)
    disposition = {"Content-Disposition": f'attachment; filename="{name}.{kind}"'}
    return HttpResponse(content, content_type=MEDIA[kind], headers=disposition)
