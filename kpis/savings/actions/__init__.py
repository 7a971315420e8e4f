from kpis.savings.actions.deliveries import correct_delivered, report_delivered
from kpis.savings.actions.initiatives import add_initiative, missing_for, move_stage
from kpis.savings.actions.plans import approve_plan, record_plan
from kpis.savings.actions.recompute import (
    SUBJECT,
    abandon_hopeless_chunks,
    open_savings_run,
    recompute_chunk,
    recompute_progress,
)
from kpis.savings.actions.targets import set_rules, set_savings_target

__all__ = [
    "SUBJECT",
    "abandon_hopeless_chunks",
    "add_initiative",
    "approve_plan",
    "correct_delivered",
    "missing_for",
    "move_stage",
    "open_savings_run",
    "recompute_chunk",
    "recompute_progress",
    "record_plan",
    "report_delivered",
    "set_rules",
    "set_savings_target",
]
