"""What those read who draft, publish and comment answers."""

from dataclasses import replace
from datetime import date

from django.db.models import F, OuterRef, Q, Subquery

from feedback.contributions.models import Contribution, Response, ResponseVersion
from feedback.contributions.queries import evidence
from feedback.contributions.queries.answers import Answer, as_answer
from feedback.contributions.queries.queue import QueueRow, with_clocks
from feedback.contributions.queries.queue import to_answer as waiting_for_answer
from feedback.domain.coach import Finding, find_personal_details

AT_MOST = 100  # what a page and a list of checkboxes can hold; the oldest come first


def to_answer(today: date) -> list[QueueRow]:
    """The oldest that wait for an answer, with their clocks. What is counted only shows no text."""
    return with_clocks(waiting_for_answer()[:AT_MOST], today)


def choosable(*names: Response | ResponseVersion):
    """What an answer may name: all that waits for one, and what these name already."""
    waiting = Q(id__in=waiting_for_answer().order_by().values("id"))
    for named in names:
        waiting |= Q(id__in=named.contributions.for_moderators().values("id"))
    return Contribution.objects.filter(waiting).select_related("approved_version").oldest_first()


def responses():
    """Every answer with its latest wording, drafts first, then the newest. A queryset, for pages of it."""
    latest = ResponseVersion.objects.filter(response=OuterRef("pk")).order_by("-number")
    return (
        Response.objects.annotate(
            words=Subquery(latest.values("you_said")[:1]),
            published=Subquery(latest.values("published_at")[:1]),
        )
        .select_related("workstream", "published_version")
        .order_by(F("published").desc(nulls_first=True), "-id")
    )


def latest_version(response: Response) -> ResponseVersion:
    return (
        response.versions.select_related("drafted_by", "published_by", "workstream")
        .order_by("-number")
        .first()
    )


def initial(latest: ResponseVersion) -> dict:
    """What the form starts from: the latest version."""
    words = ("you_said", "outcome", "what", "reason", "owner", "due_on")
    return {
        "contributions": list(latest.contributions.for_moderators().values_list("id", flat=True)),
        "workstream": latest.workstream_id,
        "based_on": latest.number,
        "evidence": evidence.token_of(latest),
        "evidence_page": latest.evidence_url if evidence.is_page(latest) else "",
        **{name: getattr(latest, name) for name in words},
    }


def findings_before_publishing(version: ResponseVersion) -> list[Finding]:
    """What in a draft may show who somebody is; nothing once it is published."""
    if version.published_at:
        return []
    return find_personal_details("\n".join((version.you_said, version.what, version.reason)))


def preview(response: Response, version: ResponseVersion, today: date) -> Answer:
    """A version as everybody would read it."""
    quoted = version.contributions.shown_in_public().select_related("approved_version").oldest_first()
    answer = as_answer(
        version,
        response=response,
        quotes=tuple(c.public_text for c in quoted),
        today=today,
        public_pages=evidence.pages_still_public([version]),
    )
    return replace(answer, workstream=version.workstream)
