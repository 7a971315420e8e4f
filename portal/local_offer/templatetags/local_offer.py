"""How the Local Offer's templates read: each tag is a query under the name of its place on the page."""

import json

from django import template
from django.http import QueryDict
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from feedback.contributions.queries.answers import answers_about
from portal.local_offer.forms import SearchForm
from portal.local_offer.linked_data import address, web_page
from portal.local_offer.models import CheckedPage
from portal.local_offer.queries import pages as queries
from portal.local_offer.queries.importing import changes_in
from portal.local_offer.queries.wording import wording_of

NO_MARKUP = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&"}

register = template.Library()
register.simple_tag(queries.home_page, name="offer_home")
register.simple_tag(queries.sections, name="offer_sections")
register.simple_tag(queries.featured, name="featured_pages")
register.simple_tag(queries.entries_below)
register.simple_tag(queries.related, name="related_entries")
register.simple_tag(queries.local_places)
register.simple_tag(queries.what_nearby_can_offer)
register.simple_tag(queries.your_choice)
register.simple_tag(answers_about)
register.simple_tag(changes_in)
register.simple_tag(wording_of)
register.filter(queries.shows_local_places)


@register.simple_tag
def trail(page):
    """The breadcrumb's steps above a page: label and address."""
    return [(above.title, above.url) for above in queries.trail(page)]


@register.simple_tag
def for_machines(page):
    """The page's canonical address and, for guidance and services, what schema.org calls it, as JSON-LD.

    Data, not script: the content policy lets it stand. `<`, `>` and `&` are
    written as JSON escapes, so no text of an editor can end the element.
    """
    link = format_html('<link rel="canonical" href="{}">', address(page))
    if not isinstance(page, CheckedPage):
        return link
    told = json.dumps(web_page(page, above=queries.trail(page))).translate(NO_MARKUP)
    return link + format_html('<script type="application/ld+json">{}</script>', SafeString(told))


@register.inclusion_tag("local_offer/_checked.html")
def checked(page):
    """When the page was last checked, by whom, and when it will be again; says so when that day has passed."""
    return {"page": page, "overdue": page.check_is_overdue(timezone.localdate())}


@register.inclusion_tag("local_offer/_formats.html")
def other_formats(page):
    """The page in other forms; one that was made before the page changed last says so."""
    formats = page.alternative_formats.select_related("document").order_by("sort_order", "pk")
    changed_on = timezone.localdate(page.last_published_at) if page.last_published_at else None
    rows = [(one, changed_on is not None and one.made_from < changed_on) for one in formats]
    return {"rows": rows, "changed_on": changed_on}


@register.filter
def spoken_to(phone):
    """A phone number as a link's address: digits and a leading plus."""
    return "".join(sign for sign in phone if sign.isdigit() or sign == "+")


@register.simple_tag
def empty_search():
    """The form of the search, with nothing in it."""
    return SearchForm(QueryDict())


@register.filter
def miles(distance):
    """`1 mile`, `2.5 miles`: to the half mile, for the middle of a postcode's area is not the door."""
    rounded = round(distance * 2) / 2
    if rounded < 1:
        return "a mile or less"
    return "1 mile" if rounded == 1 else f"{rounded:g} miles"


@register.filter
def is_overdue(entry):
    """True where the catalogue says that the next check was due before today."""
    return entry.next_check_on is not None and entry.next_check_on < timezone.localdate()
