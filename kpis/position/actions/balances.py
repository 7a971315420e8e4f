"""Recording balances as they are stated, and what explains that two of them differ."""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal

from django.db import transaction

from kpis.domain.block import Basis, Fund
from kpis.domain.position import closing_of
from kpis.position.actions.recording import new_record
from kpis.position.actions.refusals import NothingRecorded, NotTheSameBalance
from kpis.position.models import Balance, ExplainedDifference, Reconciliation
from kpis.published.models import Area


@transaction.atomic
def record_balance(
    *,
    area: Area,
    financial_year: int,
    fund: str,
    basis: str,
    source: str,
    by,
    at: datetime,
    opening_gbp: Decimal | None = None,
    in_year_gbp: Decimal | None = None,
    closing_gbp: Decimal | None = None,
    dsg_gbp: Decimal | None = None,
    in_year_share: Decimal | None = None,
    closing_share: Decimal | None = None,
    share_of: str = "",
    **record,
) -> Balance:
    """One fund at the end of a year as one source states it; a deficit is negative, in per cent too.

    The closing balance follows from opening and in-year where it is not given; ClosingDoesNotFollow where
    the three disagree. Nothing else is worked out. `record` takes note, known_from, supersedes and reason.
    """
    closing_gbp = closing_of(opening=opening_gbp, in_year=in_year_gbp, closing=closing_gbp)
    if all(value is None for value in (in_year_gbp, closing_gbp, in_year_share, closing_share)):
        raise NothingRecorded("Enter the balance, in pounds or in per cent.")
    named = {"area": area, "financial_year": financial_year, "fund": Fund(fund), "basis": Basis(basis)}
    return new_record(
        Balance,
        first_versions={**named, "source": source},
        source=source,
        by=by,
        at=at,
        opening_gbp=opening_gbp,
        in_year_gbp=in_year_gbp,
        closing_gbp=closing_gbp,
        dsg_gbp=dsg_gbp,
        in_year_share=in_year_share,
        closing_share=closing_share,
        share_of=share_of,
        **named,
        **record,
    )


@transaction.atomic
def reconcile(
    *,
    reference: Balance,
    other: Balance,
    differences: Sequence[tuple[str, Decimal]],
    source: str,
    by,
    at: datetime,
    **record,
) -> Reconciliation:
    """Explain why `other` differs from `reference`: (words, amount) each, signed as other less reference.

    What is left is not stored. NotTheSameBalance where the two are not of one area, fund and year.
    """
    _check_pair(reference, other)
    pair = {"reference": reference, "other": other}
    row = new_record(Reconciliation, first_versions=pair, source=source, by=by, at=at, **pair, **record)
    ExplainedDifference.objects.bulk_create(
        ExplainedDifference(reconciliation=row, position=position, words=words, amount_gbp=amount)
        for position, (words, amount) in enumerate(differences, start=1)
    )
    return row


def _check_pair(reference: Balance, other: Balance) -> None:
    if reference == other:
        raise NotTheSameBalance("Choose two different sources.")
    if _about(reference) != _about(other):
        raise NotTheSameBalance("Only balances of the same fund and the same year can be reconciled.")
    if reference.closing_gbp is None or other.closing_gbp is None:
        raise NotTheSameBalance(
            "One of the two states no amount, only a per cent: there is nothing to add up."
        )


def _about(balance: Balance) -> tuple:
    return balance.area_id, balance.fund, balance.financial_year
