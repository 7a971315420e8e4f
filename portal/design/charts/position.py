"""Balances of the coming years: if nothing is done, with every initiative, and with what is counted on."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from zlib import crc32

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from portal.design import formats
from portal.design.charts import labels, scale, svg
from portal.design.charts.drawing import BOTTOM, GUTTER, HEIGHT, LETTER, TOP, WIDTH

NAMES = {
    "unmitigated": "If nothing is done",
    "mitigated": "If every initiative brings its forecast",
    "counted_on": "With what is counted on, by stage",
}
KEY = tuple(zip(("expected", "figure", "forecast"), NAMES.values(), strict=True))


@dataclass(frozen=True, slots=True)
class PositionYear:
    """One financial year three ways, in pounds; a deficit is negative."""

    label: str
    unmitigated: Decimal
    mitigated: Decimal
    counted_on: Decimal


@dataclass(frozen=True, slots=True)
class _Paper:
    """Where years and pounds stand."""

    years: Sequence[PositionYear]
    ticks: list[float]
    left: float
    right: float

    def x(self, place: int) -> float:
        if len(self.years) == 1:
            return (self.left + self.right) / 2
        return self.left + place / (len(self.years) - 1) * (self.right - self.left)

    def y(self, pounds: Decimal | float) -> float:
        low, high = self.ticks[0], self.ticks[-1]
        return BOTTOM - (float(pounds) - low) / (high - low) * (BOTTOM - TOP)

    def line(self, name: str) -> list[tuple[float, float]]:
        return [(self.x(n), self.y(getattr(year, name))) for n, year in enumerate(self.years)]


def position_chart(years: Sequence[PositionYear], *, title: str, caption: str) -> SafeString:
    """A `<figure>` with three lines over the years and the line of balance; the page puts the table beside it.

    The drawing's id comes from the title: one page shows it once.
    """
    if not years:
        return format_html('<p class="empty">No years to draw: {}.</p>', title)
    return format_html(
        '<figure class="chart"><svg viewBox="0 0 {} {}" role="img" aria-labelledby="{id}-t {id}-d">'
        '<title id="{id}-t">{}</title><desc id="{id}-d">{}</desc>{}</svg>'
        '<ul class="key" aria-hidden="true">{}</ul><figcaption>{}</figcaption></figure>',
        WIDTH,
        HEIGHT,
        title,
        description(years),
        svg.drawing(_marks(_paper(years))),
        format_html_join("", '<li class="key-{}">{}</li>', KEY),
        caption,
        id=f"chart-{crc32(title.encode()):x}",
    )


def description(years: Sequence[PositionYear]) -> str:
    """The first and the last year of each line, in words."""
    ends = years if len(years) == 1 else (years[0], years[-1])
    parts = [
        f"{words}: {', '.join(f'{y.label} {balance_in_words(getattr(y, name))}' for y in ends)}."
        for name, words in NAMES.items()
    ]
    return " ".join(["Line chart.", *parts])


def balance_in_words(pounds: Decimal) -> str:
    """`£5m deficit`, `£200,000 surplus` or `in balance`."""
    if not pounds:
        return "in balance"
    return f"{formats.gbp_short(abs(pounds))} {'deficit' if pounds < 0 else 'surplus'}"


def _paper(years: Sequence[PositionYear]) -> _Paper:
    values = [float(getattr(year, name)) for year in years for name in NAMES]
    ticks = scale.ticks(min(*values, 0.0), max(*values, 0.0))
    last = max(len(formats.gbp_short(abs(getattr(years[-1], name)))) for name in NAMES)
    left = max(len(label) for label in _tick_labels(ticks)) * LETTER + GUTTER
    return _Paper(years, ticks, left, WIDTH - GUTTER - last * LETTER)


def _tick_labels(ticks: list[float]) -> list[str]:
    """Pounds without a sign: which side of balance is meant is said of the outermost."""
    words = [formats.gbp_short(abs(Decimal(repr(tick)))) for tick in ticks]
    if ticks[0] < 0:
        words[0] += " deficit"
    if ticks[-1] > 0:
        words[-1] += " surplus"
    return words


def _marks(paper: _Paper) -> list[str]:
    unmitigated, mitigated, counted_on = (paper.line(name) for name in NAMES)
    return [
        _grid(paper),
        _years(paper),
        svg.path("expected", _joined(unmitigated)),
        svg.path("ahead", _joined(counted_on)),
        svg.path("line", _joined(mitigated)),
        svg.path("dot", _discs(counted_on)),
        svg.path("hole", _discs(counted_on)),
        svg.path("dot", _discs(mitigated)),
        _last_values(paper),
    ]


def _grid(paper: _Paper) -> str:
    heights = [paper.y(tick) for tick in paper.ticks]
    values = [svg.text(t, x=0, y=y - 4) for y, t in zip(heights, _tick_labels(paper.ticks), strict=True)]
    lines = svg.path("", "".join(f"M0 {y:.1f}H{WIDTH}" for y in heights))
    balance = svg.group("dates", svg.path("", f"M0 {paper.y(0):.1f}H{WIDTH}"))
    return svg.group("grid-lines", lines, *values) + balance


def _years(paper: _Paper) -> str:
    """The names of the years under the axis, as many as have room, the last always among them."""
    names, free_until = [], float("inf")
    for place in reversed(range(len(paper.years))):
        x, label = paper.x(place), paper.years[place].label
        anchor, start, end = labels.spread(x, label)
        if end <= free_until:
            names.append(svg.text(label, x=x, y=HEIGHT - 6, anchor=anchor))
            free_until = start - LETTER
    return svg.group("dates", *names)


def _last_values(paper: _Paper) -> str:
    """The last year of each line by value, lines that end close together once."""
    last, said, texts = paper.years[-1], [], []
    for name in ("unmitigated", "counted_on", "mitigated"):
        value = getattr(last, name)
        y = paper.y(value) + 4
        if all(abs(y - other) >= labels.LINE for other in said):
            said.append(y)
            x = paper.x(len(paper.years) - 1) + GUTTER
            texts.append(svg.text(formats.gbp_short(abs(value)), x=x, y=y, anchor="at-start"))
    return svg.group("values", *texts)


def _joined(points: list[tuple[float, float]]) -> str:
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points)


def _discs(points: list[tuple[float, float]]) -> str:
    return "".join(f"M{x:.1f} {y:.1f}h0" for x, y in points)
