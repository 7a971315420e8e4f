from kpis.savings.queries.board import (
    BoardSavings,
    ProgressRow,
    WorkstreamSavings,
    board_savings,
    workstream_savings,
)
from kpis.savings.queries.board_gates import BoardGates, OpenGate, board_gates
from kpis.savings.queries.gates import Gates, gates_now, gates_of, with_gates
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
from kpis.savings.queries.monthly import MONTHS_HEADINGS, CountedMonth, counted_months, months_table
from kpis.savings.queries.register import OPEN, RegisterGroup, RegisterRow, register
from kpis.savings.queries.sign_off import FinanceQueue, finance_queue, reports_to_sign
from kpis.savings.queries.table import TABLE_HEADINGS, table_of
from kpis.savings.queries.targets import latest_rules, latest_target, rules_versions, target_years
from kpis.savings.queries.years import (
    last_planned_years,
    stored,
    usual_year,
    work_out_years,
    worked_out,
    worked_out_years,
    years_with_savings,
)

__all__ = [
    "MONTHS_HEADINGS",
    "OPEN",
    "TABLE_HEADINGS",
    "BoardGates",
    "BoardSavings",
    "CountedMonth",
    "FinanceQueue",
    "Gates",
    "InitiativePage",
    "MonthRow",
    "OpenGate",
    "ProgressRow",
    "RegisterGroup",
    "RegisterRow",
    "WorkstreamSavings",
    "amounts_of",
    "board_gates",
    "board_savings",
    "counted_months",
    "current_plan",
    "current_reports",
    "finance_queue",
    "gates_now",
    "gates_of",
    "initiative_page",
    "initiatives_with_stage",
    "last_planned_years",
    "latest_rules",
    "latest_target",
    "months_table",
    "months_to_report",
    "register",
    "reports_to_sign",
    "rules_at",
    "rules_versions",
    "stored",
    "table_of",
    "target_years",
    "usual_year",
    "with_gates",
    "work_out_years",
    "worked_out",
    "worked_out_years",
    "workstream_savings",
    "years_of",
    "years_with_savings",
]
