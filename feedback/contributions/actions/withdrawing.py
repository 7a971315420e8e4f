"""The author takes a contribution back: the words go, the count and the log stay."""

from django.db import transaction

from feedback.contributions.actions.steps import locked, take
from feedback.contributions.models import Contribution, Original
from feedback.domain.lifecycle import Step


@transaction.atomic
def withdraw(*, contribution: Contribution, at) -> Contribution:
    """From now on nobody sees it. During a safeguarding hold the words stay, for the leads only, until release."""
    contribution = locked(contribution)
    take(contribution, Step.WITHDRAW, by=None, at=at)
    if not contribution.position.is_held:
        erase_words(contribution)
    return contribution


def erase_words(contribution: Contribution):
    """Delete the original and every public version of a locked contribution."""
    contribution.approved_version = None
    contribution.save(update_fields=["approved_version"])
    contribution.public_versions.all().delete()
    Original.objects.filter(contribution=contribution).delete()
