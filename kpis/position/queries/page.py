"""Everything the finance page of a year shows, as known at a moment."""

from dataclasses import dataclass
from datetime import datetime

from kpis.domain.periods import year_name
from kpis.position.models import Balance, BlockTransfer, JointFunding, Statement, TransferLimit
from kpis.position.queries.balances import (
    ReconciliationRow,
    StatedBalance,
    Unreconciled,
    balances_at,
    latest_in_pounds,
    reconciliations_at,
    unreconciled,
)
from kpis.position.queries.five_years import FiveYears, five_years_at
from kpis.position.queries.joint_funding import JointFundingRow, joint_funding_at
from kpis.position.queries.statements import StatementGroup, groups_of, statements_at
from kpis.position.queries.transfers import TransferRow, limit_of, limits_at, transfers_at
from kpis.published.models import Area


@dataclass(frozen=True, slots=True)
class PositionPage:
    year: int
    groups: list[StatementGroup]
    balances: list[StatedBalance]
    reconciliations: list[ReconciliationRow]
    unreconciled: list[Unreconciled]
    limit: TransferLimit | None
    transfers: list[TransferRow]
    joint_funding: JointFundingRow | None
    five_years: FiveYears | None

    @property
    def label(self) -> str:
        return year_name(self.year)

    @property
    def headline(self) -> StatedBalance | None:
        """The balance that opens the page."""
        return latest_in_pounds(self.balances)

    @property
    def is_empty(self) -> bool:
        return not (self.groups or self.balances or self.transfers or self.joint_funding)


def own_area() -> Area | None:
    return Area.objects.filter(is_ours=True).first()


def position_page(*, area: Area, year: int, at: datetime) -> PositionPage:
    """The year as known at the moment; the same number of queries for any number of rows."""
    balances = balances_at(area=area, at=at, financial_year=year)
    done = reconciliations_at(balances=balances, at=at)
    limits = limits_at(at)
    return PositionPage(
        year=year,
        groups=groups_of(statements_at(area=area, at=at, financial_year=year)),
        balances=balances,
        reconciliations=done,
        unreconciled=unreconciled(balances, done),
        limit=limit_of(year, limits),
        transfers=transfers_at(year=year, at=at, limits=limits),
        joint_funding=joint_funding_at(year=year, at=at),
        five_years=five_years_at(at),
    )


def years_with_records(*, area: Area, at: datetime) -> list[int]:
    """The financial years something was known of at the moment, oldest first. Four queries."""
    of_area = [model.objects.filter(area=area, known_from__lte=at) for model in (Statement, Balance)]
    ours = [model.objects.filter(known_from__lte=at) for model in (BlockTransfer, JointFunding)]
    return sorted({year for rows in (*of_area, *ours) for year in _years(rows)})


def _years(rows) -> set[int]:
    return set(rows.values_list("financial_year", flat=True).distinct())
