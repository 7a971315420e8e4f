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
from portal.local_offer.edition import KEPT_FOR_SECONDS, OwnMemory, edition_just_now

PAGES_IN_OWN_MEMORY = 300  # of some ten or twenty kilobytes each
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

    Each process keeps what it answered in its own memory and asks the cache for the name of the edition alone, a few
    times a second; through the cache it gets what another process drew. Without a cache every request has an edition
    of its own.
    """

    def __init__(self, get_response):
        self.get_response = get_response
        self.pages = OwnMemory(most=PAGES_IN_OWN_MEMORY)

    def __call__(self, request):
        if not self._may_be_kept(request):
            return self.get_response(request)
        request.get_host()  # which refuses a host that is not ours, as for every other page
        edition, now = (edition_just_now(), timezone.localdate()), time.time()
        kept = self.pages.get(edition, request.path, at=now)
        kept = kept or self._of_another_process(edition, request.path, at=now)
        if kept:
            return self._answer(request, *kept)
        response = self.get_response(request)
        if response.status_code == 200 and getattr(response, "is_for_every_reader", False):
            kept, until = (response.content, dict(response.items())), now + KEPT_FOR_SECONDS
            self.pages.keep(edition, request.path, kept, until=until)
            cache.set(self._key(request.path), (edition, until, kept), KEPT_FOR_SECONDS)
        return response

    def _of_another_process(self, edition, path: str, *, at: float) -> tuple[bytes, dict[str, str]] | None:
        of, until, kept = cache.get(self._key(path), (None, 0, None))
        if of != edition or at >= until:
            return None
        self.pages.keep(edition, path, kept, until=until)
        return kept

    def _key(self, path: str) -> str:
        return f"local_offer:kept_page:{hashlib.sha256(path.encode()).hexdigest()}"

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

    def _answer(self, request, content: bytes, headers: dict[str, str]):
        response = HttpResponse(content, headers=headers)
        return get_conditional_response(request, etag=headers.get("ETag"), response=response)


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
