"""What a page says, as leaves of paper."""

from bs4 import BeautifulSoup
from django.utils.dateformat import format as in_words
from wagtail.models import Page

from portal.local_offer.linked_data import address
from portal.local_offer.models import CatalogueEntry, LocalOfferHome, OfferPage, SectionPage, ServicePage
from portal.local_offer.paper import Leaf, Part
from portal.local_offer.queries.pages import (
    entries_below,
    local_places,
    sections,
    shows_local_places,
    what_nearby_can_offer,
    your_choice,
)

MOST_LEAVES = 50


def published(numbers: list[int]) -> list[Page]:
    """Published pages under these numbers, in the order of the numbers."""
    found = Page.objects.live().type(OfferPage).filter(pk__in=numbers).specific()
    pages = {page.pk: page for page in found}
    return [pages[number] for number in numbers if number in pages]


def entries_of(numbers: list[int]) -> list[CatalogueEntry]:
    """Their catalogue entries, in the same order."""
    entries = {entry.pk: entry for entry in CatalogueEntry.objects.filter(pk__in=numbers).to_list()}
    return [entries[number] for number in numbers if number in entries]


def whole_page(page: Page) -> Leaf:
    """Everything a page says."""
    if isinstance(page, LocalOfferHome | SectionPage):
        return _leaf(page, _what_is_below(page))
    parts = _service(page) if isinstance(page, ServicePage) else _guidance(page)
    if shows_local_places(page):
        parts += _beside_places_elsewhere(page)
    return _leaf(page, parts)


def in_short(page: Page) -> Leaf:
    """A page as a list of many has it: what one needs to choose and to ring up."""
    return _leaf(page, _to_choose_by(page) if isinstance(page, ServicePage) else [])


def _leaf(page: Page, parts: list[Part]) -> Leaf:
    summary = getattr(page, "summary", "") or getattr(page, "introduction", "")
    return Leaf(page.title, address(page), summary, [part for part in parts if any(part.lines)])


def _to_choose_by(page: ServicePage) -> list[Part]:
    needs = "; ".join(page.need_labels) or "Any need"
    return [
        Part("For", [f"{page.ages}. {needs}."]),
        Part("Where and when", [*page.where_and_when.splitlines(), page.postcode]),
        Part("Cost", [page.cost]),
        Part("Contact", [part for part in (page.contact_name, page.phone, page.email, page.website) if part]),
        Part("Checked", [_checked(page)]),
    ]


def _service(page: ServicePage) -> list[Part]:
    chosen, where, cost, contact, checked = _to_choose_by(page)
    return [
        Part("Who runs it", [str(page.provider or "")]),
        chosen,
        Part("What it is", lines_of(page.description)),
        Part("Who can get it", page.eligibility.splitlines()),
        Part("How to get it", page.how_to_get_it.splitlines()),
        where,
        Part("Wait", [_dated(page.waiting_time, page.waiting_time_on)]),
        Part("Places", [_dated(page.places, page.places_on)]),
        cost,
        Part("Access", ["; ".join(page.access_labels), *page.accessibility.splitlines()]),
        Part("Languages", [page.languages]),
        Part("Quality", [_dated(page.quality, page.quality_on)]),
        Part("Outcomes", [_dated(page.outcomes, page.outcomes_on)]),
        Part("Who decides", page.who_decides.splitlines()),
        *(Part(answer.get_question_display(), answer.answer.splitlines()) for answer in page.answers.all()),
        contact,
        checked,
    ]


def _what_is_below(page: Page) -> list[Part]:
    """The sections of the front door, and the pages of it or of a section: what each is, and where."""
    told = (
        [(one.title, one.introduction, one) for one in sections()] if isinstance(page, LocalOfferHome) else []
    )
    told += [(entry.title, entry.summary, entry.page) for entry in entries_below(page)]
    return [Part(title, [summary, address(below)]) for title, summary, below in told]


def _guidance(page: Page) -> list[Part]:
    parts = [Part("", [])]
    for block in page.body:
        if block.block_type == "heading":
            parts.append(Part(block.value, []))
        elif block.block_type == "contact":
            parts[-1].lines.extend(text for text in block.value.values() if text)
        elif block.block_type != "picture":
            parts[-1].lines.extend(lines_of(block.value.source))
    return [
        *parts,
        Part("Who decides", page.who_decides.splitlines()),
        Part("If you disagree", lines_of(page.if_you_disagree)),
        Part("Checked", [_checked(page)]),
    ]


def _beside_places_elsewhere(page: Page) -> list[Part]:
    """What law and the families' forum want beside a place elsewhere."""
    guidance = what_nearby_can_offer(page)
    choice = [f"- {step.name} {step.how} {address(step.page) if step.page else ''}" for step in your_choice()]
    return [
        Part(
            "What going to school nearby can offer", lines_of(guidance.what_local_offers) if guidance else []
        ),
        Part("What there is nearby", _places(page)),
        Part("The choice stays with you", choice),
    ]


def _places(page: Page) -> list[str]:
    nearby = local_places(page)
    told = [
        f"- {place.title} ({place.ages}). Places: {_dated(place.places, place.places_on) or 'not known'}. "
        f"Wait: {_dated(place.waiting_time, place.waiting_time_on) or 'not known'}. "
        f"Quality: {_dated(place.quality, place.quality_on) or 'no result given'}. {_checked(place)}"
        for place in nearby.places
    ]
    if nearby.more:
        told.append(f"There are {nearby.more} more; the site has them all.")
    return told or ["We know of no local place for this need and age."]


def _dated(text: str, on) -> str:
    return f"{text} ({_day(on)})" if text and on else text


def _checked(page) -> str:
    if not page.last_checked_on:
        return "Not checked yet."
    return f"Last checked {_day(page.last_checked_on)} by {page.checked_by}; next check {_day(page.next_check_on)}."


def _day(on) -> str:
    return in_words(on, "j F Y") if on else "not set"


def lines_of(markup: str) -> list[str]:
    """Paragraphs of rich text, and its list items as lines that begin with `- `."""
    soup = BeautifulSoup(markup, "html.parser")
    return [
        f"- {part.get_text(' ', strip=True)}" if part.name == "li" else part.get_text(" ", strip=True)
        for part in soup.find_all(["p", "li", "h2", "h3"])
    ]
