"""The chart of one KPI: its figures in time, what they are judged from and what is expected of them."""

from zlib import crc32

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from kpis.domain.series import Series, SeriesPoint
from portal.design.charts import marks, process, svg
from portal.design.charts.drawing import HEIGHT, WIDTH, Drawing

NAMED_GAPS = 6  # more missing periods than this are summed up in the description


def kpi_chart(series: Series) -> SafeString:
    """A `<figure>`: the drawing, a key of the marks used in it, the series' sentence as its caption.

    A period without a value is a gap with a cross on the axis, never a zero. The drawing's id comes
    from the title: one page shows a series once.
    """
    drawing = Drawing.of(series)
    if drawing is None:
        return format_html('<p class="empty">No figures yet: {}.</p>', series.title)
    return format_html(
        '<figure class="chart"><svg viewBox="0 0 {} {}" role="img" aria-labelledby="{id}-t {id}-d">'
        '<title id="{id}-t">{}</title><desc id="{id}-d">{}</desc>{}</svg>{}'
        "<figcaption>{}</figcaption></figure>",
        WIDTH,
        HEIGHT,
        series.title,
        description(series),
        svg.drawing(mark(drawing) for mark in marks.IN_ORDER),
        _key(series),
        series.process.sentence if series.process else series.summary,
        id=f"chart-{crc32(series.title.encode()):x}",
    )


def description(series: Series) -> str:
    """What the drawing shows, in sentences."""
    known = [p for p in series.points if p.value is not None and not p.is_forecast]
    words = ["Line chart."]
    if known:
        words.append(f"{_named(known[:1])} to {_named(known[-1:])}." if known[1:] else f"{_named(known)}.")
    if ahead := [p for p in series.points if p.value is not None and p.is_forecast]:
        words.append(f"Forecast, not yet a figure: {_named(ahead)}.")
    if series.baseline:
        words.append(f"Baseline: {_named([series.baseline])}.")
    if series.expected:
        words.append("A dashed line shows the expected values.")
    if missing := [p.label for p in series.points if p.value is None]:
        others = f" and {len(missing) - NAMED_GAPS} more" if len(missing) > NAMED_GAPS else ""
        words.append(f"No figure for {', '.join(missing[:NAMED_GAPS])}{others}.")
    if breaks := [p.label for p in series.points if p.is_break]:
        words.append(f"Break in the series at {', '.join(breaks)}.")
    return " ".join(words + process.described(series))


def _named(points: list[SeriesPoint]) -> str:
    return ", ".join(f"{p.label} {p.text}" for p in points)


def _has_plain_figures(series: Series) -> bool:
    """Whether a figure is drawn as nothing more than that."""
    told = process.told(series)
    return any(p.value is not None and not p.is_forecast and p.on not in told for p in series.points)


def _key(series: Series) -> SafeString:
    """The marks this drawing uses, by name; the description says the same to who cannot see it."""
    used = (
        ("figure", "Figure", _has_plain_figures(series)),
        *process.used(series),
        (
            "forecast",
            "Forecast, not yet a figure",
            any(p.value is not None and p.is_forecast for p in series.points),
        ),
        ("baseline", "Baseline", series.baseline is not None and series.baseline.value is not None),
        ("expected", "Expected", bool(series.expected)),
        ("range", "Agreed range", series.range_low is not None or series.range_high is not None),
        ("missing", "No figure", any(p.value is None for p in series.points)),
        ("break", "Break: not comparable across it", any(p.is_break for p in series.points)),
    )
    rows = [(kind, words) for kind, words, is_used in used if is_used]
    if [kind for kind, _ in rows] == ["figure"]:
        return SafeString("")
    return format_html(
        '<ul class="key" aria-hidden="true">{}</ul>', format_html_join("", '<li class="key-{}">{}</li>', rows)
    )
