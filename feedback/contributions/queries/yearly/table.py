"""An edition as a table: a row for each comment, then one for each count."""

from feedback.contributions.queries.yearly.reading import Comment, EditionPage
from kpis.domain.disclosure import HIDDEN

HEADINGS = [
    "What it is",
    "What was said",
    "Our answer",
    "Answer in full",
    "By whom",
    "By when",
    "Awaiting a response since",
    "Response was due on",
    "Who owes it",
    "How many",
]


def rows(page: EditionPage) -> list[list[str]]:
    """Under `HEADINGS`. A hidden count reads `c`."""
    found = []
    for group in page.answered:
        answer = group.answer
        said = [answer.outcome_words.rstrip(":"), answer.what, answer.owner, _day(answer.due_on)]
        found += [["Comment", _words(comment), *said, "", "", "", ""] for comment in group.comments]
    for comment in page.awaiting:
        owed = [_day(comment.waiting_since), _day(comment.due_on), comment.owed_by, ""]
        found.append(["Comment", _words(comment), "Awaiting a response", "", "", "", *owed])
    for table in page.counted:
        for name, count in [*table.rows, ("All together", table.total)]:
            number = HIDDEN if count is None else str(count)
            found.append([f"{table.title}: {name}", *[""] * 8, number])
    return found


def _words(comment: Comment) -> str:
    return comment.text or comment.gone


def _day(day) -> str:
    return f"{day:%-d %B %Y}" if day else ""
