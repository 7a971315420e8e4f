import pytest
from django.core.paginator import Paginator


@pytest.mark.parametrize(
    ("value", "kind", "words"),
    [
        ("on_track", "on-track", "On track"),
        ("at_risk", "at-risk", "At risk"),
        ("off_track", "off-track", "Off track"),
        ("not_rated", "not-rated", "Not rated"),
        (None, "not-rated", "Not rated"),
    ],
)
def test_a_rating_is_a_word_with_a_shape(render, value, kind, words):
    tag = render("{% rating value %}", {"value": value}).strong
    assert tag.text == words
    assert tag["class"] == ["tag", kind]


def test_what_is_no_rating_is_refused(render):
    with pytest.raises(KeyError):
        render('{% rating "splendid" %}')


def test_a_tag_escapes_its_words(render):
    assert render("{% tag 'info' words %}", {"words": "<i>x</i>"}).strong.text == "<i>x</i>"


def test_a_statement_says_what_the_number_is_judged_against_and_where_it_is_from(render):
    page = render('{% statement "Deficit" "£14m" "10.3% of the grant" "2018/19, reported" "off_track" %}')
    assert [p.text for p in page.find_all("p")] == [
        "Deficit",
        "£14m",
        "10.3% of the grant",
        "2018/19, reported",
    ]
    assert "off-track" in page.div["class"]


def test_breadcrumbs_end_at_this_page(render):
    page = render('{% breadcrumbs "Board" "/board/" "Savings" %}')
    assert page.a["href"] == "/board/"
    assert page.find(attrs={"aria-current": "page"}).text == "Savings"


def test_facts_are_terms_and_their_values(render):
    page = render("{% facts pairs %}", {"pairs": [("Source", "Census <2019>"), ("Due", "31 January")]})
    assert [(d.dt.text, d.dd.text) for d in page.find_all("div")] == [
        ("Source", "Census <2019>"),
        ("Due", "31 January"),
    ]


def test_progress_is_said_in_words_beside_the_bar(render):
    page = render('{% progress_bar 120 300 "KPIs recomputed" %}')
    assert page.progress["value"] == "120"
    assert page.progress["max"] == "300"
    assert page.p.text == "120 of 300 KPIs recomputed"


def test_nothing_to_do_is_no_broken_bar(render):
    assert render('{% progress_bar 0 0 "parts done" %}').progress["max"] == "1"


def test_pagination_keeps_the_rest_of_the_question(render):
    page = Paginator(range(90), 10).page(2)
    shown = render("{% pagination page %}", {"page": page}, path="/feedback/queue/?state=new&page=2")
    assert [a["href"] for a in shown.find_all("a")] == ["?state=new&page=1", "?state=new&page=3"]
    assert "Page 2 of 9" in shown.text


def test_a_single_page_has_no_pagination(render):
    page = Paginator(range(5), 10).page(1)
    assert render("{% pagination page %}", {"page": page}).find("nav") is None


def test_a_file_is_found_before_and_after_files_are_collected(render):
    assert render("{% asset 'design/portal.css' %}").text.startswith("/static/design/portal")
