"""Uploading lists, recording entries of a setting and their corrections, settings and tables of bands."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from kpis.spreadsheets import UnreadableFile
from kpis.topups import actions, forms
from kpis.topups.actions.rows import read_top_ups
from kpis.topups.models import FirstSliceShown, PaidPlaces, Setting
from kpis.topups.queries import entries as entry_queries
from kpis.topups.queries import tools
from kpis.topups.views.guards import accepted, uses_tools
from kpis.workstreams.views import as_of


@require_http_methods(["GET", "POST"])
@uses_tools
def upload(request):
    """A table takes the place of the year's list; every bad cell is named and nothing is half-stored."""
    form, problems = forms.UploadForm(request.POST or None, request.FILES or None), []
    if form.is_valid():
        try:
            stored = _stored(form, request.user)
        except UnreadableFile as unreadable:
            form.add_error("file", str(unreadable))
        except actions.Refused as refused:
            form.add_error(None, str(refused))
        except actions.UploadRefused as refused:
            problems = refused.problems
        else:
            messages.success(
                request, f"The top-ups of {stored.year_label} are stored, version {stored.version}."
            )
            return redirect("topups:averages", stored.financial_year, stored.basis)
    return render(request, "topups/upload.html", {"form": form, "problems": problems})


def _stored(form, user):
    file = form.cleaned_data["file"]
    rows = read_top_ups(file.name, file.read())
    return actions.replace_list(rows=rows, by=user, at=timezone.now(), **form.terms)


def _form_of(kind: str):
    if kind not in forms.ENTRIES:
        raise Http404("There is no such kind of entry.")
    return forms.ENTRIES[kind]


@require_http_methods(["GET", "POST"])
@uses_tools
def record_entry(request, kind):
    form = _form_of(kind)(request.POST or None)
    if form.is_valid() and accepted(
        form,
        lambda: actions.record_entry(of=form.model, by=request.user, at=timezone.now(), **form.terms),
    ):
        messages.success(request, "It is recorded.")
        return redirect("topups:entries", kind)
    return render(request, "topups/entry.html", {"form": form, "kind": kind})


@require_http_methods(["GET", "POST"])
@uses_tools
def correct_entry(request, kind, pk):
    of_kind = _form_of(kind)
    entries = of_kind.model.objects.select_related("setting", "recorded_by")
    entry = get_object_or_404(entries if request.method == "POST" else entries.counting(), pk=pk)
    form = of_kind(request.POST or None, corrects=entry)
    if form.is_valid() and accepted(
        form, lambda: actions.correct_entry(entry=entry, by=request.user, at=timezone.now(), **form.terms)
    ):
        messages.success(request, "The correction is recorded; the entry before stays on record.")
        return redirect("topups:entries", kind)
    return render(request, "topups/entry.html", {"form": form, "kind": kind, "entry": entry})


@require_safe
@uses_tools
def entries(request, kind):
    """What is recorded of one kind; costs and incentives have pages that work with them."""
    of_kind = _form_of(kind)
    if of_kind.model in (PaidPlaces, FirstSliceShown):
        moment = as_of(request)
        rows = entry_queries.known_entries(of_kind.model, moment.moment)
        context = {"as_of": moment, "form": of_kind, "kind": kind, "rows": rows}
        return render(request, "topups/entries.html", context)
    return redirect(f"topups:{of_kind.back}")


@require_safe
@uses_tools
def numbers(request):
    """What it costs when the number of pupils changes."""
    moment = as_of(request)
    form = forms.PupilsForm(request.GET if "more" in request.GET else None)
    more = (form.is_valid() and form.cleaned_data["more"]) or 0
    rows = entry_queries.pupils_rows(more, moment.moment)
    context = {"as_of": moment, "form": form, "more": more, "fewer": -more, "rows": rows}
    return render(request, "topups/numbers.html", context)


@require_safe
@uses_tools
def incentives(request):
    moment = as_of(request)
    context = {"as_of": moment, "groups": entry_queries.incentive_groups(moment.moment)}
    return render(request, "topups/incentives.html", context)


@require_http_methods(["GET", "POST"])
@uses_tools
def settings(request):
    form = forms.SettingForm(request.POST or None)
    if form.is_valid() and accepted(
        form, lambda: actions.add_setting(by=request.user, at=timezone.now(), **form.cleaned_data)
    ):
        messages.success(request, f"{form.cleaned_data['name']} is added.")
        return redirect("topups:settings")
    return render(request, "topups/settings.html", {"form": form, "settings": Setting.objects.in_order()})


@require_http_methods(["GET", "POST"])
@uses_tools
def band_tables(request):
    form, rows = forms.BandTableForm(request.POST or None), forms.BandFormSet(request.POST or None)
    valid = form.is_valid() and rows.is_valid()
    if valid and accepted(
        form,
        lambda: actions.add_band_table(bands=rows.bands, by=request.user, at=timezone.now(), **form.terms),
    ):
        messages.success(request, f"The table “{form.cleaned_data['name']}” is recorded.")
        return redirect("topups:band_tables")
    moment = as_of(request)
    tables = tools.band_tables(moment.moment)
    context = {"as_of": moment, "form": form, "rows": rows, "parts": [form, rows], "tables": tables}
    return render(request, "topups/band_tables.html", context)
