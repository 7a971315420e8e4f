"""Coverage: what must and should be said, and which published pages say it."""

from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from feedback.contributions.actions import Refused
from kpis.workstreams.models import Partner
from portal.local_offer import actions
from portal.local_offer.models import Area, Heading, HeadingList
from portal.local_offer.queries.coverage import coverage

TODAY = date(2026, 11, 14)
AT = datetime(2026, 11, 14, 9, 0, tzinfo=UTC)


@pytest.fixture
def duties(editor):
    """Two headings that must be covered and one that should, checked."""
    made = HeadingList.objects.create(name="Duties", as_of=date(2026, 11, 1), sources="The law")
    for position, (code, duty) in enumerate([("a", "must"), ("b", "must"), ("c", "should")]):
        Heading.objects.create(
            heading_list=made,
            code=code,
            group="All",
            title=f"Heading {code}",
            source=f"Paragraph {position}",
            duty=duty,
            position=position,
        )
    return actions.check_heading_list(heading_list=made, by=editor, at=AT)


def test_without_a_checked_list_nothing_is_measured(home):
    found = coverage(TODAY)
    assert found.heading_list is None
    assert (found.must.covered, found.must.of) == (0, 0)


def test_what_a_published_page_answers_is_covered_and_the_rest_is_named(duties, add_page, guidance):
    add_page(guidance(title="One", headings=["a", "c"]))
    add_page(guidance(title="Draft", headings=["b"]), live=False)
    found = coverage(TODAY)
    assert (found.must.covered, found.must.of) == (1, 2)
    assert [heading.code for heading in found.must.missing] == ["b"]
    assert (found.should.covered, found.should.of) == (1, 1)


def test_a_page_taken_down_covers_nothing(duties, add_page, guidance):
    page = add_page(guidance(headings=["a"]))
    page.unpublish()
    assert coverage(TODAY).must.covered == 0


def test_by_partner_and_in_and_out_of_the_area(duties, add_page, guidance, service):
    health = Partner.objects.create(name="Health", slug="health", kind="health")
    add_page(guidance(title="One", headings=["a"], next_check_on=date(2026, 11, 13)))
    add_page(service(title="Two", headings=["a", "b"], area=Area.OUTSIDE, owner_partner=health))
    add_page(service(title="Three", headings=["c"]))
    found = coverage(TODAY)
    rows = {row.heading.code: (row.inside, row.outside, row.overdue, row.partners) for row in found.rows}
    assert rows == {
        "a": (1, 1, 1, ["Council", "Health"]),
        "b": (0, 1, 0, ["Health"]),
        "c": (1, 0, 0, ["No partner named"]),
    }
    assert [(row.name, row.pages, row.must, row.should, row.overdue) for row in found.partners] == [
        ("Council", 1, 1, 0, 1),
        ("Health", 1, 2, 0, 0),
        ("No partner named", 1, 0, 1, 0),
    ]
    assert found.narrowed(partner="Health").must.covered == 2
    assert found.narrowed(area=Area.LOCAL).must.covered == 1


def test_coverage_is_read_with_four_queries_whatever_there_is(
    duties, add_page, guidance, django_assert_num_queries
):
    for number in range(5):
        add_page(guidance(title=f"Page {number}", headings=["a", "b"]))
    with django_assert_num_queries(4):
        assert coverage(TODAY).must.covered == 2


def test_the_page_names_what_is_missing(duties, add_page, guidance, client_as):
    add_page(guidance(title="One", headings=["a", "c"]))
    words = client_as("board_member").get("/offer/coverage/").content.decode()
    assert "1 of 2 headings that must be covered are, and 1 of 1 that should be." in words
    assert 'Heading b <span class="muted small">(Paragraph 1)</span>' in words
    assert client_as("board_member").get("/offer/coverage/?partner=Nobody&area=moon").status_code == 200


def test_the_page_says_so_when_no_list_was_checked(home, client_as):
    words = client_as("board_member").get("/offer/coverage/").content.decode()
    assert "Nobody has compared the list of duties with the law yet." in words


# ---- lists of duties ----


def test_a_list_is_checked_by_an_editor_who_is_named(home, editor):
    made = HeadingList.objects.get()
    assert HeadingList.objects.in_use() is None
    actions.check_heading_list(heading_list=made, by=editor, at=AT)
    in_use = HeadingList.objects.in_use()
    assert (in_use, in_use.checked_by, in_use.checked_at) == (made, editor, AT)


def test_a_checked_list_does_not_change_any_more(duties, editor):
    with pytest.raises(Refused, match="on record"):
        actions.save_heading(
            heading_list=duties, code="d", group="All", title="D", source="P", duty="must", by=editor
        )
    with pytest.raises(Refused, match="on record"):
        actions.remove_heading(heading=duties.headings.first(), by=editor)
    with pytest.raises(Refused, match="on record"):
        actions.check_heading_list(heading_list=duties, by=editor, at=AT)


def test_a_change_of_the_law_is_a_new_list_and_the_old_one_stays(duties, editor):
    made = actions.start_heading_list(
        name="Duties of 2027", as_of=date(2027, 4, 1), sources="The new law", by=editor
    )
    facts = {"group": "All", "title": "Heading a, as changed", "source": "P", "duty": "should"}
    actions.save_heading(heading_list=made, code="a", by=editor, **facts)
    actions.save_heading(heading_list=made, code="d", by=editor, **facts)
    assert HeadingList.objects.in_use() == duties
    actions.check_heading_list(heading_list=made, by=editor, at=datetime(2027, 4, 1, tzinfo=UTC))
    assert HeadingList.objects.in_use() == made
    assert [(h.code, h.duty) for h in made.headings.order_by("position")] == [
        ("a", "should"),
        ("b", "must"),
        ("c", "should"),
        ("d", "should"),
    ]
    assert duties.headings.get(code="a").duty == "must"


def test_only_editors_check_lists(home, person):
    with pytest.raises(Refused, match="Editors check"):
        actions.check_heading_list(heading_list=HeadingList.objects.get(), by=person("board_member"), at=AT)


def test_an_editor_writes_and_checks_a_list_in_the_browser(home, editor, client_as):
    desk = client_as(editor)
    told = {"name": "Duties of 2027", "as_of": "2027-04-01", "sources": "The new law"}
    assert "Give the list a name" in desk.post("/offer/headings/start/", {"name": ""}).content.decode()
    desk.post("/offer/headings/start/", told)
    assert (
        "There is a list of this name already." in desk.post("/offer/headings/start/", told).content.decode()
    )
    made = HeadingList.objects.get(name="Duties of 2027")
    heading = {"code": "new-duty", "group": "New", "title": "A new duty", "source": "P", "duty": "must"}
    desk.post(f"/offer/headings/{made.pk}/add/", heading)
    added = made.headings.get(code="new-duty")
    desk.post(f"/offer/heading/{added.pk}/", {**heading, "code": "other", "title": "Newer"})
    added.refresh_from_db()
    assert (added.code, added.title) == ("new-duty", "Newer")
    desk.post(f"/offer/heading/{added.pk}/remove/")
    desk.post(f"/offer/headings/{made.pk}/check/")
    assert HeadingList.objects.in_use() == made
    assert not made.headings.filter(code="new-duty").exists()
    assert desk.get(f"/offer/headings/{made.pk}/add/").status_code == 404
    assert "In use" in desk.get("/offer/headings/").content.decode()


def test_the_editor_offers_headings_by_name_and_keeps_an_old_code(
    duties, add_page, guidance, client_as, editor
):
    page = add_page(guidance(headings=["a", "gone"]))
    words = client_as(editor).get(f"/cms/pages/{page.pk}/edit/").content.decode()
    assert "Heading b (must)" in words
    assert 'value="gone"' in words
    assert "Reading grade" in words or "Too short to say how hard it is to read." in words


# ---- other forms of a page ----


def test_a_translation_older_than_its_page_says_so(add_page, guidance, client):
    page = add_page(guidance())
    for kind, language, made_from in [
        ("translation", "pl", date(2019, 1, 1)),
        ("easyread", "", date(2999, 1, 1)),
    ]:
        page.alternative_formats.create(
            kind=kind,
            language=language,
            title=f"As {kind}",
            address="https://example.org/a",
            made_from=made_from,
        )
    page.save_revision().publish()
    words = client.get(page.url).content.decode()
    assert '<a href="https://example.org/a" lang="pl" hreflang="pl">As translation</a>' in words
    assert words.count("Older than this page") == 1
    assert page.catalogue_entry.has_easyread


ANEW = {"drawn": "anew"}  # an address with a question is never kept


def test_a_page_asks_for_its_formats_and_answers_with_a_fixed_number_of_queries(add_page, guidance, client):
    page = add_page(guidance())
    client.get(page.url)
    with CaptureQueriesContext(connection) as few:
        client.get(page.url, ANEW)
    for number in range(3):
        page.alternative_formats.create(
            kind="easyread", title=f"{number}", address="https://example.org/a", made_from=date(2019, 1, 1)
        )
    page.save_revision().publish()
    with CaptureQueriesContext(connection) as many:
        client.get(page.url, ANEW)
    assert len(many) == len(few)
