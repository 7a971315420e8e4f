"""The yearly record: appears on its day whatever is missing, names who owes what, and gives no one person away."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest

from feedback.contributions import actions
from feedback.contributions.actions.answering import Words
from feedback.contributions.models import Edition, NotPublishingReason, OutcomeAnswer, PublicationYear
from feedback.contributions.queries import yearly
from feedback.contributions.queries.yearly.drafting import BEING_READ, COUNTED_ONLY, WITHDRAWN
from feedback.contributions.queries.yearly.tables import DIFFERENCE, NOT_SHOWN
from kpis.workstreams.models import OutboxMail
from portal.accounts.mails import render_mail
from tests.feedback.contributions.conftest import MONDAY, PLANTED, TUESDAY

# The contributions of these tests come in November 2019: school year 2019/20, published on 1 December 2020.
DUE = datetime(2020, 12, 1, 0, 20, tzinfo=UTC)
BEFORE_DUE = datetime(2020, 11, 30, 23, 59, tzinfo=UTC)
WILL_NOT = Words(you_said="Waits.", outcome="will_not", reason="There is no money for it before April.")


def publish_by_the_clock(at=DUE):
    actions.keep_the_year(at=at)
    return Edition.objects.order_by("year__starts_on", "number").last()


def the_year() -> PublicationYear:
    return PublicationYear.objects.get(starts_on=date(2019, 9, 1))


def publish(year, by, at):
    return actions.publish_edition(year=year, by=by, at=at)


# ---- years ----


def test_a_year_begins_by_itself_and_covers_today(db):
    actions.begin_years(at=TUESDAY)
    actions.begin_years(at=TUESDAY)
    year = PublicationYear.objects.get()
    assert (year.starts_on, year.ends_on, year.due_on) == (
        date(2019, 9, 1),
        date(2020, 9, 1),
        date(2020, 12, 1),
    )
    assert str(year) == "2019/20"


@pytest.mark.parametrize(
    ("day", "starts_on"),
    [
        (datetime(2019, 8, 31, 22, 59, tzinfo=UTC), date(2018, 9, 1)),
        (datetime(2019, 8, 31, 23, 0, tzinfo=UTC), date(2019, 9, 1)),  # midnight in London
        (datetime(2020, 2, 29, 12, tzinfo=UTC), date(2019, 9, 1)),
    ],
)
def test_the_first_year_is_the_school_year_of_today(db, day, starts_on):
    actions.begin_years(at=day)
    assert PublicationYear.objects.get().starts_on == starts_on


def test_years_follow_each_other_from_the_oldest_contribution_without_a_gap(receive):
    receive(at=datetime(2017, 3, 1, tzinfo=UTC))
    actions.begin_years(at=TUESDAY)
    years = PublicationYear.objects.order_by("starts_on")
    assert [y.starts_on.year for y in years] == [2016, 2017, 2018, 2019]
    assert all(a.ends_on == b.starts_on for a, b in pairwise(years))


# ---- the due date ----


def test_it_appears_on_its_due_date_whatever_is_missing(published, answered):
    answered()
    published(text="Jack waits.", public="Waits.")
    assert publish_by_the_clock(at=BEFORE_DUE) is None
    edition = publish_by_the_clock(at=DUE)
    assert (edition.number, edition.published_by, edition.published_at) == (1, None, DUE)
    assert [bool(line.response_version) for line in edition.lines.order_by("position")] == [True, False]
    publish_by_the_clock(at=DUE + timedelta(hours=1))
    assert Edition.objects.count() == 1


def test_where_the_site_was_down_on_the_day_the_next_run_publishes_it(published):
    published()
    actions.begin_years(at=TUESDAY)
    edition = publish_by_the_clock(at=DUE + timedelta(days=9))
    assert edition.lines.count() == 1


def test_it_appears_where_nothing_was_said(db):
    actions.begin_years(at=TUESDAY)
    assert publish_by_the_clock().lines.count() == 0


def test_what_awaits_a_response_says_who_is_late_and_since_when(published, milestone):
    contribution = published()
    contribution.workstream = milestone.workstream
    contribution.save()
    published(text="Jack waits.", public="Waits.")
    page = yearly.edition_page(publish_by_the_clock(), DUE.date())
    first, second = page.awaiting
    assert (first.owed_by, second.owed_by) == ("Therapies, its lead", "the partnership")
    # Monday 11 November 2019 and twenty working days: Monday 9 December 2019.
    assert (first.waiting_since, first.due_on, first.is_late) == (date(2019, 11, 11), date(2019, 12, 9), True)


def test_who_has_begun_an_answer_owes_it(published, milestone, moderator):
    actions.draft_response(
        contributions=[published()], words=WILL_NOT, workstream=milestone.workstream, by=moderator, at=TUESDAY
    )
    (comment,) = yearly.edition_page(publish_by_the_clock(), DUE.date()).awaiting
    assert comment.owed_by == "Therapies, its lead"


def test_what_came_before_and_was_read_late_is_in_the_next_years_record(receive, moderator, second_moderator):
    late = receive(text="The page is hard to read.", at=datetime(2019, 8, 30, 9, tzinfo=UTC))
    actions.keep_the_year(at=datetime(2019, 12, 1, 9, tzinfo=UTC))
    assert Edition.objects.get().lines.count() == 0
    at = datetime(2019, 12, 2, 9, tzinfo=UTC)
    version = actions.save_public_version(contribution=late, text="Hard to read.", by=moderator, at=at)
    actions.approve_public_version(version=version, by=second_moderator, at=at)
    edition = publish_by_the_clock()
    assert edition.year == the_year()
    assert [line.contribution for line in edition.lines.all()] == [late]
    later = publish_by_the_clock(at=datetime(2021, 12, 1, 9, tzinfo=UTC))
    assert later.lines.count() == 0  # it has stood in one year's record


# ---- counts ----


def test_what_is_not_shown_is_counted_by_reason(receive, published, moderator, second_moderator, settings):
    settings.SMALLEST_PUBLIC_COUNT = 2
    published()
    for _ in range(2):
        receive()
        actions.keep_private(contribution=receive(publish_consent="counts_only"), by=moderator, at=TUESDAY)
        actions.withdraw(contribution=receive(), at=TUESDAY)
        withheld = receive()
        reason = NotPublishingReason.objects.get(slug="vexatious")
        proposal = actions.propose_withholding(contribution=withheld, reason=reason, by=moderator, at=TUESDAY)
        if proposal.decided_at is None:
            actions.decide_withholding(withholding=proposal, agree=True, by=second_moderator, at=TUESDAY)
    receive(set_aside="rush")
    (table,) = yearly.edition_page(publish_by_the_clock(), DUE.date()).counted
    counts = {row: count for row, count in table.rows if count}
    assert counts == {
        "Not published: Vexatious": 2,
        COUNTED_ONLY: 2,
        WITHDRAWN: 2,
        BEING_READ: 2,
    }
    assert table.total == 8


def test_a_hold_is_counted_as_what_it_looks_like(receive, moderator, settings):
    settings.SMALLEST_PUBLIC_COUNT = 1
    actions.pass_to_safeguarding(contribution=receive(), by=moderator, at=TUESDAY)
    (table,) = yearly.edition_page(publish_by_the_clock(), DUE.date()).counted
    assert dict(table.rows)[BEING_READ] == 1


def test_a_count_below_the_threshold_is_not_in_the_edition(receive):
    for number in range(9):
        actions.withdraw(contribution=receive(text=f"Number {number}"), at=TUESDAY)
    edition = publish_by_the_clock()
    assert "9" not in str(edition.released_counts)
    page = yearly.edition_page(edition, DUE.date())
    shown = [count for table in page.counted for _, count in table.rows]
    assert 9 not in shown


def test_a_later_edition_that_would_reveal_one_person_holds_the_counts_back(receive, published, moderator):
    contributions = [receive(text=f"Number {number}") for number in range(40)]
    for contribution in contributions[:20]:
        actions.withdraw(contribution=contribution, at=TUESDAY)
    first = publish_by_the_clock()
    assert dict(yearly.edition_page(first, DUE.date()).counted[0].rows)[WITHDRAWN] == 20

    published(text="Jack waits.", public="A new comment.")
    actions.withdraw(contribution=contributions[20], at=DUE)
    later = DUE + timedelta(days=30)
    draft = yearly.draft(the_year(), later)
    assert NOT_SHOWN in draft.held_back
    second = publish(the_year(), moderator, later)
    assert NOT_SHOWN not in second.released_counts
    assert second.held_back[NOT_SHOWN]
    assert second.lines.count() == 1  # the comments are published anyway


def test_what_families_say_it_changed_is_released_by_the_year(published, settings):
    settings.SMALLEST_PUBLIC_COUNT = 3
    for number, difference in enumerate(["yes"] * 4 + ["no"] * 3 + ["partly"] * 3 + ["too_early"] * 3):
        contribution = published(text=f"Jack waits {number}.")
        answers = contribution.outcome_answers
        answers.create(difference="no", told_at=TUESDAY)
        answers.create(difference=difference, told_at=TUESDAY + timedelta(days=1))
    edition = publish_by_the_clock()
    assert OutcomeAnswer.objects.count() == 26
    assert DIFFERENCE in edition.released_counts
    words = "4 of 13 people who told us say that an answer made a difference."
    assert yearly.latest_difference().words == words


def test_few_words_about_a_difference_are_not_released(published, client):
    published().outcome_answers.create(difference="yes", told_at=TUESDAY)
    assert DIFFERENCE in publish_by_the_clock().held_back
    assert yearly.latest_difference() is None


# ---- editions are never changed ----


def test_an_edition_stays_as_it_was_and_a_later_one_has_the_answers(published, moderator):
    contribution = published()
    first = publish_by_the_clock()
    response = actions.draft_response(contributions=[contribution], words=WILL_NOT, by=moderator, at=DUE)
    actions.publish_response(response=response, number=response.versions.count(), by=moderator, at=DUE)
    second = publish(the_year(), moderator, DUE + timedelta(days=1))
    assert (second.number, second.published_by) == (2, moderator)
    (before,) = yearly.edition_page(first, DUE.date()).awaiting
    assert before.answered_since == response.pk
    (after,) = yearly.edition_page(second, DUE.date()).answered
    assert after.answer.what == WILL_NOT.reason


def test_a_withdrawn_comment_reads_withdrawn_in_every_edition(published, answered, moderator):
    waiting, done = published(public="Waiting words."), answered(text="Jack.", public="Answered words.")
    first = publish_by_the_clock()
    for contribution in (waiting, done):
        actions.withdraw(contribution=contribution, at=DUE)
    page = yearly.edition_page(Edition.objects.get(pk=first.pk), DUE.date())
    assert page.awaiting[0].text == page.answered[0].comments[0].text == ""
    assert page.awaiting[0].gone == page.answered[0].comments[0].gone == "Withdrawn."


def test_what_was_taken_back_is_read_in_no_edition_and_a_new_wording_is_said_to_be_one(
    published, moderator, second_moderator
):
    contribution = published(public="Words that name somebody.")
    edition = publish_by_the_clock()
    actions.take_back(contribution=contribution, why="It names somebody.", by=moderator, at=DUE)
    (comment,) = yearly.edition_page(edition, DUE.date()).awaiting
    assert (comment.text, comment.gone) == ("", "Taken off this site since, to be read again.")
    version = actions.save_public_version(
        contribution=contribution, text="Better words.", based_on=1, by=moderator, at=DUE
    )
    actions.approve_public_version(version=version, by=second_moderator, at=DUE)
    (comment,) = yearly.edition_page(edition, DUE.date()).awaiting
    assert (comment.text, comment.is_reworded) == ("Better words.", True)


def test_an_edition_that_says_nothing_new_is_refused(published, moderator):
    published()
    publish_by_the_clock()
    with pytest.raises(actions.Refused, match="Nothing has changed"):
        publish(the_year(), moderator, DUE + timedelta(days=1))


def test_a_year_is_published_early_once_it_is_over_and_not_before(published, moderator):
    published()
    actions.begin_years(at=TUESDAY)
    with pytest.raises(actions.Refused, match="not over yet"):
        publish(the_year(), moderator, datetime(2020, 8, 31, 12, tzinfo=UTC))
    publish(the_year(), moderator, datetime(2020, 9, 1, 12, tzinfo=UTC))
    publish_by_the_clock()
    assert the_year().editions.count() == 1


def test_the_original_is_in_no_edition(published):
    published(text=f"{PLANTED} waits.", public="We wait.")
    edition = publish_by_the_clock()
    assert PLANTED not in str(yearly.edition_page(edition, DUE.date()))


def test_a_page_of_an_edition_costs_the_same_for_two_and_for_eight(
    published, answered, django_assert_num_queries
):
    for number in range(8):
        (answered if number % 2 else published)(text=f"Jack waits {number}.", public=f"Waits {number}.")
    edition = Edition.objects.select_related("year").get(pk=publish_by_the_clock().pk)
    yearly.edition_page(edition, DUE.date())  # once, for kinds of rows and sites to be known
    with django_assert_num_queries(4):
        yearly.edition_page(edition, DUE.date())


# ---- its dates ----


@pytest.fixture
def year(db):
    actions.begin_years(at=TUESDAY)
    return PublicationYear.objects.get()


def test_its_dates_can_be_moved_until_it_is_published(year, moderator):
    changed = actions.change_year(
        year=year, ends_on=date(2020, 8, 1), due_on=date(2020, 10, 1), by=moderator, at=TUESDAY
    )
    assert (changed.changed_by, changed.changed_at) == (moderator, TUESDAY)
    publish_by_the_clock(at=datetime(2020, 10, 1, 9, tzinfo=UTC))
    with pytest.raises(actions.Refused, match="published already"):
        actions.change_year(
            year=year, ends_on=date(2020, 8, 1), due_on=date(2020, 11, 1), by=moderator, at=TUESDAY
        )
    last = PublicationYear.objects.latest("starts_on")
    assert (last.starts_on, last.ends_on, last.due_on) == (
        date(2020, 8, 1),
        date(2021, 8, 1),
        date(2021, 10, 1),
    )


@pytest.mark.parametrize(
    ("ends_on", "due_on", "field"),
    [
        (date(2019, 12, 1), date(2020, 1, 1), "ends_on"),
        (date(2020, 9, 2), date(2020, 12, 1), "ends_on"),
        (date(2020, 9, 1), date(2020, 8, 31), "due_on"),
        (date(2020, 9, 1), date(2021, 3, 4), "due_on"),
        (date(2019, 9, 1), date(2020, 1, 1), "ends_on"),
    ],
    ids=["ends too early", "too long", "due before it ends", "due too late", "ends as it starts"],
)
def test_dates_that_leave_less_than_one_publication_a_year_are_refused(
    year, moderator, ends_on, due_on, field
):
    with pytest.raises(actions.Refused) as refusal:
        actions.change_year(year=year, ends_on=ends_on, due_on=due_on, by=moderator, at=TUESDAY)
    assert refusal.value.field == field


def test_the_publication_is_never_more_than_a_year_after_the_one_before(year, moderator):
    actions.begin_years(at=datetime(2020, 9, 2, tzinfo=UTC))
    following = PublicationYear.objects.latest("starts_on")
    with pytest.raises(actions.Refused, match="at least once a year"):
        actions.change_year(
            year=following,
            ends_on=following.ends_on,
            due_on=date(2021, 12, 3),
            by=moderator,
            at=datetime(2020, 9, 2, tzinfo=UTC),
        )


def test_the_end_stays_once_the_next_year_has_begun(year, moderator):
    at = datetime(2020, 9, 2, tzinfo=UTC)
    actions.begin_years(at=at)
    with pytest.raises(actions.Refused, match="Its end stays"):
        actions.change_year(
            year=year, ends_on=date(2020, 8, 30), due_on=date(2020, 12, 1), by=moderator, at=at
        )


# ---- reminders ----


def reminders():
    return OutboxMail.objects.filter(template="contributions/yearly_soon").order_by("id")


def test_everybody_concerned_is_reminded_in_the_weeks_before_each_time_once(
    receive, published, milestone, moderator, person
):
    contribution = published()
    contribution.workstream = milestone.workstream
    contribution.save()
    receive(text="Still to be read.")
    lead = milestone.workstream.lead
    bystander = person("board_member")
    stages = {56: 1, 28: 2, 14: 3, 7: 4, 1: 5}
    for days in range(70, -1, -1):
        for _ in range(2):
            actions.keep_the_year(at=DUE - timedelta(days=days))
        if days in stages:
            assert reminders().filter(recipient=lead).count() == stages[days]
    assert reminders().filter(recipient=lead).count() == 5
    assert reminders().filter(recipient=moderator).count() == 5
    assert not reminders().filter(recipient=bystander).exists()
    to_lead = render_mail(reminders().filter(recipient=lead).first()).body
    to_moderator = render_mail(reminders().filter(recipient=moderator).first()).body
    assert "published on 1 December 2020, whatever is missing" in to_lead
    assert "/feedback/answers/" in to_lead
    assert "/feedback/queue/" not in to_lead
    assert "/feedback/queue/" in to_moderator
    assert "/feedback/yearly/2019/" in to_moderator
    assert "wait" not in to_lead.replace("awaiting", "")


def test_a_day_on_which_nothing_ran_is_made_up_for_and_nothing_is_sent_twice(published, moderator):
    published()
    for days in (50, 49, 20):  # eight weeks were missed, four weeks too
        actions.keep_the_year(at=DUE - timedelta(days=days))
    assert reminders().filter(recipient=moderator).count() == 2


def test_nobody_is_reminded_of_what_is_published_already(published, moderator):
    published()
    actions.begin_years(at=TUESDAY)
    publish(the_year(), moderator, datetime(2020, 9, 2, 9, tzinfo=UTC))
    actions.keep_the_year(at=DUE - timedelta(days=7))
    assert not reminders().exists()


def test_a_lead_whose_workstream_owes_nothing_is_left_alone(answered, milestone):
    answered(workstream=milestone.workstream)
    actions.keep_the_year(at=DUE - timedelta(days=7))
    assert not reminders().filter(recipient=milestone.workstream.lead).exists()


def test_monday_is_in_the_year_of_these_tests():
    assert date(2019, 9, 1) <= MONDAY.date() < date(2020, 9, 1)
