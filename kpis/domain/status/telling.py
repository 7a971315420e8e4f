"""A KPI's record as one series: the points to draw and list, and the sentence that says what they show."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from ..definition import Definition, Polarity
from ..periods import Period, PeriodKind
from ..series import Series, SeriesPoint
from ..spc import Point, Process
from ..symbols import Symbol
from ..trajectory import Shape, TargetPoint
from .assessment import trajectory_of
from .record import BaselineValue, FigureValue, in_order

MOST_GAPS = 6  # named in the sentence about what was never reported


def series(
    definition: Definition,
    baseline: BaselineValue | None,
    targets: Sequence[TargetPoint],
    figures: Iterable[FigureValue],
    *,
    title: str = "",
) -> Series:
    """The record for chart, table and alternative text. The line of expected values reaches the last target.

    A point without a value has its symbol's words as its text, and no note.
    """
    recorded = in_order(figures)
    points = tuple(_point(definition, figure) for figure in recorded)
    start = _baseline_point(definition, baseline) if baseline else None
    in_range = definition.polarity is Polarity.RANGE
    return Series(
        title=title,
        unit=definition.unit,
        points=points,
        baseline=start,
        expected=_expected(definition, baseline, targets, recorded),
        expected_is_stepped=definition.trajectory_shape is Shape.STEPPED,
        range_low=definition.range_low if in_range else None,
        range_high=definition.range_high if in_range else None,
        summary=_summary(points, start),
    )


def own_series(definition: Definition, process: Process, labels: dict[date, str], *, title: str) -> Series:
    """What each period of a cumulative KPI added, as its process limits see it."""
    return Series(
        title=title,
        unit=definition.unit,
        points=tuple(_own_point(definition, point, labels[point.on]) for point in process.spc.points),
        summary=process.sentence,
        process=process,
    )


def with_gaps(series: Series, gaps: Iterable[Sequence[Period]]) -> Series:
    """The series with a point without a value for each period that nobody reported: see `periods.gaps`."""
    missing = [
        SeriesPoint(label=period.label, on=period.last_day, value=None, text="not reported")
        for gap in gaps
        for period in gap
    ]
    if not missing:
        return series
    return replace(series, points=tuple(sorted((*series.points, *missing), key=lambda point: point.on)))


def unreported_words(gaps: Sequence[Sequence[Period]]) -> str:
    """`April 2025; June 2025 to August 2025`: the latest gaps by name, the others by number."""
    named = [
        gap[0].label if len(gap) == 1 else f"{gap[0].label} to {gap[-1].label}" for gap in gaps[-MOST_GAPS:]
    ]
    earlier = len(gaps) - len(named)
    if earlier:
        named.insert(0, f"{earlier} earlier gap{'' if earlier == 1 else 's'}")
    return "; ".join(named)


def _own_point(definition: Definition, point: Point, label: str) -> SeriesPoint:
    text = "no value" if point.value is None else definition.shown(point.value)
    return SeriesPoint(label=label, on=point.on, value=point.value, text=text)


def _point(definition: Definition, figure: FigureValue) -> SeriesPoint:
    has_value = figure.value is not None
    return SeriesPoint(
        label=figure.period.label,
        on=figure.period.last_day,
        value=figure.value,
        text=definition.shown(figure.value) if has_value else figure.symbol_words or "no value",
        note=figure.symbol_words if has_value else "",
        is_forecast=figure.is_forecast,
        is_break=figure.symbol is Symbol.BREAK,
    )


def _baseline_point(definition: Definition, baseline: BaselineValue) -> SeriesPoint:
    return SeriesPoint(
        label=baseline.period.label,
        on=baseline.period.last_day,
        value=baseline.value,
        text=definition.shown(baseline.value),
        note=Symbol.FORECAST.words if baseline.is_forecast else "",
        is_forecast=baseline.is_forecast,
    )


def _expected(
    definition, baseline, targets, recorded: Sequence[FigureValue]
) -> tuple[tuple[date, Decimal], ...]:
    if not definition.has_targets or not targets:
        return ()
    periods = [figure.period for figure in recorded]
    kind = periods[-1].kind if periods else PeriodKind.MONTH
    line = trajectory_of(definition, baseline, targets, kind)
    until = max([*(target.on for target in targets), *(period.last_day for period in periods)])
    return line.corners(until)


# The sentence


def _summary(points: Sequence[SeriesPoint], baseline: SeriesPoint | None) -> str:
    """One sentence: the figures worth naming, what is missing or forecast, and the baseline."""
    reported = [point for point in points if not point.is_forecast]
    known = [point for point in reported if point.value is not None]
    named = ", ".join(_in_words(point) for point in _worth_naming(known))
    parts = [named or "No figures yet"]
    if reported and reported[-1].value is None:
        parts.append(f"{reported[-1].label}: {reported[-1].text}")
    parts += [f"forecast {point.text} for {point.label}" for point in points if point.is_forecast][-1:]
    parts += [f"the series breaks at {point.label}" for point in reported if point.is_break][-1:]
    if baseline:
        note = f", {baseline.note}" if baseline.note else ""
        parts.append(f"the baseline is {baseline.text} ({baseline.label}{note})")
    return f"{'; '.join(parts)}."


def _in_words(point: SeriesPoint) -> str:
    note = f" ({point.note})" if point.note and not point.is_break else ""
    return f"{point.text} in {point.label}{note}"


def _worth_naming(known: Sequence[SeriesPoint]) -> list[SeriesPoint]:
    """The first figure, the last, and between them the one furthest from the middle of the two."""
    if len(known) <= 3:
        return list(known)
    first, last = known[0], known[-1]
    middle = (first.value + last.value) / 2
    return [first, max(known[1:-1], key=lambda point: abs(point.value - middle)), last]
