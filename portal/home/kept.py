"""The Board's page: worked out once for each edition, and not even sent again to a browser that has it.

What stands between the site's header and footer is the same for everybody who may see the page, because it is drawn
without knowing who asks. It is kept in the cache under its edition until something on it changes by time alone. A
browser is told that nothing has changed only for the same person with the same header. Who may see the page is
decided before anything here is asked.
"""

import hashlib
import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.messages import get_messages
from django.core.cache import cache
from django.http import HttpResponse, HttpResponseNotModified
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.http import parse_etags
from django.utils.safestring import SafeString

from kpis.workstreams.models import Meeting
from portal.home import queries
from portal.home.edition import current_edition, software
from portal.home.moments import next_change

KEPT_FOR = timedelta(hours=1)
ASKED_EACH_TIME = "private, no-cache"  # by the browser before it shows the page again; nobody else keeps it
TAG = re.compile(r'W/"([0-9]{1,12})-([0-9a-f]{32})"')


@dataclass(frozen=True, slots=True)
class Kept:
    """The page's content; `until` is the second from which it is not to be shown any more, 0 where it is not kept."""

    content: SafeString
    until: int


def answer(request, *, now: datetime, meeting: Meeting | None = None) -> HttpResponse:
    """The page, or 304 where the browser has it. Ask only for who may see it."""
    edition = current_edition()
    may_be_had = edition is not None and not len(get_messages(request))
    if may_be_had and (tag := _tag_it_has(request, edition, now)):
        return HttpResponseNotModified(headers={"ETag": tag, "Cache-Control": ASKED_EACH_TIME})
    kept = _content(edition, now, meeting)
    response = render(request, "home/board.html", {"page": kept.content, "meeting": meeting})
    response.headers["Cache-Control"] = ASKED_EACH_TIME
    if may_be_had and kept.until:
        response.headers["ETag"] = _tag(request, edition, kept.until)
    return response


def _content(edition: str | None, now: datetime, meeting: Meeting | None) -> Kept:
    if edition is None:
        return Kept(_drawn(now, meeting), until=0)
    key = _key(edition, meeting)
    kept = cache.get(key)
    if kept and now.timestamp() < kept.until:
        return kept
    latest = now + KEPT_FOR
    until = int((latest if meeting else min(latest, next_change(now))).timestamp())
    kept = Kept(_drawn(now, meeting), until)
    cache.set(key, kept, timeout=max(0, until - int(now.timestamp())))
    return kept


def _drawn(now: datetime, meeting: Meeting | None) -> SafeString:
    """The page for nobody in particular: no request, so nothing of a person, can reach its template."""
    board = queries.board(meeting.starts_at if meeting else now, meeting=meeting)
    return render_to_string("home/_board.html", {"board": board, "area_name": settings.AREA_NAME})


def _key(edition: str, meeting: Meeting | None) -> str:
    what = (edition, meeting.pk if meeting else "now", *software())
    return f"board:{hashlib.sha256(repr(what).encode()).hexdigest()}"


def _tag_it_has(request, edition: str, now: datetime) -> str | None:
    """The tag of the page that the browser has, if that is this edition's, for this person, and may still be shown."""
    for found in map(TAG.fullmatch, parse_etags(request.headers.get("If-None-Match", ""))):
        if found and now.timestamp() < int(found[1]) and found[0] == _tag(request, edition, int(found[1])):
            return found[0]
    return None


def _tag(request, edition: str, until: int) -> str:
    """What the page as this browser has it depends on: its content, and the header with the person's name and links."""
    person = request.user
    header = (person.pk, str(person), [role.key for role in person.roles], request.META.get("CSRF_COOKIE"))
    of = repr((edition, request.path, software(), header, until))
    return f'W/"{until}-{hashlib.blake2b(of.encode(), digest_size=16).hexdigest()}"'
