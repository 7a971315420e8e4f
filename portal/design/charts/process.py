"""What statistical process control adds to a chart: limits, signals by shape, what is left out, numbered notes."""

from datetime import date

from kpis.domain.series import Series
from kpis.domain.spc import SIGNAL_WORDS, Point, Signal
from portal.design.charts import svg
from portal.design.charts.drawing import BOTTOM, LETTER, TOP, Corner, Drawing
from portal.design.charts.limits import limits_to_draw

# A triangle's size in the drawing's own units; with fewer figures there is more room.
LARGE, SMALL, MANY = 7.0, 4.6, 24
SHAPES = {
    Signal.IMPROVEMENT: "better",
    Signal.CONCERN: "worse",
    Signal.NEUTRAL_HIGH: "other",
    Signal.NEUTRAL_LOW: "other",
}


def limits(drawing: Drawing) -> str:
    """For each part the mean as a line and both limits dashed."""
    plot, means, edges = drawing.plot, "", ""
    for first_on, last_on, mean, lower, upper in limits_to_draw(drawing.series):
        start, end = plot.x(first_on), plot.x(last_on)
        means += f"M{start:.1f} {plot.y(mean):.1f}H{end:.1f}"
        edges += f"M{start:.1f} {plot.y(lower):.1f}H{end:.1f}M{start:.1f} {plot.y(upper):.1f}H{end:.1f}"
    return svg.path("mean", means) + svg.path("limits", edges)


def signals(drawing: Drawing) -> str:
    """Hollow discs for common cause, triangles for signals, crosses for what is left out.

    A triangle points the way its signal goes. A concern has an eye, an improvement is full, a signal without a
    good direction is an outline: each is known without its colour.
    """
    known = told(drawing.series)
    if not known:
        return ""
    size = SMALL if len(drawing.corners) > MANY else LARGE
    discs, shapes, eyes, crosses = "", {"better": "", "worse": "", "other": ""}, "", ""
    for corner in drawing.known:
        point = known.get(corner.point.on)
        if point is None:
            continue
        if point.signal is Signal.COMMON_CAUSE:
            discs += f"M{corner.at}h0"
        elif point.signal is Signal.NOT_COUNTED:
            crosses += f"M{corner.x - 3:.1f} {corner.y - 3:.1f}l6 6m0-6l-6 6"
        else:
            shapes[SHAPES[point.signal]] += _triangle(corner, size, is_up=_points_up(point))
            eyes += f"M{corner.at}h0" if point.signal is Signal.CONCERN else ""
    few = "" if len(drawing.corners) <= MANY else " many"
    return "".join(
        [
            svg.path(f"dot{few}", discs),
            svg.path(f"hole{few}", discs),
            *(svg.path(kind, d) for kind, d in shapes.items()),
            svg.path(f"eye{few}", eyes),
            svg.path("left-out", crosses),
        ]
    )


def told(series: Series) -> dict[date, Point]:
    """The figures that are drawn by what is said of them, by day."""
    return series.process.told if series.process else {}


def _points_up(point: Point) -> bool:
    return point.is_high and (not point.is_low or point.side > 0)


def _triangle(corner: Corner, size: float, *, is_up: bool) -> str:
    """Its middle is the figure's place."""
    step = -size if is_up else size
    return f"M{corner.x:.1f} {corner.y + step:.1f}l{size:.1f} {-1.7 * step:.1f}h{-2 * size:.1f}z"


def notes(drawing: Drawing) -> str:
    """A thin upright with the number of a note, which stands under the chart."""
    process = drawing.series.process
    if process is None or not process.notes:
        return ""
    numbers: dict[float, list[str]] = {}
    for note in process.notes:
        numbers.setdefault(drawing.plot.x(note.on), []).append(str(note.number))
    uprights = "".join(f"M{x:.1f} {TOP - 8}V{BOTTOM}" for x in numbers)
    words, free_from = [], 0.0
    for x, those in sorted(numbers.items()):
        text = ", ".join(those)
        half = len(text) * LETTER / 2
        y = (
            TOP - 12 if x - half >= free_from else TOP - 24
        )  # beside a number that is too near it stands higher
        free_from = x + half if y == TOP - 12 else free_from
        words.append(svg.text(text, x=x, y=y, anchor="at-middle"))
    return svg.group("notes", svg.path("", uprights), *words)


def used(series: Series) -> list[tuple[str, str, bool]]:
    """(kind, words, whether it is drawn) for the key."""
    process = series.process
    kinds = process.by_signal if process else {}
    has_limits = any(True for _ in limits_to_draw(series))
    return [
        ("common", "Common cause", Signal.COMMON_CAUSE in kinds),
        ("better", "Improvement", Signal.IMPROVEMENT in kinds),
        ("worse", "Concern", Signal.CONCERN in kinds),
        ("other", "Signal, high or low", bool({Signal.NEUTRAL_HIGH, Signal.NEUTRAL_LOW} & kinds.keys())),
        ("left-out", "Left out, explained below", Signal.NOT_COUNTED in kinds),
        ("mean", "Mean", has_limits),
        ("limits", "Process limits", has_limits),
        ("note", "Note, explained below", bool(process and process.notes)),
    ]


def described(series: Series) -> list[str]:
    """Sentences for who cannot see the drawing: limits, and every signal by its period."""
    process = series.process
    if process is None:
        return []
    parts = list(limits_to_draw(series))
    labels = {point.on: point.label for point in series.points}
    said = [f"Process limits and mean in {len(parts)} part{'' if len(parts) == 1 else 's'}."] if parts else []
    for signal in (Signal.CONCERN, Signal.IMPROVEMENT, Signal.NEUTRAL_HIGH, Signal.NEUTRAL_LOW):
        if found := process.by_signal.get(signal):
            said.append(f"{SIGNAL_WORDS[signal]}: {_in_short([labels[point.on] for point in found])}.")
    return said


def _in_short(labels: list[str]) -> str:
    """All of a few, else the first, the last and how many: the table lists every one."""
    return (
        ", ".join(labels) if len(labels) <= 4 else f"{len(labels)} figures from {labels[0]} to {labels[-1]}"
    )
