"""A series laid out on paper: where each of its periods stands. What is drawn there is `marks`' business."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kpis.domain.series import Series, SeriesPoint
from portal.design.charts import scale
from portal.design.charts.limits import limits_to_draw

# The drawing's own units; the stylesheet sets the size of letters for narrow and for wide pages.
WIDTH, HEIGHT = 400, 230
TOP, BOTTOM, RIGHT = 34, HEIGHT - 27, WIDTH - 9
LETTER = 8.2  # the room one letter needs on a phone, where letters are largest
GUTTER = 10  # between words at the edge and what is drawn


@dataclass(frozen=True, slots=True)
class Plot:
    """The rectangle figures are drawn in and the span of dates and values it stands for."""

    left: float
    right: float
    top: float
    bottom: float
    first: int
    last: int
    low: float
    high: float

    def x(self, on: date) -> float:
        """Proportional to time; a single day stands in the middle."""
        if self.first == self.last:
            return (self.left + self.right) / 2
        return self.left + (on.toordinal() - self.first) / (self.last - self.first) * (self.right - self.left)

    def y(self, value: Decimal | float) -> float:
        return self.bottom - (float(value) - self.low) / (self.high - self.low) * (self.bottom - self.top)


@dataclass(frozen=True, slots=True)
class Corner:
    """A period in its place; without a value `y` is None. `at` is the place as a path writes it."""

    point: SeriesPoint
    x: float
    y: float | None
    at: str


@dataclass(frozen=True, slots=True)
class Drawing:
    series: Series
    plot: Plot
    ticks: list[float]
    tick_labels: list[str]
    corners: list[Corner]  # every period, in date order
    baseline: Corner | None

    @classmethod
    def of(cls, series: Series) -> "Drawing | None":
        """None where there is no value to draw."""
        values = _values(series)
        if not values:
            return None
        ticks = scale.ticks(min(values), max(values))
        labels = scale.tick_labels(ticks, series.unit)
        plot = _plot(series, ticks, left=max(map(len, labels)) * LETTER + GUTTER)
        corners = [_corner(plot, point) for point in series.points]
        baseline = _corner(plot, series.baseline) if series.baseline else None
        return cls(
            series, plot, ticks, labels, corners, baseline if baseline and baseline.y is not None else None
        )

    @property
    def known(self) -> list[Corner]:
        return [c for c in self.corners if c.y is not None and not c.point.is_forecast]

    @property
    def ahead(self) -> list[Corner]:
        """The forecasts."""
        return [c for c in self.corners if c.y is not None and c.point.is_forecast]


def _corner(plot: Plot, point: SeriesPoint) -> Corner:
    x = plot.x(point.on)
    if point.value is None:
        return Corner(point, x, None, "")
    y = plot.y(point.value)
    return Corner(point, x, y, f"{x:.1f} {y:.1f}")


def _values(series: Series) -> list[float]:
    """Every value that needs room on the axis; none where there is no point to draw."""
    values = [float(p.value) for p in (*series.points, series.baseline) if p and p.value is not None]
    if not values:
        return []
    bounds = [float(value) for value in (series.range_low, series.range_high) if value is not None]
    bounds += [value for part in limits_to_draw(series) for value in part[-2:]]
    return values + bounds + [float(value) for _, value in series.expected]


def _plot(series: Series, ticks: list[float], *, left: float) -> Plot:
    """Where the last value stands at the edge of time there is room to write it beside its point."""
    days = [p.on for p in (*series.points, series.baseline) if p] + [on for on, _ in series.expected]
    first, last = min(days), max(days)
    at_edge = [p.text for p in series.points[-1:] if p.on == last > first and p.value is not None]
    right = WIDTH - GUTTER - 4 - LETTER * len(at_edge[0]) if at_edge else RIGHT
    return Plot(left, right, TOP, BOTTOM, first.toordinal(), last.toordinal(), low=ticks[0], high=ticks[-1])
