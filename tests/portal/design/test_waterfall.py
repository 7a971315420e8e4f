"""A waterfall says every step in words, and its bars begin where the one before ended."""

import timeit
from decimal import Decimal as D

import pytest
from bs4 import BeautifulSoup

from portal.design.charts import WaterfallStep, waterfall_chart

STEPS = (
    WaterfallStep("2018/19", D(600), is_whole=True),
    WaterfallStep("Volume", D(300)),
    WaterfallStep("Price", D(-150)),
    WaterfallStep("2021/22", D(750), is_whole=True),
)
HOSTILE = "</title><script>alert('x')</script>\"&"


def drawn(steps=STEPS):
    return BeautifulSoup(waterfall_chart(steps, title="What changed", caption="It rose."), "html.parser")


def bars(page):
    return [(rect["class"][0], float(rect["x"]), float(rect["width"])) for rect in page.find_all("rect")]


def test_it_has_a_title_every_step_in_its_description_and_a_caption():
    page = drawn()
    title, description = (page.find(id=part).text for part in page.svg["aria-labelledby"].split())
    assert title == "What changed"
    assert description == "Bar chart. 2018/19: £600. Volume: £300 more. Price: £150 less. 2021/22: £750."
    assert page.figcaption.text == "It rose."


def test_bars_stand_where_the_one_before_ended():
    (_, start, whole), (_, volume, up), (_, price, down), (_, _, after) = bars(drawn())
    assert volume == pytest.approx(start + whole, abs=0.2)
    assert price + down == pytest.approx(volume + up, abs=0.2)
    assert start + after == pytest.approx(price, abs=0.2)
    assert whole / after == pytest.approx(600 / 750, abs=0.01)


def test_what_raises_and_what_lowers_have_shapes_of_their_own_and_the_key_names_those_in_use():
    page = drawn()
    assert [kind for kind, *_ in bars(page)] == ["whole", "more", "less", "whole"]
    assert [item.text for item in page.find(class_="key").find_all("li")] == [
        "Cost",
        "Raised it",
        "Lowered it",
    ]
    rising = drawn(STEPS[:2])
    assert [item.text for item in rising.find(class_="key").find_all("li")] == ["Cost", "Raised it"]


def test_a_step_below_nought_is_drawn_inside_the_drawing():
    page = drawn((WaterfallStep("A", D(100), is_whole=True), WaterfallStep("B", D(-400))))
    assert all(x >= 0 and x + width <= 400 for _, x, width in bars(page))


def test_a_step_of_nothing_says_so_and_has_no_bar():
    page = drawn((*STEPS[:1], WaterfallStep("Mix", D(0))))
    assert len(bars(page)) == 1
    assert "Mix: no change." in page.desc.text


def test_nothing_at_all_is_a_sentence():
    page = drawn((WaterfallStep("A", D(0), is_whole=True),))
    assert page.find("svg") is None
    assert page.text == "Nothing to draw: What changed."


def test_nothing_a_person_typed_becomes_markup():
    html = waterfall_chart([WaterfallStep(HOSTILE, D(1), is_whole=True)], title=HOSTILE, caption=HOSTILE)
    assert "<script" not in html


def test_it_is_below_6_kb_and_a_millisecond():
    def draw():
        return waterfall_chart(
            [STEPS[0], *STEPS[1:3] * 3, STEPS[3]], title="What changed", caption="It rose."
        )

    assert len(draw().encode()) < 6000
    assert min(timeit.repeat(draw, number=1, repeat=400)) < 0.001
