"""Amounts from a spreadsheet: the template, and the table that is sent."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from kpis.position import actions, queries
from kpis.position.actions.importing import COLUMNS
from kpis.position.actions.refusals import ImportRefused
from kpis.position.forms import ImportForm
from kpis.position.views.position import file_of
from kpis.position.views.records import keeps_position
from kpis.spreadsheets import UnreadableFile


@require_http_methods(["GET", "POST"])
@keeps_position
def import_table(request):
    """Every statement of the table or none; each bad cell is named."""
    form, problems = ImportForm(request.POST or None, request.FILES or None), []
    if form.is_valid():
        try:
            stored = _import(form.cleaned_data["file"], request.user)
            messages.success(request, f"Recorded {len(stored)} sets of amounts.")
            return redirect("position:year", stored[-1].financial_year)
        except UnreadableFile as unreadable:
            form.add_error("file", str(unreadable))
        except ImportRefused as refused:
            problems = refused.problems
    return render(request, "position/import.html", {"form": form, "problems": problems, "columns": COLUMNS})


def _import(file, by):
    rows = actions.read_amounts(file.name, file.read())
    return actions.import_statements(rows=rows, by=by, at=timezone.now())


@require_safe
@keeps_position
def template(request, kind):
    """The headings, with our area's last statements below them as an example to write over."""
    area, at = queries.own_area(), timezone.now()
    statements = queries.statements_at(area=area, at=at) if area else []
    rows = [[*row, ""] for row in queries.table_of(statements[-1:])]
    return file_of(rows, kind=kind, name="high-needs-amounts", headings=list(COLUMNS))
