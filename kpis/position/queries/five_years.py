"""The coming years without and with the initiatives of the savings register."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from kpis.domain.periods import year_name
from kpis.domain.position import BlockYear, GrowthCheck, first_in_balance, growth_check, roll_forward
from kpis.domain.savings import Progress, Stage, TypeGroup, total
from kpis.position.models import UnmitigatedLine
from kpis.savings.queries import last_planned_years, work_out_years
from kpis.savings.queries.lines import Line

STAGES_IN_ORDER = (Stage.DELIVERED, Stage.IN_DELIVERY, Stage.PLANNED, Stage.IDENTIFIED, Stage.STOPPED)
SavedBy = dict[tuple[TypeGroup, Stage], Progress]


@dataclass(frozen=True, slots=True)
class YearOutlook:
    """One year three ways: nothing is done, every initiative brings its forecast, it counts by its stage."""

    year: int
    rests_on: str
    unmitigated: BlockYear
    mitigated: BlockYear
    counted_on: BlockYear
    saved: SavedBy

    @property
    def label(self) -> str:
        return year_name(self.year)

    def forecast_of(self, group: TypeGroup, stage: Stage) -> Decimal:
        return self.saved.get((group, stage), Progress()).forecast


@dataclass(frozen=True, slots=True)
class OutlookPoint:
    """One year of a chart, as `position_chart` draws it."""

    label: str
    unmitigated: Decimal
    mitigated: Decimal
    counted_on: Decimal


ByYear = list[tuple[str, Decimal]]  # the year in words, pounds


@dataclass(frozen=True, slots=True)
class FiveYears:
    """The outlook of the years that the unmitigated line covers. Only cashable savings and income are taken off."""

    line: UnmitigatedLine
    years: tuple[YearOutlook, ...]

    @property
    def stages(self) -> list[tuple[Stage, ByYear]]:
        """What the initiatives at each stage take off the deficit, year by year; stages with an amount only."""
        rows = [(s, self._by_year(TypeGroup.TOWARDS_TARGET, s)) for s in STAGES_IN_ORDER]
        return [(stage, amounts) for stage, amounts in rows if any(pounds for _, pounds in amounts)]

    @property
    def other_groups(self) -> list[tuple[TypeGroup, ByYear]]:
        """Types that do not move the deficit, each for itself, year by year."""
        groups = [group for group in TypeGroup if not group.counts_towards_target]
        rows = [(group, self._by_year(group, *Stage)) for group in groups]
        return [(group, amounts) for group, amounts in rows if any(pounds for _, pounds in amounts)]

    @property
    def in_year_points(self) -> list[OutlookPoint]:
        return [
            OutlookPoint(y.label, y.unmitigated.in_year, y.mitigated.in_year, y.counted_on.in_year)
            for y in self.years
        ]

    @property
    def first_label(self) -> str:
        return self.years[0].label

    @property
    def last_label(self) -> str:
        return self.years[-1].label

    def _by_year(self, group: TypeGroup, *stages: Stage) -> ByYear:
        return [
            (year.label, sum((year.forecast_of(group, stage) for stage in stages), Decimal(0)))
            for year in self.years
        ]

    @property
    def balances_in(self) -> int | None:
        """The first year without an in-year deficit if every initiative brings its forecast."""
        return first_in_balance([year.mitigated for year in self.years])

    @property
    def counted_on_balances_in(self) -> int | None:
        return first_in_balance([year.counted_on for year in self.years])

    @property
    def balances_label(self) -> str:
        return year_name(self.balances_in) if self.balances_in is not None else ""

    @property
    def counted_on_balances_label(self) -> str:
        in_year = self.counted_on_balances_in
        return year_name(in_year) if in_year is not None else ""

    @property
    def growth(self) -> GrowthCheck | None:
        """The sense check of the unmitigated line; None without a stated pressure."""
        pressure = self.line.pressure_gbp
        return growth_check([y.unmitigated for y in self.years], pressure=pressure) if pressure else None


def current_line(at: datetime) -> UnmitigatedLine | None:
    """The unmitigated line that counted at the moment. Two queries."""
    return (
        UnmitigatedLine.objects.known_at(at)
        .latest_first()
        .select_related("recorded_by")
        .prefetch_related("years")
        .first()
    )


def five_years_at(at: datetime) -> FiveYears | None:
    """None before an unmitigated line is recorded. A fixed number of queries."""
    line = current_line(at)
    if line is None:
        return None
    typed = {year.financial_year: year for year in line.years.all()}
    saved = _saved(sorted(typed), at)
    return FiveYears(line, tuple(_outlooks(line, typed, saved)))


def _outlooks(line: UnmitigatedLine, typed: dict, saved: dict[int, SavedBy]) -> Iterable[YearOutlook]:
    in_years = {year: row.in_year_gbp for year, row in typed.items()}
    ways = [
        roll_forward(
            line.opening_gbp, {year: amount + taken_off(saved[year]) for year, amount in in_years.items()}
        )
        for taken_off in (_nothing, _forecast, _counted_on)
    ]
    for unmitigated, mitigated, counted_on in zip(*ways, strict=True):
        year = unmitigated.year
        yield YearOutlook(year, typed[year].source, unmitigated, mitigated, counted_on, saved[year])


def _nothing(saved: SavedBy) -> Decimal:
    return Decimal(0)


def _forecast(saved: SavedBy) -> Decimal:
    return _towards_target(saved).forecast


def _counted_on(saved: SavedBy) -> Decimal:
    return _towards_target(saved).risk_adjusted


def _towards_target(saved: SavedBy) -> Progress:
    return total(p for (group, _), p in saved.items() if group.counts_towards_target)


def saved_in(years: Sequence[int], at: datetime) -> dict[int, list[tuple[Line, Progress]]]:
    """What each initiative of the register comes to in each year.

    Nobody plans every year of what goes on: after the last year with months of its own a recurrent
    initiative counts at the full-year effect of that year.
    """
    if not years:
        return {}
    last_planned = last_planned_years(at=at)
    known = work_out_years(years=sorted({*years, *last_planned.values()}), at=at)
    by_initiative = {year: worked_out.by_initiative() for year, worked_out in known.items()}

    def saved(line: Line, year: int) -> Progress:
        own, last = by_initiative[year][line.id], last_planned.get(line.id, year)
        if own.has_amounts or last >= year:
            return own
        return by_initiative[last][line.id].carried_on(known[year].rules.weights.get(line.stage, 0))

    return {year: [(line, saved(line, year)) for line in known[year].lines] for year in years}


def _saved(years: Sequence[int], at: datetime) -> dict[int, SavedBy]:
    """`saved_in` by type group and stage."""
    return {year: _by_stage(rows) for year, rows in saved_in(years, at).items()}


def _by_stage(rows: Iterable[tuple[Line, Progress]]) -> SavedBy:
    parts: dict[tuple[TypeGroup, Stage], list[Progress]] = {}
    for line, progress in rows:
        parts.setdefault((line.group, line.stage), []).append(progress)
    return {key: total(progress) for key, progress in parts.items()}
