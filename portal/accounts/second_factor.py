"""Has this session shown a second factor, and where is a person led who still has to."""

from allauth.account.adapter import get_adapter
from allauth.account.authentication import get_authentication_records
from django.urls import reverse
from django.utils.http import urlencode

PASSED = "second_factor_passed"  # set by the demonstration's step-in page, where there is nothing to protect


def passed(request) -> bool:
    """True once this session has answered with an app, a key, a passkey or a recovery code."""
    if request.session.get(PASSED):
        return True
    return any(record["method"] == "mfa" for record in get_authentication_records(request, request.user))


def next_step(user, *, came_for: str) -> str:
    """Address where this person answers with the factor they have, or sets one up."""
    known = [m for m in get_adapter().get_reauthentication_methods(user) if m["id"].startswith("mfa")]
    if not known:
        return reverse("mfa_index")
    return f"{known[0]['url']}?{urlencode({'next': came_for})}"
