"""Recording statements of the block, and correcting them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from types import MappingProxyType

from django.db import transaction

from kpis.domain.block import AmountUnit, Basis, BlockLine, Extent, PriceBase, ScopePart
from kpis.position.actions.recording import new_record
from kpis.position.actions.refusals import LineTwice, NothingRecorded
from kpis.position.models import Amount, FundingScope, KnownPart, Statement
from kpis.published.models import Area

KEPT = (
    "area",
    "financial_year",
    "basis",
    "period",
    "scope",
    "coverage",
    "unit",
    "per_whom",
    "price_base",
    "price_year",
)


@dataclass(frozen=True, slots=True)
class AmountLine:
    """One amount of a statement as it is to be stored."""

    line: str
    amount_gbp: Decimal
    category: str = ""
    sector: str = ""
    label: str = ""
    actual_to_date_gbp: Decimal | None = None
    commitments_gbp: Decimal | None = None
    volume: Decimal | None = None
    volume_words: str = ""
    note: str = ""

    @property
    def key(self) -> tuple[str, ...]:
        return self.line, self.category, self.sector, self.label

    @property
    def columns(self) -> dict:
        """What the table of amounts stores of it."""
        names = ("line", "category", "sector", "label", "amount_gbp", "actual_to_date_gbp", "commitments_gbp")
        return {name: getattr(self, name) for name in (*names, "volume", "volume_words", "note")}


@transaction.atomic
def record_statement(
    *,
    area: Area,
    financial_year: int,
    basis: str,
    scope: FundingScope,
    amounts: Sequence[AmountLine],
    source: str,
    by,
    at: datetime,
    known_parts: Mapping[str, Decimal] = MappingProxyType({}),
    coverage: str = "",
    period: int | None = None,
    unit: str = AmountUnit.POUNDS,
    per_whom: str = "",
    price_base: str = PriceBase.CASH,
    price_year: int | None = None,
    **record,
) -> Statement:
    """A statement with its amounts, or a correction of `supersedes` with a `reason`.

    Without `coverage` it is about the whole block; with it, about the part the words name. `known_parts` is
    what a part of the scope comes to: inside the total, or beside it where the scope leaves it out. `record` takes
    note, known_from, supersedes and reason. NothingRecorded, LineTwice and what `new_record` refuses.
    """
    _check(amounts)
    terms = {
        "area": area,
        "financial_year": financial_year,
        "basis": Basis(basis),
        "period": period,
        "scope": scope,
        "coverage": coverage,
        "unit": AmountUnit(unit),
        "per_whom": per_whom,
        "price_base": PriceBase(price_base),
        "price_year": price_year,
    }
    statement = new_record(
        Statement,
        first_versions={**terms, "source": source},
        source=source,
        by=by,
        at=at,
        extent=Extent.PART if coverage else Extent.WHOLE_BLOCK,
        **terms,
        **record,
    )
    _store(statement, amounts, known_parts)
    return statement


def correct_statement(
    *, statement: Statement, amounts: Sequence[AmountLine], by, at: datetime, **record
) -> Statement:
    """The same statement with other amounts; what it is about stays. `record`: source, reason, note, known_parts."""
    return record_statement(
        **{name: getattr(statement, name) for name in KEPT},
        amounts=amounts,
        by=by,
        at=at,
        supersedes=statement,
        **record,
    )


def _check(amounts: Sequence[AmountLine]) -> None:
    if not amounts:
        raise NothingRecorded("Enter at least one amount.")
    keys = [amount.key for amount in amounts]
    twice = next((amount for amount in amounts if keys.count(amount.key) > 1), None)
    if twice:
        words = ", ".join(filter(None, (BlockLine(twice.line).words, *twice.key[1:])))
        raise LineTwice(f"“{words}” stands twice. Add the amounts up, or give each a label of its own.")


def _store(statement: Statement, amounts: Sequence[AmountLine], known_parts: Mapping[str, Decimal]) -> None:
    Amount.objects.bulk_create(Amount(statement=statement, **amount.columns) for amount in amounts)
    KnownPart.objects.bulk_create(
        KnownPart(statement=statement, part=ScopePart(part), amount_gbp=pounds)
        for part, pounds in known_parts.items()
    )
