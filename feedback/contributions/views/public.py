"""You said, we did: for everybody."""

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from feedback.contributions import forms
from feedback.contributions.queries import answers as queries

A_PAGE = 20
ONE_MINUTE = 60


@login_not_required
@require_safe
def answers(request):
    choice, form = _filter(request)
    page = Paginator(queries.answered_page(**choice), A_PAGE).get_page(request.GET.get("page"))
    answers = queries.shown(page.object_list)
    return _render(request, "contributions/answers.html", {"answers": answers, "page": page, "filter": form})


@login_not_required
@require_safe
def waiting(request):
    choice, form = _filter(request)
    page = Paginator(queries.waiting_page(**choice), A_PAGE).get_page(request.GET.get("page"))
    return _render(request, "contributions/waiting.html", {"page": page, "filter": form})


def _filter(request) -> tuple[dict, forms.AnswersFilterForm]:
    """What the address asks for; what it asks wrongly is left out."""
    form = forms.AnswersFilterForm(request.GET)
    form.is_valid()
    chosen = form.cleaned_data
    return {"workstream": chosen.get("workstream"), "kind": chosen.get("topic", "")}, form


def _render(request, template: str, context: dict):
    """The page with what waits; shared caches may keep it a minute where nobody is signed in."""
    open_now = queries.open_counts(timezone.now())
    counts = {"waiting": open_now, "oldest": open_now.oldest_words(timezone.localdate())}
    response = render(request, template, context | counts)
    if not request.user.is_authenticated:
        patch_cache_control(response, public=True, max_age=ONE_MINUTE)
    return response
