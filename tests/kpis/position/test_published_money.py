"""Published amounts carried into a statement: what is filled in, what a person has to say, what is left out."""

from decimal import Decimal

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from kpis.position.models import Statement
from kpis.published.models import PublishedValue, Topic
from tests.kpis.position.conftest import RECORDED

D = Decimal
PAGE, RECORD = reverse("position:published"), reverse("position:record", args=["statement"])


@pytest.fixture
def finance(client_as, officer):
    return client_as(officer)


@pytest.fixture
def publish(area, officer):
    """`publish("Place funding", 5_309_667)`: of 2021/22, budget, in pounds."""
    topic = Topic.objects.create(name="High needs spending", is_for_board=False)

    def make(measure, value, **changes):
        given = {
            "topic": topic,
            "area": area,
            "period_words": "2021/22",
            "as_printed": str(value),
            "unit": "pounds",
            "basis": "budget",
            "source": "DfE, High needs benchmarking",
            "known_from": RECORDED,
            "loaded_by": officer,
            "loaded_at": RECORDED,
        }
        return PublishedValue.objects.create(measure=measure, value=value, **given | changes)

    return make


def form_of(client, *values):
    answer = client.get(RECORD, {"value": [value.pk for value in values]})
    return answer.context["form"]


def rows_of(form):
    rows = [[field.value() for field in row] for row in form.rows]
    return [(line, label, amount) for line, label, _, _, amount, *_ in rows if label]


def test_a_publication_stands_together_with_its_year_and_basis(finance, publish, make_statement):
    publish("Place funding", 5_309_667, coverage="places in academies included")
    publish("Place funding", 811_932, basis="outturn")
    publish("Rebased population", 40_000, unit="count")
    publish("Place funding", 1, period_words="January 2021")
    page = finance.get(PAGE)
    assert [(g.year_label, g.basis, len(g.values)) for g in page.context["publications"]] == [
        ("2021/22", "budget", 1),
        ("2021/22", "outturn", 1),
    ]
    text = BeautifulSoup(page.content, "html.parser").main.get_text(" ")
    assert "£5,309,667" in text
    assert "places in academies included" in text


def test_what_was_published_fills_the_form_and_a_person_says_the_scope(finance, publish, scope):
    places = publish("Place funding", 5_309_667, coverage="places in academies included")
    therapies = publish("Therapies and other health related services", D("20500.5"))
    form = form_of(finance, places, therapies)
    assert {name: form[name].value() for name in ("financial_year", "basis", "unit", "source", "scope")} == {
        "financial_year": 2021,
        "basis": "budget",
        "unit": "pounds",
        "source": "DfE, High needs benchmarking",
        "scope": None,
    }
    assert form["note"].value() == "In the source: places in academies included."
    assert rows_of(form) == [
        ("place_funding", "Place funding", "5,309,667"),
        ("therapies", "Therapies and other health related services", "20,500.5"),
    ]
    typed = {name: form[name].value() or "" for name in form.fields} | {
        "coverage": "Two lines",
        "scope": scope.pk,
    }
    stored = finance.post(f"{RECORD}?value={places.pk}&value={therapies.pk}", typed)
    assert stored.url == reverse("position:year", args=[2021])
    statement = Statement.objects.get()
    assert sum(statement.amounts.values_list("amount_gbp", flat=True)) == D("5330167.50")
    [group] = finance.get(PAGE).context["publications"]
    assert group.statement == statement


def test_without_a_scope_nothing_is_recorded_and_what_was_filled_in_stays(finance, publish):
    places = publish("Place funding", 5_309_667)
    form = form_of(finance, places)
    typed = {name: form[name].value() or "" for name in form.fields}
    answer = finance.post(f"{RECORD}?value={places.pk}", typed)
    assert answer.context["form"].errors["scope"] == ["Choose the funding scope."]
    assert "5,309,667" in answer.content.decode()
    assert not Statement.objects.exists()


def test_a_part_is_left_out_where_its_whole_is_taken(finance, publish):
    whole = publish("Place funding", 100)
    part = publish("Place funding: primary schools", 60)
    everything = publish("Spending on special places, all", 90)
    some = publish("Spending on special places, state-funded", 30)
    assert [label for _, label, _ in rows_of(form_of(finance, whole, part, everything, some))] == [
        "Place funding",
        "Spending on special places, all",
    ]
    assert [label for _, label, _ in rows_of(form_of(finance, part, some))] == [
        "Place funding: primary schools",
        "Spending on special places, state-funded",
    ]


def test_amounts_per_head_say_of_whom(finance, publish):
    each = publish("Place funding, per head aged 2 to 18", D("140.25"), unit="pounds per head")
    form = form_of(finance, each)
    assert (form["unit"].value(), form["per_whom"].value()) == ("per_head", "people aged 2 to 18")
    assert rows_of(form) == [("place_funding", "Place funding", "140.25")]


def test_values_of_two_publications_or_of_nobody_start_an_empty_form(finance, publish):
    one, other = publish("Place funding", 1), publish("Place funding", 2, basis="outturn")
    assert rows_of(form_of(finance, one, other)) == []
    assert finance.get(RECORD, {"value": ["x", "9" * 30, "0"]}).status_code == 200


def test_a_basis_that_is_none_of_ours_is_kept_in_the_words_of_the_source(finance, publish):
    form = form_of(
        finance, publish("High Needs Block", 100, basis="allocation", coverage="before deductions")
    )
    assert form["note"].value() == "In the source: allocation; before deductions."


def test_without_publications_the_page_says_so(finance, area):
    assert "Nothing published in pounds is loaded" in finance.get(PAGE).content.decode()
