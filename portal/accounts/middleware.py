"""Two gates: who has to sign in comes back to the page they were on; some roles show a second factor first."""

from urllib.parse import parse_qs, urlsplit, urlunsplit

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.http import HttpResponseRedirect
from django.shortcuts import resolve_url
from django.utils.decorators import sync_only_middleware
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django_htmx.http import HttpResponseClientRedirect

from portal.accounts import second_factor

# What a person can reach who still has to show a second factor: setting one up, leaving, and what the law
# lets everybody read. Public pages are not among them: some show more to a person with rights.
REACHABLE_BEFORE_SECOND_FACTOR = frozenset(
    {
        "account_email",
        "account_email_verification_sent",
        "account_logout",
        "mfa_activate_totp",
        "mfa_add_webauthn",
        "mfa_index",
        "mfa_list_webauthn",
        "mfa_reauthenticate",
        "mfa_reauthenticate_webauthn",
        "demo:mail",
        "demo:step_in",
        "demo:step_in_as",
        "home:accessibility",
        "home:privacy",
    }
)


NOT_STORED = (
    "You had been signed out, so what you sent was not stored. Sign in, and send it again: "
    "your browser's back button may still have what you typed."
)
SAFE = ("GET", "HEAD")


@sync_only_middleware
def BackAfterSignInMiddleware(get_response):
    """Has "sign in first" lead back to the page the person was on, where what they asked for is not a page.

    A fragment turns into a redirect of the whole page; who sent a form is told that nothing was stored.
    """
    sign_in_path = resolve_url(settings.LOGIN_URL)

    def middleware(request):
        response = get_response(request)
        is_page = not request.htmx and request.method in SAFE
        if is_page or not leads_to_sign_in_and_back(request, response):
            return response
        was_on = _was_on(request)
        address = f"{sign_in_path}?{urlencode({REDIRECT_FIELD_NAME: was_on})}" if was_on else sign_in_path
        if request.method not in SAFE:
            messages.warning(request, NOT_STORED)
        return HttpResponseClientRedirect(address) if request.htmx else HttpResponseRedirect(address)

    def leads_to_sign_in_and_back(request, response) -> bool:
        """Whether this address asks to sign in first; signing in has redirects to itself of its own."""
        leads_to = urlsplit(response.headers.get("Location", ""))
        back_to = parse_qs(leads_to.query).get(REDIRECT_FIELD_NAME)
        return leads_to.path == sign_in_path and back_to == [request.get_full_path()]

    return middleware


class SecondFactorMiddleware:
    """Leads people whose roles need a second factor to it, before anything else of the site."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view_func, view_args, view_kwargs):
        if request.resolver_match.view_name in REACHABLE_BEFORE_SECOND_FACTOR:
            return None
        if not request.user.is_authenticated or not request.user.needs_second_factor:
            return None
        if second_factor.passed(request):
            return None
        address = second_factor.next_step(request.user, came_for=_page(request))
        return HttpResponseClientRedirect(address) if request.htmx else HttpResponseRedirect(address)


def _page(request) -> str:
    """The page this person is on or asked for; their first page where that cannot be asked for again."""
    if request.htmx or request.method not in SAFE:
        return _was_on(request) or resolve_url(settings.LOGIN_REDIRECT_URL)
    return request.get_full_path()


def _was_on(request) -> str:
    """The page of ours that a fragment or a form was sent from; nothing where the browser does not say."""
    if request.htmx:
        return request.htmx.current_url_abs_path or ""
    referrer = request.headers.get("Referer", "")
    if not url_has_allowed_host_and_scheme(referrer, request.get_host(), require_https=request.is_secure()):
        return ""
    return urlunsplit(urlsplit(referrer)._replace(scheme="", netloc="", fragment=""))
