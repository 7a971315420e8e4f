"""Why a record of the position is refused. Each is said in words that a person can act on."""

from kpis.domain.position import PositionError


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
