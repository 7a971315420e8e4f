"""Finance's pages: record, correct, name a funding scope."""

from collections.abc import Callable

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from kpis.domain.position import PositionError
from kpis.position import actions, queries
from kpis.position.forms import ScopeForm
from kpis.position.models import FundingScope
from kpis.position.views.kinds import KINDS, Kind

keeps_position = permission_required("position.change_position", raise_exception=True)


@require_http_methods(["GET", "POST"])
@keeps_position
def record(request, record):
    kind = _kind(record)
    start = _published(request) if kind.starts_from_published else {}
    form = kind.form(request.POST or None, start=start, **kind.offered())
    if form.is_valid():
        stored = accepted(form, lambda: _store(kind, form, request, **kind.given()))
        if stored:
            return _done(request, stored)
    return render(request, "position/record.html", {"form": form, "kind": kind, "start": start})


def _published(request) -> dict:
    """What the ticked published values begin a record with; nothing where none is named."""
    ids = {int(pk) for pk in request.GET.getlist("value") if pk.isdecimal() and len(pk) < 19}
    area = queries.own_area()
    return queries.start_of_statement(ids, area=area, at=timezone.now()) if ids and area else {}


@require_safe
@keeps_position
def published(request):
    """Money that was published about our area, to be carried into a statement."""
    area = queries.own_area()
    found = queries.published_money(area=area, at=timezone.now()) if area else []
    return render(request, "position/published.html", {"publications": found})


@require_http_methods(["GET", "POST"])
@keeps_position
def correct(request, record, pk):
    """The earlier record stays; the further one says why."""
    kind = _kind(record)
    row = get_object_or_404(kind.rows(), pk=pk)
    form = kind.form(request.POST or None, current=row, **kind.offered())
    if form.is_valid():
        stored = accepted(form, lambda: _store(kind, form, request, supersedes=row))
        if stored:
            return _done(request, stored)
    return render(request, "position/record.html", {"form": form, "kind": kind, "row": row})


@require_http_methods(["GET", "POST"])
@keeps_position
def add_scope(request):
    form = ScopeForm(request.POST or None)
    if form.is_valid():
        scope = accepted(
            form, lambda: actions.add_scope(**form.cleaned_data, by=request.user, at=timezone.now())
        )
        if scope:
            messages.success(request, f"“{scope}” can now be chosen as a funding scope.")
            return redirect("position:add_scope")
    context = {"form": form, "scopes": FundingScope.objects.order_by("name")}
    return render(request, "position/add_scope.html", context)


def accepted(form, change: Callable[[], object]):
    """What the action made; None where it refused, which then stands at the top of the form."""
    try:
        return change()
    except PositionError as refused:
        form.add_error(None, str(refused))
        return None


def _kind(name: str) -> Kind:
    if name not in KINDS:
        raise Http404("There is no such record.")
    return KINDS[name]


def _store(kind: Kind, form, request, **given):
    return kind.action(**form.terms, **given, by=request.user, at=timezone.now())


def _done(request, stored):
    messages.success(request, "Recorded. Meetings held before today keep what they saw.")
    year = getattr(stored, "financial_year", None)
    return redirect("position:year", year) if year else redirect("position:position")
