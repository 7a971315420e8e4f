from kpis.savings.models.deliveries import DeliveredAmount
from kpis.savings.models.initiatives import Initiative, Recurrence, StageMove, workstreams_kept_by
from kpis.savings.models.plans import MonthlyAmount, MonthlyPlan, PlanKind
from kpis.savings.models.progress import SavingsProgress
from kpis.savings.models.targets import SavingsRules, SavingsTarget, SavingsTargetShare

__all__ = [
    "DeliveredAmount",
    "Initiative",
    "MonthlyAmount",
    "MonthlyPlan",
    "PlanKind",
    "Recurrence",
    "SavingsProgress",
    "SavingsRules",
    "SavingsTarget",
    "SavingsTargetShare",
    "StageMove",
    "workstreams_kept_by",
]
