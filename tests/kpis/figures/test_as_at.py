"""Versions of definition, baseline and target: what a past meeting saw stays what it saw."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from kpis.figures.actions.definitions import (
    BaselineTerms,
    agree_baseline,
    define_kpi,
    set_baseline,
    set_target,
)
from kpis.figures.actions.entries import FigureRefused, NotYours
from kpis.figures.queries.standing import standings

from .conftest import NOW, PERCENTAGE, START, year

MEETING = datetime(2021, 11, 11, 10, tzinfo=UTC)


@pytest.fixture
def standing_at(judged_kpi, publish):
    publish(judged_kpi, "2020", "87.1", known="2021-06-30")

    def read(moment):
        return standings([judged_kpi], moment, now=False)[0]

    return read


def test_a_changed_target_does_not_change_the_past(team, judged_kpi, standing_at):
    before = standing_at(MEETING).status
    set_target(
        kpi=judged_kpi,
        points=[(date(2020, 12, 31), Decimal(99))],
        reason="Stretch",
        by=team.data_officer,
        at=NOW,
    )
    assert standing_at(MEETING).status.expected == before.expected
    assert standing_at(NOW).status.expected == 99


def test_a_changed_baseline_does_not_change_the_past(team, judged_kpi, standing_at):
    terms = BaselineTerms(period=year("2019"), value=Decimal(80), method="restated", source="DfE")
    set_baseline(kpi=judged_kpi, terms=terms, reason="Cases recounted", by=team.data_officer, at=NOW)
    assert standing_at(MEETING).record.baseline.value == Decimal("75.4")
    assert standing_at(NOW).record.baseline.value == 80


def test_a_changed_definition_does_not_change_the_past_and_figures_keep_theirs(team, judged_kpi, standing_at):
    changed = {**PERCENTAGE, "name": "Plans issued in 20 weeks"}
    define_kpi(kpi=judged_kpi, fields=changed, reason="Clearer", by=team.data_officer, at=NOW)
    assert standing_at(MEETING).definition.name == "Plans issued in time"
    assert standing_at(NOW).definition.name == "Plans issued in 20 weeks"
    assert judged_kpi.figures.get().definition.version == 1


def test_a_kpi_does_not_exist_before_its_definition(standing_at, judged_kpi):
    assert standings([judged_kpi], datetime(2018, 12, 31, tzinfo=UTC), now=False) == []
    assert standing_at(START).figure is None


def change_definition(kpi, by):
    define_kpi(kpi=kpi, fields=PERCENTAGE, by=by, at=NOW)


def change_baseline(kpi, by):
    terms = BaselineTerms(period=year("2019"), value=Decimal(80), method="m", source="s")
    set_baseline(kpi=kpi, terms=terms, by=by, at=NOW)


def change_target(kpi, by):
    set_target(kpi=kpi, points=[(date(2027, 1, 1), Decimal(9))], by=by, at=NOW)


@pytest.mark.parametrize("change", [change_definition, change_baseline, change_target])
def test_a_further_version_says_why(team, judged_kpi, change):
    with pytest.raises(FigureRefused, match="Say why"):
        change(judged_kpi, team.data_officer)


def test_a_baseline_is_agreed_by_the_sponsor_and_not_by_who_set_it(team, judged_kpi):
    baseline = judged_kpi.baselines.get()
    for other in (team.data_officer, team.lead):
        with pytest.raises(NotYours):
            agree_baseline(baseline=baseline, by=other, at=NOW)
    assert agree_baseline(baseline=baseline, by=team.sponsor, at=NOW).is_agreed


def test_a_baseline_that_was_replaced_meanwhile_is_not_agreed(team, judged_kpi):
    first = judged_kpi.baselines.get()
    terms = BaselineTerms(period=year("2018"), method="Counted", source="A count", value=Decimal(31))
    set_baseline(kpi=judged_kpi, terms=terms, by=team.data_officer, at=NOW, reason="Counted again.")
    with pytest.raises(FigureRefused, match="later baseline"):
        agree_baseline(baseline=first, by=team.sponsor, at=NOW)
    assert not judged_kpi.baselines.filter(agreed_at__isnull=False).exists()


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"nature": "demand"}, "polarity"),
        ({"nature": "cost"}, "counter_measures"),
        ({"counter_measures": ["NO1"]}, "counter_measures"),
    ],
    ids=["demand-with-a-direction", "cost-unguarded", "unknown-counter-measure"],
)
def test_a_definition_is_refused_in_words_at_its_field(team, judged_kpi, changes, field):
    with pytest.raises(FigureRefused) as refused:
        define_kpi(kpi=judged_kpi, fields={**PERCENTAGE, **changes}, reason="x", by=team.data_officer, at=NOW)
    assert refused.value.field == field


def test_targets_name_each_day_once(team, judged_kpi):
    twice = [(date(2027, 1, 1), Decimal(1)), (date(2027, 1, 1), Decimal(2))]
    with pytest.raises(FigureRefused, match="each day once"):
        set_target(kpi=judged_kpi, points=twice, reason="x", by=team.data_officer, at=NOW)
