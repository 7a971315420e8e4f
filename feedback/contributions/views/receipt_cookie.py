"""The way of a receipt code from the form to the page that shows it: a cookie of that one page.

The code is never in an address, a log, a session or the database. The cookie lives on the author's own
device for ten minutes, is sent to that page only, and goes at once when they leave quickly.
"""

from django.conf import settings
from django.urls import reverse

NAME = "receipt"
SALT = "feedback.contributions.receipt"
TEN_MINUTES = 600


def hand_over(response, code: str, *, page: str = "contributions:sent"):
    """The code on its way to the page that shows it, and to no other."""
    response.set_signed_cookie(
        NAME,
        code,
        salt=SALT,
        max_age=TEN_MINUTES,
        path=reverse(page),
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
    return response


def read(request) -> str | None:
    return request.get_signed_cookie(NAME, default=None, salt=SALT, max_age=TEN_MINUTES)


def forget(response, *, page: str = "contributions:sent"):
    response.delete_cookie(NAME, path=reverse(page), samesite="Lax")
    return response
