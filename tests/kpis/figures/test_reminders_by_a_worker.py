"""What the scheduler starts each morning, done by a real worker: each mail is sent once and its links work."""

import re
from datetime import timedelta
from decimal import Decimal
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.utils import timezone

from kpis.domain.periods import PeriodKind, parse
from kpis.figures import tasks
from kpis.figures.actions.entries import Entry, Explanation
from kpis.figures.actions.exceptions import explain_figure
from kpis.figures.actions.figures import load_published_figure, save_draft, submit_figure
from kpis.workstreams.models import Meeting, OutboxMail
from portal.accounts.tasks import send_outbox
from portal.celery import app
from portal.demo.mails import newest_mails
from tests.servers import wait_until

pytestmark = pytest.mark.servers


@pytest.fixture
def morning(celery_worker_process, team, make_kpi):
    """Three figures of the year before last, due in five days, today and ten days ago; an overdue action; a figure
    that waits before a meeting."""
    now, today = timezone.now(), timezone.localdate()
    period = parse(str(today.year - 2), PeriodKind.CALENDAR_YEAR)
    since = (today - period.last_day).days
    how = {"collected_from": period.start, "nature": "quality"}
    for code, days in (("AP1", since + 5), ("AP2", since), ("AP3", since - 10)):
        make_kpi(code, name=f"Share {code}", due_days=days, **how)
    done = make_kpi("AP4", name="Share AP4", due_days=since + 300, **how)
    figure = load_published_figure(
        kpi=done,
        period=period,
        entry=Entry(value=Decimal(50)),
        known_from=now - timedelta(days=30),
        source="DfE",
        basis="published",
        by=team.data_officer,
        at=now,
    )
    words = Explanation("Posts are vacant", "Recruit two", "SEN team", today - timedelta(days=3))
    explain_figure(figure=figure, explanation=words, by=team.lead, at=now - timedelta(days=20))
    sent = make_kpi("AP5", name="Share AP5", due_days=since + 300, **how)
    draft = save_draft(kpi=sent, period=period, entry=Entry(value=Decimal(60)), by=team.lead, at=now)
    submit_figure(figure=draft, by=team.lead, at=now)
    Meeting.objects.create(
        held_on=today + timedelta(days=10), starts_at=now + timedelta(days=10), title="Board"
    )
    return today


def sent_by_the_worker(expected):
    """Every mail that is owed, once the worker has sent it, as (receiver, subject, text)."""
    wait_until(lambda: OutboxMail.objects.count() == expected)
    send_outbox.delay()
    wait_until(lambda: not OutboxMail.objects.filter(sent_at__isnull=True).exists())
    return newest_mails(settings.EMAIL_FILE_PATH)


def by_subject(mails, start):
    [mail] = [mail for mail in mails if mail.subject.startswith(start)]
    return mail


def test_a_morning_of_reminders_reaches_everybody_once_and_every_link_opens(
    morning, team, client_as, settings
):
    settings.ALLOWED_HOSTS = ["*"]
    before = len(newest_mails(settings.EMAIL_FILE_PATH))
    tasks.remind.delay()
    mails = sent_by_the_worker(6)
    mails = mails[: len(mails) - before]
    assert len(mails) == 6

    due = by_subject(mails, "Your figures: 1 a week late or more")
    assert due.to == team.lead.email
    order = [
        due.text.index(words)
        for words in ("A week late or more", "AP3", "Due now", "AP2", "Due within a week")
    ]
    assert order == sorted(order)
    assert f"AP1 Share AP1, {morning.year - 2}: due {morning + timedelta(days=5):%-d %B %Y}" in due.text
    late = by_subject(mails, "Late figures of your workstream: 1")
    assert late.to == team.sponsor.email
    assert "AP3" in late.text
    assert "AP2" not in late.text
    overdue = by_subject(mails, f"Overdue: the action on AP4, due {morning - timedelta(days=3):%-d %B %Y}")
    assert overdue.to == team.lead.email
    before_meeting = [mail for mail in mails if mail.subject.startswith("Before the Board meets on")]
    assert {mail.to for mail in before_meeting} == {team.sponsor.email, team.deputy.email}

    people = {person.email: person for person in (team.lead, team.deputy, team.sponsor)}
    for mail in mails:
        links = re.findall(rf"{re.escape(settings.BASE_URL)}(/\S+)", mail.text)
        assert links, mail.text
        for link in links:
            assert client_as(people[mail.to]).get(urlsplit(link).path).status_code == 200, link

    tasks.remind()
    assert OutboxMail.objects.count() == 6


def test_the_scheduler_starts_them_every_morning():
    entry = app.conf.beat_schedule["remind-of-figures"]
    assert entry["task"] == tasks.remind.name
    assert (entry["schedule"].hour, entry["schedule"].minute) == ({7}, {20})
    assert str(app.timezone) == "Europe/London"
