from datetime import UTC, date, datetime
from decimal import Decimal as D

import pytest

from portal.design.templatetags import design


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (D("15908"), "£15,908"),
        (D("0"), "£0"),
        (D("0.5"), "£1"),
        (D("2.5"), "£3"),
        (D("278.49"), "£278"),
        (D("-14000000"), "−£14,000,000"),
        (D("-0.5"), "−£1"),
        (D("-0.4"), "£0"),
        (None, "not available"),
        ("", "not available"),
    ],
)
def test_money_is_whole_pounds_rounded_half_away_from_zero(value, shown):
    assert design.gbp(value) == shown


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (D("22600000"), "£22.6m"),
        (D("29750000"), "£29.8m"),
        (D("14000000"), "£14m"),
        (D("-7200000"), "−£7.2m"),
        (D("999499"), "£999,000"),
        (D("999500"), "£1m"),
        (D("378412"), "£378,000"),
        (D("100000"), "£100,000"),
        (D("99999.60"), "£100,000"),
        (D("15908"), "£15,908"),
        (D("999949999"), "£999.9m"),
        (D("999950000"), "£1bn"),
        (D("1251000000"), "£1.3bn"),
        (D("0"), "£0"),
        (None, "not available"),
    ],
)
def test_short_money_names_millions_and_rounds_hundreds_of_thousands(value, shown):
    assert design.gbp_short(value) == shown


@pytest.mark.parametrize(
    ("value", "places", "shown"),
    [
        (D("13.6"), 1, "13.6%"),
        (D("13.65"), 1, "13.7%"),
        (D("-2.95"), 1, "−3.0%"),
        (D("100"), 0, "100%"),
        (D("0.04"), 1, "0.0%"),
        (None, 1, "not available"),
    ],
)
def test_percentage_points_are_shown_with_the_places_asked_for(value, places, shown):
    assert design.per_cent(value, places) == shown


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (date(2019, 11, 14), "14 November 2019"),
        (date(2019, 3, 1), "1 March 2019"),
        (datetime(2019, 6, 30, 23, 30, tzinfo=UTC), "1 July 2019"),
        (None, "no date"),
    ],
)
def test_a_day_is_the_day_it_is_in_britain(value, shown):
    assert design.day(value) == shown


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (datetime(2019, 11, 14, 9, 5, tzinfo=UTC), "14 November 2019, 9:05am"),
        (datetime(2019, 7, 1, 8, 0, tzinfo=UTC), "1 July 2019, 9am"),
        (datetime(2019, 11, 14, 12, 0, tzinfo=UTC), "14 November 2019, midday"),
        (datetime(2019, 11, 14, 0, 0, tzinfo=UTC), "14 November 2019, midnight"),
        (datetime(2019, 11, 14, 12, 30, tzinfo=UTC), "14 November 2019, 12:30pm"),
        (datetime(2019, 11, 14, 0, 30, tzinfo=UTC), "14 November 2019, 12:30am"),
        (datetime(2019, 11, 14, 17, 30, tzinfo=UTC), "14 November 2019, 5:30pm"),
        (None, "no date"),
    ],
)
def test_a_moment_is_said_as_people_say_it_in_british_time(value, shown):
    assert design.moment(value) == shown


def test_a_page_may_say_in_its_own_words_that_a_value_is_missing(render):
    assert (
        render('{{ x|gbp:"no target yet" }} {{ x|day:"never" }}', {"x": None}).text == "no target yet never"
    )
