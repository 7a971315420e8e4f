"""How a contribution moves: under a lock, along the table, with an event beside it."""

from feedback.contributions.models import Contribution, ContributionEvent
from feedback.domain import lifecycle
from feedback.domain.lifecycle import Step


class Refused(Exception):
    """What was asked cannot be done now; the message says why, in words for the person who asked.

    `field` names the part of a form that it is about, where there is one.
    """

    def __init__(self, message: str, field: str | None = None):
        super().__init__(message)
        self.field = field


def locked(contribution: Contribution) -> Contribution:
    """The contribution as it stands now, nobody else's until the transaction ends."""
    return Contribution.objects.select_for_update(of=("self",)).get(pk=contribution.pk)


def take(contribution: Contribution, step: Step, *, by, at, why="", **changes) -> ContributionEvent:
    """Move a locked contribution one step, with the fields that change with it, and write the event.

    Raises Refused where the table has no such step from here, as when somebody else was faster, and
    where the step decides about publishing while nobody has looked at a safeguarding alert.
    """
    before = contribution.position
    if step in lifecycle.DECIDES:
        refuse_while_alerted(contribution)
    try:
        contribution.position = lifecycle.after(before, step)
    except lifecycle.IllegalStep as illegal:
        raise Refused("This contribution has moved on since you opened it. Look again.") from illegal
    if contribution.state != before.state:  # a hold's clock is not reset by what its author does meanwhile
        contribution.state_since = at
    for name, value in changes.items():
        setattr(contribution, name, value)
    contribution.save(update_fields=["state", "resumes_as", "state_since", *changes])
    return note(contribution, step, from_state=before.state, by=by, at=at, why=why)


def refuse_while_alerted(contribution: Contribution):
    """Nothing is published or kept from publishing before a safeguarding lead has looked at an alert."""
    if contribution.alerts.open().exists():
        raise Refused("It may be about somebody at risk. A safeguarding lead must look at it first.")


def note(contribution: Contribution, step: str, *, from_state: str, by, at, why="") -> ContributionEvent:
    return ContributionEvent.objects.create(
        contribution=contribution,
        step=step,
        from_state=from_state,
        to_state=contribution.state,
        shows_as=contribution.shows_as,
        by=by,
        at=at,
        why=why,
    )
