"""Why a change to savings is refused. Each is said in words that a person can act on."""

from kpis.domain.savings import SavingsError
from kpis.spreadsheets import Problem


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


class AgreedByItsAuthor(SavingsError):
    """Nobody agrees a baseline they recorded."""


class CounterfactualIsFrozen(SavingsError):
    """The plan was approved, and with it what it is measured against."""


class NothingToMeasure(SavingsError):
    """A cost avoidance without its frozen counterfactual, or a counterfactual of what is none."""


class NoSuchRecord(SavingsError):
    """A gate record is of something that has happened."""


class MayNotSign(SavingsError):
    """The signature is not this person's to give."""


class SignedByItsOwner(SavingsError):
    """Nobody signs for an initiative they own."""


class SignedByItsAuthor(SavingsError):
    """Nobody signs off a saving they reported."""


class NameTaken(SavingsError):
    """Another double-count group has this name."""


class NoBase(SavingsError):
    """A double-count group without any money in it."""


class PlaceTaken(SavingsError):
    """The position, or the initiative, is in a double-count group already."""


class NotSharing(SavingsError):
    """The initiative is in no double-count group, or not in this one."""


class StatedAsPerCent(SavingsError):
    """What an initiative states is a per cent of the base it would leave."""


class UploadRefused(Exception):
    """Nothing was stored; `problems` names every cell that has to be mended."""

    def __init__(self, problems: list[Problem]):
        super().__init__(f"{len(problems)} problems")
        self.problems = problems
