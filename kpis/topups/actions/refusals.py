"""Why a change is refused. Each is said in words that a person can act on."""

from kpis.domain.topups import TopUpError
from kpis.spreadsheets import Problem


class Refused(TopUpError):
    """A change that cannot be made."""


class NotAllowed(Refused):
    """The person does not work with top-ups."""


class ChangedMeanwhile(Refused):
    """Somebody else changed it after this person had opened it."""


class ReasonMissing(Refused):
    """A change to what was recorded before needs a reason."""


class Taken(Refused):
    """Another one has this name, or this is recorded already."""


class BandTwice(Refused):
    """A band stands twice in a table, or the table has none."""


class UploadRefused(Exception):
    """Nothing was stored; `problems` names every cell that has to be mended."""

    def __init__(self, problems: list[Problem]):
        super().__init__(f"{len(problems)} problems")
        self.problems = problems


def check_may(by) -> None:
    if not by.has_perm("topups.use_tools"):
        raise NotAllowed("Only finance and data officers work with top-ups.")
