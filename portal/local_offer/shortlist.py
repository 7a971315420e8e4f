"""A reader's own list of pages, without an account: it lives in their browser, or in an address they share.

A cookie is set when somebody saves a page and at no other time. It holds numbers of public pages and
nothing else, so it is neither signed nor secret; we keep no copy.
"""

from collections.abc import Iterable

COOKIE = "shortlist"
KEPT_FOR_SECONDS = 60 * 60 * 24 * 30
MOST_PAGES = 50
LONGEST_NUMBER = 9  # digits; what is longer is no page of ours


def numbers_in(said: Iterable[str]) -> list[int]:
    """Page numbers in their order, each once; whatever else was said is left out."""
    numbers = (int(one) for one in said if one.isascii() and one.isdigit() and len(one) <= LONGEST_NUMBER)
    return list(dict.fromkeys(numbers))[:MOST_PAGES]


def kept_by(request) -> list[int]:
    """What this reader saved in this browser."""
    return numbers_in(request.COOKIES.get(COOKIE, "").split("."))


def keep(response, numbers: list[int], *, secure: bool) -> None:
    """Save the list in the reader's browser; an empty one takes the cookie away."""
    if not numbers:
        response.delete_cookie(COOKIE, samesite="Lax")
        return
    response.set_cookie(
        COOKIE,
        ".".join(map(str, numbers[:MOST_PAGES])),
        max_age=KEPT_FOR_SECONDS,
        secure=secure,
        httponly=True,
        samesite="Lax",
    )
