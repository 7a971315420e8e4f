"""Days, averages, bands and empty places against an oracle that counts dates one by one."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction as F

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpis.domain.topups import (
    CostOfPupils,
    EndsBeforeItStarts,
    NotACost,
    NotAReference,
    PlacesPaidFor,
    Stay,
    averages,
    change_of_bands,
    checked_reference,
    days_of_year,
    empty_places,
    first_slice,
    overlaps,
    shared_out,
)

DAY = timedelta(days=1)


def stay(
    start="2019-04-01", last="", *, reference="P-1", setting="A", rate=10_000, band="B1", sector="academy"
):
    """A stay by its first and its last day, at so many pounds a year."""
    end = date.fromisoformat(last) + DAY if last else None
    return Stay(reference, setting, sector, band, rate * 100, date.fromisoformat(start), end)


def every_day_of(year):
    """The dates of a financial year, one by one."""
    return [day.date() for day in pd.date_range(f"{year}-04-01", f"{year + 1}-03-31")]


def is_occupied(one, day):
    return one.start <= day and (one.end is None or day < one.end)


def counted(one, year):
    return sum(is_occupied(one, day) for day in every_day_of(year))


# ---- days ----


@pytest.mark.parametrize(("year", "days"), [(2018, 365), (2019, 366), (2020, 365), (2023, 366), (2099, 365)])
def test_a_financial_year_has_a_leap_day_where_its_february_has(year, days):
    assert days_of_year(year) == days == len(every_day_of(year))


# By hand: 2019/20 has 366 days, because 29 February 2020 is one of them.
DAYS = {
    "the whole year": (("2019-04-01", "2020-03-31"), 2019, 366),
    "one day": (("2019-09-03", "2019-09-03"), 2019, 1),
    "from the middle of a month": (("2019-09-16", "2019-09-30"), 2019, 15),
    "the leap day": (("2020-02-29", "2020-02-29"), 2019, 1),
    "over the leap day": (("2020-02-28", "2020-03-01"), 2019, 3),
    "over the end of a common February": (("2019-02-28", "2019-03-01"), 2018, 2),
    "goes on": (("2020-03-01", ""), 2019, 31),
    "began years ago": (("2015-09-01", "2019-04-10"), 2019, 10),
    "over two years, the first": (("2019-03-25", "2019-04-05"), 2018, 7),
    "over two years, the second": (("2019-03-25", "2019-04-05"), 2019, 5),
    "ended on the last day before": (("2018-09-01", "2019-03-31"), 2019, 0),
    "begins on the first day after": (("2020-04-01", ""), 2019, 0),
}


@pytest.mark.parametrize(("days", "year", "expected"), DAYS.values(), ids=DAYS)
def test_days_occupied_in_the_year(days, year, expected):
    assert stay(*days).days_in(year) == expected == counted(stay(*days), year)


def test_the_worked_example():
    cost = stay("2019-11-15", "2020-02-29").cost_in(2019)
    assert cost == F(1_000_000 * 107, 366)
    assert round(cost) == 292_350


def test_a_stay_of_no_day_is_refused():
    with pytest.raises(EndsBeforeItStarts):
        stay("2019-09-02", "2019-09-01")


dates = st.dates(date(2016, 1, 1), date(2026, 12, 31))


@st.composite
def stays(draw, setting=None):
    start = draw(dates)
    end = draw(st.one_of(st.none(), st.integers(1, 900).map(lambda days: start + days * DAY)))
    return Stay(
        draw(st.sampled_from(["P-1", "P-2", "P-3"])),
        setting or draw(st.sampled_from("AB")),
        draw(st.sampled_from(["academy", "maintained"])),
        draw(st.sampled_from(["B1", "B2", "B3"])),
        draw(st.integers(0, 9_000_000)),
        start,
        end,
    )


years = st.integers(2017, 2025)


@given(stays(), years)
def test_pro_rata_is_what_counting_dates_one_by_one_gives(one, year):
    all_days = every_day_of(year)
    day_by_day = sum((F(one.annual_pence, len(all_days)) for day in all_days if is_occupied(one, day)), F(0))
    assert one.cost_in(year) == day_by_day


@given(stays(), years)
def test_a_stay_cut_in_two_costs_the_same(one, year):
    middle = one.start + ((one.end - one.start) // 2 if one.end else 100 * DAY)
    if middle > one.start:
        halves = (Stay(*_fields(one)[:5], one.start, middle), Stay(*_fields(one)[:5], middle, one.end))
        assert sum(half.cost_in(year) for half in halves) == one.cost_in(year)


def _fields(one):
    return one.reference, one.setting, one.sector, one.band, one.annual_pence


@given(st.lists(stays(), max_size=12), years)
def test_whole_pence_add_up_to_the_total_to_the_nearest_penny(many, year):
    costs = {str(n): one.cost_in(year) for n, one in enumerate(many)}
    shown = shared_out(costs)
    assert abs(sum(shown.values()) - sum(costs.values(), F(0))) <= F(1, 2)
    assert all(abs(shown[name] - cost) < 1 for name, cost in costs.items())


# ---- overlaps ----


@pytest.mark.parametrize(
    ("first", "second", "shared"),
    [
        (("2019-04-01", "2019-08-31"), ("2019-09-01", ""), None),
        (("2019-04-01", "2019-08-31"), ("2019-08-31", ""), ("2019-08-31", "2019-09-01")),
        (("2019-09-01", ""), ("2019-04-01", "2019-08-31"), None),
        (("2019-04-01", ""), ("2019-06-01", "2019-06-30"), ("2019-06-01", "2019-07-01")),
        (("2019-04-01", ""), ("2020-04-01", ""), ("2020-04-01", None)),
    ],
    ids=["follow one another", "one day", "any order", "inside", "both go on"],
)
def test_two_stays_of_one_place_that_share_days_are_named(first, second, shared):
    found = overlaps([stay(*first), stay(*second), stay(*first, reference="P-2")])
    said = [(str(a), b and str(b)) for a, b in (overlap.shared_days for overlap in found)]
    assert said == ([shared] if shared else [])


@given(st.lists(stays(), max_size=8))
def test_overlaps_are_found_exactly_where_a_day_is_taken_twice(many):
    taken_twice = any(
        one.reference == other.reference
        and one.start < (other.end or date.max)
        and other.start < (one.end or date.max)
        for n, one in enumerate(many)
        for other in many[:n]
    )
    assert bool(overlaps(many)) == taken_twice


# ---- averages ----


def test_averages_by_hand():
    half = stay("2019-10-01", "2020-03-31", reference="P-2", rate=20_000)  # 183 of 366 days
    whole = stay("2019-04-01", "2020-03-31", reference="P-1", rate=10_000)
    again = stay("2020-04-01", reference="P-3")  # no day in the year
    found = averages([half, whole, again], year=2019, by=lambda one: one.setting)["A"]
    assert (found.top_ups, found.days, found.cost) == (2, 549, 2_000_000)
    assert (found.each, found.full_year, found.places) == (1_000_000, F(4_000_000, 3), F(3, 2))
    assert found.is_of_few


def test_a_place_taken_twice_in_a_year_is_one_top_up():
    twice = [stay("2019-04-01", "2019-07-31"), stay("2019-09-01", "")]
    assert averages(twice, year=2019, by=lambda one: one.band)["B1"].top_ups == 1


def test_an_average_of_five_is_not_of_few():
    five = [stay(reference=f"P-{n}") for n in range(5)]
    assert not averages(five, year=2019, by=lambda one: one.sector)["academy"].is_of_few
    assert averages(five[1:], year=2019, by=lambda one: one.sector)["academy"].is_of_few


@given(st.lists(stays(), max_size=12), years)
def test_groups_together_cost_what_all_cost(many, year):
    groups = averages(many, year=year, by=lambda one: one.band).values()
    assert sum(group.cost for group in groups) == sum(one.cost_in(year) for one in many)


# ---- bands ----


def test_a_change_of_bands_by_hand():
    many = [
        stay("2019-04-01", "2020-03-31", reference="P-1", band="B1", rate=10_000),
        stay("2019-10-01", "2020-03-31", reference="P-2", band="B2", rate=20_000),
        stay("2019-04-01", "2020-03-31", reference="P-3", band="OLD", rate=5_000),
    ]
    change = change_of_bands(many, values={"B1": 1_200_000, "B2": 1_800_000}, year=2019)["A"]
    assert (change.top_ups, change.now, change.then, change.more) == (3, 2_500_000, 2_600_000, 100_000)
    assert change.left_as_they_are == ("P-3",)


# ---- empty places ----


def test_places_paid_for_while_they_are_empty_by_hand():
    paid_for = PlacesPaidFor(2, 1_000_000, date(2019, 4, 1), None)
    year = empty_places([paid_for], [stay("2019-04-01", "2019-09-30", rate=12_000)], year=2019)
    # 183 days with one empty, 183 with two: 549 place-days at £10,000/366
    assert (year.paid_place_days, year.occupied_place_days, year.empty_place_days) == (732, 183, 549)
    assert (year.pro_rata, year.for_empty, year.in_full) == (600_000, 1_500_000, 2_100_000)
    assert year.empty_places == F(3, 2)


def test_more_stays_than_places_leave_none_empty():
    one = PlacesPaidFor(1, 1_000_000, date(2019, 4, 1), None)
    year = empty_places([one], [stay(reference="P-1"), stay(reference="P-2")], year=2019)
    assert (year.empty_place_days, year.for_empty) == (0, 0)


paid_for = st.builds(
    lambda places, pence, start, days: PlacesPaidFor(places, pence, start, days and start + days * DAY),
    st.integers(0, 5),
    st.integers(0, 3_000_000),
    dates,
    st.one_of(st.none(), st.integers(1, 900)),
)


@given(st.lists(paid_for, max_size=3), st.lists(stays(setting="A"), max_size=5), years)
def test_empty_places_are_what_counting_each_day_gives(commitments, many, year):
    all_days, empty_days, cost = every_day_of(year), 0, F(0)
    for day in all_days:
        running = [c for c in commitments if c.start <= day and (c.end is None or day < c.end)]
        places = sum(c.places for c in running)
        empty = max(0, places - sum(is_occupied(one, day) for one in many))
        empty_days += empty
        if empty:
            cost += F(sum(c.places * c.annual_pence for c in running), places) * empty / len(all_days)
    found = empty_places(commitments, many, year=year)
    assert (found.empty_place_days, found.for_empty) == (empty_days, cost)


# ---- one more pupil ----


def test_one_more_pupil_costs_less_than_the_average():
    school = CostOfPupils(fixed=Decimal(300_000), per_pupil=Decimal(12_000), pupils=50)
    assert (school.total, school.average, school.marginal) == (900_000, 18_000, 12_000)
    assert (school.extra_cost(54), school.extra_paid(54), school.beyond_cost(54)) == (48_000, 72_000, 24_000)
    assert school.average_of(60) == 17_000
    assert (school.extra_cost(48), school.beyond_cost(48)) == (-24_000, -12_000)


@pytest.mark.parametrize("wrong", [(1, 1, 0), (-1, 1, 1), (1, -1, 1)])
def test_numbers_that_cannot_be_are_refused(wrong):
    fixed, per_pupil, pupils = wrong
    with pytest.raises(NotACost):
        CostOfPupils(Decimal(fixed), Decimal(per_pupil), pupils)


def test_an_average_of_no_pupils_is_refused():
    with pytest.raises(NotACost):
        CostOfPupils(Decimal(1), Decimal(1), 1).average_of(0)


# ---- the first slice ----


def test_who_has_and_who_has_not_shown_the_first_slice():
    found = first_slice(
        ["P-3", "P-1", "P-2", "P-4"], {"P-1": Decimal(6_000), "P-2": Decimal("5999.99"), "P-4": Decimal(0)}
    )
    assert (found.shown, found.shown_less, found.not_shown) == (("P-1",), ("P-2", "P-4"), ("P-3",))
    assert found.top_ups == 4


# ---- references ----


@pytest.mark.parametrize("code", ["P-1", "TU/2019/044", "12", "A1"])
def test_codes_are_references(code):
    assert checked_reference(code) == code


@pytest.mark.parametrize(
    "name", ["", "JANE-SMITH", "Jane Smith", "jane1", "J 1", "A", "1", "P-1\n", "P" * 20 + "1"]
)
def test_what_may_be_a_name_is_no_reference(name):
    with pytest.raises(NotAReference, match="Never use a child's name"):
        checked_reference(name)
