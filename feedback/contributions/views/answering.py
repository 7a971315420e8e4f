"""Drafting, publishing and commenting answers."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from feedback.contributions import actions, forms
from feedback.contributions.models import Response
from feedback.contributions.queries import answering as queries
from feedback.contributions.queries.answers import answered_page, shown
from feedback.contributions.views.doing import do

A_PAGE = 50


@never_cache
@require_safe
@permission_required("contributions.draft_response", raise_exception=True)
def responses(request):
    page = Paginator(queries.responses(), A_PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "to_answer": queries.to_answer(timezone.localdate())}
    return render(request, "contributions/responses.html", context)


@never_cache
@require_http_methods(["GET", "POST"])
@permission_required("contributions.draft_response", raise_exception=True)
def draft(request):
    chosen = request.GET.getlist("contribution")
    form = forms.ResponseForm(
        request.POST or None,
        choosable=queries.choosable(),
        at=timezone.now(),
        initial={"contributions": [pk for pk in chosen if pk.isdecimal()]},
    )
    if form.is_valid() and (response := _saved(request, form, actions.draft_response)):
        return redirect("contributions:response", pk=response.pk)
    return render(request, "contributions/response_form.html", {"form": form})


@never_cache
@require_http_methods(["GET", "POST"])
@permission_required("contributions.draft_response", raise_exception=True)
def response(request, pk):
    response = get_object_or_404(Response.objects.select_related("workstream", "published_version"), pk=pk)
    latest = queries.latest_version(response)
    form = forms.ResponseForm(
        request.POST or None,
        choosable=queries.choosable(response, latest),
        at=timezone.now(),
        initial=queries.initial(latest),
    )
    if form.is_valid():
        based_on = form.cleaned_data["based_on"] or 0
        if _saved(request, form, actions.revise_response, response=response, based_on=based_on):
            return redirect("contributions:response", pk=pk)
    context = {
        "form": form,
        "response": response,
        "latest": latest,
        "preview": queries.preview(response, latest, timezone.localdate()),
        "findings": queries.findings_before_publishing(latest),
    }
    return render(request, "contributions/response_form.html", context)


def _saved(request, form, action, **which) -> Response | None:
    """The response, or None where it was refused and the form says why."""
    try:
        saved = action(
            contributions=form.cleaned_data["contributions"],
            words=form.words,
            workstream=form.cleaned_data["workstream"],
            by=request.user,
            at=timezone.now(),
            **which,
        )
    except actions.Refused as refusal:
        form.add_error(refusal.field, str(refusal))
        return None
    messages.success(request, "Saved as a draft. Nobody outside sees it before it is published.")
    return saved


@require_POST
@permission_required("contributions.publish_response", raise_exception=True)
def publish(request, pk):
    number = request.POST.get("number", "")
    return do(
        request,
        actions.publish_response,
        response=get_object_or_404(Response, pk=pk),
        number=int(number) if number.isdecimal() else 0,
        done="Published. Everybody can read it, and its contributions are answered.",
        then=reverse("contributions:response", args=[pk]),
    )


@never_cache
@require_safe
@permission_required("contributions.write_forum_view", raise_exception=True)
def forum_views(request):
    page = Paginator(answered_page(), A_PAGE).get_page(request.GET.get("page"))
    return render(
        request,
        "contributions/forum_views.html",
        {"page": page, "answers": shown(page.object_list, timezone.localdate())},
    )


@never_cache
@require_http_methods(["GET", "POST"])
@permission_required("contributions.write_forum_view", raise_exception=True)
def forum_view(request, pk):
    response = get_object_or_404(answered_page(), pk=pk)
    answer = shown([response], timezone.localdate())[0]
    form = forms.ForumViewForm(request.POST or None, initial={"text": answer.forum_view})
    if form.is_valid():
        return do(
            request,
            actions.write_forum_view,
            response=response,
            text=form.cleaned_data["text"],
            done="Your view is published beside the answer.",
            then=reverse("contributions:forum_views"),
        )
    return render(request, "contributions/forum_view.html", {"form": form, "answer": answer})
