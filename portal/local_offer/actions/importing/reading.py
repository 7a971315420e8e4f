"""What is read of one listing, wherever it comes from, and what is wrong with it."""

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from portal.local_offer.actions.importing.cells import tidy_text
from portal.local_offer.completeness import Listing
from portal.local_offer.models import CostKind
from portal.local_offer.models.service import WAYS_TO_GET_IN_TOUCH

MOST_ROWS = 5_000
CHECK_AGAIN_AFTER_DAYS = 182  # where a list does not say when it is checked again: half a year
SUMMARY_LENGTH = 300
LENGTHS = {
    "title": 255,
    "provider": 200,
    "summary": SUMMARY_LENGTH,
    "waiting_time": 200,
    "cost": 200,
    "languages": 200,
    "contact_name": 120,
}
SENTENCE = re.compile(r"(?<=[.!?])\s+")
# What a published listing says; without one of them it can only be a draft.
TO_PUBLISH = {
    "summary": "what it is in one sentence",
    "provider": "who runs it",
    "category": "what kind of help it is",
    "description": "what it is",
    "eligibility": "who can get it",
    "how_to_get_it": "how to get it",
    "cost": "what it costs",
    "last_checked_on": "when it was last checked",
}


class TooMany(ValueError):
    """More listings than are looked through at once."""

    def __init__(self, count: int):
        super().__init__(f"There are {count:,} listings. Send at most {MOST_ROWS:,} at a time.")


@dataclass(frozen=True, slots=True)
class Remark:
    """Something about a listing or a file: where, what stands there, and what would do. Grave is what refuses it."""

    place: str
    text: str
    message: str
    is_grave: bool = True

    def as_json(self) -> dict:
        return {
            "place": tidy_text(self.place),
            "text": tidy_text(self.text)[:80],
            "message": tidy_text(self.message),
            "is_grave": self.is_grave,
        }


@dataclass(slots=True)
class ReadListing:
    """One listing as a file or a feed has it: its fields by name, ready for JSON, and remarks about it."""

    number: int
    source_id: str = ""
    fields: dict = field(default_factory=dict)
    remarks: list[Remark] = field(default_factory=list)

    @property
    def is_wrong(self) -> bool:
        return any(remark.is_grave for remark in self.remarks)

    def as_listing(self) -> Listing:
        """What it says, to be judged for completeness."""
        said = self.fields
        known_ages = "age_from" in said and "age_to" in said
        words = ("summary", "description", "eligibility", "how_to_get_it", "where_and_when", "cost")
        next_check = said.get("next_check_on")
        return Listing(
            ages=(said["age_from"], said["age_to"]) if known_ages else None,
            needs=said.get("needs"),
            eligibility=said.get("eligibility", ""),
            cost=said.get("cost", ""),
            waiting_time=said.get("waiting_time", ""),
            location=said.get("postcode", ""),
            text="\n".join(said.get(name, "") for name in words),
            next_check_on=date.fromisoformat(next_check) if next_check else None,
        )


@dataclass(slots=True)
class Reading:
    """A whole file or feed. `refused` says why nothing of it can be taken, or is empty."""

    listings: Sequence[ReadListing] = ()
    remarks: list[Remark] = field(default_factory=list)
    refused: str = ""


def lacks_to_publish(fields: dict) -> list[str]:
    """What a listing with these fields has to say before it can be published, in words."""
    missing = [words for name, words in TO_PUBLISH.items() if not fields.get(name)]
    if not any(fields.get(way) for way in WAYS_TO_GET_IN_TOUCH):
        missing.append("whom to ask")
    return missing


def completed(fields: dict, *, checked_on: date | None) -> dict:
    """The fields with what follows from the others: a summary, a kind of cost, and the dates that belong together."""
    fields = dict(fields)
    if fields.get("description") and not fields.get("summary"):
        fields["summary"] = first_sentences(fields["description"])
    if fields.get("summary") and not fields.get("description"):
        fields["description"] = fields["summary"]
    if fields.get("cost", "").lower().startswith(("free", "no charge", "no cost")):
        fields["cost_kind"] = CostKind.FREE.value
    if not fields.get("last_checked_on") and checked_on:
        fields["last_checked_on"] = checked_on.isoformat()
    if fields.get("last_checked_on") and not fields.get("next_check_on"):
        last = date.fromisoformat(fields["last_checked_on"])
        fields["next_check_on"] = (last + timedelta(days=CHECK_AGAIN_AFTER_DAYS)).isoformat()
    if fields.get("waiting_time") and not fields.get("waiting_time_on"):
        fields["waiting_time_on"] = fields.get("last_checked_on", "")
    return fields


def first_sentences(text: str) -> str:
    """As many whole sentences as a summary holds; the beginning of the first where that is too long."""
    taken = ""
    for sentence in SENTENCE.split(" ".join(text.split())):
        if len(taken) + len(sentence) >= SUMMARY_LENGTH:
            break
        taken = f"{taken} {sentence}".strip()
    return taken or text[: SUMMARY_LENGTH - 1].rsplit(" ", 1)[0] + "…"


def paragraphs(text: str) -> str:
    """Lines of text as the markup of a description."""
    return "".join(
        f"<p>{html.escape(line.strip(), quote=False)}</p>" for line in text.splitlines() if line.strip()
    )
