"""Coming back with a receipt code. The code travels in the body of a request, never in an address."""

from contextlib import suppress

from django.contrib.auth.decorators import login_not_required
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from feedback.contributions import actions, forms
from feedback.contributions.models import AddressTally
from feedback.contributions.queries.how_long import kept_for
from feedback.contributions.queries.receipts import receipt_status
from feedback.contributions.views.addresses import counted_address
from feedback.contributions.views.giving import help_lines


@login_not_required
@never_cache
@require_http_methods(["GET", "POST"])
def receipt(request):
    return _with_code(request, _status)


@login_not_required
@never_cache
@require_POST
def withdraw(request):
    return _with_code(request, _withdraw)


@login_not_required
@never_cache
@require_POST
def add_to(request):
    return _with_code(request, _add_to)


@login_not_required
@never_cache
@require_POST
def agree(request):
    return _with_code(request, _agree)


@login_not_required
@never_cache
@require_POST
def disagree(request):
    return _with_code(request, _disagree)


@login_not_required
@never_cache
@require_POST
def tell_outcome(request):
    return _with_code(request, _tell_outcome)


@login_not_required
@never_cache
@require_POST
def change_contact(request):
    return _with_code(request, _change_contact)


def _with_code(request, then):
    """The form, or what follows a right code; too many wrong ones from one address in a day are refused."""
    tries = {
        "purpose": AddressTally.Purpose.WRONG_CODE,
        "address": counted_address(request),
        "on": timezone.localdate(),
    }
    if request.method == "POST" and actions.is_over_limit(**tries):
        return render(request, "contributions/too_many_codes.html", help_lines(), status=429)
    form = forms.ReceiptForm(request.POST or None)
    if form.is_valid():
        return then(request, form)
    if form.is_bound:
        actions.count_try(**tries)
    return render(request, "contributions/receipt.html", {"form": form})


def _status(request, receipt, *, done="", problem="", **came_back):
    """Where it stands, with the forms that fit; `came_back` is the one that has something to put right."""
    status = receipt_status(receipt.contribution, timezone.localdate())
    page = {
        "status": status,
        "code": receipt.cleaned_data["code"],
        "done": done,
        "problem": problem,
        "add_form": forms.AdditionForm(),
        "disagree_form": forms.DisagreeForm(initial={"number": status.version_number}),
        "outcome_form": forms.OutcomeForm(),
        "contact_form": forms.ContactForm(),
        "kept_for": kept_for(),
        **help_lines(),
    }
    page |= came_back | {"form": next(iter(came_back.values()), None)}
    return render(request, "contributions/receipt_status.html", page)


def _do(request, receipt, action, *, done: str, **what):
    """Do it now, and show where it stands after that; a refusal is said on the same page."""
    try:
        action(contribution=receipt.contribution, at=timezone.now(), **what)
    except actions.Refused as refusal:
        return _status(request, receipt.again(), problem=str(refusal))
    return _status(request, receipt.again(), done=done)


def _withdraw(request, receipt):
    """Withdrawn twice is withdrawn: the page says so either way."""
    if receipt_status(receipt.contribution).can_be_withdrawn:
        with suppress(actions.Refused):  # the other press of a button pressed twice was first
            actions.withdraw(contribution=receipt.contribution, at=timezone.now())
    return _status(request, receipt.again())


def _add_to(request, receipt):
    form = forms.AdditionForm(request.POST)
    if not form.is_valid() or form.should_be_checked:
        return _status(request, receipt, add_form=form)
    done = "Added. Somebody reads it together with what you said before."
    return _do(request, receipt, actions.add_to, done=done, text=form.cleaned_data["text"])


def _agree(request, receipt):
    form = forms.AgreeForm(request.POST)
    if not form.is_valid():
        return _status(request, receipt)
    return _do(request, receipt, actions.agree, done="Thank you. You have agreed.", **form.cleaned_data)


def _disagree(request, receipt):
    form = forms.DisagreeForm(request.POST)
    if form.is_valid() and not (form.cleaned_data["show_nothing"] or form.cleaned_data["why"]):
        form.add_error("why", "Say what is wrong with it, or choose that we do not show it.")
    if not form.is_valid():
        return _status(request, receipt, disagree_form=form)
    done = "Thank you. It is not published like this."
    return _do(request, receipt, actions.disagree, done=done, **form.cleaned_data)


def _tell_outcome(request, receipt):
    form = forms.OutcomeForm(request.POST)
    if not form.is_valid():
        return _status(request, receipt, outcome_form=form)
    done = "Thank you. That helps us to see what works."
    return _do(request, receipt, actions.tell_outcome, done=done, **form.cleaned_data)


def _change_contact(request, receipt):
    if "delete" in request.POST:
        done = "Your e-mail address is deleted. We do not write to you any more."
        return _do(request, receipt, actions.change_contact, done=done, email="")
    form = forms.ContactForm(request.POST)
    if not form.is_valid():
        return _status(request, receipt, contact_form=form)
    done = "We write to this address when there is an answer."
    return _do(request, receipt, actions.change_contact, done=done, **form.cleaned_data)
