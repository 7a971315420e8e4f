"""Why a record of the position is refused. Each is said in words that a person can act on."""

from kpis.domain.position import PositionError
from kpis.spreadsheets import Problem


class NotAllowed(PositionError):
    """Only who may change the position records in it."""


class AlreadyRecorded(PositionError):
    """The same thing from the same source is there; what differs is a correction of it."""


class ChangedMeanwhile(PositionError):
    """Somebody else corrected the record after this person had opened it."""


class ReasonMissing(PositionError):
    """A correction says why."""


class NothingRecorded(PositionError):
    """A record without a single amount says nothing."""


class LineTwice(PositionError):
    """Two amounts of one statement are the same line, or two rows name the same school."""


class NotTheSameBalance(PositionError):
    """Only balances of one area, fund and year with an amount can be reconciled."""


class NoOwnArea(PositionError):
    """Nobody has said yet which area is the partnership's own."""


class BadCell(PositionError):
    """One cell of a table cannot be read."""


class ImportRefused(PositionError):
    """Nothing was stored; `problems` names every cell that has to be mended."""

    def __init__(self, problems: list[Problem]):
        super().__init__(f"{len(problems)} problems")
        self.problems = problems
