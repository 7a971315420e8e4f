from kpis.savings.forms.cost_lines import BaselineForm, CounterfactualForm
from kpis.savings.forms.deliveries import CorrectionForm, DeliveryForm
from kpis.savings.forms.gates import GateRecordForm, ScreeningForm, WithdrawalForm
from kpis.savings.forms.groups import BaseForm, GroupForm, JoinForm, LeaveForm, OrderForm, PerCentForm
from kpis.savings.forms.imports import PlansUploadForm
from kpis.savings.forms.initiatives import ChangeWordsForm, InitiativeForm, StageForm
from kpis.savings.forms.plans import PlanForm
from kpis.savings.forms.register import RegisterFilter
from kpis.savings.forms.sign_off import ReturnForm
from kpis.savings.forms.targets import RulesForm, TargetForm

__all__ = [
    "BaseForm",
    "BaselineForm",
    "ChangeWordsForm",
    "CorrectionForm",
    "CounterfactualForm",
    "DeliveryForm",
    "GateRecordForm",
    "GroupForm",
    "InitiativeForm",
    "JoinForm",
    "LeaveForm",
    "OrderForm",
    "PerCentForm",
    "PlanForm",
    "PlansUploadForm",
    "RegisterFilter",
    "ReturnForm",
    "RulesForm",
    "ScreeningForm",
    "StageForm",
    "TargetForm",
    "WithdrawalForm",
]
