"""Coming back with a receipt code. The code travels in the body of a request, never in an address."""

from django.contrib.auth.decorators import login_not_required
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from feedback.contributions import actions, forms
from feedback.contributions.models import AddressTally
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


def _status(request, form):
    status = receipt_status(form.contribution)
    page = {"status": status, "code": form.cleaned_data["code"], **help_lines()}
    return render(request, "contributions/receipt_status.html", page)


def _withdraw(request, form):
    """Withdrawn twice is withdrawn: the page says so either way."""
    if receipt_status(form.contribution).can_be_withdrawn:
        form.contribution = actions.withdraw(contribution=form.contribution, at=timezone.now())
    return _status(request, form)
