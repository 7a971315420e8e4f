"""A published edition as everybody reads it now."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch
from django.utils import timezone

from feedback.contributions.models import Contribution, Edition, EditionLine, Response
from feedback.contributions.queries import evidence
from feedback.contributions.queries.answers import Answer, as_answer
from feedback.contributions.queries.yearly.tables import TABLES, Counted, counted, owing
from feedback.domain.lifecycle import State


@dataclass(frozen=True, slots=True)
class Comment:
    """A line as everybody reads it now: its words, or why they are not there any more."""

    text: str
    gone: str
    is_reworded: bool
    owed_by: str
    waiting_since: date | None
    due_on: date | None
    is_late: bool
    answered_since: int | None  # the response that has come since the edition
    has_newer_answer: bool


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer with the comments of the edition that it is given to."""

    answer: Answer
    comments: list[Comment]


@dataclass(frozen=True, slots=True)
class EditionPage:
    edition: Edition
    answered: list[Answered]
    awaiting: list[Comment]
    counted: list[Counted]
    held_back: list[str]
    editions: list[Edition]
    days_ago: int

    @property
    def is_latest(self) -> bool:
        return self.edition == self.editions[-1]

    @property
    def late(self) -> int:
        return sum(comment.is_late for comment in self.awaiting)


def edition_page(edition: Edition, today: date) -> EditionPage:
    """An edition as it was published. What was withdrawn since says so; what was answered since is linked."""
    published_on = timezone.localdate(edition.published_at)
    lines = list(_lines(edition))
    versions = {line.response_version_id: line.response_version for line in lines if line.response_version}
    public_pages = evidence.pages_still_public(versions.values())
    comments: dict[int | None, list[Comment]] = {}
    for line in lines:
        comments.setdefault(line.response_version_id, []).append(_comment(line, published_on))
    awaiting = comments.pop(None, [])
    return EditionPage(
        edition=edition,
        answered=[
            Answered(as_answer(versions[pk], today=published_on, public_pages=public_pages), of_it)
            for pk, of_it in comments.items()
        ],
        awaiting=awaiting,
        counted=counted(edition.released_counts),
        held_back=[TABLES[name] for name in edition.held_back],
        editions=list(edition.year.editions.order_by("number")),
        days_ago=(today - published_on).days,
    )


def _lines(edition: Edition):
    answers = Response.objects.published().select_related("published_version")
    return (
        edition.lines.select_related(
            "contribution__approved_version",
            "response_version__response__workstream",
            "owed_by",
        )
        .prefetch_related(
            Prefetch(
                "contribution__responses",
                answers.order_by("-published_version__published_at", "-id"),
                "answers",
            )
        )
        .order_by("position")
    )


def _comment(line: EditionLine, published_on: date) -> Comment:
    contribution = line.contribution
    is_shown = contribution.shows_as in (State.PUBLISHED, State.ANSWERED, State.OUTCOME_ASKED)
    text = contribution.public_text if is_shown else ""
    version = line.response_version
    return Comment(
        text=text,
        gone="" if text else _gone(contribution),
        is_reworded=bool(text) and line.version_id != contribution.approved_version_id,
        owed_by="" if version else owing(line),
        waiting_since=line.waiting_since,
        due_on=line.due_on,
        is_late=bool(line.due_on and line.due_on < published_on),
        answered_since=contribution.answers[0].pk if contribution.answers and not version else None,
        has_newer_answer=bool(version and version.response.published_version_id != version.pk),
    )


def _gone(contribution: Contribution) -> str:
    if contribution.shows_as == State.WITHDRAWN:
        return "Withdrawn."
    return "Taken off this site since, to be read again."
