"""Links with which somebody without an account says whether one page is right: signed, for that alone, for a time.

A link names a page and the check it is for. Once that check is made, the link opens nothing but a thank you.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from django.core import signing
from django.urls import reverse

SALT = "portal.local_offer.check"
LASTS = timedelta(days=60)


class BadLink(ValueError):
    """Not a link of ours, or too old."""


@dataclass(frozen=True, slots=True)
class CheckLink:
    page_id: int
    for_check_on: date

    @property
    def token(self) -> str:
        return signing.dumps([self.page_id, self.for_check_on.isoformat()], salt=SALT)

    @property
    def address(self) -> str:
        return reverse("local_offer:check", args=[self.token])


def read(token: str) -> CheckLink:
    """What a token of ours names. Raises BadLink."""
    try:
        page_id, day = signing.loads(token, salt=SALT, max_age=LASTS)
    except signing.BadSignature as problem:
        raise BadLink("This link is not valid any more.") from problem
    return CheckLink(page_id, date.fromisoformat(day))
