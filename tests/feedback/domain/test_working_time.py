"""Working days, the next reading and the clocks. 11 November 2019 is a Monday."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from feedback.domain.working_time import (
    HourClock,
    WorkingDayClock,
    add_working_days,
    next_reading,
    working_days_between,
)

LONDON = ZoneInfo("Europe/London")


@pytest.mark.parametrize(
    ("at", "read_from"),
    [
        ("2019-11-11T08:59", "2019-11-11T09:00"),
        ("2019-11-11T09:00", "2019-11-12T09:00"),
        ("2019-11-15T17:00", "2019-11-18T09:00"),
        ("2019-11-16T03:00", "2019-11-18T09:00"),
        ("2019-11-17T23:59", "2019-11-18T09:00"),
        ("2019-12-31T12:00", "2020-01-01T09:00"),
    ],
    ids=["before nine", "at nine", "Friday afternoon", "Saturday", "Sunday night", "over the year's end"],
)
def test_the_next_reading_is_nine_on_a_working_day(at, read_from):
    moment = datetime.fromisoformat(at).replace(tzinfo=LONDON)
    assert next_reading(moment) == datetime.fromisoformat(read_from).replace(tzinfo=LONDON)


def test_the_next_reading_is_nine_by_the_clock_after_the_clocks_change():
    saturday = datetime(2019, 10, 26, 12, 0, tzinfo=LONDON)
    assert next_reading(saturday).isoformat() == "2019-10-28T09:00:00+00:00"


def test_a_closed_day_is_skipped():
    christmas_eve = datetime(2019, 12, 24, 10, 0, tzinfo=LONDON)
    closed = frozenset({date(2019, 12, 25), date(2019, 12, 26)})
    assert next_reading(christmas_eve, closed).date() == date(2019, 12, 27)


@pytest.mark.parametrize(
    ("day", "count", "then"),
    [
        (date(2019, 11, 11), 0, date(2019, 11, 11)),
        (date(2019, 11, 11), 2, date(2019, 11, 13)),
        (date(2019, 11, 14), 2, date(2019, 11, 18)),
        (date(2019, 11, 16), 2, date(2019, 11, 19)),
        (date(2019, 11, 11), 20, date(2019, 12, 9)),
    ],
    ids=["none", "in the week", "over the weekend", "from Saturday", "twenty"],
)
def test_working_days_are_added(day, count, then):
    assert add_working_days(day, count) == then


def test_working_days_between_count_the_end_and_not_the_start():
    assert working_days_between(date(2019, 11, 8), date(2019, 11, 12)) == 2
    assert working_days_between(date(2019, 11, 12), date(2019, 11, 8)) == -2


@pytest.mark.parametrize(
    ("today", "words", "overdue"),
    [
        (date(2019, 11, 11), "2 working days left", False),
        (date(2019, 11, 12), "1 working day left", False),
        (date(2019, 11, 13), "due today", False),
        (date(2019, 11, 14), "late by 1 working day", True),
        (date(2019, 11, 18), "late by 3 working days", True),
    ],
)
def test_a_working_day_clock_says_how_it_stands(today, words, overdue):
    clock = WorkingDayClock.started(date(2019, 11, 11), 2, today)
    assert (clock.words, clock.is_overdue) == (words, overdue)


def test_a_clock_that_ran_out_on_friday_is_overdue_on_saturday():
    clock = WorkingDayClock.started(date(2019, 11, 13), 2, date(2019, 11, 16))
    assert (clock.words, clock.is_overdue) == ("late", True)


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(-60, "60 minutes left"), (-1, "1 minute left"), (5, "late by 5 minutes"), (180, "late by 3 hours")],
)
def test_an_hour_clock_says_how_it_stands(minutes, words):
    due = datetime(2019, 11, 11, 11, 0, tzinfo=LONDON)
    assert HourClock(due, due + timedelta(minutes=minutes)).words == words
