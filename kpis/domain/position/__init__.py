"""Arithmetic of the High Needs Block position: exact pounds, a deficit is negative.

comparison      may these two amounts be set against each other, and if not, why not
roll_forward    opening + in-year = closing, year by year, and the year that balances
reconciliation  what of a difference between two stated balances is still unexplained
transfers       how much of the Schools Block a transfer is, against the limit
joint_funding   who pays which share; counts too small to show; how old a dispute is
"""

from .comparison import (
    Adjusted,
    Apart,
    Comparable,
    Difference,
    NotLikeForLike,
    adjusted,
    differences,
    variance,
)
from .joint_funding import DisputeAge, Payer, PayerShare, count_words, dispute_age, payer_shares
from .reconciliation import Reconciled
from .roll_forward import (
    BlockYear,
    ClosingDoesNotFollow,
    GapInYears,
    GrowthCheck,
    PositionError,
    closing_of,
    first_in_balance,
    growth_check,
    roll_forward,
    share_of_grant,
)
from .transfers import TransferAgainstLimit

__all__ = [
    "Adjusted",
    "Apart",
    "BlockYear",
    "ClosingDoesNotFollow",
    "Comparable",
    "Difference",
    "DisputeAge",
    "GapInYears",
    "GrowthCheck",
    "NotLikeForLike",
    "Payer",
    "PayerShare",
    "PositionError",
    "Reconciled",
    "TransferAgainstLimit",
    "adjusted",
    "closing_of",
    "count_words",
    "differences",
    "dispute_age",
    "first_in_balance",
    "growth_check",
    "payer_shares",
    "roll_forward",
    "share_of_grant",
    "variance",
]
