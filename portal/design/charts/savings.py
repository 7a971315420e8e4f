"""Savings against their targets: a row of bars for each workstream, with the amounts in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from portal.design import formats
from portal.design.charts import svg

WIDTH, HEIGHT = 1000, 28  # stretched to the page's width; only the height keeps its unit
KEY = (("delivered", "Delivered"), ("outlook", "Forecast"), ("planned", "Planned"), ("target", "Target"))


@dataclass(frozen=True, slots=True)
class SavingsRow:
    """One workstream or the total, in pounds of one financial year; None: nothing was set or reported."""

    label: str
    target: Decimal | None
    planned: Decimal | None
    forecast: Decimal | None
    delivered: Decimal | None
    href: str = ""

    @property
    def widest(self) -> Decimal:
        """The room this row needs; never below zero, because what is lost has no bar."""
        amounts = (self.target, self.planned, self.forecast, self.delivered)
        return max((amount for amount in amounts if amount is not None and amount > 0), default=Decimal(0))


def savings_chart(rows: Sequence[SavingsRow], *, caption: str) -> SafeString:
    """All rows on one scale, so that bars compare down the page; the caption names year and source."""
    if not rows:
        return format_html('<p class="empty">{}</p>', "No savings targets yet.")
    widest = max(row.widest for row in rows) or Decimal(1)
    return format_html(
        '<figure class="bars"><ul class="key" aria-hidden="true">{}</ul><ul class="bar-rows">{}</ul>'
        "<figcaption>{}</figcaption></figure>",
        format_html_join("", '<li class="key-{}">{}</li>', KEY),
        format_html_join("", "{}", ((_row(row, widest),) for row in rows)),
        caption,
    )


def _row(row: SavingsRow, widest: Decimal) -> SafeString:
    name = format_html('<a href="{}">{}</a>', row.href, row.label) if row.href else row.label
    return format_html(
        '<li><p class="bar-name"><b>{}</b> <span>{}, {}</span></p>{}<p class="small muted">{}, {}</p></li>',
        name,
        _said(row.delivered, "{} delivered", "Nothing delivered yet"),
        _said(row.target, "target {}", "no target set"),
        _bar(row, widest),
        _said(row.forecast, "Forecast {}", "No forecast yet"),
        _said(row.planned, "planned {}", "nothing planned yet"),
    )


def _said(amount: Decimal | None, words: str, without: str) -> str:
    return without if amount is None else words.format(formats.gbp_short(amount))


def _bar(row: SavingsRow, widest: Decimal) -> SafeString:
    """Planned is the frame, forecast the broad bar, delivered the narrow one; a dotted way leads to the target.

    The words beside it say it all, so it is not read out. An amount that is not above zero has no bar.
    """
    shapes = (
        ("planned", row.planned, 3, 22),
        ("outlook", row.forecast, 6, 16),
        ("delivered", row.delivered, 9, 10),
    )
    pieces = [
        svg.rectangle(kind, x=0, y=y, width=_length(amount, widest), height=height)
        for kind, amount, y, height in shapes
        if amount is not None and amount > 0
    ]
    if row.target is not None:
        x = _length(row.target, widest)
        pieces = [
            svg.path("way", f"M0 {HEIGHT // 2}H{x:.1f}"),
            svg.path("target", f"M{x:.1f} 0V{HEIGHT}"),
            *pieces,
        ]
    return format_html(
        '<svg viewBox="0 0 {} {}" preserveAspectRatio="none" aria-hidden="true">{}</svg>',
        WIDTH,
        HEIGHT,
        svg.drawing(pieces),
    )


def _length(amount: Decimal, widest: Decimal) -> float:
    return float(max(amount, Decimal(0)) / widest * WIDTH)
