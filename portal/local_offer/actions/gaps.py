"""Gaps: taken into the register, given an owner, a plan and a day, and closed with what was done."""

from datetime import date, datetime

from django.db import IntegrityError, transaction

from feedback.contributions.actions import Refused
from portal.local_offer.models import Gap
from portal.local_offer.queries.gaps import gaps_changed_by

NOT_YOURS = "Gaps are taken on by those who answer for a partner's part of the Local Offer."


def open_gap(
    *,
    kind: str,
    subject: str,
    by,
    at: datetime,
    times: int = 1,
    need: str = "",
    age_band: str = "",
    area: str = "",
) -> Gap:
    """Take something missing into the register, once while it is open. Raises Refused."""
    if not by.has_perm("local_offer.own_gaps"):
        raise Refused(NOT_YOURS)
    try:
        with transaction.atomic():
            return Gap.objects.create(
                kind=kind,
                subject=subject,
                times=times,
                need=need,
                age_band=age_band,
                area=area,
                opened_by=by,
                opened_at=at,
            )
    except IntegrityError as known:
        raise Refused("This gap is in the register already.", "subject") from known


@transaction.atomic
def plan_gap(
    *,
    gap: Gap,
    owner,
    plan: str,
    due_on: date,
    by,
    at: datetime,
    proposal_title: str = "",
    proposal_url: str = "",
) -> Gap:
    """Say who does what about it by when, and perhaps which proposal came of it. Raises Refused."""
    gap = _open(gap, by)
    if not owner.has_perm("local_offer.own_gaps"):
        raise Refused("Choose somebody who may take on gaps.", "owner")
    if not plan.strip():
        raise Refused("Say what will be done.", "plan")
    gap.owner, gap.plan, gap.due_on = owner, plan.strip(), due_on
    gap.proposal_title, gap.proposal_url = proposal_title, proposal_url
    gap.save(update_fields=["owner", "plan", "due_on", "proposal_title", "proposal_url"])
    return gap


@transaction.atomic
def close_gap(*, gap: Gap, because: str, by, at: datetime) -> Gap:
    """Close it with what was done, or why nothing is. Raises Refused."""
    gap = _open(gap, by)
    if not because.strip():
        raise Refused("Say what was done.", "because")
    gap.closed_by, gap.closed_at, gap.closed_because = by, at, because.strip()
    gap.save(update_fields=["closed_by", "closed_at", "closed_because"])
    return gap


def _open(gap: Gap, by) -> Gap:
    if not by.has_perm("local_offer.own_gaps"):
        raise Refused(NOT_YOURS)
    found = gaps_changed_by(by).select_for_update(of=("self",)).filter(pk=gap.pk).first()
    if found is None:
        raise Refused("This gap is somebody else's, or it is closed.")
    return found
