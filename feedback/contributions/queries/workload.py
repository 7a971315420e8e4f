"""How much waits, for how long, and how long it took over the last year: in all, and by workstream.

Counted as outside eyes see it: a safeguarding hold changes no number here.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from statistics import median

from django.db.models import Min, OuterRef, Q, Subquery
from django.utils import timezone

from feedback.contributions.models import Contribution, ContributionEvent
from feedback.contributions.models.contribution import seen_as
from feedback.contributions.queries.clocks import TO_BE_READ, clock_of, working_days_since
from feedback.domain.lifecycle import State, Step
from feedback.domain.working_time import in_words
from kpis.workstreams.models import Workstream

TO_BE_ANSWERED = frozenset({State.PUBLISHED, State.PRIVATE})
READ_BY = (Step.APPROVE, Step.KEEP_PRIVATE, Step.WITHHOLD)
FEWEST = 5  # fewer have no middle worth reading
A_YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Middle:
    """The median of a number of waits in working days; `days` is None where they are too few."""

    days: float | None
    count: int

    @classmethod
    def among(cls, days: list[int]) -> "Middle":
        return cls(median(days) if len(days) >= FEWEST else None, len(days))

    @property
    def words(self) -> str:
        if self.days is None:
            return f"too few to say ({self.count})" if self.count else "none"
        return f"{self.days:g} {'day' if self.days == 1 else 'days'} (of {self.count})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """What waits in one workstream, or in all, and how long it took within the last year."""

    name: str
    to_read: int
    to_answer: int
    with_author: int
    overdue: int
    oldest_at: datetime | None
    oldest_words: str
    days_to_read: Middle
    days_to_answer: Middle


def workload(now: datetime) -> tuple[Load, list[Load]]:
    """Everything, and each workstream with what belongs to none at the end. Three queries, however much there is."""
    waiting, took = list(_waiting()), list(_took(now))
    waiting_in, took_in = _by_workstream(waiting), _by_workstream(took)
    names = {w.pk: w.name for w in Workstream.objects.in_order()} | {None: "No workstream"}
    rows = [_load(name, waiting_in[pk], took_in[pk], now) for pk, name in names.items()]
    return _load("Everything", waiting, took, now), rows


def _waiting():
    """What is to be read, agreed or answered. What was set aside as possible abuse does not count."""
    to_be_read = seen_as(*TO_BE_READ) & Q(set_aside="")
    return Contribution.objects.filter(
        to_be_read | seen_as(*TO_BE_ANSWERED, State.NEEDS_AGREEMENT)
    ).oldest_first()


def _took(now: datetime):
    """What was read or first answered within a year, with both moments."""
    since = now - A_YEAR
    moments = Contribution.objects.annotate(read_at=_first(*READ_BY), answered_at=_first(Step.ANSWER))
    return moments.filter(Q(read_at__gt=since) | Q(answered_at__gt=since)).order_by("id")


def _first(*steps: Step):
    events = ContributionEvent.objects.filter(contribution=OuterRef("pk"), step__in=steps).order_by()
    return Subquery(events.values("contribution").annotate(first=Min("at")).values("first"))


def _by_workstream(contributions: Iterable[Contribution]) -> dict[int | None, list[Contribution]]:
    parts = defaultdict(list)
    for contribution in contributions:
        parts[contribution.workstream_id].append(contribution)
    return parts


def _load(name: str, waiting: list[Contribution], took: list[Contribution], now: datetime) -> Load:
    today = timezone.localdate(now)
    states = [contribution.shows_as for contribution in waiting]
    oldest_at = waiting[0].received_at if waiting else None
    return Load(
        name=name,
        to_read=sum(state in TO_BE_READ for state in states),
        to_answer=sum(state in TO_BE_ANSWERED for state in states),
        with_author=states.count(State.NEEDS_AGREEMENT),
        overdue=sum(clock_of(contribution, today).is_overdue for contribution in waiting),
        oldest_at=oldest_at,
        oldest_words=_days_in_words(oldest_at, today),
        days_to_read=Middle.among(_working_days(took, "read_at", now)),
        days_to_answer=Middle.among(_working_days(took, "answered_at", now)),
    )


def _days_in_words(oldest_at: datetime | None, today: date) -> str:
    return in_words(working_days_since(oldest_at, today), "working day") if oldest_at else ""


def _working_days(took: list[Contribution], moment: str, now: datetime) -> list[int]:
    """From the day each arrived to the day of that moment, where it was within a year."""
    return [
        working_days_since(contribution.received_at, timezone.localdate(at))
        for contribution in took
        if (at := getattr(contribution, moment)) and at > now - A_YEAR
    ]
