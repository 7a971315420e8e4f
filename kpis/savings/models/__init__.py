from kpis.savings.models.changes import WordsChange
from kpis.savings.models.cost_lines import CostBaseline, Counterfactual
from kpis.savings.models.deliveries import DeliveredAmount, SignOffState
from kpis.savings.models.gate_records import GateRecord
from kpis.savings.models.groups import (
    DoubleCountBase,
    DoubleCountBaseAmount,
    DoubleCountGroup,
    DoubleCountMember,
)
from kpis.savings.models.initiatives import Initiative, Recurrence, StageMove, workstreams_kept_by
from kpis.savings.models.plans import MonthlyAmount, MonthlyPlan, PlanKind
from kpis.savings.models.progress import SavingsProgress
from kpis.savings.models.screenings import Screening
from kpis.savings.models.targets import SavingsRules, SavingsTarget, SavingsTargetShare

__all__ = [
    "CostBaseline",
    "Counterfactual",
    "DeliveredAmount",
    "DoubleCountBase",
    "DoubleCountBaseAmount",
    "DoubleCountGroup",
    "DoubleCountMember",
    "GateRecord",
    "Initiative",
    "MonthlyAmount",
    "MonthlyPlan",
    "PlanKind",
    "Recurrence",
    "SavingsProgress",
    "SavingsRules",
    "SavingsTarget",
    "SavingsTargetShare",
    "Screening",
    "SignOffState",
    "StageMove",
    "WordsChange",
    "workstreams_kept_by",
]
