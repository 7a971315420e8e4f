"""A line the size of a word, beside the figure it belongs to."""

from django.utils.html import format_html
from django.utils.safestring import SafeString

from kpis.domain.series import Series, SeriesPoint
from portal.design.charts.drawing import Plot

WIDTH, HEIGHT, EDGE = 120, 32, 5


def sparkline(series: Series) -> SafeString:
    """The figures as a small line with a disc on the last; forecasts are left out, gaps stay gaps."""
    known = [p for p in series.points if not p.is_forecast]
    drawn = [p for p in known if p.value is not None]
    if not drawn:
        return format_html('<span class="muted small">{}</span>', "No figures yet")
    plot, last = _plot(drawn), drawn[-1]
    return format_html(
        '<svg class="spark" viewBox="0 0 {} {}" role="img" aria-label="{}">'
        '<path d="{}"/><path class="dot" d="M{} {}h0"/></svg>',
        WIDTH,
        HEIGHT,
        in_words(drawn),
        _line(known, plot),
        f"{plot.x(last.on):.1f}",
        f"{plot.y(last.value):.1f}",
    )


def in_words(drawn: list[SeriesPoint]) -> str:
    """`16.9% in Jan 2014, highest 17.6% in Jan 2016, 13.6% in Jan 2019`."""
    first, last = drawn[0], drawn[-1]
    high, low = max(drawn, key=lambda p: p.value), min(drawn, key=lambda p: p.value)
    said = {first.on: f"{first.text} in {first.label}", last.on: f"{last.text} in {last.label}"}
    for point, word in ((high, "highest"), (low, "lowest")):
        if first.value != point.value != last.value:
            said[point.on] = f"{word} {point.text} in {point.label}"
    return ", ".join(said[on] for on in sorted(said))


def _plot(drawn: list[SeriesPoint]) -> Plot:
    values = [float(p.value) for p in drawn]
    low, high = min(values), max(values)
    if low == high:
        low, high = low - 1, high + 1
    first, last = drawn[0].on.toordinal(), drawn[-1].on.toordinal()
    return Plot(EDGE, WIDTH - EDGE, EDGE, HEIGHT - EDGE, first=first, last=last, low=low, high=high)


def _line(known: list[SeriesPoint], plot: Plot) -> str:
    path, pen = "", "M"
    for point in known:
        if point.value is None or point.is_break:
            pen = "M"
        if point.value is not None:
            path += f"{pen}{plot.x(point.on):.1f} {plot.y(point.value):.1f}"
            pen = "L"
    return path
