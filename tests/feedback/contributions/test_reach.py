"""Whom we hear from: counted once, released small counts hidden, frozen by quarter, and said who will ask."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from feedback.contributions import actions
from feedback.contributions.models import (
    AboutMe,
    Dimension,
    Neighbourhood,
    ReachCount,
    ReachEdition,
    ReachPlan,
    ReachTally,
)
from feedback.contributions.queries.heard import NOT_TOLD, heard_in, heard_tables, quarters_until
from feedback.contributions.queries.reach import reach, released_tables

UNTIL = date(2026, 10, 1)  # the quarters from October 2025 to September 2026
IN_MAY, IN_AUGUST = (datetime(2026, month, 11, 10, tzinfo=UTC) for month in (5, 8))
AFTER = datetime(2026, 10, 20, 4, tzinfo=UTC)
NEXT_QUARTER = datetime(2027, 1, 20, 4, tzinfo=UTC)
PARTNERS, PUBLIC = ReachEdition.Audience.PARTNERS, ReachEdition.Audience.PUBLIC
MAY, AUGUST = "2026-04-01", "2026-07-01"


@pytest.fixture(autouse=True)
def places(db):
    Neighbourhood.objects.all().delete()
    return [Neighbourhood.objects.create(name=name, position=i) for i, name in enumerate(("North", "South"))]


@pytest.fixture
def heard(receive):
    """`heard(12, who="school", at=IN_MAY, age_band="Under 5")`: so many contributions."""
    sent = iter(range(10_000))

    def make(count, *, who="parent_carer", at=IN_MAY, **bands):
        rows = [receive(text=f"Number {next(sent)}.", partner_type=who, at=at) for _ in range(count)]
        if bands:
            AboutMe.objects.bulk_create(AboutMe(contribution=row, **bands) for row in rows)
        return rows

    return make


def count(dimension, band, quarter):
    return heard_in(date.fromisoformat(quarter))[str(dimension), band]


def test_the_four_quarters_are_whole_ones():
    assert quarters_until(UNTIL) == [date(2025, 10, 1), date(2026, 1, 1), date(2026, 4, 1), date(2026, 7, 1)]


def test_contributions_count_in_the_quarter_they_came(heard, places):
    heard(3, at=IN_MAY, age_band="Under 5")
    heard(2, at=IN_AUGUST, who="school", neighbourhood=places[1])
    assert count(Dimension.PARTNER_TYPE, "parent_carer", MAY) == 3
    assert count(Dimension.PARTNER_TYPE, "school", AUGUST) == 2
    assert count(Dimension.AGE_BAND, "Under 5", MAY) == 3
    assert count(Dimension.AGE_BAND, NOT_TOLD, AUGUST) == 2
    assert count(Dimension.NEIGHBOURHOOD, "South", AUGUST) == 2


def test_all_tables_of_an_edition_have_the_same_totals(heard, places):
    heard(3, at=IN_MAY, age_band="Under 5")
    heard(2, at=IN_AUGUST, who="school", neighbourhood=places[1])
    actions.publish_reach(at=AFTER)
    assert {t.with_totals[-1] for t in heard_tables(UNTIL).values()} == {(0, 0, 3, 2, 5)}


def test_what_has_lost_its_bands_is_counted_from_the_tally_and_not_twice(heard):
    rows = heard(4, age_band="Under 5")
    ReachTally.objects.create(
        quarter_from=date(2026, 4, 1), dimension=Dimension.AGE_BAND, band="Under 5", count=1
    )
    AboutMe.objects.filter(contribution=rows[0]).delete()
    assert (count(Dimension.AGE_BAND, "Under 5", MAY), count(Dimension.AGE_BAND, NOT_TOLD, MAY)) == (4, 0)


def test_forgetting_bands_changes_no_count(heard):
    heard(4, age_band="5 to 10", need="ASD")
    before = heard_in(date.fromisoformat(MAY))
    actions.forget_what_is_due(at=datetime(2032, 1, 5, 3, tzinfo=UTC))
    assert not AboutMe.objects.exists()
    assert heard_in(date.fromisoformat(MAY)) == before


def test_what_was_withdrawn_or_waits_apart_is_not_counted(heard, receive):
    rows = heard(3)
    actions.withdraw(contribution=rows[0], at=IN_AUGUST)
    receive(text="Buy now.", at=IN_MAY, set_aside="rush")
    assert count(Dimension.PARTNER_TYPE, "parent_carer", MAY) == 2


def test_editions_wait_two_weeks_and_are_made_once(heard):
    heard(30)
    assert [e.until for e in actions.publish_reach(at=datetime(2026, 10, 10, 4, tzinfo=UTC))] == [
        date(2026, 7, 1)
    ] * 2
    made = actions.publish_reach(at=AFTER)
    assert [(e.audience, e.until) for e in made] == [("partners", UNTIL), ("public", UNTIL)]
    assert actions.publish_reach(at=AFTER + timedelta(days=1)) == []


def test_small_counts_are_hidden_and_the_public_sees_no_more_than_partners(heard):
    heard(30)
    heard(7, who="school")
    heard(3, who="health")
    actions.publish_reach(at=AFTER)
    for_partners, for_public = (
        released_tables(ReachEdition.objects.get(audience=a)) for a in (PARTNERS, PUBLIC)
    )
    who = str(Dimension.PARTNER_TYPE)
    assert for_partners[who].cell("health") is None
    assert for_public[who].cell("health") is None
    assert for_public[who].cell("school") is None
    for dimension, released in for_public.items():
        assert set(for_partners[dimension].hidden) <= set(released.hidden)


def test_an_edition_stores_no_small_count(heard):
    heard(31)
    heard(7, who="school")
    actions.publish_reach(at=AFTER)
    stored = ReachEdition.objects.get(audience=PUBLIC).released
    shown = [n for t in stored.values() for row in t["shown"] for n in row if n is not None]
    assert not [n for n in shown if 0 < n < 10]


def test_who_they_are_is_read_first(heard):
    heard(30)
    actions.publish_reach(at=AFTER)
    found = reach(PUBLIC, AFTER.date())
    assert [t.words for t in found.tables] == [label for _, label in Dimension.choices]
    assert found.everybody == "30"


def test_a_later_withdrawal_changes_no_edition_that_is_out(heard):
    rows = heard(30)
    actions.publish_reach(at=AFTER)
    before = ReachEdition.objects.get(audience=PUBLIC).released
    actions.withdraw(contribution=rows[0], at=AFTER)
    assert ReachEdition.objects.get(audience=PUBLIC).released == before


def test_a_withdrawal_after_a_quarter_was_counted_shows_in_no_later_edition(heard):
    rows = heard(30, at=IN_AUGUST)
    actions.publish_reach(at=AFTER)
    actions.withdraw(contribution=rows[0], at=AFTER)
    heard(40, at=datetime(2026, 11, 11, tzinfo=UTC))
    actions.publish_reach(at=NEXT_QUARTER)
    newest = released_tables(ReachEdition.objects.get(audience=PUBLIC, until=date(2027, 1, 1)))
    assert newest[str(Dimension.PARTNER_TYPE)].column_total(AUGUST) == 30


def test_an_edition_that_would_show_a_change_of_one_is_held_back_and_the_last_one_stays(
    heard, client, client_as
):
    heard(30, at=IN_AUGUST)
    actions.publish_reach(at=AFTER)
    counted = ReachCount.objects.filter(quarter_from=date(2026, 7, 1), band__in=["parent_carer", NOT_TOLD])
    counted.update(count=29)  # as if somebody had counted anew
    heard(40, at=datetime(2026, 11, 11, tzinfo=UTC))
    actions.publish_reach(at=NEXT_QUARTER)
    newest = ReachEdition.objects.get(audience=PUBLIC, until=date(2027, 1, 1))
    assert newest.released is None
    assert "differs by fewer than 5 from an earlier edition" in newest.held_back_because
    found = reach(PUBLIC, date(2027, 1, 21))
    assert (found.edition.until, found.newer) == (UNTIL, newest)
    public = client.get(reverse("contributions:who_we_hear_from")).content.decode()
    partners = client_as("forum").get(reverse("contributions:reach")).content.decode()
    assert "Newer numbers are not shown for now, to protect people." in public
    assert "differs by fewer than" not in public
    assert "differs by fewer than 5 from an earlier edition" in partners


def test_the_next_quarter_is_published_beside_the_one_before(heard):
    heard(30, at=IN_AUGUST)
    heard(3, at=IN_AUGUST, who="health")
    actions.publish_reach(at=AFTER)
    heard(40, at=datetime(2026, 11, 11, tzinfo=UTC))
    actions.publish_reach(at=NEXT_QUARTER)
    newest = released_tables(ReachEdition.objects.get(audience=PUBLIC, until=date(2027, 1, 1)))
    assert newest[str(Dimension.PARTNER_TYPE)].cell("health", AUGUST) is None


def test_groups_that_nobody_told_are_named_and_those_who_would_not_say_are_no_group(heard):
    heard(30, age_band="Under 5")
    actions.publish_reach(at=AFTER)
    words = [group.words for group in reach(PUBLIC, AFTER.date()).not_heard]
    assert "5 to 10" in words
    assert "Autism" in words
    assert "North" in words
    assert not {"Under 5", "A parent or carer", "Not told", "No need recorded"} & set(words)
    assert "Somebody else, or I would rather not say" not in words


def test_reading_takes_the_same_number_of_queries_however_many_editions(heard, django_assert_num_queries):
    heard(30)
    actions.publish_reach(at=AFTER)
    with django_assert_num_queries(2):
        reach(PUBLIC, AFTER.date())


# ---- pages ----


def test_everybody_reads_whom_we_have_not_heard_from_and_who_will_ask(heard, client, person):
    heard(30)
    actions.publish_reach(at=AFTER)
    actions.plan_to_ask(
        dimension=Dimension.NEED,
        band="HI",
        who="Sensory team",
        by_on=date(2099, 3, 31),
        by=person(),
        at=AFTER,
    )
    page = client.get(reverse("contributions:who_we_hear_from")).content.decode()
    assert "Sensory team will ask by 31 March 2099." in page
    assert "Not heard from yet" in page


def test_a_day_that_is_over_is_said_to_be_over(heard, client, person):
    heard(30)
    actions.publish_reach(at=AFTER)
    ReachPlan.objects.create(
        dimension=Dimension.NEED,
        band="HI",
        who="Team",
        by_on=date(2020, 1, 1),
        noted_by=person(),
        noted_at=AFTER,
    )
    assert (
        "Team was to ask by 1 January 2020."
        in client.get(reverse("contributions:who_we_hear_from")).content.decode()
    )


def test_a_page_shows_c_and_never_a_small_count(heard, client, client_as):
    heard(31)
    heard(7, who="school")
    heard(3, who="health")
    actions.publish_reach(at=AFTER)
    public = client.get(reverse("contributions:who_we_hear_from")).content.decode()
    partners = client_as("partner_officer").get(reverse("contributions:reach")).content.decode()
    assert 'class="num">c<' in public
    assert 'class="num">7<' not in public
    assert 'class="num">3<' not in public + partners


def test_before_the_first_count_the_pages_say_so(client, client_as):
    assert "There is no count yet." in client.get(reverse("contributions:who_we_hear_from")).content.decode()
    assert (
        "Nothing is counted yet." in client_as("forum").get(reverse("contributions:reach")).content.decode()
    )


def test_who_will_ask_is_noted_and_a_day_in_the_past_is_refused_at_the_field(client_as):
    client, address = client_as("forum"), reverse("contributions:plan_reach")
    told = {"group": "need:HI", "who": "Forum", "by_on": "2001-01-01"}
    answer = client.post(address, told)
    assert answer.status_code == 200
    assert answer.context["form"].errors == {"by_on": ["Give a day that is still to come."]}
    later = timezone.localdate() + timedelta(days=30)
    assert client.post(address, told | {"by_on": later.isoformat()}).url == reverse("contributions:reach")
    assert ReachPlan.objects.get().band == "HI"


def test_an_empty_form_names_each_field(client_as):
    answer = client_as("forum").post(reverse("contributions:plan_reach"), {"who": " "})
    assert set(answer.context["form"].errors) == {"group", "who", "by_on"}


def test_only_those_who_go_out_and_ask_may_say_who_will(client_as):
    assert client_as("board_member").get(reverse("contributions:plan_reach")).status_code == 403


def test_no_page_can_reach_a_raw_count():
    """The doors of the raw counts: a page that imported one would be one more."""
    from tests.test_architecture import SOURCES, module_of

    doors = re.compile(r"heard_tables|heard_in\b|ReachCount|ReachTally")
    users = {module_of(path) for path in SOURCES if doors.search(path.read_text())}
    assert not [name for name in users if re.search(r"\.(views|forms|templatetags|tasks)(\.|$)", name)]
    assert "feedback.contributions.queries.reach" not in users
