from kpis.savings.queries.board import (
    BoardSavings,
    ProgressRow,
    WorkstreamSavings,
    board_savings,
    workstream_savings,
)
from kpis.savings.queries.initiative import (
    InitiativePage,
    MonthRow,
    amounts_of,
    current_plan,
    current_reports,
    initiative_page,
    initiatives_with_stage,
    months_to_report,
    years_of,
)
from kpis.savings.queries.lines import rules_at
from kpis.savings.queries.register import RegisterGroup, RegisterRow, plans_to_approve, register
from kpis.savings.queries.table import TABLE_HEADINGS, table_of
from kpis.savings.queries.targets import latest_rules, latest_target, rules_versions, target_years
from kpis.savings.queries.years import (
    stored,
    usual_year,
    work_out_years,
    worked_out,
    worked_out_years,
    years_with_savings,
)

__all__ = [
    "TABLE_HEADINGS",
    "BoardSavings",
    "InitiativePage",
    "MonthRow",
    "ProgressRow",
    "RegisterGroup",
    "RegisterRow",
    "WorkstreamSavings",
    "amounts_of",
    "board_savings",
    "current_plan",
    "current_reports",
    "initiative_page",
    "initiatives_with_stage",
    "latest_rules",
    "latest_target",
    "months_to_report",
    "plans_to_approve",
    "register",
    "rules_at",
    "rules_versions",
    "stored",
    "table_of",
    "target_years",
    "usual_year",
    "work_out_years",
    "worked_out",
    "worked_out_years",
    "workstream_savings",
    "years_of",
    "years_with_savings",
]
