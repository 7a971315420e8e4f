"""Joint funding of a year as it may be shown."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from kpis.domain.position import DisputeAge, Payer, count_words, dispute_age, payer_shares
from kpis.position.models import JointFunding
from kpis.position.queries.exact import as_decimal


@dataclass(frozen=True, slots=True)
class JointFundingRow:
    """Who pays what, and what is open; counts of children only as words, small ones not at all."""

    row: JointFunding

    @property
    def shares(self) -> list[tuple[Payer, Decimal, Decimal | None]]:
        """Who, pounds, per cent of what all pay together."""
        paid = {payer: getattr(self.row, f"{payer.value}_gbp") for payer in Payer}
        return [
            (share.payer, share.amount, None if share.per_cent is None else as_decimal(share.per_cent))
            for share in payer_shares(paid)
        ]

    @property
    def total(self) -> Decimal:
        return sum((amount for _, amount, _ in self.shares), Decimal(0))

    @property
    def without_split(self) -> str:
        return count_words(self.row.without_split)

    @property
    def open_disputes(self) -> str:
        return count_words(self.row.open_disputes)

    @property
    def oldest_dispute(self) -> DisputeAge | None:
        """Its age on the day the row is about; None without an open dispute."""
        began_on = self.row.oldest_dispute_on
        return dispute_age(began_on, on=self.row.as_on) if began_on else None


def joint_funding_at(*, year: int, at: datetime) -> JointFundingRow | None:
    """The latest of a year that counted at the moment; None before the first. One query."""
    known = JointFunding.objects.known_at(at).filter(financial_year=year)
    latest = known.select_related("owner", "recorded_by").order_by("-as_on", "-id").first()
    return JointFundingRow(latest) if latest else None
