"""Figures that the portal counts itself: they say so, need no approval, and are corrected, never overwritten."""

from datetime import timedelta
from decimal import Decimal

from kpis.figures.actions.counted import COUNTED, record_counted_figure
from kpis.figures.actions.entries import Entry
from kpis.figures.models import Figure, Status
from tests.kpis.figures.conftest import NOW, year

SHARE = Entry(numerator=Decimal(30), denominator=Decimal(40))


def record(kpi, team, entry=SHARE, at=NOW):
    return record_counted_figure(kpi=kpi, period=year("2024"), entry=entry, by=team.data_officer, at=at)


def test_a_counted_figure_counts_at_once_and_says_where_it_is_from(make_kpi, team):
    kpi = make_kpi()
    figure = record(kpi, team)
    assert (figure.value, figure.source, figure.recorded_by) == (Decimal(75), COUNTED, team.data_officer)
    assert figure.counts_from == NOW
    assert Status.objects.get(kpi=kpi).figure_id == figure.pk


def test_the_same_count_again_is_no_further_figure(make_kpi, team):
    kpi = make_kpi()
    assert record(kpi, team) == record(kpi, team, at=NOW + timedelta(days=1))
    assert Figure.objects.count() == 1


def test_a_recount_that_differs_is_a_correction_and_the_first_stays(make_kpi, team):
    kpi = make_kpi()
    first = record(kpi, team)
    again = record(
        kpi, team, Entry(numerator=Decimal(36), denominator=Decimal(40)), at=NOW + timedelta(days=1)
    )
    assert (again.corrects, again.correction_reason, again.value) == (first, "Recounted", Decimal(90))
    first.refresh_from_db()
    assert first.value == Decimal(75)


def test_what_a_person_reported_is_not_counted_over(make_kpi, team, publish):
    kpi = make_kpi()
    reported = publish(kpi, "2024", "80", known="2025-06-30")
    assert record(kpi, team) == reported
    assert Figure.objects.count() == 1


def test_what_is_not_shown_is_a_figure_with_a_symbol_instead(make_kpi, team):
    figure = record(make_kpi(), team, Entry(symbol="c"))
    assert (figure.value, figure.symbol_words) == (None, "confidential")
