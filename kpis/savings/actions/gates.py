"""Putting on record what the gates ask for: decisions, consultations, assessments, and the signed screening."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from kpis.domain.savings.gates import Extent, GateKind
from kpis.savings.actions.refusals import (
    ChangedMeanwhile,
    MayNotSign,
    NoSuchRecord,
    ReasonMissing,
    SignedByItsOwner,
)
from kpis.savings.models import GateRecord, Initiative, Screening


@transaction.atomic
def add_gate_record(
    *,
    initiative: Initiative,
    kind: str,
    reference: str,
    dated_on: date,
    evidence: str,
    by,
    at: datetime,
    address: str = "",
) -> GateRecord:
    """One record more. `address` leads to it: a path of this site or an https address.

    NoSuchRecord where its day is still to come.
    """
    if dated_on > timezone.localdate(at):
        raise NoSuchRecord("Its day is still to come: a record is of something that happened.")
    return GateRecord.objects.create(
        initiative=initiative,
        kind=GateKind(kind),
        reference=reference,
        address=address,
        dated_on=dated_on,
        evidence=evidence,
        recorded_by=by,
        recorded_at=at,
    )


@transaction.atomic
def withdraw_gate_record(*, record: GateRecord, reason: str, by, at: datetime) -> GateRecord:
    """It no longer counts, and stays in the history with the reason. What it evidenced is open again."""
    held = GateRecord.objects.select_for_update().get(pk=record.pk)
    if held.is_withdrawn:
        raise ChangedMeanwhile("Somebody else withdrew this record while you had it open.")
    if not reason:
        raise ReasonMissing("Say why it is withdrawn.")
    held.withdrawn_by, held.withdrawn_at, held.withdrawn_reason = by, at, reason
    held.save(update_fields=["withdrawn_by", "withdrawn_at", "withdrawn_reason"])
    return held


@transaction.atomic
def sign_screening(
    *,
    initiative: Initiative,
    consultation: str,
    equality_impact: str,
    by,
    at: datetime,
    consultation_because: str = "",
    equality_impact_because: str = "",
    reason: str = "",
    replaces: int | None = None,
) -> Screening:
    """The next version, signed by `by` in their own name: never by the owner, who would judge their own case.

    What is "not required" needs its because, a further version its reason. `replaces` is the version that
    was on screen, 0 for none.
    """
    owner_id = Initiative.objects.select_for_update().values_list("owner_id", flat=True).get(pk=initiative.pk)
    _check_signature(by, owner_id)
    _check_because(consultation, consultation_because, "no consultation is required")
    _check_because(equality_impact, equality_impact_because, "no equality impact assessment is required")
    last = initiative.screenings.order_by("-version").values_list("version", flat=True).first() or 0
    if replaces is not None and replaces != last:
        raise ChangedMeanwhile("Somebody else signed a screening while you had this open. Read theirs first.")
    if last and not reason:
        raise ReasonMissing("Say why it changes: the earlier screening stays on record.")
    return Screening.objects.create(
        initiative=initiative,
        version=last + 1,
        consultation=Extent(consultation),
        consultation_because=consultation_because,
        equality_impact=Extent(equality_impact),
        equality_impact_because=equality_impact_because,
        reason=reason,
        signed_by=by,
        signed_at=at,
    )


def _check_signature(by, owner_id: int) -> None:
    if not by.has_perm("savings.screen_initiative"):
        raise MayNotSign("A screening is signed by a workstream lead or a finance officer.")
    if by.pk == owner_id:
        raise SignedByItsOwner("You own this initiative, so another officer signs its screening.")


def _check_because(extent: str, because: str, what: str) -> None:
    if not Extent(extent).asks_for_a_record and not because:
        raise ReasonMissing(f"Say why {what}.")
