import pickle
import re
from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpis.domain.numbers import NotANumber, Unit, UnknownUnit, format_value, parse_number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1161", "1161"),
        ("1,161", "1161"),
        ("12,512,090", "12512090"),
        ("0", "0"),
        ("0.10", "0.10"),
        ("007", "7"),
        ("92.1%", "92.1"),
        ("3.80 %", "3.80"),
        ("£15,908", "15908"),
        ("£ 1,234.50", "1234.50"),
        (" 42", "42"),
        ("\u00a042\u00a0", "42"),
        ("\t42\n", "42"),
        ("-5", "-5"),
        ("–5", "-5"),
        ("−5", "-5"),
        ("- 5", "-5"),
        ("-£5", "-5"),
        ("£-5", "-5"),
        ("(1,234)", "-1234"),
        ("(£1,234)", "-1234"),
        ("£(1,234)", "-1234"),
        ("(2.5%)", "-2.5"),
        ("(2.5)%", "-2.5"),
        ("-0", "0"),
        ("999999999999999.99999999999999999999", "999999999999999.99999999999999999999"),
    ],
)
def test_a_number_correctly_written_is_read_exactly(text, number):
    read = parse_number(text)
    assert read == Decimal(number)
    assert str(read) == number


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("1,251,2090", "digits are not grouped in threes; did you mean 12,512,090?"),
        ("12,34,567", "digits are not grouped in threes; did you mean 1,234,567?"),
        ("1,,000", "digits are not grouped in threes; did you mean 1,000?"),
        ("100,", "digits are not grouped in threes; did you mean 100?"),
        ("12,5", "digits are not grouped in threes; did you mean 12.5 or 125?"),
        ("0,123", "digits are not grouped in threes; did you mean 0.123 or 123?"),
        ("(1,2)", "digits are not grouped in threes; did you mean -1.2 or -12?"),
        ("1.234,56", "a comma stands where a decimal point belongs; did you mean 1,234.56?"),
        ("1 234,56", "a comma stands where a decimal point belongs; did you mean 1,234.56?"),
        ("1.234.567", "points stand where commas belong; did you mean 1,234,567?"),
        ("1 234", "there is a space between the digits; did you mean 1,234?"),
        ("1\u00a0234", "there is a space between the digits; did you mean 1,234?"),
        ("1e5", "it is in scientific notation; did you mean 100,000?"),
        ("1E-3", "it is in scientific notation; did you mean 0.001?"),
        ("1e999", "it is in scientific notation"),
        ("12a", "there are letters in it; did you mean 12?"),
        ("1,161 pupils", "there are letters in it; did you mean 1,161?"),
        ("12 of 40", "there are letters in it"),
        ("O", "a letter stands where a digit belongs; did you mean 0?"),
        ("1O5", "a letter stands where a digit belongs; did you mean 105?"),
        ("l2", "a letter stands where a digit belongs; did you mean 12?"),
        (".5", "there is no digit before the point; did you mean 0.5?"),
        ("5.", "there is no digit after the point; did you mean 5?"),
        ("5-", "the minus stands after the number; did you mean -5?"),
        ("(-5)", "it is marked as negative twice; did you mean -5?"),
        ("--5", "it is marked as negative twice; did you mean -5?"),
        ("(5", "a bracket is missing; did you mean (5)?"),
        ("£5%", "it has more than one unit sign; did you mean 5?"),
        ("££5", "it has more than one unit sign; did you mean 5?"),
        ("", "the cell is blank"),
        ("\u00a0", "the cell is blank"),
        ("£", "there are no digits"),
        ("-", "there are no digits"),
        ("nan", "it is not a number"),
        ("inf", "it is not a number"),
        ("Infinity", "it is not a number"),
        ("1_000", "it is not a number"),
        ("٣", "it is not a number"),
        ("½", "it is not a number"),
        ("1" * 16, "it has more than 15 digits before the point or 20 after"),
        ("1" * 100_000, "it is too long to be a number"),
        ("$5", "it is not a number"),
        ("=1+1", "it is not a number"),
    ],
    ids=lambda text: text[:24],
)
def test_anything_else_is_a_problem_with_a_suggestion_and_never_a_guess(text, message):
    with pytest.raises(NotANumber) as caught:
        parse_number(text)
    assert str(caught.value) == message
    assert caught.value.text == text


def test_a_problem_keeps_its_parts_and_survives_a_worker():
    with pytest.raises(NotANumber) as caught:
        parse_number("1,251,2090")
    sent = pickle.loads(pickle.dumps(caught.value))  # noqa: S301
    assert sent.problem == "digits are not grouped in threes"
    assert sent.suggestion == "did you mean 12,512,090?"


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12, places=4))
def test_what_is_shown_with_enough_decimals_reads_back_as_it_was(value):
    assert parse_number(format_value(value, "count", 4)) == value
    assert parse_number(format_value(value, "pounds", 4)) == value
    assert parse_number(format_value(value, "per cent", 4)) == value


@given(st.text(max_size=40) | st.text(alphabet="0123456789,. -()£%–eO", max_size=12))
def test_any_text_is_a_finite_number_or_a_named_problem(text):
    with suppress(NotANumber):
        assert parse_number(text).is_finite()


@given(st.text(alphabet="0123456789,. ()£%-eOl", max_size=12))
def test_what_is_suggested_can_itself_be_read(text):
    for suggested in re.findall(r"[-0-9(][-0-9,.()]*", suggestion_for(text)):
        assert parse_number(suggested).is_finite()


def suggestion_for(text):
    try:
        parse_number(text)
    except NotANumber as problem:
        return problem.suggestion
    return ""


@pytest.mark.parametrize(
    ("value", "unit", "decimals", "shown"),
    [
        ("1161", "count", 0, "1,161"),
        ("12512090", "count", 0, "12,512,090"),
        ("92.1", "per cent", 1, "92.1%"),
        ("92.15", "per cent", 1, "92.2%"),
        ("19.4737", "per cent", 1, "19.5%"),
        ("15908.4", "pounds", 0, "£15,908"),
        ("1234.5", "pounds", 2, "£1,234.50"),
        ("278", "pounds per head", 0, "£278 per head"),
        ("12", "days", 0, "12 days"),
        ("1", "days", 0, "1 day"),
        ("1.2", "days", 0, "1 day"),
        ("0", "days", 0, "0 days"),
        ("1.255", "ratio", 2, "1.26"),
        ("0.5", "count", 0, "1"),
        ("-0.5", "count", 0, "−1"),
        ("-0.4", "count", 0, "0"),
        ("-1234.5", "pounds", 0, "−£1,235"),
        ("-278", "pounds per head", 0, "−£278 per head"),
        ("1E+6", "count", 0, "1,000,000"),
        ("999999999999999999.999999", "count", 0, "1,000,000,000,000,000,000"),
    ],
)
def test_a_value_is_shown_in_its_unit_rounded_half_up(value, unit, decimals, shown):
    assert format_value(Decimal(value), unit, decimals) == shown


def test_every_unit_can_be_shown():
    assert all(format_value(Decimal(2), unit, 0) for unit in Unit)


def test_a_unit_nobody_knows_is_refused():
    with pytest.raises(UnknownUnit):
        format_value(Decimal(1), "furlongs", 0)
