"""Transfers of a year against the limit in force."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.db.models import Prefetch

from kpis.domain.position import TransferAgainstLimit
from kpis.position.models import BlockTransfer, TransferEffect, TransferLimit
from kpis.position.queries.exact import as_decimal


@dataclass(frozen=True, slots=True)
class TransferRow:
    """A transfer, the limit of its year (None where none is recorded), and what it does to each school."""

    row: BlockTransfer
    limit: TransferLimit | None
    effects: Sequence[TransferEffect]

    @property
    def against_limit(self) -> TransferAgainstLimit:
        per_cent = self.limit.per_cent if self.limit else None
        return TransferAgainstLimit(self.row.amount_gbp, self.row.schools_block_gbp, per_cent)

    @property
    def share(self) -> Decimal:
        return as_decimal(self.against_limit.share)

    @property
    def most(self) -> Decimal | None:
        most = self.against_limit.most
        return None if most is None else as_decimal(most)


def limits_at(at: datetime) -> list[TransferLimit]:
    """Every limit that counted at the moment, the latest year first. One query."""
    return list(TransferLimit.objects.known_at(at).order_by("-financial_year", "-id"))


def transfers_at(*, year: int, at: datetime, limits: Sequence[TransferLimit]) -> list[TransferRow]:
    """The transfers of a year, largest first, schools by what they lose. Two queries."""
    limit = limit_of(year, limits)
    effects = Prefetch("effects", TransferEffect.objects.order_by("effect_gbp", "school"))
    known = BlockTransfer.objects.known_at(at).filter(financial_year=year)
    rows = known.select_related("recorded_by").prefetch_related(effects).order_by("-amount_gbp", "id")
    return [TransferRow(row, limit, row.effects.all()) for row in rows]


def limit_of(year: int, limits: Sequence[TransferLimit]) -> TransferLimit | None:
    """The one in force: of the same year, or the last before it."""
    return next((limit for limit in limits if limit.financial_year <= year), None)
