"""Recording what an initiative is planned and forecast to save, and freezing the plan."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal

from django.db import transaction

from kpis.domain import savings
from kpis.savings.actions.recompute import recompute_progress
from kpis.savings.actions.refusals import (
    ApprovedByItsAuthor,
    ChangedMeanwhile,
    NothingToMeasure,
    NotSharing,
    PlanIsFrozen,
    ReasonMissing,
)
from kpis.savings.models import (
    Counterfactual,
    DoubleCountMember,
    Initiative,
    MonthlyAmount,
    MonthlyPlan,
    PlanKind,
)


@transaction.atomic
def record_plan(*, initiative: Initiative, at: datetime, **plan) -> MonthlyPlan:
    """`write_plan`, and what the years it names come to with it."""
    written, years = write_plan(initiative=initiative, at=at, **plan)
    recompute_progress(years=years, at=at)
    return written


@transaction.atomic
def write_plan(
    *,
    initiative: Initiative,
    kind: str,
    by,
    at: datetime,
    amounts: Mapping[date, Decimal] | None = None,
    per_cents: Mapping[date, Decimal] | None = None,
    reason: str = "",
    replaces: int | None = None,
) -> tuple[MonthlyPlan, set[int]]:
    """The next version of the planned or forecast saving by month, and the years it names; works nothing out.

    A month has pounds or, where the initiative shares a base, a per cent of what is left of it
    (NotSharing otherwise). The months of every financial year named are replaced; the other years are
    carried over from the version before, a first forecast's from the planned saving. `replaces` is the
    version its author saw (0 for none); another one since is refused as ChangedMeanwhile, a frozen plan
    as PlanIsFrozen.
    """
    said = _checked(amounts or {}, per_cents or {})
    Initiative.objects.select_for_update().get(pk=initiative.pk)
    if per_cents and not DoubleCountMember.objects.known_at(None).filter(initiative=initiative).exists():
        raise NotSharing(
            f"{initiative.code} shares no base, so there is nothing that a per cent could be of. "
            "Finance puts it into a group first."
        )
    last = _last(initiative, kind)
    _check_version(last, replaces=replaces, reason=reason)
    years = {savings.year_of(month) for month in said}
    before = _months(last or _last(initiative, PlanKind.PLANNED))
    kept = {month: stated for month, stated in before.items() if savings.year_of(month) not in years}
    plan = MonthlyPlan.objects.create(
        initiative=initiative,
        kind=PlanKind(kind),
        version=last.version + 1 if last else 1,
        reason=reason,
        recorded_by=by,
        recorded_at=at,
    )
    MonthlyAmount.objects.bulk_create(
        MonthlyAmount(plan=plan, month=month, amount_gbp=pounds, per_cent=per_cent)
        for month, (pounds, per_cent) in sorted({**kept, **said}.items())
    )
    return plan, years


@transaction.atomic
def approve_plan(*, plan: MonthlyPlan, by, at: datetime) -> MonthlyPlan:
    """Freeze the planned saving: slippage is measured from it. Done by somebody other than its author.

    A cost avoidance's counterfactual is frozen with it, and refused as NothingToMeasure where there is none.
    """
    Initiative.objects.select_for_update().get(pk=plan.initiative_id)
    last = _last(plan.initiative, PlanKind.PLANNED)
    if last != plan:
        raise ChangedMeanwhile("There is a later version of this plan. Read it before you approve.")
    if last.is_frozen:
        raise PlanIsFrozen("This plan is approved already.")
    if last.recorded_by_id == by.pk:
        raise ApprovedByItsAuthor("You recorded this plan, so somebody else approves it.")
    last.measured_against = _counterfactual(last.initiative)
    last.approved_by, last.approved_at = by, at
    last.save(update_fields=["measured_against", "approved_by", "approved_at"])
    return last


def _counterfactual(initiative: Initiative) -> Counterfactual | None:
    """What the saving is measured against from its approval on; None for any other than a cost avoidance."""
    last = initiative.counterfactuals.order_by("-version").first()
    if last is None and initiative.saving_type == savings.SavingType.COST_AVOIDANCE:
        raise NothingToMeasure(
            "A cost avoidance is measured against what would have been spent: record that counterfactual first."
        )
    return last


def _last(initiative: Initiative, kind: str) -> MonthlyPlan | None:
    return MonthlyPlan.objects.filter(initiative=initiative, kind=kind).order_by("-version").first()


def _check_version(last: MonthlyPlan | None, *, replaces: int | None, reason: str) -> None:
    if last and last.is_frozen:
        raise PlanIsFrozen("The planned saving is approved and frozen. Record the change as a forecast.")
    if replaces is not None and replaces != (last.version if last else 0):
        raise ChangedMeanwhile(
            "Somebody else recorded a version while you had this open. Read it, then make your change again."
        )
    if last and not reason:
        raise ReasonMissing("Say why it changes: the earlier version stays on record beside this one.")


def _checked(amounts: Mapping[date, Decimal], per_cents: Mapping[date, Decimal]) -> dict[date, tuple]:
    """(pounds, None) or (None, per cent) of each month, checked; a month with both counts as pounds."""
    shares = {savings.month_checked(m): (None, savings.exact_per_cent(p)) for m, p in per_cents.items()}
    pounds = {savings.month_checked(m): (savings.exact_amount(a), None) for m, a in amounts.items()}
    return {**shares, **pounds}


def _months(plan: MonthlyPlan | None) -> dict[date, tuple]:
    """(pounds, None) or (None, per cent) of each month of a version."""
    if plan is None:
        return {}
    return {m: stated for m, *stated in plan.amounts.values_list("month", "amount_gbp", "per_cent")}
