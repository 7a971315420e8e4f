"""The stages of an initiative, and which move leads where."""

from enum import StrEnum


class Stage(StrEnum):
    IDENTIFIED = "identified"
    PLANNED = "planned"
    IN_DELIVERY = "in_delivery"
    DELIVERED = "delivered"
    STOPPED = "stopped"

    @property
    def words(self) -> str:
        return self.value.replace("_", " ").capitalize()

    @property
    def has_begun(self) -> bool:
        """Whether something can have been saved: it is being delivered, or was."""
        return self in (Stage.IN_DELIVERY, Stage.DELIVERED, Stage.STOPPED)


# One move leads on; every other move needs a reason.
ONWARD = {
    Stage.IDENTIFIED: (Stage.PLANNED,),
    Stage.PLANNED: (Stage.IN_DELIVERY,),
    Stage.IN_DELIVERY: (Stage.DELIVERED,),
}
WITH_A_REASON = {
    Stage.IDENTIFIED: (Stage.STOPPED,),
    Stage.PLANNED: (Stage.IDENTIFIED, Stage.STOPPED),
    Stage.IN_DELIVERY: (Stage.PLANNED, Stage.STOPPED),
    Stage.DELIVERED: (Stage.IN_DELIVERY,),
    Stage.STOPPED: (Stage.IDENTIFIED,),
}


def reachable(stage: Stage) -> tuple[Stage, ...]:
    """The stages one move leads to, the step onwards first."""
    return ONWARD.get(stage, ()) + WITH_A_REASON[stage]
