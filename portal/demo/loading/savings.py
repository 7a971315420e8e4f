"""Savings of the current financial year: invented, and said to be so wherever they show."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils import timezone

from kpis.domain.periods import PeriodKind, containing
from kpis.savings.actions import (
    add_initiative,
    approve_plan,
    move_stage,
    record_plan,
    report_delivered,
    set_savings_target,
)

NOTE = "Illustrative"
TARGET = Decimal(2_400_000)
SHARES = {
    "Local provision": Decimal(900_000),
    "Commercial thinking": Decimal(700_000),
    "Home to school travel": Decimal(400_000),
}


@dataclass(frozen=True, slots=True)
class Idea:
    """An initiative of the demonstration: the same amount each month from its first month to March."""

    code: str
    workstream: str
    name: str
    mechanism: str
    population: str
    saving_type: str
    first_month: int
    monthly: Decimal
    stage: str
    delivered_share: Decimal = Decimal(0)


IDEAS = (
    Idea(
        "LP-S1",
        "Local provision",
        "Places in new resourced provisions",
        "A place near home is agreed with families instead of a more distant independent one.",
        "Children starting or changing school in September",
        "cashable",
        9,
        Decimal(45_000),
        "in_delivery",
        Decimal("0.8"),
    ),
    Idea(
        "CT-S1",
        "Commercial thinking",
        "Top-up bands agreed with special schools",
        "Bands that reflect the average cost of a class take the place of single bids.",
        "Pupils in local special schools",
        "cashable",
        1,
        Decimal(60_000),
        "planned",
    ),
    Idea(
        "CT-S2",
        "Commercial thinking",
        "Shares of joint placements paid by health and social care",
        "Each placement with health or care needs gets an agreed split.",
        "Placements with health or care needs",
        "income",
        4,
        Decimal(20_000),
        "in_delivery",
        Decimal("1.1"),
    ),
    Idea(
        "HT-S1",
        "Home to school travel",
        "Independent travel training",
        "Young people who want to learn to travel alone are taught by a trainer.",
        "Students of 16 and over who are driven now",
        "cashable",
        6,
        Decimal(9_000),
        "in_delivery",
        Decimal("0.5"),
    ),
    Idea(
        "EI-S1",
        "Early intervention and transition",
        "Speech and language advice in every nursery",
        "Earlier help means that fewer children need more costly support later.",
        "Children under 5",
        "cost_avoidance",
        9,
        Decimal(12_000),
        "planned",
    ),
)


def load_savings(*, people, workstreams, at):
    """A target with shares, and five initiatives with plans and, where they run, deliveries."""
    year = containing(timezone.localdate(at), PeriodKind.FINANCIAL_YEAR)
    set_savings_target(
        financial_year=year.start.year,
        amount=TARGET,
        shares={workstreams[name]: amount for name, amount in SHARES.items()},
        source="The demonstration",
        note=NOTE,
        by=people["finance"],
        at=at,
    )
    for idea in IDEAS:
        _load(idea, workstreams[idea.workstream], year, people["finance"], at)


def _months(idea: Idea, year) -> list[date]:
    """First days of the months from the idea's first one to the year's March."""
    start = year.start.year if idea.first_month >= 4 else year.start.year + 1
    first = date(start, idea.first_month, 1)
    all_months = [date(year.start.year + (m > 12), (m - 1) % 12 + 1, 1) for m in range(4, 16)]
    return [month for month in all_months if month >= first]


def _load(idea: Idea, workstream, year, finance, at):
    months = _months(idea, year)
    initiative = add_initiative(
        code=idea.code,
        workstream=workstream,
        owner=workstream.lead,
        name=idea.name,
        mechanism=idea.mechanism,
        population=idea.population,
        saving_type=idea.saving_type,
        recurrence="recurrent",
        starts_on=months[0],
        note=NOTE,
        by=workstream.lead,
        at=at,
    )
    amounts = dict.fromkeys(months, idea.monthly)
    plan = record_plan(initiative=initiative, kind="planned", amounts=amounts, by=workstream.lead, at=at)
    approve_plan(plan=plan, by=finance, at=at)
    _advance(idea, initiative, months, at)


def _advance(idea: Idea, initiative, months: list[date], at):
    lead = initiative.workstream.lead
    move_stage(initiative=initiative, stage="planned", by=lead, at=at)
    if idea.stage == "planned":
        return
    move_stage(initiative=initiative, stage="in_delivery", by=lead, at=at)
    this_month = timezone.localdate(at).replace(day=1)
    for month in months:
        if month < this_month:
            report_delivered(
                initiative=initiative,
                month=month,
                amount=(idea.monthly * idea.delivered_share).quantize(Decimal("0.01")),
                evidence="Ledger extract (illustrative)",
                by=lead,
                at=at,
            )
