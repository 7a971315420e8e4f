"""Charts say in words what they draw, and draw nothing that is not known."""

import re
import timeit
from dataclasses import replace
from datetime import date
from decimal import Decimal as D

import pytest
from bs4 import BeautifulSoup

from kpis.domain.series import Series, SeriesPoint
from portal.design.charts import SavingsRow, kpi_chart, savings_chart, sparkline
from portal.design.charts.scale import tick_labels, ticks

HOSTILE = "</title><script>alert('x')</script>\"&"


def census(year, value, **marks):
    """A January census figure, in per cent."""
    shown = f"{value}%" if value else "not available"
    return SeriesPoint(f"Jan {year}", date(year, 1, 17), D(value) if value else None, shown, **marks)


# Kingston's plans in independent and non-maintained schools, January 2014, 2016 and 2019.
FIGURES = (census(2014, "16.9"), census(2016, "17.6"), census(2019, "13.6"))
SERIES = Series("Plans in independent schools", "per cent", FIGURES, summary="13.6% in January 2019.")


def months(count):
    """A series of monthly figures that moves up and down."""
    points = []
    for n in range(count):
        on, value = date(2015 + n // 12, n % 12 + 1, 28), 1000 + n * 37 % 91
        points.append(SeriesPoint(f"{on:%b %Y}", on, D(value), f"{value:,}"))
    return Series(
        "Sixty months",
        "days",
        tuple(points),
        baseline=points[0],
        expected=((points[0].on, D(1000)), (points[-1].on, D(1100))),
        range_low=D(1010),
        range_high=D(1080),
        summary="Up and down.",
    )


def quickest(call):
    """Seconds of the least disturbed of many calls, so that a busy machine does not decide."""
    return min(timeit.repeat(call, number=1, repeat=400))


def drawn(series):
    return BeautifulSoup(kpi_chart(series), "html.parser")


def places(page, kind):
    """The points of a path, left to right: [(x, y), ...]."""
    paths = page.find_all("path", class_=kind)
    return [(float(x), float(y)) for p in paths for x, y in re.findall(r"([\d.]+) ([\d.]+)", p["d"])]


@pytest.mark.parametrize("draw", [kpi_chart, sparkline])
def test_a_chart_of_sixty_points_is_below_6_kb_and_one_millisecond(draw):
    series = months(60)
    assert len(draw(series).encode()) < 6000
    assert quickest(lambda: draw(series)) < 0.001


def test_the_savings_of_six_workstreams_and_their_total_are_below_6_kb_and_one_millisecond():
    amounts = (D(900000), D(420000), D(380000), D(120000))
    rows = [SavingsRow("Early intervention and transition", *amounts, href="/workstreams/early/")] * 7
    assert len(savings_chart(rows, caption="2019/20").encode()) < 6000
    assert quickest(lambda: savings_chart(rows, caption="2019/20")) < 0.001


def test_nothing_a_person_typed_becomes_markup():
    point = replace(FIGURES[0], label=HOSTILE, text=HOSTILE)
    series = Series(HOSTILE, HOSTILE, (point,), baseline=point, summary=HOSTILE)
    row = SavingsRow(HOSTILE, D(1), D(1), D(1), D(1), href=HOSTILE)
    for html in (kpi_chart(series), sparkline(series), savings_chart([row], caption=HOSTILE)):
        page = BeautifulSoup(html, "html.parser")
        assert page.find("script") is None
        assert "<script" not in html


def test_a_chart_has_a_title_a_description_and_the_sentence_as_its_caption():
    page = drawn(SERIES)
    title, description = (page.find(id=part) for part in page.svg["aria-labelledby"].split())
    assert title.text == "Plans in independent schools"
    assert description.text == "Line chart. Jan 2014 16.9% to Jan 2019 13.6%."
    assert page.figcaption.text == "13.6% in January 2019."


def test_time_runs_in_proportion():
    (x0, _), (x1, _), (x2, _) = places(drawn(SERIES), "dot")
    days = (date(2016, 1, 17) - date(2014, 1, 17)).days, (date(2019, 1, 17) - date(2014, 1, 17)).days
    assert (x1 - x0) / (x2 - x0) == pytest.approx(days[0] / days[1], abs=0.001)


def test_a_missing_period_is_a_gap_with_a_cross_and_never_a_zero():
    series = replace(SERIES, points=(FIGURES[0], census(2015, None), FIGURES[1], FIGURES[2]))
    page = drawn(series)
    assert len(places(page, "dot")) == 3
    assert page.find("path", class_="line")["d"].count("M") == 1  # 2016 to 2019 only
    assert len(places(page, "line")) == 2
    assert page.find("path", class_="missing")
    assert "No figure for Jan 2015." in page.desc.text
    assert page.find(class_="key-missing")


def test_a_forecast_is_hollow_joined_by_dots_and_said_to_be_one():
    series = replace(SERIES, points=(*FIGURES, census(2020, "12.9", is_forecast=True)))
    page = drawn(series)
    assert len(places(page, "hole")) == 1
    assert len(places(page, "ahead")) == 2
    assert "Forecast, not yet a figure: Jan 2020 12.9%." in page.desc.text
    assert "Jan 2014 16.9% to Jan 2019 13.6%" in page.desc.text


def test_a_break_is_not_joined_and_has_its_word():
    series = replace(SERIES, points=(*FIGURES[:2], replace(FIGURES[2], is_break=True)))
    page = drawn(series)
    assert len(places(page, "line")) == 2  # 2014 to 2016 only
    assert page.find("g", class_="break").find("text").text == "Break"
    assert "Break in the series at Jan 2019." in page.desc.text


def test_the_baseline_is_a_diamond_with_its_name():
    page = drawn(replace(SERIES, baseline=FIGURES[0]))
    assert page.find("path", class_="baseline")
    assert "Baseline 16.9%" in [t.text for t in page.find("g", class_="values").find_all("text")]


def test_a_baseline_without_a_value_is_not_drawn():
    page = drawn(replace(SERIES, baseline=census(2013, None)))
    assert page.find("path", class_="baseline") is None


def test_expected_values_rise_evenly_or_in_steps():
    corners = ((date(2014, 1, 17), D("16.9")), (date(2019, 1, 17), D("13")))
    even = drawn(replace(SERIES, expected=corners)).find("path", class_="expected")["d"]
    stepped = drawn(replace(SERIES, expected=corners, expected_is_stepped=True)).find(
        "path", class_="expected"
    )["d"]
    assert re.fullmatch(r"M[\d. ]+L[\d. ]+H[\d.]+", even)
    assert re.fullmatch(r"M[\d. ]+H[\d.]+V[\d.]+H[\d.]+", stepped)


def test_the_agreed_range_reaches_to_the_axis_where_one_side_is_open():
    closed = drawn(replace(SERIES, range_low=D(14), range_high=D(16))).find("g", class_="band")
    opened = drawn(replace(SERIES, range_low=D(14))).find("g", class_="band")
    assert closed.path["d"].count("M") == 2
    assert opened.path["d"].count("M") == 1
    assert float(opened.rect["height"]) > float(closed.rect["height"])


def test_the_last_figure_is_always_said_and_no_words_run_into_others():
    for series in (
        SERIES,
        months(60),
        replace(SERIES, points=FIGURES[:1]),
        replace(SERIES, baseline=FIGURES[2]),
    ):
        words = drawn(series).find("g", class_="values").find_all("text")
        last = [p for p in series.points if p.value is not None][-1].text
        assert any(last in word.text for word in words)
        spots = [(float(w["x"]), float(w["y"])) for w in words]
        assert len(set(spots)) == len(spots)


def test_everything_is_drawn_inside_the_drawing():
    for series in (SERIES, months(60), replace(SERIES, baseline=census(2012, "25"))):
        page = drawn(series)
        for text in page.find_all("text"):
            assert 0 <= float(text["x"]) <= 400
            assert 8 <= float(text["y"]) <= 230
        assert all(0 <= x <= 400 and 0 <= y <= 230 for x, y in places(page, "dot"))


def test_the_key_names_the_marks_in_use_and_no_others():
    forecast = (census(2020, "12.9", is_forecast=True),)
    keyed = drawn(Series("Only a forecast", "per cent", forecast, baseline=forecast[0]))
    assert [item["class"][0] for item in keyed.find(class_="key").find_all("li")] == [
        "key-forecast",
        "key-baseline",
    ]
    assert drawn(SERIES).find(class_="key") is None


def test_a_series_without_a_value_says_so_and_draws_nothing():
    page = drawn(Series("Waits", "days", (census(2019, None),)))
    assert page.find("svg") is None
    assert page.text == "No figures yet: Waits."


def test_negative_and_equal_values_can_be_drawn():
    balance = [SeriesPoint("2018/19", date(2019, 3, 31), D(-14000000), "£14m deficit")]
    assert "£14m deficit" in kpi_chart(Series("Balance", "pounds", tuple(balance)))
    zeros = (census(2018, "0.0"), census(2019, "0.0"))
    assert len(places(drawn(Series("Zero", "count", zeros)), "dot")) == 2


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (13.6, 17.6, [12, 14, 16, 18]),
        (851, 1161, [800, 900, 1000, 1100, 1200]),
        (2, 20, [0, 5, 10, 15, 20]),
        (-14, 3, [-15, -10, -5, 0, 5]),
        (0, 0, [0, 0.5, 1]),
        (0, 100, [0, 50, 100]),
    ],
)
def test_ticks_are_few_round_numbers_around_the_values(low, high, expected):
    assert ticks(low, high) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("values", "unit", "expected"),
    [
        ([12.0, 14.0], "per cent", ["12%", "14%"]),
        ([0.0, 0.5, 1.0], "per cent", ["0.0%", "0.5%", "1.0%"]),
        ([10000.0, 12000.0], "pounds", ["£10,000", "£12,000"]),
        ([0.0, 5000000.0], "pounds", ["£0", "£5m"]),
        ([-5.0, 0.0, 5.0], "days", ["−5", "0", "5"]),
        ([0.0, 0.5], "pounds per head", ["£0.0", "£0.5"]),
    ],
)
def test_ticks_are_written_with_the_sign_of_their_unit(values, unit, expected):
    assert tick_labels(values, unit) == expected


def test_a_unit_without_a_sign_stands_above_the_axis_once():
    assert "days" in [t.text for t in drawn(months(12)).find_all("text")]
    assert "per cent" not in [t.text for t in drawn(SERIES).find_all("text")]


# ---- sparkline ----


def test_a_sparkline_says_first_highest_lowest_and_last_in_order_of_time():
    points = (*FIGURES[:2], census(2017, "12.8"), FIGURES[2])
    page = BeautifulSoup(sparkline(replace(SERIES, points=points)), "html.parser")
    assert page.svg["aria-label"] == (
        "16.9% in Jan 2014, highest 17.6% in Jan 2016, lowest 12.8% in Jan 2017, 13.6% in Jan 2019"
    )


def test_a_sparkline_leaves_forecasts_out_and_keeps_gaps():
    points = (*FIGURES[:1], census(2015, None), *FIGURES[1:], census(2020, "9.9", is_forecast=True))
    page = BeautifulSoup(sparkline(replace(SERIES, points=points)), "html.parser")
    assert page.svg["aria-label"].endswith("13.6% in Jan 2019")
    assert page.path["d"].count("M") == 2


def test_one_figure_is_said_once():
    page = BeautifulSoup(sparkline(replace(SERIES, points=FIGURES[:1])), "html.parser")
    assert page.svg["aria-label"] == "16.9% in Jan 2014"


def test_a_sparkline_without_a_figure_is_a_sentence():
    assert "No figures yet" in sparkline(replace(SERIES, points=(census(2019, None),)))


# ---- savings ----


def bars(row):
    return BeautifulSoup(savings_chart([row], caption="2019/20, illustrative"), "html.parser")


def test_savings_are_said_in_words_beside_their_bars():
    page = bars(SavingsRow("Local provision", D(900000), D(420000), D(380000), D(120000), href="/x/"))
    assert page.find(class_="bar-name").span.text == "£120,000 delivered, target £900,000"
    assert page.find("p", class_="small").text == "Forecast £380,000, planned £420,000"
    assert page.svg["aria-hidden"] == "true"
    assert page.figcaption.text == "2019/20, illustrative"


def test_bars_share_one_scale():
    page = bars(SavingsRow("Local provision", D(800), D(400), D(200), D(100)))
    widths = {rect["class"][0]: rect["width"] for rect in page.find_all("rect")}
    assert widths == {"planned": "500.0", "outlook": "250.0", "delivered": "125.0"}
    assert page.find("path", class_="target")["d"] == "M1000.0 0V28"


def test_nothing_reported_is_not_zero():
    page = bars(SavingsRow("Early intervention", None, None, None, None))
    assert page.find(class_="bar-name").span.text == "Nothing delivered yet, no target set"
    assert page.find("p", class_="small").text == "No forecast yet, nothing planned yet"
    assert page.find("rect") is None
    assert page.find("path", class_="target") is None


def test_a_loss_is_said_and_has_no_bar():
    page = bars(SavingsRow("Travel", D(400), D(0), D(-50), D(-50)))
    assert "−£50 delivered" in page.find(class_="bar-name").text
    assert page.find("rect") is None


def test_no_targets_at_all_is_a_sentence():
    assert savings_chart([], caption="") == '<p class="empty">No savings targets yet.</p>'
