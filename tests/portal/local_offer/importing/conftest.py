"""A section for listings, a person who imports, and lists as people keep them."""

import csv
import io
import random
from datetime import UTC, datetime

import pytest

from portal.local_offer.actions import importing
from portal.local_offer.models import ListingImport

AT = datetime(2026, 11, 14, 12, tzinfo=UTC)
HEADINGS = [
    "Ref",
    "Service name",
    "Organisation",
    "Description",
    "Type",
    "Age range",
    "Needs",
    "Eligibility",
    "Referral route",
    "Price",
    "Post code",
    "Tel",
    "Email",
    "Web",
    "Date checked",
    "Internal notes",
]


def as_csv(rows, headings=HEADINGS):
    out = io.StringIO()
    csv.writer(out).writerows([headings, *rows])
    return out.getvalue().encode()


def messy_rows(count=300):
    """Rows as a real list has them: dates, ages and needs in any manner, every tenth with a bad cell."""
    chance = random.Random(53)  # noqa: S311 - to vary, not to keep secret
    kinds, places = (
        ["Club", "Clinic", "Group", "Course", "Trip"],
        ["Elm", "Oak", "Lime", "Ash", "Yew", "Fir", "Box"],
    )
    for number in range(1, count + 1):
        ages = chance.choice(["5-11", "5 to 11", "under 5", "16+", "all ages", "0–25", "Aged 11 to 16 years"])
        needs = chance.choice(
            ["Autism", "ASC / SEMH", "speech and language; autism", "any", "Deafness & dyslexia"]
        )
        row = [
            f"R{number}",
            f"{chance.choice(places)} {chance.choice(kinds)} {number * 7919}",
            f"{places[number % 7]} Trust",
            f"We meet every week. You can come with a friend. Number {number}.",
            chance.choice(["Health", "clubs", "Short breaks", "Activities"]),
            ages,
            needs,
            "Any family.",
            "Ring us.",
            chance.choice(["Free", "£5 a time", "free of charge"]),
            chance.choice(["KT1 1EU", "kt26ql", " TW9 1DN "]),
            "020 7946 0101",
            "",
            chance.choice(["www.example.org", "https://example.org/a"]),
            chance.choice(["3/11/2026", "2026-11-03", "3 November 2026"]),
            "ask Sam",
        ]
        if number % 10 == 0:
            column, bad = [(5, "twelve"), (6, "dragons"), (10, "KT99 9ZZ"), (14, "soon"), (1, "")][
                number // 10 % 5
            ]
            row[column] = bad
        yield row


@pytest.fixture
def importer(editor):
    return editor


@pytest.fixture
def look(importer, section):
    """Send a list and look through it; returns the import."""

    def send(content, *, name="list.csv", source="Families' information", kind="spreadsheet", **facts):
        files = content if isinstance(content, list) else [(name, content)]
        received = importing.receive_import(
            kind=kind, source=source, files=files, by=importer, at=AT, **facts
        )
        importing.look_through(import_id=received.pk, at=AT)
        return ListingImport.objects.get(pk=received.pk)

    return send


@pytest.fixture
def apply(importer, section):
    """Confirm an import and apply it; returns it."""

    def go(received, *, publishes=False):
        importing.confirm_import(
            import_id=received.pk, section=section, publishes=publishes, by=importer, at=AT
        )
        importing.apply_import(import_id=received.pk, at=AT)
        return ListingImport.objects.get(pk=received.pk)

    return go
