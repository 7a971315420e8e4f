"""What is drawn for a series, from the paper up: grid, range, dates, expected line, figures, words.

Every mark is a function from a drawing to a piece of SVG, empty where the series has none of it.
"""

from itertools import pairwise

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from portal.design.charts import labels, scale
from portal.design.charts.drawing import BOTTOM, HEIGHT, LETTER, TOP, WIDTH, Drawing

NOTHING = SafeString("")
MANY = 24  # more figures than this get smaller discs
TAIL = 5  # how far the expected line goes on, so that a step on the last day is seen


def grid(drawing: Drawing) -> SafeString:
    """A hairline for each tick, its value standing on it at the left; a unit that is no sign stands above."""
    heights = [drawing.plot.y(tick) for tick in drawing.ticks]
    rows = [(f"{y - 4:.1f}", label) for y, label in zip(heights, drawing.tick_labels, strict=True)]
    if scale.needs_its_word(drawing.series.unit):
        rows.append(("12", drawing.series.unit))
    return format_html(
        '<g class="grid-lines"><path d="{}"/>{}</g>',
        "".join(f"M0 {y:.1f}H{WIDTH}" for y in heights),
        format_html_join("", '<text x="0" y="{}">{}</text>', rows),
    )


def band(drawing: Drawing) -> SafeString:
    """The agreed range as a tint between its edges; an open side reaches to the end of the axis."""
    low, high, plot = drawing.series.range_low, drawing.series.range_high, drawing.plot
    if low is None and high is None:
        return NOTHING
    top = plot.top if high is None else plot.y(high)
    bottom = plot.bottom if low is None else plot.y(low)
    edges = [y for y, limit in ((top, high), (bottom, low)) if limit is not None]
    return format_html(
        '<g class="band"><rect x="{x}" y="{}" width="{}" height="{}"/><path d="{}"/></g>',
        f"{top:.1f}",
        f"{plot.right - plot.left:.1f}",
        f"{bottom - top:.1f}",
        "".join(f"M{plot.left:.1f} {y:.1f}H{plot.right:.1f}" for y in edges),
        x=f"{plot.left:.1f}",
    )


def dates(drawing: Drawing) -> SafeString:
    """Names of periods under the axis, as many as have room, the last always among them."""
    named = [(c.x, c.point.label) for c in drawing.corners]
    if drawing.series.expected:
        end = drawing.series.expected[-1][0]
        if not drawing.corners or end > drawing.corners[-1].point.on:
            named.append((drawing.plot.x(end), f"{end:%b %Y}"))
    chosen, free_until = [], float("inf")
    for x, label in reversed(named):
        if x > free_until:
            continue
        anchor, start, end = labels.spread(x, label)
        if end <= free_until:
            chosen.append((anchor, f"{x:.1f}", HEIGHT - 6, label))
            free_until = start - 2 * LETTER
    return format_html(
        '<g class="dates"><path d="{}"/>{}</g>',
        "".join(f"M{x} {BOTTOM}v4" for _, x, _, _ in chosen),
        _texts(chosen),
    )


def expected(drawing: Drawing) -> SafeString:
    """The trajectory; after its last corner it stays where it is."""
    if not drawing.series.expected:
        return NOTHING
    plot, is_stepped = drawing.plot, drawing.series.expected_is_stepped
    corners = [(f"{plot.x(on):.1f}", f"{plot.y(value):.1f}") for on, value in drawing.series.expected]
    (x, y), *rest = corners
    path = f"M{x} {y}" + "".join(f"H{x}V{y}" if is_stepped else f"L{x} {y}" for x, y in rest)
    return format_html('<path class="expected" d="{}H{}"/>', path, f"{plot.right + TAIL:.1f}")


def breaks(drawing: Drawing) -> SafeString:
    """A dotted upright half way before the first figure of a new series, with its word."""
    places = [(a.x + b.x) / 2 for a, b in pairwise(drawing.corners) if b.point.is_break]
    if not places:
        return NOTHING
    return format_html(
        '<g class="break"><path d="{}"/>{}</g>',
        "".join(f"M{x:.1f} {TOP - 10}V{BOTTOM}" for x in places),
        _texts((labels.spread(x, "Break")[0], f"{x:.1f}", TOP - 14, "Break") for x in places[-1:]),
    )


def gaps(drawing: Drawing) -> SafeString:
    """A cross on the axis where a period has no value."""
    crosses = "".join(f"M{c.x - 3:.1f} {BOTTOM - 3}l6 6m0-6l-6 6" for c in drawing.corners if c.y is None)
    return format_html('<path class="missing" d="{}"/>', crosses) if crosses else NOTHING


def line(drawing: Drawing) -> SafeString:
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
    return format_html_join(
        "", '<path class="{}" d="{}"/>', [row for row in (("line", known), ("ahead", ahead)) if row[1]]
    )


def figures(drawing: Drawing) -> SafeString:
    """A round cap on a line of no length is a disc of a steady size; a smaller one inside makes it hollow."""
    size = " many" if len(drawing.corners) > MANY else ""
    known = "".join(f"M{c.at}h0" for c in drawing.known)
    ahead = "".join(f"M{c.at}h0" for c in drawing.ahead)
    rows = (("dot", known), ("dot", ahead), ("hole", ahead))
    return format_html_join(
        "", '<path class="{}{}" d="{}"/>', [(kind, size, path) for kind, path in rows if path]
    )


def baseline(drawing: Drawing) -> SafeString:
    """A diamond around the value everything is judged from."""
    if not drawing.baseline:
        return NOTHING
    x, y = drawing.baseline.x, drawing.baseline.y
    return format_html('<path class="baseline" d="M{} {}l8 8l-8 8l-8-8z"/>', f"{x:.1f}", f"{y - 8:.1f}")


def words(drawing: Drawing) -> SafeString:
    """The last figure and forecast by value, the baseline by name, the first figure where there is room."""
    rows = ((w.anchor, f"{w.x:.1f}", f"{w.y:.1f}", w.text) for w in labels.placed(drawing))
    return format_html('<g class="values">{}</g>', _texts(rows))


IN_ORDER = (grid, band, dates, expected, breaks, gaps, line, figures, baseline, words)


def _texts(rows) -> SafeString:
    return format_html_join("", '<text class="{}" x="{}" y="{}">{}</text>', rows)
