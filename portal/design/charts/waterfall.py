"""From one amount to another, step by step: what raised it and what lowered it."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from zlib import crc32

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from portal.design import formats
from portal.design.charts import svg

WIDTH, ROW, BAR = 400, 38, 14  # the drawing's own units: a row is its words and the bar below them
EDGE = 2
KEY = (("whole", "Cost"), ("more", "Raised it"), ("less", "Lowered it"))


@dataclass(frozen=True, slots=True)
class WaterfallStep:
    """An amount in pounds: a whole one that stands on nought, or a step from where the one before ended."""

    label: str
    amount: Decimal
    is_whole: bool = False


def waterfall_chart(steps: Sequence[WaterfallStep], *, title: str, caption: str) -> SafeString:
    """A `<figure>`: a row of words and a bar for each step, all on one scale that includes nought.

    The drawing's id comes from the title: one page shows it once. The page puts the table beside it.
    """
    if not any(step.amount for step in steps):
        return format_html('<p class="empty">Nothing to draw: {}.</p>', title)
    spans = _spans(steps)
    return format_html(
        '<figure class="chart waterfall"><svg viewBox="0 0 {} {}" role="img" aria-labelledby="{id}-t {id}-d">'
        '<title id="{id}-t">{}</title><desc id="{id}-d">{}</desc>{}</svg>'
        '<ul class="key" aria-hidden="true">{}</ul><figcaption>{}</figcaption></figure>',
        WIDTH,
        ROW * len(steps),
        title,
        description(steps),
        svg.drawing(_rows(steps, spans)),
        format_html_join("", '<li class="key-{}">{}</li>', _used(steps)),
        caption,
        id=f"chart-{crc32(title.encode()):x}",
    )


def description(steps: Sequence[WaterfallStep]) -> str:
    """Every step in words, in order."""
    return " ".join(["Bar chart."] + [f"{step.label}: {_text(step)}." for step in steps])


def _text(step: WaterfallStep) -> str:
    """`£6,699,605`, `£141,541 more`, `£20,000 less` or `no change`."""
    if step.is_whole:
        return formats.gbp(step.amount)
    shown = formats.gbp(abs(step.amount))
    return f"{shown} {'more' if step.amount > 0 else 'less'}" if step.amount else "no change"


def _spans(steps: Sequence[WaterfallStep]) -> list[tuple[Decimal, Decimal]]:
    """From where to where each bar reaches."""
    spans, here = [], Decimal(0)
    for step in steps:
        start = Decimal(0) if step.is_whole else here
        here = start + step.amount
        spans.append((start, here))
    return spans


def _rows(steps: Sequence[WaterfallStep], spans: list[tuple[Decimal, Decimal]]) -> list[str]:
    low = min(min(span) for span in spans)
    high = max(max(span) for span in spans)

    def x(amount: Decimal) -> float:
        return float((amount - low) / (high - low)) * (WIDTH - 2 * EDGE) + EDGE

    return [
        piece
        for n, (step, (start, end)) in enumerate(zip(steps, spans, strict=True))
        for piece in _row(step, n * ROW, x(start), x(end), is_last=n == len(steps) - 1)
    ]


def _row(step: WaterfallStep, top: float, start: float, end: float, *, is_last: bool) -> list[str]:
    """Its bar, a dotted way from where it ends down to the next, and its words on top of both."""
    foot = top + ROW - BAR - 10
    bar = svg.rectangle(
        _kind(step), x=min(start, end), y=foot + 5, width=max(abs(end - start), 1), height=BAR
    )
    way = svg.path("way", f"M{end:.1f} {foot + 5:.1f}V{foot + ROW + 5 + BAR:.1f}")
    words = (svg.text(step.label, x=0, y=foot), svg.text(_text(step), x=WIDTH, y=foot, anchor="at-end"))
    return ["" if is_last else way, bar if step.amount else "", svg.group("values", *words)]


def _kind(step: WaterfallStep) -> str:
    if step.is_whole:
        return "whole"
    return "more" if step.amount > 0 else "less"


def _used(steps: Sequence[WaterfallStep]) -> list[tuple[str, str]]:
    kinds = {_kind(step) for step in steps if step.amount}
    return [(kind, words) for kind, words in KEY if kind in kinds]
