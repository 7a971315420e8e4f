"""The register of gaps: where they are heard or seen, who owns them, and how they end."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from feedback.contributions.actions import Refused
from portal.local_offer import actions
from portal.local_offer.models import Area, Gap, SearchTerm
from portal.local_offer.queries import gaps as queries

TODAY = date(2026, 11, 14)
AT = datetime(2026, 11, 14, 9, 0, tzinfo=UTC)


@pytest.fixture
def officer(person):
    return person("partner_officer")


def looked_for(term, *, nothing, days_ago=0, searches=None):
    return SearchTerm.objects.create(
        day=TODAY - timedelta(days=days_ago), term=term, searches=searches or nothing, found_nothing=nothing
    )


def opened(by, subject="trampolining", kind="search", **more):
    return actions.open_gap(kind=kind, subject=subject, by=by, at=AT, **more)


def test_searches_that_found_nothing_are_counted_over_ninety_days_the_most_frequent_first(db):
    looked_for("trampolining", nothing=2)
    looked_for("trampolining", nothing=3, days_ago=89)
    looked_for("hydrotherapy", nothing=4, days_ago=30)
    looked_for("too old", nothing=50, days_ago=90)
    looked_for("autism", nothing=0, searches=20)
    found = queries.searches_without_result(TODAY)
    assert [(heard.subject, heard.times) for heard in found] == [("trampolining", 5), ("hydrotherapy", 4)]


def test_what_is_in_the_register_is_not_offered_again_until_it_is_closed(officer):
    looked_for("trampolining", nothing=2)
    gap = opened(officer, times=2)
    assert queries.searches_without_result(TODAY) == []
    actions.close_gap(gap=gap, because="A club began.", by=officer, at=AT)
    assert len(queries.searches_without_result(TODAY)) == 1


def test_comments_are_heard_only_in_the_words_that_are_public(add_page, service, told_about):
    page = add_page(service())
    told_about(page, "No boys on Mondays.", public="Nothing on Mondays.")
    told_about(page, "Hidden words.")
    told_about(page, "Hard to read.", kind="information", public="Hard to read.")
    [heard] = queries.missing_in_comments()
    assert (heard.subject, heard.times, heard.words) == (page.title, 1, ("Nothing on Mondays.",))


def test_the_matrix_counts_a_service_in_every_age_it_is_for(add_page, service):
    add_page(service(title="One", needs=["ASD"], age_from=4, age_to=5))
    add_page(service(title="Two", needs=["ASD", "HI"], age_from=11, age_to=11))
    add_page(service(title="Three", needs=[], age_from=0, age_to=25))
    add_page(service(title="Four", needs=["ASD"], age_from=20, age_to=25, area=Area.OUTSIDE))
    local, outside = queries.matrices()
    counts = {row.label: [cell.count for cell in row.cells] for row in local.rows}
    assert counts["Autism"] == [1, 1, 1, 0, 0]
    assert counts["Hearing"] == [0, 0, 1, 0, 0]
    assert counts["Sight"] == [0] * 5
    assert [count for _, count in local.for_any] == [1, 1, 1, 1, 1]
    assert [cell.count for cell in outside.rows[0].cells] == [0, 0, 0, 0, 1]
    empty = [heard.subject for heard in queries.empty_cells([local, outside])]
    assert len(empty) == 11 * 5 - 4
    assert "Autism, 16 to 19, nearby" in empty


def test_a_gap_is_open_once(officer):
    opened(officer)
    with pytest.raises(Refused, match="in the register already"):
        opened(officer)
    opened(officer, kind="comment")


def test_a_gap_gets_an_owner_a_plan_and_a_day_and_is_closed_with_what_was_done(officer, person):
    gap, lead = opened(officer), person("workstream_lead")
    planned = {"plan": "Ask two clubs.", "due_on": date(2027, 3, 1)}
    actions.plan_gap(gap=gap, owner=lead, by=officer, at=AT, **planned)
    with pytest.raises(Refused, match="somebody else's"):
        actions.close_gap(gap=gap, because="Done.", by=officer, at=AT)
    with pytest.raises(Refused, match="what was done"):
        actions.close_gap(gap=gap, because=" ", by=lead, at=AT)
    gap = actions.close_gap(gap=gap, because="A club opened in March.", by=lead, at=AT)
    assert (gap.closed_by, gap.closed_because) == (lead, "A club opened in March.")


def test_an_editor_looks_after_every_gap(officer, editor, person):
    gap = opened(officer)
    actions.plan_gap(gap=gap, owner=officer, plan="Ask.", due_on=TODAY, by=editor, at=AT)
    assert queries.gaps_changed_by(editor).get() == gap
    assert not queries.gaps_changed_by(person("workstream_lead")).exists()


@pytest.mark.parametrize("role", ["board_member", "provider", "moderator"])
def test_others_neither_open_nor_own(person, officer, role):
    other = person(role)
    with pytest.raises(Refused):
        opened(other)
    with pytest.raises(Refused, match="may take on gaps"):
        actions.plan_gap(gap=opened(officer), owner=other, plan="x", due_on=TODAY, by=officer, at=AT)


@pytest.mark.parametrize(
    ("fields", "constraint"),
    [
        ({"due_on": TODAY}, "gap_owner_has_a_day"),
        ({"proposal_title": "A club"}, "gap_proposal_has_title_and_address"),
        (
            {"proposal_title": "A club", "proposal_url": "//evil.example"},
            "gap_proposal_has_title_and_address",
        ),
    ],
)
def test_the_database_refuses_half_a_gap(db, fields, constraint):
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Gap.objects.create(kind="search", subject="x", opened_at=AT, **fields)


def test_a_zero_result_search_becomes_a_gap_with_an_owner_in_the_browser(officer, client_as, person):
    SearchTerm.objects.create(day=timezone.localdate(), term="trampolining", searches=3, found_nothing=3)
    desk = client_as(officer)
    words = desk.get("/offer/gaps/").content.decode()
    assert "trampolining, 3 times" in words
    taken = "/offer/gaps/open/?kind=search&subject=trampolining&times=3"
    assert 'value="trampolining"' in desk.get(taken).content.decode()
    desk.post("/offer/gaps/open/", {"kind": "search", "subject": "trampolining", "times": "3"})
    gap = Gap.objects.get()
    plan = {"owner": officer.pk, "plan": "Ask two clubs.", "due_on": "2027-03-01"}
    assert "Say by when." in desk.post(f"/offer/gaps/{gap.pk}/", {**plan, "due_on": ""}).content.decode()
    desk.post(f"/offer/gaps/{gap.pk}/", plan)
    assert "Ask two clubs." in desk.get("/offer/gaps/").content.decode()
    assert client_as("workstream_lead").get(f"/offer/gaps/{gap.pk}/").status_code == 404
    assert "Say what was done." in desk.post(f"/offer/gaps/{gap.pk}/close/", {}).content.decode()
    desk.post(f"/offer/gaps/{gap.pk}/close/", {"because": "A club opened."})
    assert "A club opened." in client_as("board_member").get("/offer/gaps/").content.decode()


def test_the_register_is_read_with_as_many_queries_however_long_it_is(
    officer, client_as, django_assert_max_num_queries
):
    for number in range(6):
        looked_for(f"term {number}", nothing=1)
        opened(officer, subject=f"gap {number}")
    desk = client_as(officer)
    with django_assert_max_num_queries(16):
        desk.get("/offer/gaps/")
