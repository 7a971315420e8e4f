"""Receipt codes: every slip of one or two characters is caught, and what people mean is understood."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedback.domain.receipts import ALPHABET, LENGTH, NotAReceiptCode, canonical, code_from_number, grouped

codes = st.integers(min_value=0, max_value=2**256 - 1).map(code_from_number)
letters = st.sampled_from(ALPHABET)


def refused(text) -> bool:
    try:
        canonical(text)
    except NotAReceiptCode:
        return True
    return False


def test_the_free_characters_carry_more_than_sixty_bits():
    assert len(ALPHABET) ** (LENGTH - 2) > 2**60


def test_no_two_characters_of_the_alphabet_look_alike():
    for look_alike in ("0OQ", "1IL", "2Z", "5S", "6G", "8B", "UV"):
        assert len(set(look_alike) & set(ALPHABET)) <= 1


def test_no_vowel_so_no_word():
    assert not set("AEIOU") & set(ALPHABET)


def test_a_hand_calculated_code():
    # 0 in every free place: both sums are 0 already, so both checks are 0, and 0 is written 2.
    assert code_from_number(0) == "2" * 16
    # 1 in the first place: a + b = -1 and 15a + 16b = -1 modulo 23, so b = 14 and a = 8.
    assert code_from_number(1) == "3" + "2" * 13 + ALPHABET[8] + ALPHABET[14]


@given(codes)
def test_a_code_is_understood_in_its_groups(code):
    assert grouped(code).count("-") == 3
    assert canonical(grouped(code)) == code


@given(codes)
def test_case_spaces_and_dashes_do_not_matter(code):
    assert canonical(f"  {grouped(code).lower().replace('-', ' – ')} ") == code


@given(codes)
def test_look_alikes_are_read_as_what_they_can_only_mean(code):
    written = code.replace("2", "z").replace("5", "S").replace("6", "g").replace("8", "B").replace("V", "u")
    assert canonical(written) == code


@given(codes, st.integers(0, LENGTH - 1), letters)
def test_one_wrong_character_is_caught(code, place, letter):
    wrong = code[:place] + letter + code[place + 1 :]
    assert wrong == code or refused(wrong)


@given(codes)
def test_every_exchange_of_two_characters_is_caught(code):
    for i, j in combinations(range(LENGTH), 2):
        swapped = list(code)
        swapped[i], swapped[j] = swapped[j], swapped[i]
        assert code[i] == code[j] or refused("".join(swapped))


@given(codes, st.integers(0, LENGTH - 1), st.integers(0, LENGTH - 1), letters, letters)
def test_two_wrong_characters_are_caught(code, i, j, first, second):
    wrong = list(code)
    wrong[i], wrong[j] = first, second
    assert "".join(wrong) == code or refused("".join(wrong))


@pytest.mark.parametrize(
    ("entered", "words"),
    [
        ("", "You entered 0"),
        ("2222", "You entered 4"),
        ("2" * 17, "You entered 17"),
        ("2" * 15 + "0", "never has 0"),
        ("2" * 14 + "AO", "never has A or O"),
        ("2" * 15 + "3", "not right"),
        ("２" * 16, "never has"),
        ("'; DROP TABLE x--", "You entered"),
    ],
    ids=["empty", "short", "long", "nought", "vowels", "check", "full width digits", "hostile"],
)
def test_what_is_no_code_is_refused_in_words(entered, words):
    with pytest.raises(NotAReceiptCode, match=words):
        canonical(entered)
