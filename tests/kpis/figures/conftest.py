"""A workstream with its three people, and KPIs made to measure."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from kpis.domain.periods import PeriodKind, parse, span
from kpis.figures.actions.definitions import BaselineTerms, create_kpi, define_kpi, set_baseline, set_target
from kpis.figures.actions.entries import Entry
from kpis.figures.actions.figures import load_published_figure
from kpis.figures.actions.recompute import recompute_kpi
from kpis.figures.models import Figure
from kpis.workstreams.models import Plan, Workstream

START = datetime(2019, 1, 1, tzinfo=UTC)
NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)

PERCENTAGE = {
    "name": "Plans issued in time",
    "meaning": "The share issued in time.",
    "nature": "timeliness",
    "polarity": "higher",
    "numerator": "plans in time",
    "denominator": "plans issued",
    "is_share": True,
    "unit": "per cent",
    "decimals": 1,
    "frequency": "calendar_year",
    "accumulation": "in_period",
    "due_days": 60,
    "source": "Local records",
    "shown_to_board": True,
    "collected_from": date(2020, 1, 1),
}

# 70 and 74 in turn: mean 72, every moving range 4, so limits 72 -+ 10.64.
MONTHS = list(span(parse("2024-01", PeriodKind.MONTH), parse("2025-12", PeriodKind.MONTH)))


@dataclass
class Team:
    workstream: Workstream
    lead: object
    deputy: object
    sponsor: object
    data_officer: object


def year(text):
    return parse(text, PeriodKind.CALENDAR_YEAR)


def month(text):
    return parse(text, PeriodKind.MONTH)


@pytest.fixture
def team(person):
    lead, deputy = person("workstream_lead"), person("workstream_lead")
    sponsor = person("board_member")
    workstream = Workstream.objects.create(
        plan=Plan.objects.create(name="The plan"),
        name="Assessment",
        slug="assessment",
        purpose="Plans in time.",
        lead=lead,
        deputy=deputy,
        sponsor=sponsor,
    )
    return Team(workstream, lead, deputy, sponsor, person("data_officer"))


@pytest.fixture
def make_kpi(team):
    """`make_kpi("AP1", polarity="lower")`: a KPI of the team, defined since 2019."""

    def make(code="AP1", **changes):
        kpi = create_kpi(code=code, workstream=team.workstream)
        define_kpi(kpi=kpi, fields={**PERCENTAGE, **changes}, by=team.data_officer, at=START)
        return kpi

    return make


@pytest.fixture
def judged_kpi(team, make_kpi):
    """75.4 in 2018, 95.4 to be reached by the end of 2028: two points a year, tolerance 5 per cent."""
    kpi = make_kpi()
    terms = BaselineTerms(period=year("2018"), value=Decimal("75.4"), method="published", source="DfE")
    set_baseline(kpi=kpi, terms=terms, by=team.data_officer, at=START)
    set_target(kpi=kpi, points=[(date(2028, 12, 31), Decimal("95.4"))], by=team.data_officer, at=START)
    return kpi


@pytest.fixture
def publish(team):
    """`publish(kpi, "2019", "96.2", known="2020-06-30")`: a published figure."""

    def make(kpi, period, value, *, known="2020-06-30", kind=PeriodKind.CALENDAR_YEAR, symbol=""):
        return load_published_figure(
            kpi=kpi,
            period=parse(period, kind),
            entry=Entry(value=None if value is None else Decimal(value), symbol=symbol),
            known_from=datetime.fromisoformat(f"{known}T00:00:00+00:00"),
            source="DfE",
            basis="published",
            by=team.data_officer,
            at=NOW,
        )

    return make


@pytest.fixture
def monthly(team, make_kpi):
    """`monthly(16)`: a KPI with so many months of 70 and 74 in turn, the last ones as given."""

    def make(count, *last, polarity="higher", **changes):
        kpi = make_kpi(frequency="month", collected_from=None, polarity=polarity, **changes)
        values = [Decimal(70 + 4 * (n % 2)) for n in range(count)] + [Decimal(v) for v in last]
        Figure.objects.bulk_create(
            Figure(
                kpi=kpi,
                definition=kpi.definitions.get(),
                period_kind="month",
                period_start=period.start,
                period_end=period.end,
                value=value,
                state="approved",
                recorded_by=team.data_officer,
                recorded_at=START,
                known_from=START,
                counts_from=START,
            )
            for period, value in zip(MONTHS, values, strict=False)
        )
        recompute_kpi(kpi=kpi, at=NOW)
        return kpi

    return make
