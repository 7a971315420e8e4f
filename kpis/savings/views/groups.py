"""Double counting: which initiatives save the same money, in which order, and what of it counts."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from kpis.domain.periods import year_name
from kpis.domain.savings import year_of
from kpis.savings import actions, queries
from kpis.savings.forms import BaseForm, GroupForm, JoinForm, LeaveForm, OrderForm, PerCentForm
from kpis.savings.models import DoubleCountGroup, Initiative, PlanKind
from kpis.savings.queries import groups as reading
from kpis.savings.views.changes import accepted, recompute_everything
from kpis.savings.views.initiatives import reports_savings
from kpis.savings.views.register import reads_savings
from kpis.savings.views.targets import sets_targets


def _years(request, at) -> tuple[int, list[tuple[int, str]]]:
    """The year to show, from the address or the usual one, and every year to choose from, the next one too."""
    this_year = year_of(timezone.localdate(at))
    years = sorted({*queries.years_with_savings(), *reading.base_years(), this_year, this_year + 1})
    asked = request.GET.get("year", "")
    usual = queries.usual_year(years=years, at_year=this_year)
    year = int(asked) if asked.isdecimal() and int(asked) in years else usual
    return year, [(year, year_name(year)) for year in years]


def _changed(request, group: DoubleCountGroup, words: str):
    recompute_everything(request, f"Double counting, {group}: {words}"[:200])
    messages.success(request, f"{words} The sums include it.")
    return redirect(group)


@require_safe
@reads_savings
def groups(request):
    at = timezone.now()
    year, years = _years(request, at)
    context = {
        "groups": reading.groups_in(year=year, at=at),
        "year": year,
        "year_label": year_name(year),
        "years": years,
    }
    return render(request, "savings/groups.html", context)


@require_safe
@reads_savings
def group(request, pk):
    at = timezone.now()
    row = get_object_or_404(DoubleCountGroup, pk=pk)
    year, years = _years(request, at)
    context = {
        "page": reading.group_in(row, year=year, at=at),
        "versions": reading.base_versions(row),
        "history": reading.member_history(row),
        "years": years,
    }
    return render(request, "savings/group.html", context)


@require_http_methods(["GET", "POST"])
@sets_targets
def add_group(request):
    year = year_of(timezone.localdate(timezone.now()))
    form = GroupForm(request.POST or None, year=year, latest=None, amounts={})
    if form.is_valid() and accepted(
        form, lambda: actions.add_group(by=request.user, at=timezone.now(), **form.terms)
    ):
        messages.success(request, "The group is there. Put the initiatives into it that save this money.")
        return redirect(DoubleCountGroup.objects.get(name=form.cleaned_data["name"]))
    return render(request, "savings/add_group.html", {"form": form, "year_label": year_name(year)})


@require_http_methods(["GET", "POST"])
@sets_targets
def set_base(request, pk, year):
    row = get_object_or_404(DoubleCountGroup, pk=pk)
    latest = reading.current_base(row)
    amounts = reading.base_amounts(latest, year)
    form = BaseForm(request.POST or None, year=year, latest=latest, amounts=amounts)
    if form.is_valid() and accepted(
        form, lambda: actions.set_base(group=row, by=request.user, at=timezone.now(), **form.terms)
    ):
        return _changed(request, row, f"The base of {year_name(year)} is set.")
    context = {"group": row, "latest": latest, "form": form, "year_label": year_name(year)}
    return render(request, "savings/set_base.html", context)


@require_http_methods(["GET", "POST"])
@sets_targets
def join_group(request, pk):
    at, row = timezone.now(), get_object_or_404(DoubleCountGroup, pk=pk)
    form = JoinForm(
        request.POST or None,
        initiatives=reading.sharing_nothing(at),
        next_position=actions.next_position(row),
    )
    if form.is_valid() and accepted(
        form, lambda: actions.join_group(group=row, by=request.user, at=at, **form.cleaned_data)
    ):
        return _changed(request, row, f"{form.cleaned_data['initiative'].code} is in the group.")
    return render(request, "savings/join_group.html", {"group": row, "form": form})


@require_http_methods(["GET", "POST"])
@sets_targets
def order_group(request, pk):
    at, row = timezone.now(), get_object_or_404(DoubleCountGroup, pk=pk)
    members = list(reading.places_at(at).filter(group=row))
    form = OrderForm(request.POST or None, members=members)
    if form.is_valid() and accepted(form, lambda: _reorder(form, row, request.user, at)):
        return _changed(request, row, "The order is changed.")
    return render(request, "savings/order_group.html", {"group": row, "form": form, "members": members})


def _reorder(form, row, by, at):
    said = {name: form.cleaned_data[name] for name in ("reason", "replaces")}
    return actions.reorder_group(group=row, positions=form.positions, by=by, at=at, **said)


@require_http_methods(["GET", "POST"])
@sets_targets
def leave_group(request, pk, code):
    row, initiative = get_object_or_404(DoubleCountGroup, pk=pk), get_object_or_404(Initiative, code=code)
    form = LeaveForm(request.POST or None)
    if form.is_valid() and accepted(
        form,
        lambda: actions.leave_group(
            group=row, initiative=initiative, by=request.user, at=timezone.now(), **form.cleaned_data
        ),
    ):
        return _changed(request, row, f"{initiative.code} has left the group.")
    return render(request, "savings/leave_group.html", {"group": row, "initiative": initiative, "form": form})


@require_http_methods(["GET", "POST"])
@reports_savings
def state_per_cent(request, code, kind, year):
    initiative = get_object_or_404(Initiative.objects.kept_by(request.user), code=code)
    current = queries.current_plan(initiative, kind)
    form = PerCentForm(
        request.POST or None,
        year=year,
        starts_on=initiative.starts_on,
        version=current.version if current else 0,
    )
    if form.is_valid() and accepted(form, lambda: _state(form, initiative, kind, request.user)):
        recompute_everything(request, f"{code}: {PlanKind(kind).label.lower()} saving as a per cent")
        messages.success(request, f"{PlanKind(kind).label} saving for {year_name(year)} recorded.")
        return redirect("savings:initiative_year", code, year)
    context = {"initiative": initiative, "kind": PlanKind(kind), "year": year, "year_label": year_name(year)}
    return render(request, "savings/state_per_cent.html", {**context, "form": form})


def _state(form, initiative: Initiative, kind: str, by):
    return actions.record_plan(
        initiative=initiative,
        kind=kind,
        per_cents=form.per_cents,
        reason=form.cleaned_data.get("reason", ""),
        replaces=form.cleaned_data["replaces"],
        by=by,
        at=timezone.now(),
    )
