"""Ways on from a search that found nothing: the heading that is nearest, whatever the words were."""

from portal.local_offer.models import CatalogueEntry, Heading, HeadingList
from portal.local_offer.queries.words import synonyms
from portal.local_offer.spelling import most_alike


def nearest_heading(looked_for: list[str]) -> Heading | None:
    """The heading of the duties that sounds most like these words, among those that some page covers."""
    headings = covered_headings()
    said = [phrase for term in synonyms().terms(looked_for) for phrase in term]
    at = most_alike(said, [heading.title for heading in headings])
    return None if at is None else headings[at]


def covered_headings() -> list[Heading]:
    """Headings that a published page answers, of the list in use or, before one was checked, the newest."""
    used = HeadingList.objects.in_use() or HeadingList.objects.order_by("-as_of", "-pk").first()
    if used is None:
        return []
    codes = CatalogueEntry.objects.values_list("headings", flat=True)
    covered = {code for of_one in codes for code in of_one}
    return [heading for heading in used.headings.order_by("position", "pk") if heading.code in covered]


def heading_title(code: str) -> str:
    """The title of the newest heading under this code, which stays the same from list to list; "" for none."""
    found = Heading.objects.filter(code=code).order_by("-heading_list__as_of", "-pk").first()
    return found.title if found else ""
