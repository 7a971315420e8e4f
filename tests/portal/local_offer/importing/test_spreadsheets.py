"""A messy spreadsheet becomes listings: looked at first, named cell by cell, and only what changed the second time."""

import pytest
from django.core.exceptions import PermissionDenied

from portal.local_offer.actions import importing
from portal.local_offer.models import ImportedRow, ListingImport, ListingSource, ServicePage
from portal.local_offer.queries.importing import summary
from tests.portal.local_offer.importing.conftest import AT, as_csv, messy_rows

Outcome = ImportedRow.Outcome
ROW = [
    "R1",
    "Elm Club",
    "Elm Trust",
    "We meet every week.",
    "Clubs",
    "5-11",
    "Autism",
    "Any family.",
    "Ring us.",
    "£5 a time",
    "KT1 1EU",
    "020 7946 0101",
    "",
    "www.example.org",
    "3/11/2026",
    "",
]


def row_with(**changes):
    columns = {
        "ref": 0,
        "name": 1,
        "provider": 2,
        "ages": 5,
        "needs": 6,
        "cost": 9,
        "postcode": 10,
        "phone": 11,
    }
    row = list(ROW)
    for name, value in changes.items():
        row[columns[name]] = value
    return row


def outcomes(received):
    return {row.number: row.outcome for row in received.rows.order_by("number")}


@pytest.mark.parametrize("count", [30, pytest.param(300, marks=pytest.mark.long)])
def test_a_messy_list_is_looked_through_applied_and_brought_up_to_date(count, look, apply):
    rows = list(messy_rows(count))
    received = look(as_csv(rows))
    bad = {number + 1 for number in range(10, count + 1, 10)}  # below the headings
    assert {n for n, outcome in outcomes(received).items() if outcome == Outcome.WRONG} == bad
    assert set(outcomes(received).values()) == {Outcome.WRONG, Outcome.NEW}
    assert [remark["place"] for remark in received.remarks] == ["column “Internal notes”"]
    assert ServicePage.objects.count() == 0  # nothing happens before it is confirmed

    applied = apply(received)
    assert summary(applied).done == [("Kept as a draft", count - len(bad))]
    assert ServicePage.objects.filter(live=False).count() == count - len(bad)

    rows[0][9], rows[1][5] = "£7 a time", "6-12"
    again = look(as_csv(rows))
    assert {n for n, outcome in outcomes(again).items() if outcome == Outcome.CHANGED} == {2, 3}
    assert summary(again).to_apply == 2
    apply(again)
    assert ServicePage.objects.count() == count - len(bad)
    page = ListingSource.objects.get(source_id="R1").page.specific.get_latest_revision_as_object()
    assert page.cost == "£7 a time"


BAD_CELLS = {
    "ages": ({"ages": "twelve"}, "F2", "Give the ages as 5-11, from 0 to 25."),
    "ages out of range": ({"ages": "18-64"}, "F2", "Give the ages as 5-11, from 0 to 25."),
    "needs": ({"needs": "dragons, autism"}, "G2", "We do not know the need “dragons”."),
    "postcode": ({"postcode": "KT99 9ZZ"}, "K2", "There is no such postcode."),
    "phone": ({"phone": "ask"}, "L2", "Give one phone number."),
    "name": ({"name": ""}, "B2", "Give the name of the service."),
    "length": ({"provider": "x" * 201}, "C2", "Give at most 200 characters; these are 201."),
}


@pytest.mark.parametrize(("changes", "cell", "message"), BAD_CELLS.values(), ids=BAD_CELLS)
def test_a_bad_cell_is_named_with_its_place(changes, cell, message, look):
    [row] = look(as_csv([row_with(**changes)])).rows.all()
    assert row.outcome == Outcome.WRONG
    assert [(problem["place"], problem["message"]) for problem in row.problems] == [(cell, message)]


REFUSED = {
    "no names": (b"colour,size\nred,5\n", "No column is called"),
    "nothing below": (as_csv([]), "nothing below"),
    "two columns of one kind": (b"Name,Service,Provider\na,b,c\n", "Two columns say the same"),
    "not a text": (b"PK\x00\x01", "not a text file"),
}


@pytest.mark.parametrize(("content", "message"), REFUSED.values(), ids=REFUSED)
def test_a_list_that_cannot_be_read_is_refused_with_the_reason(content, message, look):
    received = look(content)
    assert message in received.refused
    assert not received.rows.exists()


def test_a_listing_that_stands_twice_is_taken_once(look):
    received = look(as_csv([ROW, ROW]))
    assert outcomes(received) == {2: Outcome.NEW, 3: Outcome.WRONG}
    assert "stands in row 2 already" in received.rows.get(number=3).problems[0]["message"]


def test_what_is_read_of_a_row(look):
    [row] = look(as_csv([ROW])).rows.all()
    expected = {
        "title": "Elm Club",
        "provider": "Elm Trust",
        "age_from": 5,
        "age_to": 11,
        "needs": ["ASD"],
        "category": "activities",
        "postcode": "KT1 1EU",
        "website": "https://www.example.org",
        "last_checked_on": "2026-11-03",
        "next_check_on": "2027-05-04",  # half a year later
        "summary": "We meet every week.",
    }
    assert {name: row.fields[name] for name in expected} == expected


def test_the_quality_of_a_listing_counts_what_families_need_to_know(look):
    """Of eight: the waiting time is not said, and seven are, so 88; without ages, needs and cost 50."""
    rows = [ROW, row_with(ref="R2", name="Oak Course", ages="", needs="", cost="")]
    received = look(as_csv(rows))
    assert list(received.rows.order_by("number").values_list("quality", flat=True)) == [88, 50]
    assert received.rows.get(number=2).lacking == ["how long people wait"]
    assert summary(received).quality == 69
    assert summary(received).lacking[0] == ("how long people wait", 2)


def test_a_complete_listing_is_published_where_that_was_chosen_and_an_incomplete_one_is_a_draft(look, apply):
    rows = [ROW, row_with(ref="R2", name="Oak Course", phone="")]
    rows[1][13] = ""  # nor a website: nobody to ask
    apply(look(as_csv(rows)), publishes=True)
    assert list(ServicePage.objects.order_by("pk").values_list("title", "live")) == [
        ("Elm Club", True),
        ("Oak Course", False),
    ]


@pytest.fixture
def splash_club(add_page, service):
    return add_page(service(title="Saturday Splash Club", postcode="KT1 1EU"))


LIKE_IT = {"name": "The Splash Club (Saturday)", "provider": "Example Therapies Ltd", "ref": ""}


def test_a_likely_duplicate_waits_for_a_person(splash_club, look, importer, section):
    received = look(as_csv([row_with(**LIKE_IT)]))
    [row] = received.rows.all()
    assert (row.outcome, row.may_be_id) == (Outcome.DUPLICATE, splash_club.pk)
    with pytest.raises(importing.StillToDecide):
        importing.confirm_import(import_id=received.pk, section=section, publishes=False, by=importer, at=AT)


@pytest.mark.parametrize(
    ("decision", "pages", "cost"), [("same", 1, "£5 a time"), ("other", 2, "Free"), ("leave", 1, "Free")]
)
def test_what_the_person_says_is_done(decision, pages, cost, splash_club, look, apply, importer):
    received = look(as_csv([row_with(**LIKE_IT), row_with(ref="R9", name="Yew Trip")]))
    row = received.rows.get(number=2)
    importing.decide_row(row=row, decision=decision, by=importer, at=AT)
    apply(received, publishes=True)
    assert ServicePage.objects.exclude(title="Yew Trip").count() == pages
    splash_club.refresh_from_db()
    assert splash_club.cost == cost


TWICE = [
    ROW,
    row_with(ref="R2", name="Elm Clubb"),
    row_with(ref="R3", name="The Club, Elm"),
    row_with(ref="R4", name="Elm Club 2"),
    row_with(ref="R5", name="Oak Choir"),
]


def test_what_stands_nearly_the_same_twice_in_one_list_waits_for_a_person(look):
    """A letter too many, another order of the words; a number makes another one of it."""
    received = look(as_csv(TWICE))
    expected = [Outcome.NEW, Outcome.DUPLICATE, Outcome.DUPLICATE, Outcome.NEW, Outcome.NEW]
    assert list(outcomes(received).values()) == expected
    assert received.rows.get(number=3).problems == [
        {
            "place": "row 3",
            "text": "Elm Clubb",
            "message": "Nearly the same as “Elm Club” in row 2 of this list.",
            "is_grave": False,
        }
    ]
    assert summary(received).to_decide == 2


def test_a_listing_of_an_earlier_list_and_a_new_one_like_it_are_told_apart_by_a_person(look, apply):
    apply(look(as_csv([ROW])))
    again = look(as_csv([row_with(ref="R9", name="Elm Clubs"), ROW]))
    assert outcomes(again) == {2: Outcome.DUPLICATE, 3: Outcome.SAME}


def test_what_a_person_left_out_stays_out_until_it_says_something_else(look, apply, importer):
    received = look(as_csv(TWICE))
    for number, decision in ((3, "leave"), (4, "other")):
        importing.decide_row(row=received.rows.get(number=number), decision=decision, by=importer, at=AT)
    apply(received)
    assert sorted(ServicePage.objects.values_list("title", flat=True)) == [
        "Elm Club",
        "Elm Club 2",
        "Oak Choir",
        "The Club, Elm",
    ]
    again = look(as_csv(TWICE))
    left = again.rows.get(number=3)
    assert (left.outcome, left.decision, left.decided_by) == (Outcome.DUPLICATE, "leave", importer)
    assert (summary(again).to_decide, summary(again).to_apply) == (0, 0)
    changed = look(as_csv([ROW, row_with(ref="R2", name="Elm Clubb", cost="£1")]))
    assert summary(changed).to_decide == 1


def test_what_is_like_no_listing_of_ours_cannot_be_brought_up_to_date_with_one(look, importer):
    row = look(as_csv(TWICE)).rows.get(number=3)
    with pytest.raises(PermissionDenied):
        importing.decide_row(row=row, decision="same", by=importer, at=AT)


def test_what_an_editor_changed_stays_unless_the_source_changes_the_same(look, apply):
    apply(look(as_csv([ROW])), publishes=True)
    page = ServicePage.objects.get()
    page.cost, page.eligibility = "£6, says the editor", "Families of the borough."
    page.save_revision().publish()
    apply(look(as_csv([row_with(cost="£9 a time")])), publishes=True)
    page.refresh_from_db()
    assert (page.cost, page.eligibility) == ("£9 a time", "Families of the borough.")


def test_nothing_is_published_over_the_head_of_an_editor_at_work(look, apply):
    apply(look(as_csv([ROW])), publishes=True)
    page = ServicePage.objects.get()
    page.eligibility = "Not finished"
    page.save_revision()
    apply(look(as_csv([row_with(cost="£9 a time")])), publishes=True)
    page.refresh_from_db()
    assert (page.cost, page.eligibility) == ("£5 a time", "Any family.")
    draft = page.get_latest_revision_as_object()
    assert (draft.cost, draft.eligibility) == ("£9 a time", "Not finished")


def test_what_an_editor_took_down_is_not_published_again_by_the_next_list(look, apply):
    apply(look(as_csv([ROW])), publishes=True)
    ServicePage.objects.get().unpublish()
    apply(look(as_csv([row_with(cost="£9 a time")])), publishes=True)
    page = ServicePage.objects.get()
    assert not page.live
    assert page.get_latest_revision_as_object().cost == "£9 a time"


def test_a_draft_that_is_being_reviewed_is_not_published_by_the_next_list(look, apply, importer):
    apply(look(as_csv([ROW])), publishes=False)
    page = ServicePage.objects.get()
    page.get_workflow().start(page, importer)
    apply(look(as_csv([row_with(cost="£9 a time")])), publishes=True)
    assert not ServicePage.objects.get().live


def test_a_draft_that_an_editor_has_begun_to_change_is_not_published_by_the_next_list(look, apply):
    apply(look(as_csv([ROW])), publishes=False)
    page = ServicePage.objects.get()
    page.eligibility = "Not finished"
    page.save_revision()
    apply(look(as_csv([row_with(cost="£9 a time")])), publishes=True)
    assert not ServicePage.objects.get().live


def test_a_draft_that_nobody_but_a_list_wrote_is_published_by_the_next_one(look, apply):
    apply(look(as_csv([ROW])), publishes=False)
    apply(look(as_csv([row_with(cost="£9 a time")])), publishes=True)
    page = ServicePage.objects.get()
    assert (page.live, page.cost) == (True, "£9 a time")


def test_an_import_is_applied_once_however_often_it_is_asked_for(look, apply):
    applied = apply(look(as_csv([ROW])))
    importing.apply_import(import_id=applied.pk, at=AT)
    importing.look_through(import_id=applied.pk, at=AT)
    assert (ServicePage.objects.count(), applied.rows.count()) == (1, 1)


def test_the_same_list_again_changes_nothing(look, apply, importer, section):
    apply(look(as_csv([ROW])))
    again = look(as_csv([ROW]))
    assert outcomes(again) == {2: Outcome.SAME}
    with pytest.raises(importing.NothingToApply):
        importing.confirm_import(import_id=again.pk, section=section, publishes=False, by=importer, at=AT)


def test_nobody_else_imports(person):
    with pytest.raises(PermissionDenied):
        importing.receive_import(kind="spreadsheet", source="x", files=[], by=person("board_member"), at=AT)
    assert not ListingImport.objects.exists()
