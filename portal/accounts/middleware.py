"""Two gates after sign-in: fragments never hold the sign-in page; some roles show a second factor first."""

from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpResponseRedirect
from django.shortcuts import resolve_url
from django.utils.decorators import sync_only_middleware
from django.utils.http import urlencode
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


@sync_only_middleware
def HtmxSignInMiddleware(get_response):
    """Turns "sign in first" into a redirect of the whole page, back to the page the person was on."""
    sign_in_path = resolve_url(settings.LOGIN_URL)

    def middleware(request):
        response = get_response(request)
        if not request.htmx or urlsplit(response.headers.get("Location", "")).path != sign_in_path:
            return response
        was_on = request.htmx.current_url_abs_path
        return HttpResponseClientRedirect(
            f"{sign_in_path}?{urlencode({'next': was_on})}" if was_on else sign_in_path
        )

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
    if request.htmx:
        return request.htmx.current_url_abs_path or resolve_url(settings.LOGIN_REDIRECT_URL)
    return request.get_full_path() if request.method == "GET" else resolve_url(settings.LOGIN_REDIRECT_URL)
