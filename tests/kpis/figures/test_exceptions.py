"""The exception register: who reads what, the filters, the history, and how it was known at a meeting."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from kpis.figures.actions.entries import Explanation, FigureRefused, NotYours
from kpis.figures.actions.exceptions import Progress, close_exception, explain_figure, update_exception
from kpis.figures.models import ExceptionUpdate
from kpis.figures.queries.exceptions import register
from kpis.workstreams.models import Meeting

from .conftest import NOW

LATER = NOW + timedelta(days=10)
HOW = Progress("Two people applied.", "Interview them", "SEN manager", date(2026, 5, 1))


@pytest.fixture
def exception(team, judged_kpi, publish):
    """AP1 was off track in 2025; something was to be done by 10 March 2026."""
    figure = publish(judged_kpi, "2025", "50", known="2026-02-01")
    words = Explanation("Posts are vacant", "Recruit two", "SEN team", date(2026, 3, 10))
    return explain_figure(figure=figure, explanation=words, by=team.lead, at=NOW)


def shown(user, moment, **filters):
    return [(e.latest.action, e.state_words) for e in register(user, moment, **filters)]


def test_an_update_is_a_further_row_and_what_was_said_stays(team, exception):
    update_exception(exception=exception, progress=HOW, by=team.lead, at=LATER)
    exception.refresh_from_db()
    assert exception.action == "Recruit two"
    assert shown(team.sponsor, NOW) == [("Recruit two", "Open")]
    assert shown(team.sponsor, LATER) == [("Interview them", "Open")]
    assert shown(team.sponsor, LATER + timedelta(days=60)) == [
        ("Interview them", "Open, action 10 days overdue")
    ]


def test_only_its_workstreams_lead_or_deputy_says_how_it_goes(team, exception, person):
    with pytest.raises(NotYours):
        update_exception(exception=exception, progress=HOW, by=person("workstream_lead"), at=LATER)
    words = Progress(" ", "a", "b", date(2026, 5, 1))
    with pytest.raises(FigureRefused, match="how it goes"):
        update_exception(exception=exception, progress=words, by=team.deputy, at=LATER)
    close_exception(exception=exception, outcome="Filled", by=team.lead, at=LATER)
    with pytest.raises(FigureRefused, match="closed already"):
        update_exception(exception=exception, progress=HOW, by=team.lead, at=LATER)
    assert not ExceptionUpdate.objects.exists()


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({}, 1),
        ({"show": "open"}, 1),
        ({"show": "overdue"}, 1),
        ({"show": "closed"}, 0),
        ({"owner": "sen TEAM"}, 1),
        ({"owner": "finance"}, 0),
        ({"workstream": "assessment"}, 1),
        ({"workstream": "travel"}, 0),
    ],
)
def test_the_filters(team, exception, filters, found, django_assert_max_num_queries):
    with django_assert_max_num_queries(3):  # the exceptions, their updates, and what the reader's roles are
        assert len(register(team.data_officer, LATER, **filters)) == found


def test_a_meeting_sees_what_was_known_when_it_began(team, exception, client_as):
    now = timezone.now()
    close_exception(exception=exception, outcome="Both posts are filled", by=team.lead, at=now)
    Meeting.objects.create(held_on=LATER.date(), starts_at=LATER, title="Board")
    client = client_as(team.sponsor)
    today = client.get(reverse("figures:exceptions")).content.decode()
    then = client.get(reverse("figures:exceptions"), {"meeting": LATER.date().isoformat()}).content.decode()
    assert "Both posts are filled" in today
    assert "Both posts are filled" not in then
    assert "Open, action 2 days overdue" in then


def test_a_lead_says_how_it_goes_and_closes_it(team, exception, client_as):
    client = client_as(team.lead)
    page = reverse("figures:update_exception", args=[exception.pk])
    assert "Recruit two" in client.get(page).content.decode()
    missing = client.post(page, {"words": "", "action": "a", "owner": "b", "due_on": "2026-05-01"})
    assert "error-summary" in missing.content.decode()
    kept = client.post(page, {"words": "Two applied.", "action": "a", "owner": "b", "due_on": "2026-05-01"})
    assert kept.url == reverse("figures:exception", args=[exception.pk])
    read = client.get(kept.url).content.decode()
    assert "Two applied." in read
    assert "Recruit two" in read
    client.post(reverse("figures:close_exception", args=[exception.pk]), {"outcome": "Filled."})
    assert "Filled." in client.get(kept.url).content.decode()
    assert client.get(page).url == kept.url


def test_who_does_not_lead_it_reads_it_and_changes_nothing(team, exception, client_as):
    client = client_as("workstream_lead")
    page = client.get(reverse("figures:exception", args=[exception.pk])).content.decode()
    assert "Posts are vacant" in page
    assert "Say how it goes" not in page
    assert client.get(reverse("figures:update_exception", args=[exception.pk])).status_code == 404


def test_what_the_board_does_not_see_is_not_in_its_register(team, exception, person):
    exception.figure.kpi.definitions.update(shown_to_board=False)
    assert len(register(team.data_officer, LATER)) == 1
    assert register(person("board_member"), LATER) == []


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_register_as_a_file(team, exception, client_as, kind):
    answer = client_as(team.sponsor).get(reverse("figures:exceptions_table", args=[kind]), {"show": "open"})
    assert f'filename="exceptions.{kind}"' in answer["Content-Disposition"]
    if kind == "csv":
        assert "Posts are vacant" in answer.content.decode("utf-8-sig")


def test_without_any_the_page_says_so(client_as):
    assert (
        "No exception is on record"
        in client_as("board_member").get(reverse("figures:exceptions")).content.decode()
    )
