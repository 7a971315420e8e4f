from kpis.savings.queries.lines import rules_at, work_out_year
from kpis.savings.queries.progress import (
    BoardSavings,
    ProgressRow,
    WorkstreamSavings,
    board_savings,
    stored,
    usual_year,
    worked_out,
    workstream_savings,
    year_progress,
    years_with_savings,
)

__all__ = [
    "BoardSavings",
    "ProgressRow",
    "WorkstreamSavings",
    "board_savings",
    "rules_at",
    "stored",
    "usual_year",
    "work_out_year",
    "worked_out",
    "workstream_savings",
    "year_progress",
    "years_with_savings",
]
