"""Lists of duties: written as versions, compared with the law by an editor, then used."""

from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from feedback.contributions.views.doing import do
from portal.local_offer import actions, forms
from portal.local_offer.models import Heading, HeadingList
from portal.local_offer.queries import headings as queries
from portal.local_offer.views.doing import saved

checkers_only = permission_required("local_offer.check_headings", raise_exception=True)


@never_cache
@require_safe
@checkers_only
def heading_lists(request):
    context = {"lists": queries.heading_lists(), "in_use": HeadingList.objects.in_use()}
    return render(request, "local_offer/desk/heading_lists.html", context)


@never_cache
@require_safe
@checkers_only
def heading_list(request, pk):
    row = get_object_or_404(HeadingList.objects.select_related("checked_by"), pk=pk)
    context = {"heading_list": row, "headings": queries.headings_of(row)}
    return render(request, "local_offer/desk/heading_list.html", context)


@never_cache
@require_http_methods(["GET", "POST"])
@checkers_only
def start(request):
    form = forms.HeadingListForm(request.POST or None)
    done = "Started, with the headings of the newest list. Change what the law has changed, then check it."
    if saved(request, form, actions.start_heading_list, done=done, by=request.user):
        return redirect("offer:headings")
    context = {"form": form, "title": "Start a new list", "button": "Start"}
    return render(request, "local_offer/desk/heading_form.html", context)


@require_POST
@checkers_only
def check(request, pk):
    return do(
        request,
        actions.check_heading_list,
        heading_list=get_object_or_404(HeadingList, pk=pk),
        done="Checked. Coverage is measured against this list from now on.",
        then="offer:headings",
    )


@never_cache
@require_http_methods(["GET", "POST"])
@checkers_only
def add(request, pk):
    row = get_object_or_404(queries.unchecked(), pk=pk)
    return _heading_form(request, row, forms.HeadingForm(request.POST or None), title="Add a heading")


@never_cache
@require_http_methods(["GET", "POST"])
@checkers_only
def change(request, pk):
    heading = _changeable(pk)
    names = ("code", "group", "title", "source", "duty")
    initial = {name: getattr(heading, name) for name in names}
    form = forms.HeadingForm(request.POST or None, initial=initial)
    form.fields["code"].disabled = True
    return _heading_form(request, heading.heading_list, form, title=heading.title)


@require_POST
@checkers_only
def remove(request, pk):
    heading = _changeable(pk)
    actions.remove_heading(heading=heading, by=request.user)
    return redirect("offer:heading_list", heading.heading_list_id)


def _changeable(pk) -> Heading:
    """A heading of a list that is still being written."""
    rows = Heading.objects.select_related("heading_list").filter(heading_list__in=queries.unchecked())
    return get_object_or_404(rows, pk=pk)


def _heading_form(request, row: HeadingList, form, *, title: str):
    if saved(request, form, actions.save_heading, done="Saved.", heading_list=row, by=request.user):
        return redirect("offer:heading_list", row.pk)
    context = {"form": form, "title": title, "button": "Save", "heading_list": row}
    return render(request, "local_offer/desk/heading_form.html", context)
