"""How the two sides of the Local Offer answer: readers' pages may be kept by caches, the editor may not.

Decorators for addresses rather than site-wide middleware: what applies where is said in `urls`.
"""

from functools import wraps

from csp.constants import NONE, SELF, UNSAFE_INLINE
from csp.decorators import csp
from django.conf import settings
from django.contrib.auth.decorators import login_not_required, permission_required
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.views.decorators.http import conditional_page

FRESH_FOR_SECONDS = 60
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

    A signed-in person's page carries their own navigation, so it stays in their own browser.
    """

    @wraps(view)
    def answer(request, *args, **kwargs):
        response = view(request, *args, **kwargs)
        patch_vary_headers(response, ["Cookie"])
        if settings.SESSION_COOKIE_NAME in request.COOKIES:
            patch_cache_control(response, private=True, no_cache=True)
        else:
            patch_cache_control(response, public=True, max_age=FRESH_FOR_SECONDS)
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
