from contextlib import suppress
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpis.domain.periods import (
    AmbiguousPeriod,
    ImpossiblePeriod,
    Period,
    PeriodError,
    PeriodKind,
    Term,
    UnknownTerm,
    UnreadablePeriod,
    WrongLength,
    census_day,
    containing,
    following,
    from_start,
    gaps,
    last_ended,
    parse,
    preceding,
    span,
    standard_terms,
)

MONTH, QUARTER, TERM = PeriodKind.MONTH, PeriodKind.QUARTER, PeriodKind.TERM
FINANCIAL, ACADEMIC = PeriodKind.FINANCIAL_YEAR, PeriodKind.ACADEMIC_YEAR
CALENDAR, CENSUS = PeriodKind.CALENDAR_YEAR, PeriodKind.CENSUS

COUNCIL_TERMS = (
    Term("Autumn", 2019, date(2019, 9, 3), date(2019, 12, 21)),
    Term("Spring", 2019, date(2020, 1, 6), date(2020, 4, 4)),
    Term("Summer", 2019, date(2020, 4, 20), date(2020, 7, 22)),
    Term("Autumn", 2020, date(2020, 9, 2), date(2020, 12, 19)),
)
DAYS = st.dates(min_value=date(1901, 1, 1), max_value=date(2099, 12, 31))
KINDS = st.sampled_from(PeriodKind)


@pytest.mark.parametrize(
    ("text", "kind", "start", "end"),
    [
        ("2019/20", FINANCIAL, date(2019, 4, 1), date(2020, 4, 1)),
        ("2019-20", FINANCIAL, date(2019, 4, 1), date(2020, 4, 1)),
        ("2019–20", FINANCIAL, date(2019, 4, 1), date(2020, 4, 1)),
        ("2019/2020", FINANCIAL, date(2019, 4, 1), date(2020, 4, 1)),
        ("201920", FINANCIAL, date(2019, 4, 1), date(2020, 4, 1)),
        ("201920.0", FINANCIAL, date(2019, 4, 1), date(2020, 4, 1)),
        ("FY2019/20", FINANCIAL, date(2019, 4, 1), date(2020, 4, 1)),
        ("FY 2019-20", FINANCIAL, date(2019, 4, 1), date(2020, 4, 1)),
        ("2019/20 financial year", FINANCIAL, date(2019, 4, 1), date(2020, 4, 1)),
        (" 2019/20\u00a0", FINANCIAL, date(2019, 4, 1), date(2020, 4, 1)),
        ("2023-24 (OT)", FINANCIAL, date(2023, 4, 1), date(2024, 4, 1)),
        ("1999/00", FINANCIAL, date(1999, 4, 1), date(2000, 4, 1)),
        ("1999-2000", FINANCIAL, date(1999, 4, 1), date(2000, 4, 1)),
        ("2019-04-01 00:00:00", FINANCIAL, date(2019, 4, 1), date(2020, 4, 1)),
        ("202425", ACADEMIC, date(2024, 9, 1), date(2025, 9, 1)),
        ("2019/20 academic year", ACADEMIC, date(2019, 9, 1), date(2020, 9, 1)),
        ("AY2019/20", ACADEMIC, date(2019, 9, 1), date(2020, 9, 1)),
        ("2018", CALENDAR, date(2018, 1, 1), date(2019, 1, 1)),
        ("2018.0", CALENDAR, date(2018, 1, 1), date(2019, 1, 1)),
        ("calendar year 2018", CALENDAR, date(2018, 1, 1), date(2019, 1, 1)),
        ("Q1 2019/20", QUARTER, date(2019, 4, 1), date(2019, 7, 1)),
        ("Q2 2019/20", QUARTER, date(2019, 7, 1), date(2019, 10, 1)),
        ("Q4 2019/20", QUARTER, date(2020, 1, 1), date(2020, 4, 1)),
        ("2019-20 Q3", QUARTER, date(2019, 10, 1), date(2020, 1, 1)),
        ("Quarter 3 of FY2019/20", QUARTER, date(2019, 10, 1), date(2020, 1, 1)),
        ("Sep 2019", MONTH, date(2019, 9, 1), date(2019, 10, 1)),
        ("Sept 2019", MONTH, date(2019, 9, 1), date(2019, 10, 1)),
        ("september 2019", MONTH, date(2019, 9, 1), date(2019, 10, 1)),
        ("2019-09", MONTH, date(2019, 9, 1), date(2019, 10, 1)),
        ("2019-9", MONTH, date(2019, 9, 1), date(2019, 10, 1)),
        ("201909", MONTH, date(2019, 9, 1), date(2019, 10, 1)),
        ("09/2019", MONTH, date(2019, 9, 1), date(2019, 10, 1)),
        ("2009-10", MONTH, date(2009, 10, 1), date(2009, 11, 1)),
        ("2019-12", MONTH, date(2019, 12, 1), date(2020, 1, 1)),
        ("2019-09-01 00:00:00", MONTH, date(2019, 9, 1), date(2019, 10, 1)),
        ("2019-09-01T00:00:00", MONTH, date(2019, 9, 1), date(2019, 10, 1)),
        ("01/09/2019", MONTH, date(2019, 9, 1), date(2019, 10, 1)),
        ("1 September 2019", MONTH, date(2019, 9, 1), date(2019, 10, 1)),
        ("Jan 2019", MONTH, date(2019, 1, 1), date(2019, 2, 1)),
        ("Feb 2020", MONTH, date(2020, 2, 1), date(2020, 3, 1)),
        ("Jan 2019", CENSUS, date(2019, 1, 17), date(2019, 1, 18)),
        ("January 2019 census", CENSUS, date(2019, 1, 17), date(2019, 1, 18)),
        ("2019", CENSUS, date(2019, 1, 17), date(2019, 1, 18)),
        ("2019-01-01 00:00:00", CENSUS, date(2019, 1, 17), date(2019, 1, 18)),
        ("2019-01-16", CENSUS, date(2019, 1, 16), date(2019, 1, 17)),
        ("Autumn 2019/20", TERM, date(2019, 9, 1), date(2020, 1, 1)),
        ("Autumn term 2019-20", TERM, date(2019, 9, 1), date(2020, 1, 1)),
        ("2019/20 Spring", TERM, date(2020, 1, 1), date(2020, 5, 1)),
        ("Summer 201920", TERM, date(2020, 5, 1), date(2020, 9, 1)),
    ],
)
def test_every_form_of_the_field_is_read(text, kind, start, end):
    assert parse(text, kind) == Period(kind, start, end)


@pytest.mark.parametrize(
    ("text", "kind", "error"),
    [
        ("01/02", FINANCIAL, AmbiguousPeriod),
        ("01/02", MONTH, AmbiguousPeriod),
        ("19-20", FINANCIAL, AmbiguousPeriod),
        ("Sep-19", MONTH, AmbiguousPeriod),
        ("2019", FINANCIAL, AmbiguousPeriod),
        ("2019", ACADEMIC, AmbiguousPeriod),
        ("FY2019", FINANCIAL, AmbiguousPeriod),
        ("2019-20", CALENDAR, AmbiguousPeriod),
        ("2019/20", MONTH, ImpossiblePeriod),
        ("2019/20", CENSUS, ImpossiblePeriod),
        ("2009/10", MONTH, AmbiguousPeriod),
        ("201112", MONTH, AmbiguousPeriod),
        ("Q2 2019", QUARTER, AmbiguousPeriod),
        ("Autumn 2019", TERM, AmbiguousPeriod),
        ("2019/21", FINANCIAL, ImpossiblePeriod),
        ("2019-09", FINANCIAL, ImpossiblePeriod),
        ("2019/2120", FINANCIAL, ImpossiblePeriod),
        ("1999/2100", FINANCIAL, ImpossiblePeriod),
        ("2019-13", MONTH, ImpossiblePeriod),
        ("2019-00", MONTH, ImpossiblePeriod),
        ("201920", MONTH, ImpossiblePeriod),
        ("31/02/2019", MONTH, ImpossiblePeriod),
        ("29/02/2019", MONTH, ImpossiblePeriod),
        ("2019-09-02", MONTH, ImpossiblePeriod),
        ("2019-01-01", FINANCIAL, ImpossiblePeriod),
        ("Q5 2019/20", QUARTER, ImpossiblePeriod),
        ("Q0 2019/20", QUARTER, ImpossiblePeriod),
        ("Mar 2019", CENSUS, ImpossiblePeriod),
        ("2019-03-14", CENSUS, ImpossiblePeriod),
        ("AY2019/20", FINANCIAL, ImpossiblePeriod),
        ("2019/20 academic year", FINANCIAL, ImpossiblePeriod),
        ("0001/02", FINANCIAL, ImpossiblePeriod),
        ("9999", CALENDAR, ImpossiblePeriod),
        ("Winter 2019/20", TERM, UnknownTerm),
        ("", MONTH, UnreadablePeriod),
        ("\u00a0 ", MONTH, UnreadablePeriod),
        ("next month", MONTH, UnreadablePeriod),
        ("Smarch 2019", MONTH, UnreadablePeriod),
        ("Total", FINANCIAL, UnreadablePeriod),
        ("Q2", QUARTER, UnreadablePeriod),
        ("Autumn", TERM, UnreadablePeriod),
        ("٢٠١٩", CALENDAR, UnreadablePeriod),
        ("2019/20 and 2020/21", FINANCIAL, UnreadablePeriod),
    ],
)
def test_what_is_unclear_or_impossible_is_a_named_error(text, kind, error):
    with pytest.raises(PeriodError) as caught:
        parse(text, kind)
    assert type(caught.value) is error


def test_an_error_says_what_was_expected():
    with pytest.raises(
        AmbiguousPeriod, match="could mean 2018/19 or 2019/20; expected a financial year such as"
    ):
        parse("2019", FINANCIAL)


@given(st.text(max_size=30), KINDS)
def test_any_text_is_a_period_or_a_named_error(text, kind):
    with suppress(PeriodError):
        assert parse(text, kind).kind is kind


@pytest.mark.parametrize(
    ("kind", "start", "label", "short"),
    [
        (FINANCIAL, date(2019, 4, 1), "2019/20", "2019/20"),
        (FINANCIAL, date(1999, 4, 1), "1999/00", "1999/00"),
        (ACADEMIC, date(2019, 9, 1), "2019/20 academic year", "2019/20"),
        (CALENDAR, date(2018, 1, 1), "2018", "2018"),
        (QUARTER, date(2019, 7, 1), "Q2 2019/20", "Q2 2019/20"),
        (QUARTER, date(2020, 1, 1), "Q4 2019/20", "Q4 2019/20"),
        (MONTH, date(2019, 9, 1), "September 2019", "Sep 2019"),
        (MONTH, date(2019, 5, 1), "May 2019", "May 2019"),
        (CENSUS, date(2019, 1, 17), "January 2019", "Jan 2019"),
        (CENSUS, date(2019, 1, 16), "16 January 2019", "16 Jan 2019"),
        (TERM, date(2019, 9, 1), "Autumn 2019/20", "Autumn 2019/20"),
        (TERM, date(2020, 1, 1), "Spring 2019/20", "Spring 2019/20"),
        (TERM, date(2020, 5, 1), "Summer 2019/20", "Summer 2019/20"),
    ],
)
def test_a_period_prints_in_the_fields_words(kind, start, label, short):
    period = from_start(kind, start)
    assert (period.label, period.short_label) == (label, short)


@given(DAYS, KINDS)
def test_a_printed_period_reads_back_as_itself(day, kind):
    period = containing(day, kind)
    assert parse(period.label, kind) == period


@given(DAYS, KINDS)
def test_a_day_lies_in_its_period_and_only_there(day, kind):
    period = containing(day, kind)
    assert period.start <= day
    if kind is not CENSUS:
        assert day < period.end == following(period).start
    assert preceding(period).end <= period.start
    assert following(preceding(period)) == period == preceding(following(period))


@given(DAYS, KINDS)
def test_the_last_period_that_ended_is_followed_by_one_that_has_not(day, kind):
    period = last_ended(day, kind)
    assert period.end <= day < following(period).end


@pytest.mark.parametrize(
    ("kind", "start", "end"),
    [
        (MONTH, date(2019, 9, 2), date(2019, 10, 2)),
        (MONTH, date(2019, 9, 1), date(2019, 9, 30)),
        (MONTH, date(2019, 9, 1), date(2019, 11, 1)),
        (QUARTER, date(2019, 5, 1), date(2019, 8, 1)),
        (FINANCIAL, date(2019, 1, 1), date(2020, 1, 1)),
        (FINANCIAL, date(2019, 4, 1), date(2020, 3, 31)),
        (ACADEMIC, date(2019, 8, 1), date(2020, 8, 1)),
        (CALENDAR, date(2019, 4, 1), date(2020, 4, 1)),
        (CENSUS, date(2019, 1, 17), date(2019, 1, 19)),
        (CENSUS, date(2019, 1, 1), date(2019, 1, 2)),
        (CENSUS, date(2019, 5, 16), date(2019, 5, 17)),
        (TERM, date(2019, 9, 1), date(2019, 9, 28)),
        (TERM, date(2019, 9, 1), date(2020, 9, 1)),
        (MONTH, date(2019, 10, 1), date(2019, 9, 1)),
    ],
)
def test_a_period_of_the_wrong_length_cannot_be_made(kind, start, end):
    with pytest.raises(WrongLength):
        Period(kind, start, end)


def test_february_has_29_days_in_a_leap_year():
    february = from_start(MONTH, date(2020, 2, 1))
    assert february.last_day == date(2020, 2, 29)
    assert following(preceding(february)) == february


@pytest.mark.parametrize(
    ("year", "day"),
    [
        (2017, 19),
        (2018, 18),
        (2019, 17),
        (2020, 16),
        (2021, 21),
        (2022, 20),
        (2023, 19),
        (2024, 18),
        (2025, 16),
    ],
)
def test_the_january_census_is_on_the_third_thursday(year, day):
    assert census_day(year) == date(year, 1, day)


def test_a_census_stands_until_the_next_one():
    assert containing(date(2019, 1, 16), CENSUS).label == "January 2018"
    assert containing(date(2019, 1, 17), CENSUS).label == "January 2019"
    assert containing(date(2019, 12, 31), CENSUS).label == "January 2019"


def test_standard_terms_part_the_academic_year_without_gaps():
    terms = standard_terms(2019)
    assert [term.name for term in terms] == ["Autumn", "Spring", "Summer"]
    assert (terms[0].start, terms[-1].end) == (date(2019, 9, 1), date(2020, 9, 1))
    assert all(earlier.end == later.start for earlier, later in pairwise(terms))


def test_a_councils_own_term_dates_are_used_where_given():
    autumn = parse("Autumn 2019/20", TERM, terms=COUNCIL_TERMS)
    assert (autumn.start, autumn.last_day) == (date(2019, 9, 3), date(2019, 12, 20))
    assert [
        p.label for p in span(autumn, parse("Autumn 2020/21", TERM, terms=COUNCIL_TERMS), terms=COUNCIL_TERMS)
    ] == [
        "Autumn 2019/20",
        "Spring 2019/20",
        "Summer 2019/20",
        "Autumn 2020/21",
    ]


def test_a_day_of_the_holidays_is_in_no_term():
    with pytest.raises(UnknownTerm):
        containing(date(2019, 12, 25), TERM, terms=COUNCIL_TERMS)
    assert last_ended(date(2019, 12, 25), TERM, terms=COUNCIL_TERMS).label == "Autumn 2019/20"


@pytest.mark.parametrize(
    "ask",
    [
        lambda: parse("Autumn 2021/22", TERM, terms=COUNCIL_TERMS),
        lambda: following(COUNCIL_TERMS[-1].period, terms=COUNCIL_TERMS),
        lambda: preceding(COUNCIL_TERMS[0].period, terms=COUNCIL_TERMS),
        lambda: last_ended(date(2019, 9, 10), TERM, terms=COUNCIL_TERMS),
        lambda: from_start(TERM, date(2019, 9, 1), terms=COUNCIL_TERMS),
    ],
    ids=["parse", "following", "preceding", "last_ended", "from_start"],
)
def test_terms_that_are_not_recorded_are_not_invented(ask):
    with pytest.raises(UnknownTerm):
        ask()


def test_a_term_recorded_before_its_dates_were_moved_is_followed_by_the_next_one():
    as_recorded = Period(TERM, date(2019, 9, 1), date(2020, 1, 1))
    assert following(as_recorded, terms=COUNCIL_TERMS).label == "Spring 2019/20"
    standard_summer = standard_terms(2019)[2].period
    early = (*standard_terms(2019), Term("Autumn", 2020, date(2020, 8, 31), date(2020, 12, 19)))
    assert following(standard_summer, terms=early).label == "Autumn 2020/21"
    assert preceding(early[-1].period, terms=early) == standard_summer


def test_a_term_keeps_the_name_its_council_gave_it():
    terms = (Term("Term 1", 2019, date(2019, 9, 3), date(2019, 10, 19)),)
    period = parse("Term 1 2019/20", TERM, terms=terms)
    assert period.label == "Term 1 2019/20"
    assert period == Period(TERM, date(2019, 9, 3), date(2019, 10, 19))


def test_a_term_that_begins_in_august_belongs_to_the_coming_academic_year():
    assert Period(TERM, date(2020, 8, 31), date(2020, 12, 19)).label == "Autumn 2020/21"


def test_a_span_holds_both_ends_and_nothing_when_turned_round():
    april, june = from_start(MONTH, date(2019, 4, 1)), from_start(MONTH, date(2019, 6, 1))
    assert [p.start.month for p in span(april, june)] == [4, 5, 6]
    assert list(span(april, april)) == [april]
    assert list(span(june, april)) == []


def test_a_span_of_two_kinds_is_refused():
    with pytest.raises(ImpossiblePeriod):
        list(span(from_start(MONTH, date(2019, 4, 1)), from_start(FINANCIAL, date(2019, 4, 1))))


def test_periods_sort_by_their_days():
    days = [date(2020, 3, 1), date(2019, 4, 1), date(2019, 12, 1)]
    periods = [from_start(MONTH, day) for day in days]
    assert [p.start for p in sorted(periods)] == sorted(days)
    assert from_start(MONTH, date(2019, 4, 1)) < from_start(FINANCIAL, date(2019, 4, 1))


@given(DAYS)
def test_a_period_may_be_made_from_the_words_of_its_kind(day):
    month = containing(day, "month")
    assert month.kind is MONTH
    assert month.end - month.start >= timedelta(days=28)


@pytest.mark.parametrize(
    ("kind", "reported", "missing"),
    [
        (MONTH, ["2025-03", "2025-04"], []),
        (
            MONTH,
            ["2025-09", "2025-03", "2025-05"],
            [["April 2025"], ["June 2025", "July 2025", "August 2025"]],
        ),
        (CENSUS, ["Jan 2019", "Jan 2022"], [["January 2020", "January 2021"]]),
        (CENSUS, ["Jan 2019", "Jan 2020"], []),
        (FINANCIAL, ["2018/19", "2020/21"], [["2019/20"]]),
        (TERM, ["Autumn 2019/20", "Summer 2019/20"], [["Spring 2019/20"]]),
        (TERM, ["Autumn 2019/20", "Spring 2019/20"], []),
        (MONTH, [], []),
        (MONTH, ["2025-03"], []),
    ],
)
def test_gaps_are_the_periods_between_that_are_missing(kind, reported, missing):
    terms = COUNCIL_TERMS if kind is TERM else ()
    found = gaps([parse(text, kind, terms=terms) for text in reported], terms=terms)
    assert [[period.label for period in gap] for gap in found] == missing


def test_a_term_that_was_moved_by_days_since_is_no_gap():
    moved = Period(TERM, date(2020, 1, 8), date(2020, 4, 6))
    autumn = COUNCIL_TERMS[0].period
    assert gaps([autumn, moved], terms=COUNCIL_TERMS) == []
