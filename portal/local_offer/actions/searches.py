"""Remembering what is looked for: terms and counts, never who asked."""

from datetime import date

from django.db import transaction
from django.db.models import F

from portal.local_offer.models import SearchTerm

LONGEST_TERM = SearchTerm._meta.get_field("term").max_length


@transaction.atomic
def note_search(*, term: str, found: bool, on: date) -> None:
    """Count a search for this term, as `terms.term_of` has it. An empty term is not counted."""
    if not term:
        return
    term = term[:LONGEST_TERM].rstrip()
    SearchTerm.objects.bulk_create([SearchTerm(day=on, term=term)], ignore_conflicts=True)
    SearchTerm.objects.filter(day=on, term=term).update(
        searches=F("searches") + 1, found_nothing=F("found_nothing") + (0 if found else 1)
    )
