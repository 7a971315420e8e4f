"""Answers as an Atom feed: what is published, and nothing else."""

import re
from collections.abc import Iterable

from django.conf import settings
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed

from feedback.contributions.queries import Answer

NOT_IN_XML = re.compile(r"[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\U00010000-\U0010FFFF]")


def answers_feed(answers: Iterable[Answer]) -> str:
    """The newest answers, each under the address of its page."""
    page = settings.BASE_URL + reverse("contributions:answers")
    feed = Atom1Feed(
        title=f"You said, we did: {settings.PARTNERSHIP_NAME}",
        link=page,
        description="What families and partners told us, and what was done about it.",
        language="en-GB",
        feed_url=settings.BASE_URL + reverse("contributions:feed"),
        author_name=settings.PARTNERSHIP_NAME,
    )
    for answer in answers:
        link = settings.BASE_URL + reverse("contributions:answer", args=[answer.response_id])
        feed.add_item(
            title=_in_xml(answer.you_said)[:120],
            link=link,
            description=_in_xml(f"You said: {answer.you_said}\n\n{answer.outcome_words} {answer.what}"),
            unique_id=link,
            pubdate=answer.published_at,
            updateddate=answer.published_at,
        )
    return feed.writeString("utf-8")


def _in_xml(text: str) -> str:
    return NOT_IN_XML.sub("", text)
