"""Recording what a saving is judged from: the baseline of its cost line, and a cost avoidance's counterfactual."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal

from django.db import transaction

from kpis.domain import savings
from kpis.domain.block import Basis, BlockLine, PriceBase
from kpis.savings.actions.refusals import (
    AgreedByItsAuthor,
    ChangedMeanwhile,
    CounterfactualIsFrozen,
    NothingToMeasure,
    ReasonMissing,
)
from kpis.savings.models import CostBaseline, Counterfactual, Initiative


@transaction.atomic
def record_cost_baseline(
    *, initiative: Initiative, line: str, by, at: datetime, replaces: int | None = None, **cost
) -> CostBaseline:
    """The next version of what the cost line costs; an agreed one counts until this one is agreed.

    `cost` is what `_checked` takes. `replaces` is the version its author saw, 0 for none.
    """
    Initiative.objects.select_for_update().get(pk=initiative.pk)
    checked = _checked(**cost)
    version = _next_version(initiative.baselines, replaces, checked["reason"])
    return CostBaseline.objects.create(
        initiative=initiative,
        line=BlockLine(line),
        version=version,
        recorded_by=by,
        recorded_at=at,
        **checked,
    )


@transaction.atomic
def agree_cost_baseline(*, baseline: CostBaseline, by, at: datetime) -> CostBaseline:
    """Agreed from now on. Done by somebody other than who recorded it, and only to the last version."""
    Initiative.objects.select_for_update().get(pk=baseline.initiative_id)
    last = CostBaseline.objects.filter(initiative=baseline.initiative_id).order_by("-version").first()
    if last != baseline or last.is_agreed:
        raise ChangedMeanwhile(
            "There is a later version of this baseline, or it is agreed already. Read it first."
        )
    if last.recorded_by_id == by.pk:
        raise AgreedByItsAuthor("You recorded this baseline, so somebody else agrees it.")
    last.agreed_by, last.agreed_at = by, at
    last.save(update_fields=["agreed_by", "agreed_at"])
    return last


@transaction.atomic
def record_counterfactual(
    *, initiative: Initiative, by, at: datetime, replaces: int | None = None, **cost
) -> Counterfactual:
    """The next version of what would have been spent without it; refused once its plan is approved."""
    Initiative.objects.select_for_update().get(pk=initiative.pk)
    if initiative.saving_type != savings.SavingType.COST_AVOIDANCE:
        raise NothingToMeasure("Only a cost avoidance is measured against what would have been spent.")
    if initiative.plans.filter(approved_at__isnull=False).exists():
        raise CounterfactualIsFrozen(
            "The plan is approved, and with it what it is measured against is frozen."
        )
    checked = _checked(**cost)
    version = _next_version(initiative.counterfactuals, replaces, checked["reason"])
    return Counterfactual.objects.create(
        initiative=initiative, version=version, recorded_by=by, recorded_at=at, **checked
    )


def _checked(
    *,
    covers: str,
    financial_year: int,
    amount: Decimal,
    basis: str,
    funding_scope: str,
    source: str,
    price_base: str = PriceBase.CASH,
    reason: str = "",
) -> Mapping:
    """What a cost is of, in the columns of a row; NotAnAmount and ValueError for what cannot be one."""
    if not savings.exact_amount(amount):
        raise savings.NotAnAmount("A cost line costs more than nought.")
    return {
        "covers": covers,
        "financial_year": financial_year,
        "amount_gbp": amount,
        "basis": Basis(basis),
        "funding_scope": funding_scope,
        "price_base": PriceBase(price_base),
        "source": source,
        "reason": reason,
    }


def _next_version(versions, replaces: int | None, reason: str) -> int:
    last = versions.order_by("-version").values_list("version", flat=True).first() or 0
    if replaces is not None and replaces != last:
        raise ChangedMeanwhile(
            "Somebody else recorded a version while you had this open. Read it, then make your change again."
        )
    if last and not reason:
        raise ReasonMissing("Say why it changes: the earlier version stays on record beside this one.")
    return last + 1
