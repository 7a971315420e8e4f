"""Typed, submitted, returned or approved, corrected: who may, what it needs, what stays."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from kpis.figures.actions import figures as actions
from kpis.figures.actions.entries import ChangedMeanwhile, Entry, Explanation, FigureRefused, NotYours
from kpis.figures.actions.exceptions import close_exception, explain_figure
from kpis.figures.models import Figure, FigureState, Status
from kpis.figures.queries.standing import standings
from kpis.workstreams.models import OutboxMail

from .conftest import NOW, year

EXPLANATION = Explanation("Two vacancies", "Posts filled in May", "SEN team", date(2026, 6, 30))


def draft(kpi, team, entry=None, *, period="2025", by=None, at=NOW, seen_at=None):
    entry = entry or Entry(numerator=Decimal(90), denominator=Decimal(100))
    return actions.save_draft(
        kpi=kpi, period=year(period), entry=entry, by=by or team.lead, at=at, seen_at=seen_at
    )


def approved(kpi, team, entry=None, *, period="2025", at=NOW):
    figure = draft(kpi, team, entry, period=period, at=at)
    figure = actions.submit_figure(figure=figure, by=team.lead, at=at, explanation=EXPLANATION)
    return actions.approve_figure(figure=figure, by=team.sponsor, at=at)


def board_value(kpi, moment):
    [standing] = standings([kpi], moment, now=False)
    return standing.figure.value if standing.figure else None


def test_a_percentage_is_derived_from_its_two_numbers(team, judged_kpi):
    figure = draft(judged_kpi, team, Entry(numerator=Decimal(37), denominator=Decimal(190)))
    assert figure.value == Decimal("19.473684")  # 37 of 190, as the DfE publishes it


@pytest.mark.parametrize(
    ("entry", "field", "words"),
    [
        (Entry(numerator=Decimal(101), denominator=Decimal(100)), "numerator", "cannot be more than"),
        (Entry(numerator=Decimal(1), denominator=Decimal(0)), "denominator", "must be more than 0"),
        (Entry(numerator=Decimal(1)), "denominator", "Give the number of plans issued too"),
        (Entry(denominator=Decimal(1)), "numerator", "Give the number of plans in time too"),
        (Entry(Decimal(5), Decimal(1), Decimal(2)), "value", "follows from the two numbers"),
        (Entry(value=Decimal(5), symbol="z"), "symbol", "instead of a value"),
        (Entry(symbol="p"), "symbol", "give the value too"),
        (Entry(value=Decimal(10) ** 12), "value", "too large to be right"),
        (Entry(value=Decimal("0.1234567")), "value", "At most six digits after the point"),
        (Entry(numerator=Decimal(10) ** 13, denominator=Decimal(1)), "numerator", "too large to be right"),
    ],
    ids=["above", "zero", "no-denominator", "no-numerator", "typed-and-derived", "z-with-value", "p-without"]
    + ["too-large", "too-fine", "part-too-large"],
)
def test_an_entry_that_cannot_be_is_refused_at_its_field(team, judged_kpi, entry, field, words):
    with pytest.raises(FigureRefused, match=words) as refused:
        draft(judged_kpi, team, entry)
    assert refused.value.field == field


def test_a_period_that_has_not_ended_is_not_open(team, judged_kpi):
    with pytest.raises(FigureRefused, match="2026 is not open yet: it ends on 31 December 2026"):
        draft(judged_kpi, team, period="2026")


def test_only_the_lead_or_deputy_reports(team, judged_kpi, person):
    with pytest.raises(NotYours):
        draft(judged_kpi, team, by=person("workstream_lead"))
    assert draft(judged_kpi, team, by=team.deputy).recorded_by == team.deputy


def test_the_second_of_two_people_is_told_and_nothing_is_overwritten(team, judged_kpi):
    draft(judged_kpi, team, Entry(value=Decimal(80)))
    with pytest.raises(ChangedMeanwhile, match=r"AP1 for 2025 meanwhile"):
        draft(judged_kpi, team, Entry(value=Decimal(70)), by=team.deputy, seen_at=None)
    assert Figure.objects.get().value == 80


def test_a_draft_that_was_seen_may_be_typed_over_by_the_deputy(team, judged_kpi):
    first = draft(judged_kpi, team, Entry(value=Decimal(80)))
    draft(judged_kpi, team, Entry(value=Decimal(70)), by=team.deputy, seen_at=first.recorded_at)
    assert Figure.objects.get().value == 70


def test_an_off_track_figure_needs_its_explanation(team, judged_kpi):
    # Expected at the end of 2025: 75.4 + 7/10 of 20 = 89.4 less 5 per cent of it is 84.93.
    figure = draft(judged_kpi, team, Entry(value=Decimal("84.9")))
    with pytest.raises(FigureRefused, match="off track: say why"):
        actions.submit_figure(figure=figure, by=team.lead, at=NOW)
    actions.submit_figure(figure=figure, by=team.lead, at=NOW, explanation=EXPLANATION)
    assert figure.exceptions.get().cause == "Two vacancies"


def test_an_at_risk_figure_needs_none(team, judged_kpi):
    figure = draft(judged_kpi, team, Entry(value=Decimal("85.0")))
    assert actions.submit_figure(figure=figure, by=team.lead, at=NOW).state == FigureState.SUBMITTED


def test_the_sponsor_is_told_once_that_a_figure_waits(team, judged_kpi):
    actions.submit_figure(figure=draft(judged_kpi, team), by=team.lead, at=NOW)
    mail = OutboxMail.objects.get()
    assert (mail.recipient, mail.template) == (team.sponsor, "figure_submitted")


def test_where_a_workstream_has_no_sponsor_its_deputy_is_told(team, judged_kpi):
    team.workstream.sponsor = None
    team.workstream.save()
    actions.submit_figure(figure=draft(judged_kpi, team), by=team.lead, at=NOW)
    assert OutboxMail.objects.get().recipient == team.deputy


def test_the_lead_cannot_approve(team, judged_kpi):
    figure = actions.submit_figure(figure=draft(judged_kpi, team), by=team.lead, at=NOW)
    with pytest.raises(NotYours):
        actions.approve_figure(figure=figure, by=team.lead, at=NOW)


def test_the_deputy_approves_unless_it_is_their_own(team, judged_kpi):
    own = actions.submit_figure(figure=draft(judged_kpi, team, by=team.deputy), by=team.deputy, at=NOW)
    with pytest.raises(NotYours):
        actions.approve_figure(figure=own, by=team.deputy, at=NOW)


def test_a_figure_the_deputy_typed_and_the_lead_sent_is_not_the_deputys_to_approve(team, judged_kpi):
    figure = draft(judged_kpi, team, by=team.deputy)
    figure = actions.submit_figure(figure=figure, by=team.lead, at=NOW)
    with pytest.raises(NotYours):
        actions.approve_figure(figure=figure, by=team.deputy, at=NOW)


def test_approval_makes_it_count_and_brings_the_status_up_to_date(team, judged_kpi):
    approved(judged_kpi, team)
    status = Status.objects.get(kpi=judged_kpi)
    assert (status.rating, status.actual) == ("on_track", 90)


def test_an_approved_period_is_locked(team, judged_kpi):
    approved(judged_kpi, team)
    with pytest.raises(FigureRefused, match="correct it with a reason instead"):
        draft(judged_kpi, team)


def test_a_returned_figure_is_entered_anew_and_the_old_one_stays(team, judged_kpi):
    figure = actions.submit_figure(figure=draft(judged_kpi, team), by=team.lead, at=NOW)
    actions.return_figure(figure=figure, words="Count part-time cases", by=team.sponsor, at=NOW)
    again = draft(judged_kpi, team, Entry(value=Decimal(88)))
    states = Figure.objects.order_by("pk").values_list("pk", "state")
    assert list(states) == [(figure.pk, "returned"), (again.pk, "draft")]


def test_a_correction_keeps_the_earlier_figure(team, judged_kpi):
    first = approved(judged_kpi, team)
    later = NOW + timedelta(days=40)
    correction = actions.draft_correction(
        figure=first, entry=Entry(value=Decimal(70)), reason="Late cases counted", by=team.lead, at=later
    )
    assert board_value(judged_kpi, later) == 90  # not before it is approved
    actions.submit_figure(figure=correction, by=team.lead, at=later, explanation=EXPLANATION)
    actions.approve_figure(figure=correction, by=team.sponsor, at=later)
    assert board_value(judged_kpi, later) == 70
    assert (
        board_value(judged_kpi, later - timedelta(seconds=1)) == 90
    )  # as at the earlier moment nothing changed


def test_a_correction_says_why(team, judged_kpi):
    first = approved(judged_kpi, team)
    with pytest.raises(FigureRefused, match="Say why"):
        actions.draft_correction(
            figure=first, entry=Entry(value=Decimal(1)), reason=" ", by=team.lead, at=NOW
        )


def test_only_the_figure_that_counts_now_is_corrected(team, judged_kpi):
    first = approved(judged_kpi, team)
    correction = actions.draft_correction(
        figure=first, entry=Entry(value=Decimal(91)), reason="typo", by=team.lead, at=NOW
    )
    actions.submit_figure(figure=correction, by=team.lead, at=NOW)
    actions.approve_figure(figure=correction, by=team.sponsor, at=NOW)
    with pytest.raises(FigureRefused, match="counts now"):
        actions.draft_correction(
            figure=first, entry=Entry(value=Decimal(92)), reason="x", by=team.lead, at=NOW
        )


def test_a_published_figure_counts_from_its_publication(judged_kpi, publish):
    publish(judged_kpi, "2019", "96.2", known="2020-06-30")
    assert board_value(judged_kpi, datetime(2020, 6, 29, 23, 59, tzinfo=UTC)) is None
    assert board_value(judged_kpi, datetime(2020, 6, 30, tzinfo=UTC)) == Decimal("96.2")


def test_loading_a_publication_twice_changes_nothing(judged_kpi, publish):
    assert publish(judged_kpi, "2019", "96.2") == publish(judged_kpi, "2019", "96.2")


def test_a_restatement_is_a_later_figure(judged_kpi, publish):
    publish(judged_kpi, "2019", "96.2", known="2020-06-30")
    publish(judged_kpi, "2019", "95.0", known="2021-06-30")
    assert board_value(judged_kpi, datetime(2020, 7, 1, tzinfo=UTC)) == Decimal("96.2")
    assert board_value(judged_kpi, datetime(2021, 7, 1, tzinfo=UTC)) == Decimal("95.0")


def test_a_forecast_is_shown_and_never_the_current_figure(judged_kpi, publish):
    publish(judged_kpi, "2019", "96.2", symbol="f")
    [standing] = standings([judged_kpi], NOW, now=False)
    assert standing.figure is None
    assert standing.actual_words == "96.2% (forecast)"
    assert standing.status.rating == "not_rated"


def test_an_exception_is_closed_with_its_outcome_and_was_open_before(team, judged_kpi):
    figure = approved(judged_kpi, team, Entry(value=Decimal(50)))
    closed_at = NOW + timedelta(days=9)
    with pytest.raises(FigureRefused, match="what came of it"):
        close_exception(exception=figure.exceptions.get(), outcome="", by=team.lead, at=closed_at)
    close_exception(exception=figure.exceptions.get(), outcome="Posts filled", by=team.lead, at=closed_at)
    open_at = {
        moment: bool(standings([judged_kpi], moment, now=False)[0].exceptions) for moment in (NOW, closed_at)
    }
    assert open_at == {NOW: True, closed_at: False}


def test_an_explanation_given_later_is_not_on_an_earlier_meetings_page(team, judged_kpi, publish):
    figure = publish(judged_kpi, "2019", "50", known="2020-06-30")
    explain_figure(figure=figure, explanation=EXPLANATION, by=team.lead, at=NOW)
    earlier = datetime(2020, 11, 12, tzinfo=UTC)
    [then], [now] = (standings([judged_kpi], moment, now=False) for moment in (earlier, NOW))
    assert (then.exceptions, then.is_unexplained) == ((), True)
    assert (len(now.exceptions), now.is_unexplained) == (1, False)


def test_a_figure_is_explained_once(team, judged_kpi, publish):
    figure = publish(judged_kpi, "2019", "50")
    explain_figure(figure=figure, explanation=EXPLANATION, by=team.lead, at=NOW)
    with pytest.raises(FigureRefused, match="explained already"):
        explain_figure(figure=figure, explanation=EXPLANATION, by=team.lead, at=NOW)


def test_whoever_saves_a_page_does_not_become_the_author_of_anothers_draft(team, judged_kpi):
    first = draft(judged_kpi, team, Entry(value=Decimal(92)), by=team.deputy)
    draft(judged_kpi, team, Entry(value=Decimal(92)), by=team.lead, seen_at=first.recorded_at)
    assert Figure.objects.get().recorded_by == team.deputy


def test_words_that_went_with_a_returned_figure_are_never_read(team, judged_kpi, client_as):
    figure = draft(judged_kpi, team)
    figure = actions.submit_figure(figure=figure, by=team.lead, at=NOW, commentary="It fell to twelve.")
    page = client_as(team.lead).get(judged_kpi.get_absolute_url()).content.decode()
    assert "It fell to twelve." not in page
    approval = client_as(team.sponsor).get(f"/approvals/{figure.pk}/").content.decode()
    assert "It fell to twelve." in approval


def test_a_correction_that_another_has_begun_is_not_overwritten(team, judged_kpi):
    first = approved(judged_kpi, team)
    change = {"figure": first, "entry": Entry(value=Decimal(91)), "reason": "typo", "at": NOW}
    actions.draft_correction(**change, by=team.lead)
    with pytest.raises(ChangedMeanwhile, match="has begun a correction"):
        actions.draft_correction(**change, by=team.deputy)
