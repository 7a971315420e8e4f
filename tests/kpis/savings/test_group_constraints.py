"""What the database itself refuses about double counting, by the name of the rule."""

from datetime import timedelta
from decimal import Decimal as D

import pytest

from kpis.savings.models import MonthlyAmount
from tests.kpis.savings.conftest import ADDED, MEETING
from tests.kpis.savings.test_constraints import refusal

ENDED = {"ended_at": MEETING, "end_reason": "x"}


@pytest.fixture
def rows(make_initiative, make_group, join):
    """A row of each table."""
    group = make_group(monthly=100)
    join(group, make_initiative("LP-1", monthly=1))
    base, member = group.bases.get(), group.members.get()
    amount = MonthlyAmount.objects.first()
    return {
        "group": group,
        "base": base,
        "base_amount": base.amounts.first(),
        "member": member,
        "amount": amount,
    }


CASES = [
    ("group", {"name": ""}, "double_count_group_has_a_name"),
    ("base", {"version": 1}, "double_count_base_version_once"),
    ("base", {"version": 2}, "double_count_base_change_has_reason"),
    ("base", {"version": 2, "reason": "x", "basis": "guess"}, "double_count_base_basis_is_known"),
    ("base", {"version": 2, "reason": "x", "price_base": "x"}, "double_count_base_prices_are_known"),
    ("base", {"version": 2, "reason": "x", "source": ""}, "double_count_base_says_what_and_where_from"),
    ("base_amount", {}, "double_count_amount_once_a_month"),
    ("base_amount", {"month": ADDED.date() + timedelta(days=1)}, "double_count_amount_on_the_first"),
    ("base_amount", {"amount_gbp": D(-1)}, "double_count_amount_in_bounds"),
    ("member", {"position": 2}, "double_count_one_group_at_a_time"),
    ("member", {"position": 0}, "double_count_position_in_bounds"),
    ("member", {"reason": ""}, "double_count_member_has_reason"),
    ("member", ENDED, "double_count_member_ended_by_and_at_together"),
    ("amount", {"per_cent": D(5)}, "monthly_amount_pounds_or_per_cent"),
    ("amount", {"amount_gbp": None}, "monthly_amount_pounds_or_per_cent"),
    ("amount", {"amount_gbp": None, "per_cent": D(0)}, "monthly_amount_per_cent_in_bounds"),
    ("amount", {"amount_gbp": None, "per_cent": D("100.01")}, "monthly_amount_per_cent_in_bounds"),
]


@pytest.mark.parametrize(
    ("kind", "spoilt", "name"), CASES, ids=[f"{name}-{n}" for n, (*_, name) in enumerate(CASES)]
)
def test_the_database_refuses_by_name(rows, kind, spoilt, name):
    assert refusal(rows[kind], **spoilt) == name


def test_a_position_is_taken_once(rows, make_initiative):
    other = make_initiative("LP-2")
    assert refusal(rows["member"], initiative=other) == "double_count_position_once_in_a_group"


@pytest.mark.parametrize(
    "ended",
    [{"ended_at": ADDED - timedelta(days=1), "end_reason": "x"}, {"ended_at": MEETING, "end_reason": ""}],
    ids=["before it began", "without a reason"],
)
def test_a_place_ends_after_it_began_and_with_a_reason(rows, partnership, ended):
    member = {"ended_by": partnership.finance, **ended}
    assert refusal(rows["member"], **member) == "double_count_member_ends_after_it_began_with_reason"


def test_a_name_is_given_once(rows):
    assert "name" in refusal(rows["group"])
