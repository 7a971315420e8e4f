"""Telling us something, without an account."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods
from django.views.decorators.vary import vary_on_headers

from feedback.contributions import actions, forms
from feedback.contributions.models import AddressTally, SetAside
from feedback.contributions.views import receipt_cookie
from feedback.contributions.views.addresses import counted_address
from feedback.domain.coach import stretches
from feedback.domain.receipts import grouped
from feedback.domain.working_time import next_reading

# Where somebody goes who must not be seen on this page: a site that nobody asks about.
HARMLESS_PAGE = "https://www.bbc.co.uk/weather"


@login_not_required
@never_cache
@vary_on_headers("HX-Request")
@require_http_methods(["GET", "POST"])
def give(request):
    form = forms.ContributionForm(request.POST or None, about_page=request.GET.get("about", ""))
    if request.htmx:
        return render(request, "contributions/_coach.html", {"findings": form.findings})
    if form.is_valid() and not form.should_be_checked:
        return receipt_cookie.hand_over(redirect("contributions:sent"), _receive(request, form))
    return render(request, "contributions/give.html", {"form": form, **_check(form), **help_lines()})


def _receive(request, form) -> str:
    """Store it, whatever it looks like; gives back the receipt code."""
    _, code = actions.receive_contribution(
        **form.cleaned_data, set_aside=_set_aside(request, form), at=timezone.now()
    )
    return code


def _set_aside(request, form) -> str:
    is_rush = actions.count_try(
        purpose=AddressTally.Purpose.GIVE, address=counted_address(request), on=timezone.localdate()
    )
    if form.looks_automatic:
        return SetAside.TRAP
    return SetAside.RUSH if is_rush else ""


def _check(form) -> dict:
    """What the page shows between writing and sending: the words with what the coach points at."""
    if not form.is_bound or not form.is_valid():
        return {}
    text = form.cleaned_data["text"]
    return {"findings": form.findings, "stretches": stretches(text, form.findings)}


def help_lines() -> dict:
    """Who to turn to instead, and when somebody reads what is sent now."""
    return {
        "safeguarding_phone": settings.SAFEGUARDING_PHONE,
        "sendiass_contact": settings.SENDIASS_CONTACT,
        "read_from": next_reading(timezone.localtime()),
    }


@login_not_required
@never_cache
@require_GET
def sent(request):
    code = receipt_cookie.read(request)
    if code is None:
        return redirect("contributions:receipt")
    return render(request, "contributions/sent.html", {"code": grouped(code), **help_lines()})


@login_not_required
@never_cache
@require_GET
def leave(request):
    """Away from here at once, and no code left behind."""
    return receipt_cookie.forget(HttpResponseRedirect(HARMLESS_PAGE))
