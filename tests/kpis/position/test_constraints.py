"""The rules stand in the database too, each under its name."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from kpis.position import actions
from kpis.published.models import Area
from tests.kpis.position.conftest import LATER, RECORDED

D = Decimal


@pytest.fixture
def rows(
    scope,
    officer,
    make_statement,
    make_balance,
    make_limit,
    make_transfer,
    make_joint_funding,
    make_unmitigated,
):
    """One good row of each kind, for the cases to copy and spoil."""
    statement = make_statement(known_parts={"colleges": D(1)})
    balance, other = make_balance(-10, -4), make_balance(closing=-12, source="Return")
    reconciliation = actions.reconcile(
        reference=balance,
        other=other,
        differences=[("Early years", D(2))],
        source="x",
        by=officer,
        at=RECORDED,
    )
    transfer = make_transfer(effects=[("A school", D(-1))])
    line = make_unmitigated(-5, -6)
    return {
        "scope": scope,
        "statement": statement,
        "amount": statement.amounts.get(),
        "part": statement.known_parts.get(),
        "balance": balance,
        "reconciliation": reconciliation,
        "difference": reconciliation.differences.get(),
        "limit": make_limit(),
        "transfer": transfer,
        "effect": transfer.effects.get(),
        "joint": make_joint_funding(),
        "line": line,
        "year": line.years.first(),
    }


TOO_MUCH = D(100_000_000_001)
OTHER = {"financial_year": 2020}  # another record, so that only the rule in question is broken
CASES = [
    ("scope", {"name": "x", "words": ""}, "funding_scope_says_what_is_in_it"),
    ("scope", {"name": "x", "colleges": "perhaps"}, "funding_scope_inclusions_are_known"),
    ("statement", {}, "statement_first_version_once"),
    ("statement", {"source": ""}, "statement_has_a_source"),
    ("statement", {**OTHER, "known_from": LATER}, "statement_known_when_recorded"),
    ("statement", {**OTHER, "reason": "x"}, "statement_correction_has_reason"),
    ("statement", {"financial_year": 1999}, "statement_year_is_a_year"),
    ("statement", {"basis": "hope"}, "statement_basis_is_known"),
    ("statement", {**OTHER, "period": 6}, "statement_period_only_of_a_forecast"),
    ("statement", {"basis": "forecast", "period": 13}, "statement_period_only_of_a_forecast"),
    ("statement", {**OTHER, "coverage": ""}, "statement_part_says_which"),
    ("statement", {**OTHER, "extent": "whole"}, "statement_part_says_which"),
    ("statement", {**OTHER, "unit": "per_head"}, "statement_per_head_says_of_whom"),
    ("statement", {**OTHER, "price_base": "real"}, "statement_constant_prices_say_of_which_year"),
    ("statement", {**OTHER, "price_year": 2018}, "statement_constant_prices_say_of_which_year"),
    ("amount", {}, "amount_line_once"),
    ("amount", {"line": "sweets"}, "amount_line_is_known"),
    ("amount", {"category": "Elsewhere"}, "amount_category_is_known"),
    ("amount", {"sector": "elsewhere"}, "amount_sector_is_known"),
    ("amount", {"line": "income", "sector": "academy"}, "amount_income_has_no_placement"),
    ("amount", {"label": "x", "amount_gbp": TOO_MUCH}, "amount_in_bounds"),
    ("amount", {"label": "x", "commitments_gbp": -TOO_MUCH}, "amount_in_bounds"),
    ("amount", {"label": "x", "volume": D(5)}, "amount_volume_says_what_is_counted"),
    ("amount", {"label": "x", "volume_words": "plans"}, "amount_volume_says_what_is_counted"),
    ("amount", {"label": "x", "volume": D(-1), "volume_words": "x"}, "amount_volume_says_what_is_counted"),
    ("part", {}, "known_part_once"),
    ("part", {"part": "half"}, "known_part_is_known"),
    ("part", {"part": "academy_places", "amount_gbp": TOO_MUCH}, "known_part_in_bounds"),
    ("balance", {}, "balance_first_version_once"),
    ("balance", {"fund": "schools"}, "balance_fund_is_known"),
    ("balance", {"basis": "hope"}, "balance_basis_is_known"),
    ("balance", {"financial_year": 2101}, "balance_year_is_a_year"),
    ("balance", {**OTHER, "closing_gbp": D("-14.01")}, "balance_opening_and_in_year_make_closing"),
    ("balance", {**OTHER, "closing_gbp": None}, "balance_opening_and_in_year_make_closing"),
    ("balance", {**OTHER, "opening_gbp": None, "closing_gbp": -TOO_MUCH}, "balance_in_bounds"),
    ("balance", {**OTHER, "in_year_gbp": None, "closing_gbp": None}, "balance_says_something"),
    ("balance", {**OTHER, "dsg_gbp": D(0)}, "balance_grant_is_positive"),
    ("balance", {**OTHER, "closing_share": D(-101), "share_of": "DSG"}, "balance_shares_in_bounds"),
    ("balance", {**OTHER, "closing_share": D(-10)}, "balance_share_says_of_what"),
    ("reconciliation", {}, "reconciliation_first_version_once"),
    ("difference", {}, "explained_difference_place_once"),
    ("difference", {"position": 2, "words": ""}, "explained_difference_is_explained"),
    ("difference", {"position": 2, "amount_gbp": D(0)}, "explained_difference_in_bounds"),
    ("limit", {}, "transferlimit_first_version_once"),
    ("limit", {**OTHER, "per_cent": D(101)}, "transferlimit_in_bounds"),
    ("limit", {**OTHER, "agreement": ""}, "transferlimit_says_on_whose_agreement"),
    ("transfer", {}, "blocktransfer_first_version_once"),
    ("transfer", {**OTHER, "amount_gbp": D(0)}, "blocktransfer_is_part_of_the_schools_block"),
    ("transfer", {**OTHER, "amount_gbp": D(80_000_001)}, "blocktransfer_is_part_of_the_schools_block"),
    ("transfer", {**OTHER, "who_bears": ""}, "blocktransfer_says_who_bears_the_cost"),
    ("transfer", {**OTHER, "decision": "agreed"}, "blocktransfer_decision_has_its_date"),
    ("transfer", {**OTHER, "decided_on": date(2019, 1, 1)}, "blocktransfer_decision_has_its_date"),
    ("effect", {}, "transfer_effect_once_a_school"),
    ("effect", {"school": ""}, "transfer_effect_names_a_school"),
    ("effect", {"school": "x", "effect_gbp": TOO_MUCH}, "transfer_effect_in_bounds"),
    ("joint", {}, "jointfunding_first_version_once"),
    ("joint", {**OTHER, "health_gbp": D(-1)}, "jointfunding_in_bounds"),
    ("joint", {**OTHER, "oldest_dispute_on": None}, "jointfunding_dispute_has_its_beginning"),
    ("joint", {**OTHER, "open_disputes": 0}, "jointfunding_dispute_has_its_beginning"),
    (
        "joint",
        {**OTHER, "oldest_dispute_on": date(2019, 10, 1)},
        "jointfunding_dispute_has_its_beginning",
    ),
    ("line", {"pressure_gbp": D(1)}, "unmitigatedline_pressure_has_its_source"),
    ("line", {"pressure_source": "x"}, "unmitigatedline_pressure_has_its_source"),
    ("line", {"opening_gbp": -TOO_MUCH}, "unmitigatedline_in_bounds"),
    ("year", {}, "unmitigated_year_once"),
    ("year", {"financial_year": 2030, "source": ""}, "unmitigated_year_has_a_source"),
    ("year", {"financial_year": 2101}, "unmitigated_year_is_a_year"),
]


@pytest.mark.parametrize(
    ("kind", "spoilt", "name"), CASES, ids=[f"{name}-{n}" for n, (*_, name) in enumerate(CASES)]
)
def test_the_database_refuses_by_name(rows, kind, spoilt, name):
    assert refusal(rows[kind], **spoilt) == name


def refusal(row, **spoilt) -> str:
    """The constraint that PostgreSQL names for a copy of this row with some values changed."""
    row.pk, row._state.adding = None, True
    for field, value in spoilt.items():
        setattr(row, field, value)
    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        row.save(force_insert=True)
    return refused.value.__cause__.diag.constraint_name


def test_a_reconciliation_is_of_two_balances(rows):
    pair = rows["reconciliation"]
    assert refusal(pair, other=pair.reference) == "reconciliation_is_of_two_balances"


@pytest.mark.parametrize("kind", ["statement", "balance", "limit", "transfer", "joint"])
def test_a_correction_keeps_the_year_of_what_it_corrects(rows, kind):
    row = rows[kind]
    name = f"{row._meta.model_name}_correction_keeps_its_year"
    assert refusal(row, financial_year=2021, supersedes_id=row.pk, reason="x") == name


def test_a_correction_keeps_the_area_of_what_it_corrects(rows):
    row, elsewhere = rows["statement"], Area.objects.create(name="Elsewhere")
    name = "statement_correction_keeps_its_year"
    assert refusal(row, area=elsewhere, supersedes_id=row.pk, reason="x") == name


def test_a_record_is_corrected_once_at_most(rows):
    first = rows["limit"]
    correction = {"supersedes_id": first.pk, "reason": "x"}
    first.pk, first._state.adding = None, True
    for field, value in correction.items():
        setattr(first, field, value)
    first.save(force_insert=True)
    assert refusal(first, **correction) == "position_transferlimit_supersedes_id_key"
