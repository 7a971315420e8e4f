"""Balances, transfers, joint funding and reconciliation, against sums done by hand."""

from datetime import date
from decimal import Decimal as D
from fractions import Fraction

import pytest

from kpis.domain.position import (
    BlockYear,
    ClosingDoesNotFollow,
    DisputeAge,
    GapInYears,
    Payer,
    Reconciled,
    TransferAgainstLimit,
    closing_of,
    count_words,
    dispute_age,
    first_in_balance,
    growth_check,
    payer_shares,
    roll_forward,
    share_of_grant,
)

MILLION = D(1_000_000)


@pytest.mark.parametrize(
    ("opening", "in_year", "closing", "expected"),
    [
        (D("-10"), D("-4"), D("-14"), D("-14")),
        (D("-10"), D("-4"), None, D("-14")),
        (D("-10.01"), D("0.02"), None, D("-9.99")),
        (None, None, D("-14"), D("-14")),
        (D("-10"), None, None, None),
        (None, D("-4"), D("-14"), D("-14")),
        (D("-10"), None, D("-14"), D("-14")),
    ],
    ids=["all", "closing follows", "pence", "closing alone", "opening alone", "no opening", "no in-year"],
)
def test_a_closing_balance_is_given_or_follows(opening, in_year, closing, expected):
    assert closing_of(opening=opening, in_year=in_year, closing=closing) == expected


def test_a_closing_balance_that_does_not_follow_is_refused_in_words():
    with pytest.raises(ClosingDoesNotFollow, match=r"make -14\.00, and not -14\.01"):
        closing_of(opening=D("-10"), in_year=D("-4"), closing=D("-14.01"))


def test_each_year_opens_with_the_closing_of_the_one_before():
    years = roll_forward(-14 * MILLION, {2020: -3 * MILLION, 2019: -5 * MILLION, 2021: MILLION})
    assert [(y.year, y.opening, y.closing) for y in years] == [
        (2019, -14 * MILLION, -19 * MILLION),
        (2020, -19 * MILLION, -22 * MILLION),
        (2021, -22 * MILLION, -21 * MILLION),
    ]


def test_a_missing_year_is_refused():
    with pytest.raises(GapInYears, match="after 2019 is missing"):
        roll_forward(D(0), {2019: D(1), 2021: D(1)})


@pytest.mark.parametrize(
    ("in_years", "expected"),
    [((-3, -1, 0, -1), 2021), ((-3, -2, -1), None), ((1, -1), 2019), ((), None)],
    ids=["nought is balance", "never", "at once", "no years"],
)
def test_the_year_that_balances_is_the_first_without_an_in_year_deficit(in_years, expected):
    years = [BlockYear(2019 + n, D(0), D(amount)) for n, amount in enumerate(in_years)]
    assert first_in_balance(years) == expected


def test_the_line_is_checked_against_the_pressure_of_growth():
    # £2m a year over four steps is £8m; the line worsens by £9m from -5 to -14.
    in_years = dict(enumerate((-5, -7, -9, -11, -14), start=2019))
    years = roll_forward(D(0), {year: n * MILLION for year, n in in_years.items()})
    check = growth_check(years, pressure=2 * MILLION)
    assert (check.worsens, check.pressure, check.beyond, check.short) == (
        9 * MILLION,
        8 * MILLION,
        MILLION,
        -MILLION,
    )
    assert (check.first_year, check.last_year) == (2019, 2023)


def test_one_year_alone_has_no_growth():
    assert growth_check(roll_forward(D(0), {2019: D(1)}), pressure=D(1)) is None


def test_a_balance_is_a_share_of_the_grant():
    # £14m of £140m
    assert share_of_grant(D("-14000000"), D("140000000")) == -10


def test_what_is_left_of_a_difference_adds_up_exactly():
    pair = Reconciled(D("-14000000.00"), D("-12500000.10"), (D("1000000.00"), D("-250000.05")))
    assert pair.difference == D("1499999.90")
    assert pair.explained == D("749999.95")
    assert pair.left == D("749999.95")
    assert pair.reference + pair.explained + pair.left == pair.other
    assert not pair.is_complete
    assert Reconciled(D("1"), D("2"), (D("1"),)).is_complete


@pytest.mark.parametrize(
    ("amount", "limit", "within"),
    [("400000", "0.5", True), ("400000.01", "0.5", False), ("400001", None, None)],
    ids=["exactly the limit", "a penny beyond", "no limit recorded"],
)
def test_a_transfer_stands_against_the_limit_of_its_year(amount, limit, within):
    transfer = TransferAgainstLimit(D(amount), D("80000000"), limit and D(limit))
    assert transfer.is_within is within
    assert transfer.most == (limit and 400000)


def test_a_transfer_is_a_share_of_the_schools_block():
    assert TransferAgainstLimit(D("400000"), D("80000000"), None).share == Fraction(1, 2)


def test_the_shares_of_who_pays_add_up_to_a_hundred_exactly():
    paid = {Payer.EDUCATION: D("1.01"), Payer.HEALTH: D("1"), Payer.SOCIAL_CARE: D("1")}
    shares = payer_shares(paid)
    assert sum(share.per_cent for share in shares) == 100
    assert shares[0].per_cent == Fraction(10100, 301)


def test_nobody_paying_has_no_shares():
    assert {s.per_cent for s in payer_shares(dict.fromkeys(Payer, D(0)))} == {None}


@pytest.mark.parametrize(
    ("count", "words"),
    [(0, "none"), (1, "fewer than 5"), (4, "fewer than 5"), (5, "5"), (1200, "1,200")],
)
def test_a_count_below_five_is_not_shown(count, words):
    assert count_words(count) == words


@pytest.mark.parametrize(
    ("began_on", "age"),
    [
        (date(2019, 8, 15), DisputeAge.UNDER_3_MONTHS),
        (date(2019, 8, 14), DisputeAge.UNDER_6_MONTHS),
        (date(2019, 5, 14), DisputeAge.UNDER_A_YEAR),
        (date(2018, 11, 15), DisputeAge.UNDER_A_YEAR),
        (date(2018, 11, 14), DisputeAge.OVER_A_YEAR),
    ],
)
def test_the_age_of_a_dispute_is_said_in_wide_steps(began_on, age):
    assert dispute_age(began_on, on=date(2019, 11, 14)) == age
