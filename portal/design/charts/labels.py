"""Words inside a drawing, placed where nothing is drawn and nothing else is said."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from portal.design.charts.drawing import BOTTOM, GUTTER, LETTER, WIDTH, Corner, Drawing

ABOVE, BELOW = -11, 20  # from the highest or lowest obstacle to the foot of the words
CAP = 9  # how far letters rise above their foot
LINE = 16  # two rows of words closer than this run into each other

Polyline = list[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Words:
    """A label: how it is anchored at x, its foot, and from where to where it reaches."""

    text: str
    anchor: str
    x: float
    y: float
    start: float
    end: float

    def runs_into(self, other: "Words") -> bool:
        return abs(self.y - other.y) < LINE and self.start < other.end and other.start < self.end


def placed(drawing: Drawing) -> list[Words]:
    """In order of importance; what would run into what is already said is left out, the last figure never."""
    said: list[Words] = []
    lines = [[(c.x, c.y) for c in drawing.corners if c.y is not None], _expected_line(drawing)]
    for corner, text in _wanted(drawing):
        choices = list(_choices(drawing, corner, text, lines))
        free = [words for words in choices if not any(words.runs_into(other) for other in said)]
        said += free[:1] or ([] if said else choices[:1])
    return said


def spread(x: float, text: str, *, left: float = 0) -> tuple[str, float, float]:
    """How words at x are anchored to stay between `left` and the edge, and from where to where they reach."""
    width = len(text) * LETTER
    if x + width / 2 > WIDTH:
        return "at-end", x - width, x
    if x - width / 2 < left:
        return "at-start", x, x + width
    return "at-middle", x - width / 2, x + width / 2


def _wanted(drawing: Drawing) -> list[tuple[Corner, str]]:
    """The last figure, the last forecast, the baseline by name, the first figure; one place is said once."""
    named = {c.at: (c, c.point.text) for c in (*drawing.known[-1:], *drawing.ahead[-1:])}
    if drawing.baseline:
        named[drawing.baseline.at] = (drawing.baseline, f"Baseline {drawing.baseline.point.text}")
    for first in drawing.known[:1]:
        named.setdefault(first.at, (first, first.point.text))
    return list(named.values())


def _choices(drawing: Drawing, corner: Corner, text: str, lines: list[Polyline]) -> Iterator[Words]:
    """Beside the point where there is room to the right; else above or below everything drawn there, nearest first."""
    room = WIDTH - corner.x - GUTTER
    if corner.x >= drawing.plot.right and room >= len(text) * LETTER:
        yield Words(text, "at-start", corner.x + GUTTER, corner.y + CAP / 2, corner.x, WIDTH)
        return
    anchor, start, end = spread(corner.x, text, left=drawing.plot.left - GUTTER)
    obstacles = [corner.y] + [y for line in lines for y in _heights(line, start, end)]
    feet = (min(obstacles) + ABOVE, max(obstacles) + BELOW)
    for foot in sorted(feet, key=lambda y: abs(y + ABOVE / 2 - corner.y)):
        if CAP < foot < BOTTOM - 3:
            yield Words(text, anchor, corner.x, foot, start, end)


def _expected_line(drawing: Drawing) -> Polyline:
    """The corners of the trajectory; a step has two."""
    plot = drawing.plot
    line = [(plot.x(on), plot.y(value)) for on, value in drawing.series.expected]
    if drawing.series.expected_is_stepped:
        line = [corner for (x0, y0), (x1, y1) in pairwise(line) for corner in ((x0, y0), (x1, y0))] + line[
            -1:
        ]
    return [*line, (plot.right, line[-1][1])] if line else []


def _heights(line: Polyline, start: float, end: float) -> list[float]:
    """Where a line passes between two places: at its corners there and at both ends."""
    ends = [y for x in (start, end) if (y := _height(line, x)) is not None]
    return ends + [y for x, y in line if start <= x <= end]


def _height(line: Polyline, x: float) -> float | None:
    for (x0, y0), (x1, y1) in pairwise(line):
        if x0 <= x < x1:
            return y0 + (y1 - y0) * (x - x0) / (x1 - x0)
    return None
