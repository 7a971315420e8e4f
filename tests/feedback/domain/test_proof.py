"""The proof of work: what solves it, what does not, and that it stays small enough for an old phone."""

import hashlib

import pytest

from feedback.domain.proof import BITS, is_solved, leading_zero_bits, solve


@pytest.mark.parametrize(
    ("digest", "bits"),
    [(b"\xff\x00", 0), (b"\x80", 0), (b"\x01\xff", 7), (b"\x00\x10", 11), (b"\x00\x00", 16)],
)
def test_leading_zero_bits(digest, bits):
    assert leading_zero_bits(digest) == bits


def test_the_answer_found_is_the_smallest_that_solves_it():
    answer = solve("challenge", bits=8)
    assert hashlib.sha256(f"challenge:{answer}".encode()).digest()[0] == 0
    assert not any(is_solved("challenge", str(n), bits=8) for n in range(int(answer)))


def test_an_answer_solves_its_own_challenge_only():
    answer = solve("one", bits=12)
    assert is_solved("one", answer, bits=12)
    assert not is_solved("another", answer, bits=12)


@pytest.mark.parametrize("answer", ["", "-1", "1.5", "x", "٣", "1" * 13, "\x00", " 1"])
def test_what_is_no_number_solves_nothing(answer):
    assert not is_solved("challenge", answer, bits=0)


def test_it_costs_tens_of_thousands_of_hashes_and_not_millions():
    assert 14 <= BITS <= 18
