"""Balances as they are stated, and how those of different sources are reconciled."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.db.models import Prefetch

from kpis.domain.block import Fund
from kpis.domain.position import Reconciled, share_of_grant
from kpis.position.models import Balance, ExplainedDifference, Reconciliation
from kpis.position.queries.exact import as_decimal
from kpis.published.models import Area


@dataclass(frozen=True, slots=True)
class StatedBalance:
    """A balance with what it is of the grant where the grant is stated, beside the per cent its source gives."""

    row: Balance

    @property
    def closing_of_grant(self) -> Decimal | None:
        return self._of_grant(self.row.closing_gbp)

    @property
    def in_year_of_grant(self) -> Decimal | None:
        return self._of_grant(self.row.in_year_gbp)

    def _of_grant(self, amount: Decimal | None) -> Decimal | None:
        if amount is None or self.row.dsg_gbp is None:
            return None
        return as_decimal(share_of_grant(amount, self.row.dsg_gbp))


@dataclass(frozen=True, slots=True)
class ReconciliationRow:
    """Two stated balances, the explained differences, and what is left."""

    row: Reconciliation
    differences: Sequence[ExplainedDifference]

    @property
    def sums(self) -> Reconciled:
        amounts = tuple(difference.amount_gbp for difference in self.differences)
        return Reconciled(self.row.reference.closing_gbp, self.row.other.closing_gbp, amounts)


@dataclass(frozen=True, slots=True)
class Unreconciled:
    """Two balances of one fund and year that differ, and nobody has recorded why."""

    reference: Balance
    other: Balance

    @property
    def difference(self) -> Decimal:
        return self.other.closing_gbp - self.reference.closing_gbp


def balances_at(*, area: Area, at: datetime, **filters) -> list[StatedBalance]:
    """What counted at the moment, by fund, in the order of recording. One query."""
    known = Balance.objects.known_at(at).filter(area=area, **filters).select_related("area", "recorded_by")
    return [StatedBalance(row) for row in known.order_by("-financial_year", "-fund", "known_from", "id")]


def reconciliations_at(*, balances: Sequence[StatedBalance], at: datetime) -> list[ReconciliationRow]:
    """Those whose two balances both still count: one that was corrected since needs doing again. Two queries."""
    ids = [balance.row.pk for balance in balances]
    rows = Reconciliation.objects.known_at(at).filter(reference__in=ids, other__in=ids)
    ordered = Prefetch("differences", ExplainedDifference.objects.order_by("position"))
    rows = rows.select_related("reference", "other", "recorded_by").prefetch_related(ordered).order_by("id")
    return [ReconciliationRow(row, row.differences.all()) for row in rows]


def latest_in_pounds(balances: Sequence[StatedBalance]) -> StatedBalance | None:
    """Of the balances stated in pounds that of the last year, of the High Needs Block before the whole grant, that
    was known last; None without any."""
    stated = [balance for balance in balances if balance.row.closing_gbp is not None]
    return max(stated, key=_closest, default=None)


def _closest(balance: StatedBalance) -> tuple:
    row = balance.row
    return row.financial_year, row.fund == Fund.HIGH_NEEDS, row.known_from, row.pk


def unreconciled(balances: Sequence[StatedBalance], done: Sequence[ReconciliationRow]) -> list[Unreconciled]:
    """Each stated amount that differs from the first of its fund and year and is in no reconciliation."""
    paired = {frozenset((pair.row.reference_id, pair.row.other_id)) for pair in done}
    first: dict[tuple, Balance] = {}
    open_pairs = []
    for row in (balance.row for balance in balances if balance.row.closing_gbp is not None):
        reference = first.setdefault((row.fund, row.financial_year), row)
        differs = row.closing_gbp != reference.closing_gbp
        if differs and frozenset((reference.pk, row.pk)) not in paired:
            open_pairs.append(Unreconciled(reference, row))
    return open_pairs
