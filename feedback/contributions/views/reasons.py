"""Reasons not to publish: the list, a new one, other words, another order."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from feedback.contributions import actions, forms
from feedback.contributions.models import NotPublishingReason
from feedback.contributions.queries import reasons as queries
from feedback.contributions.views.doing import do

rule_keepers_only = permission_required("contributions.set_rules", raise_exception=True)


@never_cache
@require_safe
@rule_keepers_only
def reasons(request):
    context = {
        "reasons": queries.current_reasons(),
        "ended": queries.ended_reasons(),
        "lacks": queries.what_reasons_lack(),
    }
    return render(request, "contributions/reasons.html", context)


@never_cache
@require_http_methods(["GET", "POST"])
@rule_keepers_only
def add_reason(request):
    form = forms.ReasonForm(request.POST or None)
    if form.is_valid() and _saved(request, form, actions.add_reason):
        return redirect("contributions:reasons")
    return render(request, "contributions/reason_form.html", {"form": form})


@never_cache
@require_http_methods(["GET", "POST"])
@rule_keepers_only
def change_reason(request, pk):
    reason = _reason(pk)
    words = {name: getattr(reason, name) for name in ("label", "public_wording", "needs_second_person")}
    form = forms.ReasonForm(request.POST or None, initial=words)
    if form.is_valid() and _saved(request, form, actions.change_reason, reason=reason):
        return redirect("contributions:reasons")
    return render(request, "contributions/reason_form.html", {"form": form, "reason": reason})


@require_POST
@rule_keepers_only
def move_reason_up(request, pk):
    return _do(request, actions.move_reason_up, pk, done="Moved up.")


@require_POST
@rule_keepers_only
def end_reason(request, pk):
    return _do(request, actions.end_reason, pk, done="It is not used any more. What was decided by it stays.")


def _reason(pk: int) -> NotPublishingReason:
    return get_object_or_404(NotPublishingReason.objects.current(), pk=pk)


def _saved(request, form, action, **which) -> bool:
    """Whether it was saved; where it was refused the form says why."""
    try:
        action(by=request.user, at=timezone.now(), **which, **form.cleaned_data)
    except actions.Refused as refusal:
        form.add_error(refusal.field, str(refusal))
        return False
    messages.success(request, "Saved.")
    return True


def _do(request, action, pk, *, done):
    return do(request, action, reason=_reason(pk), done=done, then=reverse("contributions:reasons"))
