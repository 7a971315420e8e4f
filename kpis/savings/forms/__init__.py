from kpis.savings.forms.deliveries import CorrectionForm, DeliveryForm
from kpis.savings.forms.initiatives import InitiativeForm, StageForm
from kpis.savings.forms.plans import PlanForm
from kpis.savings.forms.register import RegisterFilter
from kpis.savings.forms.targets import RulesForm, TargetForm

__all__ = [
    "CorrectionForm",
    "DeliveryForm",
    "InitiativeForm",
    "PlanForm",
    "RegisterFilter",
    "RulesForm",
    "StageForm",
    "TargetForm",
]
