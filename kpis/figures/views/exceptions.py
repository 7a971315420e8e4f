"""The exception register, and what a lead does with an exception: raise it, say how it goes, close it."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from kpis import spreadsheets
from kpis.figures import forms
from kpis.figures.actions import exceptions as actions
from kpis.figures.models import Figure, FigureState, Kpi, KpiException
from kpis.figures.queries import exceptions as queries
from kpis.figures.views.entry import reports_figures
from kpis.figures.views.reading import reads_kpis
from kpis.figures.views.refusals import accepted
from kpis.workstreams.models import Meeting, Workstream


def _chosen(request) -> tuple[forms.ExceptionFilter, list[queries.RegisterEntry]]:
    """The filters of the address, and the exceptions they leave."""
    filters = forms.ExceptionFilter(
        request.GET, workstreams=Workstream.objects.in_order(), meetings=Meeting.objects.order_by("-held_on")
    )
    meeting = filters.meeting_chosen
    moment = meeting.starts_at if meeting else timezone.now()
    return filters, queries.register(request.user, moment, **filters.chosen)


@require_safe
@reads_kpis
def register(request):
    filters, entries = _chosen(request)
    return render(request, "figures/exceptions.html", {"filters": filters, "entries": entries})


@require_safe
@reads_kpis
def register_table(request, kind):
    """The register as a file, with the filters of the page."""
    _, entries = _chosen(request)
    headings, rows = queries.export_rows(entries)
    content = (
        spreadsheets.write_xlsx(headings, rows, sheet="Exceptions")
        if kind == "xlsx"
        else spreadsheets.write_csv(headings, rows)
    )
    return HttpResponse(
        content,
        content_type="application/octet-stream" if kind == "xlsx" else "text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="exceptions.{kind}"'},
    )


@require_safe
@reads_kpis
def exception(request, pk):
    """One exception with all that was said of it."""
    now = timezone.now()
    readable = KpiException.objects.known_at(now).filter(
        figure__kpi__in=Kpi.objects.readable_by(request.user)
    )
    entry = next(iter(queries.entries_of(readable.filter(pk=pk), now)), None)
    if entry is None:
        raise Http404("There is no such exception.")
    may_report = (
        request.user.has_perm("figures.add_figure")
        and Kpi.objects.led_by(request.user).filter(pk=entry.exception.figure.kpi_id).exists()
    )
    return render(
        request, "figures/exception.html", {"entry": entry, "may_change": may_report and entry.is_open}
    )


@require_http_methods(["GET", "POST"])
@reports_figures
def explain(request, pk):
    """Cause and action for an off-track figure that counts already."""
    mine = Figure.objects.filter(kpi__in=Kpi.objects.led_by(request.user), state=FigureState.APPROVED)
    figure = get_object_or_404(mine.select_related("kpi", "definition"), pk=pk)
    form = forms.ExplainForm(request.POST or None)
    if form.is_valid() and accepted(
        form,
        lambda: actions.explain_figure(
            figure=figure, explanation=form.explanation, by=request.user, at=timezone.now()
        ),
    ):
        messages.success(request, "The Board sees your explanation beside the figure.")
        return redirect(figure.kpi)
    return render(request, "figures/explain.html", {"figure": figure, "form": form})


def _mine(request, pk) -> KpiException:
    rows = KpiException.objects.known_at(timezone.now())
    mine = rows.filter(figure__kpi__in=Kpi.objects.led_by(request.user))
    return get_object_or_404(mine.select_related("figure__kpi", "figure__definition"), pk=pk)


def _closed_already(request, row: KpiException):
    messages.info(request, f"This exception has been closed, {timezone.localdate(row.closed_at):%-d %B %Y}.")
    return redirect(row)


@require_http_methods(["GET", "POST"])
@reports_figures
def update_exception(request, pk):
    """Say how an exception of one's own workstream goes; action, owner and date may change with it."""
    row = _mine(request, pk)
    if row.closed_at:
        return _closed_already(request, row)
    held = {name: getattr(row.latest, name) for name in ("action", "owner", "due_on", "reminds")}
    form = forms.UpdateExceptionForm(request.POST or None, initial=held)
    if form.is_valid() and accepted(
        form,
        lambda: actions.update_exception(
            exception=row, progress=form.progress, by=request.user, at=timezone.now()
        ),
    ):
        messages.success(request, "Your words are beside the exception. What was said before stays.")
        return redirect(row)
    return render(request, "figures/update_exception.html", {"exception": row, "form": form})


@require_http_methods(["GET", "POST"])
@reports_figures
def close_exception(request, pk):
    """Close an exception of one's own workstream with what came of it."""
    row = _mine(request, pk)
    if row.closed_at:
        return _closed_already(request, row)
    form = forms.CloseExceptionForm(request.POST or None)
    if form.is_valid() and accepted(
        form,
        lambda: actions.close_exception(
            exception=row, outcome=form.cleaned_data["outcome"], by=request.user, at=timezone.now()
        ),
    ):
        messages.success(request, "The exception is closed.")
        return redirect(row)
    return render(request, "figures/close_exception.html", {"exception": row, "form": form})
