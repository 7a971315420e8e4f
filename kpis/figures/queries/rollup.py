"""How many KPIs of each workstream stand where."""

from collections import Counter
from collections.abc import Iterable, Sequence

from kpis.domain.rating import Rating
from kpis.figures.models import Kpi, Status
from kpis.workstreams.models import Workstream

WORST_FIRST = (Rating.OFF_TRACK, Rating.AT_RISK, Rating.ON_TRACK)


def worst(ratings: Iterable[str]) -> Rating:
    """A workstream's rating: the worst among its rated KPIs that the Board sees; not rated when none is."""
    found = set(ratings)
    return next((rating for rating in WORST_FIRST if rating in found), Rating.NOT_RATED)


def counted(ratings: Sequence[str]) -> dict:
    """Counts by rating, and the rating of the whole."""
    counts = Counter(ratings)
    return {**{str(rating): counts[rating] for rating in Rating}, "rating": worst(ratings)}


def workstream_counts(workstream_ids: Sequence[int] | None = None) -> list[dict]:
    """The counts of each workstream, from the stored status of its current KPIs. Two queries."""
    workstreams = Workstream.objects.in_order()
    if workstream_ids is not None:
        workstreams = workstreams.filter(pk__in=workstream_ids)
    ratings: dict[int, list[str]] = {pk: [] for pk in workstreams.values_list("pk", flat=True)}
    shown = Kpi.objects.current().shown_to_board().filter(workstream__in=ratings)
    rows = Status.objects.filter(kpi__in=shown)
    for workstream_id, rating in rows.order_by("kpi_id").values_list("kpi__workstream_id", "rating"):
        ratings[workstream_id].append(rating)
    return [{"workstream_id": pk, **counted(found)} for pk, found in ratings.items()]
