"""What families might say and what might be done about it: invented, and said to be so in each text."""

from dataclasses import dataclass
from datetime import date, timedelta

from feedback.contributions.actions import (
    approve_public_version,
    draft_response,
    publish_response,
    receive_contribution,
    save_public_version,
)
from feedback.contributions.actions.answering import Words


@dataclass(frozen=True, slots=True)
class Voice:
    """A contribution that has been published, with the answer it got, if any."""

    days_ago: int
    kind: str
    partner_type: str
    said: str
    workstream: str
    words: Words | None = None


def _words(you_said, outcome, **rest) -> Words:
    return Words(you_said=you_said, outcome=outcome, **rest)


VOICES = (
    Voice(
        75,
        "information",
        "parent_carer",
        "We learned about the resourced provision down the road only after we had said yes to a school an hour away. "
        "(Illustrative.)",
        "Local provision",
        _words(
            "Families hear too late about places near home. (Illustrative.)",
            "did",
            what="The page on schools outside the borough now shows local places for the same needs beside them.",
            evidence="The Local Offer page on schools outside the borough",
            evidence_url="/local-offer/",
        ),
    ),
    Voice(
        60,
        "provision",
        "parent_carer",
        "The plan says speech therapy every week. The term is half over and it has not begun. (Illustrative.)",
        "Local provision",
        _words(
            "Therapy in a plan begins too late. (Illustrative.)",
            "will",
            what="Waits for each therapy will be counted monthly and shown to the Board.",
            owner="Lead, Local provision",
            due_on=date(2027, 3, 31),
        ),
    ),
    Voice(
        50,
        "idea",
        "young_person",
        "Could the travel trainer come to college open days? (Illustrative.)",
        "Home to school travel",
        _words(
            "Bring the travel trainer to college open days. (Illustrative.)",
            "will_not",
            reason="One trainer cannot be at every open day. Each college gets a date of its own instead.",
        ),
    ),
    Voice(
        12,
        "making",
        "parent_carer",
        "Please ask parents to read new pages before they go online. (Illustrative.)",
        "Strategy and governance",
    ),
)
UNREAD = (
    (
        3,
        "provision",
        "school",
        "Our school would take more pupils with plans if advice came before September. (Illustrative.)",
    ),
    (
        1,
        "information",
        "parent_carer",
        "I could not find out who decides about short breaks. (Illustrative.)",
    ),
)


def load_voices(*, people, workstreams, at):
    """Four contributions that were read, three of them answered, and two that wait in the queue."""
    for voice in VOICES:
        _load(voice, people["moderator"], people["moderator.second"], workstreams, at)
    for days_ago, kind, partner_type, text in UNREAD:
        _receive(text, kind, partner_type, at - timedelta(days=days_ago))


def _receive(text, kind, partner_type, at):
    contribution, _code = receive_contribution(
        text=text, kind=kind, partner_type=partner_type, publish_consent="edited", at=at
    )
    return contribution


def _load(voice: Voice, first, second, workstreams, now):
    received_at = now - timedelta(days=voice.days_ago)
    read_at, answered_at = received_at + timedelta(days=1), received_at + timedelta(days=10)
    contribution = _receive(voice.said, voice.kind, voice.partner_type, received_at)
    version = save_public_version(contribution=contribution, text=voice.said, by=first, at=read_at)
    contribution = approve_public_version(version=version, by=second, at=read_at)
    if voice.words:
        response = draft_response(
            contributions=[contribution],
            words=voice.words,
            workstream=workstreams[voice.workstream],
            by=first,
            at=answered_at,
        )
        publish_response(response=response, by=second, at=answered_at)
