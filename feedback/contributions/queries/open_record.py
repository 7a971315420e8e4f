"""What is published, as a table that anybody may ask for (freedom of information)."""

from django.db.models import Prefetch
from django.utils import timezone

from feedback.contributions.models import Contribution, Response
from feedback.contributions.queries.answers import OUTCOME_WORDS

HEADINGS = [
    "Received on",
    "Kind",
    "About",
    "Workstream",
    "What was said, as published",
    "You said",
    "Outcome",
    "What we did, will do, or why not",
    "Answered on",
]


def published_rows() -> list[list[str]]:
    """Public versions, oldest first, each with every published answer to it; as read on the public pages."""
    published = Response.objects.published().select_related("published_version").order_by("id")
    shown = Contribution.objects.shown_in_public().select_related("approved_version", "workstream")
    rows = []
    for contribution in shown.prefetch_related(Prefetch("responses", published)).oldest_first():
        answers = [_answer(response) for response in contribution.responses.all()] or [[""] * 4]
        rows += [_comment(contribution) + answer for answer in answers]
    return rows


def _comment(contribution: Contribution) -> list[str]:
    return [
        timezone.localdate(contribution.received_at).isoformat(),
        contribution.get_kind_display(),
        contribution.about_title,
        str(contribution.workstream or ""),
        contribution.public_text,
    ]


def _answer(response: Response) -> list[str]:
    version = response.published_version
    answered_on = timezone.localdate(version.published_at).isoformat()
    return [version.you_said, OUTCOME_WORDS[version.outcome], version.answer, answered_on]
