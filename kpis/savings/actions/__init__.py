from kpis.savings.actions.cost_lines import (
    agree_cost_baseline,
    record_cost_baseline,
    record_counterfactual,
)
from kpis.savings.actions.deliveries import correct_delivered, report_delivered
from kpis.savings.actions.gates import add_gate_record, sign_screening, withdraw_gate_record
from kpis.savings.actions.groups import (
    add_group,
    join_group,
    leave_group,
    next_position,
    reorder_group,
    set_base,
)
from kpis.savings.actions.imports import import_initiatives, import_plans
from kpis.savings.actions.initiatives import add_initiative, move_stage
from kpis.savings.actions.plans import approve_plan, record_plan
from kpis.savings.actions.recompute import (
    SUBJECT,
    abandon_hopeless_chunks,
    open_savings_run,
    recompute_chunk,
    recompute_progress,
)
from kpis.savings.actions.reminding import remind_finance
from kpis.savings.actions.sign_off import return_report, sign_off, sign_off_several
from kpis.savings.actions.targets import set_rules, set_savings_target
from kpis.savings.actions.words import change_words, last_change

__all__ = [
    "SUBJECT",
    "abandon_hopeless_chunks",
    "add_gate_record",
    "add_group",
    "add_initiative",
    "agree_cost_baseline",
    "approve_plan",
    "change_words",
    "correct_delivered",
    "import_initiatives",
    "import_plans",
    "join_group",
    "last_change",
    "leave_group",
    "move_stage",
    "next_position",
    "open_savings_run",
    "recompute_chunk",
    "recompute_progress",
    "record_cost_baseline",
    "record_counterfactual",
    "record_plan",
    "remind_finance",
    "reorder_group",
    "report_delivered",
    "return_report",
    "set_base",
    "set_rules",
    "set_savings_target",
    "sign_off",
    "sign_off_several",
    "sign_screening",
    "withdraw_gate_record",
]
