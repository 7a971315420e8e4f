"""What a person wrote in one cell of a listings table, as the field it stands for. ValueError says what would do."""

import re
from collections.abc import Mapping
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator, validate_email

from portal.local_offer.models import Access, Area, Category, Day, Need
from portal.local_offer.models.choices import OLDEST, YOUNGEST
from portal.local_offer.places import UnknownPostcode, place_of

UNREADABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
SEPARATORS = re.compile(r"[\s,;/&+|.•-]+|\band\b|\bor\b")
AGES = (
    (re.compile(r"all( ages)?|any( age)?"), lambda: (YOUNGEST, OLDEST)),
    (re.compile(r"(?:from )?(\d+) ?(?:-|–|to|until) ?(\d+)"), lambda low, high: (low, high)),
    (re.compile(r"birth ?(?:-|–|to) ?(\d+)"), lambda high: (YOUNGEST, high)),
    (re.compile(r"under (\d+)s?"), lambda limit: (YOUNGEST, limit - 1)),
    (re.compile(r"up to (\d+)"), lambda high: (YOUNGEST, high)),
    (
        re.compile(r"(?:over|from) (\d+)|(\d+) ?(?:\+|plus|and over|and above|upwards)"),
        lambda low: (low, OLDEST),
    ),
    (re.compile(r"(\d+)"), lambda age: (age, age)),
)
NEEDS = {
    Need.ASD: ("autism", "autistic", "autism spectrum disorder", "asd", "asc"),
    Need.SLCN: (
        "speech, language and communication",
        "speech and language",
        "speech",
        "communication",
        "slcn",
        "salt",
        "slt",
    ),
    Need.SEMH: ("social, emotional and mental health", "mental health", "semh", "anxiety", "adhd"),
    Need.MLD: (
        "moderate learning difficulty",
        "moderate learning difficulties",
        "mld",
        "learning difficulties",
    ),
    Need.SLD: ("severe learning difficulty", "severe learning difficulties", "sld"),
    Need.PMLD: (
        "profound and multiple learning difficulty",
        "profound and multiple learning difficulties",
        "pmld",
    ),
    Need.SPLD: (
        "specific learning difficulty, such as dyslexia",
        "specific learning difficulty",
        "dyslexia",
        "dyspraxia",
        "spld",
    ),
    Need.HI: ("hearing impairment", "hearing", "deaf", "deafness", "hi"),
    Need.VI: ("visual impairment", "vision", "sight", "blind", "vi"),
    Need.MSI: ("hearing and sight together", "multi-sensory impairment", "deafblind", "msi"),
    Need.PD: ("physical disability", "physical disabilities", "physical", "pd"),
    Need.OTH: ("another need", "other need", "other", "oth"),
}
EVERY_NEED = {"", "all", "any", "all needs", "any need", "any send", "all send", "send"}
WEEK = list(Day.values)
DAYS = {
    **{day: (day.value, f"{day.value}s", day.label.lower(), f"{day.label.lower()}s") for day in Day},
    Day.TUE: ("tue", "tues", "tuesday", "tuesdays"),
    Day.THU: ("thu", "thur", "thurs", "thursday", "thursdays"),
}
SPANS = {
    "monday to friday": WEEK[:5],
    "weekdays": WEEK[:5],
    "weekends": WEEK[5:],
    "every day": WEEK,
    "daily": WEEK,
}
DAY_RANGE = re.compile(
    r"\b(mon|tue|wed|thu|fri|sat|sun)[a-z]* ?(?:-|–|to) ?(mon|tue|wed|thu|fri|sat|sun)[a-z]*\b"
)
ACCESS = {
    **{access: (access.label.lower(), access.value) for access in Access},
    Access.STEP_FREE: (
        "step-free",
        "step free",
        "wheelchair accessible",
        "wheelchair access",
        "ramp",
        "lift",
    ),
    Access.TOILET: ("accessible toilet", "disabled toilet"),
    Access.CHANGING_PLACE: ("changing places toilet", "changing places", "changing place"),
    Access.PARKING: ("blue badge parking", "disabled parking", "parking"),
    Access.QUIET: ("quiet room or quiet hours", "quiet room", "quiet hours", "quiet"),
    Access.HEARING_LOOP: ("hearing loop", "induction loop", "loop"),
    Access.SIGNING: ("signing", "bsl", "makaton"),
    Access.HOME_VISITS: ("comes to your home", "home visits", "home visit"),
    Access.ONLINE: ("online or by phone", "online", "by phone", "virtual"),
}
CATEGORIES = {
    Category.SCHOOL_PLACE: ("school", "schools", "college", "education"),
    Category.SCHOOL_SUPPORT: ("school support", "help in school", "outreach"),
    Category.EARLY_YEARS: ("early years", "childcare", "nursery", "pre-school playgroup"),
    Category.HEALTH: ("health", "therapy", "nhs", "hearing and sight", "public health services"),
    Category.SHORT_BREAKS: ("short break", "respite"),
    Category.ACTIVITIES: (
        "activities",
        "clubs",
        "club",
        "leisure",
        "sports and recreation",
        "music, arts and dance",
    ),
    Category.TRAVEL: ("transport", "travel training"),
    Category.ADVICE: ("advice", "support", "family support", "information", "parenting support"),
    Category.ADULTHOOD: ("employment", "transition", "adults"),
}
AREAS = {
    Area.LOCAL: ("local", "in", "in area", "inside", "yes", "y"),
    Area.OUTSIDE: ("outside", "out", "out of area", "no", "n"),
}
DATES = (
    "%d/%m/%Y",
    "%d.%m.%Y",
    "%d-%m-%Y",
    "%d/%m/%y",
    "%d %B %Y",
    "%d %b %Y",
    "%Y-%m-%d",
    "%Y-%m-%d %H:%M:%S",
)


def tidy_text(text: str) -> str:
    """Without signs that no page and no database can hold."""
    return UNREADABLE.sub("", text).strip()


def ages(text: str) -> tuple[int, int]:
    """The ages in years: `5-11`, `5 to 11`, `under 5`, `16+`, `all`."""
    plain = re.sub(r"\b(aged?s?|years?( old)?|yrs?|y/o)\b\.?", " ", text.lower())
    plain = " ".join(plain.split())
    for shape, made in AGES:
        match = shape.fullmatch(plain)
        if match:
            low, high = made(*(int(part) for part in match.groups() if part))
            if YOUNGEST <= low <= high <= OLDEST:
                return low, high
            break
    raise ValueError(f"Give the ages as 5-11, from {YOUNGEST} to {OLDEST}.")


def age(text: str) -> int:
    if not re.fullmatch(r"[0-9]{1,2}", text) or int(text) > OLDEST:
        raise ValueError(f"Give an age from {YOUNGEST} to {OLDEST}.")
    return int(text)


def needs(text: str) -> list[str]:
    """Codes of the needs. None at all is every need."""
    if text.lower().strip() in EVERY_NEED:
        return []
    return _known_words(text, {code: (*words, code.label.lower()) for code, words in NEEDS.items()}, "need")


def days(text: str) -> list[str]:
    rest, found = text.lower(), set()
    for words, span in SPANS.items():
        if words in rest:
            rest = rest.replace(words, " ")
            found.update(span)
    for match in DAY_RANGE.finditer(rest):
        first, last = WEEK.index(match[1]), WEEK.index(match[2])
        found.update(WEEK[first : last + 1] if first <= last else WEEK[first:] + WEEK[: last + 1])
    found.update(_known_words(DAY_RANGE.sub(" ", rest), DAYS, "day"))
    return [day for day in WEEK if day in found]


def access(text: str) -> list[str]:
    return _known_words(text, ACCESS, "kind of access")


def category(text: str) -> str:
    named = {code: (code.value, code.label.lower(), *words) for code, words in CATEGORIES.items()}
    return _one_of(text, named, [code.label for code in Category])


def area(text: str) -> str:
    named = {code: (code.label.lower(), *words) for code, words in AREAS.items()}
    return _one_of(text, named, ["local", "outside"])


def day_of(text: str) -> date:
    """A date as people in Britain write it: day first."""
    for shape in DATES:
        try:
            return datetime.strptime(text, shape).date()  # noqa: DTZ007 - a day, wherever it is read
        except ValueError:
            continue
    raise ValueError("Give a date as 3/11/2026.")


def postcode(text: str) -> str:
    try:
        return place_of(text).name
    except UnknownPostcode as unknown:
        raise ValueError("There is no such postcode.") from unknown


def email(text: str) -> str:
    try:
        validate_email(text)
    except ValidationError as problem:
        raise ValueError("This is not an e-mail address.") from problem
    return text


def website(text: str) -> str:
    address = text if "://" in text else f"https://{text}"
    try:
        URLValidator(schemes=["http", "https"])(address)
    except ValidationError as problem:
        raise ValueError("This is not the address of a website.") from problem
    return address


def phone(text: str) -> str:
    if sum(sign.isdigit() for sign in text) < 6 or len(text) > 40:
        raise ValueError("Give one phone number.")
    return text


def _known_words(text: str, named: Mapping, what: str) -> list[str]:
    """The codes whose words stand in a text, longest words first; ValueError where something else is left over."""
    rest, found = text.lower(), []
    words = sorted(
        ((word, code) for code, all_of in named.items() for word in all_of), key=lambda w: -len(w[0])
    )
    for word, code in words:
        rest, times = re.subn(rf"(?<!\w){re.escape(word)}(?!\w)", " ", rest)
        if times and code not in found:
            found.append(code)
    left = " ".join(filter(None, SEPARATORS.split(rest)))
    if left:
        raise ValueError(f"We do not know the {what} “{left[:40]}”.")
    return [str(code) for code in named if code in found]


def _one_of(text: str, named: Mapping, labels: list[str]) -> str:
    for code, words in named.items():
        if text.lower().strip() in words:
            return str(code)
    raise ValueError(f"Give one of: {'; '.join(labels)}.")
