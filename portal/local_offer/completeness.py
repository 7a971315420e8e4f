"""How much a listing says of what families need to know before they ring up. Arithmetic only: no framework."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from portal.local_offer.reading import PLAIN, reading_grade


class Criterion(StrEnum):
    """What a complete listing says; the values are the words for what is lacking."""

    AGES = "the ages it is for"
    NEEDS = "the needs it is for"
    ELIGIBILITY = "who can get it"
    COST = "what it costs"
    WAITING_TIME = "how long people wait"
    LOCATION = "where it is"
    READABILITY = "plain words"
    FRESHNESS = "a check that is not overdue"


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """What is said about a service. None and "" mean that nothing is said; no needs at all means any need."""

    ages: tuple[int, int] | None
    needs: Collection[str] | None
    eligibility: str = ""
    cost: str = ""
    waiting_time: str = ""
    location: str = ""
    text: str = ""  # all its words, for their reading grade
    next_check_on: date | None = None


def lacking(listing: Listing, *, on: date | None = None) -> tuple[Criterion, ...]:
    """What the listing does not say. Without a day its freshness is not judged: that changes by itself."""
    grade = reading_grade(listing.text)
    said = {
        Criterion.AGES: listing.ages is not None,
        Criterion.NEEDS: listing.needs is not None,
        Criterion.ELIGIBILITY: bool(listing.eligibility.strip()),
        Criterion.COST: bool(listing.cost.strip()),
        Criterion.WAITING_TIME: bool(listing.waiting_time.strip()),
        Criterion.LOCATION: bool(listing.location.strip()),
        Criterion.READABILITY: bool(listing.text.strip()) and (grade is None or grade <= PLAIN),
    }
    if on is not None:
        said[Criterion.FRESHNESS] = listing.next_check_on is not None and listing.next_check_on >= on
    return tuple(criterion for criterion, is_said in said.items() if not is_said)


def score(listing: Listing, *, on: date | None = None) -> int:
    """The share of the criteria that are met, 0 to 100: of eight, or of seven where freshness is not judged."""
    of = len(Criterion) if on is not None else len(Criterion) - 1
    return round(100 * (of - len(lacking(listing, on=on))) / of)
