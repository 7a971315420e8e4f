"""The safeguarding leads' lane: alerts and holds, opened with a trace, settled, handed over, released."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from feedback.contributions import actions, forms
from feedback.contributions.models import Contribution
from feedback.contributions.queries import safeguarding as queries
from feedback.contributions.views.doing import do, words_of

leads_only = permission_required("contributions.safeguard", raise_exception=True)


@never_cache
@require_safe
@leads_only
def lane(request):
    context = {"rows": queries.lane(timezone.now()), "settled": queries.settled()}
    return render(request, "contributions/safeguarding.html", context)


@never_cache
@require_safe
@leads_only
def held(request, pk):
    return _held_page(request, _contribution(pk))


@never_cache
@require_POST
@leads_only
def open_held(request, pk):
    """The words, on the page that answers and nowhere else."""
    contribution = _contribution(pk)
    try:
        opened = actions.open_for_safeguarding(contribution=contribution, by=request.user, at=timezone.now())
    except actions.Refused as refusal:
        messages.error(request, str(refusal))
        return redirect(_address(pk))
    return _held_page(request, contribution, opened=opened)


@require_POST
@leads_only
def put_on_hold(request, pk):
    return do(
        request,
        actions.pass_to_safeguarding,
        contribution=_contribution(pk),
        why=words_of(_hold_form(request.POST), "why"),
        done="It is on hold. Only safeguarding leads see it now.",
        then=_address(pk),
    )


@require_POST
@leads_only
def no_risk(request, pk):
    return do(
        request,
        actions.see_no_risk,
        contribution=_contribution(pk),
        why=words_of(_no_risk_form(request.POST), "why"),
        done="Noted. It is an ordinary contribution again.",
        then=reverse("contributions:safeguarding"),
        refused=_address(pk),
    )


@never_cache
@require_POST
@leads_only
def refer(request, pk):
    contribution = _contribution(pk)
    form = forms.ReferralForm(request.POST)
    if not form.is_valid():
        return _held_page(request, contribution, form=form)
    return do(
        request,
        actions.record_referral,
        contribution=contribution,
        **form.cleaned_data,
        done="The hand-over is recorded.",
        then=_address(pk),
    )


@require_POST
@leads_only
def release(request, pk):
    return do(
        request,
        actions.release,
        contribution=_contribution(pk),
        why=words_of(forms.WhyForm(request.POST), "why"),
        done="Released. It is back where it was.",
        then=_address(pk),
    )


def _contribution(pk: int) -> Contribution:
    return get_object_or_404(Contribution.objects.for_safeguarding(), pk=pk)


def _address(pk: int) -> str:
    return reverse("contributions:held", args=[pk])


def _hold_form(data=None):
    label = "What other leads should know (optional)"
    return forms.WhyForm(data, label=label, auto_id="hold_%s", optional=True)


def _no_risk_form(data=None):
    label = "Why you see no risk (optional; moderators can read it)"
    return forms.WhyForm(data, label=label, auto_id="no_risk_%s", optional=True)


def _held_page(request, contribution, *, opened=None, form=None):
    row, trail = queries.lane_row(contribution, timezone.now()), queries.trail(contribution)
    handed_to = row.referrals[-1].handed_to if row.referrals else ""
    context = {
        "contribution": contribution,
        "row": row,
        "opened": opened,
        "form": form,
        "referral_form": form or forms.ReferralForm(initial={"handed_to": handed_to}),
        "hold_form": _hold_form(),
        "no_risk_form": _no_risk_form(),
        "release_form": forms.WhyForm(label="Why can it be released?", auto_id="release_%s"),
        **trail,
    }
    return render(request, "contributions/held.html", context)
