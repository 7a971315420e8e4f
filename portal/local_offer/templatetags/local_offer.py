"""How the Local Offer's templates read: each tag is a query under the name of its place on the page."""

from django import template
from django.utils import timezone

from portal.local_offer import queries

register = template.Library()
register.simple_tag(queries.home_page, name="offer_home")
register.simple_tag(queries.sections, name="offer_sections")
register.simple_tag(queries.featured, name="featured_pages")
register.simple_tag(queries.entries_below)
register.simple_tag(queries.related, name="related_entries")
register.simple_tag(queries.local_places)
register.filter(queries.shows_local_places)


@register.simple_tag
def trail(page):
    """The breadcrumb's steps above a page: label and address."""
    return [(above.title, above.url) for above in queries.trail(page)]


@register.inclusion_tag("local_offer/_checked.html")
def checked(page):
    """When the page was last checked, by whom, and when it will be again; says so when that day has passed."""
    return {"page": page, "overdue": page.check_is_overdue(timezone.localdate())}


@register.filter
def spoken_to(phone):
    """A phone number as a link's address: digits and a leading plus."""
    return "".join(sign for sign in phone if sign.isdigit() or sign == "+")
