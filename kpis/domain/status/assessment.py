"""How a KPI stands by its latest figure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ..definition import Definition, as_decimal
from ..direction import Direction, de_accumulate, direction
from ..periods import Period, PeriodKind, year_start_of
from ..progress import NoDistanceToTarget, Progress, describe_progress
from ..rating import Rated, Rating, rate
from ..symbols import Symbol
from ..trajectory import TargetPoint, Trajectory
from .record import BaselineValue, FigureValue, in_order


@dataclass(frozen=True, slots=True)
class Assessment:
    """What is said of a KPI at a moment.

    `actual` is the latest figure that is not a forecast, and may carry a symbol instead of a value;
    `previous` the one before it. `expected` is for the last day of its period. `progress` is a share
    (1 is on target) where one is defined, and `progress_words` says it, or "hold", or is empty.
    """

    rating: Rating
    reason: str
    actual: FigureValue | None
    expected: Decimal | None
    progress: Decimal | None
    progress_words: str
    direction: Direction
    previous: FigureValue | None
    symbol_words: str


def assess(
    definition: Definition,
    baseline: BaselineValue | None,
    targets: Sequence[TargetPoint],
    figures: Iterable[FigureValue],
) -> Assessment:
    """Judge a KPI by what was recorded. Figures may come in any order, one for each period.

    Without a figure, `reason` says so; a forecast is never the current figure. Progress is towards the
    last target, or for a cumulative KPI towards its year's, from nought.
    """
    recorded = in_order(figures)
    counted = [figure for figure in recorded if not figure.is_forecast]
    actual = counted[-1] if counted else None
    kind = recorded[-1].period.kind if recorded else PeriodKind.MONTH
    judged = judge(definition, baseline, targets, actual or (recorded[-1] if recorded else None), kind)
    return Assessment(
        rating=judged.rating,
        reason=judged.reason,
        actual=actual,
        expected=judged.expected,
        progress=judged.progress,
        progress_words=judged.progress_words,
        direction=direction(_comparable(definition, counted), definition.polarity),
        previous=counted[-2] if len(counted) > 1 else None,
        symbol_words=actual.symbol_words if actual else "",
    )


@dataclass(frozen=True, slots=True)
class Judgement:
    """What follows from one figure, without the ones before it."""

    rating: Rating
    reason: str
    expected: Decimal | None
    progress: Decimal | None
    progress_words: str


def judge(
    definition: Definition,
    baseline: BaselineValue | None,
    targets: Sequence[TargetPoint],
    figure: FigureValue | None,
    kind: PeriodKind,
) -> Judgement:
    """Judge a KPI by its latest figure, of periods of this kind. A forecast is called one and not rated."""
    line = trajectory_of(definition, baseline, targets, kind)
    has_line = figure is not None and not figure.is_forecast and definition.has_targets
    expected = line.expected_on(figure.period.last_day) if has_line else None
    rated = _rated(definition, baseline, targets, figure, expected)
    progress = _progress(definition, line, baseline, figure) if rated.rating is not Rating.NOT_RATED else None
    return Judgement(
        rating=rated.rating,
        reason=rated.reason,
        expected=None if expected is None else as_decimal(expected),
        progress=_achieved(progress),
        progress_words=_progress_words(definition, progress),
    )


def trajectory_of(
    definition: Definition,
    baseline: BaselineValue | None,
    targets: Sequence[TargetPoint],
    kind: PeriodKind,
) -> Trajectory:
    """The KPI's expected values; the kind of its periods tells when its year begins where the definition does not."""
    return Trajectory(
        baseline_on=baseline.period.last_day if baseline else None,
        baseline_value=baseline.value if baseline else None,
        points=tuple(targets),
        shape=definition.trajectory_shape,
        is_cumulative=definition.is_cumulative,
        year_start=definition.year_start or year_start_of(kind),
    )


def _rated(definition, baseline, targets, figure: FigureValue | None, expected) -> Rated:
    if figure is None:
        return rate(definition, value=None)
    return rate(
        definition,
        value=figure.value,
        symbol=figure.symbol,
        expected=expected,
        no_comparison=_no_comparison(definition, baseline, targets, figure.period, expected),
    )


def _no_comparison(definition, baseline, targets, period: Period, expected) -> str:
    """Why the figure has nothing to be compared with, in a sentence; "" where it has, or no target is set."""
    if baseline and period.last_day <= baseline.period.last_day:
        is_earlier = period.end <= baseline.period.start
        return "This is from before the baseline." if is_earlier else "This is the baseline."
    if not targets or expected is not None:
        return ""
    if definition.is_cumulative:
        return "No target for this year yet."
    return "No target after the baseline yet." if baseline else "No baseline yet."


def _progress(definition, line: Trajectory, baseline, actual: FigureValue) -> Progress | None:
    """What the share of the planned change is taken of; None for a range, which plans no change."""
    if not definition.has_targets:
        return None
    target = line.target_for(actual.period.last_day)
    start = Decimal(0) if definition.is_cumulative else baseline.value
    return Progress(baseline=start, target=target.value, actual=actual.value)


def _achieved(progress: Progress | None) -> Decimal | None:
    try:
        return progress.achieved if progress else None
    except NoDistanceToTarget:
        return None


def _progress_words(definition: Definition, progress: Progress | None) -> str:
    if progress is None:
        return ""
    return describe_progress(
        progress, of="the target for the year" if definition.is_cumulative else "the planned change"
    )


def _comparable(definition: Definition, counted: Sequence[FigureValue]) -> list[Decimal]:
    """The values whose direction can be told: since the last break, each period's own, without ghosts."""
    since = max((i for i, figure in enumerate(counted) if figure.symbol is Symbol.BREAK), default=0)
    kept = counted[since:]
    values = [figure.value for figure in kept]
    if definition.is_cumulative and kept:
        periods = [figure.period for figure in kept]
        year_start = definition.year_start or year_start_of(kept[0].period.kind)
        added = de_accumulate(list(zip(periods, values, strict=True)), year_start)
        values = [value for _, value in added]
    return [v for figure, v in zip(kept, values, strict=True) if v is not None and not figure.is_ghosted]
