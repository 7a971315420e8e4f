"""Pressed twice, gone back, come from an old mail, signed in again: nothing is done twice and nobody is lost."""

from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse

from kpis.figures.actions.entries import Entry, Explanation
from kpis.figures.actions.exceptions import explain_figure
from kpis.figures.actions.figures import draft_correction, return_figure, save_draft, submit_figure
from kpis.figures.actions.marks import propose_mark
from kpis.figures.models import ChartMark, ExceptionUpdate, Figure, FigureImport, ImportState

from .bringing import csv, read
from .conftest import NOW, month, year
from .test_pages import DUE, typed

APPROVALS = reverse("figures:approvals")


@pytest.fixture
def lead(client_as, team):
    return client_as(team.lead)


@pytest.fixture
def sponsor(client_as, team):
    return client_as(team.sponsor)


@pytest.fixture
def submitted(team, judged_kpi):
    entry = Entry(value=Decimal(90))
    figure = save_draft(kpi=judged_kpi, period=year("2020"), entry=entry, by=team.lead, at=NOW)
    return submit_figure(figure=figure, by=team.lead, at=NOW)


@pytest.fixture
def exception(team, judged_kpi, publish):
    figure = publish(judged_kpi, "2025", "50", known="2026-02-01")
    words = Explanation("Posts are vacant", "Recruit two", "SEN team", date(2026, 3, 10))
    return explain_figure(figure=figure, explanation=words, by=team.lead, at=NOW)


def said(answer):
    return answer.content.decode()


def test_who_approves_twice_reads_that_it_is_approved(sponsor, team, submitted):
    address = reverse("figures:decide", args=[submitted.pk])
    sponsor.post(address, {"approve": "1"})
    page = sponsor.post(address, {"approve": "1"}, follow=True)
    assert page.redirect_chain[-1][0] == submitted.kpi.get_absolute_url()
    assert f"AP1 for 2020 was approved by {team.sponsor}" in said(page)


def test_who_comes_late_to_a_returned_figure_reads_that_it_went_back(client_as, team, submitted):
    return_figure(figure=submitted, words="Count again", by=team.sponsor, at=NOW)
    page = client_as(team.deputy).get(reverse("figures:decide", args=[submitted.pk]), follow=True)
    assert f"AP1 for 2020 was returned by {team.sponsor}, 2 March 2026." in said(page)


def test_ticked_figures_that_were_approved_by_a_first_press_are_not_asked_for_again(sponsor, submitted):
    sponsor.post(APPROVALS, {"figure": [submitted.pk]})
    page = sponsor.post(APPROVALS, {"figure": [submitted.pk]}, follow=True)
    assert "What you ticked does not wait any more" in said(page)
    assert "Tick the figures" not in said(page)


def test_who_sends_twice_reads_that_it_has_been_sent(lead, submitted):
    page = lead.post(reverse("figures:submit", args=[submitted.pk]), follow=True)
    assert "AP1 for 2020 has been sent already." in said(page)


def test_what_the_deputy_sent_meanwhile_is_told_to_who_types(lead, submitted):
    page = said(lead.post(DUE, typed(value="88"), follow=True))
    assert "AP1 for the period from 2020-01-01 is not due any more" in page
    assert "What you typed was not kept: 88." in page


def test_with_htmx_what_the_deputy_sent_meanwhile_is_told_in_its_row(lead, submitted):
    answer = lead.post(f"{DUE}?row=AP1-2020-01-01", typed(value="88"), headers={"HX-Request": "true"})
    assert answer.status_code == 200
    assert "Not kept:" in said(answer)


def test_the_same_words_about_an_exception_are_kept_once(lead, exception):
    address = reverse("figures:update_exception", args=[exception.pk])
    words = {"words": "Two applied.", "action": "a", "owner": "b", "due_on": "2026-05-01"}
    assert {lead.post(address, words).status_code for _ in range(2)} == {302}
    assert ExceptionUpdate.objects.count() == 1


@pytest.mark.parametrize("step", ["update_exception", "close_exception"])
def test_who_comes_late_to_a_closed_exception_is_led_to_it(lead, exception, step):
    lead.post(reverse("figures:close_exception", args=[exception.pk]), {"outcome": "Filled."})
    page = lead.post(reverse(f"figures:{step}", args=[exception.pk]), {"outcome": "Other."}, follow=True)
    assert page.redirect_chain[-1][0] == exception.get_absolute_url()
    assert "This exception has been closed" in said(page)
    assert "Other." not in said(page)


def test_a_slip_in_the_year_of_an_action_is_named(lead, exception):
    words = {"words": "x", "action": "a", "owner": "b", "due_on": "0026-05-01"}
    page = lead.post(reverse("figures:update_exception", args=[exception.pk]), words)
    assert "Give a day between 2000 and 2100." in said(page)


def test_who_decides_a_mark_twice_is_led_to_the_marks(sponsor, team, monthly):
    kpi = monthly(16)
    mark = propose_mark(kpi=kpi, kind="ghost", period=month("2024-03"), why="W", by=team.lead, at=NOW)
    address = reverse("figures:decide_mark", args=[mark.pk])
    sponsor.post(address, {"agree": "1"})
    page = sponsor.post(address, {"agree": "1"}, follow=True)
    assert "This mark does not wait any more: it is agreed." in said(page)
    assert ChartMark.objects.get().state == "agreed"


def test_a_mark_without_its_kind_is_asked_for_it_and_keeps_its_words(lead, monthly):
    address = reverse("figures:propose_mark", args=[monthly(16).code])
    page = said(lead.get(address, {"period": "2024-03-01", "why": "A strike in March."}))
    assert "Choose what should be marked." in page
    assert "A strike in March." in page


def test_a_correction_that_came_back_stands_on_the_leads_page_until_it_is_begun_anew(
    lead, team, judged_kpi, publish
):
    old = publish(judged_kpi, "2019", "96.2")
    given = {"figure": old, "reason": "Late plans", "by": team.lead, "at": NOW}
    draft = draft_correction(entry=Entry(value=Decimal(95)), **given)
    sent = submit_figure(figure=draft, by=team.lead, at=NOW)
    return_figure(figure=sent, words="Which plans?", by=team.sponsor, at=NOW)
    page = said(lead.get(DUE))
    assert "Which plans?" in page
    assert reverse("figures:correct", args=[old.pk]) in page
    draft_correction(entry=Entry(value=Decimal(94)), **given)
    assert "Which plans?" not in said(lead.get(DUE))


def test_what_was_said_of_a_figure_that_came_back_need_not_be_typed_again(lead, team, judged_kpi):
    def draft():
        return save_draft(
            kpi=judged_kpi, period=year("2020"), entry=Entry(value=Decimal(50)), by=team.lead, at=NOW
        )

    words = Explanation("Posts are vacant", "Recruit two", "SEN team", date(2026, 6, 1))
    sent = submit_figure(figure=draft(), by=team.lead, at=NOW, explanation=words)
    return_figure(figure=sent, words="Count again", by=team.sponsor, at=NOW)
    assert "(You sent 50.0%.)" in said(lead.get(DUE))
    page = said(lead.get(reverse("figures:submit", args=[draft().pk])))
    for text in ("Posts are vacant", "Recruit two", "SEN team", "2026-06-01"):
        assert text in page


# ---- imports ----


@pytest.fixture
def looked_at(team, judged_kpi, publish):
    """A file that was read and would correct an approved figure."""
    publish(judged_kpi, "2019", "96.2")
    return read(csv("AP1,2019,,,95,,\n"), team.lead)


def test_who_confirms_twice_sees_the_file_being_stored(lead, looked_at):
    address = reverse("figures:confirm_import", args=[looked_at.pk])
    for _ in range(2):
        assert lead.post(address, {"reason": "Late plans"}).url == looked_at.get_absolute_url()
    assert FigureImport.objects.get().state == ImportState.CONFIRMED
    assert not Figure.objects.open().exists()


@pytest.mark.parametrize("step", ["confirm_import", "withdraw_import", "discard_import"])
def test_the_address_of_a_step_leads_to_the_file_and_takes_nothing(lead, looked_at, step):
    answer = lead.get(reverse(f"figures:{step}", args=[looked_at.pk]), {"page": "2"})
    assert answer.url == f"{looked_at.get_absolute_url()}?page=2"
    assert FigureImport.objects.get().state == ImportState.READ


def test_tabs_of_a_page_with_errors_lead_to_the_file(lead, looked_at):
    page = said(lead.post(reverse("figures:confirm_import", args=[looked_at.pk]), {"reason": ""}))
    assert f'href="{looked_at.get_absolute_url()}?show=changed"' in page


def test_agreeing_a_baseline_and_starting_a_run_lead_on_without_a_press(client_as, sponsor, team, judged_kpi):
    baseline = judged_kpi.baselines.get()
    agree = reverse("figures:agree_baseline", args=[baseline.pk])
    assert sponsor.get(agree).url == judged_kpi.get_absolute_url()
    baseline.refresh_from_db()
    assert baseline.agreed_at is None
    sponsor.post(agree)
    assert "This baseline is agreed already." in said(sponsor.post(agree, follow=True))
    started = client_as(team.data_officer).get(reverse("figures:start_run"))
    assert started.url == reverse("figures:runs")
