"""Only in the demonstration: step in as somebody, and read the mails that were not sent."""

from django.conf import settings
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.shortcuts import get_object_or_404, redirect, render, resolve_url
from django.urls import NoReverseMatch
from django.views.decorators.http import require_POST, require_safe

from portal.accounts import second_factor
from portal.demo import queries
from portal.demo.mails import newest_mails


@require_safe
@login_not_required
def step_in(request):
    return render(request, "demo/step_in.html", {"cards": queries.cards()})


@require_POST
@login_not_required
def step_in_as(request, pk):
    person = get_object_or_404(queries.demo_people(), pk=pk)
    login(request, person, backend="allauth.account.auth_backends.AuthenticationBackend")
    request.session[second_factor.PASSED] = True
    kind = queries.kind_of_person(person)
    return redirect(_address(kind.lands_on if kind else settings.LOGIN_REDIRECT_URL))


@require_safe
@login_not_required
def mail(request):
    return render(request, "demo/mail.html", {"mails": newest_mails(settings.EMAIL_FILE_PATH)})


def _address(name: str) -> str:
    """Of that page, or of the person's first page where this installation lacks it."""
    try:
        return resolve_url(name)
    except NoReverseMatch:
        return resolve_url(settings.LOGIN_REDIRECT_URL)
