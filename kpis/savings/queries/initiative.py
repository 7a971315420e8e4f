"""What the page of one initiative reads."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.db.models import Count, Exists, OuterRef, Q, Subquery, Sum
from django.utils import timezone

from kpis.domain import savings
from kpis.domain.periods import year_name
from kpis.domain.savings import Progress, Stage
from kpis.figures.models import Kpi, KpiDefinition
from kpis.savings.models import (
    CostBaseline,
    Counterfactual,
    DeliveredAmount,
    GateRecord,
    Initiative,
    MonthlyAmount,
    MonthlyPlan,
    PlanKind,
    Screening,
    SignOffState,
    StageMove,
    WordsChange,
)
from kpis.savings.queries.gates import Gates, gates_of, with_gates
from kpis.savings.queries.groups import SharedPart, shared_part
from kpis.savings.queries.years import work_out_years


@dataclass(frozen=True, slots=True)
class MonthRow:
    """One month as planned, forecast and reported; None where there is no amount, which is not nought.

    A plan or forecast stated as a per cent of a shared base has that per cent instead of an amount.
    `report` is the one that counts, signed by finance; `open_report` a later one that waits or was returned.
    """

    month: date
    planned: Decimal | None
    forecast: Decimal | None
    report: DeliveredAmount | None
    open_report: DeliveredAmount | None
    has_begun: bool
    is_over: bool
    planned_per_cent: Decimal | None = None
    forecast_per_cent: Decimal | None = None

    @property
    def can_be_reported(self) -> bool:
        return self.has_begun and self.last_report is None

    @property
    def last_report(self) -> DeliveredAmount | None:
        """The one that a correction would correct."""
        return self.open_report or self.report

    @property
    def label(self) -> str:
        return f"{self.month:%b}"

    @property
    def delivered(self) -> Decimal | None:
        return self.report.amount_gbp if self.report else None

    @property
    def waiting(self) -> Decimal | None:
        """What was reported and neither signed nor returned."""
        is_waiting = self.open_report and self.open_report.state == SignOffState.WAITING
        return self.open_report.amount_gbp if is_waiting else None

    @property
    def is_missing(self) -> bool:
        """Whether something should have been saved and nothing that counts or may come to count is reported."""
        expected = self.planned or self.forecast or self.planned_per_cent or self.forecast_per_cent
        return bool(self.is_over and expected and self.delivered is None and self.waiting is None)


@dataclass(frozen=True, slots=True)
class InitiativePage:
    """`plan` and `forecast` are the versions that count now; without a forecast the plan is forecast.

    `weight` is the per cent of what remains that its stage lets one count on; `shared` its place in a
    double-count group, None where it is in none.
    """

    initiative: Initiative
    gates: Gates
    year: int
    progress: Progress
    weight: int
    months: tuple[MonthRow, ...]
    plan: MonthlyPlan | None
    forecast: MonthlyPlan | None
    versions: tuple[MonthlyPlan, ...]
    deliveries: tuple[DeliveredAmount, ...]
    evidence: "GateEvidence"
    kpis: tuple[Kpi, ...]
    history: tuple[StageMove | WordsChange, ...]
    shared: SharedPart | None

    @property
    def stage(self) -> Stage:
        return self.gates.stage

    @property
    def year_label(self) -> str:
        return year_name(self.year)

    @property
    def chart_title(self) -> str:
        return f"{self.initiative.code} month by month, {self.year_label}"

    @property
    def chart_caption(self) -> str:
        return f"Pounds a month, {self.year_label}, in cash of the year. Source: the savings register."

    @property
    def planned_gbp(self) -> Decimal:
        return sum((row.planned or 0 for row in self.months), Decimal(0))


@dataclass(frozen=True, slots=True)
class GateEvidence:
    """Everything that was put on record for the gates, the latest first, what was withdrawn included."""

    baselines: tuple[CostBaseline, ...]
    counterfactuals: tuple[Counterfactual, ...]
    records: tuple[GateRecord, ...]
    screenings: tuple[Screening, ...]

    @property
    def counting_baseline(self) -> CostBaseline | None:
        """The last agreed version; None before one is agreed."""
        return next((baseline for baseline in self.baselines if baseline.is_agreed), None)


def initiatives_with_stage(at: datetime):
    """Initiatives with their people, workstream and gates read along, for a page of one."""
    return with_gates(Initiative.objects.select_related("workstream", "owner", "added_by"), at)


def initiative_page(*, initiative: Initiative, year: int, at: datetime) -> InitiativePage:
    """One initiative (from `initiatives_with_stage`) in a year, with everything ever said of it."""
    versions = tuple(plan_versions(initiative, year))
    plan, forecast = (_latest(versions, kind) for kind in (PlanKind.PLANNED, PlanKind.FORECAST))
    deliveries = initiative.deliveries.select_related("reported_by", "signed_by", "returned_by").annotate(
        is_corrected=Exists(DeliveredAmount.objects.filter(corrects=OuterRef("pk")))
    )
    known, gates = work_out_years(years=[year], at=at, only=initiative)[year], gates_of(initiative)
    return InitiativePage(
        initiative=initiative,
        gates=gates,
        year=year,
        progress=known.by_initiative()[initiative.pk],
        weight=known.rules.weights.get(gates.stage, 0),
        months=_months(initiative, year, plan, forecast, at),
        plan=plan,
        forecast=forecast,
        versions=versions,
        deliveries=tuple(deliveries.order_by("-month", "-reported_at", "-id")),
        evidence=_evidence(initiative),
        kpis=tuple(_kpis(initiative)),
        history=_history(initiative),
        shared=shared_part(initiative, known, year=year, at=at),
    )


def _kpis(initiative: Initiative):
    """The KPIs that evidence it, with `name`, as the last definition has it."""
    last = KpiDefinition.objects.filter(kpi=OuterRef("pk")).order_by("-version")
    return initiative.kpis.annotate(name=Subquery(last.values("name")[:1])).order_by("code")


def _evidence(initiative: Initiative) -> GateEvidence:
    baselines = initiative.baselines.select_related("recorded_by", "agreed_by").order_by("-version")
    counterfactuals = initiative.counterfactuals.select_related("recorded_by").order_by("-version")
    records = initiative.gate_records.select_related("recorded_by", "withdrawn_by").latest_first()
    screenings = initiative.screenings.select_related("signed_by", "initiative").order_by("-version")
    return GateEvidence(tuple(baselines), tuple(counterfactuals), tuple(records), tuple(screenings))


def _history(initiative: Initiative) -> tuple[StageMove | WordsChange, ...]:
    """Its stages and the changes of its words in one list, the latest first."""
    moves = initiative.moves.select_related("moved_by").order_by("-moved_at", "-id")
    changes = initiative.words_changes.select_related("changed_by").order_by("-changed_at", "-id")
    dated = [*((move.moved_at, move) for move in moves), *((change.changed_at, change) for change in changes)]
    return tuple(event for _, event in sorted(dated, key=lambda pair: pair[0], reverse=True))


def plan_versions(initiative: Initiative, year: int):
    """Every version of plan and forecast, latest first, with `all_gbp` and `year_gbp`, what its pounds add up to.

    `per_cent_months` is how many of its months state a per cent of a shared base instead.
    """
    months = savings.months_of(year)
    in_year = Q(amounts__month__gte=months[0], amounts__month__lte=months[-1])
    along = ("recorded_by", "approved_by", "measured_against")
    versions = initiative.plans.select_related(*along).latest_first()
    return versions.annotate(
        all_gbp=Sum("amounts__amount_gbp"),
        year_gbp=Sum("amounts__amount_gbp", filter=in_year),
        per_cent_months=Count("amounts", filter=Q(amounts__per_cent__isnull=False)),
    )


def current_plan(initiative: Initiative, kind: str) -> MonthlyPlan | None:
    """The last version of this kind; None before the first."""
    return initiative.plans.filter(kind=kind).order_by("-version").first()


def amounts_of(plan: MonthlyPlan | None, year: int) -> dict[date, Decimal]:
    """The pounds a version has in the months of a year; a month it says nothing of, or not in pounds, is left out."""
    return {month: pounds for month, pounds, _ in _stated(plan, year) if pounds is not None}


def _stated(plan: MonthlyPlan | None, year: int) -> list[tuple[date, Decimal | None, Decimal | None]]:
    """(month, pounds, per cent) of each month of the year that a version says something of."""
    months = savings.months_of(year)
    in_year = MonthlyAmount.objects.filter(plan=plan, month__gte=months[0], month__lte=months[-1])
    return list(in_year.order_by("month").values_list("month", "amount_gbp", "per_cent")) if plan else []


def current_reports(initiative: Initiative, year: int, at: datetime) -> dict[date, DeliveredAmount]:
    """The report that counts for each month of the year; months without one are left out."""
    months = savings.months_of(year)
    reports = DeliveredAmount.objects.known_at(at).filter(
        initiative=initiative, month__gte=months[0], month__lte=months[-1]
    )
    return {report.month: report for report in reports.order_by("month", "id")}


def open_reports(initiative: Initiative, year: int) -> dict[date, DeliveredAmount]:
    """The last report of each month of the year, where finance has not signed it."""
    months = savings.months_of(year)
    reports = initiative.deliveries.last_of_their_month().filter(
        signed_at__isnull=True, month__gte=months[0], month__lte=months[-1]
    )
    return {report.month: report for report in reports.order_by("month", "id")}


def months_to_report(initiative: Initiative, at: datetime) -> list[date]:
    """Months that have begun and have no report yet, from the start of the year it begins in, oldest first."""
    first, today = savings.year_of(initiative.starts_on), timezone.localdate(at)
    reported = set(initiative.deliveries.values_list("month", flat=True))
    months = (month for year in range(first, savings.year_of(today) + 1) for month in savings.months_of(year))
    return [month for month in months if month <= today and month not in reported]


def years_of(initiative: Initiative) -> list[int]:
    """The financial years it has any month in, the one it starts in, and the next one to plan."""
    planned = MonthlyAmount.objects.filter(plan__initiative=initiative).values_list("month", flat=True)
    months = planned.union(initiative.deliveries.values_list("month", flat=True))
    years = {savings.year_of(month) for month in (*months, initiative.starts_on)}
    return sorted(years | {max(years) + 1})


def _months(initiative, year, plan, forecast, at) -> tuple[MonthRow, ...]:
    planned = {month: stated for month, *stated in _stated(plan, year)}
    outlook = {month: stated for month, *stated in _stated(forecast, year)} if forecast else planned
    nothing = (None, None)
    reports, waiting = current_reports(initiative, year, at), open_reports(initiative, year)
    today = timezone.localdate(at)
    return tuple(
        MonthRow(
            month=month,
            planned=planned.get(month, nothing)[0],
            forecast=outlook.get(month, nothing)[0],
            report=reports.get(month),
            open_report=waiting.get(month),
            has_begun=month <= today,
            is_over=n < savings.month_index(year, today),
            planned_per_cent=planned.get(month, nothing)[1],
            forecast_per_cent=outlook.get(month, nothing)[1],
        )
        for n, month in enumerate(savings.months_of(year))
    )


def _latest(versions, kind: str) -> MonthlyPlan | None:
    return max((v for v in versions if v.kind == kind), key=lambda v: v.version, default=None)
