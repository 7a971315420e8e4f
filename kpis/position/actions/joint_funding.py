"""Recording who pays for jointly funded placements."""

from datetime import date, datetime
from decimal import Decimal

from django.db import transaction

from kpis.position.actions.recording import new_record
from kpis.position.models import JointFunding


@transaction.atomic
def record_joint_funding(
    *,
    financial_year: int,
    as_on: date,
    education_gbp: Decimal,
    health_gbp: Decimal,
    social_care_gbp: Decimal,
    without_split: int,
    open_disputes: int,
    owner,
    source: str,
    by,
    at: datetime,
    oldest_dispute_on: date | None = None,
    **record,
) -> JointFunding:
    """Totals by who pays and counts of what is open, as on a day. No placement has a row of its own."""
    named = {"financial_year": financial_year, "as_on": as_on}
    return new_record(
        JointFunding,
        first_versions=named,
        education_gbp=education_gbp,
        health_gbp=health_gbp,
        social_care_gbp=social_care_gbp,
        without_split=without_split,
        open_disputes=open_disputes,
        oldest_dispute_on=oldest_dispute_on,
        owner=owner,
        source=source,
        by=by,
        at=at,
        **named,
        **record,
    )
