"""A line the size of a word, beside the figure it belongs to."""

from functools import lru_cache
from html import escape

from django.utils.safestring import SafeString

from kpis.domain.line import Line
from kpis.domain.series import Series

WIDTH, HEIGHT, EDGE = 120, 32, 5
LEFT, RIGHT, TOP, BOTTOM = EDGE, WIDTH - EDGE, EDGE, HEIGHT - EDGE
NOTHING = SafeString('<span class="muted small">No figures yet</span>')


def sparkline(record: Series | Line) -> SafeString:
    """The figures as a small line with a disc on the last; forecasts are left out, gaps stay gaps."""
    line = record if isinstance(record, Line) else _line_of(record)
    drawn = [place for place, value in enumerate(line.values) if value is not None]
    if not drawn:
        return NOTHING
    across = _across(tuple([line.days[place] for place in drawn]))
    up = _up([line.scale(line.values[place]) for place in drawn])
    return SafeString(
        f'<svg class="spark" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{escape(in_words(line, drawn))}">'
        f'<path d="{_path(line, drawn, across, up)}"/>'
        f'<path class="dot" d="M{across[-1]} {up[-1]}h0"/></svg>'
    )


def in_words(line: Line, drawn: list[int]) -> str:
    """`16.9% in Jan 2014, highest 17.6% in Jan 2016, 13.6% in Jan 2019`."""
    values, (first, last) = line.values, (drawn[0], drawn[-1])
    said = {first: line.said(first), last: line.said(last)}
    for place, word in (
        (max(drawn, key=values.__getitem__), "highest"),
        (min(drawn, key=values.__getitem__), "lowest"),
    ):
        if values[first] != values[place] != values[last]:
            said[place] = f"{word} {line.said(place)}"
    return ", ".join(said[place] for place in sorted(said))


def _line_of(series: Series) -> Line:
    known = [point for point in series.points if not point.is_forecast]
    return Line(
        days=[point.on.toordinal() for point in known],
        values=[point.value for point in known],
        is_break=[point.is_break for point in known],
        said=lambda place: f"{known[place].text} in {known[place].label}",
    )


@lru_cache(maxsize=500)  # records of one frequency mostly share their days
def _across(days: tuple[int, ...]) -> list[str]:
    """Where each day stands from left to right, proportional to time; a single one stands in the middle."""
    first, span = days[0], days[-1] - days[0]
    if not span:
        return [f"{(LEFT + RIGHT) / 2:.1f}"] * len(days)
    return [f"{LEFT + (day - first) / span * (RIGHT - LEFT):.1f}" for day in days]


def _up(values: list[float]) -> list[str]:
    """How far down each value stands, the highest at the top."""
    low, high = min(values), max(values)
    if low == high:
        low, high = low - 1, high + 1
    span, height = high - low, BOTTOM - TOP
    return [f"{BOTTOM - (value - low) / span * height:.1f}" for value in values]


def _path(line: Line, drawn: list[int], across: list[str], up: list[str]) -> str:
    if len(drawn) == len(line.values) and not any(line.is_break):
        return "M" + "L".join(map("%s %s".__mod__, zip(across, up, strict=True)))
    corners = dict(zip(drawn, zip(across, up, strict=True), strict=True))
    path, pen = "", "M"
    for place, is_break in enumerate(line.is_break):
        if is_break or place not in corners:
            pen = "M"
        if place in corners:
            path += pen + " ".join(corners[place])
            pen = "L"
    return path
