from kpis.position.queries.balances import (
    ReconciliationRow,
    StatedBalance,
    Unreconciled,
    balances_at,
    reconciliations_at,
    unreconciled,
)
from kpis.position.queries.board import BoardPosition, board_position
from kpis.position.queries.five_years import FiveYears, YearOutlook, current_line, five_years_at
from kpis.position.queries.joint_funding import JointFundingRow, joint_funding_at
from kpis.position.queries.page import (
    PositionPage,
    own_area,
    position_page,
    years_with_records,
)
from kpis.position.queries.published_money import PublishedMoney, published_money, start_of_statement
from kpis.position.queries.statements import (
    Comparison,
    LineVariance,
    Side,
    StatementGroup,
    chosen_comparison,
    comparable,
    compare,
    groups_of,
    statements_at,
)
from kpis.position.queries.table import TABLE_HEADINGS, table_of
from kpis.position.queries.transfers import TransferRow, limit_of, limits_at, transfers_at

__all__ = [
    "TABLE_HEADINGS",
    "BoardPosition",
    "Comparison",
    "FiveYears",
    "JointFundingRow",
    "LineVariance",
    "PositionPage",
    "PublishedMoney",
    "ReconciliationRow",
    "Side",
    "StatedBalance",
    "StatementGroup",
    "TransferRow",
    "Unreconciled",
    "YearOutlook",
    "balances_at",
    "board_position",
    "chosen_comparison",
    "comparable",
    "compare",
    "current_line",
    "five_years_at",
    "groups_of",
    "joint_funding_at",
    "limit_of",
    "limits_at",
    "own_area",
    "position_page",
    "published_money",
    "reconciliations_at",
    "start_of_statement",
    "statements_at",
    "table_of",
    "transfers_at",
    "unreconciled",
    "years_with_records",
]
