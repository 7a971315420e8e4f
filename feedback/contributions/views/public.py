"""You said, we did: for everybody."""

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from feedback.contributions import forms
from feedback.contributions.feeds import answers_feed
from feedback.contributions.queries import answers as queries
from feedback.contributions.queries.yearly import days_since_publication, latest_difference

A_PAGE = 20
ONE_MINUTE = 60
FEED_TYPE = "application/atom+xml; charset=utf-8"


@login_not_required
@require_safe
def answers(request):
    choice, form = _filter(request)
    page = Paginator(queries.answered_page(**choice), A_PAGE).get_page(request.GET.get("page"))
    answers = queries.shown(page.object_list, timezone.localdate())
    return _render(request, "contributions/answers.html", {"answers": answers, "page": page, "filter": form})


@login_not_required
@require_safe
def waiting(request):
    choice, form = _filter(request)
    page = Paginator(queries.waiting_page(**choice), A_PAGE).get_page(request.GET.get("page"))
    return _render(request, "contributions/waiting.html", {"page": page, "filter": form})


@login_not_required
@require_safe
def answer(request, pk):
    """One answer, under an address of its own that feeds, mails and the yearly record can name."""
    response = get_object_or_404(queries.answered_page(), pk=pk)
    (found,) = queries.shown([response], timezone.localdate())
    return kept_a_minute(request, render(request, "contributions/answer.html", {"answer": found}))


@login_not_required
@require_safe
def feed(request):
    newest = queries.published_answers(A_PAGE)
    return kept_a_minute(request, HttpResponse(answers_feed(newest), content_type=FEED_TYPE))


def _filter(request) -> tuple[dict, forms.AnswersFilterForm]:
    """What the address asks for; what it asks wrongly is left out."""
    form = forms.AnswersFilterForm(request.GET)
    form.is_valid()
    chosen = form.cleaned_data
    return {"workstream": chosen.get("workstream"), "kind": chosen.get("topic", "")}, form


def _render(request, template: str, context: dict):
    """The page with what is answered, what waits, and how long ago the yearly record was published."""
    open_now = queries.open_counts(timezone.now())
    today = timezone.localdate()
    counts = {
        "waiting": open_now,
        "oldest": open_now.oldest_words(today),
        "given": queries.given(today),
        "difference": latest_difference(),
        "days_since_yearly": days_since_publication(today),
    }
    return kept_a_minute(request, render(request, template, context | counts))


def kept_a_minute(request, response):
    """Shared caches may keep a page a minute where nobody is signed in."""
    if not request.user.is_authenticated:
        patch_cache_control(response, public=True, max_age=ONE_MINUTE)
    return response
