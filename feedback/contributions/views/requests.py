"""What somebody may ask of us: a copy of what we hold about them, and that it goes; and the published record.

What was found travels between the pages as a token of ours, so that nobody exports or erases by guessing numbers.
"""

import json

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core import signing
from django.core.serializers.json import DjangoJSONEncoder
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from feedback.contributions import actions, forms
from feedback.contributions.models import Contribution
from feedback.contributions.queries import held_about as queries
from feedback.contributions.queries.open_record import HEADINGS, published_rows
from kpis import spreadsheets

SALT = "feedback.contributions.requests"
AN_HOUR = 3600
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
handlers_only = permission_required("contributions.handle_requests", raise_exception=True)


@never_cache
@require_http_methods(["GET", "POST"])
@handlers_only
def requests(request):
    form = forms.FindForm(request.POST if request.method == "POST" else None)
    context = {"form": form, "handled": queries.handled()}
    if form.is_valid():
        found = queries.find(**form.cleaned_data, on=timezone.localdate())
        context |= {"found": found, **_choice(request, found)}
    return render(request, "contributions/requests.html", context)


@never_cache
@require_POST
@handlers_only
def request_export(request):
    chosen, _form = _chosen(request)
    if not chosen:
        return _find_again(request)
    now = timezone.now()
    held = actions.export_held(contributions=chosen, by=request.user, at=now)
    if request.POST.get("as") == "page":
        context = {"held": held, "made_at": now, "withheld": queries.WITHHELD}
        return render(request, "contributions/request_copy.html", context)
    copy = {"made_at": now, "please_note": queries.WITHHELD, "contributions": held}
    content = json.dumps(copy, cls=DjangoJSONEncoder, indent=2, ensure_ascii=False)
    return _download(content.encode(), "application/json; charset=utf-8", "copy-of-what-we-hold.json")


@never_cache
@require_POST
@handlers_only
def request_erase(request):
    """First the page that asks, then, with a ground, the erasure."""
    chosen, chosen_form = _chosen(request)
    if not chosen:
        return _find_again(request)
    form = forms.EraseForm(request.POST if "confirmed" in request.POST else None)
    if not form.is_valid():
        context = {"chosen": chosen, "form": form, "chosen_form": chosen_form, **_token(request, chosen)}
        return render(request, "contributions/request_erase.html", context)
    for contribution in chosen:
        _erase(request, contribution, form.cleaned_data["ground"])
    return redirect("contributions:requests")


def _erase(request, contribution: Contribution, ground: str):
    try:
        actions.erase_on_request(contribution=contribution, ground=ground, by=request.user, at=timezone.now())
    except actions.Refused as refusal:
        messages.error(request, f"{contribution}: {refusal}")
    else:
        messages.success(request, f"{contribution} is erased, as far as the law lets it go now.")


@never_cache
@require_safe
@handlers_only
def published_csv(request):
    content = spreadsheets.write_csv(HEADINGS, published_rows())
    return _download(content, "text/csv; charset=utf-8", "published-feedback.csv")


@never_cache
@require_safe
@handlers_only
def published_xlsx(request):
    content = spreadsheets.write_xlsx(HEADINGS, published_rows(), sheet="Published feedback")
    return _download(content, XLSX, "published-feedback.xlsx")


def _choice(request, found) -> dict:
    if not found:
        return {}
    return {"chosen_form": forms.ChosenForm(labels=queries.labels(found)), **_token(request, found)}


def _token(request, found) -> dict:
    told = {"ids": [contribution.pk for contribution in found], "by": request.user.pk}
    return {"token": signing.dumps(told, salt=SALT)}


def _chosen(request) -> tuple[list[Contribution], forms.ChosenForm | None]:
    """What was ticked of what this person found within the hour; nothing where the token says otherwise."""
    try:
        told = signing.loads(request.POST.get("found", ""), salt=SALT, max_age=AN_HOUR)
    except signing.BadSignature:
        return [], None
    if told["by"] != request.user.pk:
        return [], None
    found = queries.with_numbers(told["ids"])
    form = forms.ChosenForm(request.POST, labels=queries.labels(found))
    ticked = set(form.cleaned_data["contribution"]) if form.is_valid() else set()
    return [contribution for contribution in found if contribution.pk in ticked], form


def _find_again(request):
    messages.error(request, "Find the contributions, and tick at least one of them.")
    return redirect("contributions:requests")


def _download(content: bytes, media: str, name: str) -> HttpResponse:
    return HttpResponse(
        content, content_type=media, headers={"Content-Disposition": f'attachment; filename="{name}"'}
    )
