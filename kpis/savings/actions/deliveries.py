"""Reporting what was saved, with evidence, and correcting it. What is reported waits for finance's signature."""

from datetime import date, datetime
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from kpis.domain import savings
from kpis.savings.actions.initiatives import stage_of
from kpis.savings.actions.refusals import AlreadyReported, NotDelivering
from kpis.savings.models import DeliveredAmount, Initiative


@transaction.atomic
def report_delivered(
    *, initiative: Initiative, month: date, amount: Decimal, evidence: str, by, at: datetime
) -> DeliveredAmount:
    """What a month saved; it counts once finance has signed it.

    A second report of a month is refused as AlreadyReported: it is a correction.
    """
    savings.month_checked(month)
    stage = stage_of(initiative, at=at)
    if not stage.has_begun:
        raise NotDelivering(
            f"It is at the stage “{stage.words}”. Move it to “In delivery” before reporting a saving."
        )
    if month > timezone.localdate(at):
        raise NotDelivering(f"{month:%B %Y} has not begun: it can be forecast, not reported.")
    if DeliveredAmount.objects.filter(initiative=initiative, month=month).exists():
        raise AlreadyReported(f"{month:%B %Y} is reported already. Correct that report instead.")
    return DeliveredAmount.objects.create(
        initiative=initiative,
        month=month,
        amount_gbp=savings.exact_amount(amount),
        evidence=evidence,
        reported_by=by,
        reported_at=at,
    )


@transaction.atomic
def correct_delivered(
    *, delivered: DeliveredAmount, amount: Decimal, evidence: str, reason: str, by, at: datetime
) -> DeliveredAmount:
    """A further row in the place of an earlier one, which stays and, if signed, counts until this one is signed.

    Each row is corrected once at most.
    """
    Initiative.objects.select_for_update().get(pk=delivered.initiative_id)
    if DeliveredAmount.objects.filter(corrects=delivered).exists():
        raise AlreadyReported(
            "Somebody else corrected this report while you had it open. Read their correction first."
        )
    return DeliveredAmount.objects.create(
        initiative_id=delivered.initiative_id,
        month=delivered.month,
        amount_gbp=savings.exact_amount(amount),
        evidence=evidence,
        reported_by=by,
        reported_at=at,
        corrects=delivered,
        correction_reason=reason,
    )
