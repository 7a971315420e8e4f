"""What is read out of words, what may be remembered of them, and which word was meant: judged by hand."""

import pytest

from portal.local_offer.asking import Asked, understood
from portal.local_offer.spelling import most_alike, nearest
from portal.local_offer.terms import names, term_of

KNOWN = {"autism", "speech", "mark", "breaks"}


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        (
            "speech and language help for a 6 year old near KT1",
            Asked("speech and language help", 6, "KT1"),
        ),
        ("swimming for my six-year-old in kt2 5ab", Asked("swimming", 6, "KT2 5AB")),
        ("autism, aged 14", Asked("autism", 14)),
        ("KT1 clubs age 9", Asked("clubs", 9, "KT1")),
        ("portage 18 months old", Asked("portage", 1)),
        ("reading help year 4", Asked("reading help", 8)),
        ("college for 19 yr olds", Asked("college", 19)),
        ("help for my 40 year old brother", Asked("help for my 40 year old brother")),
        ("a 2 year wait", Asked("a 2 year wait")),
        ("key stage KS2 and B12 vitamins", Asked("key stage KS2 and vitamins", None, "B12")),
        ("short breaks", Asked("short breaks")),
        ("6 year old", Asked("", 6)),
        ("autistic boy 7 wont go to school", Asked("autistic wont go to school", 7)),
        ("daughter, 12, dyslexia", Asked("dyslexia", 12)),
        ("my child 3 days a week", Asked("my child 3 days a week")),
        ("", Asked("")),
    ],
)
def test_age_and_postcode_are_read_out_of_the_words(typed, asked):
    assert understood(typed) == asked


@pytest.mark.parametrize(
    ("words", "term"),
    [
        ("autism club for my son", "autism club"),
        ("zebra therapy", "zebra therapy"),
        ("Oliver Smith", ""),
        ("oliver autism", "autism"),
        ("autism for my son called blaze", "autism"),
        ("school for Bramblethorpe", "school"),
        ("mark", "mark"),
        ("Mr Stone speech", "speech"),
        ("07700 900123", ""),
        ("KT1 1EU speech", "speech"),
        ("ann@example.org speech", "speech"),
        ("AUTISM CLUB", "autism club"),
        ("he hits out at school and screams about his speech every day", "speech"),
        ("a" * 60, ""),
        ("", ""),
    ],
)
def test_only_terms_are_remembered(words, term):
    assert term_of(words, KNOWN) == term


def test_everyday_words_are_no_names():
    assert not names() & {
        "grace",
        "hope",
        "mark",
        "summer",
        "may",
        "will",
        "rose",
        "joy",
        "faith",
        "young",
        "king",
    }


VOCABULARY = ["autism", "speech", "school", "dyslexia", "physiotherapy", "parent"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("autisum", "autism"),
        ("speach", "speech"),
        ("shcool", "school"),
        ("dislexia", "dyslexia"),
        ("dislecxia", "dyslexia"),
        ("fysiotherapy", "physiotherapy"),
        ("Autism", "autism"),
        ("zebra", None),
        ("chool", None),
        ("aut", None),
        ("sch00l", None),
        ("", None),
    ],
)
def test_a_misspelt_word_is_understood(typed, meant):
    assert nearest(typed, VOCABULARY) == meant


def test_the_title_that_shares_most_words_is_the_nearest():
    titles = ["Short breaks", "Getting to school", "Moving between schools"]
    assert most_alike(["transport", "school"], titles) == 1
    assert most_alike(["zebra"], titles) is None
