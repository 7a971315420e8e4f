"""What the pages of imports read: which there were, and what one of them would do or did."""

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date

from django.db.models import Avg, Count, Q, QuerySet
from wagtail.rich_text import get_text_for_indexing

from portal.local_offer.models import (
    Access,
    Area,
    Category,
    CostKind,
    Day,
    ImportedRow,
    ListingImport,
    Need,
    ServicePage,
)
from portal.local_offer.spreadsheets import COLUMNS

WORST_FIRST = (
    ImportedRow.Outcome.WRONG,
    ImportedRow.Outcome.DUPLICATE,
    ImportedRow.Outcome.CHANGED,
    ImportedRow.Outcome.NEW,
    ImportedRow.Outcome.SAME,
)


DAY = re.compile(r"\d{4}-\d\d-\d\d")
WORDS = {
    value: str(label)
    for choices in (Need, Category, CostKind, Day, Access, Area)
    for value, label in choices.choices
}


def latest_imports(limit: int = 30) -> QuerySet[ListingImport]:
    """The imports, newest first, with how many listings each had."""
    return (
        ListingImport.objects.select_related("read_by")
        .annotate(listings=Count("rows"))
        .order_by("-pk")[:limit]
    )


def known_sources() -> list[str]:
    """Whose lists were imported before."""
    return list(ListingImport.objects.order_by("source").values_list("source", flat=True).distinct())


@dataclass(frozen=True, slots=True)
class Summary:
    """One import in numbers: listings by outcome, what became of them, and how complete they are on average."""

    outcomes: list[tuple[str, str, int]]  # key, words, how many
    done: list[tuple[str, int]]
    quality: int | None
    lacking: list[tuple[str, int]]  # what families would not learn, from how many, the most frequent first
    to_decide: int
    to_apply: int


def summary(listing_import: ListingImport) -> Summary:
    rows = ImportedRow.objects.filter(listing_import=listing_import)
    counts = dict(rows.order_by().values_list("outcome").annotate(Count("pk")))
    done = dict(rows.order_by().exclude(done="").values_list("done").annotate(Count("pk")))
    quality = rows.exclude(outcome=ImportedRow.Outcome.WRONG).aggregate(Avg("quality"))["quality__avg"]
    lacking = Counter(words for told in rows.values_list("lacking", flat=True) for words in told)
    return Summary(
        outcomes=[(key.value, key.label, counts[key]) for key in WORST_FIRST if key in counts],
        done=[(key.label, done[key]) for key in ImportedRow.Done if key in done],
        quality=None if quality is None else round(quality),
        lacking=lacking.most_common(),
        to_decide=rows.to_decide().count(),
        to_apply=rows.to_apply().count(),
    )


def rows_of(listing_import: ListingImport, outcome: str = "") -> QuerySet[ImportedRow]:
    """Its rows in the order of the file, those of one outcome where one is asked for."""
    rows = listing_import.rows.select_related("page__listing_source", "may_be__servicepage__provider")
    return rows.filter(Q(outcome=outcome) if outcome else Q()).order_by("number")


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of a listing in words: its name, what is there now, what the list says."""

    label: str
    now: str
    then: str


def changes(before: dict, now: dict) -> dict:
    """What a source says otherwise than it did, by field. What it says nothing of any more stays."""
    return {name: value for name, value in now.items() if before.get(name) != value}


def changes_in(row: ImportedRow) -> list[FieldChange]:
    """What a row would change: in a listing of its source since the last list, or in one of ours that it may be.

    Without a query for the rows of `rows_of`.
    """
    if row.outcome == ImportedRow.Outcome.CHANGED and row.page:
        before = row.page.listing_source.fields
    elif row.outcome == ImportedRow.Outcome.DUPLICATE and row.may_be:
        before = _as_it_is(row.may_be.servicepage, row.fields)
    else:
        return []
    told = changes(before, row.fields)
    return [FieldChange(_label(name), _in_words(before.get(name)), _in_words(told[name])) for name in told]


def _as_it_is(page: ServicePage, names) -> dict:
    """The fields of a published listing as a list would say them."""
    said = {name: getattr(page, name) for name in names}
    if "provider" in said:
        said["provider"] = str(page.provider or "")
    if "description" in said:
        said["description"] = get_text_for_indexing(page.description)
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in said.items()}


def _label(name: str) -> str:
    return COLUMNS.get(name, (name.replace("_", " "),))[0].capitalize()


def _in_words(value) -> str:
    """`Autism, Hearing`, `3 November 2026`, `nothing`."""
    if isinstance(value, list):
        return ", ".join(WORDS.get(one, one) for one in value) or "nothing"
    if isinstance(value, str) and DAY.fullmatch(value):
        on = date.fromisoformat(value)
        return f"{on.day} {on:%B %Y}"
    return WORDS.get(value, str(value)) if value not in (None, "") else "nothing"


def unfinished(*, since) -> QuerySet[ListingImport]:
    """Imports received or confirmed since then that nobody has looked through or applied."""
    waiting = Q(looked_through_at__isnull=True, read_at__gte=since)
    confirmed = Q(applied_at__isnull=True, confirmed_at__gte=since)
    return ListingImport.objects.filter(waiting | confirmed).order_by("pk")
