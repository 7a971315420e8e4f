"""What families might say and what might be done about it: invented, and said to be so in each text."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from feedback.contributions.actions import (
    approve_public_version,
    draft_response,
    publish_response,
    receive_contribution,
    save_public_version,
)
from feedback.contributions.actions.answering import Words
from feedback.contributions.queries import about_of
from feedback.contributions.queries.evidence import page_at
from kpis.figures.models import Kpi


@dataclass(frozen=True, slots=True)
class Voice:
    """A contribution that has been published, with the answer it got, if any."""

    days_ago: int
    kind: str
    partner_type: str
    said: str
    workstream: str
    words: Words | None = None
    shown_on: str = ""  # the address of the Local Offer page that shows what was done
    shown_by: str = ""  # or the code of the KPI
    said_on: str = (
        ""  # the address of the Local Offer page it was said about; else it is about the workstream
    )


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
        ),
        shown_on="/local-offer/choosing-a-school/schools-outside-the-borough/",
        said_on="/local-offer/choosing-a-school/schools-outside-the-borough/",
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


TO_AGREE = (
    "My child was moved to another class in March and nobody asked us. (Illustrative.)",
    "A child was moved to another class during the year and the family was not asked. (Illustrative.)",
)
PERHAPS_AT_RISK = "After the club somebody waits alone at the gate until it is dark. (Illustrative.)"


def load_voices(*, people, workstreams, at):
    """Four that were read, three of them answered; two unread, one its author is asked about, one with an alert."""
    for voice in VOICES:
        load_voice(
            voice, people=people, workstreams=workstreams, received_at=at - timedelta(days=voice.days_ago)
        )
    for days_ago, kind, partner_type, text in UNREAD:
        _receive(text, kind, partner_type, at - timedelta(days=days_ago))
    _ask_author(people["moderator"], people["moderator.second"], at)
    _receive(PERHAPS_AT_RISK, "provision", "other", at - timedelta(minutes=40), someone_at_risk=True)


def _ask_author(first, second, now):
    """One that waits for its author to agree to the edited version."""
    said, edited = TO_AGREE
    contribution = _receive(said, "provision", "parent_carer", now - timedelta(days=6))
    read_at = now - timedelta(days=5)
    version = save_public_version(contribution=contribution, text=edited, by=first, at=read_at)
    approve_public_version(version=version, ask_author=True, by=second, at=read_at)


def _receive(text, kind, partner_type, at, **more):
    contribution, _code = receive_contribution(
        text=text, kind=kind, partner_type=partner_type, publish_consent="edited", at=at, **more
    )
    return contribution


def load_voice(voice: Voice, *, people, workstreams, received_at):
    """Received, published by two moderators a day later and, with words, answered after ten days."""
    first, second = people["moderator"], people["moderator.second"]
    read_at, answered_at = received_at + timedelta(days=1), received_at + timedelta(days=10)
    about = about_of(page_at(voice.said_on).specific if voice.said_on else workstreams[voice.workstream])
    contribution = _receive(voice.said, voice.kind, voice.partner_type, received_at, about=about)
    version = save_public_version(contribution=contribution, text=voice.said, by=first, at=read_at)
    contribution = approve_public_version(version=version, by=second, at=read_at)
    if voice.words:
        shown = page_at(voice.shown_on) if voice.shown_on else None
        if voice.shown_by:
            shown = Kpi.objects.get(code=voice.shown_by)
        response = draft_response(
            contributions=[contribution],
            words=replace(voice.words, evidence=shown),
            workstream=workstreams[voice.workstream],
            by=first,
            at=answered_at,
        )
        publish_response(response=response, number=response.versions.count(), by=second, at=answered_at)
