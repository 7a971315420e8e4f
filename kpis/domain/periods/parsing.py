"""Reading a period from what people and files write.

The kind is known before the words are read, so "Jan 2019" is a month or a census by its kind and
"2009-10" a month or a financial year. What is still unclear is an error with words, never a guess.
"""

import re
from collections.abc import Sequence
from datetime import date

from .calendar import from_start
from .errors import AmbiguousPeriod, ImpossiblePeriod, UnknownTerm, UnreadablePeriod, WrongLength
from .period import MONTH_NAMES, Period, PeriodKind, add_months, census_day, year_name
from .terms import Term, terms_of

EXPECTED = {
    PeriodKind.MONTH: "a month such as September 2019, Sep 2019 or 2019-09",
    PeriodKind.QUARTER: "a quarter of a financial year such as Q2 2019/20",
    PeriodKind.TERM: "a term such as Autumn 2019/20",
    PeriodKind.FINANCIAL_YEAR: "a financial year such as 2019/20",
    PeriodKind.ACADEMIC_YEAR: "an academic year such as 2019/20",
    PeriodKind.CALENDAR_YEAR: "a calendar year such as 2019",
    PeriodKind.CENSUS: "a January census such as January 2019",
}
EARLIEST, LATEST = 1900, 2100

_MONTHS = {name.casefold()[:length]: i for i, name in enumerate(MONTH_NAMES, 1) for length in (3, 9)}
_MONTHS["sept"] = 9

_DASHES = str.maketrans({"\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-", "\u2212": "-"})
_YEARS = r"(?P<first>[0-9]{4})(?: ?[/-] ?(?P<second>[0-9]{4}|[0-9]{2})|(?P<glued>[0-9]{2}))"
_WORDS_FOR_YEARS = {
    "fy": PeriodKind.FINANCIAL_YEAR,
    "financial year": PeriodKind.FINANCIAL_YEAR,
    "ay": PeriodKind.ACADEMIC_YEAR,
    "academic year": PeriodKind.ACADEMIC_YEAR,
    "calendar year": PeriodKind.CALENDAR_YEAR,
}


def parse(text: str, kind: PeriodKind, *, terms: Sequence[Term] = ()) -> Period:
    """The period of this kind that `text` names, in any form met in the field.

    Raises UnreadablePeriod, AmbiguousPeriod or ImpossiblePeriod (all PeriodError) with a sentence
    that says what was expected. A spreadsheet's date stands for the period that begins on it; for a
    census, 1 January stands for the January census, because that is what spreadsheets store for "Jan 2019".
    """
    kind = PeriodKind(kind)
    cleaned = _clean(text)
    if not cleaned:
        raise UnreadablePeriod(f"The period is blank; expected {EXPECTED[kind]}.")
    _refuse_short_years(text, cleaned, kind)
    day = _read_date(text, cleaned)
    if day is not None:
        return _beginning_on(text, day, kind, terms)
    return _READERS[kind](text, cleaned, kind, terms)


def _clean(text: str) -> str:
    cleaned = " ".join(str(text).translate(_DASHES).split()).casefold()
    cleaned = re.sub(r"[ t]00:00(:00(\.0+)?)?$", "", cleaned)  # a spreadsheet's date as text
    cleaned = re.sub(r"^([0-9]{4,6})\.0$", r"\1", cleaned)  # a spreadsheet's whole number as text
    return re.sub(r" ?\(ot\)$", "", cleaned)  # "(OT)" marks an outturn year in published files


def _refuse_short_years(text: str, cleaned: str, kind: PeriodKind) -> None:
    if re.fullmatch(r"[0-9]{1,2} ?[/-] ?[0-9]{1,2}|[a-z]{3,9}[ '-]*[0-9]{2}", cleaned):
        raise AmbiguousPeriod(f"'{text}' has no full year; expected {EXPECTED[kind]}.")


# Dates


def _read_date(text: str, cleaned: str) -> date | None:
    iso = re.fullmatch(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})", cleaned)
    british = re.fullmatch(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})", cleaned)
    worded = re.fullmatch(r"([0-9]{1,2}) ([a-z]{3,9}) ([0-9]{4})", cleaned)
    if iso:
        year, month, day = map(int, iso.groups())
    elif british:
        day, month, year = map(int, british.groups())
    elif worded and worded[2] in _MONTHS:
        day, month, year = int(worded[1]), _MONTHS[worded[2]], int(worded[3])
    else:
        return None
    try:
        return date(_within_reach(text, year), month, day)
    except ValueError as error:
        raise ImpossiblePeriod(f"'{text}' is not a date of the calendar.") from error


def _beginning_on(text: str, day: date, kind: PeriodKind, terms: Sequence[Term]) -> Period:
    if kind is PeriodKind.CENSUS and (day.month, day.day) == (1, 1):
        day = census_day(day.year)
    try:
        return from_start(kind, day, terms=terms)
    except (WrongLength, UnknownTerm) as error:
        raise ImpossiblePeriod(
            f"'{text}' is a date on which no {kind.label.lower()} begins; expected {EXPECTED[kind]}."
        ) from error


# Years


def _within_reach(text: str, year: int) -> int:
    if not EARLIEST <= year <= LATEST:
        raise ImpossiblePeriod(f"'{text}' is outside the years {EARLIEST} to {LATEST}.")
    return year


def _first_year(text: str, found: re.Match, kind: PeriodKind) -> int:
    """The first of two years in a row; ImpossiblePeriod where they are not."""
    first, second = int(found["first"]), found["second"] or found["glued"]
    if int(second) not in (first + 1, (first + 1) % 100) or (len(second) == 4 and int(second) != first + 1):
        raise ImpossiblePeriod(f"'{text}' does not name two years in a row; expected {EXPECTED[kind]}.")
    return _within_reach(text, first)


def _without_kind_words(text: str, cleaned: str, kind: PeriodKind) -> str:
    for words, named in _WORDS_FOR_YEARS.items():
        body = re.sub(rf"^{words} ?(?=[0-9])|(?<=[0-9]) {words}$", "", cleaned)
        if body != cleaned and named is not kind:
            raise ImpossiblePeriod(f"'{text}' names another kind of year; expected {EXPECTED[kind]}.")
        cleaned = body
    return cleaned


def _read_two_years(text: str, cleaned: str, kind: PeriodKind, terms: Sequence[Term]) -> Period:
    body = _without_kind_words(text, cleaned, kind)
    _refuse_one_year(text, body, kind)
    found = re.fullmatch(_YEARS, body)
    if not found:
        raise _unreadable(text, kind)
    month = 4 if kind is PeriodKind.FINANCIAL_YEAR else 9
    return from_start(kind, date(_first_year(text, found, kind), month, 1))


def _refuse_one_year(text: str, body: str, kind: PeriodKind) -> None:
    if re.fullmatch(r"[0-9]{4}", body):
        year = _within_reach(text, int(body))
        raise AmbiguousPeriod(
            f"'{text}' could mean {year_name(year - 1)} or {year_name(year)}; expected {EXPECTED[kind]}."
        )


def _read_calendar_year(text: str, cleaned: str, kind: PeriodKind, terms: Sequence[Term]) -> Period:
    body = _without_kind_words(text, cleaned, kind)
    if re.fullmatch(r"[0-9]{4}", body):
        return from_start(kind, date(_within_reach(text, int(body)), 1, 1))
    raise _two_years_or_unreadable(text, body, kind)


def _two_years_or_unreadable(text: str, body: str, kind: PeriodKind):
    found = re.fullmatch(_YEARS, body)
    if not found:
        return _unreadable(text, kind)
    first = _first_year(text, found, kind)
    return AmbiguousPeriod(
        f"'{text}' covers parts of both {first} and {first + 1}; expected {EXPECTED[kind]}."
    )


# Parts of years


def _read_quarter(text: str, cleaned: str, kind: PeriodKind, terms: Sequence[Term]) -> Period:
    number = r"(?:q|qtr|quarter) ?(?P<number>[0-9]+)"
    found = re.fullmatch(rf"{number}[ ,-]*(?:of )?(?P<year>.*)", cleaned) or re.fullmatch(
        rf"(?P<year>.*?)[ ,-]*{number}", cleaned
    )
    if not found:
        raise _unreadable(text, kind)
    year = _without_kind_words(text, found["year"], PeriodKind.FINANCIAL_YEAR)
    _refuse_one_year(text, year, kind)
    years = re.fullmatch(_YEARS, year)
    if not years:
        raise _unreadable(text, kind)
    if found["number"] not in ("1", "2", "3", "4"):
        raise ImpossiblePeriod(f"'{text}': a year has quarters 1 to 4; expected {EXPECTED[kind]}.")
    april = date(_first_year(text, years, kind), 4, 1)
    return from_start(kind, add_months(april, 3 * (int(found["number"]) - 1)))


def _read_term(text: str, cleaned: str, kind: PeriodKind, terms: Sequence[Term]) -> Period:
    found = re.fullmatch(rf"(?P<name>.*[^ ,-])[ ,-]+{_YEARS}", cleaned) or re.fullmatch(
        rf"{_YEARS}[ ,-]+(?P<name>[^ ,-].*)", cleaned
    )
    if not found:
        one_year = re.fullmatch(r"[a-z ]+([0-9]{4})", cleaned)
        if one_year:
            _refuse_one_year(text, one_year[1], kind)
        raise _unreadable(text, kind)
    year_terms = terms_of(_first_year(text, found, kind), terms)
    wanted = {found["name"], found["name"].removesuffix(" term")}
    for term in year_terms:
        if term.name.casefold() in wanted:
            return term.period
    names = ", ".join(term.name for term in year_terms)
    raise UnknownTerm(f"'{text}': that academic year has the terms {names}.")


def _read_month(text: str, cleaned: str, kind: PeriodKind, terms: Sequence[Term]) -> Period:
    return from_start(kind, _month_start(text, cleaned, kind))


def _read_census(text: str, cleaned: str, kind: PeriodKind, terms: Sequence[Term]) -> Period:
    body = cleaned.removesuffix(" census")
    if re.fullmatch(r"[0-9]{4}", body):
        return from_start(kind, census_day(_within_reach(text, int(body))))
    start = _month_start(text, body, kind)
    if start.month != 1:
        raise ImpossiblePeriod(f"'{text}' is not in January; expected {EXPECTED[kind]}.")
    return from_start(kind, census_day(start.year))


def _month_start(text: str, cleaned: str, kind: PeriodKind) -> date:
    worded = re.fullmatch(r"(?P<month>[a-z]{3,9})[ -](?P<year>[0-9]{4})", cleaned)
    if worded and worded["month"] in _MONTHS:
        return date(_within_reach(text, int(worded["year"])), _MONTHS[worded["month"]], 1)
    numbered = (
        re.fullmatch(r"(?P<year>[0-9]{4})(?P<between>[/-]?)(?P<month>[0-9]{2})", cleaned)
        or re.fullmatch(r"(?P<year>[0-9]{4})(?P<between>-)(?P<month>[0-9])", cleaned)
        or re.fullmatch(r"(?P<month>[0-9]{1,2})(?P<between>[/-])(?P<year>[0-9]{4})", cleaned)
    )
    if not numbered:
        raise _two_years_or_unreadable(text, cleaned, kind)
    return _numbered_month(text, numbered, kind)


def _numbered_month(text: str, found: re.Match, kind: PeriodKind) -> date:
    year, month = _within_reach(text, int(found["year"])), int(found["month"])
    # "2009-10" is how computers write October 2009; "2009/10" and "200910" are as often the year.
    if found.start("month") > 0 and found["between"] != "-" and month == (year + 1) % 100 and month <= 12:
        raise AmbiguousPeriod(
            f"'{text}' could mean {MONTH_NAMES[month - 1]} {year} or the year {year_name(year)}; "
            f"expected {EXPECTED[kind]}."
        )
    if not 1 <= month <= 12:
        raise ImpossiblePeriod(f"'{text}' names month {month}; expected {EXPECTED[kind]}.")
    return date(year, month, 1)


def _unreadable(text: str, kind: PeriodKind) -> UnreadablePeriod:
    return UnreadablePeriod(f"'{text}' is not a period that can be read; expected {EXPECTED[kind]}.")


_READERS = {
    PeriodKind.MONTH: _read_month,
    PeriodKind.QUARTER: _read_quarter,
    PeriodKind.TERM: _read_term,
    PeriodKind.FINANCIAL_YEAR: _read_two_years,
    PeriodKind.ACADEMIC_YEAR: _read_two_years,
    PeriodKind.CALENDAR_YEAR: _read_calendar_year,
    PeriodKind.CENSUS: _read_census,
}
