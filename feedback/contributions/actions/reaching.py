"""Publishing whom we heard from, quarter by quarter, and noting who will ask those we have not heard from."""

from collections.abc import Sequence
from datetime import date, timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from feedback.contributions.actions.steps import Refused
from feedback.contributions.models import ReachCount, ReachEdition, ReachPlan
from feedback.contributions.queries.heard import heard_in, heard_tables, quarters_until
from feedback.contributions.queries.reach import bands_to_ask, released_tables
from feedback.domain.keeping import quarter_from
from kpis.domain.disclosure import HeldBack, Release, Table, release_together

# Days after a quarter's end: what waits apart as possible abuse has been looked at by then.
SETTLES_IN_DAYS = 14
EARLIER_EDITIONS = 8  # two years: each shares a quarter with those of the year before it

PARTNERS, PUBLIC = ReachEdition.Audience.PARTNERS, ReachEdition.Audience.PUBLIC


@transaction.atomic
def publish_reach(*, at) -> list[ReachEdition]:
    """The editions of the four quarters that ended last, one for partners and one for everybody; none twice.

    A nought is shown: that nobody of a group told us anything says nothing about any one of them. What partners do
    not see the public does not see either, so that reading both tells no more than reading theirs. What was counted
    of a quarter stays: a later withdrawal is no change that anybody could see.
    """
    until = quarter_from(timezone.localdate(at) - timedelta(days=SETTLES_IN_DAYS))
    if ReachEdition.objects.filter(until=until).exists():
        return []
    _keep_counts(until)
    tables = heard_tables(until)
    for_partners = _released(tables, PARTNERS, settings.SMALLEST_PARTNER_COUNT, until)
    for_public = for_partners
    if not isinstance(for_partners, HeldBack):
        for_public = _released(tables, PUBLIC, settings.SMALLEST_PUBLIC_COUNT, until, hide_too=for_partners)
    return [
        _edition(PARTNERS, until, tables, for_partners, at),
        _edition(PUBLIC, until, tables, for_public, at),
    ]


def _keep_counts(until: date):
    """Count the quarters that were never counted; what was counted once stays as it was."""
    quarters = quarters_until(until)
    kept = set(ReachCount.objects.filter(quarter_from__in=quarters).values_list("quarter_from", flat=True))
    ReachCount.objects.bulk_create(
        ReachCount(quarter_from=quarter, dimension=dimension, band=band, count=count)
        for quarter in quarters
        if quarter not in kept
        for (dimension, band), count in heard_in(quarter).items()
    )


def _released(
    tables: dict[str, Table], audience: str, threshold: int, until: date, hide_too: Sequence[Release] = ()
):
    before = ReachEdition.objects.shown().filter(audience=audience, until__lt=until).order_by("-until")
    return release_together(
        list(tables.values()),
        threshold=threshold,
        zero_tells_nothing=True,
        earlier=[list(released_tables(edition).values()) for edition in before[:EARLIER_EDITIONS]][::-1],
        hide_too=hide_too,
    )


def _edition(audience: str, until: date, tables: dict[str, Table], found, at) -> ReachEdition:
    held_back = isinstance(found, HeldBack)
    return ReachEdition.objects.create(
        audience=audience,
        until=until,
        published_at=at,
        released=None if held_back else {d: r.as_json() for d, r in zip(tables, found, strict=True)},
        held_back_because=found.reason if held_back else "",
    )


@transaction.atomic
def plan_to_ask(*, dimension: str, band: str, who: str, by_on: date, by, at) -> ReachPlan:
    """Note who will ask a group that we have not heard from, and by when; a later note replaces it."""
    if band not in bands_to_ask().get(dimension, ()):
        raise Refused("Choose one of the groups.", "group")
    if not who.strip():
        raise Refused("Say who will ask, by their role.", "who")
    if by_on < timezone.localdate(at):
        raise Refused("Give a day that is still to come.", "by_on")
    return ReachPlan.objects.create(
        dimension=dimension, band=band, who=who.strip(), by_on=by_on, noted_by=by, noted_at=at
    )
