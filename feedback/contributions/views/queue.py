"""The moderators' queue, and what is decided about many of its rows at once."""

from django.contrib.auth.decorators import permission_required
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from feedback.contributions import actions, forms
from feedback.contributions.queries import queue as queries
from feedback.contributions.views.doing import do

A_PAGE = 50
LANES = {
    "": ("To read", queries.to_read),
    "proposed": ("Not to be published?", queries.proposed),
    "with-author": ("With the author", queries.with_author),
    "set-aside": ("Set aside", queries.set_aside),
    "to-answer": ("To answer", queries.to_answer),
    "done": ("Done", queries.done),
}
WITHHOLD_FROM = ("", "set-aside")  # lanes of what nobody has decided about
moderators_only = permission_required("contributions.moderate", raise_exception=True)


@never_cache
@require_safe
@moderators_only
def queue(request, lane=""):
    if lane not in LANES:
        raise Http404
    return _queue_page(request, lane)


@never_cache
@require_POST
@moderators_only
def withhold_many(request):
    """One reason for what was ticked in the queue; a second person decides about each."""
    lane = request.POST.get("lane", "")
    lane = lane if lane in WITHHOLD_FROM else ""
    form = forms.WithholdManyForm(request.POST, auto_id="many_%s")
    if not form.is_valid():
        return _queue_page(request, lane, form)
    return do(
        request,
        actions.propose_withholding_many,
        **form.cleaned_data,
        done="Proposed. A second person decides.",
        then=_lane(lane),
    )


@never_cache
@require_POST
@moderators_only
def agree_many(request):
    form = forms.AgreeManyForm(request.POST)
    if not form.is_valid():
        return _queue_page(request, "proposed", form)
    return do(
        request,
        actions.agree_withholding_many,
        **form.cleaned_data,
        done="They are not published. Their authors can read the reason.",
        then=_lane("proposed"),
    )


def _lane(lane: str) -> str:
    return reverse("contributions:lane", args=[lane]) if lane else reverse("contributions:queue")


def _queue_page(request, lane, form=None):
    """`form` is one that came back: for many rows at once, with something to put right."""
    title, waiting = LANES[lane]
    page = Paginator(waiting(), A_PAGE).get_page(request.GET.get("page"))
    proposals = queries.open_proposals(page.object_list) if lane == "proposed" else {}
    rows = queries.with_clocks(page.object_list, timezone.localdate(), proposals)
    context = {
        "lane": lane,
        "title": title,
        "rows": rows,
        "page": page,
        "counts": queries.queue_counts(),
        "form": form,
        "may_withhold": lane in WITHHOLD_FROM and any(row.may_be_withheld for row in rows),
        "withhold_form": form
        if lane in WITHHOLD_FROM and form
        else forms.WithholdManyForm(auto_id="many_%s"),
    }
    return render(request, "contributions/queue.html", context)
