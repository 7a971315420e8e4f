"""What somebody means by the words they typed: an age and a postcode are read out of them. Reads no table."""

import re
from dataclasses import dataclass
from pathlib import Path

from portal.local_offer.models.choices import OLDEST, YOUNGEST
from portal.local_offer.places import POSTCODE, outcodes

DATA = Path(__file__).resolve().parent / "data"
NUMBERS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
NUMBERS += ["thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"]
NUMBER = r"(?P<{name}>\d{{1,3}}|" + "|".join(sorted(NUMBERS, key=len, reverse=True)) + ")"
YEARS = r"(?:years?|yrs?|y)"
AGE = re.compile(
    r"\b(?:(?:for|my)\s+)?(?:(?:an?|my|our)\s+)?"
    rf"(?:{NUMBER.format(name='old')}[\s-]*{YEARS}[\s-]*(?:olds?|o)\b"
    rf"|(?:aged?|age\s+of)\s+{NUMBER.format(name='aged')}(?:\s+{YEARS}(?:\s+old)?)?\b"
    rf"|(?:in\s+)?(?:school\s+)?year\s+{NUMBER.format(name='year')}\b"
    rf"|(?:boys?|girls?|sons?|daughters?|child|kid)(?:\s+is|\s*,)?\s+{NUMBER.format(name='who')}\b(?!\s*(?:month|day|week|hour))"
    r"|(?P<months>\d{1,2})[\s-]*months?[\s-]*old\b)",
    re.IGNORECASE,
)
NEAR = re.compile(r"\b(?:near(?:\s+to)?|close\s+to|around|by|in|at|from)\s*$", re.IGNORECASE)
DANGLING = re.compile(r"(?:[\s,;.]|\b(?:for|and|with|a|an|my|our|the|who\s+is|near|in)\b)+$", re.IGNORECASE)
AGE_IN_YEAR_1 = 5
# Words around what somebody looks for: a page need not hold them.
AROUND = frozenset((DATA / "around.txt").read_text(encoding="utf-8").split())
WORD = re.compile(r"\w+(?:['’]\w+)*")


@dataclass(frozen=True, slots=True)
class Asked:
    """The words without what was read out of them; age and postcode are None and "" where they say none."""

    words: str
    age: int | None = None
    postcode: str = ""


def understood(typed: str) -> Asked:
    """`speech help for a 6 year old near KT1` is speech help, age 6, KT1."""
    words, postcode = _without_postcode(typed)
    words, age = _without_age(words)
    if age is not None or postcode:
        words = DANGLING.sub("", words)
    return Asked(" ".join(words.split()).lstrip(",;. "), age, postcode)


def words_of(text: str) -> list[str]:
    """Its words in lower case, each with a straight apostrophe."""
    return [word.lower().replace("’", "'") for word in WORD.findall(text)]


def _without_postcode(words: str) -> tuple[str, str]:
    for match in POSTCODE.finditer(words):
        if match[1].upper() in outcodes():
            before = NEAR.sub("", words[: match.start()])
            return f"{before} {words[match.end() :]}", f"{match[1]} {match[2] or ''}".strip().upper()
    return words, ""


def _without_age(words: str) -> tuple[str, int | None]:
    for match in AGE.finditer(words):
        age = _age(match)
        if YOUNGEST <= age <= OLDEST:
            return f"{words[: match.start()]} {words[match.end() :]}", age
    return words, None


def _age(match: re.Match) -> int:
    """In whole years; a school year is the age at which a child begins it."""
    if match["months"]:
        return int(match["months"]) // 12
    if match["year"]:
        return _number(match["year"]) + AGE_IN_YEAR_1 - 1
    return _number(match["old"] or match["aged"] or match["who"])


def _number(said: str) -> int:
    return int(said) if said.isdigit() else NUMBERS.index(said.lower()) + 1
