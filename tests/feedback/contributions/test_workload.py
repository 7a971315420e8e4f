"""How much waits and how long it took, and the log of every step: counted by hand, and without any words."""

import csv
import io
from datetime import UTC, datetime, timedelta

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from feedback.contributions import actions
from feedback.contributions.models import Contribution, NotPublishingReason
from feedback.contributions.queries.log import HEADINGS, moderation_log
from feedback.contributions.queries.workload import Middle, workload
from kpis.workstreams.models import Plan, Workstream
from tests.feedback.contributions.conftest import MONDAY, PLANTED, TUESDAY

FRIDAY = datetime(2019, 11, 15, 12, 0, tzinfo=UTC)


@pytest.fixture
def travel(db):
    return Workstream.objects.create(
        plan=Plan.objects.create(name="Plan"), name="Travel", slug="travel", purpose="x"
    )


def move(contribution, workstream):
    Contribution.objects.filter(pk=contribution.pk).update(workstream=workstream)


# ---- the workload ----


def test_what_waits_is_counted_in_all_and_by_workstream(receive, published, travel):
    receive()  # to be read by Wednesday: late on Friday
    receive(text="Set aside.", set_aside="trap")
    move(published(at=TUESDAY), travel)
    everything, (of_travel, of_none) = workload(FRIDAY)
    assert (everything.to_read, everything.to_answer, everything.overdue) == (1, 1, 1)
    assert (everything.oldest_at, everything.oldest_words) == (MONDAY, "4 working days")
    assert (of_travel.name, of_travel.to_read, of_travel.to_answer, of_travel.overdue) == ("Travel", 0, 1, 0)
    assert (of_none.name, of_none.to_read, of_none.to_answer, of_none.overdue) == ("No workstream", 1, 0, 1)
    assert of_travel.oldest_words == "3 working days"


def test_a_hold_changes_no_number(receive, published, moderator):
    contributions = [receive(), published()]
    before = workload(FRIDAY)
    for contribution in contributions:
        actions.pass_to_safeguarding(contribution=contribution, by=moderator, at=TUESDAY)
    assert workload(FRIDAY) == before


def test_how_long_it_took_is_the_middle_in_working_days(published):
    # Read on Tuesday 12 November: from Thursday 7, Friday 8, Monday 11 (twice) and Tuesday itself.
    for number, day in enumerate((7, 8, 11, 11, 12)):
        published(text=f"{number}", at=datetime(2019, 11, day, 9, tzinfo=UTC))
    everything, _ = workload(FRIDAY)
    assert everything.days_to_read == Middle(1, 5)  # 3, 2, 1, 1, 0
    assert everything.days_to_read.words == "1 day (of 5)"
    assert everything.days_to_answer.words == "none"


def test_fewer_than_five_have_no_middle(answered):
    answered()
    everything, _ = workload(FRIDAY)
    assert everything.days_to_answer == Middle(None, 1)
    assert everything.days_to_answer.words == "too few to say (1)"


def test_what_was_read_more_than_a_year_ago_does_not_count(published):
    for number in range(5):
        published(text=f"{number}")
    assert workload(TUESDAY + timedelta(days=364))[0].days_to_read.count == 5
    assert workload(TUESDAY + timedelta(days=365))[0].days_to_read.count == 0


def test_the_workload_takes_three_queries(receive, published, travel, django_assert_num_queries):
    receive()
    for number in range(6):
        published(text=f"{number}")
    with django_assert_num_queries(3):
        workload(FRIDAY)


def test_the_page_opens_with_a_sentence_and_shows_safeguarding_to_leads_only(receive, client_as):
    receive(someone_at_risk=True)
    board = client_as("board_member").get(reverse("contributions:workload")).content.decode()
    assert "1 to be read, 0 to be answered" in board
    assert "too few were answered to say how long that takes" in board
    assert "safeguarding" not in board.lower()
    assert reverse("contributions:queue") not in board
    lead = client_as("safeguarding_lead").get(reverse("contributions:workload")).content.decode()
    assert "1 waits for you, 1 of them longer than an hour" in lead
    assert (
        reverse("contributions:queue")
        in client_as("moderator").get(reverse("contributions:workload")).content.decode()
    )


def test_where_nothing_waits_the_page_says_so(client_as):
    page = client_as("board_member").get(reverse("contributions:workload")).content.decode()
    assert "Nothing waits: everything that people told us is read and answered." in page
    assert "Nothing has waited longer than we promise." in page


# ---- the log ----


def test_the_log_has_a_row_a_step_with_who_and_when_and_the_reason(
    receive, person, second_moderator, client_as
):
    ann = person("moderator", email="ann@example.org", first_name="Ann", last_name="Ash")
    contribution = receive(text=f"{PLANTED} shouts.")
    reason = NotPublishingReason.objects.get(slug="vexatious")
    proposal = actions.propose_withholding(contribution=contribution, reason=reason, by=ann, at=TUESDAY)
    actions.decide_withholding(withholding=proposal, agree=True, by=second_moderator, at=TUESDAY)
    actions.take_back(contribution=contribution, why=f"{PLANTED} rang", by=ann, at=TUESDAY)
    number, other = str(contribution.pk), f"Person {second_moderator.pk}"
    assert list(moderation_log()) == [
        [number, "Received", "", "Received", "The author", "2019-11-11 10:00", ""],
        [number, "Reading began", "Received", "Screening", "Ann Ash", "2019-11-12 10:00", ""],
        [number, "Not published", "Screening", "Not published", other, "2019-11-12 10:00", "Vexatious"],
        [number, "Taken back", "Not published", "Screening", "Ann Ash", "2019-11-12 10:00", ""],
    ]
    answer = client_as(ann).get(reverse("contributions:log_csv"))
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert (rows[0], len(rows)) == (HEADINGS, 5)
    assert answer["Content-Disposition"] == 'attachment; filename="moderation-log.csv"'
    assert PLANTED not in answer.content.decode()
    sheet = load_workbook(io.BytesIO(client_as(ann).get(reverse("contributions:log_xlsx")).content)).active
    assert [cell.value for cell in sheet[1]] == HEADINGS
    assert sheet.max_row == 5


def test_a_hold_changes_nothing_in_the_log(published, moderator, lead):
    contribution = published()
    before = list(moderation_log())
    actions.pass_to_safeguarding(contribution=contribution, why="Bruises", by=moderator, at=TUESDAY)
    actions.withdraw(contribution=contribution, at=TUESDAY)
    assert list(moderation_log()) == before
    actions.release(contribution=contribution, why="Handed over", by=lead, at=TUESDAY)
    assert list(moderation_log()) == before
