"""Why a change to savings is refused. Each is said in words that a person can act on."""

from kpis.domain.savings import SavingsError


class ChangedMeanwhile(SavingsError):
    """Somebody else changed it after this person had opened it."""


class ReasonMissing(SavingsError):
    """A change to what was recorded before needs a reason."""


class CodeTaken(SavingsError):
    """Another initiative has this code."""


class PlanIsFrozen(SavingsError):
    """The planned saving was approved; what changes now is the forecast."""


class ApprovedByItsAuthor(SavingsError):
    """Nobody approves a plan they recorded."""


class NotDelivering(SavingsError):
    """Nothing can have been saved by an initiative that is not being delivered, or in a month to come."""


class AlreadyReported(SavingsError):
    """The month has a report, or the report a correction; the later one is what to correct."""


class MoveRefused(SavingsError):
    """The stage cannot be reached from where the initiative is, or something is missing for it."""
