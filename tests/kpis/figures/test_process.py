"""Process limits on a KPI's pages, marks on its chart, and what a special cause asks of who reports it."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from bs4 import BeautifulSoup
from django.db import IntegrityError, transaction
from django.urls import reverse

from kpis.domain.periods import PeriodKind, parse
from kpis.figures.actions.definitions import set_target
from kpis.figures.actions.entries import Entry, Explanation, FigureRefused, NotYours
from kpis.figures.actions.figures import save_draft, submit_figure
from kpis.figures.actions.marks import agree_mark, decline_mark, end_mark, propose_mark
from kpis.figures.actions.recompute import recompute_kpi
from kpis.figures.models import ChartMark, Figure, Kpi, Status
from kpis.figures.queries.standing import standings

from .conftest import NOW, START, month


def page_of(client, kpi):
    return BeautifulSoup(client.get(kpi.get_absolute_url()).content, "html.parser")


def agreed(team, kpi, kind, period, why="Agreed."):
    mark = propose_mark(kpi=kpi, kind=kind, period=month(period), why=why, by=team.lead, at=NOW)
    return agree_mark(mark=mark, by=team.sponsor, at=NOW)


def text_of(page):
    return " ".join(page.get_text(" ").split())


# ---- the page ----


def test_a_chart_with_enough_figures_has_limits_icons_and_words(monthly, client_as, team):
    kpi = monthly(16, 50)
    page = page_of(client_as(team.lead), kpi)
    chart = page.find("figure", class_="chart")
    assert chart.find("path", class_="limits")
    assert chart.find("path", class_="worse")
    said = "May 2025 (50.0%) is a special cause for concern: below the lower limit"
    assert said in chart.find("figcaption").text
    assert "Concern: May 2025." in chart.find("desc").text
    assert page.find("td", attrs={"data-label": "Process"}).text.startswith("Concern: below the lower limit")
    assert "Concern, lower" in text_of(page)


def test_fourteen_figures_are_a_line_and_a_sentence_that_says_so(monthly, client_as, team):
    page = page_of(client_as(team.lead), monthly(14))
    chart = page.find("figure", class_="chart")
    assert chart.find("path", class_="limits") is None
    assert chart.find("figcaption").text == "14 figures are too few for process limits, which need 15."
    assert "Too few figures" in text_of(page)
    assert page.find("td", attrs={"data-label": "Process"}) is None


def test_a_yearly_series_does_not_mention_it(judged_kpi, publish, client_as, team):
    publish(judged_kpi, "2019", "70")
    text = text_of(page_of(client_as(team.lead), judged_kpi)).lower()
    assert "process" not in text.replace("processed", "")
    assert "limits" not in text


def test_the_status_says_variation_and_assurance(monthly, team):
    kpi = monthly(16)
    set_target(kpi=kpi, points=[(date(2025, 4, 30), Decimal(60))], by=team.data_officer, at=START)
    # Without a baseline nothing is expected, so there is no assurance.
    assert Status.objects.values_list("variation", "assurance").get() == ("common_cause", "")


def test_the_export_carries_limits_and_words(monthly, client_as, team):
    kpi = monthly(16, 50)
    text = client_as(team.lead).get(reverse("figures:table", args=[kpi.code, "csv"])).content.decode()
    heading, *rows = text.splitlines()
    assert heading.endswith("remark,mean,lower limit,upper limit,process")
    # 16 figures add up to 1152, and 50: the mean is 1202/17; ranges 15 x 4 and 24, so 2.66 x 84/16 = 13.965.
    assert rows[0].endswith(",70.705882,56.740882,84.670882,Common cause")
    assert rows[-1].endswith(",70.705882,56.740882,84.670882,Concern: below the lower limit")


def test_a_cumulative_kpi_is_looked_at_by_what_each_period_added(monthly, client_as, team):
    kpi = monthly(16, accumulation="cumulative")
    charts = page_of(client_as(team.lead), kpi).find_all("figure", class_="chart")
    assert "what each period added" in charts[1].find("title").text
    assert charts[0].find("path", class_="limits") is None


def test_what_the_process_does_is_said_once(monthly, client_as, team):
    text = text_of(page_of(client_as(team.lead), monthly(16, 50)))
    assert text.count("is a special cause for concern: below the lower limit") == 1


def test_a_long_table_shows_thirteen_figures_and_folds_the_earlier_ones(monthly, client_as, team):
    page = page_of(client_as(team.lead), monthly(16))
    tables = page.find(id="figures").find_parent("section").find_all("table")
    assert [len(table.find_all("tr")) - 1 for table in tables] == [13, 3]
    assert "3 earlier figures, back to January 2024" in text_of(page)


def test_what_nobody_reported_is_a_gap_in_the_chart_and_is_named_under_it(monthly, client_as, team):
    kpi = monthly(20)
    Figure.objects.filter(period_start__in=["2024-03-01", "2024-06-01", "2024-07-01"]).delete()
    recompute_kpi(kpi=kpi, at=NOW)
    page = page_of(client_as(team.lead), kpi)
    chart = page.find("figure", class_="chart")
    assert "No figure for March 2024, June 2024, July 2024." in chart.find("desc").text
    assert chart.find("path", class_="missing")["d"].count("M") == 3
    assert (
        "No figure was reported for: March 2024; June 2024 to July 2024. Process limits leave them out."
        in text_of(page)
    )


def test_without_a_gap_nothing_is_said_of_one(monthly, client_as, team):
    assert "No figure was reported for" not in text_of(page_of(client_as(team.lead), monthly(16)))


# ---- marks ----


def test_a_mark_counts_once_a_second_person_has_agreed_it(monthly, team):
    kpi = monthly(16, 50)
    mark = propose_mark(kpi=kpi, kind="ghost", period=month("2025-05"), why="A strike.", by=team.lead, at=NOW)
    [before] = standings([kpi], NOW, now=False)
    agree_mark(mark=mark, by=team.sponsor, at=NOW)
    [after] = standings([kpi], NOW, now=False)
    assert (before.status.variation, after.status.variation) == ("concern_low", "common_cause")
    assert Status.objects.get(kpi=kpi).variation == "common_cause"


def test_an_earlier_meeting_does_not_know_a_later_mark(monthly, team):
    kpi = monthly(16, 50)
    agreed(team, kpi, "ghost", "2025-05")
    [then] = standings([kpi], NOW - timedelta(days=1), now=False)
    assert then.status.variation == "concern_low"


def test_what_has_ended_does_not_count_any_more_and_earlier_meetings_keep_it(monthly, team):
    kpi = monthly(16, 50)
    mark = agreed(team, kpi, "ghost", "2025-05")
    later = NOW + timedelta(days=2)
    end_mark(mark=mark, because="It was no strike.", by=team.sponsor, at=later)
    [between] = standings([kpi], NOW + timedelta(days=1), now=False)
    [after] = standings([kpi], later, now=False)
    assert (between.status.variation, after.status.variation) == ("common_cause", "concern_low")


def test_a_recalculation_gives_new_limits_from_there(monthly, team):
    kpi = monthly(12, *[90, 94] * 6)
    agreed(team, kpi, "recalculate", "2025-01")
    [standing] = standings([kpi], NOW, now=False)
    assert [part.mean for part in standing.process.spc.parts] == [72, 92]
    assert standing.process.notes[0].words.startswith("January 2025: New process limits from here. Agreed.")


def test_a_ghosted_figure_leaves_the_direction_of_travel_too(monthly, team):
    kpi = monthly(0, 70, 71, 72, 73, 60)  # S is 6 - 4 = 2 with the last one, and 6 of 6 without
    [before] = standings([kpi], NOW, now=False)
    agreed(team, kpi, "ghost", "2024-05")
    [after] = standings([kpi], NOW, now=False)
    assert (before.status.direction, after.status.direction) == ("no_clear_change", "improving")


def test_nobody_agrees_their_own_mark(monthly, team):
    kpi = monthly(16)
    mark = propose_mark(kpi=kpi, kind="annotate", period=month("2024-03"), why="W", by=team.deputy, at=NOW)
    with pytest.raises(NotYours, match="somebody else must agree"):
        agree_mark(mark=mark, by=team.deputy, at=NOW)
    with pytest.raises(NotYours, match="sponsor or deputy"):
        agree_mark(mark=mark, by=team.lead, at=NOW)


def test_a_mark_needs_a_figure_a_reason_and_a_process(monthly, judged_kpi, team):
    Kpi.objects.filter(pk=judged_kpi.pk).update(code="YR1")
    kpi = monthly(3)
    given = {"kind": "ghost", "by": team.lead, "at": NOW}
    with pytest.raises(FigureRefused, match="no figure for May 2025"):
        propose_mark(kpi=kpi, period=month("2025-05"), why="W", **given)
    with pytest.raises(FigureRefused, match="Say why"):
        propose_mark(kpi=kpi, period=month("2024-01"), why=" ", **given)
    with pytest.raises(FigureRefused, match="one figure a year"):
        propose_mark(kpi=judged_kpi, period=parse("2018", PeriodKind.CALENDAR_YEAR), why="W", **given)
    propose_mark(kpi=kpi, period=month("2024-01"), why="W", **given)
    with pytest.raises(FigureRefused, match="proposed or agreed already"):
        propose_mark(kpi=kpi, period=month("2024-01"), why="W", **given)


def test_the_database_holds_that_another_agrees_and_that_words_are_given(monthly, team):
    mark = propose_mark(kpi=monthly(3), kind="ghost", period=month("2024-01"), why="W", by=team.lead, at=NOW)
    mine = ChartMark.objects.filter(pk=mark.pk)
    for wrong in (
        {"state": "agreed", "decided_by": team.lead, "decided_at": NOW},
        {"state": "agreed", "decided_by": team.sponsor},
        {"state": "declined", "decided_by": team.sponsor, "decided_at": NOW},
        {"state": "ended", "ended_by": team.sponsor, "ended_at": NOW},
        {"why": ""},
        {"state": "agreed"},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            mine.update(**wrong)


def test_a_declined_mark_never_counts(monthly, team):
    kpi = monthly(16, 50)
    mark = propose_mark(kpi=kpi, kind="ghost", period=month("2025-05"), why="W", by=team.lead, at=NOW)
    decline_mark(mark=mark, because="It was real.", by=team.sponsor, at=NOW)
    [standing] = standings([kpi], NOW, now=False)
    assert standing.status.variation == "concern_low"


def test_the_effect_is_shown_before_a_mark_is_proposed_and_to_who_agrees_it(monthly, client_as, team):
    kpi = monthly(16, 50)
    lead, sponsor = client_as(team.lead), client_as(team.sponsor)
    asked = {"kind": "ghost", "period": "2025-05-01", "why": "A strike."}
    address = reverse("figures:propose_mark", args=[kpi.code])
    page = BeautifulSoup(lead.get(address, asked).content, "html.parser")
    assert [len(f.find_all("path", class_="worse")) for f in page.find_all("figure")] == [1, 0]
    assert not ChartMark.objects.exists()
    lead.post(address, asked)
    mark = ChartMark.objects.get()
    assert "A strike." in text_of(
        BeautifulSoup(sponsor.get(reverse("figures:approvals")).content, "html.parser")
    )
    decide = reverse("figures:decide_mark", args=[mark.pk])
    assert lead.get(decide).status_code == 404
    page = BeautifulSoup(sponsor.get(decide).content, "html.parser")
    assert [len(f.find_all("path", class_="worse")) for f in page.find_all("figure")] == [1, 0]
    sponsor.post(decide, {"agree": "1"})
    assert "1 May 2025: Left out. A strike. (Proposed by" in text_of(page_of(lead, kpi))


def test_a_proposal_is_withdrawn_by_who_made_it(monthly, client_as, team):
    mark = propose_mark(kpi=monthly(3), kind="ghost", period=month("2024-01"), why="W", by=team.lead, at=NOW)
    address = reverse("figures:end_mark", args=[mark.pk])
    assert client_as(team.data_officer).get(address).status_code == 404
    assert "Say why: " in client_as(team.lead).post(address, {"because": ""}).content.decode()
    client_as(team.lead).post(address, {"because": "A mistake."})
    assert ChartMark.objects.get().state == "ended"
    page = client_as(team.lead).get(reverse("figures:marks", args=["AP1"]))
    assert "A mistake." in page.content.decode()


# ---- exceptions ----


def draft_of(team, kpi, period, value):
    return save_draft(kpi=kpi, period=month(period), entry=Entry(value=Decimal(value)), by=team.lead, at=NOW)


def test_a_special_cause_for_concern_is_explained_as_an_off_track_figure_is(monthly, client_as, team):
    kpi = monthly(16)
    figure = draft_of(team, kpi, "2025-05", 55)
    with pytest.raises(FigureRefused, match="This figure is a special cause for concern: say why"):
        submit_figure(figure=figure, by=team.lead, at=NOW)
    page = client_as(team.lead).get(reverse("figures:submit", args=[figure.pk])).content.decode()
    assert "This figure is a special cause for concern. The Board sees it" in page
    words = Explanation("Vacancies", "Recruiting", "Head of SEN", date(2026, 6, 1))
    submit_figure(figure=figure, by=team.lead, at=NOW, explanation=words)
    assert figure.exceptions.get().cause == "Vacancies"


def test_common_cause_and_improvement_need_no_explanation(monthly, team):
    kpi = monthly(16)
    submit_figure(figure=draft_of(team, kpi, "2025-05", 95), by=team.lead, at=NOW)


def test_an_unexplained_special_cause_is_on_the_boards_page(monthly, client_as, team):
    monthly(16, 50)
    page = BeautifulSoup(client_as(team.sponsor).get(reverse("home:board")).content, "html.parser")
    assert "is a special cause for concern, and no explanation of it is open" in text_of(page)
    assert "Concern, lower" in text_of(page)
