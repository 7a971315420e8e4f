"""The block in a few statements for the Board's page: what placements cost, and how large the deficit is."""

from dataclasses import dataclass
from datetime import datetime

from kpis.domain.block import AmountUnit, Fund
from kpis.position.queries.balances import StatedBalance, balances_at, latest_in_pounds
from kpis.position.queries.page import own_area
from kpis.position.queries.statements import (
    Comparison,
    Side,
    StatementGroup,
    compare,
    groups_of,
    statements_at,
)

MOST_STATEMENTS = 3  # as many as stand beside one another


@dataclass(frozen=True, slots=True)
class BoardPosition:
    """The last statements of one part of the block, and the last balance stated in pounds; either may be missing."""

    sides: list[Side]
    balance: StatedBalance | None

    @property
    def what(self) -> str:
        return self.sides[0].statement.what if self.sides else ""

    @property
    def comparison(self) -> Comparison | None:
        """The last statement of the latest year against the first of that year; None where there is only one."""
        latest = [
            s for s in self.sides if s.statement.financial_year == self.sides[-1].statement.financial_year
        ]
        return compare(latest[-1], latest[0]) if len(latest) > 1 else None


def board_position(*, at: datetime) -> BoardPosition:
    """As known at the moment. The part is the whole block where that is stated, else the one that costs most."""
    area = own_area()
    if area is None:
        return BoardPosition([], None)
    groups = groups_of(statements_at(area=area, at=at, unit=AmountUnit.POUNDS))
    balances = balances_at(area=area, at=at, fund=Fund.HIGH_NEEDS)
    return BoardPosition(_largest(groups), latest_in_pounds(balances))


def _largest(groups: list[StatementGroup]) -> list[Side]:
    """The last statements of the group to show, oldest first."""
    if not groups:
        return []
    whole = [group for group in groups if not group.sides[0].statement.coverage]
    shown = max(whole or groups, key=lambda group: max(side.total for side in group.sides))
    return list(shown.sides[-MOST_STATEMENTS:])
