"""Reminders: a week before, on the day and a week late, each figure once a stage, and nothing that was sent."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from kpis.domain.due import Reminder, reminder_on
from kpis.figures.actions.entries import Entry, Explanation
from kpis.figures.actions.exceptions import Progress, close_exception, explain_figure, update_exception
from kpis.figures.actions.figures import approve_figure, return_figure, save_draft, submit_figure
from kpis.figures.actions.recompute import recompute_kpi
from kpis.figures.actions.reminding import remind_of_actions, remind_of_approvals, remind_of_figures
from kpis.figures.models import FigureReminder
from kpis.workstreams.models import Meeting, OutboxMail
from portal.accounts.mails import render_mail
from portal.accounts.models import RoleGrant

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


def test_nobody_who_gave_up_their_role_is_sent_what_is_to_be_done(team, judged_kpi, publish):
    figure = publish(judged_kpi, "2025", "50", known="2026-02-01")
    explanation = Explanation("Posts vacant", "Recruit", "SEN team", date(2026, 3, 10))
    explain_figure(figure=figure, explanation=explanation, by=team.lead, at=NOW)
    RoleGrant.objects.filter(user=team.lead).delete()
    remind_of_actions(at=at("2026-03-11"))
    assert team.lead not in [mail.recipient for mail in mails("action_overdue")]


# ---- approvals ----


@pytest.fixture
def waiting(owed, team):
    """AP1 for 2025, sent by the lead on 2 March 2026."""
    figure = save_draft(kpi=owed, period=year("2025"), entry=Entry(value=Decimal(96)), by=team.lead, at=NOW)
    return submit_figure(figure=figure, by=team.lead, at=NOW)


def test_the_sponsor_hears_at_once_who_sent_what_and_the_mail_leads_to_it(waiting, team, client_as):
    [mail] = mails("figure_submitted")
    assert mail.recipient == team.sponsor
    body = render_mail(mail).body
    assert f"Plans issued in time (AP1) for 2025 has been sent for your approval by {team.lead}." in body
    assert f"/approvals/{waiting.pk}/" in body
    assert client_as(team.sponsor).get(f"/approvals/{waiting.pk}/").status_code == 200


def test_whoever_sent_a_figure_is_not_asked_to_approve_it(owed, team):
    team.workstream.sponsor = None
    team.workstream.save()
    figure = save_draft(kpi=owed, period=year("2025"), entry=Entry(value=Decimal(96)), by=team.deputy, at=NOW)
    submit_figure(figure=figure, by=team.deputy, at=NOW)
    assert mails("figure_submitted") == []


def test_the_lead_hears_who_returned_a_figure_and_with_which_words(waiting, team):
    return_figure(figure=waiting, words="Which plans?", by=team.sponsor, at=NOW)
    body = render_mail(mails("figure_returned")[0]).body
    assert f"was returned to you by {team.sponsor} with these words:\n\nWhich plans?" in body
    assert "/figures/due/" in body


def test_the_sponsor_is_reminded_once_a_week_of_what_has_waited_for_a_week(waiting, team):
    days = ["2026-03-08", "2026-03-09", "2026-03-10", "2026-03-16"]  # 9 March 2026 is a Monday
    assert [remind_of_approvals(at=at(day)) for day in days] == [0, 0, 1, 1]
    remind_of_approvals(at=at("2026-03-11"))
    assert [mail.recipient for mail in mails("approvals_waiting")] == [team.sponsor] * 2
    message = render_mail(mails("approvals_waiting")[0])
    assert message.subject == "1 figure has waited for your approval for a week"
    assert f"- AP1 Plans issued in time, 2025: sent 2 March 2026 by {team.lead}" in message.body


def test_before_the_papers_of_a_meeting_go_out_the_deputy_hears_too(waiting, team):
    Meeting.objects.create(held_on=date(2026, 3, 20), starts_at=at("2026-03-20"), title="Board")
    assert remind_of_approvals(at=at("2026-03-05")) == 0
    assert remind_of_approvals(at=at("2026-03-06")) == 2
    remind_of_approvals(at=at("2026-03-07"))
    told = mails("approvals_waiting")
    assert {mail.recipient for mail in told} == {team.sponsor, team.deputy}
    assert len(told) == 2
    message = render_mail(told[0])
    assert message.subject == "Before the Board meets on 20 March 2026: 1 figure to approve"
    assert "/approvals/" in message.body


def test_what_is_approved_is_not_reminded_of(waiting, team):
    approve_figure(figure=waiting, by=team.sponsor, at=NOW)
    assert remind_of_approvals(at=at("2026-03-16")) == 0
