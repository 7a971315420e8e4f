"""The demonstration's last school year: published whenever the demonstration is loaded, with something still owed."""

from datetime import UTC, datetime

import pytest

from feedback.contributions.models import Edition
from feedback.contributions.queries.yearly import edition_page
from portal.demo.loading.figures import load_figures, load_kpis
from portal.demo.loading.last_year import load_last_year
from portal.demo.loading.people import load_people
from portal.demo.loading.plan import load_plan


@pytest.mark.parametrize(
    ("at", "year", "is_early"),
    [
        (datetime(2026, 11, 24, 9, tzinfo=UTC), 2025, True),
        (datetime(2026, 9, 1, 9, tzinfo=UTC), 2025, True),
        (datetime(2026, 12, 1, 9, tzinfo=UTC), 2025, False),
        (datetime(2027, 3, 1, 9, tzinfo=UTC), 2025, False),
    ],
    ids=["before its due date", "on the first day of the next", "on its due date", "long after"],
)
def test_it_is_published_with_two_answers_and_one_that_is_awaited(db, at, year, is_early):
    people = load_people(at=at)
    workstreams = load_plan(people=people, at=at)
    load_figures(kpis=load_kpis(workstreams=workstreams, by=people["data"], at=at), by=people["data"], at=at)
    load_last_year(people=people, workstreams=workstreams, at=at)
    edition = Edition.objects.select_related("year").get()
    assert edition.year.starts_on.year == year
    assert bool(edition.published_by) == is_early
    assert edition.published_at <= at
    page = edition_page(edition, at.date())
    assert (len(page.answered), len(page.awaiting)) == (2, 1)
    assert [(c.is_late, c.owed_by) for c in page.awaiting] == [(True, "Local provision, its lead")]
    assert all(c.text.endswith("(Illustrative.)") for group in page.answered for c in group.comments)
