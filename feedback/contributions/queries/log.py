"""The moderation log that moderators take away: every step, and nothing of what anybody wrote."""

from collections.abc import Iterator

from django.utils import timezone

from feedback.contributions.models import ContributionEvent
from feedback.domain.lifecycle import Step

HEADINGS = ["Contribution", "Step", "From", "To", "Who", "When", "Reason not to publish"]


def moderation_log() -> Iterator[list[str]]:
    """A row an event, in order of time. What happens on a safeguarding hold is not in it, as for all moderators.

    A hold neither adds a row nor takes one away.
    """
    events = ContributionEvent.objects.for_moderators().select_related("by").in_order()
    return (_row(event) for event in events.iterator(chunk_size=2000))


def _row(event: ContributionEvent) -> list[str]:
    return [
        str(event.contribution_id),
        event.get_step_display(),
        event.get_from_state_display(),
        event.get_to_state_display(),
        _who(event),
        f"{timezone.localtime(event.at):%Y-%m-%d %H:%M}",
        # Of this step alone `why` is the label of a reason; of all others it is free text and stays here.
        event.why if event.step == Step.WITHHOLD else "",
    ]


def _who(event: ContributionEvent) -> str:
    """A name, never an address."""
    if event.by is None:
        return event.who
    return event.by.get_full_name() or f"Person {event.by.pk}"
