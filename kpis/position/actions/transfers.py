"""Recording transfers between blocks, what they do to schools, and the limit of a year."""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal

from django.db import transaction

from kpis.domain.block import ForumDecision
from kpis.position.actions.recording import new_record
from kpis.position.actions.refusals import LineTwice
from kpis.position.models import BlockTransfer, TransferEffect, TransferLimit


@transaction.atomic
def set_transfer_limit(
    *, financial_year: int, per_cent: Decimal, agreement: str, source: str, by, at: datetime, **record
) -> TransferLimit:
    """How much of the Schools Block may be moved from this financial year on, until a later limit."""
    named = {"financial_year": financial_year}
    return new_record(
        TransferLimit,
        first_versions=named,
        per_cent=per_cent,
        agreement=agreement,
        source=source,
        by=by,
        at=at,
        **named,
        **record,
    )


@transaction.atomic
def record_transfer(
    *,
    financial_year: int,
    name: str,
    amount_gbp: Decimal,
    schools_block_gbp: Decimal,
    who_bears: str,
    decision: str,
    source: str,
    by,
    at: datetime,
    decided_on: date | None = None,
    effects: Sequence[tuple[str, Decimal]] = (),
    **record,
) -> BlockTransfer:
    """A transfer with its (school, effect on its budget) rows; a school twice is refused as LineTwice."""
    schools = [school for school, _ in effects]
    if len(set(schools)) < len(schools):
        twice = next(school for school in schools if schools.count(school) > 1)
        raise LineTwice(f"“{twice}” stands twice among the schools.")
    named = {"financial_year": financial_year, "name": name}
    transfer = new_record(
        BlockTransfer,
        first_versions=named,
        amount_gbp=amount_gbp,
        schools_block_gbp=schools_block_gbp,
        who_bears=who_bears,
        decision=ForumDecision(decision),
        decided_on=decided_on,
        source=source,
        by=by,
        at=at,
        **named,
        **record,
    )
    TransferEffect.objects.bulk_create(
        TransferEffect(transfer=transfer, school=school, effect_gbp=effect) for school, effect in effects
    )
    return transfer
