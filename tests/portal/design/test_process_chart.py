"""The chart of a process: meaning by shape, limits as far as they are known, and its size."""

from dataclasses import replace

import pytest
from bs4 import BeautifulSoup

from kpis.domain.spc import Note, Signal
from portal.design.charts import kpi_chart
from tests.benchmarks.bench_spc import sixty_months


@pytest.fixture(scope="module")
def series():
    return sixty_months()


def drawn(series):
    return BeautifulSoup(kpi_chart(series), "html.parser")


def count(page, kind, of):
    path = page.find("path", class_=kind)
    return path["d"].count(of) if path else 0


def test_it_stays_below_6_kb(series):
    assert len(kpi_chart(series).encode()) < 6000


def test_each_figure_is_drawn_once_by_its_signal(series):
    page, told = drawn(series), series.process.by_signal
    assert count(page, "hole", "M") == len(told[Signal.COMMON_CAUSE])
    assert count(page, "better", "z") == len(told[Signal.IMPROVEMENT])
    assert count(page, "worse", "z") == count(page, "eye", "M") == len(told[Signal.CONCERN])
    assert count(page, "left-out", "l6 6") == 1
    assert sum(map(len, told.values())) == len(series.points)


def test_each_part_has_its_mean_and_two_limits(series):
    page = drawn(series)
    assert (count(page, "mean", "M"), count(page, "limits", "M")) == (2, 4)
    assert "Process limits and mean in 2 parts." in page.find("desc").text


def test_the_key_names_what_is_drawn_and_nothing_else(series):
    page = drawn(series)
    assert [item["class"][0] for item in page.select(".key li")] == [
        *("key-common", "key-better", "key-worse", "key-left-out", "key-mean", "key-limits", "key-note"),
        *("key-baseline", "key-expected"),
    ]
    assert [item["class"][0] for item in drawn(replace(series, process=None)).select(".key li")] == [
        "key-figure",
        "key-baseline",
        "key-expected",
    ]


def test_the_caption_is_the_sentence_of_the_same_result(series):
    assert drawn(series).find("figcaption").text == series.process.sentence


def test_notes_of_one_period_share_their_upright_and_those_of_neighbours_do_not_cover_each_other(series):
    days = [series.points[place].on for place in (10, 10, 11)]
    notes = tuple(Note(on, number, "Why.") for number, on in enumerate(days, start=1))
    noted = replace(series, process=replace(series.process, notes=notes))
    words = drawn(noted).find("g", class_="notes").find_all("text")
    assert [word.text for word in words] == ["1, 2", "3"]
    assert words[0]["y"] != words[1]["y"]
