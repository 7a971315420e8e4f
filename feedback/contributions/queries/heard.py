"""Whom we heard from, as counted: for the actions that release it and measure it. No page reads this.

A contribution counts in the quarter it was received, unless it was withdrawn or waits apart as possible abuse. What
still has its bands is counted from them, and what has lost them from the tally that was kept then.
"""

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime, time

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from feedback.contributions.models import (
    AboutMe,
    Contribution,
    ContributionEvent,
    Dimension,
    Neighbourhood,
    PartnerType,
    ReachCount,
    ReachTally,
)
from feedback.contributions.models.about_the_author import AGE_BANDS, NEEDS
from feedback.contributions.models.contribution import seen_as
from feedback.contributions.models.event import FORGET_BANDS
from feedback.domain.lifecycle import State
from kpis.domain.disclosure import Axis, Table
from kpis.domain.periods import PeriodKind, from_start, preceding

NOT_TOLD = "not told"
QUARTERS = 4
TOLD_BY_CHOICE = (str(Dimension.NEIGHBOURHOOD), str(Dimension.AGE_BAND), str(Dimension.NEED))


def quarters_until(until: date) -> list[date]:
    """The first days of the four whole quarters that end where `until` begins."""
    period = from_start(PeriodKind.QUARTER, until)
    starts = []
    for _ in range(QUARTERS):
        period = preceding(period)
        starts.append(period.start)
    return starts[::-1]


def heard_tables(until: date) -> dict[str, Table]:
    """A table of bands by quarter for each dimension, from the counts that are kept of each quarter.

    All have the same totals: whoever told no band is a row.
    """
    quarters = quarters_until(until)
    rows = ReachCount.objects.filter(quarter_from__in=quarters)
    counts = {
        (row.dimension, row.band, row.quarter_from.isoformat()): row.count
        for row in rows.order_by("dimension", "band", "quarter_from")
    }
    columns = Axis("quarter", tuple(day.isoformat() for day in quarters), is_whole=False)
    return {dimension: _table(dimension, labels, columns, counts) for dimension, labels in bands().items()}


def _table(dimension: str, labels: Iterable[str], columns: Axis, counts: dict) -> Table:
    told = {(band, quarter): n for (d, band, quarter), n in counts.items() if d == dimension}
    # A neighbourhood that was renamed or taken away since still counts under the name it was told by.
    others = [band for (band, _), n in told.items() if n and band != NOT_TOLD]
    rows = list(dict.fromkeys([*labels, *others]))
    if dimension != Dimension.PARTNER_TYPE:
        rows.append(NOT_TOLD)
    cells = {(band, quarter): n for (band, quarter), n in told.items() if band in rows}
    return Table.of(cells, rows=Axis(dimension, tuple(rows)), columns=columns)


def heard_in(quarter: date) -> Counter:
    """How many came from each (dimension, band) in a quarter, as it stands now; bands of nought are there too."""
    received = _received(quarter)
    counts = Counter({(d, band): 0 for d, labels in bands().items() for band in labels})
    who = Counter(received.values_list("partner_type", flat=True))
    told = _told(received, quarter)
    counts.update({(str(Dimension.PARTNER_TYPE), band): n for band, n in who.items()})
    counts.update(told)
    for dimension in TOLD_BY_CHOICE:
        known = sum(n for (d, _), n in told.items() if d == dimension)
        counts[dimension, NOT_TOLD] = who.total() - known
    return counts


def bands() -> dict[str, tuple[str, ...]]:
    """The bands of each dimension, in their order."""
    places = Neighbourhood.objects.order_by("position", "name").values_list("name", flat=True)
    return {
        str(Dimension.PARTNER_TYPE): tuple(PartnerType.values),
        str(Dimension.NEIGHBOURHOOD): tuple(places),
        str(Dimension.AGE_BAND): tuple(key for key, _ in AGE_BANDS),
        str(Dimension.NEED): tuple(key for key, _ in NEEDS),
    }


def _received(quarter: date):
    days = (quarter, from_start(PeriodKind.QUARTER, quarter).end)
    start, end = (timezone.make_aware(datetime.combine(day, time.min)) for day in days)
    # One that was withdrawn after its bands were tallied stays counted: nobody knows which bands were its own.
    tallied = ContributionEvent.objects.filter(contribution=OuterRef("pk"), step=FORGET_BANDS)
    counts = ~seen_as(State.WITHDRAWN) | Q(Exists(tallied.exclude(shows_as=State.WITHDRAWN)))
    return Contribution.objects.filter(counts, received_at__gte=start, received_at__lt=end, set_aside="")


def _told(received, quarter: date) -> Counter:
    counts = Counter()
    rows = AboutMe.objects.filter(contribution__in=received)
    for values in rows.values_list("neighbourhood__name", "age_band", "need"):
        counts.update((d, band) for d, band in zip(TOLD_BY_CHOICE, values, strict=True) if band)
    for tally in ReachTally.objects.filter(quarter_from=quarter, dimension__in=TOLD_BY_CHOICE):
        counts[tally.dimension, tally.band] += tally.count
    return counts
