"""The yearly record of regulation 56: what an edition would hold now, and what a published one reads as."""

from .drafting import Draft, draft
from .reading import EditionPage, edition_page
from .tables import owing
from .years import (
    Difference,
    YearRow,
    begins,
    days_since_publication,
    has_unread,
    latest_difference,
    owing_workstreams,
    received_in,
    unpublished_years,
    years,
)

__all__ = [
    "Difference",
    "Draft",
    "EditionPage",
    "YearRow",
    "begins",
    "days_since_publication",
    "draft",
    "edition_page",
    "has_unread",
    "latest_difference",
    "owing",
    "owing_workstreams",
    "received_in",
    "unpublished_years",
    "years",
]
