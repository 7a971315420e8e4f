"""The bridge page: any two statements, said in a sentence, refused where they are not alike."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from kpis.domain.block import PlacementCategory
from kpis.position.actions import AmountLine, add_scope, correct_statement, record_statement
from kpis.position.queries.bridge import bridge_page
from kpis.published.models import Area
from portal.demo.loading.bridge import load_bridge

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
PAGE = reverse("position:bridge")
CATEGORIES = {
    "special": PlacementCategory.SPECIAL,
    "independent": PlacementCategory.INDEPENDENT,
    "hospital": PlacementCategory.HOSPITAL,
}


@pytest.fixture
def finance(person):
    return person("finance")


@pytest.fixture
def kingston(db):
    return Area.objects.create(name="Kingston", is_ours=True)


@pytest.fixture
def scope(finance):
    return add_scope(name="All schools", words="All.", colleges="included", by=finance, at=NOW)


@pytest.fixture
def state(finance, kingston, scope):
    """`state(2018, special=(10, 1_000))`: a statement with a number of places and pounds in each category."""

    def make(
        year, *, basis="outturn", area=kingston, covers="Placements", counts="places", money=scope, **rows
    ):
        return record_statement(
            area=area,
            financial_year=year,
            basis=basis,
            scope=money,
            coverage=covers,
            amounts=[line(name, *row, counts) for name, row in rows.items()],
            source="Ledger",
            by=finance,
            at=NOW,
        )

    return make


def line(name, volume, pounds, counts="places"):
    return AmountLine(
        line="placements",
        category=CATEGORIES[name],
        amount_gbp=Decimal(pounds),
        volume=volume if volume is None else Decimal(volume),
        volume_words="" if volume is None else counts,
    )


def compare(client, before, after):
    return client.get(PAGE, {"before": before.pk, "after": after.pk})


def text_of(answer):
    return " ".join(BeautifulSoup(answer.content, "html.parser").find("main").get_text(" ").split())


@pytest.fixture
def reader(client_as):
    return client_as("board_member")


# ---- who ----


@pytest.mark.parametrize(("role", "status"), [("board_member", 200), ("finance", 200), ("moderator", 403)])
def test_who_sees_the_board_reads_the_bridge(client_as, role, status):
    assert client_as(role).get(PAGE).status_code == status


# ---- the published example ----


def test_the_published_example_with_its_sentence_and_its_warnings(reader, finance, kingston):
    load_bridge(people={"finance": finance}, at=NOW)
    [(before, after)] = reader.get(PAGE).context["pairs"]
    answer = compare(reader, before, after)
    text = text_of(answer)
    assert (
        "Cost rose by £3.08m: £0.14m because there were 3 more plans, £2.94m because each cost more." in text
    )
    # 3 x £6,699,605 / 142 = £141,540.95; £9,777,350 - £6,699,605 = £3,077,745
    parts = {row.part.value: row.amount for row in answer.context["page"].parts}
    assert parts["volume"] == Decimal("141540.95")
    assert sum(parts.values()) == Decimal(3_077_745)
    for said in (
        "Which schools the money covers is not stated",
        "non-maintained and independent special schools only",
        "142 plans count special schools only; with independent mainstream schools there are 158.",
        "145 plans count special schools only; with independent mainstream schools there are 172.",
        "Places counted on one day stand beside the money of a whole financial year",
        "inflation between 2018/19 and 2021/22 is part of the price",
    ):
        assert said in text


def test_the_chart_stands_beside_its_table(reader, state):
    page = compare(
        reader, state(2018, special=(10, 1_000)), state(2019, special=(12, 1_500))
    ).content.decode()
    assert "<desc" in page
    assert (
        "Final outturn 2018/19: £1,000. Volume: £200 more. Price: £300 more. Final outturn 2019/20: £1,500."
        in page
    )
    assert "£1,500.00" in page


# ---- kinds of comparison ----


def test_budget_and_outturn_of_a_year_are_named_and_warned_about(reader, state):
    budget, outturn = state(2019, basis="budget", special=(10, 1_000)), state(2019, special=(10, 1_200))
    text = text_of(compare(reader, budget, outturn))
    assert "Final outturn 2019/20 is £200 more than Budget 2019/20: £200 because each cost more." in text
    assert "Budget 2019/20 is budget, Final outturn 2019/20 is final outturn" in text


def test_a_comparator_is_named_and_warned_about(reader, state):
    other = Area.objects.create(name="Elsewhere")
    text = text_of(
        compare(reader, state(2019, special=(10, 1_000)), state(2019, area=other, special=(5, 400)))
    )
    assert "Elsewhere: Final outturn 2019/20 is £600 less than Kingston: Final outturn 2019/20" in text
    assert "Kingston and Elsewhere keep accounts of their own" in text


def test_categories_that_are_new_gone_or_without_a_number_say_so(reader, state):
    before = state(2018, special=(10, 1_000), independent=(4, 800))
    after = state(2019, special=(10, 1_000), hospital=(2, 500))
    rows = {row.name: row.words for row in compare(reader, before, after).context["page"].categories}
    assert rows == {
        CATEGORIES["special"]: "",
        CATEGORIES["independent"]: "gone",
        CATEGORIES["hospital"]: "new",
    }


def test_a_number_that_is_missing_is_not_nought(reader, state):
    before = state(2018, special=(10, 1_000), independent=(None, 800))
    after = state(2019, special=(10, 1_000), independent=(5, 900))
    answer = compare(reader, before, after)
    parts = {row.part.value: row.amount for row in answer.context["page"].parts}
    assert (parts["new"], parts["without_places"]) == (0, 100)
    assert "not known" in text_of(answer)
    assert f"There is no number for {PlacementCategory.INDEPENDENT}" in text_of(answer)


def test_schools_that_became_academies_stay_in_their_category(finance, kingston, scope):
    def make(year, sector):
        return record_statement(
            area=kingston,
            financial_year=year,
            basis="outturn",
            scope=scope,
            amounts=[
                AmountLine(
                    line="placements",
                    category=PlacementCategory.SPECIAL,
                    sector=sector,
                    amount_gbp=Decimal(100),
                    volume=Decimal(1),
                    volume_words="places",
                )
            ],
            source="Ledger",
            by=finance,
            at=NOW,
        )

    page = bridge_page(make(2018, "maintained"), make(2019, "academy"))
    assert page.change == 0
    assert {row.amount for row in page.parts} == {0}


# ---- refusals and states ----


def test_two_funding_scopes_are_not_compared(reader, state, finance):
    narrow = add_scope(name="Without colleges", words="No colleges.", colleges="left_out", by=finance, at=NOW)
    before, after = state(2018, special=(1, 1)), state(2019, money=narrow, special=(1, 2))
    answer = compare(reader, before, after)
    assert "These two are not compared" in text_of(answer)
    assert "further education colleges" in text_of(answer)
    assert answer.context["page"].parts == ()


def test_two_parts_of_the_block_are_not_compared(reader, state):
    answer = compare(reader, state(2018, special=(1, 1)), state(2019, covers="Top-ups", special=(1, 2)))
    assert "These two are not compared" in text_of(answer)


def test_nothing_to_compare_says_so(reader):
    assert "No statement has numbers of places yet" in text_of(reader.get(PAGE))


def test_one_statement_alone_says_so(reader, state):
    state(2018, special=(1, 1))
    assert "There is only one statement with numbers of places" in text_of(reader.get(PAGE))


def test_statements_without_numbers_are_not_offered(reader, state):
    state(2018, special=(None, 1))
    assert "No statement has numbers of places yet" in text_of(reader.get(PAGE))


@pytest.mark.parametrize(
    ("chosen", "words"),
    [
        ({}, "Alike in all but the year"),
        ({"before": "", "after": ""}, "Choose the statement to compare from."),
        ({"before": "first"}, "Choose the statement to compare to."),
        ({"before": "first", "after": "first"}, "Choose two different statements"),
        ({"before": "first", "after": "99999"}, "This statement is not there any more"),
        ({"before": "' OR 1=1", "after": "\x00"}, "This statement is not there any more"),
    ],
    ids=["nothing", "empty", "one", "the same", "unknown", "nonsense"],
)
def test_what_is_missing_or_wrong_is_said(reader, state, chosen, words):
    first, _ = state(2018, special=(1, 1)), state(2019, special=(1, 2))
    asked = {name: first.pk if value == "first" else value for name, value in chosen.items()}
    answer = reader.get(PAGE, asked)
    assert answer.status_code == 200
    assert words in text_of(answer)


def test_a_corrected_statement_is_not_offered_any_more(reader, state, finance):
    first, second = state(2018, special=(1, 1)), state(2019, special=(1, 2))
    correct_statement(
        statement=first,
        amounts=[line("special", 1, 3)],
        reason="Typed wrongly",
        source="Ledger",
        by=finance,
        at=NOW,
    )
    assert "not there any more" in text_of(compare(reader, first, second))


def test_the_page_takes_as_many_queries_for_many_amounts_as_for_one(
    reader, state, django_assert_max_num_queries
):
    one, other = state(2018, special=(1, 1)), state(2019, special=(1, 2))
    with django_assert_max_num_queries(30) as few:
        compare(reader, one, other)
    rows = dict.fromkeys(CATEGORIES, (2, 5))
    many, others = state(2020, **rows), state(2021, **rows)
    with django_assert_max_num_queries(30) as more:
        compare(reader, many, others)
    assert len(more) == len(few)
