"""What in a text may tell readers who somebody is. It points and explains; it never blocks or removes."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from feedback.domain.first_names import FIRST_NAMES


class Detail(StrEnum):
    EMAIL = "email"
    NHS_NUMBER = "nhs number"
    PHONE = "phone"
    DATE = "date"
    POSTCODE = "postcode"
    ADDRESS = "address"
    SCHOOL = "school"
    NAME = "name"


ADVICE = {
    Detail.EMAIL: "looks like an e-mail address. You can leave it out.",
    Detail.NHS_NUMBER: "looks like an NHS number. You can leave it out.",
    Detail.PHONE: "looks like a phone number. You can leave it out.",
    Detail.DATE: "may be a date of birth. You can write the age or the school year.",
    Detail.POSTCODE: "looks like a postcode. You can write the part of the borough.",
    Detail.ADDRESS: "looks like an address. You can write the part of the borough.",
    Detail.SCHOOL: "may be a school. Together with other details it can show who a child is. "
    'You can write "a primary school".',
    Detail.NAME: 'may be a name. Other people could recognise the person. You can write "my son" or "my child".',
}

_CAPITAL = "[A-ZÀ-ÖØ-Þ]"
_NAME = rf"{_CAPITAL}(?:[^\W\d_]|['’]{_CAPITAL})[\w'’-]{{0,30}}"
_FIRST_NAME = rf"{_CAPITAL}[^\W\d_]{{1,30}}"  # without 's at its end
_ANY_WORD = r"[^\W\d_]{2,31}"
_MONTHS = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|"
    "aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_BORN = r"born|birthday|birth|dob|d\.o\.b"
_RELATION = (
    r"(?:my|our|his|her|their)\s+(?:\w+\s+)?(?:sons?|daughters?|child|children|boys?|girls?|twins?|"
    r"grandsons?|granddaughters?|nephews?|nieces?|brothers?|sisters?|husband|wife|partner|mum|dad|"
    r"eldest|oldest|youngest|friend)"
)
_WORKER = (
    r"(?:teacher|head|headteacher|senco|ta|tutor|doctor|consultant|gp|nurse|therapist|social\sworker|"
    r"case\s?worker|key\s?worker|officer|driver|escort|manager|educational\spsychologist)(?:\s(?:is|was|called))?"
)
_TITLE = r"mr|mrs|ms|miss|dr|prof|sir"
_CALLED = (
    r"called|named|names?\s(?:is|are|was)|i\s+am|i['’]m|spoke\s(?:to|with)|thanks\sto|thank\syou(?:\sto)?"
)
_SIGNED = r"(?:kind|best|warm)\s(?:regards|wishes)|regards|many\sthanks|yours\s\w{5,10}|signed|love\sfrom"
_BEFORE_A_NAME = rf"{_RELATION}|{_WORKER}|{_TITLE}|{_CALLED}"
_AFTER_A_NAME = (
    r"(?:is|was|will\sbe|turned)\s(?:autistic|\d{1,2}\b)|has\s(?:autism|adhd|an?\sehc|down)|aged\s\d|\(\d{1,2}\)|"
    r"attends|goes\sto|who\s(?:is|has)\s(?:\d|autis)"
)
_OWNED = (
    r"ehcp?|plan|school|teacher|mum|dad|parents|transport|needs|place|annual|speech|class|autism|diagnosis|"
    r"therap\w{1,4}"
)
_ATTENDS = (
    r"attend(?:s|ed|ing)?|(?:goes|go|went|going|transferred|moved|moving)\sto|(?:pupil|student|place|started|taught)\s(?:at|in)|"
    r"(?:excluded|expelled)\sfrom|enrolled\s(?:at|in)"
)
_KIND_OF_SCHOOL = (
    r"school|academy|college|nursery|primary|infants?|juniors?|high|grammar|secondary|pre-?school|sixth\sform|"
    r"girls['’]?|boys['’]?"
)
_STREET = r"road|rd|street|avenue|ave|lane|close|drive|gardens|crescent|court|terrace|grove|mews|way"

# Capitals that begin a sentence or are no name of a person or school.
_CAPITALS = """
    A About After All Also An And Another Any Are As At Because Before Both But Can Child Children Christmas Could
    Council Dad Despite Do Does Early Easter Education EHCP Eventually Every Everyone February Friday From Further
    Government He Health Her High His Home How I If In Independent Infant Is It January July June Junior Just Kingston
    Local London Mainstream Many March May Meanwhile Monday Most Mum My New No Nobody Not November Now Nursery October
    Offer On One Only Other Our Parent Parents Please Primary Private Pupils Richmond Saturday School Schools Secondary
    SEN SENCO SEND SENDIASS September She Since Sixth So Some Special Staff State Sunday Surbiton Teachers Thank Thanks
    That The Their Then There They This Thursday To Today Tuesday Two University Was We Wednesday Were What When Where
    Which While Who Why With Year Yesterday Yet You Young Your August April December
    Tribunal Panel Hospital Mediation TA GP EP OT CAMHS NHS ASD ADHD
"""
_NOT_A_NAME = frozenset(_CAPITALS.split())
_NO_PLACE_OF_ITS_OWN = re.compile(rf"(?i)(?:{_KIND_OF_SCHOOL}|of|the|and)(?:\s|$)")


def _as_found(words: str) -> str:
    return words


def _if_nhs_number(words: str) -> str:
    return words if is_nhs_number(re.sub(r"\D", "", words)) else ""


def _without_ordinary_words(words: str) -> str:
    """What is left after capitals that only begin a sentence; nothing where no name is left."""
    while words and re.split(r"[^\w-]", words, maxsplit=1)[0] in _NOT_A_NAME:
        words = words.partition(" ")[2].lstrip()
    return words


def _if_a_school(words: str) -> str:
    words = _without_ordinary_words(words)
    return "" if _NO_PLACE_OF_ITS_OWN.match(words) else words


def _if_known(words: str) -> str:
    return words if words.split()[0].casefold() in FIRST_NAMES else ""


# In this order: where two overlap, the first is kept. Every repetition is bounded, so that time is too. The last
# part says what of the match is meant: all, its end, or nothing.
_RULES: tuple[tuple[Detail, str, Callable[[str], str]], ...] = (
    (Detail.EMAIL, r"\b[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}", _as_found),
    (Detail.NHS_NUMBER, r"(?i)\bnhs\b\D{0,20}?(\d{3}[ .-]?\d{3}[ .-]?\d{4})(?!\d)", _as_found),
    (Detail.NHS_NUMBER, r"(?<!\d)\d{3}[ .-]?\d{3}[ .-]?\d{4}(?!\d)", _if_nhs_number),
    (Detail.PHONE, r"(?<!\d)(?:\+44|0044|0)(?:[ ().–-]{0,2}\d){9,11}(?!\d)", _as_found),
    (
        Detail.PHONE,
        r"(?i)\b(?:call|ring|phone|tel|telephone|text|mobile|number)\b\D{0,15}?(\d{3,4}[ .-]?\d{4})(?!\d)",
        _as_found,
    ),
    (Detail.DATE, r"(?<!\d)\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})(?!\d)", _as_found),
    (Detail.DATE, r"(?<!\d)(?:19|20)\d\d[./-]\d{1,2}[./-]\d{1,2}(?!\d)", _as_found),
    (Detail.DATE, rf"(?i)(?<!\d){_DAY}\s(?:of\s)?(?:{_MONTHS}),?\s(?:19|20)\d\d(?!\d)", _as_found),
    (Detail.DATE, rf"(?i)\b(?:{_MONTHS})\s{_DAY},?\s(?:19|20)\d\d(?!\d)", _as_found),
    (
        Detail.DATE,
        rf"(?i)\b(?:{_BORN})\b.{{0,12}}?((?:{_DAY}\s(?:of\s)?(?:{_MONTHS})|(?:{_MONTHS})\s(?:{_DAY}|(?:19|20)\d\d)))\b",
        _as_found,
    ),
    (
        Detail.DATE,
        rf"(?i)\b(?:{_BORN})\b.{{0,12}}?(?<!\d)(\d{{1,2}}[ ./-]?\d{{1,2}}(?:[ ./-]?\d{{2,4}})?)(?!\d)",
        _as_found,
    ),
    (
        Detail.POSTCODE,
        r"(?i)\b[a-z]{1,2}\d[a-z\d]?[\s-]{0,2}(?!\d(?-i:st|nd|rd|th)\b)\d[abd-hjlnp-uw-z]{2}\b",
        _as_found,
    ),
    (
        Detail.ADDRESS,
        rf"(?<!\d)(?:[Ff]lat\s)?\d{{1,4}}[a-zA-Z]?,?\s(?:{_NAME}\s){{1,3}}(?i:{_STREET})\b",
        _as_found,
    ),
    (
        Detail.SCHOOL,
        rf"\b((?:St\.?|{_NAME})\s(?:(?:St\.?|{_NAME}|of|and|the|CE|RC|C\sof\sE)\s){{0,5}}(?i:{_KIND_OF_SCHOOL})(?!\w)"
        r"(?:\s(?i:school|college))?)",
        _if_a_school,
    ),
    (Detail.SCHOOL, rf"\b(?i:{_ATTENDS})\s((?:St\.?\s)?{_NAME}(?:\s{_NAME}){{0,3}})", _if_a_school),
    (Detail.NAME, rf"\b(?i:{_BEFORE_A_NAME})[,:.]?\s({_NAME}(?:\s{_NAME})?)", _without_ordinary_words),
    (Detail.NAME, rf"\b(?i:{_RELATION}|{_CALLED})[,:]?\s({_ANY_WORD})", _if_known),
    (Detail.NAME, rf"\b(?i:{_SIGNED})[,.]?\s{{1,4}}({_NAME}(?:\s{_NAME})?)", _without_ordinary_words),
    (Detail.NAME, rf"\b({_FIRST_NAME}),?\s(?i:{_AFTER_A_NAME})", _without_ordinary_words),
    (Detail.NAME, rf"\b({_FIRST_NAME})['’]s\s(?i:{_OWNED})\b", _without_ordinary_words),
    (Detail.NAME, rf"\b({_FIRST_NAME}(?:\s{_FIRST_NAME})?)", _if_known),
)
_PATTERNS = tuple((detail, re.compile(pattern), meant) for detail, pattern, meant in _RULES)


@dataclass(frozen=True, slots=True)
class Finding:
    """A place in the text, half-open, and what it may be."""

    detail: Detail
    start: int
    end: int
    text: str

    @property
    def advice(self) -> str:
        """For who writes about themselves or their child."""
        return ADVICE[self.detail]

    @property
    def moderators_advice(self) -> str:
        """For who decides what everybody reads: what it may be, without how an author could put it."""
        return f"{ADVICE[self.detail].partition('.')[0]}."


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of the text as it is shown; `finding` where it is pointed at."""

    text: str
    finding: Finding | None = None


def find_personal_details(text: str) -> list[Finding]:
    """Everything that may tell who somebody is, in reading order, never overlapping."""
    found: list[Finding] = []
    for detail, pattern, meant in _PATTERNS:
        for match in pattern.finditer(text):
            part, end = match.group(match.lastindex or 0), match.end(match.lastindex or 0)
            words = meant(part)
            start = end - len(words)
            if words and not any(start < f.end and f.start < end for f in found):
                found.append(Finding(detail, start, end, words))
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
