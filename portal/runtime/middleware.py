"""Two answers in words where there would be none: to what is too large, and to reading what is only sent to."""

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

AROUND_A_FILE = 2_000_000  # bytes; the rest of a form


class LargestRequestMiddleware:
    """413 for a body that says it is larger than the largest file we take, with a form around it.

    It is refused before anything reads it: the web server itself sets no limit.
    A body that does not say its length is not read at all: Django takes a missing Content-Length for none.
    """

    def __init__(self, get_response):
        self.get_response = get_response
        self.largest = settings.MAX_UPLOAD_BYTES + AROUND_A_FILE

    def __call__(self, request):
        stated = request.META.get("CONTENT_LENGTH") or "0"
        if stated.isdecimal() and int(stated) <= self.largest:
            return self.get_response(request)
        page = render_to_string("runtime/too_large.html", {"megabytes": self.largest // 1_000_000})
        return HttpResponse(page, status=413)


class NothingToReadMiddleware:
    """A page for whoever opens an address that only takes what a form sends, where Django answers nothing."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if request.method != "GET" or response.status_code != 405 or response.content:
            return response
        page = render(request, "405.html", status=405)
        page["Allow"] = response["Allow"]
        return page
