"""The parameters of a request: one table says what each is, and both the answers and our OpenAPI document read it."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time

from django.http import QueryDict
from django.utils.dateparse import parse_date, parse_datetime

from portal.local_offer.places import UnknownPostcode, tidy

UUID = r"[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}"
UNREADABLE = re.compile(r"[\x00-\x1f\x7f]")
OFFSET_AFTER_SPACE = re.compile(r" (\d\d:\d\d)$")  # a plus that was sent without being quoted
LARGEST_PAGE, MOST_A_PAGE, PER_PAGE, OLDEST_ASKED, FARTHEST = 1_000_000, 100, 50, 120, 1_000_000


class BadParameter(ValueError):
    """A parameter that cannot be read; `name` says which."""

    def __init__(self, name: str, message: str):
        super().__init__(message)
        self.name = name


class NotThere(BadParameter):
    """A parameter that names what does not exist."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter: its name, its sentence, its JSON schema, and how its text is read (ValueError when it cannot).

    `needs` names another parameter without which this one says nothing.
    """

    name: str
    description: str
    schema: Mapping
    read: Callable[[str], object]
    needs: str = ""


def _whole(lowest: int, highest: int) -> Callable[[str], int]:
    def read(text: str) -> int:
        if not re.fullmatch(r"[0-9]{1,9}", text) or not lowest <= int(text) <= highest:
            raise ValueError(f"Give a whole number from {lowest} to {highest}.")
        return int(text)

    return read


def _text(text: str) -> str:
    if len(text) > 200:
        raise ValueError("Give at most 200 characters.")
    return UNREADABLE.sub(" ", text)


def _boolean(text: str) -> bool:
    if text not in ("true", "false"):
        raise ValueError("Give true or false.")
    return text == "true"


def _uuid(text: str) -> str:
    if not re.fullmatch(UUID, text):
        raise ValueError("Give an id as this API has it, such as 6fa459ea-ee8a-3ca4-894e-db77e160355e.")
    return text.lower()


def _moment(text: str) -> datetime:
    """A moment, in UTC where it names no other time; a day counts from its beginning."""
    try:
        day = parse_date(text)
        at = datetime.combine(day, time.min) if day else parse_datetime(OFFSET_AFTER_SPACE.sub(r"+\1", text))
    except ValueError:
        at = None  # well formed, but no such day or hour
    if at is None:
        raise ValueError("Give a moment such as 2026-03-15T10:30:00Z, or a day such as 2026-03-15.")
    try:
        return at.astimezone(UTC) if at.tzinfo else at.replace(tzinfo=UTC)
    except OverflowError:
        return at.replace(tzinfo=UTC)  # at either end of time a day makes no difference


def _postcode(text: str) -> str:
    try:
        return " ".join(filter(None, tidy(text)))
    except UnknownPostcode as problem:
        raise ValueError("Give a postcode such as KT1 1EU, or its first half.") from problem


def _format(text: str) -> str:
    if text != "json":
        raise ValueError("This API answers in json.")
    return text


def _number(name: str, description: str, lowest: int, highest: int, *, needs: str = "") -> Parameter:
    schema = {"type": "integer", "minimum": lowest, "maximum": highest}
    return Parameter(name, description, schema, _whole(lowest, highest), needs)


def _reference(name: str, description: str) -> Parameter:
    return Parameter(name, description, {"type": "string", "format": "uuid", "pattern": f"^{UUID}$"}, _uuid)


def _switch(name: str, description: str) -> Parameter:
    return Parameter(name, description, {"type": "boolean", "default": False}, _boolean)


SEARCH = Parameter("search", "Words to find.", {"type": "string", "maxLength": 200}, _text)
PAGES = (
    _number("page", "Which page; the first is 1.", 1, LARGEST_PAGE),
    _number("per_page", f"How many on a page; {PER_PAGE} unless said otherwise.", 1, MOST_A_PAGE),
    Parameter("format", "Always json.", {"type": "string", "enum": ["json"]}, _format),
)
NARROWING = (
    SEARCH,
    _reference("taxonomy_term_id", "Only with this term: a need, a band of ages, a kind of help, a heading."),
    _reference("taxonomy_id", "Only with any term of this taxonomy."),
    _reference("organization_id", "Only of this provider."),
    Parameter(
        "modified_after",
        "Only what was published, or checked, at this moment or later.",
        {"type": "string", "anyOf": [{"format": "date-time"}, {"format": "date"}]},
        _moment,
    ),
    _number("minimum_age", "Open to somebody of this age in years or older.", 0, OLDEST_ASKED),
    _number("maximum_age", "Open to somebody of this age in years or younger.", 0, OLDEST_ASKED),
    Parameter(
        "postcode",
        "The nearest first; only those whose place is known.",
        {
            "type": "string",
            "pattern": "^[A-Za-z]{1,2}[0-9][A-Za-z0-9]?( ?[0-9][ABD-HJLNP-UW-Zabd-hjlnp-uw-z]{2})?$",
        },
        _postcode,
    ),
    _number("proximity", "With `postcode`: at most this many metres away.", 1, FARTHEST, needs="postcode"),
)
FULL = _switch("full", "Everything that hangs on each, not only its own facts.")
MINIMAL = _switch("minimal", "Only id, name, status and last_modified, for those who keep a copy.")
FULL_SERVICE = _switch("full_service", "Each of the provider's services in full.")
TAXONOMY = _reference("taxonomy_id", "Only terms of this taxonomy.")
TOP_ONLY = _switch("top_only", "Only terms that stand at the top. Here all do.")
PARENT = _reference("parent_id", "Only terms below this one. Here no term has others below it.")

SERVICES = (*NARROWING, *PAGES, FULL, MINIMAL)
PLACES = (*NARROWING, *PAGES, FULL)
ORGANIZATIONS = (SEARCH, *PAGES, FULL, FULL_SERVICE)
ORGANIZATION = (FULL_SERVICE,)
TAXONOMIES = (SEARCH, *PAGES)
TERMS = (SEARCH, *PAGES, TAXONOMY, TOP_ONLY, PARENT)


def read(query: QueryDict, known: tuple[Parameter, ...]) -> dict:
    """The values by name of what was sent.

    BadParameter for what is not known, sent twice, cannot be read, or is without another that it needs.
    """
    by_name = {parameter.name: parameter for parameter in known}
    values = {}
    for name, texts in query.lists():
        if name not in by_name:
            names = ", ".join(by_name) or "none"
            raise BadParameter(name[:60], f"This address has no such parameter. It has: {names}.")
        if len(texts) > 1:
            raise BadParameter(name, "Give this parameter once.")
        try:
            values[name] = by_name[name].read(texts[0])
        except ValueError as problem:
            raise BadParameter(name, str(problem)) from problem
    for name in values:
        needed = by_name[name].needs
        if needed and needed not in values:
            raise BadParameter(name, f"Give a {needed} too: without it this says nothing.")
    return values
