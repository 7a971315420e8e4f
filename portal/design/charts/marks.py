"""What is drawn for a series, from the paper up: grid, range, dates, expected line, figures, words.

Every mark is a function from a drawing to a piece of SVG, empty where the series has none of it.
"""

from itertools import pairwise

from portal.design.charts import labels, process, scale, svg
from portal.design.charts.drawing import BOTTOM, HEIGHT, LETTER, TOP, WIDTH, Drawing

MANY = 24  # more figures than this get smaller discs
TAIL = 5  # how far the expected line goes on, so that a step on the last day is seen


def grid(drawing: Drawing) -> str:
    """A hairline for each tick, its value standing on it at the left; a unit that is no sign stands above."""
    heights = [drawing.plot.y(tick) for tick in drawing.ticks]
    values = [svg.text(t, x=0, y=y - 4) for y, t in zip(heights, drawing.tick_labels, strict=True)]
    unit = drawing.series.unit
    above = svg.text(unit, x=0, y=12) if scale.needs_its_word(unit) else ""
    return svg.group(
        "grid-lines", svg.path("", "".join(f"M0 {y:.1f}H{WIDTH}" for y in heights)), *values, above
    )


def band(drawing: Drawing) -> str:
    """The agreed range as a tint between its edges; an open side reaches to the end of the axis."""
    low, high, plot = drawing.series.range_low, drawing.series.range_high, drawing.plot
    if low is None and high is None:
        return ""
    top = plot.top if high is None else plot.y(high)
    bottom = plot.bottom if low is None else plot.y(low)
    edges = [y for y, limit in ((top, high), (bottom, low)) if limit is not None]
    return svg.group(
        "band",
        svg.rectangle("", x=plot.left, y=top, width=plot.right - plot.left, height=bottom - top),
        svg.path("", "".join(f"M{plot.left:.1f} {y:.1f}H{plot.right:.1f}" for y in edges)),
    )


def dates(drawing: Drawing) -> str:
    """Names of periods under the axis, as many as have room, the last always among them."""
    named = [(c.x, c.point.label) for c in drawing.corners]
    if drawing.series.expected:
        end = drawing.series.expected[-1][0]
        if not drawing.corners or end > drawing.corners[-1].point.on:
            named.append((drawing.plot.x(end), f"{end:%b %Y}"))
    marks, names, free_until = "", [], float("inf")
    for x, label in reversed(named):
        if x > free_until:
            continue
        anchor, start, end = labels.spread(x, label)
        if end <= free_until:
            marks += f"M{x:.1f} {BOTTOM}v4"
            names.append(svg.text(label, x=x, y=HEIGHT - 6, anchor=anchor))
            free_until = start - 2 * LETTER
    return svg.group("dates", svg.path("", marks), *names)


def expected(drawing: Drawing) -> str:
    """The trajectory; after its last corner it stays where it is."""
    if not drawing.series.expected:
        return ""
    plot, is_stepped = drawing.plot, drawing.series.expected_is_stepped
    (x, y), *rest = ((plot.x(on), plot.y(value)) for on, value in drawing.series.expected)
    line = "".join(f"H{x:.1f}V{y:.1f}" if is_stepped else f"L{x:.1f} {y:.1f}" for x, y in rest)
    return svg.path("expected", f"M{x:.1f} {y:.1f}{line}H{plot.right + TAIL:.1f}")


def breaks(drawing: Drawing) -> str:
    """A dotted upright half way before the first figure of a new series; the last one has its word."""
    places = [(a.x + b.x) / 2 for a, b in pairwise(drawing.corners) if b.point.is_break]
    words = [svg.text("Break", x=x, y=TOP - 14, anchor=labels.spread(x, "Break")[0]) for x in places[-1:]]
    return svg.group("break", svg.path("", "".join(f"M{x:.1f} {TOP - 10}V{BOTTOM}" for x in places)), *words)


def gaps(drawing: Drawing) -> str:
    """A cross on the axis where a period has no value."""
    crosses = (f"M{c.x - 3:.1f} {BOTTOM - 3}l6 6m0-6l-6 6" for c in drawing.corners if c.y is None)
    return svg.path("missing", "".join(crosses))


def line(drawing: Drawing) -> str:
    """Neighbouring figures joined, never across a gap or a break; dotted into and between forecasts."""
    known, ahead, end = "", "", None
    for before, after in pairwise(drawing.corners):
        if before.y is None or after.y is None or after.point.is_break:
            continue
        if before.point.is_forecast or after.point.is_forecast:
            ahead += f"M{before.at}L{after.at}"
        else:
            known += f"L{after.at}" if before is end else f"M{before.at}L{after.at}"
            end = after
    return svg.path("line", known) + svg.path("ahead", ahead)


def figures(drawing: Drawing) -> str:
    """A round cap on a line of no length is a disc of a steady size; a smaller one inside makes it hollow."""
    size = " many" if len(drawing.corners) > MANY else ""
    told = process.told(drawing.series)
    known = "".join(f"M{c.at}h0" for c in drawing.known if c.point.on not in told)
    ahead = "".join(f"M{c.at}h0" for c in drawing.ahead)
    return svg.path(f"dot{size}", known) + svg.path(f"dot{size}", ahead) + svg.path(f"hole{size}", ahead)


def baseline(drawing: Drawing) -> str:
    """A diamond around the value everything is judged from."""
    if not drawing.baseline:
        return ""
    return svg.path("baseline", f"M{drawing.baseline.x:.1f} {drawing.baseline.y - 8:.1f}l8 8l-8 8l-8-8z")


def words(drawing: Drawing) -> str:
    """The last figure and forecast by value, the baseline by name, the first figure where there is room."""
    said = labels.placed(drawing)
    return svg.group("values", *(svg.text(w.text, x=w.x, y=w.y, anchor=w.anchor) for w in said))


IN_ORDER = (
    *(grid, band, dates, expected, breaks, process.notes, gaps, process.limits),
    *(line, figures, process.signals, baseline, words),
)
