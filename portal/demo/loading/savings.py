"""Savings of the current financial year: invented, and said to be so wherever they show.

Each initiative shows another place on the way: every gate evidenced and every report signed (LP-S1); a report
that waits for finance (HT-S1); loaded as already running, its gate not evidenced (CT-S2); planned, and refused
delivery for want of a screening (CT-S1); a cost avoidance with its counterfactual frozen (EI-S1).
"""

import tomllib
from datetime import date
from decimal import Decimal

from django.utils import timezone

from kpis.domain.periods import PeriodKind, containing
from kpis.figures.models import Kpi
from kpis.savings import actions
from portal.demo.loading.figures import DATA

NOTE = "Illustrative"
TARGET = Decimal(2_400_000)
SHARES = {
    "Local provision": Decimal(900_000),
    "Commercial thinking": Decimal(700_000),
    "Home to school travel": Decimal(400_000),
}
COST = {"funding_scope": "High Needs Block", "source": "The demonstration (illustrative)"}
WORDS = ("name", "mechanism", "population", "saving_type")
MORE_WORDS = ("risks", "partner_dependencies")


def load_savings(*, people, workstreams, at):
    """A target with shares, and the initiatives with plans, gates and, where they run, deliveries."""
    year = containing(timezone.localdate(at), PeriodKind.FINANCIAL_YEAR).start.year
    actions.set_savings_target(
        financial_year=year,
        amount=TARGET,
        shares={workstreams[name]: amount for name, amount in SHARES.items()},
        source="The demonstration",
        note=NOTE,
        by=people["finance"],
        at=at,
    )
    ideas = tomllib.loads((DATA / "savings.toml").read_text(encoding="utf-8"))
    for code, idea in ideas.items():
        _load(code, idea, workstreams[idea["workstream"]], year, people, at)


def _load(code: str, idea: dict, workstream, year: int, people, at):
    months = _months(idea["first_month"], year)
    initiative = _add(code, idea, workstream, months[0], at)
    _record_costs(idea, initiative, year, people["finance"], at)
    _plan(idea, initiative, months, people["finance"], at)
    if "gates" in idea:
        _go_through_gates(idea["gates"], initiative, people, at)
    if idea["stage"] == "in_delivery":
        _deliver(idea, initiative, months, people["finance"], at)


def _months(first_month: int, year: int) -> list[date]:
    """First days of the months from the first one to the financial year's March."""
    all_months = [date(year + (m > 12), (m - 1) % 12 + 1, 1) for m in range(4, 16)]
    first = next(month for month in all_months if month.month == first_month)
    return [month for month in all_months if month >= first]


def _add(code: str, idea: dict, workstream, starts_on: date, at):
    return actions.add_initiative(
        code=code,
        workstream=workstream,
        owner=workstream.lead,
        recurrence="recurrent",
        starts_on=starts_on,
        kpis=Kpi.objects.filter(code__in=idea.get("kpis", [])),
        note=NOTE,
        stage="identified" if "gates" in idea else idea["stage"],
        by=workstream.lead,
        at=at,
        **{name: idea[name] for name in WORDS},
        **{name: idea.get(name, "") for name in MORE_WORDS},
    )


def _record_costs(idea: dict, initiative, year: int, finance, at):
    """The baseline of last year's cost line, agreed by finance, and what a cost avoidance is measured against."""
    common = {"initiative": initiative, "by": initiative.owner, "at": at, **COST}
    if baseline := idea.get("baseline"):
        recorded = actions.record_cost_baseline(
            line=baseline["line"],
            covers=baseline["covers"],
            amount=Decimal(baseline["amount"]),
            financial_year=year - 1,
            basis="outturn",
            **common,
        )
        actions.agree_cost_baseline(baseline=recorded, by=finance, at=at)
    if counterfactual := idea.get("counterfactual"):
        actions.record_counterfactual(
            covers=counterfactual["covers"],
            amount=Decimal(counterfactual["amount"]),
            financial_year=year,
            basis="forecast",
            **common,
        )


def _plan(idea: dict, initiative, months: list[date], finance, at):
    amounts = dict.fromkeys(months, Decimal(idea["monthly"]))
    plan = actions.record_plan(
        initiative=initiative, kind="planned", amounts=amounts, by=initiative.owner, at=at
    )
    actions.approve_plan(plan=plan, by=finance, at=at)


def _go_through_gates(gates: dict, initiative, people, at):
    """As far as its evidence goes."""
    actions.move_stage(initiative=initiative, stage="planned", by=initiative.owner, at=at)
    if "decision" in gates:
        _record(initiative, "decision", "Board minutes (illustrative)", gates["decision"], at)
    if "screened_by" in gates:
        _screen(gates, initiative, people[gates["screened_by"]], at)
        actions.move_stage(initiative=initiative, stage="in_delivery", by=initiative.owner, at=at)


def _screen(gates: dict, initiative, officer, at):
    """Signed by another officer than the owner; then what it asks for goes on record."""
    kinds = ("consultation", "equality_impact")
    asked = {name: gates[name] for kind in kinds for name in (kind, f"{kind}_because")}
    actions.sign_screening(initiative=initiative, by=officer, at=at, **asked)
    for kind in kinds:
        if gates[kind] != "not_required":
            words = f"A {gates[kind]} one, with its answers and what was done about them."
            _record(initiative, kind, "Report to the Board (illustrative)", words, at)


def _record(initiative, kind: str, reference: str, evidence: str, at):
    actions.add_gate_record(
        initiative=initiative,
        kind=kind,
        reference=reference,
        dated_on=timezone.localdate(at),
        evidence=evidence,
        by=initiative.owner,
        at=at,
    )


def _deliver(idea: dict, initiative, months: list[date], finance, at):
    """A report of every month that is over, signed by finance; the last one waits where the idea says so."""
    this_month = timezone.localdate(at).replace(day=1)
    over = [month for month in months if month < this_month]
    for month in over:
        delivered = actions.report_delivered(
            initiative=initiative,
            month=month,
            amount=Decimal(idea["monthly"] * idea["delivered_per_cent"]) / 100,
            evidence="Ledger extract (illustrative)",
            by=initiative.owner,
            at=at,
        )
        if not (idea.get("last_waits") and month == over[-1]):
            actions.sign_off(delivered=delivered, by=finance, at=at)
