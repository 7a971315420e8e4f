from kpis.position.actions.balances import reconcile, record_balance
from kpis.position.actions.importing import import_statements, read_amounts
from kpis.position.actions.joint_funding import record_joint_funding
from kpis.position.actions.scopes import add_scope
from kpis.position.actions.statements import AmountLine, correct_statement, record_statement
from kpis.position.actions.transfers import record_transfer, set_transfer_limit
from kpis.position.actions.unmitigated import record_unmitigated

__all__ = [
    "AmountLine",
    "add_scope",
    "correct_statement",
    "import_statements",
    "read_amounts",
    "reconcile",
    "record_balance",
    "record_joint_funding",
    "record_statement",
    "record_transfer",
    "record_unmitigated",
    "set_transfer_limit",
]
