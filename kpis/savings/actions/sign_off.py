"""Finance's signature under what was delivered, or its return with words."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction
from django.urls import reverse

from kpis.domain import savings
from kpis.domain.savings import SavingsError, SavingType
from kpis.savings.actions.recompute import recompute_progress
from kpis.savings.actions.refusals import (
    ChangedMeanwhile,
    MayNotSign,
    NothingToMeasure,
    ReasonMissing,
    SignedByItsAuthor,
    SignedByItsOwner,
)
from kpis.savings.models import DeliveredAmount, Initiative, SignOffState
from kpis.workstreams.actions import queue_mail


@dataclass(frozen=True, slots=True)
class SignedOff:
    """What was signed, and what was refused with the words of the refusal."""

    signed: list[DeliveredAmount] = field(default_factory=list)
    refused: list[tuple[DeliveredAmount, str]] = field(default_factory=list)


@transaction.atomic
def sign_off(*, delivered: DeliveredAmount, by, at: datetime) -> DeliveredAmount:
    """From now on it counts. Never by who reported it or owns the initiative; only while it waits."""
    signed = _sign(delivered, by=by, at=at)
    recompute_progress(years=[savings.year_of(signed.month)], at=at)
    return signed


@transaction.atomic
def sign_off_several(*, reports: Iterable[DeliveredAmount], by, at: datetime) -> SignedOff:
    """Each that can be signed is; the others are named with the reason. Progress is worked out once."""
    done = SignedOff()
    for report in sorted(reports, key=lambda report: (report.initiative_id, report.pk)):
        try:
            done.signed.append(_sign(report, by=by, at=at))
        except SavingsError as refusal:
            done.refused.append((report, str(refusal)))
    recompute_progress(years={savings.year_of(report.month) for report in done.signed}, at=at)
    return done


@transaction.atomic
def return_report(*, delivered: DeliveredAmount, because: str, by, at: datetime) -> DeliveredAmount:
    """It does not count; whoever reported it is told by e-mail why, and reports again as a correction."""
    _check_may_sign(by)
    if not because:
        raise ReasonMissing("Say what is missing or wrong.")
    held = _waiting(delivered)
    held.returned_by, held.returned_at, held.returned_because = by, at, because
    held.save(update_fields=["returned_by", "returned_at", "returned_because"])
    _tell_its_author(held, at)
    return held


def _tell_its_author(returned: DeliveredAmount, at: datetime) -> None:
    code = returned.initiative.code
    queue_mail(
        key=f"saving-returned-{returned.pk}",
        template="saving_returned",
        recipient=returned.reported_by,
        context={
            "code": code,
            "name": returned.initiative.name,
            "month": f"{returned.month:%B %Y}",
            "words": returned.returned_because,
            "link": reverse("savings:correct_delivered", args=[code, returned.pk]),
        },
        at=at,
    )


def _sign(delivered: DeliveredAmount, *, by, at: datetime) -> DeliveredAmount:
    _check_may_sign(by)
    held = _waiting(delivered)
    if by.pk == held.reported_by_id:
        raise SignedByItsAuthor("You reported this saving, so somebody else in finance signs it.")
    if by.pk == held.initiative.owner_id:
        raise SignedByItsOwner("You own this initiative, so somebody else in finance signs it.")
    _check_measured(held.initiative)
    held.signed_by, held.signed_at = by, at
    held.save(update_fields=["signed_by", "signed_at"])
    return held


def _check_may_sign(by) -> None:
    if not by.has_perm("savings.sign_off"):
        raise MayNotSign("Delivered savings are signed off by finance.")


def _waiting(delivered: DeliveredAmount) -> DeliveredAmount:
    """The report with its initiative's row held; ChangedMeanwhile where it no longer waits."""
    initiative = Initiative.objects.select_for_update().get(pk=delivered.initiative_id)
    held = DeliveredAmount.objects.get(pk=delivered.pk)
    held.initiative = initiative
    if held.state != SignOffState.WAITING or DeliveredAmount.objects.filter(corrects=held).exists():
        raise ChangedMeanwhile("It no longer waits: it was signed, returned or corrected meanwhile.")
    return held


def _check_measured(initiative: Initiative) -> None:
    """A cost avoidance is a difference from what would have been spent, so that has to be frozen first."""
    if (
        initiative.saving_type == SavingType.COST_AVOIDANCE
        and not initiative.plans.filter(measured_against__isnull=False).exists()
    ):
        raise NothingToMeasure(
            "A cost avoidance is measured against what would have been spent. Record that counterfactual and "
            "approve the plan first."
        )
