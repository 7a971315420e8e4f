"""The chart of a monthly plan: bars in proportion, words for who cannot see them, nothing missing drawn as nought."""

import timeit
from dataclasses import replace
from decimal import Decimal as D

import pytest
from bs4 import BeautifulSoup

from portal.design.charts import MonthBars, monthly_chart

NAMES = ["Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Jan", "Feb", "Mar"]
YEAR = [MonthBars(name, D(10_000), D(8_000), None) for name in NAMES]
YEAR[0] = MonthBars("Apr", D(10_000), D(8_000), D(5_000))
YEAR[1] = MonthBars("May", D(10_000), D(8_000), None, waiting=D(6_000))
YEAR[2] = MonthBars("Jun", D(10_000), D(8_000), None, is_missing=True)


def drawn(months, title="LP-1, 2019/20", caption="Source: the register."):
    return BeautifulSoup(monthly_chart(months, title=title, caption=caption), "html.parser")


def heights(page, kind):
    return [float(bar["height"]) for bar in page.find_all("rect", class_=kind)]


def test_bars_are_in_proportion_to_their_amounts():
    page = drawn(YEAR)
    [planned] = set(heights(page, "planned"))
    [forecast] = set(heights(page, "outlook"))
    assert forecast / planned == pytest.approx(0.8, abs=0.001)
    assert heights(page, "delivered")[0] / planned == pytest.approx(0.5, abs=0.001)
    assert heights(page, "waiting")[0] / planned == pytest.approx(0.6, abs=0.001)


def test_a_month_without_an_amount_has_no_bar_and_an_overdue_one_a_cross():
    page = drawn(YEAR)
    assert len(heights(page, "planned")) == 12
    assert len(heights(page, "delivered")) == 1
    assert page.find("path", class_="missing")["d"].count("M") == 1


def test_a_nought_that_was_reported_is_drawn_on_the_axis():
    months = [replace(YEAR[0], delivered=D(0)), *YEAR[1:]]
    assert heights(drawn(months), "delivered") == [0]


def test_the_description_says_every_amount_and_what_is_missing():
    words = drawn(YEAR).desc.text
    assert words.startswith("Bar chart by month. Planned: Apr £10,000, May £10,000,")
    assert "Delivered: Apr £5,000." in words
    assert "Reported, not counted yet: May £6,000." in words
    assert words.endswith("Over, nothing reported: Jun.")


def test_the_key_names_the_marks_in_use_and_no_other():
    page = drawn([replace(month, waiting=None, is_missing=False) for month in YEAR])
    assert [item.text for item in page.find("ul", class_="key").find_all("li")] == [
        "Planned",
        "Forecast",
        "Delivered",
    ]
    assert page.find(class_="key-missing") is None


def test_title_description_and_caption_are_tied_to_the_drawing():
    page = drawn(YEAR)
    title, description = (page.find(id=part) for part in page.svg["aria-labelledby"].split())
    assert (title.text, description.name) == ("LP-1, 2019/20", "desc")
    assert page.figcaption.text == "Source: the register."


@pytest.mark.parametrize(
    "months", [[], [MonthBars("Apr", None, None, None)], [MonthBars("Apr", D(0), D(0), None)]]
)
def test_without_an_amount_there_are_words_instead_of_a_drawing(months):
    page = drawn(months)
    assert page.svg is None
    assert page.find(class_="empty").text == "Nothing is planned or reported for these months yet."


def test_anything_with_the_attributes_of_a_month_can_be_drawn():
    class Row:
        label, planned, forecast, delivered, waiting, is_missing = "Apr", D(1), D(1), None, None, False

    assert heights(drawn([Row()]), "planned")


def test_nothing_a_person_typed_becomes_markup():
    hostile = "</title><script>alert('x')</script>\"&"
    months = [replace(YEAR[0], label=hostile)]
    html = monthly_chart(months, title=hostile, caption=hostile)
    assert "<script" not in html


def names(months):
    return [text.text for text in drawn(months).find("g", class_="dates").find_all("text")]


def test_months_are_named_where_there_is_room():
    assert names(YEAR[:6]) == NAMES[:6]
    assert names(YEAR) == NAMES[::2]
    assert names([replace(month, label=f"{month.label} 2019") for month in YEAR])[:2] == [
        "Apr 2019",
        "Jul 2019",
    ]


def test_a_year_is_below_6_kb_and_one_millisecond():
    assert len(monthly_chart(YEAR, title="A", caption="B").encode()) < 6000
    calls = timeit.repeat(lambda: monthly_chart(YEAR, title="A", caption="B"), number=1, repeat=400)
    assert min(calls) < 0.001
