"""Reminders: a week before, on the day and a week late, each figure once a stage, and nothing that was sent."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from kpis.domain.due import Reminder, reminder_on
from kpis.figures.actions.entries import Entry, Explanation
from kpis.figures.actions.exceptions import Progress, close_exception, explain_figure, update_exception
from kpis.figures.actions.figures import save_draft, submit_figure
from kpis.figures.actions.recompute import recompute_kpi
from kpis.figures.actions.reminding import remind_of_actions, remind_of_figures
from kpis.figures.models import FigureReminder
from kpis.workstreams.models import OutboxMail
from portal.accounts.mails import render_mail

from .conftest import NOW, year

DUE = date(2026, 3, 1)  # 60 days after the last day of 2025


def at(day):
    return datetime.fromisoformat(f"{day}T07:20:00").replace(tzinfo=UTC)


@pytest.fixture
def owed(judged_kpi, publish):
    """AP1 was reported up to 2024; 2025 is due on 1 March 2026."""
    publish(judged_kpi, "2024", "80", known="2025-06-30")
    recompute_kpi(kpi=judged_kpi, at=NOW)
    return judged_kpi


def mails(template):
    return list(OutboxMail.objects.filter(template=template).order_by("id"))


@pytest.mark.parametrize(
    ("day", "stage"),
    [
        (date(2026, 2, 21), None),
        (date(2026, 2, 22), Reminder.WEEK_BEFORE),
        (date(2026, 2, 28), Reminder.WEEK_BEFORE),
        (date(2026, 3, 1), Reminder.ON_THE_DAY),
        (date(2026, 3, 7), Reminder.ON_THE_DAY),
        (date(2026, 3, 8), Reminder.WEEK_LATE),
        (date(2027, 3, 8), Reminder.WEEK_LATE),
    ],
)
def test_the_stage_of_a_day(day, stage):
    assert reminder_on(day, DUE) == stage


def test_each_stage_is_sent_once(owed, team):
    days = ["2026-02-21", "2026-02-22", "2026-02-23", "2026-03-01", "2026-03-01", "2026-03-08", "2026-04-01"]
    assert [remind_of_figures(at=at(day)) for day in days] == [0, 1, 0, 1, 0, 1, 0]
    assert [r.stage for r in FigureReminder.objects.order_by("id")] == [
        "week_before",
        "on_the_day",
        "week_late",
    ]
    assert {mail.recipient for mail in mails("figures_due")} == {team.lead}
    assert [mail.recipient for mail in mails("figures_late")] == [team.sponsor]


def test_one_mail_names_all_that_is_due_from_a_lead(owed, make_kpi, django_assert_max_num_queries):
    make_kpi("AP2", name="Reviews in time", collected_from=date(2025, 1, 1))
    with django_assert_max_num_queries(18):
        assert remind_of_figures(at=at("2026-03-09")) == 2
    [mail] = mails("figures_due")
    message = render_mail(mail)
    assert message.subject == "Your figures: 2 a week late or more"
    assert "- AP1 Plans issued in time, 2025: due 1 March 2026" in message.body
    assert "- AP2 Reviews in time, 2025: due 1 March 2026" in message.body
    assert "/figures/due/" in message.body


def test_nobody_is_reminded_of_what_is_submitted(owed, team):
    figure = save_draft(kpi=owed, period=year("2025"), entry=Entry(value=Decimal(96)), by=team.lead, at=NOW)
    assert remind_of_figures(at=at("2026-03-01")) == 1  # a draft is not sent yet
    submit_figure(figure=figure, by=team.lead, at=NOW)
    assert remind_of_figures(at=at("2026-03-08")) == 0


def test_without_a_lead_the_deputy_is_reminded_and_without_both_nobody(owed, team):
    team.workstream.lead = None
    team.workstream.save()
    remind_of_figures(at=at("2026-03-01"))
    assert [mail.recipient for mail in mails("figures_due")] == [team.deputy]
    team.workstream.deputy = None
    team.workstream.save()
    assert remind_of_figures(at=at("2026-03-08")) == 0


def test_the_owner_is_reminded_of_an_overdue_action_once_for_each_date(team, judged_kpi, publish):
    figure = publish(judged_kpi, "2025", "50", known="2026-02-01")
    explanation = Explanation("Posts vacant", "Recruit", "SEN team", date(2026, 3, 10))
    exception = explain_figure(figure=figure, explanation=explanation, by=team.lead, at=NOW)
    for day in ("2026-03-10", "2026-03-11", "2026-03-12"):
        remind_of_actions(at=at(day))
    assert [mail.recipient for mail in mails("action_overdue")] == [team.lead]
    progress = Progress("Two applied.", "Interview", "SEN team", date(2026, 4, 1), reminds=team.sponsor)
    update_exception(exception=exception, progress=progress, by=team.lead, at=at("2026-03-13"))
    for day in ("2026-03-14", "2026-04-02"):
        remind_of_actions(at=at(day))
    assert [mail.recipient for mail in mails("action_overdue")] == [team.lead, team.sponsor]
    assert "Interview" in render_mail(mails("action_overdue")[1]).body
    close_exception(exception=exception, outcome="Filled.", by=team.lead, at=at("2026-04-03"))
    assert remind_of_actions(at=at("2026-06-01")) == 0
