"""The rules stand in the database too, each under its name."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from kpis.topups import actions
from kpis.topups.models import Band, CostSplit, FirstSliceShown, Incentive, PaidPlaces, TopUp
from tests.kpis.topups.conftest import NOW, TERMS

D = Decimal


@pytest.fixture
def rows(load, record, schools, officer):
    """One good row of each kind, for the cases to copy and spoil."""
    school = schools["Primary A"]
    stored = load("TU-1,Primary A,,Maintained,B1,1000,2019-04-01,2019-08-31")
    bands = [actions.BandLine("B1", D(1))]
    table = actions.add_band_table(name="Now", bands=bands, by=officer, at=NOW, basis="budget", **TERMS)
    shown = {"reference": "TU-1", "shown_gbp": 1, "shown_on": date(2019, 9, 2), "evidence": "Map"}
    return {
        "setting": school,
        "list": stored,
        "stay": TopUp.objects.get(),
        "table": table,
        "band": Band.objects.get(),
        "paid": record(PaidPlaces, school, places=1, annual_gbp=1),
        "shown": record(FirstSliceShown, school, **shown),
        "costs": record(CostSplit, school, fixed_gbp=1, per_pupil_gbp=1, pupils=1),
        "incentive": record(Incentive, school, kind="service", what_for="Therapy", pupils=2, amount_gbp=1),
    }


LATER = {"starts_on": date(2019, 9, 1), "ends_before": None}
CASES = [
    ("setting", {}, "setting_name_once"),
    ("setting", {"name": "PRIMARY A"}, "setting_name_once"),
    ("setting", {"name": ""}, "setting_has_a_name"),
    ("setting", {"name": "B", "category": "School"}, "setting_category_is_known"),
    ("list", {}, "topuplist_version_once"),
    ("list", {"version": 2}, "topuplist_change_has_reason"),
    ("list", {"basis": "hoped"}, "topuplist_basis_is_known"),
    ("list", {"financial_year": 1999}, "topuplist_year_is_a_year"),
    ("list", {"basis": "budget", "price_base": "gold"}, "topuplist_prices_are_known"),
    ("list", {"basis": "budget", "source": ""}, "topuplist_says_what_and_where_from"),
    ("stay", {}, "top_up_one_at_a_time"),
    ("stay", {"starts_on": date(2019, 8, 31)}, "top_up_one_at_a_time"),
    ("stay", {"starts_on": date(2015, 1, 1), "ends_before": None}, "top_up_one_at_a_time"),
    ("stay", LATER | {"reference": "JANE-SMITH"}, "top_up_reference_is_a_code"),
    ("stay", LATER | {"reference": "Jane 1"}, "top_up_reference_is_a_code"),
    ("stay", LATER | {"sector": "private"}, "top_up_sector_is_known"),
    ("stay", LATER | {"annual_gbp": D(-1)}, "top_up_amount_in_bounds"),
    ("stay", LATER | {"ends_before": date(2019, 9, 1)}, "top_up_ends_after_it_starts"),
    ("band", {"position": 2}, "band_code_once"),
    ("band", {"code": "B2"}, "band_place_once"),
    ("band", {"code": "", "position": 2}, "band_has_a_code"),
    ("band", {"code": "B2", "position": 2, "annual_gbp": D(-1)}, "band_amount_in_bounds"),
    ("table", {"name": ""}, "bandtable_has_a_name"),
    ("paid", {"annual_gbp": D(-1)}, "paidplaces_amount_in_bounds"),
    ("paid", {"starts_on": NOW.date(), "ends_before": NOW.date()}, "paidplaces_end_after_they_start"),
    ("paid", {"reason": "x"}, "paidplaces_correction_has_reason"),
    ("shown", {}, "firstsliceshown_once_a_year"),
    ("shown", {"reference": "Jane"}, "firstsliceshown_reference_is_a_code"),
    ("shown", {"reference": "TU-2", "shown_gbp": D(-1)}, "firstsliceshown_amount_in_bounds"),
    ("shown", {"reference": "TU-2", "evidence": ""}, "firstsliceshown_has_evidence"),
    ("costs", {}, "costsplit_once_a_year"),
    ("costs", {"basis": "budget", "pupils": 0}, "costsplit_has_a_pupil"),
    ("costs", {"basis": "budget", "fixed_gbp": D(-1)}, "costsplit_in_bounds"),
    ("incentive", {"kind": "gift"}, "incentive_kind_is_known"),
    ("incentive", {"what_for": ""}, "incentive_says_what_for"),
    ("incentive", {"amount_gbp": D(-1)}, "incentive_amount_in_bounds"),
]


@pytest.mark.parametrize(
    ("kind", "spoilt", "name"), CASES, ids=[f"{name}-{n}" for n, (*_, name) in enumerate(CASES)]
)
def test_the_database_refuses_by_name(rows, kind, spoilt, name):
    assert refusal(rows[kind], **spoilt) == name


def refusal(row, **spoilt) -> str:
    """What PostgreSQL says of a copy of this row with some values changed."""
    row.pk, row._state.adding = None, True
    for field, value in spoilt.items():
        setattr(row, field, value)
    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        row.save(force_insert=True)
    return str(refused.value.__cause__.diag.constraint_name)


def test_a_correction_stays_in_its_year(rows):
    first = rows["paid"].pk
    name = refusal(rows["paid"], corrects_id=first, reason="x", financial_year=2020)
    assert name == "paidplaces_correction_keeps_its_year"


def test_an_entry_is_corrected_once(rows, officer):
    paid = PaidPlaces.objects.get()
    terms = TERMS | {"basis": "outturn", "setting": paid.setting, "places": 2, "annual_gbp": D(1)}
    actions.correct_entry(entry=paid, reason="Counted twice", by=officer, at=NOW, **terms)
    assert [row.places for row in PaidPlaces.objects.counting()] == [2]
    with pytest.raises(actions.ChangedMeanwhile):
        actions.correct_entry(entry=paid, reason="Again", by=officer, at=NOW, **terms)
    with pytest.raises(actions.ReasonMissing):
        actions.correct_entry(
            entry=PaidPlaces.objects.counting().get(), reason="", by=officer, at=NOW, **terms
        )
