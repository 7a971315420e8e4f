"""What the page of one initiative reads."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.db.models import Exists, OuterRef, Q, Sum
from django.utils import timezone

from kpis.domain import savings
from kpis.domain.periods import year_name
from kpis.domain.savings import Progress, Stage
from kpis.savings.models import DeliveredAmount, Initiative, MonthlyAmount, MonthlyPlan, PlanKind, StageMove
from kpis.savings.queries.years import work_out_years


@dataclass(frozen=True, slots=True)
class MonthRow:
    """One month as planned, forecast and reported; None where there is no amount, which is not nought."""

    month: date
    planned: Decimal | None
    forecast: Decimal | None
    report: DeliveredAmount | None
    has_begun: bool

    @property
    def can_be_reported(self) -> bool:
        return self.has_begun and self.report is None


@dataclass(frozen=True, slots=True)
class InitiativePage:
    """`plan` and `forecast` are the versions that count now; without a forecast the plan is forecast.

    `weight` is the per cent of what remains that its stage lets one count on.
    """

    initiative: Initiative
    stage: Stage
    year: int
    progress: Progress
    weight: int
    months: tuple[MonthRow, ...]
    plan: MonthlyPlan | None
    forecast: MonthlyPlan | None
    versions: tuple[MonthlyPlan, ...]
    deliveries: tuple[DeliveredAmount, ...]
    moves: tuple[StageMove, ...]

    @property
    def year_label(self) -> str:
        return year_name(self.year)

    @property
    def planned_gbp(self) -> Decimal:
        return sum((row.planned or 0 for row in self.months), Decimal(0))


def initiatives_with_stage(at: datetime):
    """Initiatives with their people and workstream read along, for a page of one."""
    return Initiative.objects.with_stage(at).select_related("workstream", "owner", "added_by")


def initiative_page(*, initiative: Initiative, year: int, at: datetime) -> InitiativePage:
    """One initiative (from `initiatives_with_stage`) in a year, with everything ever said of it."""
    versions = tuple(plan_versions(initiative, year))
    plan, forecast = (_latest(versions, kind) for kind in (PlanKind.PLANNED, PlanKind.FORECAST))
    deliveries = initiative.deliveries.select_related("reported_by").annotate(
        is_corrected=Exists(DeliveredAmount.objects.filter(corrects=OuterRef("pk")))
    )
    known, stage = work_out_years(years=[year], at=at, only=initiative)[year], Stage(initiative.stage)
    return InitiativePage(
        initiative=initiative,
        stage=stage,
        year=year,
        progress=known.by_initiative()[initiative.pk],
        weight=known.rules.weights.get(stage, 0),
        months=_months(initiative, year, plan, forecast, at),
        plan=plan,
        forecast=forecast,
        versions=versions,
        deliveries=tuple(deliveries.order_by("-month", "-reported_at", "-id")),
        moves=tuple(initiative.moves.select_related("moved_by").order_by("-moved_at", "-id")),
    )


def plan_versions(initiative: Initiative, year: int):
    """Every version of plan and forecast, latest first, with `all_gbp` and `year_gbp`, what it adds up to."""
    months = savings.months_of(year)
    in_year = Q(amounts__month__gte=months[0], amounts__month__lte=months[-1])
    versions = initiative.plans.select_related("recorded_by", "approved_by").latest_first()
    return versions.annotate(
        all_gbp=Sum("amounts__amount_gbp"), year_gbp=Sum("amounts__amount_gbp", filter=in_year)
    )


def current_plan(initiative: Initiative, kind: str) -> MonthlyPlan | None:
    """The last version of this kind; None before the first."""
    return initiative.plans.filter(kind=kind).order_by("-version").first()


def amounts_of(plan: MonthlyPlan | None, year: int) -> dict[date, Decimal]:
    """What a version says of the months of a year; a month it says nothing of is left out."""
    months = savings.months_of(year)
    if plan is None:
        return {}
    in_year = MonthlyAmount.objects.filter(plan=plan, month__gte=months[0], month__lte=months[-1])
    return dict(in_year.order_by("month").values_list("month", "amount_gbp"))


def current_reports(initiative: Initiative, year: int, at: datetime) -> dict[date, DeliveredAmount]:
    """The report that counts for each month of the year; months without one are left out."""
    months = savings.months_of(year)
    reports = DeliveredAmount.objects.known_at(at).filter(
        initiative=initiative, month__gte=months[0], month__lte=months[-1]
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
    planned = amounts_of(plan, year)
    outlook = amounts_of(forecast, year) if forecast else planned
    reports = current_reports(initiative, year, at)
    today = timezone.localdate(at)
    return tuple(
        MonthRow(month, planned.get(month), outlook.get(month), reports.get(month), has_begun=month <= today)
        for month in savings.months_of(year)
    )


def _latest(versions, kind: str) -> MonthlyPlan | None:
    return max((v for v in versions if v.kind == kind), key=lambda v: v.version, default=None)
