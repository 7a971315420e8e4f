"""Finding: words, ages and needs, and never a dead end."""

import pytest
from django.urls import reverse

from portal.local_offer import views
from portal.local_offer.queries import Search, find

PAGES = [
    ("Speech and language help", {"summary": "Talking and understanding.", "needs": ["SLCN"], "age_to": 7}),
    ("Autism support", {"summary": "Help with speech for autistic children.", "needs": ["ASD"]}),
    ("Short breaks", {"summary": "Time off for carers.", "age_from": 5, "age_to": 18}),
]


@pytest.fixture
def pages(add_page, service):
    return [add_page(service(title=title, **facts)) for title, facts in PAGES]


def titles(search):
    return [entry.title for entry in find(search).entries]


def test_a_word_in_the_name_comes_before_a_word_in_the_summary(pages):
    assert titles(Search("speech")) == ["Speech and language help", "Autism support"]


@pytest.mark.parametrize("words", ["children", "child", "CHILD"])
def test_words_match_in_any_form_and_case(pages, words):
    assert "Autism support" in titles(Search(words))


@pytest.mark.parametrize("words", ["Example Therapies", "therapist", "lives here"])
def test_the_provider_and_the_text_are_searched_too(pages, words):
    assert len(titles(Search(words))) == 3


def test_the_needs_are_searched_by_their_names(pages):
    assert titles(Search("communication")) == ["Speech and language help"]


def test_all_words_must_match(pages):
    assert titles(Search("speech autistic")) == ["Autism support"]


def test_a_search_that_finds_nothing_is_tried_with_any_of_its_words(pages):
    found = find(Search("speech help for a six year old"))
    assert found.loosened
    assert next(entry.title for entry in found.entries) == "Speech and language help"


@pytest.mark.parametrize(
    ("age", "expected"),
    [
        (4, {"Speech and language help", "Autism support"}),
        (5, {"Speech and language help", "Autism support", "Short breaks"}),
        (7, {"Speech and language help", "Autism support", "Short breaks"}),
        (8, {"Autism support", "Short breaks"}),
        (19, {"Autism support"}),
    ],
)
def test_an_age_narrows(pages, age, expected):
    assert set(titles(Search(age=age))) == expected


def test_a_need_narrows_to_pages_for_it_and_pages_for_any_need(pages):
    assert titles(Search(needs=("SLCN",))) == ["Short breaks", "Speech and language help"]


def test_needs_widen_each_other(pages):
    assert len(titles(Search(needs=("SLCN", "ASD")))) == 3


def test_words_age_and_need_narrow_together(pages):
    assert titles(Search("speech", age=8, needs=("ASD",))) == ["Autism support"]


def test_a_section_is_found_by_its_name(section):
    assert titles(Search("therapy")) == ["Health and therapy"]


# ---- the page ----


@pytest.fixture
def asked(client):
    """What the search page says to these parameters."""
    return lambda **params: client.get(reverse("local_offer:search"), params)


def test_the_page_counts_in_words(pages, asked):
    assert "<b>2 pages</b> for “speech”" in asked(q="speech").content.decode()
    assert "<b>1 page</b> for “communication”" in asked(q="communication").content.decode()


def test_nothing_asked_shows_the_subjects(section, asked):
    page = asked().content.decode()
    assert "Or look by subject" in page
    assert section.url in page


def test_nothing_found_leads_on(pages, section, asked):
    page = asked(q="zebra", age="6").content.decode()
    assert "<b>No page</b>" in page
    assert "?q=zebra" in page, "the search without the age"
    assert "Tell us what is missing" in page
    assert section.url in page


def test_a_loosened_search_says_so(pages, asked):
    assert "No page has all of these words" in asked(q="speech trampoline").content.decode()


@pytest.mark.parametrize("age", ["26", "-1", "six", "1e9", "9" * 400])
def test_an_impossible_age_is_named_and_nothing_is_listed(home, asked, age):
    answer = asked(age=age)
    assert answer.status_code == 200
    assert "Give the age as a number from 0 to 25." in answer.content.decode()


def test_results_come_in_pages_that_keep_the_question(pages, asked, monkeypatch):
    monkeypatch.setattr(views, "RESULTS_ON_A_PAGE", 2)
    first, second = (asked(q="therapist", page=page).content.decode() for page in (1, 2))
    assert "<b>3 pages</b>" in first
    assert [title in first for title, _ in PAGES] == [title not in second for title, _ in PAGES]
    assert "?q=therapist&amp;page=2" in first
    assert "?q=therapist&amp;page=1" in second


@pytest.mark.parametrize(
    "query",
    [
        "q=%00",
        "q='%20OR%201=1--",
        "q=%22unclosed",
        "q=<script>alert(1)</script>",
        "q=" + "a" * 5000,
        "q=%26%7C!():*",
        "q=-speech",
        "q=%F0%9F%A6%84",
        "q=%ED%A0%80",
        "need=XYZ",
        "need=ASD&need=ASD&need=%00",
        "age=%D9%A6",
        "page=-1&q=speech",
        "page=banana&q=speech",
        "page=99999999999999999999&q=speech",
        "q=speech%20OR%20OR%20OR",
        "unknown=1",
    ],
)
def test_a_hostile_query_is_answered_calmly(section, client, query):
    answer = client.get(f"{reverse('local_offer:search')}?{query}")
    assert answer.status_code == 200
    assert "<script>alert" not in answer.content.decode()


@pytest.mark.parametrize(("words", "results"), [("communication", 1), ("therapist", 3)])
def test_the_number_of_queries_does_not_grow_with_the_results(
    pages, asked, django_assert_num_queries, words, results
):
    asked(q=words)  # addresses of the site are then in the cache
    with django_assert_num_queries(4):  # how many, which, the site, and the front door for the feedback link
        assert len(asked(q=words).context["results"]) == results
