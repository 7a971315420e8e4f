"""The DSG management plan as it stands: plans at each census, money by year, savings, block movements, words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.utils import timezone

from kpis.domain.block import BlockLine
from kpis.domain.dsg_plan import ALL_PLANS, BREAK, BREAK_WORDS, CATEGORIES, census_words
from kpis.domain.periods import census_day, year_name
from kpis.domain.savings import Progress, Stage
from kpis.position.models import Amount, BlockTransfer, PlanNarrative, Statement, TransferLimit
from kpis.position.queries.five_years import FiveYears, five_years_at, saved_in
from kpis.position.queries.page import own_area
from kpis.position.queries.plan_numbers import Cell, YearNumbers, plan_numbers
from kpis.position.queries.transfers import limit_of, limits_at
from kpis.published.models import Area
from kpis.savings.models import Initiative
from kpis.savings.queries import years_with_savings
from kpis.workstreams.models import Workstream

YEARS_AHEAD = 5  # how far the plan forecasts


@dataclass(frozen=True, slots=True)
class SavingRow:
    """What one initiative comes to in one year."""

    initiative: Initiative
    stage: Stage
    year: int
    progress: Progress

    @property
    def label(self) -> str:
        return year_name(self.year)


@dataclass(frozen=True, slots=True)
class Movement:
    """Money moved between blocks: a transfer with its decision, or an amount that a statement gives."""

    year: int
    what: str
    amount_gbp: Decimal
    status: str
    source: str
    share: Decimal | None = None
    limit: TransferLimit | None = None
    who_bears: str = ""

    @property
    def label(self) -> str:
        return year_name(self.year)


@dataclass(frozen=True, slots=True)
class WorkstreamWords:
    """What the plan says of a workstream, and what it does about cost."""

    workstream: Workstream
    narrative: PlanNarrative | None
    initiatives: tuple[Initiative, ...]


@dataclass(frozen=True, slots=True)
class DsgPlan:
    area: Area | None
    at: datetime
    censuses: list[YearNumbers]
    money: FiveYears | None
    savings: list[SavingRow]
    movements: list[Movement]
    words: list[WorkstreamWords]

    @property
    def totals_by_year(self) -> list[tuple[str, list[Cell]]]:
        """A row for each placement category and one for all plans, a cell for each census."""
        rows = [
            (category, [census.totals.rows[ALL_PLANS][place] for census in self.censuses])
            for place, category in enumerate(CATEGORIES)
        ]
        return [*rows, (ALL_PLANS, [census.totals.total for census in self.censuses])]

    @property
    def latest_first(self) -> list[YearNumbers]:
        return self.censuses[::-1]

    @property
    def warning(self) -> str:
        """What has to be known before counts of different years are compared."""
        years = [census.year for census in self.censuses]
        return BREAK_WORDS if years and years[0] < BREAK <= years[-1] else ""

    @property
    def sources(self) -> list[str]:
        found = (source for year in self.censuses for table in year.tables for source in table.sources)
        return list(dict.fromkeys(found))


def dsg_plan(*, at: datetime) -> DsgPlan:
    """Everything in the plan as known at the moment. A fixed number of queries."""
    area, money = own_area(), five_years_at(at)
    initiatives = {row.pk: row for row in _initiatives(at)}
    years = [year.year for year in money.years] if money else years_with_savings()
    return DsgPlan(
        area=area,
        at=at,
        censuses=plan_numbers(area=area, at=at),
        money=money,
        savings=_savings(initiatives, years, at),
        movements=_movements(area, at),
        words=_words(initiatives, at),
    )


def censuses_to_fill(plan: DsgPlan) -> list[tuple[int, str]]:
    """The Januaries whose cells may be typed: those of the plan, and the coming years of a forecast."""
    today = timezone.localdate(plan.at)
    coming = today.year + (census_day(today.year) <= today)
    years = {census.year for census in plan.censuses} | set(range(coming, coming + YEARS_AHEAD))
    return [(year, census_words(year)) for year in sorted(years, reverse=True)]


def _initiatives(at: datetime) -> list[Initiative]:
    known = Initiative.objects.known_at(at).with_stage(at)
    return list(known.select_related("workstream").in_order())


def _savings(initiatives: dict[int, Initiative], years: Sequence[int], at: datetime) -> list[SavingRow]:
    """Year by year in the register's order, adding up to the money by year; only years with an amount."""
    by_year = {
        year: {line.id: progress for line, progress in rows} for year, rows in saved_in(years, at).items()
    }
    return [
        SavingRow(initiative, Stage(initiative.stage), year, by_year[year][pk])
        for pk, initiative in initiatives.items()
        for year in years
        if pk in by_year[year] and by_year[year][pk].has_amounts
    ]


def _movements(area: Area | None, at: datetime) -> list[Movement]:
    limits = limits_at(at)
    transfers = BlockTransfer.objects.known_at(at).order_by("financial_year", "id")
    stated = Amount.objects.filter(
        statement__in=Statement.objects.known_at(at).filter(area=area), line=BlockLine.BLOCK_MOVEMENTS
    ).select_related("statement")
    rows = [_transfer(row, limit_of(row.financial_year, limits)) for row in transfers]
    rows += [_stated(amount) for amount in stated.order_by("statement__financial_year", "id")]
    return sorted(rows, key=lambda row: row.year)


def _transfer(row: BlockTransfer, limit: TransferLimit | None) -> Movement:
    decided = f", {row.decided_on:%-d %B %Y}" if row.decided_on else ""
    return Movement(
        year=row.financial_year,
        what=row.name,
        amount_gbp=row.amount_gbp,
        status=f"Schools Forum: {row.get_decision_display()}{decided}",
        source=row.source,
        share=row.amount_gbp * 100 / row.schools_block_gbp,
        limit=limit,
        who_bears=row.who_bears,
    )


def _stated(amount: Amount) -> Movement:
    """Money moved in is negative in a statement of cost, and shown here as what comes in."""
    statement = amount.statement
    return Movement(
        year=statement.financial_year,
        what=amount.what,
        amount_gbp=-amount.amount_gbp,
        status=statement.basis_words.capitalize(),
        source=statement.source,
    )


def _words(initiatives: dict[int, Initiative], at: datetime) -> list[WorkstreamWords]:
    narratives = {row.workstream_id: row for row in PlanNarrative.objects.known_at(at)}
    return [
        WorkstreamWords(
            workstream,
            narratives.get(workstream.pk),
            tuple(row for row in initiatives.values() if row.workstream_id == workstream.pk),
        )
        for workstream in Workstream.objects.in_order()
    ]
