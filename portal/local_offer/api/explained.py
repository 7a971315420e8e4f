"""What the open data is, in plain words."""

from django.conf import settings
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from portal.local_offer.api.document import ADDRESSES, LICENCE
from portal.local_offer.middleware import for_readers
from portal.local_offer.queries.vocabulary import vocabulary


@for_readers
@require_safe
def open_data(request):
    context = {
        "api_at": settings.BASE_URL + reverse("oruk:about").rstrip("/"),
        "addresses": ADDRESSES,
        "licence": LICENCE,
        "taxonomies": vocabulary().taxonomies,
    }
    return render(request, "local_offer/open_data.html", context)
