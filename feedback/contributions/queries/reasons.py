"""Reasons not to publish: what may be chosen, and what is missing before anybody is asked to write."""

from django.contrib.auth import get_user_model
from django.db.models import Exists, OuterRef

from feedback.contributions.models import NotPublishingReason, Withholding

FEWEST_WORDS = 6  # fewer tell an author nothing


def current_reasons():
    """In the order of the list, each with whether anybody has chosen it yet."""
    chosen = Withholding.objects.filter(reason=OuterRef("pk"))
    return NotPublishingReason.objects.current().annotate(is_used=Exists(chosen)).in_order()


def ended_reasons():
    """What is not chosen any more, the latest first. What was decided by it still says so."""
    ended = NotPublishingReason.objects.filter(ended_at__isnull=False)
    return ended.select_related("replaced_by", "ended_by").order_by("-ended_at", "-id")


def what_reasons_lack() -> list[str]:
    """What must be put right before an engagement opens, each as a sentence; empty where nothing is missing."""
    reasons = list(NotPublishingReason.objects.current().in_order())
    lacks = [] if reasons else ["There is no reason at all."]
    lacks += [
        f"“{reason.label}”: what its author reads is too short to understand. Write a whole sentence."
        for reason in reasons
        if len(reason.public_wording.split()) < FEWEST_WORDS
    ]
    needs_two = any(reason.needs_second_person for reason in reasons)
    if needs_two and get_user_model().objects.with_perm("contributions.moderate").count() < 2:
        lacks.append("There are fewer than two moderators: nobody can be the second person who agrees.")
    return lacks


def reasons_are_complete() -> bool:
    """Whether people may be asked to write: every reason not to publish them is there, in words, and workable."""
    return not what_reasons_lack()
