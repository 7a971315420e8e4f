"""Setting what a year must save, and how much of a forecast is counted on."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal

from django.db import transaction

from kpis.domain import savings
from kpis.domain.savings import Rules
from kpis.savings.actions.recompute import recompute_progress, take_turn
from kpis.savings.actions.refusals import ChangedMeanwhile, ReasonMissing
from kpis.savings.models import SavingsRules, SavingsTarget, SavingsTargetShare
from kpis.workstreams.models import Workstream

ALL_YEARS = 0  # the turn of what belongs to no one year


@transaction.atomic
def set_savings_target(
    *,
    financial_year: int,
    amount: Decimal,
    shares: Mapping[Workstream, Decimal],
    source: str,
    by,
    at: datetime,
    funding_scope: str = "High Needs Block",
    agreed_by: str = "",
    agreed_on: date | None = None,
    note: str = "",
    reason: str = "",
    counts_from: datetime | None = None,
    replaces: int | None = None,
) -> SavingsTarget:
    """The next version of a year's target, split over workstreams. What is not split is "not yet allocated".

    `replaces` is the version its author saw (0 for none); another one since is refused as
    ChangedMeanwhile. Only a loader of past records gives `counts_from`. SharesExceedTarget and
    NotAnAmount as their names say.
    """
    savings.not_yet_allocated(
        savings.exact_amount(amount), [savings.exact_amount(s) for s in shares.values()]
    )
    take_turn(financial_year)
    version = _next_version(SavingsTarget.objects.filter(financial_year=financial_year), replaces, reason)
    target = SavingsTarget.objects.create(
        financial_year=financial_year,
        version=version,
        amount_gbp=amount,
        funding_scope=funding_scope,
        source=source,
        note=note,
        agreed_by=agreed_by,
        agreed_on=agreed_on,
        reason=reason,
        set_by=by,
        set_at=at,
        counts_from=counts_from or at,
    )
    SavingsTargetShare.objects.bulk_create(
        SavingsTargetShare(target=target, workstream=workstream, amount_gbp=share)
        for workstream, share in shares.items()
    )
    recompute_progress(years=[financial_year], at=at)
    return target


@transaction.atomic
def set_rules(*, rules: Rules, reason: str, by, at: datetime, replaces: int | None = None) -> SavingsRules:
    """The next version of the thresholds. They hold from `at`; earlier moments keep theirs."""
    take_turn(ALL_YEARS)
    last = _last_version(SavingsRules.objects.all(), replaces)
    if not reason:
        raise ReasonMissing("Say why the thresholds change.")
    weights = {stage.value: weight for stage, weight in rules.weights.items()}
    version = SavingsRules.objects.create(
        version=last + 1, tolerance=rules.tolerance, reason=reason, set_by=by, set_at=at, **weights
    )
    recompute_progress(at=at)
    return version


def _next_version(versions, replaces: int | None, reason: str) -> int:
    last = _last_version(versions, replaces)
    if last and not reason:
        raise ReasonMissing("Say why it changes: the earlier version stays on record beside this one.")
    return last + 1


def _last_version(versions, replaces: int | None) -> int:
    """The highest version, 0 where there is none; ChangedMeanwhile where it is not the one that was seen."""
    last = versions.order_by("-version").values_list("version", flat=True).first() or 0
    if replaces is not None and replaces != last:
        raise ChangedMeanwhile(
            "Somebody else changed this while you had it open. Read what they set, then change it again."
        )
    return last
