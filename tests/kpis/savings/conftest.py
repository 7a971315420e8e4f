"""Two workstreams, the people around them, and initiatives made to measure."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from kpis.domain import savings
from kpis.savings import actions
from kpis.workstreams.models import Plan, Workstream

ADDED = datetime(2019, 5, 1, 9, tzinfo=UTC)
MEETING = datetime(2019, 11, 14, 9, tzinfo=UTC)


@dataclass
class Partnership:
    lead: object
    other_lead: object
    finance: object
    other_finance: object
    provision: Workstream
    transport: Workstream


@pytest.fixture
def partnership(person):
    lead, other_lead = person("workstream_lead"), person("workstream_lead")
    plan = Plan.objects.create(name="The plan")
    provision = Workstream.objects.create(
        plan=plan,
        name="Local provision",
        slug="local-provision",
        purpose="Places nearby.",
        position=1,
        lead=lead,
    )
    transport = Workstream.objects.create(
        plan=plan, name="Transport", slug="transport", purpose="Ways to school.", position=2, lead=other_lead
    )
    return Partnership(lead, other_lead, person("finance"), person("finance"), provision, transport)


@pytest.fixture
def make_initiative(partnership):
    """`make_initiative("LP-1", type="income", monthly=10_000)`: in delivery, the same amount every month of 2019/20."""

    def make(
        code="LP-1", *, saving_type="cashable", workstream=None, stage="in_delivery", monthly=None, **changes
    ):
        initiative = actions.add_initiative(
            code=code,
            workstream=workstream or partnership.provision,
            owner=partnership.lead,
            name=f"Initiative {code}",
            mechanism="Places nearer home cost less.",
            population="About twelve children",
            saving_type=saving_type,
            who_loses="Nobody named" if saving_type == "scope_reduction" else "",
            recurrence=changes.pop("recurrence", "recurrent"),
            starts_on=date(2019, 4, 1),
            stage=stage,
            by=partnership.lead,
            at=ADDED,
            **changes,
        )
        if monthly is not None:
            plan_year(initiative, monthly, by=partnership.lead)
        return initiative

    return make


def plan_year(initiative, monthly, *, by, kind="planned", year=2019, at=ADDED, **more):
    amounts = {month: Decimal(monthly) for month in savings.months_of(year)}
    return actions.record_plan(initiative=initiative, kind=kind, amounts=amounts, by=by, at=at, **more)


@pytest.fixture
def set_target(partnership):
    """`set_target(2_400_000, provision=900_000)`: the target of 2019/20 with shares by the fixture's names."""

    def make(amount, *, year=2019, at=ADDED, reason="", provision=None, transport=None, **more):
        shares = {partnership.provision: provision, partnership.transport: transport}
        return actions.set_savings_target(
            financial_year=year,
            amount=Decimal(amount),
            shares={workstream: Decimal(share) for workstream, share in shares.items() if share is not None},
            source="Board paper",
            by=partnership.finance,
            at=at,
            reason=reason,
            **more,
        )

    return make


@pytest.fixture
def report(partnership):
    """`report(initiative, 9, 8_000)`: the saving of September 2019 with evidence, reported on 14 November and
    signed by finance at once; with `sign=False` it waits."""

    def make(
        initiative, month, amount, *, at=MEETING, evidence="Ledger line 4711, checked by finance", sign=True
    ):
        year = 2019 if month >= 4 else 2020
        delivered = actions.report_delivered(
            initiative=initiative,
            month=date(year, month, 1),
            amount=Decimal(amount),
            evidence=evidence,
            by=partnership.lead,
            at=at,
        )
        return actions.sign_off(delivered=delivered, by=partnership.finance, at=at) if sign else delivered

    return make


@pytest.fixture
def evidence(partnership):
    """`evidence(initiative)`: on record for its gates what the names say, or all of it, recorded when it was added."""

    def baseline(initiative):
        recorded = record_baseline(initiative, by=partnership.lead)
        actions.agree_cost_baseline(baseline=recorded, by=partnership.finance, at=ADDED)

    def screening(initiative):
        sign_screening(initiative, by=partnership.other_lead)

    def record(kind):
        return lambda initiative: add_record(initiative, kind, by=partnership.lead)

    known = {
        "baseline": baseline,
        "decision": record("decision"),
        "screening": screening,
        "consultation": record("consultation"),
        "equality_impact": record("equality_impact"),
    }

    def make(initiative, *names):
        for name in names or known:
            known[name](initiative)
        return initiative

    return make


def record_baseline(initiative, *, by, at=ADDED, **changes):
    cost = {
        "line": "placements",
        "covers": "Twelve places in independent schools",
        "financial_year": 2018,
        "amount": Decimal(720_000),
        "basis": "outturn",
        "funding_scope": "High Needs Block",
        "source": "Section 251 outturn",
    }
    return actions.record_cost_baseline(initiative=initiative, by=by, at=at, **cost | changes)


def add_record(initiative, kind, *, by, at=ADDED, **changes):
    record = {
        "reference": "Board minutes, item 5",
        "dated_on": date(2019, 4, 30),
        "evidence": "The Board decided to go on.",
    }
    return actions.add_gate_record(initiative=initiative, kind=kind, by=by, at=at, **record | changes)


def sign_screening(initiative, *, by, at=ADDED, consultation="full", equality_impact="proportionate", **more):
    return actions.sign_screening(
        initiative=initiative,
        consultation=consultation,
        equality_impact=equality_impact,
        by=by,
        at=at,
        **more,
    )


def record_counterfactual(initiative, *, by, at=ADDED, **changes):
    cost = {
        "covers": "Ten more children would need a place",
        "financial_year": 2019,
        "amount": Decimal(600_000),
        "basis": "forecast",
        "funding_scope": "High Needs Block",
        "source": "Board paper",
    }
    return actions.record_counterfactual(initiative=initiative, by=by, at=at, **cost | changes)


@pytest.fixture
def make_group(partnership):
    """`make_group("Places", 1_000_000)`: the same base every month of 2019/20; `bases` gives single months instead."""

    def make(name="Places", monthly=None, *, at=ADDED, bases=None):
        return actions.add_group(
            name=name,
            what_is_shared="Placements of the same children.",
            basis="budget",
            funding_scope="High Needs Block",
            source="Budget book 2019/20 (illustrative)",
            amounts=bases or {month: Decimal(monthly) for month in savings.months_of(2019)},
            by=partnership.finance,
            at=at,
        )

    return make


@pytest.fixture
def join(partnership):
    """`join(group, first, second)`: at positions 1, 2 and so on; or `join(group, one, position=5)`."""

    def put(group, *initiatives, position=1, at=ADDED, reason="The same placements"):
        for place, initiative in enumerate(initiatives, position):
            actions.join_group(
                group=group,
                initiative=initiative,
                position=place,
                reason=reason,
                by=partnership.finance,
                at=at,
            )

    return put
