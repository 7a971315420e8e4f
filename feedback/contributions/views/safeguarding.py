"""The safeguarding leads' lane: what is on hold, opened with a trace, handed over, released."""

from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404, render
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
    context = {"rows": queries.held(timezone.now()), "released": queries.released()}
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
    contribution = get_object_or_404(Contribution.objects.held(), pk=pk)
    words = actions.open_original(
        contribution=contribution, reason="Safeguarding", by=request.user, at=timezone.now()
    )
    return _held_page(request, contribution, words=words)


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


def _held_page(request, contribution, *, words="", form=None):
    context = {
        "contribution": contribution,
        "row": queries.held_row(contribution, timezone.now()),
        "words": words,
        "form": form,
        "referral_form": form or forms.ReferralForm(),
        "release_form": forms.WhyForm(label="Why can it be released?", auto_id="release_%s"),
        **queries.trail(contribution),
    }
    return render(request, "contributions/held.html", context)
