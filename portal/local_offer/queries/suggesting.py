"""A suggestion beside the page it is about."""

from dataclasses import dataclass

from portal.local_offer.models import ServicePage, Suggestion


@dataclass(frozen=True, slots=True)
class Change:
    """One field: its name in words, what is published, what is suggested."""

    label: str
    now: str
    then: str


def side_by_side(suggestion: Suggestion) -> list[Change]:
    """Each field that would change, in the order of the page's fields. One query."""
    page = suggestion.page.specific
    return [
        Change(field.verbose_name.capitalize(), getattr(page, field.name), suggestion.changes[field.name])
        for field in ServicePage._meta.fields
        if field.name in suggestion.changes
    ]
