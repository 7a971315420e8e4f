from kpis.position.models.balances import Balance, ExplainedDifference, Reconciliation
from kpis.position.models.joint_funding import JointFunding
from kpis.position.models.plan_cells import PlanCell, PlanNarrative
from kpis.position.models.recorded import MOST_GBP
from kpis.position.models.scopes import FundingScope
from kpis.position.models.statements import Amount, KnownPart, Statement
from kpis.position.models.transfers import BlockTransfer, TransferEffect, TransferLimit
from kpis.position.models.unmitigated import UnmitigatedLine, UnmitigatedYear

__all__ = [
    "MOST_GBP",
    "Amount",
    "Balance",
    "BlockTransfer",
    "ExplainedDifference",
    "FundingScope",
    "JointFunding",
    "KnownPart",
    "PlanCell",
    "PlanNarrative",
    "Reconciliation",
    "Statement",
    "TransferEffect",
    "TransferLimit",
    "UnmitigatedLine",
    "UnmitigatedYear",
]
