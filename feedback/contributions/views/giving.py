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
from feedback.contributions.models import SetAside
from feedback.contributions.queries.clocks import next_reading
from feedback.contributions.queries.how_long import kept_for
from feedback.contributions.views import receipt_cookie
from feedback.contributions.views.addresses import counted_address
from feedback.domain.coach import stretches
from feedback.domain.receipts import grouped

# Where somebody goes who must not be seen on this page: a site that nobody asks about.
HARMLESS_PAGE = "https://www.bbc.co.uk/weather"


@login_not_required
@never_cache
@vary_on_headers("HX-Request")
@require_http_methods(["GET", "POST"])
def give(request):
    chosen = {"about_page": request.GET.get("about", ""), "kind": request.GET.get("kind", "")}
    form = forms.ContributionForm(request.POST or None, **chosen)
    if request.htmx:
        return coach(request, form)
    if form.is_valid() and not form.should_be_checked:
        return receipt_cookie.hand_over(redirect("contributions:sent"), _receive(request, form))
    return render(request, "contributions/give.html", _page(form))


def _page(form) -> dict:
    return {"form": form, "kept_for": kept_for(), **check(form), **help_lines()}


def coach(request, form):
    """What may tell who somebody is, and the numbers to call, while it is typed. Nothing is kept."""
    context = {"findings": form.findings, "risk": form.suggests_risk, **help_lines()}
    return render(request, "contributions/_coach.html", context)


def _receive(request, form) -> str:
    """Store it, whatever it looks like; gives back the receipt code."""
    _, code = actions.receive_contribution(
        **form.cleaned_data, set_aside=_set_aside(request, form), at=timezone.now()
    )
    return code


def _set_aside(request, form) -> str:
    is_rush = actions.count_given(address=counted_address(request), proof=form.proof, on=timezone.localdate())
    if form.looks_automatic:
        return SetAside.TRAP
    return SetAside.RUSH if is_rush else ""


def check(form) -> dict:
    """What a page shows between writing and sending: the words with what the coach points at, the numbers to call."""
    if not form.is_bound:
        return {}
    risk = {"risk": form.suggests_risk}
    if not form.is_valid():
        return risk
    text = form.cleaned_data["text"]
    return risk | {"findings": form.findings, "stretches": stretches(text, form.findings)}


def help_lines() -> dict:
    """Who to turn to instead, and when somebody reads what is sent now."""
    return {
        "safeguarding_phone": settings.SAFEGUARDING_PHONE,
        "sendiass_contact": settings.SENDIASS_CONTACT,
        "read_from": next_reading(timezone.localtime()),
    }


@login_not_required
@require_GET
def paper(request):
    """The form to print: the same questions under the same numbers, where to send it, what happens to it."""
    context = {
        "form": forms.ContributionForm(),
        "send_to": settings.FEEDBACK_POSTAL_ADDRESS,
        "kept_for": kept_for(),
        **help_lines(),
        "read_from": None,  # paper takes its own time
    }
    return render(request, "contributions/paper.html", context)


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
