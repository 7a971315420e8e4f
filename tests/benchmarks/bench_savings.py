"""The savings roll-up: 2,000 initiatives x 5 years, three versions of plan and forecast, bases shared by ten each."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import numpy as np
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kpis.domain import savings
from kpis.savings.actions import recompute_progress
from kpis.savings.models import (
    DeliveredAmount,
    DoubleCountBase,
    DoubleCountBaseAmount,
    DoubleCountGroup,
    DoubleCountMember,
    Initiative,
    MonthlyPlan,
    SavingsProgress,
    StageMove,
)
from kpis.savings.queries import worked_out_years
from kpis.workstreams.models import Plan, Workstream
from tests.benchmarks.raw import read_binary

INITIATIVES, VERSIONS, GROUPS, IN_A_GROUP = 2_000, 3, 100, 10
YEARS = range(2019, 2024)
MONTHS = [month for year in YEARS for month in savings.months_of(year)]
START = datetime(2019, 4, 2, tzinfo=UTC)
NOW = datetime(2022, 11, 14, tzinfo=UTC)
STAGES = ("identified", "planned", "in_delivery", "delivered")
TYPES = [saving_type.value for saving_type in savings.SavingType]


@pytest.fixture
def register(person):
    """2,000 initiatives over six workstreams; half of them have reported and finance has signed."""
    by, finance = person("workstream_lead"), person("finance")
    workstreams = [
        Workstream.objects.create(
            plan=Plan.objects.create(name=f"P{n}"), name=f"W{n}", slug=f"w{n}", purpose="p"
        )
        for n in range(6)
    ]
    initiatives = Initiative.objects.bulk_create(
        Initiative(
            code=f"B-{n}",
            workstream=workstreams[n % 6],
            owner=by,
            name="An initiative",
            mechanism="m",
            population="p",
            saving_type=TYPES[n % 5],
            who_loses="x" if TYPES[n % 5] == "scope_reduction" else "",
            recurrence="recurrent",
            starts_on=date(2019, 4, 1),
            added_by=by,
            added_at=START,
        )
        for n in range(INITIATIVES)
    )
    StageMove.objects.bulk_create(
        StageMove(initiative=i, stage=STAGES[n % 4], moved_by=by, moved_at=START)
        for n, i in enumerate(initiatives)
    )
    record_plans(initiatives, by)
    record_deliveries(initiatives[::2], by, finance)
    share_bases(initiatives, finance)


def record_plans(initiatives, by):
    plans = MonthlyPlan.objects.bulk_create(
        MonthlyPlan(
            initiative=initiative,
            kind=kind,
            version=version,
            reason="x" if version > 1 else "",
            recorded_by=by,
            recorded_at=START + timedelta(days=version),
        )
        for initiative in initiatives
        for kind in ("planned", "forecast")
        for version in range(1, VERSIONS + 1)
    )
    with connection.cursor() as cursor:  # rows of a year each, so that 720,000 of them are made in seconds
        cursor.execute(
            "INSERT INTO savings_monthlyamount (plan_id, month, amount_gbp)"
            " SELECT plan, month, (plan * 37 + extract(month FROM month)) %% 5000 / 4.0"
            " FROM unnest(%s::bigint[]) plan, unnest(%s::date[]) month",
            [[plan.pk for plan in plans], MONTHS],
        )


def record_deliveries(initiatives, by, finance):
    DeliveredAmount.objects.bulk_create(
        (
            DeliveredAmount(
                initiative=initiative,
                month=month,
                amount_gbp=Decimal(100 + n % 7),
                evidence="Ledger",
                reported_by=by,
                reported_at=NOW,
                signed_by=finance,
                signed_at=NOW,
            )
            for initiative in initiatives
            for n, month in enumerate(MONTHS[:36])
        ),
        batch_size=5_000,
    )


def share_bases(initiatives, by):
    groups = DoubleCountGroup.objects.bulk_create(
        DoubleCountGroup(name=f"G{n}", added_by=by, added_at=START) for n in range(GROUPS)
    )
    words = {
        "what_is_shared": "x",
        "basis": "budget",
        "price_base": "cash",
        "funding_scope": "x",
        "source": "x",
    }
    bases = DoubleCountBase.objects.bulk_create(
        DoubleCountBase(group=group, version=1, recorded_by=by, recorded_at=START, **words)
        for group in groups
    )
    DoubleCountBaseAmount.objects.bulk_create(
        DoubleCountBaseAmount(base=base, month=month, amount_gbp=3_000) for base in bases for month in MONTHS
    )
    DoubleCountMember.objects.bulk_create(
        DoubleCountMember(
            group=groups[n // IN_A_GROUP],
            initiative=initiative,
            position=n % IN_A_GROUP + 1,
            reason="x",
            added_by=by,
            added_at=START,
        )
        for n, initiative in enumerate(initiatives[: GROUPS * IN_A_GROUP])
    )


def read_raw():
    """The rows that count, as one would read them by hand: the last versions, and what finance has signed."""
    read_binary(
        "SELECT plan_id, month, amount_gbp::float8 FROM savings_monthlyamount"
        " JOIN (SELECT max(id) AS plan_id FROM savings_monthlyplan GROUP BY initiative_id, kind) p USING (plan_id)"
    )
    read_binary("SELECT initiative_id, month, amount_gbp::float8 FROM savings_deliveredamount")


TABLE = np.arange(INITIATIVES * 12, dtype=np.int64).reshape(INITIATIVES, 12)


def numpy_alone():
    """The sums of five years without any base that is shared."""
    for _ in YEARS:
        np.where(TABLE % 2, TABLE, 0).sum(axis=1), TABLE.sum(axis=1), np.minimum(TABLE, 3_000).sum(axis=1)


def bench_savings_roll_up(register, measure):
    def roll_up():
        recompute_progress(years=YEARS, at=NOW)

    measure("savings roll-up", goal=2.5, work=roll_up, floors=[read_raw, numpy_alone])
    with CaptureQueriesContext(connection) as queries:
        worked_out_years(years=YEARS, at=NOW)
    assert len(queries) <= 10
    total = SavingsProgress.objects.get(financial_year=2019, workstream=None, type_group="towards_target")
    assert total.planned_overlap > 0
