"""Recording what an initiative is planned and forecast to save, and freezing the plan."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal

from django.db import transaction

from kpis.domain import savings
from kpis.savings.actions.recompute import recompute_progress
from kpis.savings.actions.refusals import ApprovedByItsAuthor, ChangedMeanwhile, PlanIsFrozen, ReasonMissing
from kpis.savings.models import Initiative, MonthlyAmount, MonthlyPlan, PlanKind


@transaction.atomic
def record_plan(
    *,
    initiative: Initiative,
    kind: str,
    amounts: Mapping[date, Decimal],
    by,
    at: datetime,
    reason: str = "",
    replaces: int | None = None,
) -> MonthlyPlan:
    """The next version of the planned or forecast saving by month.

    The months of every financial year named in `amounts` are replaced; the other years are carried
    over from the version before, a first forecast's from the planned saving. `replaces` is the version
    its author saw (0 for none); another one since is refused as ChangedMeanwhile, a frozen plan as
    PlanIsFrozen.
    """
    checked = {
        savings.month_checked(month): savings.exact_amount(amount) for month, amount in amounts.items()
    }
    Initiative.objects.select_for_update().get(pk=initiative.pk)
    last = _last(initiative, kind)
    _check_version(last, replaces=replaces, reason=reason)
    years = {savings.year_of(month) for month in checked}
    before = last or _last(initiative, PlanKind.PLANNED)
    kept = {m: a for m, a in _amounts(before).items() if savings.year_of(m) not in years}
    plan = MonthlyPlan.objects.create(
        initiative=initiative,
        kind=PlanKind(kind),
        version=last.version + 1 if last else 1,
        reason=reason,
        recorded_by=by,
        recorded_at=at,
    )
    MonthlyAmount.objects.bulk_create(
        MonthlyAmount(plan=plan, month=month, amount_gbp=amount)
        for month, amount in sorted({**kept, **checked}.items())
    )
    recompute_progress(years=years, at=at)
    return plan


@transaction.atomic
def approve_plan(*, plan: MonthlyPlan, by, at: datetime) -> MonthlyPlan:
    """Freeze the planned saving: slippage is measured from it. Done by somebody other than its author."""
    Initiative.objects.select_for_update().get(pk=plan.initiative_id)
    last = _last(plan.initiative, PlanKind.PLANNED)
    if last != plan:
        raise ChangedMeanwhile("There is a later version of this plan. Read it before you approve.")
    if last.is_frozen:
        raise PlanIsFrozen("This plan is approved already.")
    if last.recorded_by_id == by.pk:
        raise ApprovedByItsAuthor("You recorded this plan, so somebody else approves it.")
    last.approved_by, last.approved_at = by, at
    last.save(update_fields=["approved_by", "approved_at"])
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


def _amounts(plan: MonthlyPlan | None) -> dict[date, Decimal]:
    return dict(plan.amounts.values_list("month", "amount_gbp")) if plan else {}
