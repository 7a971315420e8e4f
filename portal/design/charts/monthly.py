"""A plan month by month: planned, forecast, delivered, and what waits, as bars on one scale."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from zlib import crc32

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from portal.design import formats
from portal.design.charts import scale, svg
from portal.design.charts.drawing import BOTTOM, GUTTER, HEIGHT, LETTER, RIGHT, TOP, WIDTH

# As in the chart of workstreams: planned is the frame, forecast the broad bar, delivered the narrow one.
BARS = (
    ("planned", 0.84),
    ("outlook", 0.64),
    ("delivered", 0.36),
    ("waiting", 0.36),
)  # share of a month's room
KEY = {
    "planned": "Planned",
    "outlook": "Forecast",
    "delivered": "Delivered",
    "waiting": "Reported, not counted yet",
    "missing": "Over, nothing reported",
}


@dataclass(frozen=True, slots=True)
class MonthBars:
    """One month, in pounds; None: nothing was planned, forecast or reported, which is not nought.

    `waiting` is reported and not counted yet; `is_missing` says that a report is overdue.
    """

    label: str
    planned: Decimal | None
    forecast: Decimal | None
    delivered: Decimal | None
    waiting: Decimal | None = None
    is_missing: bool = False

    def of(self, kind: str) -> Decimal | None:
        return self.forecast if kind == "outlook" else getattr(self, kind)


def monthly_chart(months: Sequence[MonthBars], *, title: str, caption: str) -> SafeString:
    """Takes anything with the attributes of `MonthBars`. The page puts the table beside it.

    The drawing's id comes from its title: one page shows a title once.
    """
    months = [_bars(month) for month in months]
    amounts = [amount for month in months for kind, _ in BARS if (amount := month.of(kind)) is not None]
    if not any(amounts):
        return format_html('<p class="empty">{}</p>', "Nothing is planned or reported for these months yet.")
    return format_html(
        '<figure class="chart months"><svg viewBox="0 0 {} {}" role="img" aria-labelledby="{id}-t {id}-d">'
        '<title id="{id}-t">{}</title><desc id="{id}-d">{}</desc>{}</svg>{}<figcaption>{}</figcaption></figure>',
        WIDTH,
        HEIGHT,
        title,
        description(months),
        svg.drawing(_drawn(months, max(amounts))),
        _key(months),
        caption,
        id=f"months-{crc32(title.encode()):x}",
    )


def description(months: Sequence[MonthBars]) -> str:
    """What the drawing shows, in sentences; a kind without an amount is left out."""
    words = ["Bar chart by month."]
    for kind, _ in BARS:
        named = [(m.label, m.of(kind)) for m in months if m.of(kind) is not None]
        if named:
            words.append(
                f"{KEY[kind]}: " + ", ".join(f"{label} {formats.gbp(a)}" for label, a in named) + "."
            )
    if missing := [month.label for month in months if month.is_missing]:
        words.append(f"{KEY['missing']}: {', '.join(missing)}.")
    return " ".join(words)


def _bars(month) -> MonthBars:
    return MonthBars(
        month.label, month.planned, month.forecast, month.delivered, month.waiting, month.is_missing
    )


def _drawn(months: Sequence[MonthBars], highest: Decimal) -> list[str]:
    """Grid, bars, crosses where a report is overdue, names of the months."""
    ticks = scale.ticks(0.0, float(highest))
    labels = scale.tick_labels(ticks, "£")
    left = max(map(len, labels)) * LETTER + GUTTER
    room = (RIGHT - left) / len(months)
    middles = [left + room * (n + 0.5) for n in range(len(months))]
    unit = (BOTTOM - TOP) / ticks[-1]
    heights = [BOTTOM - tick * unit for tick in ticks]
    grid = svg.path("", "".join(f"M0 {y:.1f}H{WIDTH}" for y in heights))
    values = (svg.text(label, x=0, y=y - 4) for label, y in zip(labels, heights, strict=True))
    return [
        svg.group("grid-lines", grid, *values),
        *(
            _bar(kind, month.of(kind), x=x, width=room * share, unit=unit)
            for month, x in zip(months, middles, strict=True)
            for kind, share in BARS
        ),
        svg.path("missing", "".join(_cross(x) for m, x in zip(months, middles, strict=True) if m.is_missing)),
        _names(months, middles, room),
    ]


def _bar(kind: str, amount: Decimal | None, *, x: float, width: float, unit: float) -> str:
    """Nothing for no amount; a line on the axis for nought, so that a nought that was reported is seen."""
    if amount is None:
        return ""
    height = float(amount) * unit
    return svg.rectangle(kind, x=x - width / 2, y=BOTTOM - height, width=width, height=height)


def _cross(x: float) -> str:
    return f"M{x - 3:.1f} {BOTTOM - 3}l6 6m0-6l-6 6"


def _names(months: Sequence[MonthBars], middles: Sequence[float], room: float) -> str:
    """Every name where all have room, else every second one or fewer, the first always."""
    longest = (max(len(month.label) for month in months) + 1) * LETTER  # with the gap to the next name
    step = max(1, -(-int(longest) // max(int(room), 1)))
    named = list(zip(months, middles, strict=True))[::step]
    return svg.group(
        "dates", *(svg.text(month.label, x=x, y=HEIGHT - 6, anchor="at-middle") for month, x in named)
    )


def _key(months: Sequence[MonthBars]) -> SafeString:
    """The marks this drawing uses, by name; the description says the same to who cannot see it."""
    used = [(kind, KEY[kind]) for kind, _ in BARS if any(month.of(kind) is not None for month in months)]
    if any(month.is_missing for month in months):
        used.append(("missing", KEY["missing"]))
    return format_html(
        '<ul class="key" aria-hidden="true">{}</ul>', format_html_join("", '<li class="key-{}">{}</li>', used)
    )
