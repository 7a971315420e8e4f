"""Bringing a file of figures in: sent, looked at, confirmed, and withdrawn if need be."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from kpis import spreadsheets
from kpis.figures import forms, tasks
from kpis.figures.actions import importing as actions
from kpis.figures.actions.importing import ImportRefused
from kpis.figures.models import FigureImport, ImportState
from kpis.figures.queries import imports as queries
from kpis.figures.views.entry import reports_figures

MEDIA = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@require_http_methods(["GET", "POST"])
@reports_figures
def upload(request):
    """Send a table; it is read in the background, and nothing counts before it is looked at and confirmed."""
    form = forms.UploadForm(request.POST or None, request.FILES or None)
    if form.is_valid() and (row := _stored(request, form)):
        tasks.read_import.delay_on_commit(import_id=row.pk)
        return redirect(row)
    context = {"form": form, "imports": queries.latest_imports(request.user)}
    return render(request, "figures/upload.html", context)


def _stored(request, form) -> FigureImport | None:
    file = form.cleaned_data["file"]
    try:
        return actions.store_file(name=file.name, content=file.read(), by=request.user, at=timezone.now())
    except ImportRefused as refused:
        form.add_error("file", str(refused))
        return None


@require_safe
@reports_figures
def figure_import(request, pk):
    """One file: its progress while a worker is on it, else its preview or report."""
    row = get_object_or_404(queries.imports_of(request.user), pk=pk)
    if request.htmx:
        return _progress(request, row)
    response = render(request, "figures/import.html", _context(request, row))
    response["Vary"] = "HX-Request"
    return response


def _progress(request, row):
    """The bar alone; once the worker is done the browser asks for the whole page."""
    response = render(request, "figures/_import_progress.html", {"import": row})
    response["Vary"] = "HX-Request"
    if not row.is_working:
        response["HX-Refresh"] = "true"
    return response


def _context(request, row, **forms_shown) -> dict:
    tabs = [] if row.is_working else queries.tabs_of(row)
    keys = [tab.key for tab in tabs]
    show = request.GET.get("show", "")
    show = show if show in keys else next(iter(keys), "")
    page = queries.page_of(row, show, request.GET.get("page", "1")) if show else None
    return {
        "import": row,
        "tabs": tabs,
        "show": show,
        "page": page,
        "offers_workbook": page is not None and page.paginator.count <= queries.MOST_IN_A_WORKBOOK,
        "confirm_form": forms.ConfirmForm(needs_reason=bool(row.correction_count)),
        "withdraw_form": forms.WithdrawForm(),
        **forms_shown,
    }


def _mine(request, pk) -> FigureImport:
    return get_object_or_404(queries.imports_of(request.user), pk=pk)


def _at_its_own_address(request, row):
    """A step is asked for by a post; whoever comes to its address otherwise, after signing in or by a link of
    the page that a post answered, is led to the file."""
    query = f"?{request.GET.urlencode()}" if request.GET else ""
    return redirect(f"{row.get_absolute_url()}{query}")


@require_http_methods(["GET", "POST"])
@reports_figures
def confirm(request, pk):
    row = _mine(request, pk)
    if request.method == "GET" or row.state != ImportState.READ:
        return _at_its_own_address(request, row)
    form = forms.ConfirmForm(request.POST, needs_reason=bool(row.correction_count))
    if form.is_valid() and _taken(
        form,
        lambda: actions.confirm_import(
            figure_import=row,
            reason=form.cleaned_data.get("reason", ""),
            by=request.user,
            at=timezone.now(),
        ),
    ):
        tasks.apply_import.delay_on_commit(import_id=row.pk)
        return redirect(row)
    context = _context(request, row, confirm_form=form)
    return render(request, "figures/import.html", context | {"form": form})


@require_http_methods(["GET", "POST"])
@reports_figures
def withdraw(request, pk):
    row = _mine(request, pk)
    if request.method == "GET" or row.state != ImportState.APPLIED:
        return _at_its_own_address(request, row)
    form = forms.WithdrawForm(request.POST)
    if form.is_valid() and _taken(
        form,
        lambda: actions.withdraw_import(
            figure_import=row, why=form.cleaned_data["why"], by=request.user, at=timezone.now()
        ),
    ):
        tasks.take_back_import.delay_on_commit(import_id=row.pk)
        return redirect(row)
    context = _context(request, row, withdraw_form=form)
    return render(request, "figures/import.html", context | {"form": form})


@require_http_methods(["GET", "POST"])
@reports_figures
def discard(request, pk):
    row = _mine(request, pk)
    if request.method == "GET":
        return _at_its_own_address(request, row)
    try:
        actions.discard_import(figure_import=row, by=request.user, at=timezone.now())
    except ImportRefused as refused:
        messages.error(request, str(refused))
        return redirect(row)
    messages.success(request, f"“{row.file_name}” is thrown away. Nothing of it was stored.")
    return redirect("figures:upload")


def _taken(form, act) -> bool:
    """Call the action; True when it took the step, else the form says why not."""
    try:
        act()
    except ImportRefused as refused:
        form.add_error(refused.field if refused.field in form.fields else None, str(refused))
        return False
    return True


@require_safe
@reports_figures
def table(request, pk, show, kind):
    """A tab of the preview or report as a file."""
    row = _mine(request, pk)
    tab = next((tab for tab in queries.tabs_of(row) if tab.key == show), None)
    if tab is None or (kind == "xlsx" and tab.count > queries.MOST_IN_A_WORKBOOK):
        raise Http404("There is no such table.")
    return _file(*queries.table_of(row, show), name=f"import-{row.pk}-{show}", kind=kind)


@require_safe
@reports_figures
def template(request, kind, is_wide=False):
    """The table to fill in, with everything that is due from this lead."""
    headings, rows = queries.template_table(request.user, is_wide=is_wide, at=timezone.now())
    return _file(headings, rows, name="figures-wide" if is_wide else "figures", kind=kind)


def _file(headings, rows, *, name: str, kind: str) -> HttpResponse:
    if kind == "xlsx":
        content = spreadsheets.write_xlsx(headings, rows, sheet="Figures")
    else:
        content = spreadsheets.write_csv(headings, rows)
    disposition = {"Content-Disposition": f'attachment; filename="{name}.{kind}"'}
    return HttpResponse(content, content_type=MEDIA[kind], headers=disposition)
