"""How every address of the open data answers: JSON for everybody, kept by caches, mistakes named."""

import json
import math
from collections.abc import Callable, Sequence
from functools import wraps

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse, JsonResponse
from django.utils.cache import patch_cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import conditional_page

from portal.local_offer.api.parameters import PER_PAGE, BadParameter, NotThere, Parameter, read

FRESH_FOR_SECONDS = 60
METHODS = "GET, HEAD, OPTIONS"


def open_to_all(*known: Parameter):
    """A view of the open data. It is given what was asked, by name, and returns what to send: objects, or JSON.

    No key, from any site (CORS). An answer has an ETag and stays the same until something is published.
    A parameter that cannot be read is a 400 that names it; what does not exist, `NotHere` or `NotThere`, a 404.
    """

    def of(view: Callable):
        @wraps(view)
        def answer(request, **path):
            if request.method == "OPTIONS":
                return HttpResponse(status=204, headers={"Allow": METHODS})
            if request.method not in ("GET", "HEAD"):
                response = mistake(405, f"Only {METHODS} are answered.")
                response["Allow"] = METHODS
                return response
            return _answered(view, request, known, path)

        return login_not_required(csrf_exempt(_for_every_site(conditional_page(answer))))

    return of


class NotHere(Exception):
    """Nothing of this id is published."""


def _answered(view: Callable, request, known: Sequence[Parameter], path: dict) -> HttpResponse:
    try:
        contents = view(request, read(request.GET, known), **path)
    except NotThere as missing:
        return mistake(404, str(missing), missing.name)
    except BadParameter as bad:
        return mistake(400, str(bad), bad.name)
    except NotHere:
        return mistake(404, "Nothing of this id is published here.")
    body = contents if isinstance(contents, str) else json.dumps(contents)
    response = HttpResponse(body, content_type="application/json")
    patch_cache_control(response, public=True, max_age=FRESH_FOR_SECONDS)
    return response


def mistake(status: int, message: str, parameter: str = "") -> JsonResponse:
    named = {"parameter": parameter} if parameter else {}
    return JsonResponse({"error": named | {"message": message}}, status=status)


def _for_every_site(view: Callable):
    @wraps(view)
    def answer(request, **path):
        response = view(request, **path)
        response["Access-Control-Allow-Origin"] = "*"
        response["Access-Control-Expose-Headers"] = "ETag"
        if request.method == "OPTIONS":
            response["Access-Control-Allow-Methods"] = METHODS
            response["Access-Control-Allow-Headers"] = "*"
            response["Access-Control-Max-Age"] = "86400"
        return response

    return answer


def page_of(found, asked: dict, show: Callable[[list], list[str]]) -> str:
    """One page of a queryset or a list in the envelope of the standard, as JSON. A page past the last one is empty.

    `show` writes the rows of the page as JSON, each by itself.
    """
    number, size = asked.get("page", 1), asked.get("per_page", PER_PAGE)
    rows = list(found[(number - 1) * size : number * size])
    total = _total(found, rows, number, size)
    pages = max(1, math.ceil(total / size))
    envelope = {
        "total_items": total,
        "total_pages": pages,
        "page_number": number,
        "size": len(rows),
        "first_page": number == 1,
        "last_page": number >= pages,
        "empty": not rows,
    }
    return f'{json.dumps(envelope)[:-1]}, "contents": [{", ".join(show(rows))}]}}'


def _total(found, rows: list, number: int, size: int) -> int:
    """How many there are; counted only where the page does not tell."""
    if isinstance(found, list):
        return len(found)
    if (rows or number == 1) and len(rows) < size:
        return (number - 1) * size + len(rows)
    return found.count()


def each(show: Callable) -> Callable[[list], list[str]]:
    """Writes rows one by one, each as `show` has it."""
    return lambda rows: [json.dumps(show(row)) for row in rows]
