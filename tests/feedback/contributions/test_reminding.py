"""Reminders: one mail a person and day, counts and links only; and the question what an answer changed."""

from datetime import UTC, datetime, timedelta

import pytest

from feedback.contributions import actions
from feedback.contributions.models import Addition, Contact, Contribution
from feedback.domain.lifecycle import State
from kpis.workstreams.models import OutboxMail, Plan, Workstream
from tests.feedback.contributions.conftest import MONDAY, PLANTED, TUESDAY

WEDNESDAY = datetime(2019, 11, 13, 7, 0, tzinfo=UTC)


def due() -> dict:
    rows = OutboxMail.objects.filter(template="contributions/due")
    return {row.recipient.email: (row.context["to_read"], row.context["to_answer"]) for row in rows}


@pytest.fixture
def led(person):
    """A workstream with a lead and a deputy."""
    lead, deputy = (person("workstream_lead", email=f"{name}@example.org") for name in ("lead", "deputy"))
    plan = Plan.objects.create(name="Plan")
    return Workstream.objects.create(
        plan=plan, name="Travel", slug="travel", purpose="x", lead=lead, deputy=deputy
    )


@pytest.fixture
def about_it(led):
    def move(contribution):
        Contribution.objects.filter(pk=contribution.pk).update(workstream=led)
        return contribution

    return move


def test_moderators_hear_of_what_is_to_be_read_today_or_late(receive, moderator):
    receive(text="Due on Wednesday.", at=MONDAY)
    receive(text="Due on Thursday.", at=TUESDAY)
    receive(text="May be abuse.", at=MONDAY, set_aside="rush")
    assert actions.remind_of_what_is_due(at=WEDNESDAY) == 1
    assert due() == {"moderator@example.org": (1, 0)}


def test_what_an_author_added_is_due_two_working_days_after(published, moderator, second_moderator):
    contribution = published()
    Addition.objects.create(contribution=contribution, text="More.", added_at=MONDAY)
    actions.remind_of_what_is_due(at=WEDNESDAY)
    assert due() == {"moderator@example.org": (1, 0), "second@example.org": (1, 0)}


def test_leads_hear_of_answers_that_their_workstream_owes_within_five_working_days(
    published, about_it, moderator, second_moderator
):
    # Received on Monday 11 November, due on Monday 9 December; five working days before is Monday 2.
    about_it(published())
    assert actions.remind_of_what_is_due(at=datetime(2019, 11, 29, 7, tzinfo=UTC)) == 0
    assert actions.remind_of_what_is_due(at=datetime(2019, 12, 2, 7, tzinfo=UTC)) == 2
    assert due() == {"lead@example.org": (0, 1), "deputy@example.org": (0, 1)}


def test_answers_without_a_workstream_are_the_moderators(published, moderator, second_moderator):
    published()
    actions.remind_of_what_is_due(at=datetime(2019, 12, 20, 7, tzinfo=UTC))
    assert due() == {"moderator@example.org": (0, 1), "second@example.org": (0, 1)}


def test_a_person_gets_one_mail_a_day_however_often_it_runs(receive, moderator):
    receive()
    for hour in (7, 8, 9):
        actions.remind_of_what_is_due(at=WEDNESDAY.replace(hour=hour))
    assert OutboxMail.objects.count() == 1
    actions.remind_of_what_is_due(at=WEDNESDAY + timedelta(days=1))
    assert OutboxMail.objects.count() == 2


def test_nobody_is_reminded_on_a_day_when_nobody_works(receive, moderator):
    receive()
    assert actions.remind_of_what_is_due(at=datetime(2019, 11, 16, 7, tzinfo=UTC)) == 0
    assert actions.remind_of_what_is_due(at=datetime(2019, 12, 25, 7, tzinfo=UTC)) == 0


def test_a_reminder_says_counts_and_links_and_nothing_of_what_was_written(receive, moderator):
    from portal.accounts.mails import render_mail

    receive(text=f"{PLANTED} waits.")
    actions.remind_of_what_is_due(at=WEDNESDAY)
    message = render_mail(OutboxMail.objects.get())
    assert "To be read today, or late: 1" in message.body
    assert "/feedback/queue/" in message.body
    assert "answered within" not in message.body
    assert PLANTED not in message.body + message.subject


# ---- what it changed ----

SIXTY_DAYS_LATER = TUESDAY + timedelta(days=60)


def test_authors_are_asked_sixty_days_after_the_answer_what_it_changed(answered):
    contribution = answered(email="parent@example.org")
    assert actions.ask_outcomes(at=SIXTY_DAYS_LATER - timedelta(minutes=1)) == 0
    assert actions.ask_outcomes(at=SIXTY_DAYS_LATER) == 1
    contribution.refresh_from_db()
    assert contribution.state == State.OUTCOME_ASKED
    mail = OutboxMail.objects.get(template="contributions/what_changed")
    assert (mail.addressee, mail.context) == (Contact.objects.get(), {"link": "/feedback/receipt/"})
    assert actions.ask_outcomes(at=SIXTY_DAYS_LATER) == 0


def test_without_an_address_they_are_asked_when_they_come_back(answered):
    answered()
    assert actions.ask_outcomes(at=SIXTY_DAYS_LATER) == 1
    assert not OutboxMail.objects.filter(template="contributions/what_changed").exists()


def test_a_hold_changes_nothing_about_it(answered, moderator):
    contribution = answered(email="parent@example.org")
    actions.pass_to_safeguarding(contribution=contribution, by=moderator, at=TUESDAY)
    assert actions.ask_outcomes(at=SIXTY_DAYS_LATER) == 1
    contribution.refresh_from_db()
    assert (contribution.state, contribution.shows_as) == (State.SAFEGUARDING_HOLD, State.OUTCOME_ASKED)


def test_an_answer_after_it_was_taken_back_counts_from_then(answered, moderator, second_moderator):
    contribution = answered()
    later = TUESDAY + timedelta(days=30)
    actions.take_back(contribution=contribution, why="A name", by=moderator, at=later)
    version = actions.save_public_version(
        contribution=contribution, text="We.", based_on=1, by=moderator, at=later
    )
    actions.approve_public_version(version=version, by=second_moderator, at=later)
    assert actions.ask_outcomes(at=SIXTY_DAYS_LATER) == 0
    assert actions.ask_outcomes(at=later + timedelta(days=60)) == 1


def test_every_reminder_is_in_the_schedule():
    from portal.celery import app

    tasks = {entry["task"] for entry in app.conf.beat_schedule.values()}
    for name in ("remind_safeguarding_leads", "remind_of_what_is_due", "ask_outcomes"):
        assert f"feedback.contributions.tasks.{name}" in tasks
