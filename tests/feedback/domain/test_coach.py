"""What the coach points at, what it leaves alone, and that hostile text costs it nothing."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedback.domain.coach import Detail, find_personal_details, is_nhs_number, stretches

POINTED_AT = [
    ("Call me on 020 8547 5000 please", Detail.PHONE, "020 8547 5000"),
    ("Call +44 7700 900123", Detail.PHONE, "+44 7700 900123"),
    ("07700900123.", Detail.PHONE, "07700900123"),
    ("We live in KT1 1EU now", Detail.POSTCODE, "KT1 1EU"),
    ("at sw1a1aa", Detail.POSTCODE, "sw1a1aa"),
    ("NHS number 943 476 5919", Detail.NHS_NUMBER, "943 476 5919"),
    ("number 9434765919", Detail.NHS_NUMBER, "9434765919"),
    ("born 12/03/2011", Detail.DATE, "12/03/2011"),
    ("on 3rd of May 2012 she", Detail.DATE, "3rd of May 2012"),
    ("his birthday is 3 May", Detail.DATE, "3 May"),
    ("write to a.parent@example.org today", Detail.EMAIL, "a.parent@example.org"),
    ("My son Jack waited", Detail.NAME, "Jack"),
    ("my daughter Amélie Smith waited", Detail.NAME, "Amélie Smith"),
    ("a boy called Noah", Detail.NAME, "Noah"),
    ("Mrs O’Brien said", Detail.NAME, "O’Brien"),
    ("at Chalk Hill Junior School", Detail.SCHOOL, "Chalk Hill Junior School"),
    ("St. Mary's Primary is full", Detail.SCHOOL, "St. Mary's Primary"),
]
LEFT_ALONE = [
    "My son has waited nine months for speech therapy.",
    "We had 12 meetings in 2019, and 3 of 10 were cancelled.",
    "The EHCP took 43 weeks. Primary School places are full.",
    "It cost £22,600 and the budget is 1234567890.",
    "My child is in Year 7 now.",
]


@pytest.mark.parametrize(("text", "detail", "found"), POINTED_AT, ids=[found for _, _, found in POINTED_AT])
def test_a_detail_is_pointed_at(text, detail, found):
    assert (detail, found) in [(f.detail, f.text) for f in find_personal_details(text)]


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_ordinary_sentences_are_left_alone(text):
    assert find_personal_details(text) == []


def test_each_place_is_pointed_at_once():
    found = find_personal_details("NHS 943 476 5919, my son Jack at Chalk Hill School, KT1 1EU")
    assert [f.detail for f in found] == [Detail.NHS_NUMBER, Detail.NAME, Detail.SCHOOL, Detail.POSTCODE]


@pytest.mark.parametrize(
    ("number", "valid"),
    [("9434765919", True), ("9434765918", False), ("4010232137", True), ("0000000000", True)],
)
def test_the_nhs_check_digit(number, valid):
    assert is_nhs_number(number) == valid


@given(st.text(max_size=300))
def test_the_stretches_are_the_text(text):
    assert "".join(s.text for s in stretches(text, find_personal_details(text))) == text


@given(st.text(max_size=300))
def test_findings_are_in_order_and_do_not_overlap(text):
    found = find_personal_details(text)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(text[f.start : f.end] == f.text for f in found)


@pytest.mark.parametrize("part", ["a", "0 ", "Aa ", "my son ", "1", "a@", "born ", "St. ", "A1 ", "@a."])
def test_hostile_text_is_read_in_no_time(part):
    started = time.perf_counter()
    find_personal_details((part * 5000)[:5000])
    assert time.perf_counter() - started < 0.5
