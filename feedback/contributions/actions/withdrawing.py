"""The author takes a contribution back: the words go, the count and the log stay."""

from django.db import transaction

from feedback.contributions.actions.forgetting import take_away
from feedback.contributions.actions.steps import Refused, locked
from feedback.contributions.models import Contribution
from feedback.domain.lifecycle import ENDED


@transaction.atomic
def withdraw(*, contribution: Contribution, at) -> Contribution:
    """From now on nobody sees it. During a safeguarding hold the words stay, for the leads only, until release."""
    contribution = locked(contribution)
    if contribution.shows_as in ENDED:
        raise Refused("It has been withdrawn already.")
    take_away(contribution, by=None, at=at)
    return contribution
