"""A KPI's record as statistical process control sees it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from .. import spc
from ..definition import Definition, as_decimal
from ..direction import de_accumulate
from ..periods import PeriodKind, year_start_of
from ..symbols import Symbol
from ..trajectory import TargetPoint
from .assessment import trajectory_of
from .record import BaselineValue, FigureValue

# One value a year shows no process: these are drawn plainly, and no page speaks of limits.
ONCE_A_YEAR = frozenset(
    {PeriodKind.FINANCIAL_YEAR, PeriodKind.ACADEMIC_YEAR, PeriodKind.CALENDAR_YEAR, PeriodKind.CENSUS}
)
TOO_FEW = "too_few"  # what is stored of a series that has too few points for icons


def observed(
    definition: Definition,
    baseline: BaselineValue | None,
    targets: Sequence[TargetPoint],
    figures: Sequence[FigureValue],
    *,
    all_targets: bool,
) -> spc.Observed | None:
    """What counts for process limits, from figures oldest first; None where SPC does not apply.

    Forecasts are left out; what is before the last break, or has no value, is drawn and does not count. A
    cumulative KPI is looked at by what each period added, for which there is no target. The target of a point
    is what is expected of it; without `all_targets` only the last point that counts has its own.
    """
    counted = [figure for figure in figures if not figure.is_forecast]
    if not counted or counted[-1].period.kind in ONCE_A_YEAR:
        return None
    values = own_values(definition, counted)
    broken = max((at for at, figure in enumerate(counted) if figure.symbol is Symbol.BREAK), default=0)
    days = tuple(figure.period.last_day for figure in counted)
    ghosted = frozenset(day for at, day in enumerate(days) if at < broken or counted[at].is_ghosted)
    counting = (
        day for day, value in zip(days, values, strict=True) if value is not None and day not in ghosted
    )
    wanted = days if all_targets else tuple(counting)[-1:]
    return spc.Observed(days, tuple(values), _goals(definition, baseline, targets, counted, wanted), ghosted)


def own_values(definition: Definition, figures: Sequence[FigureValue]) -> list[Decimal | None]:
    """Each period's own value: of a cumulative KPI what the period added, of any other the value itself."""
    values = [figure.value for figure in figures]
    if not definition.is_cumulative:
        return values
    periods = [figure.period for figure in figures]
    start = definition.year_start or year_start_of(periods[-1].kind)
    return [own for _, own in de_accumulate(list(zip(periods, values, strict=True)), start)]


def _goals(definition, baseline, targets, figures, wanted) -> tuple[Decimal | None, ...]:
    kind = figures[-1].period.kind
    days = [figure.period.last_day for figure in figures]
    if not targets:
        return ()
    return tuple(goal_on(definition, baseline, targets, kind, day) if day in wanted else None for day in days)


def goal_on(
    definition: Definition,
    baseline: BaselineValue | None,
    targets: Sequence[TargetPoint],
    kind: PeriodKind,
    day: date,
) -> Decimal | None:
    """The target that a process is held against: what is expected by a day. A cumulative KPI's periods have none."""
    if not definition.has_targets or not targets or definition.is_cumulative:
        return None
    expected = trajectory_of(definition, baseline, targets, kind).expected_on(day)
    return None if expected is None else as_decimal(expected)


def analysed(
    definition: Definition,
    method: spc.Method,
    baseline: BaselineValue | None,
    targets: Sequence[TargetPoint],
    figures: Sequence[FigureValue],
) -> spc.Spc | None:
    """The record's process, point by point; None where SPC does not apply."""
    series = observed(definition, baseline, targets, figures, all_targets=True)
    return spc.analyse(series, within(method, series)) if series else None


def within(method: spc.Method, series: spc.Observed) -> spc.Method:
    """The method without recalculations at periods that have no figure at this moment."""
    known = method.recalculated_on.intersection(series.days)
    return method if len(known) == len(method.recalculated_on) else replace(method, recalculated_on=known)


def stored(icons: spc.Icons | None) -> tuple[str, str]:
    """Variation and assurance as a status keeps them: empty where SPC does not apply, and too few said as such."""
    if icons is None:
        return "", ""
    if not icons.is_enough:
        return TOO_FEW, ""
    return str(icons.variation), str(icons.assurance or "")
