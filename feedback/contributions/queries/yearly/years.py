"""The years of the yearly record, and who owes something to one of them."""

from dataclasses import dataclass
from datetime import date, datetime, time

from django.db.models import Max, Prefetch
from django.utils import timezone

from feedback.contributions.models import Contribution, Edition, OutcomeAnswer, PublicationYear
from feedback.contributions.queries.yearly.tables import DIFFERENCE
from feedback.domain.lifecycle import State
from kpis.domain.disclosure import Release
from kpis.workstreams.models import Workstream


def begins(day: date) -> datetime:
    """The first moment of a day here."""
    return timezone.make_aware(datetime.combine(day, time.min))


def received_in(year: PublicationYear):
    """Contributions of a year. What is set aside as possible abuse counts when a moderator has let it through."""
    return Contribution.objects.filter(
        received_at__gte=begins(year.starts_on), received_at__lt=begins(year.ends_on), set_aside=""
    )


@dataclass(frozen=True, slots=True)
class YearRow:
    """A year in a list: its latest edition, if any, or when it is due."""

    year: PublicationYear
    editions: list[Edition]

    @property
    def latest(self) -> Edition | None:
        return self.editions[-1] if self.editions else None


def years() -> list[YearRow]:
    """Every year with its editions, the newest first. Two queries."""
    rows = PublicationYear.objects.select_related("changed_by").order_by("-starts_on")
    ordered = Prefetch("editions", Edition.objects.order_by("number"), to_attr="published")
    return [YearRow(year, year.published) for year in rows.prefetch_related(ordered)]


def days_since_publication(today: date) -> int | None:
    """Days since the last edition of any year; None before the first."""
    last = Edition.objects.aggregate(last=Max("published_at"))["last"]
    return None if last is None else (today - timezone.localdate(last)).days


def unpublished_years():
    return PublicationYear.objects.filter(editions__isnull=True).order_by("starts_on")


@dataclass(frozen=True, slots=True)
class Difference:
    """What families said about whether an answer made a difference, as an edition released it.

    Numbers of an edition and not of this minute: from one minute to the next they would tell one person's word.
    """

    words: str
    on: date


def latest_difference() -> Difference | None:
    """None where the last edition could not release how many say yes. One query."""
    latest = (
        Edition.objects.filter(released_counts__has_key=DIFFERENCE).order_by("-published_at", "-id").first()
    )
    if latest is None:
        return None
    told = Release.from_json(latest.released_counts[DIFFERENCE])
    yes, everybody = told.cell(str(OutcomeAnswer.Difference.YES.label)), told.total
    if yes is None or not everybody:
        return None
    words = f"{yes} of {everybody} people who told us say that an answer made a difference."
    return Difference(words, timezone.localdate(latest.published_at))


def owing_workstreams(year: PublicationYear) -> tuple[list[Workstream], bool]:
    """The workstreams that owe an answer to what came in a year, and whether any is owed by none of them."""
    owed = received_in(year).for_moderators().awaiting_answer()
    ids = set(owed.values_list("workstream_id", flat=True))
    rows = Workstream.objects.filter(pk__in=ids - {None}).select_related("lead", "deputy").in_order()
    return list(rows), None in ids


def has_unread(year: PublicationYear) -> bool:
    """Whether anything of a year is still to be read, set aside or not."""
    unread = Contribution.objects.for_moderators().filter(
        received_at__gte=begins(year.starts_on),
        received_at__lt=begins(year.ends_on),
        state__in=[State.RECEIVED, State.SCREENING, State.READY],
    )
    return unread.exists()
