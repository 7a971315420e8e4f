"""Finding: words, their synonyms and misspellings, what narrows, and never a dead end."""

from datetime import date

import pytest
from django.urls import reverse

from portal.local_offer.models import AlternativeFormat, Heading, SearchTerm
from portal.local_offer.places import place_of
from portal.local_offer.queries.finding import Search, find
from portal.local_offer.views import finding as views

PAGES = [
    (
        "Speech and language help",
        {
            "summary": "Talking and understanding.",
            "needs": ["SLCN"],
            "age_to": 7,
            "postcode": "KT1",
            "cost_kind": "free",
            "days": ["tue"],
            "access": ["step_free", "toilet"],
        },
    ),
    (
        "Autism support",
        {
            "summary": "Help with speech for autistic young people.",
            "needs": ["ASD"],
            "postcode": "TW9",
            "category": "advice",
            "cost_kind": "paid",
            "access": ["toilet"],
        },
    ),
    ("Short breaks", {"summary": "Time off for carers.", "age_from": 5, "age_to": 18, "area": "outside"}),
]


@pytest.fixture
def pages(add_page, service):
    return [add_page(service(title=title, **facts)) for title, facts in PAGES]


def titles(words="", **asked):
    return [entry.title for entry in find(Search(words=words, **asked)).entries]


def test_the_best_match_comes_first_whatever_the_form_of_the_words(pages):
    assert titles("speech") == ["Speech and language help", "Autism support"], "name before summary"
    assert titles("SPEECH") == titles("speech") == titles("speeches")
    assert titles("communication") == ["Speech and language help"], "needs by their names"
    assert titles("speech autistic") == ["Autism support"], "all words"
    for words in ("Example Therapies", "therapist", "lives here"):
        assert len(titles(words)) == 3, "provider and text"
    assert titles("speech help for my child") == titles("speech"), "words around it need not be there"


def test_a_synonym_finds_the_page_of_the_other_word(pages):
    for words in ("SALT", "SLT", "speech and language therapist", "salt for my son"):
        assert titles(words)[0] == "Speech and language help", words


def test_a_misspelt_word_is_read_as_ours_and_said_so(pages, asked):
    assert titles("autisum") == ["Autism support"]
    assert find(Search(words="autisum speach")).corrected == {"autisum": "autism", "speach": "speech"}
    assert "We looked for “autism” instead of “autisum”." in asked(q="autisum").content.decode()


def test_a_search_that_finds_nothing_is_tried_with_any_of_its_words(pages):
    found = find(Search(words="speech trampoline"))
    assert found.loosened
    assert not found.found_all_words
    assert found.entries[0].title == "Speech and language help"


DAY = date(2026, 11, 1)
BOTH, BREAKS = {"Speech and language help", "Autism support"}, "Short breaks"


NARROWED = [
    ({"age": 4}, BOTH),
    ({"age": 5}, BOTH | {BREAKS}),
    ({"age": 7}, BOTH | {BREAKS}),
    ({"age": 8}, {"Autism support", BREAKS}),
    ({"age": 19}, {"Autism support"}),
    ({"need": ("SLCN",)}, {"Speech and language help", BREAKS}),
    ({"need": ("SLCN", "ASD")}, BOTH | {BREAKS}),
    ({"category": ("health",)}, {"Speech and language help", BREAKS}),
    ({"cost": ("free", "paid")}, BOTH),
    ({"day": ("tue", "wed")}, {"Speech and language help"}),
    ({"access": ("step_free", "toilet")}, BOTH),
    ({"area": ("outside",)}, {BREAKS}),
    ({"cost": ("free", "paid"), "age": 8}, {"Autism support"}),
    ({"access": ("toilet",), "day": ("tue",), "need": ("ASD",)}, set()),
    ({"words": "speech", "age": 8, "need": ("ASD",)}, {"Autism support"}),
]


def test_parts_narrow_together_and_choices_of_one_part_widen_it(pages):
    for asked, expected in NARROWED:
        assert set(titles(**asked)) == expected, asked


def test_counts_say_what_one_more_choice_would_find(pages):
    found = find(Search(need=("ASD",), cost=("paid",)))
    assert found.total == 1
    assert found.counts["need"] == {**dict.fromkeys(found.counts["need"], 0), "ASD": 1}, "paid, for each need"
    assert found.counts["cost"] == {"free": 0, "paid": 1, "mixed": 0}, "for autism, at each cost"
    assert found.without == {"need": 1, "cost": 2}


def test_near_a_postcode_the_distance_counts(pages):
    near_richmond = find(Search(words="speech", place=place_of("TW9")))
    assert [round(entry.miles) for entry in near_richmond.entries] == [
        4,
        0,
    ]  # name before summary, half as good
    assert titles("speech", place=place_of("TW9"), order="near") == [
        "Autism support",
        "Speech and language help",
    ]
    assert titles(place=place_of("KT1")) == ["Speech and language help", "Autism support", "Short breaks"]
    assert set(titles(place=place_of("TW9"), within=2)) == {"Autism support", "Short breaks"}, (
        "and what has no place"
    )


def test_a_page_is_found_by_its_language_or_form(add_page, guidance):
    """As somebody types who reads no English, or not well: the language in English, in itself, the form by its name."""
    page = guidance(title="School help")
    page.alternative_formats = [
        AlternativeFormat(
            kind="translation",
            language="pl",
            title="Pomoc w szkole",
            address="https://e.example/",
            made_from=DAY,
        ),
        AlternativeFormat(
            kind="easyread", title="Easy school help", address="https://e.example/", made_from=DAY
        ),
    ]
    add_page(page)
    for words in ("Polish", "Polski", "pomoc w szkole", "easy read", "EasyRead"):
        assert titles(words) == ["School help"], words


def test_a_section_is_found_by_its_name(section):
    assert titles("therapy") == ["Health and therapy"]


# ---- the page ----


@pytest.fixture
def asked(client):
    """What the search page says to these parameters."""
    return lambda **params: client.get(reverse("local_offer:search"), params)


def test_age_and_postcode_are_read_out_of_the_words_said_and_removable(pages, asked):
    answer = asked(q="speech and language help for a 6 year old near KT1")
    page = answer.content.decode()
    assert "<b>1 page</b> for “speech and language help”, Age 6, Near KT1." in page
    assert "from your words" in page
    assert [chip.without for chip in answer.context["form"].chips] == [
        "/local-offer/search/?q=speech+and+language+help&postcode=KT1",
        "/local-offer/search/?q=speech+and+language+help&age=6",
    ]
    assert "a mile or less from KT1" in page
    assert "Age 8" in asked(q="speech for a 6 year old", age="8").content.decode(), "what a field says counts"


def test_each_choice_is_shown_with_its_count_and_can_be_removed(pages, asked):
    answer = asked(q="therapist", need="ASD", cost="paid")
    page = answer.content.decode()
    assert 'name="cost" value="free"' not in page, "which would find nothing"
    assert 'id="id_cost_paid" checked' in page
    assert "/local-offer/search/map.json?q=therapist&amp;need=ASD&amp;cost=paid" in page
    assert 'Costs money <span class="muted">(1)</span>' in page
    assert [chip.without for chip in answer.context["form"].chips] == [
        "/local-offer/search/?q=therapist&cost=paid",
        "/local-offer/search/?q=therapist&need=ASD",
    ]


def test_nothing_asked_shows_the_subjects(section, asked):
    page = asked().content.decode()
    assert "Or look by subject" in page
    assert section.url in page


def test_nothing_found_leads_on(pages, section, asked):
    page = asked(q="autistic", age="3", day="mon").content.decode()
    assert "<b>No page</b>" in page
    assert "/local-offer/search/?q=autistic&amp;age=3" in page, "the same without the day"
    page = asked(q="zebra").content.decode()
    assert "Tell us what is missing" in page
    assert section.url in page


def test_nothing_found_leads_to_the_nearest_heading(add_page, service, asked):
    heading = Heading.objects.get(code="mainstream-schools")
    add_page(service(headings=[heading.code]))
    page = asked(q="academies abroad").content.decode()
    assert f"?heading={heading.code}" in page
    assert "<b>1 page</b>" in asked(heading=heading.code).content.decode()


def test_what_is_looked_for_is_counted_and_who_looks_is_not(pages, asked):
    for words in ("speech", "Speech for a 6 year old near KT1 1EU", "zebra", "zebra Oliver 07700900123"):
        asked(q=words)
    asked(q="speech", need="ASD")  # a filter asks nothing new
    asked(q="speech", page="1")
    counted = SearchTerm.objects.order_by("term").values_list("term", "searches", "found_nothing")
    assert list(counted) == [("speech", 2, 0), ("zebra", 2, 2)]


def test_an_impossible_age_or_postcode_is_named_and_nothing_is_listed(home, asked):
    for age in ("26", "-1", "six", "1e9", "9" * 400):
        assert "Give the age as a number from 0 to 25." in asked(age=age).content.decode()
    answer = asked(postcode="ZZ99")
    assert answer.status_code == 200
    assert "We do not know the postcode “ZZ99”." in answer.content.decode()


def test_results_come_in_pages_that_keep_the_question(pages, asked, monkeypatch):
    monkeypatch.setattr(views, "RESULTS_ON_A_PAGE", 2)
    first, second = (asked(q="therapist", page=page).content.decode() for page in (1, 2))
    assert "<b>3 pages</b>" in first
    assert [title in first for title, _ in PAGES] == [title not in second for title, _ in PAGES]
    assert "?q=therapist&amp;page=2" in first
    assert "?q=therapist&amp;page=1" in second


def test_too_many_searches_from_one_address_are_refused_for_a_minute(home, asked, settings):
    settings.SEARCHES_A_MINUTE = 2
    assert [asked(q="speech").status_code for _ in range(3)] == [200, 200, 429]
    assert "Please wait a minute" in asked(q="speech").content.decode()


HOSTILE = [
    "q=%00",
    "q='%20OR%201=1--",
    "q=%22unclosed",
    "q=<script>alert(1)</script>",
    "q=" + "a" * 5000,
    "q=" + "a+" * 99,
    "q=%26%7C!():*",
    "q=-speech",
    "q=for+a+the",
    "q=%F0%9F%A6%84",
    "q=%ED%A0%80",
    "q=speech+for+a+99999999999999999999+year+old",
    "need=XYZ",
    "need=ASD&need=ASD&need=%00",
    "heading='--",
    "heading=no-such-heading",
    "age=%D9%A6",
    "postcode=%00",
    "postcode=<script>alert(1)</script>",
    "within=1e9&postcode=KT1",
    "within=-1",
    "order=;drop",
    "page=-1&q=speech",
    "page=banana&q=speech",
    "page=99999999999999999999&q=speech",
    "q=speech%20OR%20OR%20OR",
    "unknown=1",
]


def test_a_hostile_query_is_answered_calmly(section, client):
    for query in HOSTILE:
        answer = client.get(f"{reverse('local_offer:search')}?{query}")
        assert answer.status_code == 200, query
        assert "<script>alert" not in answer.content.decode(), query


@pytest.mark.parametrize(("words", "results"), [("communication", 1), ("therapist", 3)])
def test_the_number_of_queries_does_not_grow_with_the_results(
    pages, asked, django_assert_num_queries, words, results
):
    asked(q="zebra", need="ASD", page=1)  # addresses of the site, synonyms and columns are then kept
    with django_assert_num_queries(4):  # words, results, the site, the front door for the feedback link
        assert len(asked(q=words, area="local", page=1).context["results"]) == min(results, 2)
    with django_assert_num_queries(3):  # the same words narrowed: PostgreSQL need not look for them again
        asked(q=words, need="SLCN", page=1)
