"""The rules that stand in the database, whoever writes."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from kpis.figures.models import Figure, FigureState, KpiDefinition

from .conftest import NOW, PERCENTAGE, START


def definition(kpi, team, **changes):
    fields = {**PERCENTAGE, "version": 2, "reason": "why", "set_by": team.data_officer, "set_at": START}
    return KpiDefinition(kpi=kpi, counts_from=START, **{**fields, **changes})


def refused(row, name):
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        row.save(force_insert=True)


@pytest.mark.parametrize(
    ("changes", "name"),
    [
        pytest.param(
            {"nature": "demand", "polarity": "lower"},
            "demand_has_no_good_direction",
            id="fewer-requests-no-success",
        ),
        pytest.param(
            {"nature": "cost"}, "guarded_before_the_board_sees_it", id="cost-without-counter-measure"
        ),
        pytest.param(
            {"nature": "provision_mix"}, "guarded_before_the_board_sees_it", id="mix-without-counter-measure"
        ),
        pytest.param({"reason": ""}, "change_has_reason", id="change-without-reason"),
        pytest.param({"polarity": "range"}, "range_has_both_bounds", id="range-without-bounds"),
        pytest.param(
            {"polarity": "range", "range_low": 100, "range_high": 90},
            "range_has_both_bounds",
            id="range-upside-down",
        ),
        pytest.param({"range_low": 1, "range_high": 2}, "range_has_both_bounds", id="bounds-without-range"),
        pytest.param({"tolerance": -1}, "tolerance_not_negative", id="negative-tolerance"),
    ],
)
def test_a_definition_that_breaks_a_rule_is_refused(team, make_kpi, changes, name):
    refused(definition(make_kpi(), team, **changes), name)


def test_a_cost_kpi_may_be_kept_from_the_board_until_it_is_guarded(team, make_kpi):
    definition(make_kpi(), team, nature="cost", shown_to_board=False).save(force_insert=True)


def figure(kpi, team, **changes):
    fields = {
        "kpi": kpi,
        "definition": kpi.definitions.get(),
        "period_kind": "calendar_year",
        "period_start": date(2025, 1, 1),
        "period_end": date(2026, 1, 1),
        "value": Decimal("90"),
        "state": FigureState.SUBMITTED,
        "recorded_by": team.lead,
        "recorded_at": NOW,
        "submitted_by": team.lead,
        "submitted_at": NOW,
    }
    return Figure(**{**fields, **changes})


APPROVED = {"state": "approved", "decided_at": NOW, "counts_from": NOW}


@pytest.mark.parametrize(
    ("changes", "name"),
    [
        pytest.param({"symbol": "z"}, "value_and_symbol", id="symbol-instead-beside-a-value"),
        pytest.param({"value": None, "symbol": "p"}, "value_and_symbol", id="symbol-beside-without-value"),
        pytest.param({"value": None}, "value_and_symbol", id="neither-value-nor-symbol"),
        pytest.param({"submitted_by": None}, "submitted_by_and_at_together", id="when-without-who"),
        pytest.param({"state": "returned", "decided_at": NOW}, "decided_by_and_at", id="decided-by-nobody"),
        pytest.param(
            {"state": "approved", "counts_from": NOW}, "state_has_its_people", id="approved-by-nobody"
        ),
        pytest.param({"counts_from": NOW}, "counts_when_approved", id="counts-before-approval"),
        pytest.param({"correction_reason": "x"}, "correction_has_reason", id="reason-without-correction"),
        pytest.param({"denominator": 0}, "denominator_not_zero", id="denominator-zero"),
        pytest.param({"period_end": date(2025, 1, 1)}, "period_not_empty", id="empty-period"),
    ],
)
def test_a_figure_that_breaks_a_rule_is_refused(team, make_kpi, changes, name):
    refused(figure(make_kpi(), team, **changes), name)


def test_nobody_approves_what_they_submitted(team, make_kpi):
    refused(figure(make_kpi(), team, **APPROVED, decided_by=team.lead), "never_approved_by_its_submitter")


def test_a_returned_figure_says_why(team, make_kpi):
    row = figure(make_kpi(), team, state="returned", decided_by=team.sponsor, decided_at=NOW)
    refused(row, "state_has_its_people")


def test_a_period_has_one_open_figure(team, make_kpi):
    kpi = make_kpi()
    figure(kpi, team).save()
    refused(figure(kpi, team), "one_open_per_period")


def test_a_period_is_approved_once_and_then_corrected(team, make_kpi):
    kpi = make_kpi()
    first = figure(kpi, team, **APPROVED, decided_by=team.sponsor)
    first.save()
    refused(figure(kpi, team, **APPROVED, decided_by=team.sponsor), "one_first_approval")
    correction = {"corrects": first, "correction_reason": "typo"}
    figure(kpi, team, **APPROVED, decided_by=team.sponsor, **correction).save()
    refused(figure(kpi, team, **APPROVED, decided_by=team.sponsor, **correction), "corrected_once")
