"""How many KPIs of each workstream stand where."""

from collections import Counter
from collections.abc import Iterable, Sequence

from kpis.domain.rating import Rating

WORST_FIRST = (Rating.OFF_TRACK, Rating.AT_RISK, Rating.ON_TRACK)


def worst(ratings: Iterable[str]) -> Rating:
    """A workstream's rating: the worst among its rated KPIs that the Board sees; not rated when none is."""
    found = set(ratings)
    return next((rating for rating in WORST_FIRST if rating in found), Rating.NOT_RATED)


def counted(ratings: Sequence[str]) -> dict:
    """Counts by rating, and the rating of the whole."""
    counts = Counter(ratings)
    return {**{str(rating): counts[rating] for rating in Rating}, "rating": worst(ratings)}


# The same in the database, of the stored status of each workstream's current KPIs that the Board sees: a portal
# for many areas has tens of thousands of them. A column for each rating, and the rating of the whole.
COUNTS = f"""
    SELECT w.id AS workstream_id, {", ".join(f"count(*) FILTER (WHERE s.rating = '{r}') AS {r}" for r in Rating)},
        CASE {" ".join(f"WHEN bool_or(s.rating = '{r}') THEN '{r}'" for r in WORST_FIRST)}
            ELSE '{Rating.NOT_RATED}' END AS rating
    FROM workstreams_workstream w
    LEFT JOIN figures_kpi k ON k.workstream_id = w.id AND k.retired_on IS NULL AND (
        SELECT d.shown_to_board FROM figures_kpidefinition d WHERE d.kpi_id = k.id ORDER BY d.version DESC LIMIT 1
    )
    LEFT JOIN figures_status s ON s.kpi_id = k.id
    WHERE w.id = ANY(%(workstreams)s)
    GROUP BY w.id
"""  # noqa: S608 - put together from words of our own
