"""Reading what was sealed leaves a trace."""

from django.db import transaction

from feedback.contributions.actions.steps import Refused
from feedback.contributions.models import Contribution, Original, OriginalOpening


@transaction.atomic
def open_original(*, contribution: Contribution, reason: str, by, at) -> str:
    """The author's words, after writing down who opens them and why. Raises Refused without a reason or words."""
    if not reason.strip():
        raise Refused("Say why you open it.")
    original = Original.objects.filter(contribution=contribution).first()
    if original is None:
        raise Refused("The author has withdrawn it. The words are gone.")
    OriginalOpening.objects.create(
        contribution=contribution,
        opened_by=by,
        opened_at=at,
        reason=reason.strip(),
        while_held=contribution.position.is_held,
    )
    return original.text


def seal(contribution: Contribution, *, by, at):
    """Close the original of a locked contribution; the first seal counts."""
    Original.objects.filter(contribution=contribution, sealed_at=None).update(sealed_by=by, sealed_at=at)
