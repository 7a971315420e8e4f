"""The chart of the coming years: three lines, the line of balance, words for what is owed."""

import timeit
from decimal import Decimal as D

from bs4 import BeautifulSoup

from portal.design.charts import PositionYear, position_chart

HOSTILE = "</title><script>alert('x')</script>\"&"
M = 1_000_000
YEARS = [
    PositionYear("2019/20", D(-5 * M), D(-5 * M), D(-5 * M)),
    PositionYear("2020/21", D(-7 * M), D(-4 * M), D("-5500000")),
    PositionYear("2021/22", D(-9 * M), D(1 * M), D(-4 * M)),
]


def drawn(years=YEARS, **words):
    html = position_chart(years, **{"title": "In-year balance", "caption": "Source: finance", **words})
    return BeautifulSoup(html, "html.parser")


def test_it_says_in_words_what_it_draws_and_a_deficit_is_a_word():
    page = drawn()
    assert page.desc.text == (
        "Line chart. If nothing is done: 2019/20 £5m deficit, 2021/22 £9m deficit. "
        "If every initiative brings its forecast: 2019/20 £5m deficit, 2021/22 £1m surplus. "
        "With what is counted on, by stage: 2019/20 £5m deficit, 2021/22 £4m deficit."
    )
    assert "−" not in page.text
    assert page.figcaption.text == "Source: finance"


def test_the_key_names_the_three_lines():
    assert [li.text for li in drawn().find_all("li")] == [
        "If nothing is done",
        "If every initiative brings its forecast",
        "With what is counted on, by stage",
    ]


def test_deficits_stand_below_the_line_of_balance_and_surpluses_above():
    page = drawn()
    balance = float(page.select_one("g.dates path")["d"].split(" ")[1].split("H")[0])
    line = page.find("path", class_="line")["d"].removeprefix("M")
    heights = [float(point.split(" ")[1]) for point in line.split("L")]
    assert heights[0] > balance > heights[2]
    assert {"£10m deficit", "£5m surplus"} <= {text.text for text in page.find_all("text")}


def test_without_a_surplus_there_is_no_side_for_it():
    assert "surplus" not in " ".join(text.text for text in drawn(YEARS[:2]).find_all("text"))


def test_every_year_has_its_name_below():
    texts = [text.text for text in drawn().find_all("text")]
    assert [text for text in texts if text in {"2019/20", "2020/21", "2021/22"}] == [
        "2021/22",
        "2020/21",
        "2019/20",
    ]


def test_one_year_alone_and_years_in_balance_can_be_drawn():
    nought = PositionYear("2019/20", D(0), D(0), D(0))
    assert "in balance" in drawn([nought]).desc.text


def test_no_years_are_said_to_be_none():
    assert drawn([]).text == "No years to draw: In-year balance."


def test_nothing_a_person_typed_becomes_markup():
    page = drawn([PositionYear(HOSTILE, D(1), D(1), D(1))], title=HOSTILE, caption=HOSTILE)
    assert page.find("script") is None


def test_five_years_are_below_6_kb_and_two_milliseconds():
    years = [PositionYear(f"20{n}/{n + 1}", D(-n * M), D(-n * M // 2), D(-n * M // 3)) for n in range(19, 24)]
    draw = lambda: position_chart(years, title="x", caption="y")  # noqa: E731
    assert len(draw().encode()) < 6000
    assert min(timeit.repeat(draw, number=1, repeat=200)) < 0.002
