"""What everybody may read: answers, what waits for one, and how long it has waited."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Min, OuterRef, Prefetch, Subquery
from django.utils import timezone

from feedback.contributions.models import (
    Contribution,
    ContributionEvent,
    ForumView,
    Outcome,
    Response,
    ResponseVersion,
)
from feedback.contributions.models.contribution import seen_as
from feedback.domain.lifecycle import State
from feedback.domain.working_time import in_words, working_days_between
from kpis.workstreams.models import Workstream

OUTCOME_WORDS = {
    Outcome.DID: "We did:",
    Outcome.WILL: "We will:",
    Outcome.WILL_NOT: "We will not, because:",
}

# Heard, and neither answered nor given a reason: somebody still owes an answer.
WAITING_STATES = (
    State.RECEIVED,
    State.SCREENING,
    State.READY,
    State.NEEDS_AGREEMENT,
    State.PUBLISHED,
    State.PRIVATE,
)


@dataclass(frozen=True, slots=True)
class Answer:
    """A published answer as it is read. `what` is what was done or will be, or the reason why not."""

    response_id: int
    you_said: str
    outcome_words: str
    what: str
    outcome: str
    owner: str
    due_on: date | None
    evidence: str
    evidence_url: str
    published_at: datetime
    workstream: Workstream | None
    quotes: tuple[str, ...] = ()
    forum_view: str = ""


@dataclass(frozen=True, slots=True)
class Waiting:
    """How many contributions wait for an answer, and since when the oldest."""

    count: int
    oldest_at: datetime | None

    def oldest_words(self, today: date) -> str:
        """`12 working days`; empty where nothing waits."""
        if self.oldest_at is None:
            return ""
        return in_words(working_days_between(timezone.localdate(self.oldest_at), today), "working day")


def published_answers(
    limit: int, as_at: datetime | None = None, workstream: Workstream | None = None
) -> list[Answer]:
    """The newest answers as they read at a moment, without one as they read now. One query.

    Each answer stands once, with the version that was published last by then. Quotes and the forum's
    view are left to the page of all answers.
    """
    versions = ResponseVersion.objects.filter(published_at__isnull=False)
    if as_at is not None:
        versions = versions.filter(published_at__lte=as_at)
    if workstream is not None:
        versions = versions.filter(response__workstream=workstream)
    newest = versions.order_by("response_id", "-published_at", "-id").distinct("response_id").values("id")
    shown = ResponseVersion.objects.filter(id__in=newest).select_related("response__workstream")
    return [as_answer(version) for version in shown.order_by("-published_at", "-id")[:limit]]


def open_counts(at: datetime) -> Waiting:
    """How many contributions waited for an answer at a moment, and since when the oldest. One query.

    What was set aside as possible abuse does not count until a moderator lets it through.
    """
    latest = ContributionEvent.objects.filter(contribution=OuterRef("pk"), at__lte=at)
    stood = Subquery(latest.order_by("-at", "-id").values("shows_as")[:1])
    heard = Contribution.objects.filter(received_at__lte=at, set_aside="").annotate(stood_as=stood)
    counts = heard.filter(stood_as__in=WAITING_STATES).aggregate(
        count=Count("id"), oldest_at=Min("received_at")
    )
    return Waiting(**counts)


def answered_page(*, workstream: Workstream | None = None, kind: str = ""):
    """Published responses, newest first, with all that `shown` needs. A queryset, for pages of it."""
    responses = Response.objects.published()
    if workstream is not None:
        responses = responses.filter(workstream=workstream)
    if kind:
        responses = responses.filter(id__in=_answering(kind))
    return (
        responses.select_related("workstream", "published_version")
        .prefetch_related(
            Prefetch(
                "contributions",
                Contribution.objects.shown_in_public().select_related("approved_version").oldest_first(),
                to_attr="quoted",
            ),
            Prefetch("forum_views", ForumView.objects.order_by("-written_at", "-id"), to_attr="views"),
        )
        .order_by("-published_version__published_at", "-id")
    )


def _answering(kind: str):
    return Response.contributions.through.objects.filter(contribution__kind=kind).values("response_id")


def shown(responses: Iterable[Response]) -> list[Answer]:
    """Rows of `answered_page` as they are read."""
    return [
        as_answer(
            response.published_version,
            response=response,
            quotes=tuple(c.public_text for c in response.quoted),
            forum_view=response.views[0].text if response.views else "",
        )
        for response in responses
    ]


def waiting_page(*, workstream: Workstream | None = None, kind: str = ""):
    """Public versions that wait for an answer, oldest first. A queryset, for pages of it."""
    contributions = Contribution.objects.shown_in_public().filter(seen_as(State.PUBLISHED))
    if workstream is not None:
        contributions = contributions.filter(workstream=workstream)
    if kind:
        contributions = contributions.filter(kind=kind)
    return contributions.select_related("approved_version").oldest_first()


def as_answer(
    version: ResponseVersion, *, response: Response | None = None, quotes=(), forum_view: str = ""
) -> Answer:
    """A version, published or not, as everybody would read it."""
    response = response or version.response
    return Answer(
        response_id=response.pk,
        you_said=version.you_said,
        outcome_words=OUTCOME_WORDS[Outcome(version.outcome)],
        what=version.answer,
        outcome=version.outcome,
        owner=version.owner,
        due_on=version.due_on,
        evidence=version.evidence,
        evidence_url=version.evidence_url,
        published_at=version.published_at,
        workstream=response.workstream,
        quotes=quotes,
        forum_view=forum_view,
    )
