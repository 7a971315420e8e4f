"""How the two sides of the Local Offer answer: readers' pages may be kept by caches, the editor may not.

Decorators for addresses: what applies where is said in `urls` and on the views. The one piece that stands
before the whole site answers readers from our own cache.
"""

import hashlib
import time
from collections.abc import Callable
from functools import cached_property, wraps

from csp.constants import NONE, SELF, UNSAFE_INLINE
from csp.decorators import csp
from django.conf import settings
from django.contrib.auth.decorators import login_not_required, permission_required
from django.core.cache import cache
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_cache_control, patch_vary_headers
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import conditional_page

from feedback.contributions.views.addresses import counted_address
from portal.local_offer.edition import KEY as EDITION
from portal.local_offer.edition import current_edition

# Answers to comments and other rows stand on a page too: what nobody publishes is a minute late at most.
KEPT_FOR_SECONDS = 60
# Wagtail's own screens need inline script and style, and frame their preview.
EDITORS_POLICY = {
    "default-src": [NONE],
    "script-src": [SELF, UNSAFE_INLINE],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:", "blob:"],
    "font-src": [SELF],
    "connect-src": [SELF],
    "frame-src": [SELF],
    "form-action": [SELF],
    "base-uri": [NONE],
    "frame-ancestors": [SELF],
}


def for_readers(view):
    """Public; answers 304 to a reader who has the page already; cacheable unless somebody is signed in.

    A cache asks before it shows a page that it kept, so that what an editor publishes is seen at once.
    A signed-in person's page carries their own navigation, so it stays in their own browser.
    """

    @wraps(view)
    def answer(request, *args, **kwargs):
        response = view(request, *args, **kwargs)
        patch_vary_headers(response, ["Cookie"])
        if settings.SESSION_COOKIE_NAME in request.COOKIES:
            patch_cache_control(response, private=True, no_cache=True)
        else:
            patch_cache_control(response, public=True, no_cache=True)
        return response

    return login_not_required(conditional_page(answer))


def for_editors(view):
    """For holders of the editors' permission, under the editor's own content policy.

    A preview is answered by the site itself inside the editor and brings the readers' policy with it,
    which forbids frames: it is taken off here so that the editor's, which allows its own, is written.
    """

    @wraps(view)
    def answer(request, *args, **kwargs):
        response = view(request, *args, **kwargs)
        del response["Content-Security-Policy"]
        return response

    guarded = permission_required("wagtailadmin.access_admin", raise_exception=True)(answer)
    return csp(EDITORS_POLICY)(guarded)


def at_most(rate: Callable[[], int], *, purpose: str, template: str):
    """Answers so many requests a minute from one network address; after that, 429 and a page that says so."""

    def limit(view):
        @wraps(view)
        def answer(request, *args, **kwargs):
            if _asked_this_minute(request, purpose) > rate():
                response = render(request, template, status=429)
                response["Retry-After"] = "60"
                patch_cache_control(response, no_store=True)
                return response
            return view(request, *args, **kwargs)

        return answer

    return limit


def _asked_this_minute(request, purpose: str) -> int:
    minute = int(time.time() // 60)
    key = f"asked:{purpose}:{counted_address(request)}:{minute}"
    cache.add(key, 0, timeout=120)
    try:
        return cache.incr(key)
    except ValueError:  # the cache forgot it in between
        return 1


class KeptPagesMiddleware:
    """Answers a reader with the page as it was last drawn, for a minute, or until something is published.

    It stands before sessions, people and forms, none of which a reader's page needs. Kept are whole answers
    of views that say so (`keep_for_readers`), with their headers, for visitors without a session; a cookie of
    another kind changes nothing on them. The day counts because pages say whether a check is overdue.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if not self._may_be_kept(request):
            return self.get_response(request)
        request.get_host()  # which refuses a host that is not ours, as for every other page
        key = f"local_offer:page:{hashlib.sha256(request.path.encode()).hexdigest()}"
        remembered = cache.get_many([EDITION, key])
        edition = (remembered.get(EDITION) or current_edition(), timezone.localdate())
        kept = remembered.get(key)
        if kept and kept[0] == edition:
            return self._answer(request, *kept[1:])
        response = self.get_response(request)
        if response.status_code == 200 and getattr(response, "is_for_every_reader", False):
            cache.set(key, (edition, response.content, list(response.items())), KEPT_FOR_SECONDS)
        return response

    @cached_property
    def root(self) -> str:
        return reverse("local_offer:home")

    def _may_be_kept(self, request) -> bool:
        return (
            request.method == "GET"
            and request.path.startswith(self.root)
            and not request.META.get("QUERY_STRING")
            and settings.SESSION_COOKIE_NAME not in request.COOKIES
        )

    def _answer(self, request, content, headers):
        response = HttpResponse(content)
        response.headers = HttpResponse(headers=dict(headers)).headers
        return get_conditional_response(request, etag=response.headers.get("ETag"), response=response)


def keep_for_readers(view):
    """Its answer is the same for every reader without a session; see `KeptPagesMiddleware`."""

    @wraps(view)
    def answer(request, *args, **kwargs):
        response = view(request, *args, **kwargs)
        response.is_for_every_reader = not (response.streaming or response.cookies)
        return response

    return answer


def from_our_own_pages(view):
    """For forms on pages that are kept for every reader, which can carry no token of one of them.

    The browser says where a form was sent from: `Sec-Fetch-Site`, or in older ones `Origin`. Without either,
    or from elsewhere, the answer is 403.
    """

    @csrf_exempt
    @wraps(view)
    def answer(request, *args, **kwargs):
        if not _was_sent_from_here(request):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return answer


def _was_sent_from_here(request) -> bool:
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site == "same-origin"
    return request.headers.get("Origin") == f"{request.scheme}://{request.get_host()}"
