from kpis.position.forms.balances import BalanceForm, ReconciliationForm
from kpis.position.forms.joint_funding import JointFundingForm
from kpis.position.forms.reading import CompareForm, ImportForm
from kpis.position.forms.records import RecordForm
from kpis.position.forms.statements import ScopeForm, StatementForm
from kpis.position.forms.transfers import LimitForm, TransferForm
from kpis.position.forms.unmitigated import UnmitigatedForm

__all__ = [
    "BalanceForm",
    "CompareForm",
    "ImportForm",
    "JointFundingForm",
    "LimitForm",
    "ReconciliationForm",
    "RecordForm",
    "ScopeForm",
    "StatementForm",
    "TransferForm",
    "UnmitigatedForm",
]
