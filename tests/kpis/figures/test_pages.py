"""What each person sees and may do on the figures' pages."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from kpis.figures.actions.entries import Entry
from kpis.figures.actions.figures import draft_correction, save_draft, submit_figure
from kpis.figures.models import Figure, FigureState, RecomputeRun
from kpis.figures.queries.standing import standings

from .conftest import NOW, year

DUE = reverse("figures:due")


@pytest.fixture
def lead(client_as, team):
    return client_as(team.lead)


@pytest.fixture
def sponsor(client_as, team):
    return client_as(team.sponsor)


@pytest.fixture
def data_officer(client_as, team):
    return client_as(team.data_officer)


@pytest.fixture
def submitted(team, judged_kpi):
    figure = save_draft(
        kpi=judged_kpi, period=year("2020"), entry=Entry(value=Decimal(90)), by=team.lead, at=NOW
    )
    return submit_figure(figure=figure, by=team.lead, at=NOW)


def typed(numerator="", denominator="", period="2020", **more):
    key = f"AP1-{period}-01-01"
    fields = {"numerator": numerator, "denominator": denominator, "symbol": "", "remark": "", **more}
    return {f"{key}-{name}": value for name, value in fields.items()}


def test_the_entry_page_lists_what_is_due_with_the_latest_period_first(lead, judged_kpi):
    page = lead.get(DUE)
    assert [row["item"].period.label for row in page.context["rows"]][:3] == ["2025", "2024", "2023"]
    assert b"late: was due" in page.content


def test_what_is_late_for_longest_is_offered_too_and_what_is_left_out_is_said(lead, make_kpi):
    """Everybody is told of the first period without a figure, so its lead can give it."""
    make_kpi(collected_from=date(2017, 1, 1))
    page = lead.get(DUE)
    offered = [row["item"].period.label for row in page.context["rows"]]
    assert offered == ["2025", "2024", "2023", "2022", "2021", "2017"]
    assert b"3 later periods of it have no figure either." in page.content


def test_without_javascript_one_button_saves_every_draft(lead, judged_kpi):
    page = lead.post(DUE, typed("90", "100"), follow=True)
    assert "Your drafts are saved" in page.content.decode()
    assert Figure.objects.get().value == 90


def test_a_bad_number_is_shown_at_its_field_and_loses_nothing(lead, judged_kpi):
    page = lead.post(DUE, typed("90,00", "100")).content.decode()
    assert "AP1, 2020: digits are not grouped in threes" in page
    assert 'value="90,00"' in page
    assert "<title>Error: " in page
    assert not Figure.objects.exists()


def test_with_htmx_a_field_is_saved_and_only_its_row_answered(lead, judged_kpi):
    answer = lead.post(f"{DUE}?row=AP1-2020-01-01", typed("90", "100"), headers={"HX-Request": "true"})
    assert "Draft saved" in answer.content.decode()
    assert "<html" not in answer.content.decode()
    assert Figure.objects.get().value == 90


def test_a_warning_does_not_block(lead, judged_kpi, publish):
    for number, value in enumerate(("90", "91", "92", "91"), start=2020):
        publish(judged_kpi, str(number), value, known=f"{number + 1}-06-30")
    answer = lead.post(
        f"{DUE}?row=AP1-2024-01-01", typed(period="2024", value="0.92"), headers={"HX-Request": "true"}
    )
    assert "100 times too small" in answer.content.decode()
    assert Figure.objects.get(state=FigureState.DRAFT).value == Decimal("0.92")


def test_sending_an_off_track_figure_asks_for_cause_and_action(lead, judged_kpi):
    lead.post(DUE, typed("50", "100"))
    address = reverse("figures:submit", args=[Figure.objects.get().pk])
    assert "This figure is off track" in lead.get(address).content.decode()
    refused = lead.post(address, {"cause": "", "action": "Hiring"})
    assert refused.status_code == 200
    assert refused.context["form"].errors.keys() >= {"cause", "owner", "due_on"}
    words = {"cause": "Vacancies", "action": "Hiring", "owner": "SEN team", "due_on": "2026-06-30"}
    assert lead.post(address, words).status_code == 302
    assert Figure.objects.get().state == FigureState.SUBMITTED


def test_the_sponsor_approves_several_at_once(sponsor, submitted):
    page = sponsor.post(reverse("figures:approvals"), {"figure": [submitted.pk]}, follow=True)
    assert "Approved: AP1 (2020)." in page.content.decode()


def test_the_approvals_page_asks_as_many_questions_for_three_figures_as_for_one(
    sponsor, team, submitted, make_kpi, django_assert_num_queries
):
    with CaptureQueriesContext(connection) as one:
        sponsor.get(reverse("figures:approvals"))
    for code in ("AP2", "AP3"):
        more = save_draft(
            kpi=make_kpi(code), period=year("2020"), entry=Entry(value=Decimal(90)), by=team.lead, at=NOW
        )
        submit_figure(figure=more, by=team.lead, at=NOW)
    with django_assert_num_queries(len(one)):
        page = sponsor.get(reverse("figures:approvals"))
    assert [row.figure.kpi.code for row in page.context["outlooks"]] == ["AP1", "AP2", "AP3"]


def test_approving_nothing_says_so(sponsor, submitted):
    page = sponsor.post(reverse("figures:approvals"), {}, follow=True)
    assert "Tick the figures to approve first." in page.content.decode()


def test_the_sponsor_returns_a_figure_with_words(sponsor, submitted, lead):
    address = reverse("figures:decide", args=[submitted.pk])
    assert sponsor.post(address, {"return": "1", "words": ""}).context["form"].errors
    sponsor.post(address, {"return": "1", "words": "Count part-time cases"})
    assert "Count part-time cases" in lead.get(DUE).content.decode()


def test_the_lead_finds_nothing_to_approve(lead, submitted):
    assert "Nothing waits for your approval" in lead.get(reverse("figures:approvals")).content.decode()
    assert lead.get(reverse("figures:decide", args=[submitted.pk])).status_code == 404


@pytest.mark.parametrize("name", ["submit", "correct", "explain"])
def test_another_leads_figure_is_not_found(client_as, person, submitted, name):
    stranger = client_as(person("workstream_lead"))
    assert stranger.get(reverse(f"figures:{name}", args=[submitted.pk])).status_code == 404


def test_the_kpi_page_shows_figure_baseline_target_and_history(lead, judged_kpi, publish):
    publish(judged_kpi, "2019", "96.2")
    page = lead.get(judged_kpi.get_absolute_url()).content.decode()
    for words in ("96.2%", "75.4%", "95.4%", "by 31 December 2028", "On track", "DfE", "<svg"):
        assert words in page


def test_the_kpi_page_of_a_kpi_without_figures_says_so(lead, make_kpi):
    page = lead.get(make_kpi("AP9", collected_from=None).get_absolute_url()).content.decode()
    assert "No figure yet" in page
    assert "No baseline yet" in page


@pytest.mark.parametrize("meeting", ["2019-13-45", "nonsense"])
def test_a_meeting_that_is_no_date_shows_the_present(lead, judged_kpi, meeting):
    assert lead.get(f"{judged_kpi.get_absolute_url()}?meeting={meeting}").status_code == 200


def test_an_unknown_meeting_is_not_found(lead, judged_kpi):
    assert lead.get(f"{judged_kpi.get_absolute_url()}?meeting=2019-01-01").status_code == 404


def test_a_table_of_figures_is_exported_with_source_and_period(lead, judged_kpi, publish):
    publish(judged_kpi, "2019", "96.2")
    text = lead.get(reverse("figures:table", args=["AP1", "csv"])).content.decode("utf-8-sig")
    assert (
        "AP1,Plans issued in time,2019,2019-01-01,2019-12-31,,,96.2,per cent,,published,DfE,2020-06-30"
        in text
    )


def test_the_data_officer_changes_a_definition_with_a_reason(data_officer, judged_kpi):
    address = reverse("figures:define", args=["AP1"])
    form = data_officer.get(address).context["form"]
    fields = {name: form[name].value() for name in form.fields if form[name].value() not in (None, False)}
    refused = data_officer.post(address, {**fields, "name": "Renamed"})
    assert "reason" in refused.context["form"].errors
    changed = data_officer.post(address, {**fields, "name": "Renamed", "reason": "Clearer"})
    assert changed.status_code == 302
    assert judged_kpi.definitions.get(version=2).name == "Renamed"


def test_the_data_officer_sets_a_baseline_and_a_target(data_officer, make_kpi):
    kpi = make_kpi("AP9")
    baseline = {
        "period": "2018",
        "numerator": "37",
        "denominator": "190",
        "method": "published",
        "source": "DfE",
    }
    assert data_officer.post(reverse("figures:baseline", args=["AP9"]), baseline).status_code == 302
    assert kpi.baselines.get().value == Decimal("19.473684")
    half = data_officer.post(
        reverse("figures:target", args=["AP9"]), {"on_1": "2028-12-31", "on_2": "2029-12-31"}
    )
    assert set(half.context["form"].errors) == {"value_1", "value_2"}
    assert (
        data_officer.post(
            reverse("figures:target", args=["AP9"]), {"on_1": "2028-12-31", "value_1": "30%"}
        ).status_code
        == 302
    )
    assert kpi.targets.get().points.get().value == 30


def test_a_run_on_demand_shows_its_progress(data_officer, judged_kpi, django_capture_on_commit_callbacks):
    answer = data_officer.post(reverse("figures:start_run"))
    run = RecomputeRun.objects.get()
    assert answer.url == reverse("figures:run", args=[run.pk])
    assert "Working" in data_officer.get(answer.url).content.decode()
    partial = data_officer.get(answer.url, headers={"HX-Request": "true"})
    assert "<html" not in partial.content.decode()
    assert partial["Vary"].startswith("HX-Request")


def test_the_entry_page_reads_the_same_number_of_queries_for_more_kpis(
    lead, judged_kpi, make_kpi, django_assert_num_queries
):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    lead.get(DUE)
    with CaptureQueriesContext(connection) as one:
        lead.get(DUE)
    for number in range(2, 12):
        make_kpi(f"AP{number}")
    with django_assert_num_queries(len(one)):
        lead.get(DUE)


def test_a_kpi_that_the_board_does_not_see_yet_is_read_by_its_own_people_only(
    client_as, team, make_kpi, person
):
    kpi = make_kpi("CO1", nature="cost", shown_to_board=False)
    addresses = [kpi.get_absolute_url(), reverse("figures:table", args=["CO1", "csv"])]
    seen = {
        who: [client_as(who).get(a).status_code for a in addresses] for who in (team.lead, team.data_officer)
    }
    assert set(map(tuple, seen.values())) == {(200, 200)}
    assert [client_as(person("board_member")).get(a).status_code for a in addresses] == [404, 404]
    page = client_as(person("board_member")).get(team.workstream.get_absolute_url()).content.decode()
    assert "CO1" not in page


def test_a_correction_in_progress_does_not_silence_a_late_figure(team, judged_kpi, publish, client_as):
    old = publish(judged_kpi, "2019", "96.2")
    draft = draft_correction(figure=old, entry=Entry(value=Decimal(95)), reason="x", by=team.lead, at=NOW)
    submit_figure(figure=draft, by=team.lead, at=NOW)
    [standing] = standings([judged_kpi], timezone.now(), now=True)
    assert standing.waiting is not None
    assert standing.newer_waiting is None
    assert standing.is_overdue


def test_a_meeting_far_in_the_future_is_not_found(lead):
    assert lead.get("/board/99999999999-1-1/").status_code == 404


# ---- nothing at all ----


@pytest.mark.parametrize("name", [DUE, reverse("figures:upload"), reverse("figures:exceptions")])
def test_a_lead_without_a_kpi_reads_that_there_is_nothing(client_as, name):
    assert client_as("workstream_lead").get(name).status_code == 200


@pytest.mark.parametrize("name", ["template", "template_wide"])
@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_template_with_nothing_due_has_its_headings(client_as, name, kind):
    answer = client_as("workstream_lead").get(reverse(f"figures:{name}", args=[kind]))
    assert answer.status_code == 200
    if kind == "csv":
        assert answer.content.decode("utf-8-sig").startswith("kpi code,name")


NONSENSE = {
    "owner": "\0",
    "meeting": "2019-99-99",
    "show": "'; --",
    "workstream": "<b>",
    "page": "-1",
    "row": "x",
    "kind": "zz",
    "period": "\0",
    "why": "\0",
}


@pytest.mark.parametrize("name", ["due", "upload", "exceptions", "kpi", "marks", "propose_mark"])
def test_nonsense_in_the_address_is_no_fault(lead, judged_kpi, name):
    args = ["AP1"] if name in ("kpi", "marks", "propose_mark") else []
    answer = lead.get(reverse(f"figures:{name}", args=args), NONSENSE)
    assert answer.status_code == 200
    assert "<b>" not in answer.content.decode()


@pytest.mark.parametrize("name", ["due", "upload"])
def test_nonsense_in_a_post_is_no_fault(lead, judged_kpi, name):
    posted = {
        "x-symbol": "\0",
        "-symbol": "",
        "AP1-2020-01-01-symbol": "zz",
        "AP1-2020-01-01-value": "\0",
        "file": "no",
    }
    assert lead.post(reverse(f"figures:{name}"), posted).status_code == 200
    assert not Figure.objects.exists()
