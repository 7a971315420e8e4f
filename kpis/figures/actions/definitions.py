"""Definitions, baselines and targets: each change is a further version with a reason."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.db import transaction
from django.db.models import Max

from kpis.domain.definition import Polarity
from kpis.domain.periods import Period
from kpis.figures.actions.entries import FigureRefused, NotYours, derived_value
from kpis.figures.actions.recompute import recompute_kpi
from kpis.figures.models import GUARDED_NATURES, Baseline, Kpi, KpiDefinition, Nature, Target, TargetPoint
from kpis.workstreams.models import Workstream


@dataclass(frozen=True, slots=True)
class BaselineTerms:
    """What a baseline says: a value or its two parts, for a period, by a method, from a source."""

    period: Period
    method: str
    source: str
    value: Decimal | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    is_forecast: bool = False


def _next_version(rows) -> int:
    return (rows.aggregate(last=Max("version"))["last"] or 0) + 1


def _checked_reason(version: int, reason: str) -> str:
    if version > 1 and not reason.strip():
        raise FigureRefused("Say why it changes.", "reason")
    return reason.strip() if version > 1 else ""


def _check_definition(fields: dict):
    """Refuse in words what the database would refuse by name."""
    if fields["nature"] == Nature.DEMAND and fields["polarity"] != Polarity.NONE:
        raise FigureRefused(
            "Demand has no good direction: fewer requests or plans are no success.", "polarity"
        )
    codes = fields.get("counter_measures") or []
    if fields.get("shown_to_board") and fields["nature"] in GUARDED_NATURES and not codes:
        raise FigureRefused(
            "The Board sees a demand, provision mix or cost KPI only beside a counter-measure.",
            "counter_measures",
        )
    unknown = set(codes) - set(Kpi.objects.filter(code__in=codes).values_list("code", flat=True))
    if unknown:
        raise FigureRefused(f"There is no KPI {', '.join(sorted(unknown))}.", "counter_measures")


@transaction.atomic
def create_kpi(*, code: str, workstream: Workstream, position: int = 0) -> Kpi:
    """A KPI without a definition yet; nothing shows until `define_kpi` gives it one."""
    return Kpi.objects.create(code=code, workstream=workstream, position=position)


@transaction.atomic
def define_kpi(
    *, kpi: Kpi, fields: dict, by, at: datetime, reason: str = "", counts_from: datetime | None = None
) -> KpiDefinition:
    """The next version of what a KPI means. `counts_from` dates one already in force."""
    kpi = Kpi.objects.select_for_update().get(pk=kpi.pk)
    version = _next_version(kpi.definitions)
    _check_definition(fields)
    definition = KpiDefinition.objects.create(
        kpi=kpi,
        version=version,
        reason=_checked_reason(version, reason),
        set_by=by,
        set_at=at,
        counts_from=counts_from or at,
        **fields,
    )
    recompute_kpi(kpi=kpi, at=at)
    return definition


@transaction.atomic
def set_baseline(
    *, kpi: Kpi, terms: BaselineTerms, by, at: datetime, reason: str = "", counts_from: datetime | None = None
) -> Baseline:
    """The next version of a KPI's baseline, provisional until somebody else agrees it."""
    kpi = Kpi.objects.select_for_update().get(pk=kpi.pk)
    version = _next_version(kpi.baselines)
    baseline = Baseline.objects.create(
        kpi=kpi,
        version=version,
        reason=_checked_reason(version, reason),
        value=_baseline_value(kpi, terms),
        numerator=terms.numerator,
        denominator=terms.denominator,
        period_kind=terms.period.kind,
        period_start=terms.period.start,
        period_end=terms.period.end,
        is_forecast=terms.is_forecast,
        method=terms.method,
        source=terms.source,
        set_by=by,
        set_at=at,
        counts_from=counts_from or at,
    )
    recompute_kpi(kpi=kpi, at=at)
    return baseline


def _baseline_value(kpi: Kpi, terms: BaselineTerms) -> Decimal:
    parts = (terms.numerator, terms.denominator)
    if parts == (None, None):
        if terms.value is None:
            raise FigureRefused("Give the baseline's value, or both of its parts.", "value")
        return terms.value
    if None in parts:
        raise FigureRefused("Give both parts of the baseline, or neither.", "denominator")
    if terms.denominator <= 0:
        raise FigureRefused("The lower part must be more than 0.", "denominator")
    if terms.value is not None:
        raise FigureRefused("The value follows from its two parts: leave it empty.", "value")
    return derived_value(kpi.definitions.order_by("-version").first(), *parts)


@transaction.atomic
def agree_baseline(*, baseline: Baseline, by, at: datetime) -> Baseline:
    """Agree a provisional baseline, the last: by the workstream's sponsor or deputy, never by who set it."""
    kpi = Kpi.objects.select_for_update().get(pk=baseline.kpi_id)
    row = kpi.baselines.order_by("-version").first()
    if row != baseline:
        raise FigureRefused("There is a later baseline by now. Read it before you agree.")
    if row.agreed_at:
        raise FigureRefused("This baseline is agreed already.")
    if row.set_by_id == by.pk or not Workstream.objects.approved_by(by).filter(pk=kpi.workstream_id).exists():
        raise NotYours("A baseline is agreed by the sponsor or deputy of its workstream, not by who set it.")
    row.agreed_by, row.agreed_at = by, at
    row.save(update_fields=["agreed_by", "agreed_at"])
    return row


@transaction.atomic
def set_target(
    *,
    kpi: Kpi,
    points: Sequence[tuple[date, Decimal]],
    by,
    at: datetime,
    reason: str = "",
    note: str = "",
    counts_from: datetime | None = None,
) -> Target:
    """The next version of a KPI's target: dated points, in any order, each day once."""
    kpi = Kpi.objects.select_for_update().get(pk=kpi.pk)
    if not points:
        raise FigureRefused("Give at least one value and the day by which it should be reached.", "points")
    if len({on for on, _ in points}) < len(points):
        raise FigureRefused("Give each day once.", "points")
    if not all(1990 <= on.year <= 2100 for on, _ in points):
        raise FigureRefused("Give days between 1990 and 2100.", "on_1")
    version = _next_version(kpi.targets)
    target = Target.objects.create(
        kpi=kpi,
        version=version,
        reason=_checked_reason(version, reason),
        note=note,
        set_by=by,
        set_at=at,
        counts_from=counts_from or at,
    )
    TargetPoint.objects.bulk_create(TargetPoint(target=target, on=on, value=value) for on, value in points)
    recompute_kpi(kpi=kpi, at=at)
    return target
