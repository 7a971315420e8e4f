"""What everybody may read: answers, what waits for one, and how long it has waited."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.contrib.contenttypes.models import ContentType
from django.db.models import Count, Min, Model, OuterRef, Prefetch, Q, Subquery

from feedback.contributions.models import (
    Contribution,
    ContributionEvent,
    ForumView,
    Outcome,
    Response,
    ResponseVersion,
)
from feedback.contributions.models.contribution import seen_as
from feedback.contributions.queries import evidence
from feedback.contributions.queries.clocks import working_days_since
from feedback.domain.lifecycle import State
from feedback.domain.working_time import in_words
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
    """A published answer as it is read. `what` is what was done or will be, or the reason why not.

    What shows a deed is named as it was called; only a page that everybody can still read is a link.
    """

    response_id: int
    you_said: str
    outcome_words: str
    what: str
    outcome: str
    owner: str
    due_on: date | None
    evidence_words: str
    evidence: str
    evidence_url: str
    published_at: datetime
    workstream: Workstream | None
    quotes: tuple[str, ...] = ()
    forum_view: str = ""
    is_late: bool = False  # promised by a day that is over


@dataclass(frozen=True, slots=True)
class Waiting:
    """How many contributions wait for an answer, and since when the oldest."""

    count: int
    oldest_at: datetime | None

    def oldest_words(self, today: date) -> str:
        """`12 working days`; empty where nothing waits."""
        if self.oldest_at is None:
            return ""
        return in_words(working_days_since(self.oldest_at, today), "working day")


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


@dataclass(frozen=True, slots=True)
class Given:
    """How many answers were given, and what they say. Numbers of answers, which are all public: of no people."""

    done: int
    promised: int
    late: int
    refused: int

    @property
    def all(self) -> int:
        return self.done + self.promised + self.refused


def given(today: date) -> Given:
    """The published answers as they read now. One query."""
    late = Q(published_version__outcome=Outcome.WILL, published_version__due_on__lt=today)
    counts = Response.objects.published().aggregate(
        done=Count("id", filter=Q(published_version__outcome=Outcome.DID)),
        promised=Count("id", filter=Q(published_version__outcome=Outcome.WILL)),
        late=Count("id", filter=late),
        refused=Count("id", filter=Q(published_version__outcome=Outcome.WILL_NOT)),
    )
    return Given(**counts)


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


def shown(responses: Iterable[Response], today: date | None = None) -> list[Answer]:
    """Rows of `answered_page` as they are read on a day; without one no promise is called late."""
    responses = list(responses)
    public_pages = evidence.pages_still_public(response.published_version for response in responses)
    return [
        as_answer(
            response.published_version,
            response=response,
            quotes=tuple(c.public_text for c in response.quoted),
            forum_view=response.views[0].text if response.views else "",
            today=today,
            public_pages=public_pages,
        )
        for response in responses
    ]


def answers_about(row: Model, limit: int = 3) -> list[Answer]:
    """The newest published answers to what people said about this row. One query where there are none, else four."""
    told = Contribution.objects.filter(
        about_type=ContentType.objects.get_for_model(row), about_id=str(row.pk)
    )
    given = Response.contributions.through.objects.filter(contribution__in=told)
    return shown(answered_page().filter(id__in=given.values("response_id"))[:limit])


def waiting_page(*, workstream: Workstream | None = None, kind: str = ""):
    """Public versions that wait for an answer, oldest first. A queryset, for pages of it."""
    contributions = Contribution.objects.shown_in_public().filter(seen_as(State.PUBLISHED))
    if workstream is not None:
        contributions = contributions.filter(workstream=workstream)
    if kind:
        contributions = contributions.filter(kind=kind)
    return contributions.select_related("approved_version").oldest_first()


def as_answer(
    version: ResponseVersion,
    *,
    response: Response | None = None,
    quotes=(),
    forum_view: str = "",
    today: date | None = None,
    public_pages: frozenset[str] | None = None,
) -> Answer:
    """A version, published or not, as everybody would read it.

    `public_pages` are the pages that can still be read; without them a page is named as it was.
    """
    response = response or version.response
    shown = evidence.shown_by(version, public_pages)
    return Answer(
        response_id=response.pk,
        you_said=version.you_said,
        outcome_words=OUTCOME_WORDS[Outcome(version.outcome)],
        what=version.answer,
        outcome=version.outcome,
        owner=version.owner,
        due_on=version.due_on,
        evidence_words=shown.words,
        evidence=shown.title,
        evidence_url=shown.url,
        published_at=version.published_at,
        workstream=response.workstream,
        quotes=quotes,
        forum_view=forum_view,
        is_late=is_late(version, today),
    )


def is_late(version: ResponseVersion, today: date | None) -> bool:
    """Whether it promises something by a day that is over."""
    return bool(today and version.outcome == Outcome.WILL and version.due_on < today)
