"""Everything the page of one KPI shows, as at a moment."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q
from django.utils import timezone

from kpis.domain.periods import PeriodKind
from kpis.domain.series import Series
from kpis.domain.spc import Process
from kpis.domain.status import unreported_words
from kpis.figures.models import Baseline, Commentary, Figure, FigureState, Kpi, KpiDefinition, Target
from kpis.figures.queries.charts import drawn_charts, unreported
from kpis.figures.queries.due import owed
from kpis.figures.queries.record import records_at
from kpis.figures.queries.standing import Standing, process_of, standings, terms_around
from kpis.spreadsheets import as_typed
from kpis.workstreams.models import Workstream

SHOWN_AT_ONCE = 13  # rows of the table: a year of months and the month a year before the latest
EXPORT_HEADINGS = [
    "kpi code",
    "name",
    "period",
    "starts on",
    "ends on",
    "numerator",
    "denominator",
    "value",
    "unit",
    "symbol",
    "basis",
    "source",
    "known from",
    "remark",
    "mean",
    "lower limit",
    "upper limit",
    "process",
]


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A period of the table: what counts, and the figures it replaced, newest first."""

    figure: Figure
    shown: str
    earlier: tuple[tuple[Figure, str], ...]
    may_correct: bool
    limits: str = ""
    process: str = ""


@dataclass(frozen=True, slots=True)
class KpiPage:
    standing: Standing | None
    rows: list[FigureRow]
    counter_measures: list[Standing]
    definitions: list[KpiDefinition]
    baselines: list[Baseline]
    targets: list[Target]
    commentaries: list[Commentary]
    may_agree_baseline: bool
    may_report: bool = False
    baseline_is_agreed: bool = False
    charts: tuple[Series, ...] = ()
    unreported: str = ""  # the periods between its figures that have none, in words
    late_count: int = 0  # figures that are past their day and not sent

    @property
    def latest_rows(self) -> list[FigureRow]:
        return self.rows[:SHOWN_AT_ONCE]

    @property
    def earlier_rows(self) -> list[FigureRow]:
        return self.rows[SHOWN_AT_ONCE:]

    @property
    def first_period(self) -> str:
        """The label of the oldest period that has a figure."""
        return self.rows[-1].figure.period.label


def kpi_page(kpi: Kpi, moment: datetime, *, user, now: bool) -> KpiPage:
    """The page's parts. `standing` is None for a KPI that had no definition at the moment."""
    [standing] = standings([kpi], moment, now=now) or [None]
    if standing is None:
        return KpiPage(None, [], [], [], [], [], [], False)
    known = Q(counts_from__lte=moment)
    missing = unreported(standing.record)
    may_report = now and _reports(kpi, user)
    return KpiPage(
        standing=standing,
        rows=_rows(kpi, standing, moment, may_correct=may_report),
        counter_measures=_counter_measures(standing, moment, now),
        definitions=list(kpi.definitions.filter(known).select_related("set_by").order_by("-version")),
        baselines=list(
            kpi.baselines.filter(known).select_related("set_by", "agreed_by").order_by("-version")
        ),
        targets=list(
            kpi.targets.filter(known).select_related("set_by").prefetch_related("points").order_by("-version")
        ),
        commentaries=_commentaries(kpi, moment),
        may_agree_baseline=now and Workstream.objects.approved_by(user).filter(pk=kpi.workstream_id).exists(),
        may_report=may_report,
        baseline_is_agreed=_is_agreed(standing.record.baseline, moment),
        charts=drawn_charts(standing.record, missing),
        unreported=unreported_words(missing),
        late_count=_late_count(standing),
    )


def _late_count(standing: Standing) -> int:
    """How many of its figures are late; 0 where the first of them is waiting for approval."""
    if not standing.is_overdue:
        return 0
    is_by_term = standing.definition.frequency == PeriodKind.TERM
    terms = terms_around([standing.record], standing.on) if is_by_term else ()
    return sum(due.due_on < standing.on for due in owed(standing.record, on=standing.on, terms=terms))


def _is_agreed(baseline: Baseline | None, moment) -> bool:
    return bool(baseline and baseline.agreed_at and baseline.agreed_at <= moment)


def _reports(kpi: Kpi, user) -> bool:
    return user.has_perm("figures.add_figure") and Kpi.objects.led_by(user).filter(pk=kpi.pk).exists()


def _rows(kpi: Kpi, standing: Standing, moment, *, may_correct: bool) -> list[FigureRow]:
    chains: dict = {}
    known = Figure.objects.filter(kpi=kpi, state=FigureState.APPROVED).known_at(moment)
    known = known.filter(period_kind=standing.definition.frequency)
    for figure in known.select_related("recorded_by", "decided_by").order_by(
        "-period_start", "-counts_from", "-id"
    ):
        chains.setdefault(figure.period_start, []).append(figure)
    return [
        FigureRow(
            figure=newest,
            shown=_shown(standing, newest),
            earlier=tuple((figure, _shown(standing, figure)) for figure in earlier),
            may_correct=may_correct,
            **_in_process(standing, newest),
        )
        for newest, *earlier in chains.values()
    ]


def _in_process(standing: Standing, figure: Figure) -> dict:
    """The limits of a period and what its figure is by them, in words; nothing where they do not apply."""
    process = standing.process
    point = process.by_day.get(figure.period.last_day) if process else None
    if point is None:
        return {}
    limits = f"{standing.shown(point.limits.lower)} to {standing.shown(point.limits.upper)}"
    return {
        "limits": limits if process.has_limits(point) else "",
        "process": process.point_words(point),
    }


def _shown(standing: Standing, figure: Figure) -> str:
    return figure.symbol_words if figure.value is None else standing.shown(figure.value)


def _counter_measures(standing: Standing, moment, now: bool) -> list[Standing]:
    guards = Kpi.objects.filter(code__in=standing.definition.counter_measures).select_related("workstream")
    return standings(guards.order_by("code"), moment, now=now)


def _commentaries(kpi: Kpi, moment) -> list[Commentary]:
    """The words that went with the latest figures that counted by then."""
    counted = Commentary.objects.filter(
        figure__kpi=kpi, figure__state=FigureState.APPROVED, figure__counts_from__lte=moment
    )
    rows = counted.select_related("written_by", "figure")
    return list(rows.order_by("-figure__period_start", "-written_at", "-id")[:5])


def export_rows(kpi: Kpi, moment) -> tuple[list[str], list[list[str]]]:
    """Headings and rows of the KPI's figures that count at the moment, every period kind, oldest first."""
    counted = Figure.objects.filter(kpi=kpi).board_values(moment).select_related("definition")
    figures = sorted(counted, key=lambda figure: (figure.period_kind, figure.period_start))
    processes = [found for record in records_at([kpi], moment) if (found := process_of(record))]
    return EXPORT_HEADINGS, [_export_row(kpi, figure, *processes) for figure in figures]


def _export_row(kpi: Kpi, figure: Figure, process: Process | None = None) -> list[str]:
    definition = figure.definition
    return [
        kpi.code,
        definition.name,
        figure.period.label,
        figure.period_start.isoformat(),
        figure.period.last_day.isoformat(),
        as_typed(figure.numerator),
        as_typed(figure.denominator),
        as_typed(figure.value),
        definition.unit,
        figure.symbol,
        figure.basis,
        figure.source,
        timezone.localdate(figure.counts_from).isoformat(),
        figure.remark,
        *_export_process(figure, process),
    ]


def _export_process(figure: Figure, process: Process | None) -> list[str]:
    """Mean, limits and words of a figure's own kind of period; empty where there are too few figures."""
    point = process.by_day.get(figure.period.last_day) if process else None
    if point is None:
        return [""] * 4
    limits = point.limits
    numbers = (limits.mean, limits.lower, limits.upper) if process.has_limits(point) else ()
    return [
        *(as_typed(round(number, 6)) for number in numbers),
        *[""] * (3 - len(numbers)),
        process.point_words(point),
    ]
