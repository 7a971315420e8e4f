"""What in a text may tell readers who somebody is. It points and explains; it never blocks or removes."""

import re
from dataclasses import dataclass
from enum import StrEnum


class Detail(StrEnum):
    EMAIL = "email"
    NHS_NUMBER = "nhs number"
    PHONE = "phone"
    DATE = "date"
    POSTCODE = "postcode"
    SCHOOL = "school"
    NAME = "name"


ADVICE = {
    Detail.EMAIL: "looks like an e-mail address. You can leave it out.",
    Detail.NHS_NUMBER: "looks like an NHS number. You can leave it out.",
    Detail.PHONE: "looks like a phone number. You can leave it out.",
    Detail.DATE: "may be a date of birth. You can write the age or the school year.",
    Detail.POSTCODE: "looks like a postcode. You can write the part of the borough.",
    Detail.SCHOOL: "may be a school. Together with other details it can show who a child is. "
    'You can write "a primary school".',
    Detail.NAME: 'may be a name. Other people could recognise the person. You can write "my son" or "my child".',
}

_CAPITAL = "[A-ZÀ-ÖØ-Þ]"
_NAME = rf"{_CAPITAL}(?:[^\W\d_]|['’]{_CAPITAL})[\w'’-]{{0,30}}"
_MONTHS = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|"
    "aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_BEFORE_A_NAME = (
    r"(?:my|our|his|her|their)\s+(?:\w+\s+)?(?:sons?|daughters?|child|children|boys?|girls?|twins?|"
    r"grandsons?|granddaughters?|nephews?|nieces?|brothers?|sisters?|husband|wife|partner|mum|dad)"
    r"|called|named|names?\s+(?:is|are)|i\s+am|i['’]m|mr|mrs|ms|miss|dr"
)

# In this order: where two overlap, the first is kept. Every repetition is bounded, so that time is too.
_PATTERNS = (
    (Detail.EMAIL, re.compile(r"\b[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")),
    (Detail.NHS_NUMBER, re.compile(r"(?<!\d)\d{3}[ -]?\d{3}[ -]?\d{4}(?!\d)")),
    (Detail.PHONE, re.compile(r"(?<!\d)(?:\+44|0)(?:[ ()-]{0,2}\d){9,10}(?!\d)")),
    (Detail.DATE, re.compile(r"(?<!\d)\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})(?!\d)")),
    (
        Detail.DATE,
        re.compile(rf"(?i)(?<!\d)\d{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?(?:{_MONTHS}),?\s(?:19|20)\d\d(?!\d)"),
    ),
    (
        Detail.DATE,
        re.compile(
            rf"(?i)\b(?:born|birthday|dob)\b.{{0,12}}?(\d{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?(?:{_MONTHS}))\b"
        ),
    ),
    (Detail.POSTCODE, re.compile(r"(?i)\b[a-z]{1,2}\d[a-z\d]?\s{0,2}\d[abd-hjlnp-uw-z]{2}\b")),
    (
        Detail.SCHOOL,
        re.compile(
            rf"\b((?:(?:St\.?|{_NAME})\s){{1,4}}"
            r"(?:[Ss]chool|Academy|College|Nursery|Primary|Infants?|Juniors?|High))\b"
        ),
    ),
    (Detail.NAME, re.compile(rf"\b(?i:{_BEFORE_A_NAME})[,:.]?\s({_NAME}(?:\s{_NAME})?)")),
)

# Capitals that begin a sentence or are no name of a person or school.
_CAPITALS = """
    A An And At But Children Christmas Council Early Education Friday He Health Her High His In It Local
    Mainstream Monday My No Offer Our Primary Saturday School Schools Secondary She So Special Sunday The
    Their They This Thursday Tuesday Wednesday We When Year You
"""
_NOT_A_NAME = frozenset(_CAPITALS.split())


@dataclass(frozen=True, slots=True)
class Finding:
    """A place in the text, half-open, and what it may be."""

    detail: Detail
    start: int
    end: int
    text: str

    @property
    def advice(self) -> str:
        return ADVICE[self.detail]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of the text as it is shown; `finding` where it is pointed at."""

    text: str
    finding: Finding | None = None


def find_personal_details(text: str) -> list[Finding]:
    """Everything that may tell who somebody is, in reading order, never overlapping."""
    found: list[Finding] = []
    for detail, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            start, end = match.span(match.lastindex or 0)
            finding = Finding(detail, start, end, text[start:end])
            if _is_meant(finding) and not any(start < f.end and f.start < end for f in found):
                found.append(finding)
    return sorted(found, key=lambda finding: finding.start)


def stretches(text: str, findings: list[Finding]) -> list[Stretch]:
    """The text cut at its findings; joined it is the text again."""
    parts, at = [], 0
    for finding in findings:
        parts += [Stretch(text[at : finding.start]), Stretch(finding.text, finding)]
        at = finding.end
    return [part for part in [*parts, Stretch(text[at:])] if part.text]


def is_nhs_number(digits: str) -> bool:
    """The NHS's own check: weights 10 to 2, modulo 11, against the tenth digit."""
    total = sum(weight * int(digit) for weight, digit in zip(range(10, 1, -1), digits, strict=False))
    return (11 - total % 11) % 11 == int(digits[9])


def _is_meant(finding: Finding) -> bool:
    if finding.detail == Detail.NHS_NUMBER:
        return is_nhs_number(re.sub(r"\D", "", finding.text))
    if finding.detail in (Detail.NAME, Detail.SCHOOL):
        return finding.text.split()[0] not in _NOT_A_NAME
    return True
