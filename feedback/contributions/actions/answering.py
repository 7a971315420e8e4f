"""You said, we did: an answer is drafted, revised and published in versions; the forum adds its own view."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import Model
from django.urls import reverse

from feedback.contributions.actions.steps import Refused, locked, take
from feedback.contributions.models import (
    Contact,
    Contribution,
    ForumView,
    Outcome,
    Response,
    ResponseVersion,
)
from feedback.contributions.queries.evidence import NotEvidence, evidence_of
from feedback.domain import lifecycle
from feedback.domain.lifecycle import State, Step
from kpis.workstreams.actions import queue_mail
from kpis.workstreams.models import Workstream

CAN_BE_ANSWERED = frozenset({State.PUBLISHED, State.PRIVATE, State.ANSWERED, State.OUTCOME_ASKED})
HAS_AN_ANSWER = frozenset({State.ANSWERED, State.OUTCOME_ASKED})
NOTHING_SHOWS_IT = (
    "Show that it was done: choose a KPI or a milestone, or give the address of a page of this site."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What an answer says. `what` for something done or promised, `reason` for what will not be done.

    `evidence` is the row that shows what was done: a KPI, a milestone or a page of this site.
    """

    you_said: str
    outcome: str
    what: str = ""
    reason: str = ""
    owner: str = ""
    due_on: date | None = None
    evidence: Model | None = None

    @property
    def problem(self) -> tuple[str, str] | None:
        """What is missing, as (field, words); None where nothing is."""
        if not self.you_said.strip():
            return "you_said", "Say what was said."
        if self.outcome not in Outcome.values:
            return "outcome", "Choose whether it was done, will be done, or will not be done."
        if self.outcome == Outcome.WILL_NOT:
            return None if self.reason.strip() else ("reason", "Say why it will not be done.")
        if not self.what.strip():
            return "what", "Say what was done, or will be done."
        if self.outcome == Outcome.WILL:
            return self._broken_promise
        return None if self.evidence is not None else ("evidence", NOTHING_SHOWS_IT)

    @property
    def _broken_promise(self) -> tuple[str, str] | None:
        if not self.owner.strip():
            return "owner", "Say who will do it, by their role."
        return None if self.due_on else ("due_on", "Say by when it will be done.")

    @property
    def fields(self) -> dict:
        """As they are stored: only what belongs to the outcome."""
        refused = self.outcome == Outcome.WILL_NOT
        promised = self.outcome == Outcome.WILL
        return {
            "you_said": self.you_said.strip(),
            "outcome": self.outcome,
            "what": "" if refused else self.what.strip(),
            "reason": self.reason.strip() if refused else "",
            "owner": self.owner.strip() if promised else "",
            "due_on": self.due_on if promised else None,
        }


@transaction.atomic
def draft_response(
    *, contributions: Iterable[Contribution], words: Words, workstream: Workstream | None = None, by, at
) -> Response:
    """Begin an answer to one or many contributions. Nobody outside sees it before it is published."""
    response = Response.objects.create(workstream=workstream, started_by=by, started_at=at)
    _write(response, contributions, words, workstream=workstream, number=1, by=by, at=at)
    return response


@transaction.atomic
def revise_response(
    *,
    response: Response,
    contributions: Iterable[Contribution],
    words: Words,
    workstream: Workstream | None = None,
    based_on: int,
    by,
    at,
) -> Response:
    """Add a version made from version `based_on`; what is published stays, all of it, until the new one is."""
    response = Response.objects.select_for_update(of=("self",)).get(pk=response.pk)
    if _latest(response).number != based_on:
        raise Refused("Somebody has saved a newer version since you opened this page. Look at it first.")
    _write(response, contributions, words, workstream=workstream, number=based_on + 1, by=by, at=at)
    return response


def _write(
    response,
    contributions: Iterable[Contribution],
    words: Words,
    *,
    workstream: Workstream | None,
    number: int,
    by,
    at,
):
    # What is on safeguarding hold is invisible to whoever writes, and stays linked.
    so_far = _latest(response)
    held = so_far.contributions.held().values_list("pk", flat=True) if so_far else ()
    named = {c.pk for c in contributions} | set(held)
    answered = list(Contribution.objects.select_for_update(of=("self",)).filter(pk__in=named).order_by("pk"))
    if not answered:
        raise Refused("Choose at least one contribution that this answers.", "contributions")
    if words.problem:
        field, message = words.problem
        raise Refused(message, field)
    if any(c.shows_as not in CAN_BE_ANSWERED for c in answered):
        raise Refused("One of the contributions cannot be answered any more. Choose again.", "contributions")
    shown = _evidence(words, at) if words.outcome == Outcome.DID else {}
    version = ResponseVersion.objects.create(
        response=response,
        number=number,
        workstream=workstream,
        drafted_by=by,
        drafted_at=at,
        **words.fields,
        **shown,
    )
    version.contributions.set(answered)
    if response.published_version_id is None:
        _answer_for(response, version)


def _answer_for(response: Response, version: ResponseVersion):
    """The answer is for whom this version names, and of its workstream."""
    response.workstream = version.workstream
    response.save(update_fields=["workstream"])
    response.contributions.set(version.contributions.all())


def _evidence(words: Words, at) -> dict:
    try:
        return evidence_of(words.evidence, at).fields
    except NotEvidence as nothing:
        raise Refused(str(nothing), "evidence") from nothing


@transaction.atomic
def publish_response(*, response: Response, number: int, by, at) -> Response:
    """Publish the version that was read, the latest; what it names that waits for an answer has one from now on.

    Authors who left an address are told that there is an answer, and nothing of what it says. A deed drafted
    before evidence had to be a KPI, a milestone or a page is drafted again first.
    """
    response = Response.objects.select_for_update(of=("self",)).get(pk=response.pk)
    version = _latest(response)
    if version.number != number:
        raise Refused(
            "Somebody has saved a newer version since you opened this page. Read it before it is published."
        )
    if version.published_at:
        raise Refused("This version is published already.")
    if version.outcome == Outcome.DID and not version.evidence_type_id:
        raise Refused(NOTHING_SHOWS_IT)
    version.published_by, version.published_at = by, at
    version.save(update_fields=["published_by", "published_at"])
    response.published_version = version
    response.save(update_fields=["published_version"])
    _answer_for(response, version)
    for contribution in response.contributions.order_by("id"):
        contribution = locked(contribution)
        if lifecycle.allows(contribution.position, Step.ANSWER):
            take(contribution, Step.ANSWER, by=by, at=at)
        if contribution.shows_as in HAS_AN_ANSWER:
            _tell_author(contribution, version, at)
    return response


def _tell_author(contribution: Contribution, version: ResponseVersion, at):
    for contact in Contact.objects.filter(contribution=contribution):
        queue_mail(
            key=f"answered-{version.pk}-{contribution.pk}",
            template="contributions/answered",
            addressee=contact,
            context={"link": reverse("contributions:receipt")},
            at=at,
        )


@transaction.atomic
def write_forum_view(*, response: Response, text: str, by, at) -> ForumView:
    """The forum's own view beside a published answer; an empty text takes it away. The council has no say in it."""
    if not Response.objects.published().filter(pk=response.pk).exists():
        raise Refused("This answer is not published yet.")
    return ForumView.objects.create(response=response, text=text.strip(), written_by=by, written_at=at)


def _latest(response: Response) -> ResponseVersion | None:
    return response.versions.order_by("-number").first()
