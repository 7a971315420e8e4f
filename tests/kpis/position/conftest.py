"""Kingston, the people around its block, and records made to measure."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from kpis.position import actions
from kpis.published.models import Area

D = Decimal
RECORDED = datetime(2019, 10, 1, 9, tzinfo=UTC)
MEETING = datetime(2019, 11, 14, 10, tzinfo=UTC)
LATER = datetime(2019, 12, 2, 9, tzinfo=UTC)


@pytest.fixture
def area(db):
    return Area.objects.create(name="Kingston", code="E09000021", is_ours=True)


@pytest.fixture
def officer(person):
    return person("finance")


@pytest.fixture
def scope(officer):
    """The scope of the paper's placement costs."""
    return actions.add_scope(
        name="Placements with academies and colleges",
        words="Placement costs of the area, academies and further education colleges included.",
        academy_places="included",
        colleges="included",
        by=officer,
        at=RECORDED,
    )


@pytest.fixture
def make_statement(area, scope, officer):
    """`make_statement("budget", 22_600_000)`: the placement costs of 2019/20 on a basis."""

    def make(basis="budget", amount=22_600_000, *, amounts=None, at=RECORDED, **terms):
        lines = amounts or [actions.AmountLine("placements", D(amount), label="Placement costs")]
        given = {
            "area": area,
            "financial_year": 2019,
            "scope": scope,
            "coverage": "Placement costs",
            "source": "Board paper",
            "by": officer,
            **terms,
        }
        return actions.record_statement(basis=basis, amounts=lines, at=at, **given)

    return make


@pytest.fixture
def make_balance(area, officer):
    """`make_balance(-10, -4)`: the High Needs Block at the end of 2018/19, in pounds."""

    def make(opening=None, in_year=None, closing=None, *, at=RECORDED, **terms):
        given = {
            "area": area,
            "financial_year": 2018,
            "fund": "high_needs",
            "basis": "outturn",
            "source": "Board paper",
            "by": officer,
            "opening_gbp": opening if opening is None else D(opening),
            "in_year_gbp": in_year if in_year is None else D(in_year),
            "closing_gbp": closing if closing is None else D(closing),
            **terms,
        }
        return actions.record_balance(at=at, **given)

    return make


@pytest.fixture
def make_transfer(officer):
    """`make_transfer(400_000)`: half a per cent of a Schools Block of £80m."""

    def make(amount=400_000, *, at=RECORDED, **terms):
        given = {
            "financial_year": 2019,
            "name": "Towards placements",
            "schools_block_gbp": D(80_000_000),
            "who_bears": "Special and inclusive schools",
            "decision": "asked",
            "source": "Schools Forum paper",
            "by": officer,
            **terms,
        }
        return actions.record_transfer(amount_gbp=D(amount), at=at, **given)

    return make


@pytest.fixture
def make_limit(officer):
    def make(year=2018, per_cent="0.5", *, at=RECORDED, **terms):
        given = {"agreement": "the Schools Forum", "source": "Finance regulations", "by": officer, **terms}
        return actions.set_transfer_limit(financial_year=year, per_cent=D(per_cent), at=at, **given)

    return make


@pytest.fixture
def make_joint_funding(officer):
    def make(*, at=RECORDED, **terms):
        given = {
            "financial_year": 2019,
            "as_on": date(2019, 9, 30),
            "education_gbp": D(600),
            "health_gbp": D(100),
            "social_care_gbp": D(300),
            "without_split": 7,
            "open_disputes": 3,
            "oldest_dispute_on": date(2019, 1, 10),
            "owner": officer,
            "source": "Joint funding panel",
            "by": officer,
            **terms,
        }
        return actions.record_joint_funding(at=at, **given)

    return make


@pytest.fixture
def make_unmitigated(officer):
    """`make_unmitigated(-5, -7)`: millions, from 2019/20 on, opening with a deficit of £14m."""

    def make(*millions, opening=-14, first_year=2019, at=RECORDED, **terms):
        years = {first_year + n: (D(amount) * 1_000_000, "Illustrative") for n, amount in enumerate(millions)}
        given = {"source": "Finance's forecast", "by": officer, "years": years, **terms}
        return actions.record_unmitigated(opening_gbp=D(opening) * 1_000_000, at=at, **given)

    return make
