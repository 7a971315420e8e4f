"""Staff write down what somebody told them on paper, by telephone, at an event, through an interpreter."""

from django.contrib.auth.decorators import permission_required
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods
from django.views.decorators.vary import vary_on_headers

from feedback.contributions import actions, forms
from feedback.contributions.queries.how_long import kept_for
from feedback.contributions.views import receipt_cookie
from feedback.contributions.views.giving import check, coach, help_lines
from feedback.domain.receipts import grouped

may_enter = permission_required("contributions.enter_for_others", raise_exception=True)


@never_cache
@vary_on_headers("HX-Request")
@require_http_methods(["GET", "POST"])
@may_enter
def enter(request):
    form = forms.EnterForm(request.POST or None, now=timezone.localtime())
    if request.htmx:
        return coach(request, form)
    if form.is_valid() and not form.should_be_checked:
        _, code = actions.receive_contribution(**form.told, entered_by=request.user, at=timezone.now())
        return receipt_cookie.hand_over(redirect("contributions:entered"), code, page="contributions:entered")
    page = {"form": form, "kept_for": kept_for(), **check(form), **help_lines()}
    return render(request, "contributions/enter.html", page)


@never_cache
@require_GET
@may_enter
def entered(request):
    """The code, once: whoever entered it hands it over and keeps no copy."""
    code = receipt_cookie.read(request)
    if code is None:
        return redirect("contributions:enter")
    page = render(request, "contributions/entered.html", {"code": grouped(code), **help_lines()})
    return receipt_cookie.forget(page, page="contributions:entered")
