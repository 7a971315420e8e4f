"""The difference between two texts tells both of them, and takes no time on any."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedback.domain.difference import Change, Piece, difference

texts = st.text(alphabet="ab \n", max_size=120)


@given(texts, texts)
def test_the_pieces_spell_both_texts(before, after):
    pieces = difference(before, after)
    assert "".join(p.text for p in pieces if p.change != Change.IN) == before
    assert "".join(p.text for p in pieces if p.change != Change.OUT) == after


def test_what_was_taken_out_and_put_in_is_named():
    assert difference("My son Jack waited long.", "My child waited long.") == [
        Piece(Change.SAME, "My "),
        Piece(Change.OUT, "son Jack "),
        Piece(Change.IN, "child "),
        Piece(Change.SAME, "waited long."),
    ]


def test_equal_texts_have_no_difference():
    assert difference("The same.", "The same.") == [Piece(Change.SAME, "The same.")]


@pytest.mark.parametrize(
    "words", [["a"], ["a", "b"], [str(n) for n in range(7)], [str(n) for n in range(100)]]
)
def test_hostile_text_is_compared_in_no_time(words):
    text = " ".join((words * 2500)[:2500])[:5000]
    started = time.perf_counter()
    difference(text, text[::-1])
    assert time.perf_counter() - started < 1
