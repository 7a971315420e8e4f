"""What the pages of imports read: which there were, and what one of them would do or did."""

from collections import Counter
from dataclasses import dataclass

from django.db.models import Avg, Count, Q, QuerySet

from portal.local_offer.models import ImportedRow, ListingImport

WORST_FIRST = (
    ImportedRow.Outcome.WRONG,
    ImportedRow.Outcome.DUPLICATE,
    ImportedRow.Outcome.CHANGED,
    ImportedRow.Outcome.NEW,
    ImportedRow.Outcome.SAME,
)


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
    rows = listing_import.rows.select_related("page", "may_be")
    return rows.filter(Q(outcome=outcome) if outcome else Q()).order_by("number")


def unfinished(*, since) -> QuerySet[ListingImport]:
    """Imports received or confirmed since then that nobody has looked through or applied."""
    waiting = Q(looked_through_at__isnull=True, read_at__gte=since)
    confirmed = Q(applied_at__isnull=True, confirmed_at__gte=since)
    return ListingImport.objects.filter(waiting | confirmed).order_by("pk")
