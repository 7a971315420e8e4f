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
    # names without a word before them, in small letters, after a role, before an age, at the end
    ("Oliver waited nine months.", Detail.NAME, "Oliver"),
    ("Last week Zainab Hussain cried", Detail.NAME, "Zainab Hussain"),
    ("my son jack has waited", Detail.NAME, "jack"),
    ("my daughter aisha is seven", Detail.NAME, "aisha"),
    ("Our eldest, Tom, is fine", Detail.NAME, "Tom"),
    ("His teacher Bhavna Desai helped", Detail.NAME, "Bhavna Desai"),
    ("The SENCO is Wynn Archer", Detail.NAME, "Wynn Archer"),
    ("We spoke to Ottoline at the council", Detail.NAME, "Ottoline"),
    ("Thank you Perpetua for your help", Detail.NAME, "Perpetua"),
    ("Miss Okonkwo-Hart said", Detail.NAME, "Okonkwo-Hart"),
    ("Ms. Pike said", Detail.NAME, "Pike"),
    ("Torquil is 8 and autistic", Detail.NAME, "Torquil"),
    ("Torquil (8) waits", Detail.NAME, "Torquil"),
    ("Torquil has an EHCP", Detail.NAME, "Torquil"),
    ("Torquil's EHCP is late", Detail.NAME, "Torquil"),
    ("It is late.\n\nKind regards\nPhilomena Ash", Detail.NAME, "Philomena Ash"),
    # schools by their kind, and by going there
    ("at Chalk Hill primary", Detail.SCHOOL, "Chalk Hill primary"),
    ("The Chalk Hill School is full", Detail.SCHOOL, "Chalk Hill School"),
    ("At St Agatha's C of E Primary School", Detail.SCHOOL, "St Agatha's C of E Primary School"),
    ("Our Lady of Pity RC Primary", Detail.SCHOOL, "Lady of Pity RC Primary"),
    ("She attends Oakmere", Detail.SCHOOL, "Oakmere"),
    ("He goes to Fernbank Hall", Detail.SCHOOL, "Fernbank Hall"),
    ("excluded from Oakmere", Detail.SCHOOL, "Oakmere"),
    ("a place at Oakmere would help", Detail.SCHOOL, "Oakmere"),
    ("Wimbury Girls' is far", Detail.SCHOOL, "Wimbury Girls'"),
    ("Chalk Hill Sixth Form", Detail.SCHOOL, "Chalk Hill Sixth Form"),
    # days of birth as people write them
    ("DOB 120311", Detail.DATE, "120311"),
    ("d.o.b: 12.3.11", Detail.DATE, "12.3.11"),
    ("date of birth 12/3", Detail.DATE, "12/3"),
    ("born in March 2011", Detail.DATE, "March 2011"),
    ("on March 12th, 2011", Detail.DATE, "March 12th, 2011"),
    ("2011-03-12", Detail.DATE, "2011-03-12"),
    ("12 Mar 2011", Detail.DATE, "12 Mar 2011"),
    ("Her birthday is on the 3rd of May", Detail.DATE, "3rd of May"),
    # telephones
    ("07700 900 123", Detail.PHONE, "07700 900 123"),
    ("07700.900.123", Detail.PHONE, "07700.900.123"),
    ("+44 (0)20 8547 5000", Detail.PHONE, "+44 (0)20 8547 5000"),
    ("0044 20 8547 5000", Detail.PHONE, "0044 20 8547 5000"),
    ("(020) 8547-5000", Detail.PHONE, "020) 8547-5000"),
    ("ring me on 8547 5000", Detail.PHONE, "8547 5000"),
    # postcodes, addresses, NHS numbers
    ("kt6  4eu", Detail.POSTCODE, "kt6  4eu"),
    ("KT6-4EU", Detail.POSTCODE, "KT6-4EU"),
    ("SW1A 1AA", Detail.POSTCODE, "SW1A 1AA"),
    ("We live at 14 Acacia Avenue", Detail.ADDRESS, "14 Acacia Avenue"),
    ("Flat 3, 7b Mill Pond Lane", Detail.ADDRESS, "7b Mill Pond Lane"),
    ("943-476-5919", Detail.NHS_NUMBER, "943-476-5919"),
    ("NHS no. 943 476 5918", Detail.NHS_NUMBER, "943 476 5918"),
    ("jo_smith+send@mail.example.co.uk", Detail.EMAIL, "jo_smith+send@mail.example.co.uk"),
]
LEFT_ALONE = [
    "My son has waited nine months for speech therapy.",
    "We had 12 meetings in 2019, and 3 of 10 were cancelled.",
    "The EHCP took 43 weeks. Primary School places are full.",
    "It cost £22,600 and the budget is 1234567890.",
    "My child is in Year 7 now.",
    "In Kingston we waited. Richmond has more. The SENCO changed in March.",
    "The Local Offer is hard to read, and Special School places are few.",
    "Our nearest primary school and every secondary school said no.",
    "Will you grant us a hearing in May? We hope so. Mark it as urgent.",
    "Between 2019 and 2021 it rose by 25%, to 1,250 plans in 2019/20.",
    "KS2 2nd year and A1 1st place.",
    "The EHCP goes to panel on Thursday. CAMHS is full.",
    "Parents say the Council's plan is late. Today's school run took 2 hours.",
    "We got 3 visits in 12 months; the team rang 4 times in 2023.",
    "Page 14 Road safety is good.",
    "They attend. We went to Tribunal in Year 9.",
]


@pytest.mark.parametrize(("text", "detail", "found"), POINTED_AT, ids=[text for text, *_ in POINTED_AT])
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


@pytest.mark.parametrize(
    "part",
    [
        "a",
        "0 ",
        "Aa ",
        "my son ",
        "1",
        "a@",
        "born ",
        "St. ",
        "A1 ",
        "@a.",
        "nhs ",
        "Of ",
        "call ",
        "Jack ",
        "1 A ",
    ],
)
def test_hostile_text_is_read_in_no_time(part):
    started = time.perf_counter()
    find_personal_details((part * 5000)[:5000])
    assert time.perf_counter() - started < 0.5
