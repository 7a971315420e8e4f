"""What is due to be forgotten, what may not be yet, and how long the rules keep it."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from feedback.contributions.models import (
    AboutMe,
    Addition,
    Contact,
    Contribution,
    ContributionEvent,
    EditionLine,
    Kind,
    Original,
    OutcomeAnswer,
    PublicVersion,
    RetentionRule,
    SafeguardingAlert,
    SafeguardingReferral,
)
from feedback.contributions.models.contribution import HELD
from feedback.domain.keeping import Thing, how_long, last_day_to_go
from feedback.domain.lifecycle import State, Step

FORGETS_AT = time(3, 30)  # local time; the scheduler has the same
SOON = timedelta(days=30)
AT_MOST = 200  # numbers of contributions that a page lists
NOT_DECIDED = (State.RECEIVED, State.SCREENING, State.READY)


def exempt():
    """What nothing may take words from: on hold, with an open alert, or handed over and not released since."""
    alert = SafeguardingAlert.objects.open().filter(contribution=OuterRef("pk"))
    released_since = ContributionEvent.objects.filter(
        contribution=OuterRef("contribution"), step=Step.RELEASE, at__gte=OuterRef("recorded_at")
    )
    handed_over = SafeguardingReferral.objects.filter(~Exists(released_since), contribution=OuterRef("pk"))
    return Contribution.objects.filter(Q(state=HELD) | Exists(alert) | Exists(handed_over))


def is_exempt(contribution: Contribution) -> bool:
    return exempt().filter(pk=contribution.pk).exists()


def overdue(thing: Thing, on: date):
    """What has been kept as long as its rule says by the night of a day, exempt or not, there or gone."""
    past = Q(pk__in=[])
    for rule in RetentionRule.objects.order_by("id"):
        first_to_stay = last_day_to_go(on, days_of(rule, thing)) + timedelta(days=1)
        past |= Q(kind=rule.kind, received_at__lt=_start_of(first_to_stay))
    return Contribution.objects.filter(past)


def due(thing: Thing, on: date):
    """What loses its bands, contact or original on the night of a day.

    An original that nobody has decided about yet waits: nothing is forgotten unread.
    """
    going = overdue(thing, on).filter(_has(thing)).exclude(pk__in=exempt().values("pk"))
    return going.exclude(state__in=NOT_DECIDED) if thing == Thing.ORIGINAL else going


def kept_by_law(on: date):
    """What would have gone by then if it were not exempt. For safeguarding leads only."""
    return exempt().filter(
        Q(pk__in=_still_there(Thing.BANDS, on))
        | Q(pk__in=_still_there(Thing.CONTACT, on))
        | Q(pk__in=_still_there(Thing.ORIGINAL, on)),
    )


def old_and_undecided(on: date) -> list[int]:
    """By number, what is older than its rule and still waits for a moderator's decision."""
    waiting = overdue(Thing.ORIGINAL, on).filter(state__in=NOT_DECIDED)
    return _ids(waiting.exclude(pk__in=exempt().values("pk")))


def drafts(versions):
    """Of these wordings, those that are not public and in no edition: they may say what must not be read."""
    in_an_edition = EditionLine.objects.filter(version=OuterRef("pk"))
    approved = Contribution.objects.filter(approved_version=OuterRef("pk"))
    return versions.exclude(Exists(in_an_edition)).exclude(Exists(approved))


def _still_there(thing: Thing, on: date):
    return overdue(thing, on).filter(_has(thing)).values("pk")


def _has(thing: Thing):
    of_this = {"contribution": OuterRef("pk")}
    if thing == Thing.BANDS:
        return Exists(AboutMe.objects.filter(**of_this))
    if thing == Thing.CONTACT:
        return Exists(Contact.objects.filter(**of_this))
    return (
        Exists(Original.objects.filter(**of_this))
        | Exists(Addition.objects.filter(**of_this))
        | Exists(OutcomeAnswer.objects.filter(text__isnull=False, **of_this))
        | Exists(drafts(PublicVersion.objects.filter(**of_this)))
    )


def _start_of(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


# ---- for pages ----


@dataclass(frozen=True, slots=True)
class Going:
    """What goes of one thing: by number of contribution, tonight and in the days after."""

    thing: Thing
    tonight: list[int]
    soon: list[int]
    at_most: int = AT_MOST

    @property
    def in_words(self) -> str:
        return self.thing.in_words


def next_night(now: datetime) -> date:
    """The day on which the job runs next."""
    local = timezone.localtime(now)
    return local.date() if local.time() < FORGETS_AT else local.date() + timedelta(days=1)


def what_goes(on: date) -> list[Going]:
    """What goes on the night of a day, and what within thirty days after it. A fixed number of queries."""
    return [_going(thing, on) for thing in Thing]


def _going(thing: Thing, on: date) -> Going:
    tonight = _ids(due(thing, on))
    known = set(tonight)
    return Going(thing, tonight, [pk for pk in _ids(due(thing, on + SOON)) if pk not in known])


def _ids(contributions) -> list[int]:
    return list(contributions.oldest_first().values_list("pk", flat=True))


def rules() -> list[RetentionRule]:
    """One for every kind, in the order of the form that people fill in."""
    stored = {rule.kind: rule for rule in RetentionRule.objects.select_related("changed_by").order_by("id")}
    return [stored[kind] for kind in Kind.values if kind in stored]


def days_of(rule: RetentionRule, thing: Thing) -> int:
    return getattr(rule, f"{thing}_days")


def rule_in_words(rule: RetentionRule, thing: Thing) -> str:
    """For the log: `Kept for two years from the day it arrived, as the rule says.`"""
    return f"Kept for {how_long(days_of(rule, thing))} from the day it arrived, as the rule says."


@dataclass(frozen=True, slots=True)
class KeptFor:
    """How long things are kept, in words for everybody: `one year`, or `one year to two years`."""

    bands: str
    contact: str
    original: str


def kept_for() -> KeptFor:
    """Over all kinds; empty where there is no rule. One query."""
    stored = rules()
    return KeptFor(**{str(thing): _span([days_of(rule, thing) for rule in stored]) for thing in Thing})


def _span(days: list[int]) -> str:
    if not days:
        return ""
    shortest, longest = min(days), max(days)
    if shortest == longest:
        return how_long(longest)
    return f"between {how_long(shortest)} and {how_long(longest)}, depending on what it is about"
