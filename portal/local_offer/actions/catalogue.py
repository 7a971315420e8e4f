"""Keeping the catalogue in step with what is published."""

from django.contrib.postgres.search import SearchVector
from django.db import transaction
from django.db.models import Value
from wagtail.models import Page

from portal.local_offer.models import CatalogueEntry, OfferPage
from portal.local_offer.models.catalogue import SEARCH_LANGUAGE


def enter_in_catalogue(*, page: OfferPage) -> None:
    """Write or replace the entry of a published page. A page without a place in the catalogue is left out."""
    facts = page.catalogue_facts()
    if facts is None:
        return
    words = facts.pop("words")
    CatalogueEntry.objects.update_or_create(
        page_id=page.pk, defaults={"title": page.title, **facts, "vector": _vector(page.title, *words)}
    )


def leave_catalogue(*, page: Page) -> None:
    CatalogueEntry.objects.filter(page_id=page.pk).delete()


@transaction.atomic
def rebuild_catalogue() -> int:
    """Write every entry again from the published pages; returns how many there are."""
    CatalogueEntry.objects.all().delete()
    for page in Page.objects.live().type(OfferPage).specific().order_by("path"):
        enter_in_catalogue(page=page)
    return CatalogueEntry.objects.count()


def _vector(*texts: str) -> SearchVector:
    """Texts in the order of their weight: name, summary, provider with needs, and the rest."""
    parts = [
        SearchVector(Value(text), weight=weight, config=SEARCH_LANGUAGE)
        for text, weight in zip(texts, "ABCD", strict=True)
    ]
    return parts[0] + parts[1] + parts[2] + parts[3]
