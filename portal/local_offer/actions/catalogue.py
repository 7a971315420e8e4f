"""Keeping the catalogue in step with what is published."""

from collections.abc import Iterable

from django.contrib.postgres.search import SearchVector
from django.db import transaction
from django.db.models import Value
from wagtail.models import Page

from portal.local_offer.edition import new_edition
from portal.local_offer.models import CatalogueEntry, OfferPage
from portal.local_offer.models.catalogue import SEARCH_LANGUAGE


def enter_in_catalogue(*, page: OfferPage) -> None:
    """Write or replace the entry of a published page. A page without a place in the catalogue is left out.

    Readers see a new edition: nothing that was drawn before is shown to them again.
    """
    new_edition()
    facts = page.catalogue_facts()
    if facts is None:
        return
    words = facts.pop("words")
    CatalogueEntry.objects.update_or_create(
        page_id=page.pk, defaults={"title": page.title, **facts, "vector": _vector(page.title, *words)}
    )


def leave_catalogue(*, page: Page) -> None:
    """Take a page out, and begin a new edition without it."""
    CatalogueEntry.objects.filter(page_id=page.pk).delete()
    new_edition()


@transaction.atomic
def rebuild_catalogue() -> int:
    """Write every entry again from the published pages; returns how many there are."""
    CatalogueEntry.objects.all().delete()
    enter_many_in_catalogue(Page.objects.live().type(OfferPage).specific().order_by("path"))
    return CatalogueEntry.objects.count()


def enter_many_in_catalogue(pages: Iterable[OfferPage]) -> int:
    """Write entries for published pages that have none; returns how many were written."""
    told = [(page, page.catalogue_facts()) for page in pages]
    entries = [_new_entry(page, facts) for page, facts in told if facts is not None]
    CatalogueEntry.objects.bulk_create(entries, batch_size=200)
    new_edition()
    return len(entries)


def _new_entry(page: OfferPage, facts: dict) -> CatalogueEntry:
    words = facts.pop("words")
    return CatalogueEntry(page_id=page.pk, title=page.title, vector=_vector(page.title, *words), **facts)


def _vector(*texts: str) -> SearchVector:
    """Texts in the order of their weight: name, summary, provider with needs, and the rest."""
    parts = [
        SearchVector(Value(text), weight=weight, config=SEARCH_LANGUAGE)
        for text, weight in zip(texts, "ABCD", strict=True)
    ]
    return parts[0] + parts[1] + parts[2] + parts[3]
